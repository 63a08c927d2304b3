"""text/doubled-word."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Kind, Message, Passage, Problem, Severity, Span

# Small letters: «Бора-Бора», «Доминик Доминик» may be names. An end of a sentence or a comma parts the words,
# and «а а)» is a word and a label.
_TWICE = re.compile(r"(?<![\w-])([а-яё]+)(?:\s+\1)+(?![\w)-])")
# «едва едва»; «самим самим собой», «из них них самих» are two forms that look alike.
_MEANT = frozenset("так очень едва чуть еле давно долго далеко много да нет вот самим них".split())


@check("text/doubled-word", Severity.WARNING, Reach.PAIR)
def doubled_word(bitext: Bitext) -> Iterator[Problem]:
    """Find a word that stands twice in a row.

    Wrong:  доклад о о ходе работы
    Right:  доклад о ходе работы
    """
    for segment in bitext.russian.document.segments:
        if segment.kind is Kind.TABLE_CELL:  # votes, one beside the other: «за за»
            continue
        for match in _TWICE.finditer(segment.prose):
            if match[1] not in _MEANT:
                yield Problem(
                    Passage(segment, Span(*match.span())),
                    Message("«{word}» stands twice", {"word": match[1]}),
                    suggestions=(match[1],),
                    cause=match[1],
                )
