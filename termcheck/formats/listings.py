"""What is set as code, by four blanks or in <pre>: code, or the prose of a typist who indents."""

import re

_WORD = re.compile(r"[«„“\"'(\[]*(?:[^\W\d_]+(?:[-’'.][^\W\d_]+)*|\d[\d.,–-]*\d|\d)[»”“\"')\],.;:!?…%]*")
_DASHES = frozenset("–—-•")
_CYRILLIC = re.compile("[А-яЁё]{2}")
_SENTENCE = re.compile(r"[\W\d]*[A-Z].*[.:;!?…][»”\"')\]]*\s*$", re.DOTALL)
_FEWEST_WORDS = 4  # of a sentence in Latin letters: "sudo apt update" is a command


def is_prose(text: str) -> bool:
    """Whether a text consists of words, in sentences where they are written as those of programs are."""
    parts = text.split()
    words = [part for part in parts if _WORD.fullmatch(part)]
    if 6 * len(words) < 5 * sum(part not in _DASHES for part in parts):
        return False
    if 2 * sum(bool(_CYRILLIC.search(word)) for word in words) > len(words):
        return True
    return len(words) >= _FEWEST_WORDS and bool(_SENTENCE.match(text))
