"""text/spacing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.joined_words import joined_words
from termcheck.language.morphology import readings
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span

_BLANK = "[ \u00a0]"
_HYPHENATED = re.compile(r"(?<![\w-])([А-Яа-яЁё]{4,})-([а-яё]{4,})(?![\w-])")
_UNITS = "км|кг|га|млн|млрд|трлн|тыс|долл|евро|тонн|процент(?:а|ов|ам|ами|ах|у|ом)?"


@dataclass(frozen=True, slots=True)
class _Fault:
    """What stands wrong, what is to be said of it and what should stand; "{keep}" is what stays."""

    pattern: re.Pattern[str]
    message: str
    right: str
    severity: Severity | None = None


def _fault(pattern: str, message: str, right: str, severity: Severity | None = None) -> _Fault:
    return _Fault(re.compile(pattern), message, right, severity)


_FAULTS = (
    # "доклад , в котором"; an ellipsis or a decimal (" .5") may well follow a blank.
    _fault(
        rf"(?<=[а-яё»)]){_BLANK}+(?P<keep>[,;:!?]|\.(?![.\w]))(?=\s|$)",
        "no blank belongs before «{keep}»",
        "{keep}",
    ),
    _fault(rf"(?P<keep>[(«]){_BLANK}+(?=\w)", "no blank belongs after «{keep}»", "{keep}"),
    _fault(rf"(?<=[\w.]){_BLANK}+(?P<keep>[)»])", "no blank belongs before «{keep}»", "{keep}"),
    # "доклад,в котором", "доклад.Затем": only between words; «напр.Х» may be an abbreviation.
    _fault(r"(?<=[а-яё])(?P<keep>[,;:])(?=[а-яё])", "a blank after «{keep}»", "{keep} "),
    _fault(r"(?<=[а-яё]{3})(?P<keep>\.)(?=[А-ЯЁ][а-яё]{2})", "a blank after «{keep}»", "{keep} "),
    _fault(r"(?<=[а-яё])(?P<keep>\))(?=[а-яё]{2})", "a blank after «{keep}»", "{keep} "),
    # «государство(а)» leaves the number open.
    _fault(
        r"(?<=[а-яё])(?P<keep>\()(?=[а-яё]{4}|см\.|[А-ЯЁ][а-яё]{2})", "a blank before «{keep}»", " {keep}"
    ),
    # After the end of a sentence two blanks are a habit, not a slip.
    _fault(r"(?<=[а-яё,]) {2,}(?=[а-яё])", "one blank between words", " "),
    _fault(r"(?<=[\w»)])(?P<keep>[,;])(?:[,;])+(?=\s|$)", "«{keep}» stands twice", "{keep}"),
    _fault(r"(?<=[а-яё»)])(?P<keep>\.)\.(?=\s|$)", "«{keep}» stands twice", "{keep}"),
    # «двух- и трехлетний» is in order.
    _fault(
        rf"(?<=[а-яё])(?:{_BLANK}(?P<keep>-)|-{_BLANK}(?!(?:и|или|а|но|до|либо)\b))(?=[а-яё])",
        "a hyphen has no blank beside it, and a dash has two",
        "-",
    ),
    _fault(r"(?P<keep>№)(?=\d)", "a blank after «{keep}»", "{keep} "),
    # «5км», but not «B5га» or «5км-зона».
    _fault(
        rf"(?<![A-Za-zА-Яа-яёЁ]\d)(?<=\d)(?P<keep>{_UNITS})(?![\w-])", "a blank before «{keep}»", " {keep}"
    ),
    _fault(rf"(?<=\d){_BLANK}+(?P<keep>%)", "no blank belongs before «{keep}»", "{keep}", Severity.HINT),
    _fault(
        rf"(?<=\d){_BLANK}–{_BLANK}(?=\d{{1,4}}{_BLANK}(?:год|{_UNITS}|%|[а-я]+(?:ря|ля|та|ая|ня)\b))",
        "no blanks within a range",
        "–",
        Severity.HINT,
    ),
)


@check("text/spacing", Severity.WARNING, Reach.PAIR)
def spacing(bitext: Bitext) -> Iterator[Problem]:
    """Find a blank too many or too few beside a mark, a sign or a unit, or between words.

    A blank before % and blanks within a range are hints, and so is one that the English lacks at such a mark
    as well: "yes,no,maybe". Words that are written together are told where the
    dictionary knows both and not the whole, and the English or their endings confirm them.

    Wrong:  доклад , в котором говорится о  мерах по разделу №5
    Right:  доклад, в котором говорится о мерах по разделу № 5
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for fault in _FAULTS:
            for match in fault.pattern.finditer(segment.prose):
                span = Span(*match.span())
                if any(other.start < span.end and span.start < other.end for other in masked):
                    continue
                keep = match.groupdict().get("keep") or ""
                yield Problem(
                    Passage(segment, span),
                    Message(fault.message, {"keep": keep}),
                    suggestions=(fault.right.format(keep=keep),),
                    severity=Severity.HINT if _as_english(bitext, segment, fault, keep) else fault.severity,
                    cause=fault.message.format(keep=keep),
                )
    yield from _joined(bitext)


def _as_english(bitext: Bitext, segment: Segment, fault: _Fault, keep: str) -> bool:
    """Tell whether the English lacks the blank that is missing here, at such a mark between words."""
    pair = bitext.counterpart(segment) if fault.right == "{keep} " and keep else None
    if pair is None:
        return False
    unspaced = re.compile(rf"[a-z]{{2}}{re.escape(keep)}[A-Za-z]{{2}}")
    return any(unspaced.search(passage.prose) for passage in pair.source)


def _joined(bitext: Bitext) -> Iterator[Problem]:
    """Yield two words that are written as one; with the hyphen that the document or the glossary writes."""
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        pair = bitext.counterpart(segment)
        if pair is None:
            continue
        english = " ".join(passage.prose for passage in pair.source)
        for joined in joined_words(segment.prose, english):
            if any(other.start < joined.span.end and joined.span.start < other.end for other in masked):
                continue
            hyphen = joined.particle or not _hyphenated(bitext).isdisjoint(joined.lemmas)
            right = f"{joined.first}{'-' if hyphen else ' '}{joined.second}"
            passage = Passage(segment, joined.span)
            yield Problem(
                passage,
                Message("«{word}» is written «{right}»", {"word": passage.text, "right": right}),
                suggestions=(right,),
                source=pair.source[0],
                cause=f"{joined.first} {joined.second}",
            )


@lru_cache(maxsize=4)
def _hyphenated(bitext: Bitext) -> frozenset[tuple[str, str]]:
    """Return the lemmas of the words that stand with a hyphen: ("государство", "участник")."""
    texts = (segment.prose for segment in bitext.russian.document.segments)
    words = {word for text in texts for word in _HYPHENATED.findall(text)}
    words.update(_HYPHENATED.findall(" ".join(bitext.glossary.words())))
    return frozenset(
        (first.lemma, second.lemma)
        for before, after in words
        for first in readings(before)
        for second in readings(after)
    )
