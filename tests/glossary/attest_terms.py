"""Count how aligned official text renders the titles of the glossaries.

    python tests/glossary/attest_terms.py EN_FILE RU_FILE [--glossary DIR] [--absent]

Both files hold one sentence a line, line n of one translating line n of the other. For each concept whose
English stands in a line, the Russian line is searched for the concept's terms in all their forms:
preferred, admitted, capitals (a right term with capitals that no right term has), wrong (deprecated or
superseded), absent (no term of the concept: a pronoun, a paraphrase, or a rendering still to be added).
--absent prints those lines.
"""

import argparse
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from termcheck.language.inflection import decline

BODIES = (
    "bodies.toml",
    "conferences.toml",
    "entities.toml",
    "operations.toml",
    "organizations.toml",
    "regional.toml",
)
FILES = (*BODIES, "offices.toml", "instruments.toml")
GLOSSARIES = Path(__file__).resolve().parents[2] / "glossaries"
REGISTERS = ("full", "short", "abbreviation")
OUTCOMES = ("preferred", "admitted", "capitals", "wrong", "absent")

# Quotation marks and dashes between words count for nothing: << >> and -- are ways to write « » and —.
_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
_FOLDED = str.maketrans({"ё": "е", "Ё": "Е", "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "\xad": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a title: `forms` in all cases and numbers, as tuples of words."""

    concept: str
    status: str
    forms: frozenset[tuple[str, ...]]
    any_capitals: bool


def main() -> None:
    """Print the table and its summary."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("english", type=Path)
    parser.add_argument("russian", type=Path)
    parser.add_argument("--glossary", type=Path, default=GLOSSARIES, metavar="DIR")
    parser.add_argument("--absent", action="store_true", help="print the lines in which no term was found")
    options = parser.parse_args()
    english = options.english.read_text(encoding="utf-8").splitlines()
    russian = options.russian.read_text(encoding="utf-8").splitlines()
    outcomes, absent = attest(zip(english, russian, strict=True), options.glossary)
    for line in table(outcomes):
        print(line)
    if options.absent:
        for concept, lines in sorted(absent.items()):
            for source, target in lines:
                print(f"\n{concept}\n  {source}\n  {target}")


def attest(
    pairs: Iterable[tuple[str, str]], folder: Path = GLOSSARIES
) -> tuple[Mapping[str, Counter[str]], Mapping[str, list[tuple[str, str]]]]:
    """How often each concept of the glossaries met each outcome, and the pairs in which no term was found."""
    concepts = [concept for name in FILES for concept in load(folder / name)]
    english = _index(entry for concept in concepts for entry in entries(concept, "en"))
    russian = _index(entry for concept in concepts for entry in entries(concept, "ru"))
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    absent: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, target in pairs:
        # In English a small letter makes another word: "the secretariat of the United Nations Framework …".
        wanted = {
            entry.concept
            for entry, exact in _found(source, english)
            if entry.status != "deprecated" and (exact or source.isupper())
        }
        answers: dict[str, list[tuple[Entry, bool]]] = defaultdict(list)
        for entry, exact in _found(target, russian):
            answers[entry.concept].append((entry, exact))
        for concept in wanted:
            outcome = _outcome(answers[concept])
            outcomes[concept][outcome] += 1
            if outcome == "absent":
                absent[concept].append((source, target))
    return outcomes, absent


def table(outcomes: Mapping[str, Counter[str]]) -> Iterator[str]:
    """The rows, most frequent concept first, and a summary."""
    yield f"{'concept':<64}{'English':>8}" + "".join(f"{outcome:>10}" for outcome in OUTCOMES)
    for concept, counts in sorted(outcomes.items(), key=lambda item: (-item[1].total(), item[0])):
        yield f"{concept[:62]:<64}{counts.total():>8}" + "".join(f"{counts[name]:>10}" for name in OUTCOMES)
    total = sum(outcomes.values(), Counter())
    right = total["preferred"] + total["admitted"]
    rendered = total.total() - total["absent"]
    yield (
        f"{len(outcomes)} concepts in {total.total()} places: preferred or admitted {right} "
        f"({_share(right, rendered)} of the {rendered} rendered by a known term, "
        f"{_share(right, total.total())} of all), capitals {total['capitals']}, "
        f"wrong {total['wrong']}, absent {total['absent']}"
    )


def load(path: Path) -> list[dict[str, object]]:
    """The concepts of a glossary file as they stand there."""
    with path.open("rb") as file:
        return list(tomllib.load(file).get("concept", []))


def terms(concept: Mapping[str, object], language: str) -> Iterator[dict[str, object]]:
    """The terms of a concept in a language as tables with "text", "register" and "status"."""
    for register in REGISTERS:
        given = concept.get(register, {})
        value = given.get(language, []) if isinstance(given, dict) else []
        for position, term in enumerate(value if isinstance(value, list) else [value]):
            written = {"text": term} if isinstance(term, str) else term
            yield {"register": register, "status": "admitted" if position else "preferred"} | written


def russian_forms(term: Mapping[str, object]) -> dict[tuple[str, str], str]:
    """All forms of a Russian term by case and number."""
    keywords = {name: term[name] for name in ("bend", "number", "gender", "forms") if name in term}
    return decline(str(term["text"]), **keywords)  # type: ignore[arg-type]


def entries(concept: Mapping[str, object], language: str) -> Iterator[Entry]:
    """The terms of a concept, ready to be searched for."""
    for term in terms(concept, language):
        text = str(term["text"])
        forms = russian_forms(term).values() if language == "ru" else (text,)
        yield Entry(
            str(concept["id"]),
            str(term["status"]),
            frozenset(tuple(_words(form)) for form in (*forms, text)),
            any_capitals=language == "ru" and concept.get("kind") == "role",
        )


def _outcome(answers: list[tuple[Entry, bool]]) -> str:
    statuses = {entry.status for entry, exact in answers if exact}
    if not answers:
        return "absent"
    for status in ("preferred", "admitted"):
        if status in statuses:
            return status
    return "wrong" if statuses else "capitals"


def _words(text: str) -> list[str]:
    # Some files write й as two characters.
    return _WORD.findall(unicodedata.normalize("NFC", text).translate(_FOLDED))


def _key(words: Iterable[str]) -> tuple[str, ...]:
    """Abbreviations keep their capitals: «ВОЗ» is no cart."""
    return tuple(word if len(word) > 1 and word.isupper() else word.lower() for word in words)


def _index(entries: Iterable[Entry]) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Entry]]]:
    """By first word: the key of each form, the form and its entry, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Entry]]] = defaultdict(list)
    for entry in entries:
        for form in entry.forms:
            key = _key(form)
            index[key[0]].append((key, form, entry))
    for forms in index.values():
        forms.sort(key=lambda item: -len(item[0]))
    return index


def _found(
    line: str, index: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...], Entry]]]
) -> Iterator[tuple[Entry, bool]]:
    """Every term of a line, longest first and without overlap, and whether its capitals are the term's."""
    words = _words(line)
    keys = _key(words)
    position = 0
    while position < len(words):
        length = 1
        for key, form, entry in index.get(keys[position], ()):
            if len(key) < length or keys[position : position + len(key)] != key:
                if len(key) < length:
                    break
                continue
            length = len(key)
            yield entry, entry.any_capitals or _same_capitals(words[position : position + length], form)
        position += length


def _same_capitals(words: list[str], form: tuple[str, ...]) -> bool:
    """Whether the capitals are the term's; the first word may always have one, as in a heading."""
    first, *rest = form
    return words[1:] == rest and words[0] in (first, first[0].upper() + first[1:])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"


if __name__ == "__main__":
    main()
