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
    "alternatives": "alternatives; alternatives parted by; варианты; варианты через",
    ENGLISH: "english; en; eng; en-us; en-gb; english term; term (en); source; source term; "
    "source language; английский; английский термин; термин (англ.); англ; оригинал",
    RUSSIAN: "russian; ru; rus; ru-ru; russian term; term (ru); target; target term; translation; "
    "target language; русский; русский термин; термин (рус.); рус; перевод",
}
_SURE = 88.0
_NEAR_THE_TOP = 15  # filled rows
_ASIDE = re.compile(r"[\s_.:*-]+")


def _plain(name: str) -> str:
    return _ASIDE.sub(" ", name).strip().lower()


_MEANING = {_plain(name): meaning for meaning, names in _NAMES.items() for name in names.split(";")}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the meanings stand: `places` by meaning, counted from 0; `unknown` are the names not understood.

    `head` is how many filled rows there are up to that with the names; 0 for a table that begins with its
    terms. `row` is the number of that row, 0 if it is the first one.
    """

    places: Mapping[str, int]
    names: tuple[str, ...]
    unknown: tuple[str, ...]
    head: int = 0
    row: int = 0

    def said(self) -> str:
        """Say how the columns were understood, as far as their names leave a doubt; "" if they leave none."""
        plain = all(self.names[place] == meaning for meaning, place in self.places.items())
        if plain and not self.unknown and not self.row:
            return ""
        above = f" (their names are in row {self.row}; what stands above is left out)" if self.row else ""
        known = ", ".join(f"“{self.names[place]}” as {meaning}" for meaning, place in self.places.items())
        unknown = (
            f"; not understood: {', '.join(f'“{name}”' for name in self.unknown)}" if self.unknown else ""
        )
        return f"columns read: {known}{unknown}{above}"


def guess(rows: Sequence[tuple[int, Sequence[str]]]) -> Columns | None:
    """Return what the columns of a table mean, by the names over them or, without any, by their letters.

    Titles and remarks may stand above the names.
    """
    if found := header(rows):
        return found
    by_letters = _by_letters([row for _, row in rows])
    if by_letters is None:
        return None
    names = tuple(f"column {place + 1}" for place in range(max(len(row) for _, row in rows)))
    unknown = [name for place, name in enumerate(names) if place not in by_letters.values()]
    return Columns(by_letters, names, tuple(unknown))


def header(rows: Sequence[tuple[int, Sequence[str]]]) -> Columns | None:
    """Return what the columns mean by the first row with their names; None without one near the top."""
    for above, (number, row) in enumerate(rows[:_NEAR_THE_TOP]):
        places: dict[str, int] = {}
        for place, name in enumerate(row):
            # A row further down is a term as likely as a name, if it is not that very name.
            if meaning := _MEANING.get(_plain(name)) if above else _meaning(name):
                places.setdefault(meaning, place)
        if {ENGLISH, RUSSIAN} <= places.keys() or {"text", "language"} <= places.keys():
            unknown = [name for place, name in enumerate(row) if name and place not in places.values()]
            return Columns(places, tuple(row), tuple(unknown), above + 1, number if above else 0)
    return None


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
