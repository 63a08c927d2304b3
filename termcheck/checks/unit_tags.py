"""The tags and inline elements of a unit, each with the words that it is about."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from termcheck.formats.elements import known, names
from termcheck.formats.markup import Token, TokenKind, tokens
from termcheck.model import STAND_IN, Code, CodeKind, Passage, Segment, Span

_TAGS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.EMPTY)
_WORD = re.compile(r"\w(?:[\w-]*\w)?")
_IDS = ("rid", "id", "x", "i")  # by which elements of XLIFF and TMX are known


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of HTML, or an inline element of XLIFF or TMX.

    `identity` is by what it is known in both languages: the name of a tag of HTML, the content or the id of
    an element. `words` are those that it encloses, or a word beside it.
    """

    code: Code
    kind: TokenKind
    name: str
    identity: str
    words: Passage
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether a translation may do without it, or need another: "2<sup>nd</sup>" is «2-й»."""
        return self.name in known("free")

    @property
    def is_left_open(self) -> bool:
        """Whether nothing needs to close it."""
        return self.name in known("void") or self.name in known("alone") or self.name not in names()


def tags_of(segment: Segment) -> tuple[Tag, ...]:
    """The tags of a segment, in the order of the text."""
    found = [(code, *tag) for code in segment.codes if (tag := _read(segment, code))]
    closed, words = _closed(found), [Span(*match.span()) for match in _WORD.finditer(segment.text)]
    return tuple(
        Tag(
            code,
            token.kind,
            token.name,
            _identity(token, content),
            Passage(segment, _enclosed(segment, code, closed.get(at)) or _beside(segment, code, words)),
            token.attributes,
        )
        for at, (code, token, content) in enumerate(found)
    )


def _read(segment: Segment, code: Code) -> tuple[Token, str] | None:
    """The tag that a code is, with what an element of the file holds in it; none of a typed placeholder."""
    if code.kind is CodeKind.VERBATIM or segment.text[code.span.start : code.span.end].strip(STAND_IN):
        return None
    found = list(tokens(code.text))
    if not found or found[0].kind not in _TAGS:
        return None
    return found[0], "".join(token.text for token in found[1:])


def _identity(token: Token, content: str) -> str:
    if token.name in names():
        return token.name
    called = next((token.attributes[name] for name in _IDS if name in token.attributes), "")
    return f"{token.name} {content.strip() or called}"


def _closed(found: Sequence[tuple[Code, Token, str]]) -> dict[int, Code]:
    """For each tag that opens, by its number, the one that closes it."""
    closed, still_open = dict[int, Code](), defaultdict[str, list[int]](list)
    for at, (code, token, _) in enumerate(found):
        if token.kind is TokenKind.OPEN:
            still_open[token.name].append(at)
        elif token.kind is TokenKind.CLOSE and still_open[token.name]:
            closed[still_open[token.name].pop()] = code
    return closed


def _enclosed(segment: Segment, code: Code, closing: Code | None) -> Span | None:
    """The words from a tag to the one that closes it."""
    if closing is None:
        return None
    words = segment.text[code.span.end : closing.span.start]
    start = code.span.end + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip(f"{STAND_IN} ") else None


def _beside(segment: Segment, code: Code, words: Sequence[Span]) -> Span:
    """The word that stands at a tag, or else the next or the last one; the whole text without words."""
    at = bisect_right(words, code.span.start, key=lambda span: span.end)
    return words[min(at, len(words) - 1)] if words else Span(0, len(segment.text))
