"""number/format."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity, Span

# «73.3 года», «1.5 °C», «2.5 млн»: before such a word a figure is no chapter, date or version.
_POINT = re.compile(
    r"(?<![\d.,/-])(\d+)\.(\d+)(?=[\s\u00a0]?(?:%|°|процент|млн|млрд|трлн|тыс\.|миллион|миллиард|долл|евро|км\b|кг\b|"
    r"га\b|тонн|год[а-я]*\b|лет\b|раз[а-я]?\b|балл|пункт[а-я]* процент))"
)
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)")


@check("number/format", Severity.WARNING, Reach.PAIR)
def format_(bitext: Bitext) -> Iterator[Problem]:
    """Find a figure written as in English: with a decimal point, or a comma between thousands.

    Russian has a comma before decimals and a blank between thousands. It is told where the English has the
    very same figure.

    Wrong:  73.3 years: 73.3 года; 11,500 persons: 11,500 человек
    Right:  73.3 years: 73,3 года; 11,500 persons: 11 500 человек
    """
    for pair in bitext.trusted:
        english = " ".join(passage.prose for passage in pair.source)
        for passage in pair.target:
            for pattern, right in ((_POINT, _with_comma), (_COMMAS, _with_blanks)):
                for match in pattern.finditer(passage.segment.prose, passage.span.start, passage.span.end):
                    if re.search(rf"(?<![\d.,]){re.escape(match.group())}(?![\d,]|\.\d)", english):
                        yield Problem(
                            Passage(passage.segment, Span(*match.span())),
                            Message("in Russian it is written {right}", {"right": right(match)}),
                            suggestions=(right(match),),
                            cause="point" if pattern is _POINT else "comma",
                        )


def _with_comma(match: re.Match[str]) -> str:
    return f"{match[1]},{match[2]}"


def _with_blanks(match: re.Match[str]) -> str:
    return match.group().replace(",", " ")
