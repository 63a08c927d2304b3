from termcheck.alignment.kinship import kinship
from termcheck.model import Kind, Pair, Passage, Place, Segment, Span


def passage(text: str) -> tuple[Passage, ...]:
    return (Passage(Segment(0, Place("a"), Kind.PARAGRAPH, text), Span(0, len(text))),)


SURE = Pair(passage("A report."), passage("Доклад.  "), 0.99)
DOUBTFUL = Pair(passage("A report."), passage("Заседание"), 0.6)
ENGLISH = Pair(passage("A report."), (), 0.8)
RUSSIAN = Pair((), passage("Заседание"), 0.8)


def test_a_translation_belongs_to_its_original() -> None:
    assert not kinship([SURE] * 30).doubtful
    assert not kinship([SURE] * 10 + [ENGLISH] * 5 + [RUSSIAN] * 5).doubtful


def test_doubtful_pairs_tell_nothing() -> None:
    assert kinship([DOUBTFUL] * 30).doubtful


def test_the_evidence_is_counted() -> None:
    found = kinship([SURE] + [DOUBTFUL] * 10 + [ENGLISH] * 9)
    assert (found.english, found.russian, found.pairs) == (20, 11, 1)
    assert 0.09 < found.answered < 0.1


def test_an_excerpt_belongs_to_the_whole() -> None:
    assert not kinship([SURE] * 10 + [ENGLISH] * 500).doubtful


def test_of_few_segments_nothing_is_said() -> None:
    assert not kinship([DOUBTFUL] * 3).doubtful
