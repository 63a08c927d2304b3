"""Which language a document is in."""

import re

from termcheck.model import ENGLISH, RUSSIAN, Document, veiled

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")
_OTHER = {"Arabic": re.compile(r"[\u0600-\u06ff]"), "Chinese": re.compile(r"[\u4e00-\u9fff]")}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20  # letters: below, a text tells nothing
_ENOUGH_WORDS = 60  # to tell languages of one script apart
_OFTEN = 0.08  # at least so many of a text's words are the commonest words of its language
_SELDOM = 0.03
_FOREIGN_LETTERS = 0.01

# The commonest short words of the languages that share a script with English or Russian.
_COMMON_WORDS = {
    "English": "the of and to in for on that with by",
    "French": "de la le les et des du en à dans pour que aux sur",
    "Spanish": "de la el los y en las del que para por una con al",
    "German": "der die und den des von zu mit das für dem im",
    "Italian": "di e il la che in della per dei del le nel",
    "Portuguese": "de a o e que do da os dos em as das para",
}
# Letters that Russian does not have.
_FOREIGN = {
    "Ukrainian": re.compile("[іїєґІЇЄҐ]"),
    "Belarusian": re.compile("[ўЎ]"),
    "Serbian or Macedonian": re.compile("[јљњћђџѓќЈЉЊЋЂЏЃЌ]"),
    "Kazakh, Kyrgyz, Tajik or Mongolian": re.compile("[әғқңөұүһҷӯҳӣӘҒҚҢӨҰҮҺҶӮҲӢ]"),
}
_NUMERAL = re.compile("ІІ+")  # «ІІІ»: a Roman numeral typed with Ukrainian letters
# Bulgarian has no letter of its own, but neither ы nor э, which Russian needs all the time.
_RUSSIAN_ALONE = re.compile("[ыэЫЭ]")
_SURELY_RUSSIAN_WITHIN = 1000  # letters


def written_in(document: Document) -> str | None:
    """Return "ru", "en", or the name of another language; None where the letters do not tell."""
    text = "".join(f"{veiled(segment.prose)}\n" for segment in document.segments)
    cyrillic, latin = _CYRILLIC.findall(text), len(_LATIN.findall(text))
    letters = len(cyrillic) + latin
    for name, script in _OTHER.items():
        if len(script.findall(text)) > max(letters, _ENOUGH):
            return name
    if letters < _ENOUGH or max(len(cyrillic), latin) < 0.6 * letters:
        return None
    return _of_cyrillic("".join(cyrillic)) if len(cyrillic) > latin else _of_latin(text)


def _of_cyrillic(letters: str) -> str:
    letters = _NUMERAL.sub("", letters)
    for name, foreign in _FOREIGN.items():
        if len(foreign.findall(letters)) >= max(_FOREIGN_LETTERS * len(letters), 3):
            return name
    if len(letters) >= _SURELY_RUSSIAN_WITHIN and not _RUSSIAN_ALONE.search(letters):
        return "Bulgarian"
    return RUSSIAN


def _of_latin(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _ENOUGH_WORDS:
        return ENGLISH
    shares = {
        name: sum(word in common for word in words) / len(words)
        for name, common in ((name, frozenset(words.split())) for name, words in _COMMON_WORDS.items())
    }
    likeliest = max(shares, key=lambda name: shares[name])
    foreign = shares[likeliest] >= _OFTEN and shares["English"] < _SELDOM
    return likeliest if foreign else ENGLISH
