"""Where a name is written with other capitals than its own."""

import re
from collections.abc import Iterator

from termcheck.model import Mention

# A letter may come with its accent in a code point of its own («й» as и and a breve).
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad]|['’](?=\w))*")


def wrong_capitals(mention: Mention) -> bool:
    """Tell whether a mention departs from the glossary in the first letters of its words.

    The first word may have a capital at any time, since a sentence or a heading may begin there, and a
    text in capitals throughout is in order.
    """
    words = list(_pairs(mention))
    if all(found.isupper() for found, _ in words):
        return False
    return any(
        found[0].isupper() != right[0].isupper()
        for number, (found, right) in enumerate(words)
        if number or right[0].isupper()
    )


def too_many_capitals(mention: Mention) -> bool:
    """Tell whether a word has a capital that its name does not give it, the first aside."""
    return any(found[0].isupper() and not right[0].isupper() for found, right in list(_pairs(mention))[1:])


def right_capitals(mention: Mention) -> str:
    """Return the text of a mention with the glossary's capitals; all else stays as it stands."""
    text = mention.passage.text
    for match, right in zip(_WORD.finditer(text), _WORD.findall(mention.form), strict=False):
        first = match.start()
        if first == 0 and not right[0].isupper():
            continue
        letter = text[first].upper() if right[0].isupper() else text[first].lower()
        text = text[:first] + letter + text[first + 1 :]
    return text


def _pairs(mention: Mention) -> Iterator[tuple[str, str]]:
    return zip(_WORD.findall(mention.passage.text), _WORD.findall(mention.form), strict=False)
