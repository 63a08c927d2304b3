"""What the HTML pages share: their environment, their colours, the text that they may hold."""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def page_of(package: str) -> "Template":
    """Return the template "page.html" of a package, which finds the shared ones as well."""
    # Only who wants a page should wait for Jinja2 to load.
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("termcheck.writers")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html")


def shown(text: str) -> str:
    """Return a text without what HTML forbids: control codes become blanks, half a surrogate pair U+FFFD."""
    return "".join(_SIGNS.get(unicodedata.category(char), char) for char in text)


_SIGNS = {"Cc": " ", "Cs": "\ufffd"}
