"""The inline elements of XLIFF and TMX: which of them are tags, line breaks, or stand for a word."""

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from termcheck.formats.elements import known
from termcheck.formats.markup import TokenKind, tokens

_TAGS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.EMPTY)


class Role(Enum):
    """What an inline element is to the reader of a unit."""

    NONE = "nothing: an annotation, or no inline element"
    TAG = "tag"
    LINE_BREAK = "line break"
    STAND_IN = "stands for a word"


def role_of(element: str, attributes: Mapping[str, str], content: str) -> Role:
    """What an element is; `content` is the code of the original format that it holds, if any."""
    facts = _facts()
    types = {attributes[name] for name in facts["attributes"] if name in attributes}
    if not types.isdisjoint(facts["breaks"]):
        return Role.LINE_BREAK
    if element not in facts["tags"] and element not in facts["single"]:
        return Role.NONE
    shown = content or next((attributes[name] for name in facts["shown"] if attributes.get(name)), "")
    names = _tags_in(shown)
    if "br" in names:
        return Role.LINE_BREAK
    if element in facts["tags"]:
        return Role.TAG
    if names:
        return Role.STAND_IN if names & known("replaced") else Role.TAG
    called = (attributes.get("id", ""), attributes.get("equiv", ""))
    if not types.isdisjoint(facts["formatting"]) or any(
        name.startswith(tuple(facts["named"])) for name in called
    ):
        return Role.TAG
    return Role.STAND_IN


def is_native(element: str) -> bool:
    """Whether what an element holds is code of the original format."""
    return element in _facts()["native"]


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "inline.toml").read_text(encoding="utf-8"))


def _tags_in(code: str) -> frozenset[str]:
    """The names of the tags that a code consists of; none where it holds anything else."""
    found = [token for token in tokens(code.strip()) if token.text.strip() or token.kind in _TAGS]
    if any(token.kind not in _TAGS for token in found):
        return frozenset()
    return frozenset(token.name for token in found)
