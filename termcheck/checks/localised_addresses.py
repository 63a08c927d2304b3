"""Addresses that lead to the same page, or to that page in the other language."""

import re
from urllib.parse import unquote, urlsplit

_PART = re.compile(r"[A-Za-z]+|[^A-Za-z]+")
# «/en/» is «/ru/», “Lang=E” is «Lang=R», “_en.pdf” is «_ru.pdf».
_LANGUAGES = frozenset(
    [
        ("en", "ru"),
        ("eng", "rus"),
        ("english", "russian"),
        ("e", "r"),
        ("us", "ru"),
        ("gb", "ru"),
        ("uk", "ru"),
    ]
)


def leads_to_the_same(english: str, russian: str) -> bool:
    """Whether an address of the Russian text is that of the English, but for the parts that name a language.

    A site that has a host for each language ("en.example.org") may call its pages as it likes there.
    """
    theirs, ours = (unquote(address).rstrip("/") for address in (english, russian))
    if _is_localised(theirs, ours):
        return True
    host, other = (_host(address) for address in (english, russian))
    return host != other and _is_localised(host, other)


def _is_localised(english: str, russian: str) -> bool:
    theirs, ours = _PART.findall(english), _PART.findall(russian)
    return len(theirs) == len(ours) and all(
        one == other or (one.lower(), other.lower()) in _LANGUAGES
        for one, other in zip(theirs, ours, strict=True)
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:  # "http://[x"
        return ""
