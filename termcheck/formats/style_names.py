"""What the name of a paragraph style says of the paragraphs that bear it."""

import re

_HEADING = re.compile(r"(?:heading|заголовок|_?\s*H[ _]*)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|название|заголовок|_?\s*H[ _]*(?:Ch|M))\b", re.IGNORECASE)


def rank_in_name(name: str) -> int | None:
    """The rank of a heading (1 = highest) whose style has this name, None where it names no heading."""
    if match := _HEADING.match(name):
        return max(int(match.group(1)), 1)
    return 1 if _TITLE.match(name) else None
