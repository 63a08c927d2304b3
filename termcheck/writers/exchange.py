"""What the formats for other programs have in common: who wrote a file, and what XML can hold."""

import re
from importlib import metadata

TOOL = "termcheck"

# All but what XML 1.0 calls a character (section 2.2): control codes, halves of surrogate pairs.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def version() -> str:
    """Return the version of termcheck, for files that say what wrote them."""
    return metadata.version(TOOL)


def xml_characters(text: str) -> str:
    """Return a text without the characters that an XML 1.0 file cannot hold, however written."""
    return _NO_XML.sub("", text)
