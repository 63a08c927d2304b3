"""What looks like a heading, and how far the first page with its titles goes."""

from collections.abc import Sequence

from termcheck.formats.blocks import Block
from termcheck.formats.frontmatter import is_front_line
from termcheck.formats.labels import Label, Shape
from termcheck.model import Kind

BELOW_MARKUP = 7  # a heading in bold alone stands below all that are marked as headings
FRONT_BLOCKS = 15  # that may stand before the first numbered paragraph or heading and be a first page
_LONGEST_HEADING = 300  # code points


def looks_like_heading(block: Block) -> bool:
    """Whether markup says that a block is a heading: as such, or as a short text all in bold."""
    if block.kind is Kind.HEADING:
        return True
    return (
        block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        and block.is_strong
        and len(block.text) <= _LONGEST_HEADING
        and block.text[-1] not in ".;:,"
    )


def markup_depth(block: Block) -> int:
    """The rank of a heading by its markup."""
    return block.depth if block.kind is Kind.HEADING and block.depth else BELOW_MARKUP


def first_page(blocks: Sequence[Block], labels: Sequence[Label | None]) -> int:
    """How many blocks are the first page: titles and short lines, of which one tells the date or the like.

    Without such a line nothing but the titles at the very beginning. A heading that ranks below a title, a
    number and running text begin what follows.
    """
    titles, highest, is_page = 0, BELOW_MARKUP, False
    length = 0
    for block, label in zip(blocks[:FRONT_BLOCKS], labels, strict=False):
        if looks_like_heading(block):
            if label or markup_depth(block) > highest:
                break
            highest = markup_depth(block)
            titles += titles == length
        elif is_front_line(block.text):
            is_page = True
        elif not _goes_with_titles(block, label):
            break
        length += 1
    return length if is_page else titles


def _goes_with_titles(block: Block, label: Label | None) -> bool:
    """Whether a block is a cell, a line that ends without a mark, or a note on a title."""
    if block.label or label:
        return bool(block.label) or bool(label and label.shape is Shape.STAR)
    return len(block.text) <= _LONGEST_HEADING and block.text[-1:] not in (*".;:,", "")
