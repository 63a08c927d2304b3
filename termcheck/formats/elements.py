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
