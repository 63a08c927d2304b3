"""Slips of the finger: whether a word is another one, mistyped."""


def is_one_slip(word: str, known: str) -> bool:
    """Whether one letter was lost, added or changed, or two exchanged: "Ad" for "Add", "CTCO" for "CTOC"."""
    if len(word) == len(known):
        wrong = [(a, b) for a, b in zip(word, known, strict=True) if a != b]
        return len(wrong) == 1 or (len(wrong) == 2 and wrong[0] == wrong[1][::-1])
    longer, shorter = sorted((word, known), key=len, reverse=True)
    if len(longer) - len(shorter) > 1:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def is_misspelt(word: str, known: str) -> bool:
    """Whether a slip is the likeliest way from one part of a symbol to another.

    Short parts are close to one another by nature (GRSG and GRSP, OPAC and OPSC): one letter lost or added
    tells from three on, one changed from five. Two letters exchanged tell at any length.
    """
    if not is_one_slip(word, known):
        return False
    if len(word) != len(known):
        return min(len(word), len(known)) > 2
    return len(known) > 4 or is_reordered(word, known)


def is_reordered(word: str, known: str) -> bool:
    """Whether two words have the same letters: "CTCO" and "CTOC"."""
    return sorted(word) == sorted(known)
