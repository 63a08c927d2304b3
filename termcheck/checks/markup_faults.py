"""What of the markup of a unit its translation has changed: placeholders, tags, attributes, addresses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice, zip_longest

from termcheck.checks.localised_addresses import leads_to_the_same
from termcheck.checks.unit_tags import Tag, tags_of
from termcheck.formats.elements import known
from termcheck.formats.markup import TokenKind
from termcheck.formats.placeholders import Placeholder, is_strict, placeholder, to_be_kept
from termcheck.model import STAND_IN, Code, CodeKind, Passage, Segment, Severity, Span

_ADDRESS = re.compile(r"https?://[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)]")
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


class Fault(Enum):
    """What is wrong."""

    CHANGED = "«{found}» stands where the English has “{english}”"
    ADDED = "the English does not have «{found}» here"
    LOST = "“{english}” of the English is not here"
    ORDER = "«{found}» takes what “{english}” is for: the order is that of the English, or numbered"
    OPENED = "«{found}» is not closed, as it is in the English"
    CLOSED = "«{found}» closes nothing that is open"


@dataclass(frozen=True, slots=True)
class Found:
    """A fault, as the two texts write it, and the words it is about; None where those are not in a text."""

    fault: Fault
    found: str = ""
    english: str = ""
    russian_words: Passage | None = None
    english_words: Passage | None = None
    severity: Severity | None = None


def markup_faults(ours: Segment, theirs: Segment) -> Iterator[Found]:
    """The faults of the Russian text of a unit, compared with the English."""
    yield from _placeholders(ours, theirs)
    yield from _tags(tags_of(ours), tags_of(theirs))
    yield from _addresses(ours, theirs)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A placeholder and where it stands, counted as an argument where it has no name."""

    code: Code
    meant: Placeholder
    passage: Passage

    @property
    def identity(self) -> tuple[str, str]:
        """By what it is known in both languages."""
        return self.meant.family, self.meant.name or str(self.meant.number)


def _placed(segment: Segment) -> list[_Placed]:
    codes = [code for code in segment.codes if _is_typed(segment, code)]
    meant = [placeholder(code.text) for code in codes]
    kept = to_be_kept(meant)
    found, arguments = list[_Placed](), Counter[str]()
    for code, each in zip(codes, meant, strict=True):
        if each not in kept or (each.family == "icu" and not each.name):
            continue
        number = each.number
        if each.is_placed and not number:
            arguments[each.family] += 1
            number = arguments[each.family]
        numbered = Placeholder(each.family, each.name, number, each.conversion, each.key)
        found.append(_Placed(code, numbered, Passage(segment, code.span)))
    return found


def _is_typed(segment: Segment, code: Code) -> bool:
    """Whether a code is a placeholder that is written in the text, and no element that stands for one."""
    if code.kind is not CodeKind.PLACEHOLDER:
        return False
    return segment.text[code.span.start : code.span.end] != STAND_IN


def _placeholders(ours: Segment, theirs: Segment) -> Iterator[Found]:
    here, there = ({each.identity: each for each in _placed(side)} for side in (ours, theirs))
    families = {each.meant.family for each in there.values()}
    lost = [each for identity, each in there.items() if identity not in here]
    added = [each for identity, each in here.items() if identity not in there]
    for new, old in zip_longest(added, lost):
        words = _words(old) if old else None
        if new is None:
            strict = old.meant.is_placed and is_strict(old.meant.family)
            severity = Severity.ERROR if strict else None
            yield Found(Fault.LOST, english=old.code.text, english_words=words, severity=severity)
            continue
        strict = new.meant.family in families and is_strict(new.meant.family)
        yield Found(
            Fault.CHANGED if old else Fault.ADDED,
            new.code.text,
            old.code.text if old else "",
            new.passage,
            words,
            Severity.ERROR if strict else None,
        )
    for identity, new in here.items():
        old = there.get(identity)
        if old and old.meant.conversion != new.meant.conversion:
            yield Found(Fault.ORDER, new.code.text, old.code.text, new.passage, _words(old), Severity.ERROR)
    yield from _branches(ours, theirs)


def _words(placed: _Placed) -> Passage | None:
    """Where a placeholder stands; nowhere, if it is one of the plural that the form at hand is not for."""
    return placed.passage if placed.passage.text else None


def _branches(ours: Segment, theirs: Segment) -> Iterator[Found]:
    """Yield the branches of ICU messages that a program does not look for: «один» instead of "one"."""
    here, there = (
        {
            meant.key: code
            for code in side.codes
            if _is_typed(side, code) and (meant := placeholder(code.text)).key
        }
        for side in (ours, theirs)
    )
    for key, code in here.items():
        if key not in there and key not in _PLURALS and not re.fullmatch(r"=\d+", key):
            start = code.span.start + code.text.rindex(key)
            words = Passage(ours, Span(start, start + len(key)))
            yield Found(Fault.CHANGED, key, ", ".join(there), words, severity=Severity.ERROR)


