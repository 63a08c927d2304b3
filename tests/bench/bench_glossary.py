"""Large glossaries: first compilation, loading from the cache, and the cost of checking with them.

    python tests/bench/bench_glossary.py FILE.xlf [--sizes 1000 100000]

Makes glossaries of so many invented concepts, and prints for each the seconds of its compilation, of loading
it from the cache and of checking FILE.xlf with it and the bundled ones; and the ratio of the last two sizes.
Each in a process of its own.
"""

import argparse
import itertools
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ADJECTIVES = "главный новый общий международный правовой местный научный срочный временный особый".split()
NOUNS = "комитет совет центр фонд отдел институт союз проект договор архив журнал реестр".split()
GENITIVES = "торговли связи печати энергии культуры науки техники печати истории охраны воды леса".split()
WORDS = "main new general legal local urgent special council centre fund office project trade science".split()

RUN = """
import sys, time
from pathlib import Path
from termcheck import formats
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.language import morphology
from termcheck.language.pipelines import pipeline
from termcheck.pipeline import check
pipeline("ru"), pipeline("en"), morphology.readings("слово")
pairs = formats.read_bilingual(Path(sys.argv[3]))
start = time.perf_counter()
glossary = load([*bundled(), Path(sys.argv[1])], Path(sys.argv[2]))
loaded = time.perf_counter()
for pair in pairs:
    check(pair.russian, pair.english, glossary, parallel=True)
print(loaded - start, time.perf_counter() - loaded)
"""


def invent(size: int, path: Path) -> None:
    """Write a glossary of so many concepts, no two of one name."""
    dice = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        file.write("id,domain,English,Russian\n")
        for number in itertools.count():
            if number == size:
                break
            syllables = "".join(
                dice.choice("бвгдзклмнпрст") + dice.choice("аеио") for _ in range(3)
            ).capitalize()
            russian = (
                f"{dice.choice(ADJECTIVES)} {dice.choice(NOUNS)} {dice.choice(GENITIVES)} {syllables}{number}"
            )
            english = f"{dice.choice(WORDS)} {dice.choice(WORDS)} {number}".capitalize()
            file.write(f"c{number},term,{english},{russian.capitalize()}\n")


def measure(size: int, file: Path) -> tuple[float, float, float]:
    """Return the seconds of compiling, loading and checking with a glossary of this size."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "own.csv"
        invent(size, own)
        command = [sys.executable, "-c", RUN, str(own), folder, str(file)]
        runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(4)]
    times = [tuple(map(float, run.split())) for run in runs]
    loads, checks = zip(*sorted(times[1:]), strict=True)
    return times[0][0], loads[1], sorted(checks)[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    options = parser.parse_args()
    results = []
    for size in options.sizes:
        compiling, loading, checking = measure(size, options.file)
        results.append(checking)
        print(
            f"{size:8} concepts: compile {compiling:.1f} s, load {loading:.3f} s, check {checking:.2f} s",
            flush=True,
        )
    if len(results) > 1:
        print(f"check, largest against smallest: {results[-1] / results[0]:.2f}")


if __name__ == "__main__":
    main()
