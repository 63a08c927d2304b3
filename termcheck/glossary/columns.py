"""What the columns of a table mean, guessed from their names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from termcheck.language.scripts import CYRILLIC, LATIN, script
from termcheck.model import ENGLISH, RUSSIAN

# The names that tables of terms give their columns, in English and Russian.
_NAMES = {
    "id": "id; identifier; entry id; concept id; record; record number; key; номер; код записи",
    "domain": "domain; subject; subject field; category; topic; область; тематика; категория",
    "kind": "kind; type of entry; entry type; вид",
    "codes": "codes; iso codes; коды",
    "note": "note; notes; comment; comments; remark; remarks; definition; context; примечание; комментарий; "
    "определение",
    "change": "change; action; действие",
    "language": "language; lang; term language; язык",
    "register": "register; term type; register of use; регистр; тип термина",
    "status": "status; usage; usage status; administrative status; normative status; статус; употребление",
    "text": "text; term; термин",
    "since": "since; from; valid from; с; действует с",
    "until": "until; to; valid until; valid to; по; действует по",
    "authority": "authority; reference; source reference; source of term; источник; ссылка",
    "bend": "bend; inflecting words; склоняется",
    "number": "number; grammatical number; число",
    "gender": "gender; grammatical gender; род",
    "forms": "forms; case forms; формы",
    "homonym": "homonym; омоним",
    "attested": "attested; подтверждено",
    "depends": "depends; depends on; зависит от",
    ENGLISH: "english; en; eng; en-us; en-gb; english term; term (en); source; source term; "
    "source language; английский; английский термин; термин (англ.); англ; оригинал",
    RUSSIAN: "russian; ru; rus; ru-ru; russian term; term (ru); target; target term; translation; "
    "target language; русский; русский термин; термин (рус.); рус; перевод",
}
_SURE = 88.0
_ASIDE = re.compile(r"[\s_.:*-]+")


def _plain(name: str) -> str:
    return _ASIDE.sub(" ", name).strip().lower()


_MEANING = {_plain(name): meaning for meaning, names in _NAMES.items() for name in names.split(";")}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the meanings stand: `places` by meaning, counted from 0; `unknown` are the names not understood.

    `has_header` is false for a table that begins with its terms.
    """

    places: Mapping[str, int]
    names: tuple[str, ...]
    unknown: tuple[str, ...]
    has_header: bool

    def said(self) -> str:
        """Say how the columns were understood, as far as their names leave a doubt; "" if they leave none."""
        if all(self.names[place] == meaning for meaning, place in self.places.items()) and not self.unknown:
            return ""
        known = ", ".join(f"“{self.names[place]}” as {meaning}" for meaning, place in self.places.items())
        unknown = (
            f"; not understood: {', '.join(f'“{name}”' for name in self.unknown)}" if self.unknown else ""
        )
        return f"columns read: {known}{unknown}"


def guess(first: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return what the columns of a table mean, by its first row or, without names in it, by its letters."""
    meanings = [_meaning(name) for name in first]
    places: dict[str, int] = {}
    for place, meaning in enumerate(meanings):
        if meaning:
            places.setdefault(meaning, place)
    if {ENGLISH, RUSSIAN} <= places.keys() or {"text", "language"} <= places.keys():
        unknown = [name for place, name in enumerate(first) if name.strip() and place not in places.values()]
        return Columns(places, tuple(first), tuple(unknown), has_header=True)
    by_letters = _by_letters([first, *rows])
    if by_letters is None:
        return None
    names = tuple(f"column {place + 1}" for place in range(len(first)))
    unknown = [name for place, name in enumerate(names) if place not in by_letters.values()]
    return Columns(by_letters, names, tuple(unknown), has_header=False)


def _meaning(name: str) -> str | None:
    plain = _plain(name)
    if plain in _MEANING:
        return _MEANING[plain]
    found = process.extractOne(plain, list(_MEANING), scorer=fuzz.token_sort_ratio, score_cutoff=_SURE)
    return _MEANING[found[0]] if found and len(plain) > 2 else None


def _by_letters(rows: Sequence[Sequence[str]]) -> dict[str, int] | None:
    """Tell the English and the Russian column by their alphabets, if there is one of each."""
    scripts: dict[str, int] = {}
    for place in range(max(map(len, rows))):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        for language, alphabet in ((ENGLISH, LATIN), (RUSSIAN, CYRILLIC)):
            if cells and 2 * sum(script(cell) == alphabet for cell in cells) > len(cells):
                scripts.setdefault(language, place)
    return scripts if len(scripts) == 2 else None