def _tags(ours: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[Found]:
    here, there = ([tag for tag in side if tag.kind is not TokenKind.CLOSE] for side in (ours, theirs))
    lost, added = _surplus(there, here), _surplus(here, there)
    for new, old in zip_longest(added, lost):
        if new is None:
            yield Found(Fault.LOST, english=old.code.text, english_words=old.words)
        elif old is None:
            yield Found(Fault.ADDED, new.code.text, russian_words=new.words)
        else:
            yield Found(Fault.CHANGED, new.code.text, old.code.text, new.words, old.words)
    for new, old in _matched(here, there):
        yield from _attributes(new, old)
    if not (lost or added or any(_misplaced(theirs))):
        yield from islice(_misplaced(ours), 1)  # the others follow from it


def _surplus(some: Sequence[Tag], others: Sequence[Tag]) -> list[Tag]:
    """The tags that one text has more often than the other; of several, the last ones."""
    left = Counter(tag.identity for tag in others)
    found = list[Tag]()
    for tag in some:
        left[tag.identity] -= 1
        if left[tag.identity] < 0 and not tag.is_free:
            found.append(tag)
    return found


def _matched(ours: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """The tags that answer each other and differ; those that are alike may stand in any order."""
    here, there = _differing(ours, theirs), _differing(theirs, ours)
    for identity, tags in here.items():
        yield from zip(tags, there.get(identity, ()), strict=False)


def _differing(some: Sequence[Tag], others: Sequence[Tag]) -> dict[str, list[Tag]]:
    """The tags of one text of which the other has no other with the same attributes, by what they are."""
    left = Counter(map(_written_tag, others))
    found = defaultdict[str, list[Tag]](list)
    for tag in some:
        left[_written_tag(tag)] -= 1
        if left[_written_tag(tag)] < 0:
            found[tag.identity].append(tag)
    return found


def _written_tag(tag: Tag) -> tuple[str, frozenset[tuple[str, str]]]:
    return tag.identity, frozenset(tag.attributes.items())


def _attributes(new: Tag, old: Tag) -> Iterator[Found]:
    if new.name not in known("inline") | known("block") | known("void") | known("replaced"):
        return  # an element of XLIFF or TMX is numbered as its program likes
    spared = known("translated") | known("of_language")
    for name in dict.fromkeys((*old.attributes, *new.attributes)):
        english, found = old.attributes.get(name), new.attributes.get(name)
        if name in spared or _is_same(name, english, found):
            continue
        fault = Fault.LOST if found is None else Fault.ADDED if english is None else Fault.CHANGED
        yield Found(
            fault,
            _written(name, found),
            _written(name, english),
            new.words,
            old.words,
            Severity.HINT if name in known("of_look") else None,
        )


def _is_same(name: str, english: str | None, found: str | None) -> bool:
    if english is None or found is None or name not in known("of_address"):
        return (english or "").split() == (found or "").split() and (english is None) == (found is None)
    return leads_to_the_same(english, found)


def _written(name: str, value: str | None) -> str:
    return "" if value is None else f'{name}="{value}"'


def _misplaced(tags: Sequence[Tag]) -> Iterator[Found]:
    """Yield the tags that close what is not open, or stay open."""
    still_open = list[Tag]()
    for tag in tags:
        if tag.kind is TokenKind.OPEN and not tag.is_left_open:
            still_open.append(tag)
        elif tag.kind is TokenKind.CLOSE and not tag.is_left_open:
            if not any(other.name == tag.name for other in still_open):
                yield Found(Fault.CLOSED, tag.code.text, russian_words=tag.words)
                continue
            while (other := still_open.pop()).name != tag.name:
                yield Found(Fault.OPENED, other.code.text, russian_words=other.words)
    for tag in still_open:
        yield Found(Fault.OPENED, tag.code.text, russian_words=tag.words)


def _addresses(ours: Segment, theirs: Segment) -> Iterator[Found]:
    """Yield the addresses in the text that lead elsewhere, where both texts have as many."""
    here, there = (
        [Passage(side, Span(*match.span())) for match in _ADDRESS.finditer(side.prose)]
        for side in (ours, theirs)
    )
    if len(here) != len(there):
        return
    left = [passage for passage in there if passage.text not in {other.text for other in here}]
    new = [passage for passage in here if passage.text not in {other.text for other in there}]
    for found, english in zip(new, left, strict=False):
        if not leads_to_the_same(english.text, found.text):
            yield Found(Fault.CHANGED, found.text, english.text, found, english)
