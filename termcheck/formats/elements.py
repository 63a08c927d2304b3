"""What is known of the elements of HTML."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def facts() -> dict[str, Any]:
    """The facts of elements.toml."""
    return tomllib.loads((Path(__file__).parent / "elements.toml").read_text(encoding="utf-8"))


@cache
def known(group: str) -> frozenset[str]:
    """The names of a group of elements.toml."""
    return frozenset(facts()[group])


@cache
def names() -> frozenset[str]:
    """The names of the elements of HTML."""
    return (
        known("block")
        | known("inline")
        | known("replaced")
        | known("void")
        | known("hidden")
        | known("verbatim")
    )
