"""Lines gathered to paragraphs by what a reader goes by: spacing, indents, print, labels, short lines."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from termcheck.formats.frontmatter import is_front_line
from termcheck.formats.pdf.hyphens import HYPHENS
from termcheck.formats.pdf.lines import Line, ends_sentence, is_label
from termcheck.formats.pdf.tables import Flow

_INDENT = 0.7  # of the size: less is a ragged edge
_WIDER = 1.22  # times the usual step: a space between paragraphs
_USUAL_STEP = 1.2  # of the size, where a document tells nothing
_SHARE = 0.12  # of the steps of a size: fewer are no usual one
_MOST = 0.6  # of the lines of a group
_FEW = 6  # lines
_SAME_SIZE = 0.06
_ENDS = ".;:!?…"
_CLOSING = '»”")]'
_OPENING = '«“"(['


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph.

    `first` and `last` are the distances of its first and last line from the left edge of the lines around,
    `right` is the edge that the last one may reach.
    """

    lines: tuple[Line, ...]
    first: float
    last: float
    right: float


def usual_steps(flows: Iterable[Flow]) -> dict[float, float]:
    """The distance between two lines of a paragraph, by the size of the print."""
    steps = defaultdict[float, Counter[float]](Counter)
    for flow in flows:
        for first, second in pairwise(flow.lines):
            step = second.base - first.base
            if first.size == second.size and 0.8 * first.size < step < 2.6 * first.size:
                steps[first.size][round(step * 2) / 2] += 1
    usual = {}
    for size, counted in steps.items():
        total = sum(counted.values())
        near = {step: counted[step] + counted[step - 0.5] + counted[step + 0.5] for step in counted}
        often = [step for step, count in near.items() if count >= max(2, _SHARE * total)]
        if often:
            usual[size] = min(often)
    body = max(usual, key=lambda size: steps[size].total(), default=1.0)
    # Large print is spaced like the text, where it has no lines enough to tell.
    spacing = max(usual.get(body, _USUAL_STEP) / body, _USUAL_STEP)
    return {size: usual.get(size, spacing * size) for size in steps}


def paragraphs(flow: Flow, steps: dict[float, float]) -> Iterator[Paragraph]:
    """The paragraphs of a flow of lines."""
    left = min((line.left for line in flow.lines), default=0.0)
    for group in _parted(flow.lines, lambda part, line: _is_apart(part[-1], line, steps)):
        right = _reach(group, flow.right)
        parts = [group] if _is_one_sentence(group) else _parted(group, partial(_begins, right=right))
        for part in parts:
            yield Paragraph(tuple(part), part[0].left - left, part[-1].left - left, flow.right)


def _parted(lines: Iterable[Line], begins: Callable[[list[Line], Line], bool]) -> Iterator[list[Line]]:
    """Lines in parts, each of which begins where a line does after those before it."""
    part: list[Line] = []
    for line in lines:
        if part and begins(part, line):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _is_apart(last: Line, line: Line, steps: dict[float, float]) -> bool:
    """Whether space, print or a label parts a line from the one above."""
    step = line.base - last.base
    usual = steps.get(last.size, _USUAL_STEP * last.size)
    if step < 0 or step > _WIDER * usual or abs(line.size - last.size) > _SAME_SIZE * last.size:
        return True
    if last.text[-1] in HYPHENS and line.text[0].islower():
        return False
    bold, other = last.boldness, line.boldness
    if (bold > 0.95 and other < 0.05) or (bold < 0.05 and other > 0.95):
        return not (line.text[0].islower() and not ends_sentence(last.text))
    return bool(line.tab)


def _reach(group: Sequence[Line], right: float) -> float:
    """The right edge of the lines of a group: their own where most are full there, as in a quotation."""
    own = max(line.right for line in group)
    full = sum(not _has_room(last, line, own) for last, line in pairwise(group))
    return own if len(group) > 2 and full >= _MOST * (len(group) - 1) else max(own, right)


