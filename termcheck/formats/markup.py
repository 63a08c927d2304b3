"""HTML, and XML that is written like it, as tokens with their places in the text that holds them.

Read here and not by a library: a correction needs to know where each letter stands, which no well-kept
parser tells; the one that comes with Python tells where tags begin, and loses text after a lone "&#".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from html import unescape


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    ENTITY = "&amp;"
    OPEN = "<p>"
    CLOSE = "</p>"
    EMPTY = "<br/>"  # closed by its own slash; that <br> is empty as well is for its reader to know
    OTHER = "<!-- -->"  # a comment, a declaration, an instruction: nothing that a browser shows


@dataclass(frozen=True, slots=True)
class Token:
    """What stands from `start` up to, not including, `end`.

    `text` is what a reader sees of a text or an entity ("&" for "&amp;"), "" of the rest. `name` is that of
    a tag and `attributes` are its attributes, names in small letters, "" where one has no value.
    """

    kind: TokenKind
    start: int
    end: int
    text: str = ""
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


_MARK = re.compile(r"<(?=[A-Za-z/!?])|&(?=[A-Za-z#])")
_AMPERSAND = re.compile("&")
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*)((?>[^"'<>]+|"[^"]*"|'[^']*'|(?<!=)["'])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'/=][^\s/=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))?""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_OTHERS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", ">"), ("<!", ">"), ("</", ">"))
_UNENDING = ("<!", "<?", "</")  # without an end, none after them has one either, and none need look for it
_RAW = ("script", "style", "textarea", "title")  # hold no tags; of the last two, the words are text
_SILENT = ("script", "style")  # hold no words and no entities either


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in order, one beginning where the one before ends.

    A tag that is not closed, as in "x <y", is text; so is a comment, with all after it. What stands in
    <script> and <style> is one token of kind OTHER.
    """
    at = start = 0  # where the search goes on, and where the text before begins
    while mark := _MARK.search(text, at):
        token = _token(text, mark.start())
        if token is None:
            if text.startswith(_UNENDING, mark.start()):
                break
            at = mark.end()
            continue
        yield from _text(text, start, token.start)
        yield token
        at = start = token.end
        if token.kind is TokenKind.OPEN and token.name in _RAW:
            end = _end_of_raw(text, token)
            if token.name in _SILENT and end > start:
                yield Token(TokenKind.OTHER, start, end)
            elif token.name not in _SILENT:
                yield from _without_tags(text, start, end)
            at = start = end
    yield from _text(text, start, len(text))


def entity_at(text: str, start: int) -> Token | None:
    """The entity that begins at a place, None where "&" is a letter like any other."""
    match = _ENTITY.match(text, start)
    if not match:
        return None
    char = unescape(match.group())
    if char == match.group() or len(char) > 2:  # "AT&T", "&notit;": the beginning of a name, and letters
        return None
    return Token(TokenKind.ENTITY, start, match.end(), char)


def _text(text: str, start: int, end: int) -> Iterator[Token]:
    if start < end:
        yield Token(TokenKind.TEXT, start, end, text[start:end])


def _without_tags(text: str, start: int, end: int) -> Iterator[Token]:
    """What stands between two places where no tag counts as one: texts and entities."""
    for mark in _AMPERSAND.finditer(text, start, end):
        entity = entity_at(text, mark.start())
        if entity and entity.end <= end:
            yield from _text(text, start, entity.start)
            yield entity
            start = entity.end
    yield from _text(text, start, end)


def _token(text: str, start: int) -> Token | None:
    """The tag, entity or comment that begins here."""
    if text[start] == "&":
        return entity_at(text, start)
    if match := _TAG.match(text, start):
        closing, name, rest = match.groups()
        if closing:
            return Token(TokenKind.CLOSE, start, match.end(), name=name.lower())
        kind = TokenKind.EMPTY if rest.endswith("/") else TokenKind.OPEN
        return Token(kind, start, match.end(), name=name.lower(), attributes=_attributes(rest))
    for opening, closing in _OTHERS:
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening))
            return Token(TokenKind.OTHER, start, end + len(closing)) if end >= 0 else None
    return None


def _attributes(text: str) -> dict[str, str]:
    found = dict[str, str]()
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _end_of_raw(text: str, opened: Token) -> int:
    """Where what a raw element holds ends: at its closing tag, or where the text does."""
    closing = re.compile(rf"</{opened.name}\b", re.IGNORECASE).search(text, opened.end)
    return closing.start() if closing else len(text)
