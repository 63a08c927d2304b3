"""The tags and inline elements of a unit, each with the words that it is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termcheck.formats.elements import known, names
from termcheck.formats.markup import Token, TokenKind, tokens
from termcheck.model import STAND_IN, Code, CodeKind, Passage, Segment, Span

_TAGS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.EMPTY)
_WORD = re.compile(rf"[^\s{STAND_IN}]+")
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
    found = [(code, token, content) for code in segment.codes for token, content in _read(segment, code)]
    return tuple(
        Tag(
            code,
            token.kind,
            token.name,
            _identity(token, content),
            Passage(segment, _enclosed(segment, found, at)),
            token.attributes,
        )
        for at, (code, token, content) in enumerate(found)
    )


def word_beside(segment: Segment, at: int) -> Span:
    """The word that stands at an offset, or else the next or the last one; the whole text without words."""
    found = [Span(*match.span()) for match in _WORD.finditer(segment.text)]
    after = next((span for span in found if span.end > at), found[-1] if found else None)
    return after or Span(0, len(segment.text))


def _read(segment: Segment, code: Code) -> Iterator[tuple[Token, str]]:
    """The tag that a code is, with what an element of the file holds in it; none of a typed placeholder."""
    if code.kind is CodeKind.VERBATIM or segment.text[code.span.start : code.span.end].strip(STAND_IN):
        return
    found = list(tokens(code.text))  # none is a tag in the mark of an accelerator
    if found and found[0].kind in _TAGS:
        yield found[0], "".join(token.text for token in found[1:])


def _identity(token: Token, content: str) -> str:
    if token.name in names():
        return token.name
    called = next((token.attributes[name] for name in _IDS if name in token.attributes), "")
    return f"{token.name} {content.strip() or called}"


def _enclosed(segment: Segment, found: Sequence[tuple[Code, Token, str]], at: int) -> Span:
    """The words from a tag to the one that closes it, or the word beside it."""
    code, token, _ = found[at]
    depth = 0
    rest = found[at:] if token.kind is TokenKind.OPEN else ()
    for other, tag, _ in rest:
        if tag.name == token.name and tag.kind is not TokenKind.EMPTY:
            depth += 1 if tag.kind is TokenKind.OPEN else -1
        if depth == 0:
            words = segment.text[code.span.end : other.span.start]
            start = code.span.end + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            if words.strip(f"{STAND_IN} "):
                return Span(start, end)
            break
    return word_beside(segment, code.span.start)
