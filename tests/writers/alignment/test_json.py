import json

from termcheck.model import Alignment
from termcheck.writers.alignment.json import alignment_as_json


def test_json_has_positions_and_scores(alignment: Alignment) -> None:
    assert json.loads(alignment_as_json(alignment)) == {
        "pairs": [
            {"source": [0], "target": [0], "score": 1.0},
            {"source": [1], "target": [1, 2], "score": 0.9712},
            {"source": [], "target": [3], "score": 0.5},
        ]
    }


def test_sentences_are_numbered_in_reading_order(sentences: Alignment) -> None:
    assert json.loads(alignment_as_json(sentences)) == {
        "pairs": [
            {"source": [0], "target": [1], "score": 0.9},
            {"source": [1], "target": [0], "score": 0.8},
        ]
    }
