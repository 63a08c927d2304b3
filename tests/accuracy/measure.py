"""How much of what is wrong is found, and how often what is right is called wrong: our own labelled pairs.

    python tests/accuracy/measure.py [--errors]

pairs/*.toml hold right sentences, English and Russian, and for each the ways in which it is made wrong:

    [[pair]]
    english = "The representative of Chad made a statement."
    russian = "С заявлением выступил представитель Чада."
    wrong = [{ put = "Чили", for = "Чада", tells = "country/changed" }]

A wrong sentence counts as found where the check named, or one of its family, tells of it at warning level or
above; anything told of a right sentence is a false alarm.
Printed: a table as the README has it, a line for each check.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document, line_starts
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.model import Document, Finding, Severity
from termcheck.pipeline import check

PAIRS = Path(__file__).parent / "pairs"


@dataclass(frozen=True)
class Sentence:
    """A sentence with its English; `tells` is the check that should speak, "" for a right one."""

    english: str
    russian: str
    tells: str = ""
    put: str = ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print what was missed and each false alarm")
    arguments = parser.parse_args()
    glossary = load(bundled())
    wrong, found, exact, alarms = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    right = words = 0
    for sentence in sentences():
        told = findings(sentence, glossary)
        if not sentence.tells:
            right += 1
            words += len(sentence.russian.split())
            stray = told
        else:
            wrong[sentence.tells] += 1
            family = sentence.tells.partition("/")[0]
            found[sentence.tells] += any(f.check.partition("/")[0] == family for f in told)
            exact[sentence.tells] += any(f.check == sentence.tells for f in told)
            stray = []
            if arguments.errors and not any(f.check.partition("/")[0] == family for f in told):
                print(f"missed {sentence.tells}: {sentence.russian} | told: {[f.check for f in told]}")
        for finding in stray:
            alarms[finding.check] += 1
            if arguments.errors:
                print(f"false {finding.check} «{finding.problem.passage.text}»: {sentence.russian}")
    print(f"{right} right sentences ({words} words), {wrong.total()} wrong ones")
    print("| check | wrong sentences | found | by that check | false alarms |")
    print("|---|---|---|---|---|")
    for name in sorted(wrong.keys() | alarms.keys()):
        share = f"{found[name] / wrong[name]:.0%}" if wrong[name] else "–"
        own = f"{exact[name] / wrong[name]:.0%}" if wrong[name] else "–"
        print(f"| `{name}` | {wrong[name]} | {share} | {own} | {alarms[name]} |")
    print(
        f"| **all** | {wrong.total()} | {found.total() / wrong.total():.1%} | "
        f"{exact.total() / wrong.total():.1%} | {alarms.total()} |"
    )


def sentences() -> Iterator[Sentence]:
    """All sentences, right and wrong."""
    for file in sorted(PAIRS.glob("*.toml")):
        for pair in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]:
            english, russian = pair["english"], pair["russian"]
            yield Sentence(english, russian)
            for change in pair.get("wrong", ()):
                if russian.count(change["for"]) != 1:
                    raise SystemExit(f"{file.name}: «{change['for']}» does not stand once in «{russian}»")
                made = russian.replace(change["for"], change["put"])
                yield Sentence(english, made, change["tells"], change["put"])


def findings(sentence: Sentence, glossary: CompiledGlossary) -> list[Finding]:
    """What is told of a sentence, from warning level up."""
    result = check(read(sentence.russian, "ru"), read(sentence.english, "en"), glossary, parallel=True)
    return [finding for finding in result.findings if finding.severity >= Severity.WARNING]


def read(text: str, language: str) -> Document:
    """A text of one paragraph as a document."""
    return document(read_plain(text), path=language, language=language, lines=line_starts(text))


if __name__ == "__main__":
    main()
