"""Pieces of a text keep their places through cutting and joining."""

from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.blocks import Block, Builder, cut, join
from termcheck.model import Kind, Span

FILE = "Доклад Рабочей\r\n  группы о работе её\u00ad 4-й сессии "


def build(text: str) -> Block:
    """The block of a text whose lines are joined by blanks."""
    builder, offset = Builder(), 0
    for line in text.split("\n"):
        builder.line_break()
        builder.literal(line, offset)
        offset += len(line) + 1
    return builder.block(Kind.PARAGRAPH)


def as_in_file(block: Block, text: str) -> bool:
    return all(
        text[piece.offset : piece.offset + piece.length]
        == block.text[piece.start : piece.start + piece.length]
        for piece in block.pieces
    )


def test_line_ends_and_hidden_characters_part_the_pieces() -> None:
    block = build(FILE)
    assert block.text == "Доклад Рабочей группы о работе её 4-й сессии"
    assert as_in_file(block, FILE)
    assert block.soft == (14,)


@given(st.text(alphabet="абв \n\t\u00ad\u00a0\f", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_block_stands_where_it_stood(text: str, one: int, other: int) -> None:
    block = build(text)
    start, end = sorted((min(one, len(block.text)), min(other, len(block.text))))
    part = cut(block, start, end)
    assert part.text == block.text[start:end].strip()
    assert as_in_file(part, text)


def test_spans_move_with_the_text() -> None:
    builder = Builder()
    builder.literal("1. ", 0)
    start = builder.length
    builder.literal("A/71/303", 4)
    builder.strong(start)
    builder.link(start, "https://undocs.org")
    block = cut(builder.block(Kind.PARAGRAPH), 3, 11)
    assert block.is_strong
    assert block.links == ((Span(0, 8), "https://undocs.org"),)


def test_a_join_is_a_break() -> None:
    joined = join(build("выступил со"), build("вступительным словом"))
    assert joined.text == "выступил со вступительным словом"
    assert joined.breaks == (11,)
    assert [piece.start for piece in joined.pieces] == [0, 12]


def test_a_forced_break_outweighs_a_chance_one() -> None:
    builder = Builder()
    builder.literal("Distr.: General", 0)
    builder.line_break()
    builder.line_break(hard=True)
    builder.literal("4 May 2022", 20)
    block = builder.block(Kind.PARAGRAPH)
    assert (block.text, block.hard, block.soft) == ("Distr.: General 4 May 2022", (15,), ())


def test_soft_hyphens_are_left_out_and_told() -> None:
    block = build("до\u00adклад о ра\u00adбо\u00adте")
    assert block.text == "доклад о работе"
    assert block.hyphens == (2, 11, 13)
    assert join(block, build("во\u00adды")).hyphens == (2, 11, 13, 18)


@given(st.lists(st.text(alphabet="абв", min_size=1), min_size=1, max_size=8), st.integers(0, 40))
def test_a_soft_hyphen_stays_between_its_syllables(syllables: list[str], at: int) -> None:
    block = build("\u00ad".join(syllables))
    ends = [len("".join(syllables[:count])) for count in range(1, len(syllables))]
    assert list(block.hyphens) == ends
    at = min(at, len(block.text))
    first, second = cut(block, 0, at), cut(block, at, len(block.text))
    assert [*first.hyphens, *(at + hyphen for hyphen in second.hyphens)] == [end for end in ends if end != at]


def test_the_mark_of_a_note_keeps_its_place() -> None:
    builder = Builder()
    builder.literal("1. Доклад ", 0)
    builder.note("1")
    builder.line_break(hard=True)
    builder.literal("был принят", 12)
    builder.note("2")
    block = builder.block(Kind.PARAGRAPH)
    assert block.notes == ((9, "1"), (20, "2"))
    assert cut(block, 3, 9).notes == ((6, "1"),)
    assert cut(block, 9, 20).notes == ((10, "2"),)
