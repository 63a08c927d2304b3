"""Headings, agenda items and titles in quotes that a document has more than once, with their renderings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.wording import english_key, likeness
from termcheck.model import Kind, Pair, Passage, Span

_ENGLISH_QUOTES = re.compile(r"“([^“”]{3,500})”|<<(.{3,500}?)>>|«([^«»]{3,500})»|\"([^\"]{3,500})\"")
# «…» may hold «…» or „…“.
_RUSSIAN_QUOTES = re.compile(
    r"«((?:[^«»]|«[^«»]*»){3,600})»|<<(.{3,600}?)>>|“([^“”]{3,600})”|\"([^\"]{3,600})\""
)
# "Agenda item 4: Rural water supply", «Пункт 4 повестки дня. Водоснабжение сел»: the title of the item.
_ENGLISH_ITEM = re.compile(r"(?:Agenda\s)?[Ii]tem\s\d+(?:\s?\([a-z]\))?[.:]?\s+(?=[A-Z])")
_RUSSIAN_ITEM = re.compile(
    r"Пункт\s\d+(?:\s?[a-z]\))?(?:\s(?:предварительной\s)?повестки\sдня)?[.:]?\s+(?=«?[А-Я])"
)
_EDGES = " \u00a0.,;:*"
_RUNNING = 4  # words from which a title is told from common words in running text
_ALIKE = 0.6  # from which one quotation of several is the one that is meant


@dataclass(frozen=True, slots=True)
class Rendering:
    """A place where the English has a title, and what answers it in the Russian.

    `of_item` tells that both follow the number of an agenda item, and end their lines.
    """

    source: Passage
    target: Passage
    of_item: bool = False


@lru_cache(maxsize=4)
def recurring_titles(bitext: Bitext) -> Mapping[str, tuple[Rendering, ...]]:
    """Return the places of each title that the English has twice or more, by its words, in reading order."""
    found: dict[str, list[Rendering]] = defaultdict(list)
    titles = set[str]()
    unclear = list[tuple[Pair, Passage]]()
    for pair in bitext.trusted:
        if (whole := _whole(pair)) and (key := english_key(whole.source.text)):
            found[key].append(whole)
            if whole.source.segment.kind is Kind.HEADING:
                titles.add(key)
            if (item := _of_item(whole)) and (key := english_key(item.source.text)):
                found[key].append(item)
                titles.add(key)
        quoted = list(_quoted(pair.source, _ENGLISH_QUOTES))
        if not quoted:
            continue
        titles.update(english_key(source.text) for source in quoted)
        answers = list(_quoted(pair.target, _RUSSIAN_QUOTES))
        if len(quoted) == len(answers) == 1:
            found[english_key(quoted[0].text)].append(Rendering(quoted[0], answers[0]))
        else:
            unclear += [(pair, source) for source in quoted]
    for pair, source in unclear:
        found[english_key(source.text)] += _likeliest(pair, source, found[english_key(source.text)])
    for key in titles:
        if key.count(" ") >= _RUNNING - 1:
            found[key] += _in_running_text(key, found[key], bitext)
    return {
        key: tuple(sorted(found[key], key=_order)) for key in sorted(titles) if key and len(found[key]) > 1
    }


def _whole(pair: Pair) -> Rendering | None:
    """Return a pair of single segments without the marks at their ends."""
    if len(pair.source) != 1 or len(pair.target) != 1:
        return None
    return Rendering(_trimmed(pair.source[0]), _trimmed(pair.target[0]))


def _of_item(whole: Rendering) -> Rendering | None:
    """Return the title of an agenda item that follows its number in both languages."""
    english = _ENGLISH_ITEM.match(whole.source.text)
    russian = _RUSSIAN_ITEM.match(whole.target.text)
    if english is None or russian is None:
        return None
    return Rendering(_from(whole.source, english.end()), _from(whole.target, russian.end()), of_item=True)


def _from(passage: Passage, offset: int) -> Passage:
    return Passage(passage.segment, Span(passage.span.start + offset, passage.span.end))


def _quoted(passages: Sequence[Passage], quotes: re.Pattern[str]) -> Iterator[Passage]:
    """Yield what stands in quotes and begins with a capital."""
    for passage in passages:
        for match in quotes.finditer(passage.segment.text, passage.span.start, passage.span.end):
            inside = _trimmed(Passage(passage.segment, Span(*match.span(match.lastindex or 0))))
            if inside.text[:1].isupper():
                yield inside


def _likeliest(pair: Pair, source: Passage, known: Sequence[Rendering]) -> Iterator[Rendering]:
    """Yield the Russian quotation of several that is most like a known rendering, if it is like it at all."""
    candidates = [
        (likeness(other.target.text, answer.text), answer)
        for answer in _quoted(pair.target, _RUSSIAN_QUOTES)
        for other in known
    ]
    if candidates and (best := max(candidates, key=lambda candidate: candidate[0]))[0] >= _ALIKE:
        yield Rendering(source, best[1])


def _in_running_text(key: str, known: Sequence[Rendering], bitext: Bitext) -> Iterator[Rendering]:
    """Yield the Russian quotations where the English has a title unquoted: a paper "on measures to …"."""
    taken = {rendering.target for rendering in known}
    for pair, text in _keys(bitext):
        if f" {key} " not in text or len(pair.source) != 1:
            continue
        for answer in _quoted(pair.target, _RUSSIAN_QUOTES):
            if answer not in taken and any(
                likeness(other.target.text, answer.text) >= _ALIKE for other in known
            ):
                yield Rendering(pair.source[0], answer)


@lru_cache(maxsize=4)
def _keys(bitext: Bitext) -> tuple[tuple[Pair, str], ...]:
    """Return the pairs whose Russian has a title in quotes, with the words of their English."""
    return tuple(
        (pair, f" {english_key(' '.join(passage.text for passage in pair.source))} ")
        for pair in bitext.trusted
        if any(True for _ in _quoted(pair.target, _RUSSIAN_QUOTES))
    )


def _trimmed(passage: Passage) -> Passage:
    text = passage.text
    start = passage.span.start + len(text) - len(text.lstrip(_EDGES))
    return Passage(passage.segment, Span(start, max(start, passage.span.start + len(text.rstrip(_EDGES)))))


def _order(rendering: Rendering) -> tuple[int, int]:
    return rendering.target.segment.position, rendering.target.span.start
