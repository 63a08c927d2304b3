"""What hostile texts cost, beside a harmless text of the same length: CPU time, and how it grows.

    python tests/bench/bench_growth.py [SHAPE …] [--size 5000] [--times 3]

A shape stands in a paragraph of a Russian Markdown file and on both sides of a unit of a PO file, and is
twice as long from column to column. Prints a table: for each shape the CPU time of a check over that of a
harmless text of the same length. What stays about the same from column to column grows as that text does.
"""

import argparse
import base64
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from termcheck import formats
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.model import RUSSIAN
from termcheck.pipeline import check

Shape = Callable[[int], str]


def _repeated(piece: str) -> Shape:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _base64(length: int) -> str:
    return base64.b64encode(random.Random(7).randbytes(length)).decode()[:length]


HARMLESS = _repeated(
    "Рабочая группа рассмотрела доклад о ходе работы, приняла его к сведению и закрыла сессию. "
)

# Without a blank, so that they are one token, and in tokens that are just short enough to be read.
UNBROKEN: dict[str, Shape] = {
    "base64": _base64,
    "data URI": lambda length: f"data:image/png;base64,{_base64(length)}",
    "address": lambda length: "https://example.org/" + _repeated("a-b/c.d?e=1&")(length),
    "hex": lambda length: random.Random(7).randbytes(length).hex()[:length],
    "slashes": _repeated("а/б/"),
    "symbols": _repeated("A/69/100/WG.4/"),
    "digits": _repeated("1234567890"),
    "points": _repeated("1.1."),
    "thousands": _repeated("100,"),
    "initials": _repeated("I.А."),
    "Roman": _repeated("XIV"),
    "dots": _repeated("."),
    "dashes": _repeated("-"),
    "long dashes": _repeated("—"),
    "underlines": _repeated("_"),
    "brackets": _repeated("("),
    "labels": _repeated("(1)"),
    "square brackets": _repeated("[1]"),
    "quotes": _repeated('"'),
    "guillemets": _repeated("«»"),
    "Cyrillic": _repeated("рассмотрела"),
    "capitals": _repeated("РАССМОТРЕЛА"),
    "two alphabets": _repeated("рaс"),
    "soft hyphens": _repeated("а\u00ad"),
    "hyphens": _repeated("а-"),
    "at signs": _repeated("а@"),
    "domains": _repeated("а.b."),
    "entities": _repeated("&amp;"),
}
BROKEN: dict[str, Shape] = {
    **{
        f"{name}, in tokens": lambda length, shape=shape: _repeated(f"{shape(450)[:450]} ")(length)  # type: ignore[misc]
        for name, shape in UNBROKEN.items()
    },
    "blanks": lambda length: f"а{' ' * length}б",
    "spaced slashes": _repeated("а / "),
    "spaced symbols": _repeated("A/69/100 / "),
    "spaced letters": _repeated("а. "),
    "full stops": _repeated("А. Б. "),
    "resolutions": _repeated("резолюция 55/100, "),
    "figures": lambda length: " ".join(map(str, range(1000, 1000 + length // 5)))[:length],
}
SHAPES = UNBROKEN | BROKEN

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\\\nLanguage: ru\\\\n"

msgid "The Working Group {0} decided."
msgstr "Рабочая группа {0} решила."
"""


def files_with(text: str, folder: Path) -> tuple[Path, Path]:
    """Write a text into a Markdown and a PO file."""
    russian, units = folder / "ru.md", folder / "ru.po"
    russian.write_text(f"1. Рабочая группа {text} решила.\n", encoding="utf-8")
    units.write_text(PO.format(text.replace("\\", "\\\\").replace('"', '\\"')), encoding="utf-8")
    return russian, units


def cpu_seconds(text: str, glossary: CompiledGlossary, folder: Path) -> float:
    """Return the CPU time of checking the files with this text."""
    alone, units = files_with(text, folder)
    start = time.process_time()
    check(formats.read(alone, RUSSIAN), None, glossary)  # whatever language it may seem to be in
    for pair in formats.read_bilingual(units):
        check(pair.russian, pair.english, glossary, parallel=True)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shapes", nargs="*", choices=[[], *SHAPES])
    parser.add_argument("--size", type=int, default=5000, help="code points in the first column")
    parser.add_argument("--times", type=int, default=3, help="columns, each twice as long as the last")
    options = parser.parse_args()
    glossary = load(bundled())
    sizes = [options.size * 2**column for column in range(options.times)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cpu_seconds(HARMLESS(1000), glossary, folder)  # loads the dictionary
        harmless = [cpu_seconds(HARMLESS(size), glossary, folder) for size in sizes]
        print(f"{'':28}" + "".join(f"{size:>9,}" for size in sizes))
        print(f"{'harmless, in seconds':28}" + "".join(f"{seconds:9.3f}" for seconds in harmless))
        for shape in options.shapes or SHAPES:
            print(f"{shape:28}", end="")
            for size, seconds in zip(sizes, harmless, strict=True):
                print(f"{cpu_seconds(SHAPES[shape](size), glossary, folder) / seconds:9.2f}", end="")
                sys.stdout.flush()
            print()


if __name__ == "__main__":
    main()
