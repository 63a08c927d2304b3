"""Sentences of trusted pairs, one to one, for those checks that compare repeated ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment import align_sentences
from termcheck.alignment.bitext import TRUSTED, Bitext
from termcheck.checks.wording import english_key
from termcheck.model import Pair, Passage

_FEW = 4  # words: what is shorter (cells of a table, a label) has its rendering from its place
_SENTENCE_END = re.compile(r"(?<=[.!?;:])[”»\")]*\s+")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence, or a whole segment, and the Russian one that answers it."""

    source: Passage
    target: Passage


@lru_cache(maxsize=4)
def same_sources(bitext: Bitext) -> Mapping[str, tuple[Sentence, ...]]:
    """Return the sentences whose English stands in the document twice or more, by its words."""
    return _repeated(bitext, ours=False)


@lru_cache(maxsize=4)
def same_targets(bitext: Bitext) -> Mapping[str, tuple[Sentence, ...]]:
    """Return the sentences whose Russian stands in the document twice or more, by its words."""
    return _repeated(bitext, ours=True)


def _repeated(bitext: Bitext, *, ours: bool) -> Mapping[str, tuple[Sentence, ...]]:
    """Align only the paragraphs that hold a repeated sentence; most documents have few of them."""
    keys = [sentence_keys(pair.target if ours else pair.source) for pair in bitext.trusted]
    counts = Counter(key for pair_keys in keys for key in pair_keys)
    wanted = {key for key, count in counts.items() if count > 1}
    found: dict[str, list[Sentence]] = defaultdict(list)
    pairs = [pair for pair, own in zip(bitext.trusted, keys, strict=True) if not wanted.isdisjoint(own)]
    for sentence in one_to_one(pairs):
        key = english_key((sentence.target if ours else sentence.source).text)
        if key in wanted:
            found[key].append(sentence)
    return {key: tuple(sentences) for key, sentences in found.items() if len(sentences) > 1}


def sentence_keys(passages: Sequence[Passage]) -> list[str]:
    """Return the keys of the sentences of a text, roughly cut: no more than a first look."""
    parts = (part for passage in passages for part in _SENTENCE_END.split(passage.text))
    whole = (passage.text for passage in passages)
    texts = dict.fromkeys((*parts, *whole))
    return list({english_key(text): None for text in texts if len(_WORD.findall(text)) >= _FEW})


def one_to_one(pairs: Sequence[Pair]) -> Iterator[Sentence]:
    """Yield the sentences that answer each other one to one."""
    for pair in align_sentences(pairs):
        if len(pair.source) == len(pair.target) == 1 and pair.score >= TRUSTED:
            yield Sentence(pair.source[0], pair.target[0])
