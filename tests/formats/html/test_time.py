"""Pages of nothing but trouble are read in a time that grows as that of harmless ones does."""

import time

import pytest

from termcheck.formats.html import read_html

SIZE = 100_000


def seconds(text: str) -> float:
    begun = time.process_time()
    read_html(text)
    return time.process_time() - begun


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "<div>",
        "<b>",
        "</b></div>",
        "<b><p>x",
        '<a href="#x" name="x">1</a>',
        '<sup><a href="#n">1</a></sup><p id=n>x',
        "<table><tr><td rowspan=9999 colspan=99>x",
        "<tr><td rowspan=60000>x</tr>",
        "<ol start=5>",
        '<div class="footer">',
        '<div class="menu"><a href="x">y</a>',
        "<aside>x",
        "<main>",
        "<pre>a\n\n",
        "<br>x",
        '<i style="a:b;a:b;a:b">',
    ],
)
def test_hostile_pages(part: str) -> None:
    # A harmless page: as many paragraphs as the hostile one has tags.
    count = SIZE // len(part)
    assert seconds(part * count) <= 5 * seconds("<p>x</p>" * (count * part.count("<")))
