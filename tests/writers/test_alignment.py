"""An alignment as text and as JSON."""

import json

from termcheck.model import Kind, Pair, Passage, Place, Segment, Span
from termcheck.writers.alignment import alignment_as_json, alignment_as_text


def passage(text: str, position: int) -> Passage:
    segment = Segment(position, Place("a.md", label=f"para. {position}"), Kind.PARAGRAPH, text)
    return Passage(segment, Span(0, len(text)))


ONE_TO_TWO = Pair((passage("One.", 3),), (passage("Раз.", 3), passage("Два.", 4)), 0.97123)
ALONE = Pair((), (passage("Три.", 5),), 0.5)


def test_json_has_positions_and_scores() -> None:
    assert json.loads(alignment_as_json([ONE_TO_TWO, ALONE])) == {
        "pairs": [
            {"source": [3], "target": [3, 4], "score": 0.9712},
            {"source": [], "target": [5], "score": 0.5},
        ]
    }


def test_text_has_a_line_a_pair_in_columns() -> None:
    first, second = alignment_as_text([ONE_TO_TWO, ALONE]).splitlines()
    assert first.split("  ")[:2] == ["0.97", "para. 3: One."]
    assert first.endswith("para. 3+para. 4: Раз. / Два.")
    assert second.startswith("0.50  —")
    assert first.index("para. 3+") == second.index("para. 5:")
    assert not first.endswith(" ")
