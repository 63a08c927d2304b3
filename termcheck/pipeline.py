"""The whole flow: read, recognise, align, check."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from termcheck import formats
from termcheck.alignment import Side, align, align_sentences, learn_from_texts
from termcheck.alignment.bitext import Bitext
from termcheck.alignment.kinship import kinship
from termcheck.checks import CHECKS, Check
from termcheck.checks.concepts import concepts_of
from termcheck.errors import InputError
from termcheck.formats import Tracked
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.identification import written_in
from termcheck.memory import Memory
from termcheck.model import (
    ENGLISH,
    RUSSIAN,
    Alignment,
    Document,
    Finding,
    Kind,
    Pair,
    Part,
    Passage,
    Result,
    Segment,
    Span,
)
from termcheck.recognition import Recognition, Tick, no_tick, recognise
from termcheck.silencing import silence
from termcheck.symbols import key


def check_files(
    russian: Path,
    english: Path | None,
    glossary: CompiledGlossary,
    *,
    checks: Sequence[Check] = CHECKS,
    day: datetime.date | None = None,
    memory: Memory | None = None,
    force: bool = False,
    tracked: Tracked = Tracked.ACCEPTED,
    tick: Tick = no_tick,
    data: bytes | None = None,
) -> Iterator[Result]:
    """Yield a result for a Russian file, or for each document of a bilingual one.

    `memory` holds adopted translations. `tracked` tells how tracked changes are read, in both files. With
    `data` the Russian file is read as if it held that. Raises InputError for a file that cannot be read, or
    is not in the language that it is given as, and, unless `force` is set, for two files that seem to have
    nothing to do with each other.
    """
    if formats.is_bilingual(russian):
        pairs = formats.read_bilingual(russian, data=data)
        for number, pair in enumerate(pairs):
            if (written_in(pair.russian), written_in(pair.english)) == (ENGLISH, RUSSIAN):
                raise InputError(
                    f"{russian}: its source is Russian and its target English: they seem swapped"
                )
            yield check(
                pair.russian,
                pair.english,
                glossary,
                checks=checks,
                day=day,
                memory=memory,
                parallel=True,
                tick=_within(tick, number / len(pairs), (number + 1) / len(pairs)),
            )
        return
    target, source = _read(russian, english, tracked, data)
    bitext = compare(target, source, glossary, day=day, memory=memory, tick=tick)
    if english and not force:
        _demand_kinship(bitext.pairs, russian, english)
    yield _result(bitext, checks, tick)


def align_files(
    russian: Path,
    english: Path,
    glossary: CompiledGlossary,
    *,
    by_sentence: bool = False,
    memory: Memory | None = None,
    force: bool = False,
    tracked: Tracked = Tracked.ACCEPTED,
    tick: Tick = no_tick,
) -> Alignment:
    """Align two files, segment by segment or sentence by sentence; raise InputError as check_files does.

    Words are learnt from the `memory`.
    """
    if formats.is_bilingual(russian):
        raise InputError(f"{russian}: a bilingual file is aligned by itself; align takes two files")
    target, source = _read(russian, english, tracked)
    assert source is not None
    pairs = compare(target, source, glossary, memory=memory, tick=tick).pairs
    if not force:
        _demand_kinship(pairs, russian, english)
    return Alignment(target, source, align_sentences(pairs) if by_sentence else pairs)


def check(
    russian: Document,
    english: Document | None,
    glossary: CompiledGlossary,
    *,
    checks: Sequence[Check] = CHECKS,
    day: datetime.date | None = None,
    memory: Memory | None = None,
    parallel: bool = False,
    tick: Tick = no_tick,
) -> Result:
    """Check one document; `parallel` tells that its segments answer the English ones one by one."""
    bitext = compare(russian, english, glossary, day=day, memory=memory, parallel=parallel, tick=tick)
    return _result(bitext, checks, tick)


def compare(
    russian: Document,
    english: Document | None,
    glossary: CompiledGlossary,
    *,
    day: datetime.date | None = None,
    memory: Memory | None = None,
    parallel: bool = False,
    tick: Tick = no_tick,
) -> Bitext:
    """Recognise and align two documents; the alignment learns words from the `memory`."""
    memory = memory or Memory()
    day = day or russian.date or (english.date if english else None)
    if english is None:
        return Bitext(recognise(russian, glossary, tick), None, (), glossary, day, memory)
    target = recognise(russian, glossary, _within(tick, 0, 0.5))
    source = recognise(english, glossary, _within(tick, 0.5, 1))
    tick(1, "aligning")
    if parallel:
        pairs = _one_to_one(english, russian)
    else:
        words = learn_from_texts((unit.english, unit.russian) for unit in memory.units)
        pairs = align(_side(source), _side(target), words)
    return Bitext(target, source, pairs, glossary, day, memory)


def _read(
    russian: Path, english: Path | None, tracked: Tracked, data: bytes | None = None
) -> tuple[Document, Document | None]:
    target = formats.read(russian, RUSSIAN, tracked=tracked, data=data)
    source = formats.read(english, ENGLISH, tracked=tracked) if english else None
    target_is, source_is = written_in(target), written_in(source) if source else None
    if target_is == ENGLISH and source_is == RUSSIAN:
        raise InputError(
            f"{russian} is English and {english} Russian: they seem swapped; the Russian comes first"
        )
    if target_is not in (RUSSIAN, None):
        raise InputError(
            f"{russian}: is not in Russian{_looks(target_is)}; give the Russian text, and its original with "
            "--source"
        )
    if source_is not in (ENGLISH, None):
        raise InputError(f"{english}: is in {_named(source_is)}; --source takes the English original")
    if source and bool(source.segments) != bool(target.segments):
        empty, full = (russian, english) if source.segments else (english, russian)
        raise InputError(f"{empty}: holds no text, but {full} does; they cannot be compared")
    return target, source


def _looks(language: str | None) -> str:
    return "" if language == ENGLISH else f" (it looks {language})"


def _named(language: str | None) -> str:
    return "Russian" if language == RUSSIAN else str(language)


def _demand_kinship(pairs: Sequence[Pair], russian: Path, english: Path) -> None:
    """Raise InputError where two files seem to have nothing to do with each other."""
    found = kinship(pairs)
    if found.doubtful:
        raise InputError(
            f"{english}: does not seem to be the original of {russian}: of {found.english} English and "
            f"{found.russian} Russian paragraphs only {found.pairs} surely answer each other, "
            f"{found.answered:.0%} of the text; name the right file, or go on with --force"
        )


def _within(tick: Tick, start: float, end: float) -> Tick:
    """Return what tells of a part of the work, from one part of the whole to another."""
    return lambda part, place: tick(start + part * (end - start), place)


def _side(side: Recognition) -> Side:
    """Give the alignment what was recognised, in keys that both languages share, without the metadata."""
    rows = zip(side.document.segments, side.mentions, side.symbols, strict=True)
    of_text = [row for row in rows if row[0].kind is not Kind.METADATA]
    anchors = (
        frozenset({*(f"concept:{m.concept.id}" for m in mentions), *(f"symbol:{key(m.text)}" for m in found)})
        for _, mentions, found in of_text
    )
    return Side(tuple(segment for segment, _, _ in of_text), tuple(anchors))


def _one_to_one(english: Document, russian: Document) -> tuple[Pair, ...]:
    """Pair the segments of a bilingual file; one without text on a side answers nothing."""
    pairs = zip(english.segments, russian.segments, strict=True)
    return tuple(Pair(_whole(source), _whole(target), 1.0) for source, target in pairs)


def _whole(segment: Segment) -> tuple[Passage, ...]:
    return (Passage(segment, Span(0, len(segment.text))),) if segment.text else ()


def _result(bitext: Bitext, checks: Sequence[Check], tick: Tick) -> Result:
    english = bitext.english.document if bitext.english else None
    findings = sorted(_findings(bitext, checks, tick), key=_reading_order)
    sides = (side for side in (bitext.english, bitext.russian) if side)
    found = Result(
        bitext.russian.document,
        english,
        bitext.date,
        tuple(findings),
        tuple(check.name for check in checks),
        bitext.pairs,
        tuple(mention for side in sides for found in side.mentions for mention in found),
    )
    return silence(found)


def _findings(bitext: Bitext, checks: Iterable[Check], tick: Tick) -> Iterator[Finding]:
    for check in checks:
        tick(1, f"checking {check.name}")
        for problem in check(bitext):
            passage = problem.passage
            place = formats.locate(_document_of(passage, bitext), passage)
            cause = f"{check.name} {problem.cause or passage.text}"
            whole = problem
            if problem.source is None and _document_of(passage, bitext) is bitext.russian.document:
                whole = replace(problem, source=bitext.english_for(passage))
            concepts = concepts_of(problem, bitext)
            yield Finding(check.name, problem.severity or check.severity, whole, place, cause, concepts)


def _document_of(passage: Passage, bitext: Bitext) -> Document:
    """The document that a passage stands in: the English where a check speaks of the original itself."""
    if bitext.russian.document.holds(passage):
        return bitext.russian.document
    assert bitext.english is not None
    return bitext.english.document


def _reading_order(finding: Finding) -> tuple[int, bool, int, str]:
    passage = finding.problem.passage
    return (passage.segment.position, passage.part is Part.TEXT, passage.span.start, finding.check)
