"""Lines gathered to paragraphs by what a reader goes by: spacing, indents, print, labels, short lines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from termcheck.formats.pdf.hyphens import HYPHENS
from termcheck.formats.pdf.layout import Flow
from termcheck.formats.pdf.lines import Line, ends_sentence

_INDENT = 0.7  # of the size: less is a ragged edge
_WIDER = 1.22  # times the usual step: a space between paragraphs
_USUAL_STEP = 1.2  # of the size, where a document tells nothing
_SHARE = 0.12  # of the steps of a size: fewer are no usual one
_LONG = 0.6  # of the room that lines have
_SAME_SIZE = 0.06
_ENDS = ".;:!?…"
_CLOSING = '»”")]'


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph.

    `forced` are the positions of the lines after which somebody broke the line, there being room for the
    next word; `is_open` tells that the last line is full, so that the text may go on elsewhere.
    """

    lines: tuple[Line, ...]
    forced: frozenset[int] = frozenset()
    is_open: bool = False

    @property
    def text(self) -> str:
        """Its lines as they stand, with line ends."""
        return "\n".join(line.text for line in self.lines)


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
    part: list[Line] = []
    parts = []
    for line in flow.lines:
        if part and _begins(part, line, flow.right, steps):
            parts.append(part)
            part = []
        part.append(line)
    if part:
        parts.append(part)
    for part in parts:
        right = _reach(part, flow.right)
        forced = (at for at, (one, two) in enumerate(pairwise(part)) if _has_room(one, two, right))
        centred = _is_centred(part, flow)
        last = part[-1]
        is_open = last.right > flow.right - 6 * last.size or last.text[-1] in HYPHENS
        yield Paragraph(tuple(part), frozenset() if centred else frozenset(forced), is_open)


def _reach(part: Sequence[Line], right: float) -> float:
    """The right edge of the lines of a part: their own, where they are many and long, as in a quotation."""
    own, left = max(line.right for line in part), min(line.left for line in part)
    is_edge = sum(line.right > own - 1.5 for line in part) > 1  # two lines end where they do for a reason
    return own if len(part) > 2 and (is_edge or own - left > _LONG * (right - left)) else right


def _begins(part: Sequence[Line], line: Line, right: float, steps: dict[float, float]) -> bool:
    """Whether a line begins a paragraph after the lines of another."""
    last = part[-1]
    step = line.base - last.base
    usual = steps.get(last.size, _USUAL_STEP * last.size)
    if step < 0 or step > _WIDER * usual or abs(line.size - last.size) > _SAME_SIZE * last.size:
        return True
    if last.text[-1] in HYPHENS and line.text[0].islower():
        return False
    bold, other = last.boldness, line.boldness
    if (bold > 0.95 and other < 0.05) or (bold < 0.05 and other > 0.95):
        return not (line.text[0].islower() and not ends_sentence(last.text))
    if line.tab:
        return True
    indent = _INDENT * line.size
    if len(part) == 1:
        # A first line stands out to either side; a whole paragraph of one line is shorter than it might be.
        return abs(line.left - last.left) > indent and _has_room(last, line, right) and _is_fresh(last, line)
    if abs(line.left - part[1].left) <= indent or _is_aligned(part[-1], line):
        return False
    return line.left > part[1].left or _has_room(last, line, right) or ends_sentence(last.text)


def _is_fresh(last: Line, line: Line) -> bool:
    """Whether a line after a short one reads like the beginning of something else."""
    return not line.text[0].islower() and (not _is_aligned(last, line) or ends_sentence(last.text))


def _is_aligned(first: Line, second: Line) -> bool:
    """Whether two lines are centred one under the other, or end at the same edge."""
    middle = abs((first.left + first.right) - (second.left + second.right)) / 2
    return middle < 0.3 * first.size and abs(first.left - second.left) > _INDENT * first.size


def _is_centred(part: Sequence[Line], flow: Flow) -> bool:
    left = min(line.left for line in flow.lines)
    middle = (left + flow.right) / 2
    return len(part) > 1 and all(
        abs((line.left + line.right) / 2 - middle) < line.size and line.left > left + line.size
        for line in part
    )


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
            shift = len(first.lines)
            forced = first.forced | {at + shift for at in second.forced}
            whole.append(
                replace(first, lines=first.lines + second.lines, forced=forced, is_open=second.is_open)
            )
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
    if len(first.lines) > 1 and abs(line.left - last.left) > _INDENT * line.size:
        return False
    if last.text[-1] == ",":
        return True
    if last.boldness > 0.95 or not first.is_open:
        return False
    # "… Соединенные / Штаты": a full line, and no stop; after a stop only where paragraphs have labels.
    return not ends_sentence(last.text) or bool(first.lines[0].tab and len(first.lines) > 1)
