"""How many mistakes of each kind are told, put into aligned text one a paragraph.

    python tests/bench/bench_kinds.py BILINGUAL [--seed 1] [--missed KIND]

BILINGUAL is an XLIFF or TMX of published text. Into three of four of its units one mistake is put, of the
kind that was put in most seldom so far; what is told of a unit beforehand does not count. Printed for each
kind: how many there are, how many of them are told by any warning or error, and how many by a check of a
fitting family. The mistakes are made by rule, so some are none («первый шаг» for "initial step").
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from termcheck.formats import Bilingual, read_bilingual
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.model import Document, Finding, Mention, Severity
from termcheck.pipeline import check
from termcheck.recognition import recognise

_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_NUMBERS = "двух трех четырех пяти шести семи восьми девяти десяти".split()
_STEMS = ("перв", "втор", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_LATIN = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
_LETTERS = str.maketrans("013", "ОlЗ")

Text = tuple[str, str, list[Mention]]  # Russian, English, and the names in the Russian
Spoil = Callable[[Text, Random], str | None]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of mistake, the families that fit it, and what makes it in a text, if anything can."""

    name: str
    families: str
    spoil: Spoil


def _at(pattern: str, other: Callable[[str, Random], str]) -> Spoil:
    """Make a mistake in one of the places that fit a pattern."""
    compiled = re.compile(pattern)

    def spoil(text: Text, chance: Random) -> str | None:
        places = list(compiled.finditer(text[0]))
        if not places:
            return None
        place = chance.choice(places)
        return text[0][: place.start()] + other(place.group(), chance) + text[0][place.end() :]

    return spoil


def _in_name(domain: str, other: Callable[[str, Random], str], words: int = 1) -> Spoil:
    """Make a mistake in a name of a State or in a title."""

    def spoil(text: Text, chance: Random) -> str | None:
        names = [
            mention.passage
            for mention in text[2]
            if (mention.concept.domain == "country") == (domain == "country")
            and len(mention.passage.text.split()) >= words
            and len(max(mention.passage.text.split(), key=len)) > 4
        ]
        if not names:
            return None
        name = chance.choice(names)
        return text[0][: name.span.start] + other(name.text, chance) + text[0][name.span.end :]

    return spoil


def _another_of(known: Sequence[str]) -> Callable[[str, Random], str]:
    return lambda found, chance: chance.choice([other for other in known if other != found])


def _slip(name: str, chance: Random) -> str:
    """Lose, double, exchange or change a letter of the longest word."""
    word = max(name.split(), key=len)
    at = chance.randrange(2, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        word[:at] + chance.choice("аеиотнрслк".replace(word[at], "")) + word[at + 1 :],
    )
    return name.replace(word, chance.choice(slips), 1)


def _without_a_word(name: str, chance: Random) -> str:
    words = name.split()
    del words[chance.randrange(1, len(words))]
    return " ".join(words)


def _digit(figure: str, chance: Random) -> str:
    at = chance.randrange(len(figure))
    return figure[:at] + chance.choice("123456789".replace(figure[at], "")) + figure[at + 1 :]


def _exchanged(text: Text, _: Random) -> str | None:
    figures = list(re.finditer(r"(?<![\d/.,])\d+(?![\d/.,])", text[0]))
    if len(figures) < 2 or figures[0].group() == figures[1].group():
        return None
    first, second = figures[:2]
    between = text[0][first.end() : second.start()]
    return text[0][: first.start()] + second.group() + between + first.group() + text[0][second.end() :]


def _english_word(text: Text, chance: Random) -> str | None:
    words = re.findall(r"\b[a-z]{6,}\b", text[1])
    return _at(r"\b[а-я]{5,}\b", lambda _, chance: chance.choice(words))(text, chance) if words else None


