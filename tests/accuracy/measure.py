"""How much of what is wrong is found, and how often what is right is called wrong: our own labelled pairs.

    python tests/accuracy/measure.py [--markdown | --errors] [FILE …]

pairs/*.toml hold right texts, English and Russian, and for each the ways in which it is made wrong:

    [[pair]]
    english = "The representative of Chad made a statement."
    russian = "С заявлением выступил представитель Чада."
    wrong = [{ put = "Чили", for = "Чада", tells = "country/changed" }]

    date = 2019-06-01                               optional: the date of the report
    glossary = "english;russian;status\n…"          optional: a user's own table, beside the official terms
    memory = [["See the map.", "См. карту."]]       optional: adopted translations
    wrong = [{ in = "english", put = …, for = …, tells = "source/superseded-name" }]

Paragraphs are parted by blank lines; where both sides have as many, they answer one another in order.

A wrong text counts as found where a check of the same family as the one named tells of it, at warning level
or above (at its own level where the check named only hints). Anything told of a right text from warning
level on is a false alarm.
"""

import argparse
import datetime
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from termcheck.checks import CHECKS
from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document, line_starts
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.memory import Memory, Unit
from termcheck.model import Document, Finding, Severity
from termcheck.pipeline import check

PAIRS = Path(__file__).parent / "pairs"
LEVELS = {known.name: known.severity for known in CHECKS}


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its English; `tells` is the check that should speak, "" for a right one."""

    english: str
    russian: str
    tells: str = ""
    day: datetime.date | None = None
    glossary: str = ""
    memory: Memory = field(default_factory=Memory)

    @property
    def level(self) -> Severity:
        """The least severity that counts."""
        return min(Severity.WARNING, LEVELS.get(self.tells, Severity.WARNING))


@dataclass(frozen=True, slots=True)
class Judged:
    """A sample and what was told of it."""

    sample: Sample
    told: Sequence[Finding]

    @property
    def found(self) -> bool:
        """Whether a check of the right family spoke."""
        return family(self.sample.tells) in {family(finding.check) for finding in self.told}

    @property
    def exact(self) -> bool:
        """Whether the very check spoke."""
        return self.sample.tells in {finding.check for finding in self.told}


@dataclass(slots=True)
class Tally:
    """Counts by the name of a check, or of a family."""

    right: int = 0
    words: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print a table of all checks, or the one of the README."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="pairs; all of ours unless told")
    parser.add_argument("--errors", action="store_true", help="print what was missed and each false alarm")
    parser.add_argument("--markdown", action="store_true", help="print the table of the README")
    arguments = parser.parse_args()
    judged = [judge(sample) for sample in samples(arguments.files or sorted(PAIRS.glob("*.toml")))]
    if arguments.markdown:
        print("\n".join(by_family(judged)))
        return
    if arguments.errors:
        print("\n".join(errors(judged)))
    print("\n".join(by_check(judged)))


def samples(files: Iterable[Path]) -> Iterator[Sample]:
    """All texts of some files, right and wrong."""
    for file in files:
        for pair in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]:
            units = tuple(Unit(source, target, "adopted.tmx") for source, target in pair.get("memory", ()))
            right = Sample(
                pair["english"],
                pair["russian"],
                day=pair.get("date"),
                glossary=pair.get("glossary", "").strip(),
                memory=Memory(units),
            )
            yield right
            for change in pair.get("wrong", ()):
                side = change.get("in", "russian")
                text = pair[side]
                if text.count(change["for"]) != 1:
                    raise SystemExit(f"{file}: «{change['for']}» does not stand once in «{text}»")
                changed = {side: text.replace(change["for"], change["put"])}
                yield replace(right, tells=change["tells"], **changed)


def judge(sample: Sample) -> Judged:
    """What is told of a sample, from the level on that counts."""
    russian, english = read(sample.russian, "ru"), read(sample.english, "en")
    result = check(
        russian,
        english,
        glossary_of(sample.glossary),
        day=sample.day,
        memory=sample.memory,
        parallel=len(russian.segments) == len(english.segments),
    )
    return Judged(sample, [finding for finding in result.findings if finding.severity >= sample.level])


@cache
def glossary_of(table: str) -> CompiledGlossary:
    """The official terms, and with them those of a user's table."""
    if not table:
        return load(bundled())
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        file.write(table)
        file.flush()
        return load([*bundled(), Path(file.name)])


