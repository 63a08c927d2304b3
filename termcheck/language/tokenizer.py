"""Cut a text into words as UN documents use them, for spaCy.

Rules are tried in order at each place; the first that matches makes the token. A document symbol, an
ordinal in figures, an abbreviation with its full stop and a hyphenated name are words from the start.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from termcheck.model import ENGLISH, RUSSIAN

# With its full stop an abbreviation is one word, and that full stop ends no sentence.
_ABBREVIATIONS = {
    RUSSIAN: (
        r"(?:и\s)?т\.\s?[дпекн]\.",  # т. е., и т. д., т. п., т. к., т. н.
        r"и\s(?:др|пр)\.",
        r"[дн]\.\s?э\.",
        r"(?:См|Ср|Напр)\.",
        r"(?:тыс|долл|руб|ст|стр|с|п|пп|гл|разд|ч|мин|сек|см|ср|напр|англ|фр|исп|рус|лат|др|пр)\.",
        r"(?:им|ул|просп|пл|обл|г|гг|в|вв|кв|куб|шт|экз|вып|т|тт|изд|ред|рис|табл|прим|акад|проф|тел)\.",
    ),
    ENGLISH: (
        r"(?:e\.\s?g|i\.\s?e|a\.\s?i|a\.\s?m|p\.\s?m|et\sal|etc|viz|cf|ibid|op\.\s?cit)\.",
        r"(?:U\.S\.A|U\.S|U\.K|U\.N|D\.C)\.",
        r"(?:Mr|Mrs|Ms|Messrs|Dr|Prof|St|Gen|Col|Lt|Maj|Capt|Hon|Jr|Sr|Inc|Ltd|Corp)\.",
        r"(?:Nos?|[Vv]ols?|[Ss]ect|arts?|paras?|chaps?|pp?|eds?|approx|vs)\.",
    ),
}

_ADDRESS = r"(?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?)\]]|[\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+"
# Letters, a slash and a figure: A/69/767, CTOC/COP/WG.4/2021/INF/1/Rev.1, in either alphabet.
_SYMBOL = (
    r"(?=[A-ZА-ЯЁ][^\s/]{0,60}/\S{0,120}\d)[A-ZА-ЯЁ][\w.-]*(?:/(?:[\w-]|\.(?=\w)|\([\w. ]{1,12}\))+)+\*{0,2}"
)
_INITIAL = r"(?:[A-ZА-ЯЁ]|Дж|Ч|Ch|Th)\.(?=\s?[A-ZА-ЯЁ])"  # А. С. Пушкин, Дж. Смит
_NUMBER = r"\d+(?:-[а-яё]{1,3}\b|[.,]\d+)*(?!\w)"  # 1-м, 12,5
_GRADE = r"[A-Z]+-\d+\b"  # COVID-19, P-4
_POSSESSIVE = r"['’]s\b"  # the Secretary-General's
# The figure of a footnote may stick to the end of a word: "Drugs and Crime1", «по бюджетным вопросам22».
_BEFORE_NOTE = r"(?=\d{1,3}(?!\w))"
# «УООН-ИПИУ», «ПРООН-Сирия»: two names, but «ООН-Хабитат» is one.
_BEFORE_NAME = r"(?!ООН-)[А-ЯЁ]{3,}(?=[-‑][А-ЯЁ])"
_WORD = {
    # An accent or a soft hyphen inside a word is part of it; й may come in two code points.
    RUSSIAN: rf"[^\W\d][а-яё]{{3,}}{_BEFORE_NOTE}|{_BEFORE_NAME}|"
    r"\w(?:[\w\u00ad\u0300\u0301\u0306\u0308]|[-‑'’](?=\w))*",
    # A hyphen is a word of its own, as in "Saint Lucia-based"; names with hyphens are matched across it.
    ENGLISH: rf"[^\W\d][a-z]{{3,}}{_BEFORE_NOTE}|\w(?:[\w\u00ad]|['’](?=\w)(?!s\b))*",
}
_SIGN = r"<<|>>|--+|\.{2,}|[^\w\s]|\s"


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    abbreviation = rf"(?<!\w)(?:{'|'.join(_ABBREVIATIONS[language])})"
    rules = (_ADDRESS, _SYMBOL, abbreviation, _INITIAL, _NUMBER, _GRADE, _POSSESSIVE, _WORD[language], _SIGN)
    return re.compile("|".join(f"(?:{rule})" for rule in rules))


def split(text: str, language: str) -> list[str]:
    """Return the tokens of a text without its blanks, where no Doc is wanted."""
    return [token for token in _pattern(language).findall(text) if not token.isspace()]


class Tokenizer:
    """A spaCy tokenizer for UN documents in one language ("ru" or "en")."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self._find = _pattern(language).findall

    def __call__(self, text: str) -> Doc:
        """Return the text as a Doc; `doc.text == text` holds for every text."""
        words: list[str] = []
        spaces: list[bool] = []
        for token in self._find(text):
            if token == " " and spaces and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Tokenize many texts."""
        return map(self, texts)

    # There is no state to keep beyond the language; spaCy asks for these when it saves a pipeline.
    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the rules are code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "Tokenizer":
        """Return itself."""
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, path: Path | str, **_: Any) -> "Tokenizer":
        """Return itself."""
        return self
