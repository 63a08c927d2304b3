"""The labels of headings and list items as their lists count them: A., B., C. or a), b), c) or (i), (ii)."""

from collections.abc import Iterator, Sequence

from termcheck.formats.labels import read_mark
from termcheck.formats.numerals import letter_values
from termcheck.model import Kind, Segment
from termcheck.numbers.roman import roman_value

Numbered = tuple[Segment, int]


def label_values(mark: str) -> frozenset[int]:
    """Return the numbers that a label may count for: "i" is a ninth or a first, «в» a second or a third."""
    label = read_mark(mark) if mark else None
    if label is None:
        return frozenset()
    if label.body.isdecimal():
        return frozenset({int(label.body)})
    values = {*letter_values(label.body)}
    if number := roman_value(label.body):
        values.add(number)
    return frozenset(values)


def label_sequences(segments: Sequence[Segment]) -> Iterator[tuple[Numbered, ...]]:
    """Yield the lists of a document, each item with the number that its label counts for in its place.

    Headings of one level that stand below the same heading are a list, and so are the list items of one level
    with nothing between them but items and paragraphs below those.
    """
    open_headings = dict[int, list[Numbered]]()
    open_items = dict[int, list[Numbered]]()
    for segment in segments:
        if segment.kind is Kind.HEADING:
            yield from _closed(open_items, 0)
            yield from _closed(open_headings, segment.level + 1)
            _add(open_headings, segment)
        elif segment.kind is Kind.LIST_ITEM:
            yield from _closed(open_items, segment.level + 1)
            _add(open_items, segment)
        elif segment.kind is Kind.PARAGRAPH and segment.mark:
            yield from _closed(open_items, 0)
    yield from _closed(open_items, 0)
    yield from _closed(open_headings, 0)


def _closed(lists: dict[int, list[Numbered]], level: int) -> Iterator[tuple[Numbered, ...]]:
    """Yield and forget the lists from a level downwards."""
    for at in sorted(at for at in lists if at >= level):
        yield tuple(lists.pop(at))


def _add(lists: dict[int, list[Numbered]], segment: Segment) -> None:
    values = label_values(segment.mark)
    if not values:
        return
    before = lists.setdefault(segment.level, [])
    due = before[-1][1] + 1 if before else 1
    wanted = due if due in values else 1 if 1 in values else min(values, key=lambda value: abs(value - due))
    before.append((segment, wanted))
