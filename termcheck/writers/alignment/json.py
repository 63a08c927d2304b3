"""An alignment for other programs: the pairs as numbers."""

import json

from termcheck.model import Alignment, Passage

_Key = tuple[int, int]


def alignment_as_json(alignment: Alignment) -> str:
    """Return the pairs by the numbers of their passages, an empty list where there is no counterpart.

    Passages, segments or sentences, are numbered from 0 in the reading order of their document.
    """
    source = _numbers([passage for pair in alignment.pairs for passage in pair.source])
    target = _numbers([passage for pair in alignment.pairs for passage in pair.target])
    rows = [
        {
            "source": [source[_key(passage)] for passage in pair.source],
            "target": [target[_key(passage)] for passage in pair.target],
            "score": round(pair.score, 4),
        }
        for pair in alignment.pairs
    ]
    return json.dumps({"pairs": rows}, indent=1) + "\n"


def _numbers(passages: list[Passage]) -> dict[_Key, int]:
    return {key: number for number, key in enumerate(sorted(map(_key, passages)))}


def _key(passage: Passage) -> _Key:
    return passage.segment.position, passage.span.start