def _half(text: Text, _: Random) -> str | None:
    return text[0][: len(text[0]) // 2].rpartition(" ")[0] + "." if len(text[0]) > 160 else None


def _without_end(text: Text, _: Random) -> str | None:
    return text[0][:-1] if text[0].endswith(".") else None


def _one_latin_letter(word: str, chance: Random) -> str:
    at = chance.choice([at for at, letter in enumerate(word) if letter.translate(_LATIN) != letter])
    return word[:at] + word[at].translate(_LATIN) + word[at + 1 :]


_KINDS = (
    _Kind("State, a slip", "country", _in_name("country", _slip)),
    _Kind("title, a slip", "title", _in_name("title", _slip, words=2)),
    _Kind("title, a word lost", "title", _in_name("title", _without_a_word, words=3)),
    _Kind(
        "abbreviation, exchanged",
        "abbreviation title",
        _at(r"\b[А-Я]{4,7}\b", lambda a, _: a[:1] + a[2:0:-1] + a[3:]),
    ),
    _Kind(
        "year",
        "number date",
        _at(r"\b20\d\d(?= год)", lambda year, chance: str(int(year) + chance.choice((-10, -1, 1, 2)))),
    ),
    _Kind("month", "date", _at(rf"\b(?:{'|'.join(_MONTHS)})\b", _another_of(_MONTHS))),
    _Kind(
        "day",
        "number date",
        _at(
            rf"\b\d\d?(?= (?:{'|'.join(_MONTHS)}))",
            lambda day, chance: str((int(day) + chance.choice((1, 3, 9))) % 28 + 1),
        ),
    ),
    _Kind(
        "ordinal",
        "number",
        _at(
            rf"\b(?:{'|'.join(_STEMS)})(?=(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)\b)", _another_of(_STEMS)
        ),
    ),
    _Kind("number in words", "number", _at(rf"\b(?:{'|'.join(_NUMBERS)})\b", _another_of(_NUMBERS))),
    _Kind("percentage", "number", _at(r"\d+(?=(?:,\d+)? (?:процент|%))", _digit)),
    _Kind(
        "reference", "number", _at(r"(?<=пункт )\d+|(?<=пункта )\d+|(?<=пункте )\d+|(?<=статьи )\d+", _digit)
    ),
    _Kind("resolution", "symbol number", _at(r"(?<=резолюции )\d+|(?<=резолюцией )\d+", _digit)),
    _Kind("figures exchanged", "number", _exchanged),
    _Kind(
        "letter among figures",
        "text number",
        _at(r"(?<![\w/])(?=\d*[013])\d{2,}(?![\w/])", lambda figure, _: figure.translate(_LETTERS)),
    ),
    _Kind("Latin letter in a word", "text", _at(r"\b[а-я]*[аеорсух][а-я]{4,}\b", _one_latin_letter)),
    _Kind("doubled word", "text", _at(r"\b[а-я]{2,}(?= )", lambda word, _: f"{word} {word}")),
    _Kind("half of a bracket", "text", _at(r"[()]", lambda *_: "")),
    _Kind("half of a quotation", "text", _at(r"[«»]|<<|>>", lambda *_: "")),
    _Kind("blank lost", "text", _at(r"(?<=[а-я]{4}) (?=[а-я]{4})", lambda *_: "")),
    _Kind("blank before a comma", "text", _at(r"(?<=[а-я]),", lambda *_: " ,")),
    _Kind("full stop lost", "text structure", _without_end),
    _Kind("word left in English", "structure", _english_word),
    _Kind("half lost", "structure", _half),
    _Kind("left in English", "structure", lambda text, _: text[1] if len(text[1]) > 50 else None),
)


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bilingual", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", metavar="KIND", help="print the texts in which it was not told")
    arguments = parser.parse_args()
    glossary, chance = load(bundled()), Random(arguments.seed)
    made, told, fitting = Counter[str](), Counter[str](), Counter[str]()
    for pair in read_bilingual(arguments.bilingual):
        before = _found(pair.russian, pair, glossary)
        spoilt, kinds = _spoilt(pair, glossary, chance, made)
        after = _found(spoilt, pair, glossary)
        for position, kind in kinds.items():
            new = after[position] - before[position]
            told[kind.name] += bool(new)
            fits = any(check.partition("/")[0] in kind.families.split() for check, _ in new)
            fitting[kind.name] += fits
            if kind.name == arguments.missed and not fits:
                print(spoilt.segments[position].text, pair.english.segments[position].text, "", sep="\n")
    for kind in _KINDS:
        _print(kind.name, *(counted[kind.name] for counted in (made, told, fitting)))
    _print("all", *(counted.total() for counted in (made, told, fitting)))


def _print(name: str, made: int, told: int, fitting: int) -> None:
    print(f"{name:24} {made:4}  {told / max(made, 1):6.1%} {fitting / max(made, 1):6.1%}")


def _spoilt(
    pair: Bilingual, glossary: CompiledGlossary, chance: Random, made: Counter[str]
) -> tuple[Document, dict[int, _Kind]]:
    """Return the Russian with its mistakes, and their kinds by position; count what is made."""
    kinds, segments = dict[int, _Kind](), list(pair.russian.segments)
    mentions = recognise(pair.russian, glossary).mentions
    for position, segment in enumerate(segments):
        if chance.random() < 1 / 4 or not segment.text:
            continue
        text = segment.text, pair.english.segments[position].text, list(mentions[position])
        for kind in sorted(_KINDS, key=lambda kind: made[kind.name] + chance.random()):
            spoilt = kind.spoil(text, chance)
            if spoilt and spoilt != segment.text:
                segments[position] = replace(segment, text=spoilt)
                kinds[position] = kind
                made[kind.name] += 1
                break
    return replace(pair.russian, segments=tuple(segments)), kinds


def _found(russian: Document, pair: Bilingual, glossary: CompiledGlossary) -> dict[int, set[tuple[str, str]]]:
    """Return the checks and words of the warnings and errors of each segment."""
    result = check(russian, pair.english, glossary, parallel=True)
    return {
        segment.position: {
            (finding.check, finding.problem.passage.text)
            for finding in _of(segment.position, result.findings)
        }
        for segment in russian.segments
    }


def _of(position: int, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        if finding.severity >= Severity.WARNING and finding.problem.passage.segment.position == position:
            yield finding


if __name__ == "__main__":
    main()
