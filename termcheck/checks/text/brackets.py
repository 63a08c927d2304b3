"""text/brackets."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.halves import Half, answered_elsewhere, unpaired
from termcheck.model import Message, Passage, Problem, Severity, Span, veiled

# «a)», «1)», «iv)», «3 бис)», «*)», «a)–c)», «2.1)», «a’)»: the bracket of a label needs no other half;
# that of «A/70/7)» does.
_LABEL = re.compile(
    r"(?:(?<![^\s(;,:«“„\"'<])|(?<=\)[/–—-]))"
    r"(?P<body>\d{0,3}[A-Za-zА-Яа-яЁё]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,3}(?:\.\d{1,2})*|\*{1,3})"
    r"[’'*]?(?:[ -]?(?:бис|тер|кватер|bis|ter|quater))?(?P<half>\))"
)
# «[0, 1)», «(2; 5]» include one end and not the other.
_INTERVAL = re.compile(r"\[[-–\d.,;\s∞]+\)|\([-–\d.,;\s∞]+\]")


@check("text/brackets", Severity.WARNING, Reach.PAIR)
def brackets(bitext: Bitext) -> Iterator[Problem]:
    """Find a round bracket that has no other half.

    The half bracket of a label, as in «a)», is none, nor is one whose other half stands in another paragraph.
    A hint where the English has such a bracket too.

    Wrong:  Департамент операций по поддержанию мира (ДОПМ провел обзор.
    Right:  Департамент операций по поддержанию мира (ДОПМ) провел обзор.
    """
    segments = bitext.russian.document.segments
    texts = [segment.prose for segment in segments]
    for segment in segments:
        pair = bitext.counterpart(segment)
        english = " ".join(passage.prose for passage in pair.source) if pair and len(pair.target) == 1 else ""
        lonely = _lonely(segment.prose, english)
        as_english = bool(_lonely(english))
        sure = english and not as_english
        for half in lonely:
            if not sure and answered_elsewhere(half, texts, segment.position, _lonely):
                continue
            passage = Passage(segment, Span(half.at, half.at + 1))
            yield Problem(
                passage,
                Message("the bracket «{bracket}» has no other half", {"bracket": passage.text}),
                source=pair.source[0] if pair else None,
                severity=Severity.HINT if as_english else None,
                cause=f"{segment.position} {half.at}",
            )


def _lonely(text: str, english: str = "") -> tuple[Half, ...]:
    """Return the brackets of a text that pair with none, however its labels are understood.

    «(пункты 27 и 32)» ends in what looks like a label, but in the English (32) is none.
    """
    if "(" not in text and ")" not in text:
        return ()
    plain = _INTERVAL.sub(lambda match: " " * len(match.group()), veiled(text))
    labels = {
        match.start("half")
        for match in _LABEL.finditer(plain)
        if not english or not match["body"].isdecimal() or f"({match['body']})" in english
    }
    return unpaired([Half(at, mark == "(", at in labels) for at, mark in enumerate(plain) if mark in "()"])
