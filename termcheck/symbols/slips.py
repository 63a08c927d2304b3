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

    Short parts are close to one another by nature: CES and CEP are two committees, CRC and CRPD two treaty
    bodies. Two letters exchanged tell at any length, one lost or added from three on, one changed from four.
    """
    if not is_one_slip(word, known):
        return False
    if len(word) != len(known):
        return min(len(word), len(known)) > 2
    return len(known) > 3 or sorted(word) == sorted(known)
