"""structure/untranslated."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning, known_russian
from termcheck.checks.stray_english import stray_english
from termcheck.checks.unanswered import is_bilingual
from termcheck.formats.frontmatter import is_front_line
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span

# A run of words in Latin letters, with the figures and marks between them.
_RUN = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z'’-]*(?:[\s,;:.()\d/“”\"-]+[A-Za-z][A-Za-z'’-]*){2,}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CYRILLIC = re.compile(r"[А-яЁё]")
_FUNCTION_WORDS = frozenset(
    """
    the of and to in for on that with by is are was were has have had this these those which be been an at
    from as its their it not or would should shall will may can also
    """.split()
)
# What is in brackets or quotes beside the Russian is there on purpose: «Хартия (Charter of the …)».
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|<<.*?>>")
# A publication: "Oxford, 2015", "vol. 3, No. 2", "pp. 12-15"; "in May 2015" is none.
_REFERENCE = re.compile(r"\b(?:vol|pp?|No|Nos|eds?|chap|paras?|Ibid)\.|\bPress\b|[,(] ?(?:19|20)\d\d\b|et al")
_OFTEN = 3
_ENOUGH_WORDS = 5
_ENOUGH_FUNCTION_WORDS = 2


@check("structure/untranslated", Severity.WARNING, Reach.PAIR)
def untranslated(bitext: Bitext) -> Iterator[Problem]:
    """Find English that was left in the Russian text, and a unit of a bilingual file without translation.

    A word or two are told where the English has them too. Names, addresses, symbols, publications and what
    stands in quotes or brackets are left alone.

    Wrong:  Рабочая группа постановила to continue the review at its next session.
    Right:  Рабочая группа постановила продолжить обзор на своей следующей сессии.
    """
    yield from _empty_units(bitext)
    for segment in bitext.russian.document.segments:
        if segment.kind is Kind.HEADER or not _WORD.search(segment.prose) or is_front_line(segment.text):
            continue
        runs = list(_left_in_english(bitext, segment)) if _RUN.search(segment.prose) else []
        for span in runs:
            severity = Severity.HINT if _may_be_meant(Passage(segment, span)) else None
            yield _left(segment, span, severity)
        for span in _single_words(bitext, segment):
            if not any(run.start <= span.start < run.end for run in runs):
                kept = _is_kept(bitext, segment.text[span.start : span.end])
                yield _left(segment, span, Severity.HINT if kept else None)


def _left(segment: Segment, span: Span, severity: Severity | None) -> Problem:
    passage = Passage(segment, span)
    return Problem(
        passage,
        Message("“{words}” is left in English", {"words": passage.text}),
        severity=severity,
        cause=f"{segment.position} {span.start}",
    )


def _is_kept(bitext: Bitext, words: str) -> bool:
    """Tell whether a document writes words in English again and again, as the name of a thing."""
    standing = re.compile(rf"\b{words}\b")
    found = (len(standing.findall(segment.prose)) for segment in bitext.russian.document.segments)
    return sum(found) >= _OFTEN


def _single_words(bitext: Bitext, segment: Segment) -> Iterator[Span]:
    pair = bitext.counterpart(segment)
    if pair is None or not _CYRILLIC.search(segment.prose):
        return
    english = " ".join(passage.prose for passage in pair.source)
    yield from stray_english(segment.prose, bitext.russian.masked[segment.position], english)


def _empty_units(bitext: Bitext) -> Iterator[Problem]:
    russian = bitext.russian.document
    if not is_bilingual(russian):
        return
    for pair in bitext.pairs:
        if pair.target or not any(_FUNCTION_WORDS & set(_words(passage.prose)) for passage in pair.source):
            continue
        source = pair.source[0]
        segment = russian.segments[source.segment.position]
        yield Problem(
            Passage(segment, Span(0, len(segment.text))),
            Message("“{english}” is not translated", {"english": beginning(source.text)}),
            suggestions=known_russian(bitext, source),
            source=source,
            absent=True,
            cause=f"{segment.position}",
        )


def _left_in_english(bitext: Bitext, segment: Segment) -> Iterator[Span]:
    text = segment.prose
    if not _CYRILLIC.search(text):
        if _is_copied(bitext, segment) or _is_english(text):
            yield Span(0, len(text))
        return
    masked = bitext.russian.masked[segment.position]
    prose = _ASIDE.sub(lambda match: "\n" * len(match.group()), text)
    for span in masked:
        prose = prose[: span.start] + "\n" * (span.end - span.start) + prose[span.end :]
    for line in re.finditer(r"[^\n]+", prose):
        for run in _RUN.finditer(line.group()):
            if _is_english(run.group()):
                yield Span(line.start() + run.start(), line.start() + run.end())


def _is_copied(bitext: Bitext, segment: Segment) -> bool:
    """Tell whether a segment is the very English one: then a short one, or a title, is no name either."""
    pair = bitext.counterpart(segment)
    if pair is None or all(passage.text != segment.text for passage in pair.source):
        return False
    words = _words(segment.prose)
    return len(words) >= 3 and any(word in _FUNCTION_WORDS for word in words)


def _is_english(text: str) -> bool:
    """Tell whether words are a sentence, and not a name: "Trends in the World of Work" has capitals."""
    words = _WORD.findall(text)
    function = sum(word.lower() in _FUNCTION_WORDS for word in words)
    rest = [word for word in words if word.lower() not in _FUNCTION_WORDS]
    small = sum(word[0].islower() for word in rest)
    return len(words) >= _ENOUGH_WORDS and function >= _ENOUGH_FUNCTION_WORDS and 2 * small > len(rest)


def _may_be_meant(passage: Passage) -> bool:
    """Tell whether words may be a publication, or a name that is kept: all in capitals, and no heading."""
    if passage.segment.kind is Kind.FOOTNOTE or _REFERENCE.search(passage.text):
        return True
    return passage.segment.kind is not Kind.HEADING and not _is_english(passage.text)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
