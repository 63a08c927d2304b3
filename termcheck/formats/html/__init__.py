"""HTML: pages as a browser shows them, those of Word and LibreOffice and those saved from web sites.

tree        elements, where tags are left out or crossed
page        what of a page is text, and what is hidden or stands on every page
notes       which links are marks of notes
reading     blocks, element by element

Which language a page marks its parts as is not asked: word processors mark at random.
"""

from termcheck.formats.blocks import Block
from termcheck.formats.html.encoding import decode_html
from termcheck.formats.html.reading import Reader

__all__ = ["Reader", "decode_html", "read_html"]


def read_html(text: str) -> list[Block]:
    """The title, headings, paragraphs, list items, cells and notes of a page."""
    return list(Reader().read(text))
