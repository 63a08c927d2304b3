"""How often the first suggestion is just what stood there before an error was put in.

    python tests/bench/score_suggestions.py DIR [--errors]

DIR holds clean.xlf, injected.xlf and gold.jsonl (unit, kind, family, was, now; a line an error). Counted are
the errors that a check of their family tells at warning level. "exact" are those whose finding offers the
original words first (for something dropped, the words to insert), "restored" those too where a longer passage
is offered that, put in, gives the original sentence.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from termcheck.formats import read_bilingual
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.model import Finding, Severity
from termcheck.pipeline import check_files


def main() -> None:
    """Print a line for each kind of error, and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was suggested instead")
    arguments = parser.parse_args()
    found = findings(arguments.folder / "injected.xlf")
    clean = {
        str(segment.place.unit): segment.text
        for pair in read_bilingual(arguments.folder / "clean.xlf")
        for segment in pair.russian.segments
    }
    told, right, restored = Counter[str](), Counter[str](), Counter[str]()
    for line in (arguments.folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        error = json.loads(line)
        mine = [f for f in found[error["unit"]] if f.check.partition("/")[0] == error["family"]]
        if not mine:
            continue
        told[error["kind"]] += 1
        if any(f.problem.suggestions[:1] == (error["was"],) for f in mine):
            right[error["kind"]] += 1
        if any(
            f.problem.suggestions[:1] == (error["was"],) or corrected(f) == clean[error["unit"]] for f in mine
        ):
            restored[error["kind"]] += 1
        elif arguments.errors:
            offered = [f"{f.problem.passage.text} → {', '.join(f.problem.suggestions[:3])}" for f in mine]
            print(f"{error['kind']}: “{error['was']}” became “{error['now']}”; told: {offered}")
    print(f"{'injected error':20} told   exact restored")
    for kind in sorted(told):
        print(f"{kind:20} {told[kind]:4} {right[kind] / told[kind]:7.1%} {restored[kind] / told[kind]:7.1%}")
    total = max(told.total(), 1)
    print(f"{'ALL':20} {total:4} {right.total() / total:7.1%} {restored.total() / total:7.1%}")


def corrected(finding: Finding) -> str:
    """The segment with the first suggestion put in."""
    passage = finding.problem.passage
    text, span = passage.segment.text, passage.span
    return text[: span.start] + "".join(finding.problem.suggestions[:1]) + text[span.end :]


def findings(bilingual: Path) -> dict[str, list[Finding]]:
    """The warnings and errors of a bilingual file, by unit."""
    found = defaultdict[str, list[Finding]](list)
    for result in check_files(bilingual, None, load(bundled())):
        for finding in result.findings:
            if finding.severity >= Severity.WARNING:
                found[str(finding.place.unit)].append(finding)
    return found


if __name__ == "__main__":
    main()
