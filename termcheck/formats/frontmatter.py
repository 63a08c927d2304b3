"""What the first page says of a document: its date and its own symbol."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from termcheck.formats.numerals import words

_SYMBOL = re.compile(r"[A-ZА-ЯІЈ]{1,12}(?:/[A-ZА-ЯІЈa-z0-9][\w.…-]*)+(?: \(\d{4}\))?\*{0,3}")
_YEARS = range(1945, 2100)  # of the United Nations
_LONGEST_RUN = 240  # code points: all lines of a head together
_LONGEST_LINE = 120  # code points: a sentence of the text names other documents' dates


@cache
def _date_pattern() -> re.Pattern[str]:
    months = words()["months"]
    names = "|".join((*months["ru"], *months["en"]))
    return re.compile(rf"\b(\d{{1,2}})\s+({names})\s+(\d{{4}})(?:\s+(?:года?|г\.))?", re.IGNORECASE)


def is_front_line(line: str) -> bool:
    """Whether a line is one of those that stand in the head of a document: date, distribution, symbol."""
    line = line.strip()
    front = words()["front"]
    return bool(
        line.startswith(tuple(front["starts"]))
        or line in front["languages"]
        or _date_pattern().fullmatch(line)
        or (_SYMBOL.fullmatch(line) and any(char.isdigit() for char in line))
    )


def lines_within(line: str) -> tuple[int, ...]:
    """Where the lines of a head begin that run together in one: "Distr.: General 12 March 2024 Russian".

    Empty for a text that is no such line.
    """
    found = [match.start() for match in _run_pattern().finditer(line)] if len(line) <= _LONGEST_RUN else []
    is_head = any(start in line for start in words()["front"]["starts"])
    return tuple(at for at in found if at) if is_head else ()


@cache
def _run_pattern() -> re.Pattern[str]:
    front = words()["front"]
    starts, languages = ("|".join(map(re.escape, front[key])) for key in ("starts", "languages"))
    return re.compile(
        rf"(?<!\S)(?:(?:{starts})(?:\s*\S+)?|{_date_pattern().pattern}"
        rf"|(?=\S*\d){_SYMBOL.pattern}|(?:{languages}))(?!\S)",
        re.IGNORECASE,
    )


def find_date(lines: Sequence[str], *, is_page: bool = True) -> date | None:
    """The date of a document from the lines before its first paragraph.

    A line that is only a date ("13 October 2021") wins over the dates of a meeting ("Вена, 12 и 13 октября
    2021 года"), which count only on what surely is a first page.
    """
    within, starts = None, words()["front"]["starts"]
    for line in lines:
        match = _date_pattern().search(line)
        if not match:
            continue
        found = _to_date(match)
        if found and (match.group() == line.strip() or any(start in line for start in starts)):
            return found
        ends_line = len(line) <= _LONGEST_LINE and match.end() == len(line.rstrip())
        if is_page and found and not within and ends_line:
            within = found
    return within


def _to_date(match: re.Match[str]) -> date | None:
    day, month, year = match.group(1), match.group(2).lower(), match.group(3)
    for names in words()["months"].values():
        if month in names:
            try:
                found = date(int(year), names.index(month) + 1, int(day))
            except ValueError:  # "31 апреля"
                return None
            return found if found.year in _YEARS else None
    return None


def find_symbol(lines: Iterable[str]) -> str:
    """The symbol that stands alone on a line, or first on it; in Latin letters; "" without one."""
    first = ""
    for line in lines:
        match = _SYMBOL.match(line)
        if not match or not any(char.isdigit() for char in match.group()):
            continue
        symbol = match.group().rstrip(".")
        if match.end() == len(line.rstrip()):
            return _latin(symbol)
        if not first and line[match.end()].isspace() and len(line) <= _LONGEST_LINE:
            first = _latin(symbol)
    return first


def _latin(symbol: str) -> str:
    twins = words()["twins"]
    return symbol.translate(str.maketrans(twins["cyrillic"], twins["latin"]))