def read(text: str, language: str) -> Document:
    """A text as a document."""
    text = text.strip() + "\n"
    return document(read_plain(text), path=language, language=language, lines=line_starts(text))


def family(check_name: str) -> str:
    """«country» of «country/missing»."""
    return check_name.partition("/")[0]


def tally(judged: Iterable[Judged]) -> Tally:
    """Count by check."""
    counts = Tally()
    for one in judged:
        sample = one.sample
        if sample.tells:
            counts.wrong[sample.tells] += 1
            counts.told[sample.tells] += bool(one.told)
            counts.found[sample.tells] += one.found
            counts.exact[sample.tells] += one.exact
        else:
            counts.right += 1
            counts.words += len(sample.russian.split())
            counts.alarms.update(finding.check for finding in one.told)
    return counts


def errors(judged: Iterable[Judged]) -> Iterator[str]:
    """A line for each wrong text that was missed, and for each false alarm."""
    for one in judged:
        text = " ¶ ".join(one.sample.russian.split("\n\n")).strip()
        if not one.sample.tells:
            for finding in one.told:
                yield f"false {finding.check} «{finding.problem.passage.text}»: {text}"
        elif not one.found:
            yield f"missed {one.sample.tells}: {text} | told: {[finding.check for finding in one.told]}"


def by_check(judged: Sequence[Judged]) -> Iterator[str]:
    """The table of all checks, for the workbench."""
    counts = tally(judged)
    yield f"{counts.right} right texts ({counts.words} words), {counts.wrong.total()} wrong ones"
    yield "| check | wrong texts | found | by that check | false alarms |"
    yield "|---|--:|--:|--:|--:|"
    for name in sorted(counts.wrong.keys() | counts.alarms.keys()):
        found, exact = (share(column[name], counts.wrong[name]) for column in (counts.found, counts.exact))
        yield f"| `{name}` | {counts.wrong[name]} | {found} | {exact} | {counts.alarms[name]} |"
    wrong = counts.wrong.total()
    found, exact = share(counts.found.total(), wrong), share(counts.exact.total(), wrong)
    yield f"| **all** | {wrong} | {found} | {exact} | {counts.alarms.total()} |"


def by_family(judged: Sequence[Judged]) -> Iterator[str]:
    """The table of the README: a line for each family, and one for all."""
    counts = tally(judged)
    yield "| Family | Wrong texts | Found | In the right family |"
    yield "|---|--:|--:|--:|"
    for name in sorted({family(check_name) for check_name in counts.wrong}):
        of = [check_name for check_name in counts.wrong if family(check_name) == name]
        wrong, told, found = (
            sum(column[check_name] for check_name in of)
            for column in (counts.wrong, counts.told, counts.found)
        )
        yield f"| `{name}` | {wrong} | {share(told, wrong)} | {share(found, wrong)} |"
    wrong = counts.wrong.total()
    told_of, found_in = share(counts.told.total(), wrong), share(counts.found.total(), wrong)
    yield f"| **all** | {wrong} | {told_of} | {found_in} |"
    yield ""
    yield f"Right texts: {counts.right}, of {counts.words:,} words; false alarms: {counts.alarms.total()}."


def share(part: int, whole: int) -> str:
    """A part in per cent, rounded down but to the nearest: 100 % stands only for all."""
    if not whole:
        return "–"
    per_mille = round(1000 * part / whole)
    return f"{min(per_mille, 999 if part < whole else 1000) / 10:.1f} %".replace(".0 %", " %")


if __name__ == "__main__":
    main()
