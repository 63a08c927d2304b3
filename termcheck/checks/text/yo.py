"""text/yo."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity, Span

# Foreign names keep it («Хёка», «Тёркс»), and «всё», «чём» tell words apart.
_WORD = re.compile(r"(?<![\w-])[а-я]*ё[а-яё]*(?![\w-])")
_TELLING = re.compile(r"всё|[чн]ём|нёб\w*|осёл|узнаё\w*|признаё\w*|совершённ\w*")


@check("text/yo", Severity.HINT, Reach.PAIR)
def yo(bitext: Bitext) -> Iterator[Problem]:
    """Find «ё» where documents of the United Nations write «е».

    Wrong:  счёт был утверждён
    Right:  счет был утвержден
    """
    for segment in bitext.russian.document.segments:
        if "ё" not in segment.prose:
            continue
        for match in _WORD.finditer(segment.prose):
            if not _TELLING.fullmatch(match[0]):
                yield Problem(
                    Passage(segment, Span(*match.span())),
                    Message(
                        "United Nations documents write «{right}»", {"right": match[0].replace("ё", "е")}
                    ),
                    suggestions=(match[0].replace("ё", "е"),),
                    cause="ё",
                )
