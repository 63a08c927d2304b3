"""text/spacing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity, Span

_BLANK = "[ \u00a0]"
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

    A blank before % and blanks within a range are hints.

    Wrong:  доклад , в котором говорится о  мерах по разделу №5
    Right:  доклад, в котором говорится о мерах по разделу № 5
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for fault in _FAULTS:
            for match in fault.pattern.finditer(segment.text):
                span = Span(*match.span())
                if any(other.start < span.end and span.start < other.end for other in masked):
                    continue
                keep = match.groupdict().get("keep") or ""
                yield Problem(
                    Passage(segment, span),
                    Message(fault.message, {"keep": keep}),
                    suggestions=(fault.right.format(keep=keep),),
                    severity=fault.severity,
                    cause=fault.message.format(keep=keep),
                )
