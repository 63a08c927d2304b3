"""Plain text: paragraphs parted by blank lines, or one a line where there is none."""

import re

from termcheck.formats.blocks import Block, Builder
from termcheck.model import Kind

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")


def read_plain(text: str) -> list[Block]:
    """The paragraphs of a text, line breaks within them become blanks."""
    lines = [(match.group(1), match.start()) for match in _LINE.finditer(text)]
    while lines and not lines[-1][0].strip():
        lines.pop()
    while lines and not lines[0][0].strip():
        del lines[0]
    one_a_line = all(line.strip() for line, _ in lines)
    blocks: list[Block] = []
    builder = Builder()
    for line, offset in (*lines, ("", len(text))):
        if line.strip():
            builder.line_break()
            builder.literal(line, offset)
        if builder.length and (one_a_line or not line.strip()):
            blocks.append(builder.block(Kind.PARAGRAPH))
            builder = Builder()
    return [block for block in blocks if block.text]
