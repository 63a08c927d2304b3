"""text/spacing."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity, Span

_BLANK = "[ \u00a0]"
# What stands wrong, and what should; group "keep" stays.
_FAULTS = (
    # "доклад , в котором"; an ellipsis or a decimal (" .5") may well follow a blank.
    (re.compile(rf"(?<=[а-яё»)]){_BLANK}+(?P<keep>[,;:!?]|\.(?![.\w]))(?=\s|$)"), "no blank before «{keep}»"),
    (re.compile(rf"(?P<keep>[(«]){_BLANK}+(?=\w)"), "no blank after «{keep}»"),
    (re.compile(rf"(?<=[\w.]){_BLANK}+(?P<keep>[)»])"), "no blank before «{keep}»"),
    # "доклад,в котором": only between words.
    (re.compile(r"(?<=[а-яё])(?P<keep>[,;])(?=[а-яё])"), "a blank after «{keep}»"),
    # After the end of a sentence two blanks are a habit, not a slip.
    (re.compile(r"(?<=[а-яё,]) {2,}(?=[а-яё])"), "one blank between words"),
)


@check("text/spacing", Severity.WARNING, Reach.PAIR)
def spacing(bitext: Bitext) -> Iterator[Problem]:
    """Find a blank too many or too few beside a mark or between words.

    Wrong:  доклад , в котором говорится о  мерах
    Right:  доклад, в котором говорится о мерах
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for pattern, rule in _FAULTS:
            for match in pattern.finditer(segment.text):
                span = Span(*match.span())
                if any(other.start < span.end and span.start < other.end for other in masked):
                    continue
                keep = match.groupdict().get("keep", "")
                right = f"{keep} " if rule.startswith("a blank") else keep or " "
                yield Problem(
                    Passage(segment, span),
                    Message(rule, {"keep": keep}),
                    suggestions=(right,),
                    cause=rule.format(keep=keep),
                )
