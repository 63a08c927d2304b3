"""Marks before the letter that a menu is reached by: «&Файл», «_Файл», «~Файл», «Файл (&F)»."""

import re

# In brackets stands the English letter, where the translation has none of its own.
_IN_BRACKETS = re.compile(r"\((?P<mark>[&_~])[A-Z]\)")
_MARKS = {mark: re.compile(rf"{mark}(?=[^\W\d_])(?!\w+;)") for mark in "&_~"}
_CYRILLIC = re.compile(r"[А-яЁё]")


def accelerators(english: str, russian: str) -> tuple[int, int] | None:
    """Where the mark stands in the two texts of a unit, which have one each; None where they have none.

    "R&D" and "file_name" are words: of the two, one at least stands at the beginning of a word, and the
    Russian before a Russian letter, or in brackets.
    """
    for mark, pattern in _MARKS.items():
        if english.count(mark) != 1 or russian.count(mark) != 1:
            continue
        theirs, ours = pattern.search(english), pattern.search(russian)
        if not theirs or not ours:
            continue
        begins = (
            not theirs.string[: theirs.start()][-1:].isalnum()
            or not ours.string[: ours.start()][-1:].isalnum()
        )
        in_brackets = any(found.start("mark") == ours.start() for found in _IN_BRACKETS.finditer(russian))
        if in_brackets or (begins and _CYRILLIC.match(russian, ours.end())):
            return theirs.start(), ours.start()
    return None
