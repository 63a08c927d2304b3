"""What the tests of pages share: a page read, and the law that each letter stands where its piece says."""

from collections.abc import Callable

import pytest

from termcheck.formats.html import read_html
from termcheck.formats.structure import document, line_starts
from termcheck.model import Document


@pytest.fixture(scope="session")
def read_page(find_misplaced: Callable[..., list[tuple[str, str]]]) -> Callable[[str], Document]:
    """A function from the text of a page to its document."""

    def read(text: str) -> Document:
        page = document(read_html(text), path="a.html", language="ru", lines=line_starts(text))
        assert find_misplaced(page, text, escapes="&") == []
        return page

    return read
