"""An alignment for other programs: the pairs as numbers."""

import json

from termcheck.model import Alignment, Document, Passage

_Key = tuple[int, int]


def alignment_as_json(alignment: Alignment) -> str:
    """Return the pairs by the numbers of their passages, an empty list where there is no counterpart.

    Passages, segments or sentences, are numbered from 0 in the reading order of their document; what is
    not aligned (metadata) counts as one passage a segment.
    """
    source = _numbers(alignment.source, [passage for pair in alignment.pairs for passage in pair.source])
    target = _numbers(alignment.russian, [passage for pair in alignment.pairs for passage in pair.target])
    rows = [
        {
            "source": [source[_key(passage)] for passage in pair.source],
            "target": [target[_key(passage)] for passage in pair.target],
            "score": round(pair.score, 4),
        }
        for pair in alignment.pairs
    ]
    return json.dumps({"pairs": rows}, indent=1) + "\n"


def _numbers(document: Document, passages: list[Passage]) -> dict[_Key, int]:
    keys = set(map(_key, passages))
    aligned = {position for position, _ in keys}
    keys |= {(segment.position, 0) for segment in document.segments if segment.position not in aligned}
    return {key: number for number, key in enumerate(sorted(keys))}


def _key(passage: Passage) -> _Key:
    return passage.segment.position, passage.span.start
