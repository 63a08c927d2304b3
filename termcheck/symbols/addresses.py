"""The document symbol to which a web address leads: undocs.org/ru/A/75/1 to A/75/1."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from termcheck.symbols.finding import find
from termcheck.symbols.grammar import Symbol


def symbol_at(address: str) -> Symbol | None:
    """The symbol of the document at an address; None where the address does not say it for certain."""
    try:
        parts = urlsplit(address.strip() if "//" in address else f"//{address.strip()}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # "http://[x": no address at all
        return None
    facts = _facts()
    said: list[str] = []
    if host in facts["by_parameter"].split():
        # "?Open&DS=A/75/1", "view_doc.asp?symbol=A/RES/75/1"
        names = facts["parameters"].split()
        said += [value for name, value in parse_qsl(parts.query) if name.lower() in names]
    if host in facts["by_path"].split() and not said:
        said.append(unquote(parts.path.partition("&")[0]))
    return _symbol(said[0]) if said else None


def _symbol(text: str) -> Symbol | None:
    facts = _facts()
    language = "|".join(facts["languages"].split())
    text = re.sub(rf"^/*(?:(?:{language})/+)?", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(rf"(?:/(?:{language})|\([{facts['letters']}]\))?[/.,;]*$", "", text, flags=re.IGNORECASE)
    found = find(text) or find(text.upper())
    return found[0].symbol if found and found[0].text in (text, text.upper()) else None


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "addresses.toml").read_text(encoding="utf-8"))
