"""Measure the alignment of sentences within paragraphs.

    python tests/bench/bench_sentences.py EN.txt RU.txt IDS.txt

The files hold aligned sentences, a line each; IDS names each line's document first. Lines of one sentence
each, four by four, are put together to paragraphs; a third of these lose a sentence on one side, and a third
have two of the Russian ones joined. Printed: strict F1, and how many pairs with 0.9 and more are right.
"""

import random
import sys
from collections import defaultdict
from pathlib import Path

from termcheck.alignment import align_sentences
from termcheck.alignment.bitext import TRUSTED
from termcheck.language.pipelines import sentences
from termcheck.model import Kind, Pair, Passage, Place, Segment, Span

Key = tuple[int, int, int, int, int]  # paragraph, from and to in the English, from and to in the Russian


def main(english: Path, russian: Path, ids: Path) -> None:
    """Print the figures."""
    lines = (path.read_text(encoding="utf-8").splitlines() for path in (english, russian, ids))
    documents = defaultdict[str, list[tuple[str, str]]](list)
    for ours, theirs, name in zip(*lines, strict=True):
        source, target = ours.strip(), theirs.strip()
        ends = source.endswith(".") and target.endswith(".")
        if ends and len(sentences(source, "en")) == 1 == len(sentences(target, "ru")):
            documents[name.split()[0]].append((source, target))
    right = wrong = missed = sure = sure_right = 0
    for name, known in documents.items():
        pairs, gold = paragraphs(known, random.Random(name))
        found = {_key(pair): pair.score for pair in align_sentences(pairs) if pair.source and pair.target}
        right += len(found.keys() & gold)
        wrong += len(found.keys() - gold)
        missed += len(gold - found.keys())
        sure += sum(score >= TRUSTED for score in found.values())
        sure_right += sum(score >= TRUSTED and key in gold for key, score in found.items())
    print(f"sentence pairs {right + missed} F1 {2 * right / (2 * right + wrong + missed):.4f}")
    print(f"with a score of {TRUSTED} and more: {sure}, right {sure_right / sure:.2%}")


def paragraphs(known: list[tuple[str, str]], chance: random.Random) -> tuple[list[Pair], set[Key]]:
    """Paragraphs of four sentences, made harder, and which of their sentences answer each other."""
    pairs, gold = list[Pair](), set[Key]()
    for first in range(0, len(known), 4):
        beads = [([ours], [theirs]) for ours, theirs in known[first : first + 4]]
        kind = chance.choice(("plain", "dropped", "joined"))
        at = chance.randrange(len(beads))
        if kind == "dropped" and len(beads) > 1:
            beads[at][chance.randrange(2)].clear()
        elif kind == "joined" and at + 1 < len(beads):
            (ours, theirs), (next_ours, next_theirs) = beads[at : at + 2]
            merged = f"{theirs[0].rstrip('.')}, и {next_theirs[0][0].lower()}{next_theirs[0][1:]}"
            beads[at : at + 2] = [(ours + next_ours, [merged])]
        sides = [" ".join(sentence for bead in beads for sentence in bead[side]) for side in (0, 1)]
        passages = [
            Passage(Segment(len(pairs), Place("bench"), Kind.PARAGRAPH, text), Span(0, len(text)))
            for text in sides
        ]
        ends = [0, 0]
        for bead in beads:
            lengths = [len(" ".join(side)) for side in bead]
            if all(lengths):
                gold.add((len(pairs), ends[0], ends[0] + lengths[0], ends[1], ends[1] + lengths[1]))
            ends = [end + length + bool(length) for end, length in zip(ends, lengths, strict=True)]
        pairs.append(Pair((passages[0],), (passages[1],), 1.0))
    return pairs, gold


def _key(pair: Pair) -> Key:
    return (
        pair.source[0].segment.position,
        pair.source[0].span.start,
        pair.source[-1].span.end,
        pair.target[0].span.start,
        pair.target[-1].span.end,
    )


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*map(Path, sys.argv[1:]))
