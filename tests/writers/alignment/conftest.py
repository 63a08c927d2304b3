from collections.abc import Callable

import pytest

from termcheck.model import Alignment, Document, Kind, Pair, Passage, Place, Segment, Span


def document(path: str, language: str, texts: list[str]) -> Document:
    segments = [
        Segment(position, Place(path, label=f"para. {position + 1}"), Kind.PARAGRAPH, text)
        for position, text in enumerate(texts)
    ]
    return Document(path, language, tuple(segments))


def whole(side: Document, position: int) -> Passage:
    segment = side.segments[position]
    return Passage(segment, Span(0, len(segment.text)))


@pytest.fixture
def alignment() -> Alignment:
    """One pair, one English paragraph that became two, one Russian without English."""
    russian = document("a.ru.md", "ru", ["Доклад.", "Раз.", "Два.", "Три."])
    source = document("a.en.md", "en", ["Report.", "One & two."])
    pairs = (
        Pair((whole(source, 0),), (whole(russian, 0),), 1.0),
        Pair((whole(source, 1),), (whole(russian, 1), whole(russian, 2)), 0.97123),
        Pair((), (whole(russian, 3),), 0.5),
    )
    return Alignment(russian, source, pairs)


@pytest.fixture
def sentences(alignment: Alignment) -> Alignment:
    """Two sentences of one paragraph, answered in the other order."""
    russian = document("a.ru.md", "ru", ["Первое. Второе."])
    source = document("a.en.md", "en", ["Second. First."])
    (ours,), (theirs,) = source.segments, russian.segments
    pairs = (
        Pair((Passage(ours, Span(0, 7)),), (Passage(theirs, Span(8, 15)),), 0.9),
        Pair((Passage(ours, Span(8, 14)),), (Passage(theirs, Span(0, 7)),), 0.8),
    )
    return Alignment(russian, source, pairs)


@pytest.fixture
def pair_of() -> Callable[[str, str], Alignment]:
    """One pair with these two texts, English and Russian."""

    def make(english: str, russian: str) -> Alignment:
        source, target = document("a.en.md", "en", [english]), document("a.ru.md", "ru", [russian])
        return Alignment(target, source, (Pair((whole(source, 0),), (whole(target, 0),), 1.0),))

    return make
