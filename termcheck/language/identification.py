"""Whether a document is in Russian or in English."""

import re

from termcheck.model import ENGLISH, RUSSIAN, Document

_CYRILLIC = re.compile(r"[а-яёА-ЯЁ]")
_LATIN = re.compile(r"[a-zA-Z]")
_ENOUGH = 20  # letters: below, a text tells nothing


def written_in(document: Document) -> str | None:
    """Return the language that most letters of a document are of; None where they do not tell."""
    text = "".join(segment.text for segment in document.segments)
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin < _ENOUGH or max(cyrillic, latin) < 0.6 * (cyrillic + latin):
        return None
    return RUSSIAN if cyrillic > latin else ENGLISH