def _is_one_sentence(group: Sequence[Line]) -> bool:
    """Whether a few lines between wider spaces are one sentence, wherever somebody broke its lines."""
    *others, last = group
    if len(others) > _FEW or not last.text.endswith("."):
        return False
    if any(abs(line.left - last.left) > _INDENT * last.size for line in group[1:]):
        return False  # a first line that stands out begins another paragraph
    return not any(
        line.text.rstrip(_CLOSING).endswith((*_ENDS, ",")) or is_label(line.text) for line in others
    )


def _begins(part: Sequence[Line], line: Line, right: float) -> bool:
    """Whether a line begins a paragraph after the lines of another that stand as near."""
    last = part[-1]
    if last.text[-1] == "/" or (last.text[-1] in HYPHENS and line.text[0].islower()):
        return False
    near = "".join(one.text for one in part[-3:])
    if near.count("(") > near.count(")"):
        return False  # nothing ends within brackets: "(млн долл." and "США)"
    is_ended = ends_sentence(last.text)
    if is_ended and is_label(line.text):
        return True
    has_room = _has_room(last, line, right)
    front = is_front_line(last.text), is_front_line(line.text)
    if all(front) or (has_room and any(front)):
        return True
    if has_room and _is_fresh(part, line):
        return True
    indent = _INDENT * line.size
    if len(part) == 1 or abs(line.left - part[1].left) <= indent:
        return False
    if _is_centred(last, line) or _end_alike(part, line):
        return False
    return line.left > part[1].left or has_room or is_ended


def _is_fresh(part: Sequence[Line], line: Line) -> bool:
    """Whether a line after a short one reads like the beginning of something else."""
    last = part[-1]
    if _end_alike(part, line):
        return False
    if ends_sentence(last.text):
        return True
    first = line.text.lstrip(_OPENING)[:1]
    is_figure = first.isdigit() and last.text[:1].isdigit()
    return (first.isupper() or is_figure) and not _is_centred(last, line)


def _is_centred(last: Line, line: Line) -> bool:
    """Whether two lines are centred one under the other."""
    middle = abs((last.left + last.right) - (line.left + line.right)) / 2
    return middle < 0.3 * last.size and abs(last.left - line.left) > _INDENT * last.size


def _end_alike(part: Sequence[Line], line: Line) -> bool:
    """Whether lines all end at one edge and begin at many, as in a column of figures."""
    lines = (*part, line)
    edge = max(one.right for one in lines)
    begins = {round(one.left) for one in lines}
    return len(begins) >= min(len(lines), 3) and all(edge - one.right < 0.3 * one.size for one in lines)


def _has_room(line: Line, following: Line, right: float) -> bool:
    """Whether the first word of the next line would have stood on this one."""
    return line.right + 0.3 * line.size + following.first_word < right - 1


def joined_over_pages(parts: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of all flows, those joined that the end of a page or a column tears."""
    whole: list[Paragraph] = []
    for part in parts:
        rest = list(part)
        if whole and rest and _goes_on(whole[-1], rest[0]):
            first, second = whole.pop(), rest.pop(0)
            whole.append(Paragraph(first.lines + second.lines, first.first, second.last, second.right))
        whole += rest
    return whole


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    """Whether a paragraph goes on at the head of the next page or column."""
    last, line = first.lines[-1], second.lines[0]
    if abs(last.size - line.size) > _SAME_SIZE * last.size or line.tab:
        return False
    if (last.boldness > 0.95) != (line.boldness > 0.95):
        return False
    if last.text[-1] in HYPHENS:
        return True
    if line.text[0].islower() and not ends_sentence(last.text):
        return True
    if len(second.lines) > 1 and line.left > second.lines[1].left + _INDENT * line.size:
        return False  # the indent of a first line
    if len(first.lines) > 1 and abs(second.first - first.last) > _INDENT * line.size:
        return False
    if last.text[-1] == ",":
        return True
    if last.boldness > 0.95 or _has_room(last, line, first.right):
        return False
    # "… Соединенные / Штаты": a full line, and no stop; after a stop only where paragraphs have labels.
    return not ends_sentence(last.text) or bool(first.lines[0].tab and len(first.lines) > 1)
