"""Stretches of a text that nobody reads: data of pictures and fonts, keys, rows of signs.

No name, symbol or number stands in them, and patterns that are quick on words crawl on them.
"""

import re

from termcheck.model.documents import STAND_IN, Span

# Code points without a blank. Words have up to 40, symbols and chains of alternatives up to some 100, an
# address that a reader might still look at some 200: what is longer by far is for machines.
LONGEST_TOKEN = 500

_OPAQUE = re.compile(
    rf"(?<!\S)\S{{{LONGEST_TOKEN + 1},}}"
    # data:image/png;base64,iVBORw0… (RFC 2397), of any length
    r"|\bdata:(?:[\w.+-]{1,80}/[\w.+-]{1,80})?(?:;[\w.=+-]{1,80}){0,5},[^\s\"'<>«»“”()\[\]]+",
    re.IGNORECASE,
)


def opaque(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that nobody reads, in order."""
    return tuple(Span(*match.span()) for match in _OPAQUE.finditer(text))


def veiled(text: str) -> str:
    """Return a text of the same length with a stand-in for each character that nobody reads."""
    return _OPAQUE.sub(lambda match: STAND_IN * len(match.group()), text)
