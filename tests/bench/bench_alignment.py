"""Measure the aligner on documents with a known alignment, and on harder ones made from them.

    python tests/bench/bench_alignment.py DIR [--odd | --even] [--errors]

DIR holds NN.en.txt and NN.ru.txt (paragraphs apart by blank lines) and NN.gold.tsv (numbers of English
paragraphs, a tab, numbers of Russian ones; a line a bead). A bead counts only where both its sides are just
those of the gold; one-sided beads do not count. Printed: precision, recall and F1 of our aligner and of plain
Gale-Church by length, how far scores can be trusted, and the time of one long document.
"""

import argparse
import math
import random
import re
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from termcheck.alignment import Side, align
from termcheck.model import Kind, Place, Segment

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Unit = tuple[tuple[str, ...], tuple[str, ...]]
BANDS = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99, 1.01)


@dataclass(frozen=True)
class Text:
    """Two documents, paragraph by paragraph, the labels of each, and the beads that join them."""

    name: str
    english: tuple[str, ...]
    russian: tuple[str, ...]
    beads: frozenset[Bead]
    labels: tuple[tuple[str, ...], tuple[str, ...]] | None = None


def main() -> None:
    """Print the figures of one folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--odd", action="store_const", dest="half", const=1, help="only 01, 03, …")
    half.add_argument("--even", action="store_const", dest="half", const=0, help="only 00, 02, …")
    parser.add_argument("--errors", action="store_true", help="print the wrong and the missed beads")
    arguments = parser.parse_args()
    texts = [read(gold) for gold in sorted(arguments.folder.glob("*.gold.tsv"))]
    if arguments.half is not None:
        texts = [text for text in texts if int(text.name) % 2 == arguments.half]
    for name, harder in (("as it is", list), *HARDER.items()):
        made = harder(texts)
        report(name, "ours", made, ours, errors=arguments.errors and name == "as it is")
        report(name, "length only", made, by_length)
    print_trust([text for make in (list, *HARDER.values()) for text in make(texts)])
    print_speed(texts)


def read(gold: Path) -> Text:
    """The document pair that belongs to a gold file."""
    name = gold.name.split(".")[0]
    english, russian = (
        tuple(gold.with_name(f"{name}.{language}.txt").read_text(encoding="utf-8").strip().split("\n\n"))
        for language in ("en", "ru")
    )
    beads = set[Bead]()
    for line in gold.read_text(encoding="utf-8").splitlines():
        ours, _, theirs = line.partition("\t")
        if ours and theirs:
            beads.add((tuple(map(int, ours.split(","))), tuple(map(int, theirs.split(",")))))
    return Text(name, english, russian, frozenset(beads))


def units(text: Text) -> list[Unit]:
    """The two-sided beads of a text as paragraphs, each by itself one paragraph or more."""
    return [
        (tuple(text.english[i] for i in ours), tuple(text.russian[j] for j in theirs))
        for ours, theirs in sorted(text.beads)
    ]


def assembled(name: str, parts: Iterable[Unit]) -> Text:
    """A text of units one after the other; a unit with an empty side is a paragraph without counterpart."""
    english, russian, beads = list[str](), list[str](), set[Bead]()
    for ours, theirs in parts:
        bead = (
            tuple(range(len(english), len(english) + len(ours))),
            tuple(range(len(russian), len(russian) + len(theirs))),
        )
        english.extend(ours)
        russian.extend(theirs)
        if ours and theirs:
            beads.add(bead)
    return Text(name, tuple(english), tuple(russian), frozenset(beads))


def _single(text: Text) -> list[Unit]:
    return [unit for unit in units(text) if len(unit[0]) == len(unit[1]) == 1]


def dropped(texts: list[Text]) -> list[Text]:
    """A fifth of the paragraphs has no counterpart."""
    made = []
    for text in texts:
        chance = random.Random(f"dropped {text.name}")
        parts = [
            unit if chance.random() > 0.2 else chance.choice(((unit[0], ()), ((), unit[1])))
            for unit in units(text)
        ]
        made.append(assembled(text.name, parts))
    return made


def merged(texts: list[Text]) -> list[Text]:
    """A third of the beads has two paragraphs that are one in the other language."""
    made = []
    for text in texts:
        chance = random.Random(text.name)
        rest, parts = _single(text), list[Unit]()
        while rest:
            if len(rest) > 1 and chance.random() < 1 / 3:
                (first, second), rest = rest[:2], rest[2:]
                ours, theirs = (*first[0], *second[0]), (*first[1], *second[1])
                parts.append(chance.choice((((" ".join(ours),), theirs), (ours, (" ".join(theirs),)))))
            else:
                parts.append(rest.pop(0))
        made.append(assembled(text.name, parts))
    return made


def merged_and_dropped(texts: list[Text]) -> list[Text]:
    """A third merged, and a fifth of what comes of it without counterpart."""
    return dropped(merged(texts))


def resorted(texts: list[Text]) -> list[Text]:
    """A list of short paragraphs in each text, in another order in the Russian, as by the alphabet."""
    made = []
    for text in texts:
        chance = random.Random(text.name)
        parts = _single(text)
        items = [unit for unit in parts if len(unit[0][0]) <= 200][:30]
        rest = [unit for unit in parts if unit not in items]
        before, after = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        made.append(_with_moved(text.name, before, items, chance.sample(items, len(items)), after))
    return made


def exchanged(texts: list[Text]) -> list[Text]:
    """The second and the third quarter of a text, two annexes, have changed places."""
    made = []
    for text in texts:
        parts = units(text)
        a, b, c = (len(parts) * part // 4 for part in (1, 2, 3))
        made.append(_with_moved(text.name, parts[:a], parts[a:c], [*parts[b:c], *parts[a:b]], parts[c:]))
    return made


def _with_moved(
    name: str, before: list[Unit], english: list[Unit], russian: list[Unit], after: list[Unit]
) -> Text:
    """A text whose middle part stands in another order in the Russian."""
    straight = assembled(name, [*before, *english, *after])
    order = assembled(name, [*before, *russian, *after])
    places = dict[Unit, list[tuple[int, ...]]]()
    for unit, (_, theirs) in zip([*before, *russian, *after], sorted(order.beads), strict=True):
        places.setdefault(unit, []).append(theirs)
    beads = {
        (ours, places[unit].pop(0))
        for unit, (ours, _) in zip([*before, *english, *after], sorted(straight.beads), strict=True)
    }
    return Text(name, straight.english, order.russian, frozenset(beads))


def short(texts: list[Text]) -> list[Text]:
    """Only paragraphs of at most sixty characters, a fifth of them without counterpart."""
    pool = [unit for text in texts for unit in _single(text) if len(unit[0][0]) <= 60]
    chance = random.Random(0)
    parts = [
        unit if chance.random() > 0.2 else chance.choice(((unit[0], ()), ((), unit[1]))) for unit in pool
    ]
    return [assembled(f"{first}", parts[first : first + 60]) for first in range(0, len(parts), 60)]


def without_digits(texts: list[Text]) -> list[Text]:
    """All digits removed."""
    return [
        Text(
            text.name,
            tuple(re.sub(r"\d+", "", paragraph) or "-" for paragraph in text.english),
            tuple(re.sub(r"\d+", "", paragraph) or "-" for paragraph in text.russian),
            text.beads,
        )
        for text in texts
    ]


def renumbered(texts: list[Text]) -> list[Text]:
    """Numbered paragraphs; one more in the middle of the Russian puts its later numbers off by one."""
    made = []
    for text in texts:
        parts = list[Unit](_single(text))
        extra = parts.pop(len(parts) // 3)
        parts.insert(len(parts) // 2, ((), extra[1]))
        whole = assembled(text.name, parts)
        labels = tuple(
            tuple(f"{number}." for number in range(1, len(side) + 1))
            for side in (whole.english, whole.russian)
        )
        made.append(Text(whole.name, whole.english, whole.russian, whole.beads, (labels[0], labels[1])))
    return made


HARDER: dict[str, Callable[[list[Text]], list[Text]]] = {
    "a fifth dropped": dropped,
    "a third merged": merged,
    "merged and dropped": merged_and_dropped,
    "list sorted anew": resorted,
    "annexes exchanged": exchanged,
    "short only": short,
    "no digits": without_digits,
    "numbers off by one": renumbered,
}


def _side(paragraphs: tuple[str, ...], labels: tuple[str, ...] | None) -> Side:
    marks = labels or ("",) * len(paragraphs)
    return Side(
        tuple(
            Segment(number, Place("bench"), Kind.PARAGRAPH, paragraph, mark=mark)
            for number, (paragraph, mark) in enumerate(zip(paragraphs, marks, strict=True))
        )
    )


def ours(text: Text) -> dict[Bead, float]:
    """Our beads with both sides, and their scores."""
    english, russian = text.labels or (None, None)
    return {
        (
            tuple(passage.segment.position for passage in pair.source),
            tuple(passage.segment.position for passage in pair.target),
        ): pair.score
        for pair in align(_side(text.english, english), _side(text.russian, russian))
        if pair.source and pair.target
    }


def by_length(text: Text) -> dict[Bead, float]:
    """Gale and Church (1993): nothing but lengths; their variance and their odds of each shape."""
    odds = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.045, (1, 2): 0.045, (2, 2): 0.011}
    lengths = [len(paragraph) for paragraph in text.english], [len(paragraph) for paragraph in text.russian]
    ratio = sum(lengths[1]) / max(sum(lengths[0]), 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(lengths[0]) + 1):
        for j in range(len(lengths[1]) + 1):
            for (a, b), odd in odds.items():
                if i < a or j < b or (i - a, j - b) not in best:
                    continue
                one, other = sum(lengths[0][i - a : i]), sum(lengths[1][j - b : j])
                surprise = abs(other - ratio * one) / math.sqrt(6.8 * max((one + other / ratio) / 2, 1))
                cost = -math.log(odd) - math.log(max(math.erfc(surprise / math.sqrt(2)), 1e-300))
                total = best[i - a, j - b][0] + cost
                if (i, j) not in best or total < best[i, j][0]:
                    best[i, j] = total, (a, b)
    found = dict[Bead, float]()
    i, j = len(lengths[0]), len(lengths[1])
    while i or j:
        a, b = best[i, j][1]
        if a and b:
            found[tuple(range(i - a, i)), tuple(range(j - b, j))] = 1.0
        i, j = i - a, j - b
    return found


def report(
    name: str,
    who: str,
    texts: list[Text],
    method: Callable[[Text], dict[Bead, float]],
    *,
    errors: bool = False,
) -> None:
    """Print one line of figures, and the errors if asked."""
    right = wrong = missed = 0
    began = time.perf_counter()
    for text in texts:
        found = method(text)
        right += len(found.keys() & text.beads)
        wrong += len(found.keys() - text.beads)
        missed += len(text.beads - found.keys())
        for bead in sorted(found.keys() ^ text.beads) if errors else ():
            print_error(text, bead, found.get(bead))
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
        f"{name:20} {who:12} beads {right + missed:5} precision {precision:.4f} recall {recall:.4f} "
        f"F1 {f1:.4f} seconds {time.perf_counter() - began:.2f}"
    )


def print_error(text: Text, bead: Bead, score: float | None) -> None:
    """Print a bead that is wrong (with its score) or missed."""
    print(f"  {text.name} {'missed' if score is None else f'wrong {score:.3f}'} {bead}")
    for paragraphs, numbers in ((text.english, bead[0]), (text.russian, bead[1])):
        for number in numbers:
            print(f"      {paragraphs[number][:70]} … {paragraphs[number][-30:]}")


def print_trust(texts: list[Text]) -> None:
    """Print, by band of scores, how many beads are right."""
    counted = dict.fromkeys(BANDS, (0, 0))
    for text in texts:
        for bead, score in ours(text).items():
            band = max(low for low in BANDS if low <= score)
            total, right = counted[band]
            counted[band] = total + 1, right + (bead in text.beads)
    print("score from   beads   right   (all sets)")
    for band, (total, right) in counted.items():
        if total:
            print(f"{band:10.2f} {total:7} {right / total:7.1%}")


def print_speed(texts: list[Text]) -> None:
    """Print time and memory of one long document, made of all again and again, and how both grow."""
    parts = [unit for text in texts for unit in units(text)]
    took = dict[int, float]()
    for size in (100, 1000, 10_000, 30_000):
        long = assembled("long", (parts * (size // len(parts) + 1))[:size])
        began = time.perf_counter()
        found = ours(long)
        took[size] = time.perf_counter() - began
        right = len(found.keys() & long.beads) / len(long.beads)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{len(long.english):6} English segments: {took[size]:.3f} seconds, {right:.2%} of beads found, "
            f"at most {memory} MB so far"
        )
    exponent = math.log(took[30_000] / took[1000]) / math.log(30)
    print(f"from 1,000 to 30,000 the time grows with the power {exponent:.2f} of the size")


if __name__ == "__main__":
    main()
