"""What the formats of an alignment have in common: each side of a pair as one line of text."""

import re
from collections.abc import Iterable, Sequence

from termcheck.model import Alignment, Passage
from termcheck.writers.exchange import xml_characters

_LINE_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """Return a text with a blank for line breaks and tabulators; other blanks stay (5\u00a0млн)."""
    return _LINE_BREAKS.sub(" ", text)


def xml_text(text: str) -> str:
    """Return a text on one line without the characters that an XML 1.0 file cannot hold, however written."""
    return xml_characters(one_line(text))


def words(passages: Iterable[Passage]) -> str:
    """Return the text of one side of a pair, its passages joined by a blank."""
    return " ".join(passage.text for passage in passages)


def labels(passages: Iterable[Passage]) -> str:
    """Return where the passages of one side stand, each place once: "para. 3 + para. 4"."""
    places = (passage.segment.place.label or str(passage.segment.position) for passage in passages)
    return " + ".join(dict.fromkeys(places))


def by_sentence(alignment: Alignment) -> bool:
    """Tell whether the pairs are made of sentences: some passage is only a part of its segment."""
    return any(
        map(_is_part, (p for pair in alignment.pairs for side in (pair.source, pair.target) for p in side))
    )


def score(value: float) -> str:
    """Return a score with four places, which no rounding lifts: 0.89999 is not yet trusted at 0.9."""
    return f"{int(value * 10000 + 1e-6) / 10000:.4f}"


def _is_part(passage: Passage) -> bool:
    return passage.span.end - passage.span.start < len(passage.segment.text)


def sides(*passages: Sequence[Passage]) -> bool:
    """Tell whether all these sides say something."""
    return all(words(side).strip() for side in passages)
