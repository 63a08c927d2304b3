"""Sentences within paragraphs that answer each other."""

import pytest

from termcheck.alignment import align_sentences
from termcheck.alignment.bitext import TRUSTED
from termcheck.model import Kind, Pair, Passage, Place, Segment, Span

CASES = {
    "sentence by sentence": (
        "The Chair opened the session. Thirty States were represented. No vote was taken on 5 May.",
        "Председатель открыл сессию. Были представлены 30 государств. Голосования 5 мая не проводилось.",
        [
            ("The Chair opened the session.", "Председатель открыл сессию."),
            ("Thirty States were represented.", "Были представлены 30 государств."),
            ("No vote was taken on 5 May.", "Голосования 5 мая не проводилось."),
        ],
    ),
    "two that became one": (
        "The Group met in Vienna in 2021. It elected a Vice-Chair. The report was adopted as amended.",
        "Группа провела совещание в Вене в 2021 году и избрала заместителя Председателя. "
        "Доклад был утвержден с поправками.",
        [
            (
                "The Group met in Vienna in 2021. It elected a Vice-Chair.",
                "Группа провела совещание в Вене в 2021 году и избрала заместителя Председателя.",
            ),
            ("The report was adopted as amended.", "Доклад был утвержден с поправками."),
        ],
    ),
    "one sentence each, whatever they say": ("Yes.", "Было отмечено.", [("Yes.", "Было отмечено.")]),
    "an abbreviation ends nothing": (
        "It met at 10 a.m. in Vienna. It rose at noon.",
        "Заседание началось в 10 ч. 00 м. в Вене. Оно закрылось в полдень.",
        [
            ("It met at 10 a.m. in Vienna.", "Заседание началось в 10 ч. 00 м. в Вене."),
            ("It rose at noon.", "Оно закрылось в полдень."),
        ],
    ),
}


def whole(text: str, position: int = 0) -> Passage:
    return Passage(Segment(position, Place("a"), Kind.PARAGRAPH, text), Span(0, len(text)))


def joined(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.text for passage in passages)


@pytest.mark.parametrize("name", CASES)
def test_sentences_answer_each_other(name: str) -> None:
    english, russian, answer = CASES[name]
    pairs = align_sentences([Pair((whole(english),), (whole(russian),), 1.0)])
    assert [(joined(pair.source), joined(pair.target)) for pair in pairs] == answer
    assert all(pair.score >= TRUSTED for pair in pairs)


def test_no_sentence_leaves_its_paragraph() -> None:
    """The last sentence of the first paragraph would fit the second one better."""
    first = Pair((whole("Noted. The Board met on 3 June."),), (whole("Принято к сведению."),), 0.95)
    second = Pair(
        (whole("The Board met on 3 June.", 1),), (whole("Совет провел заседание 3 июня.", 1),), 0.99
    )
    pairs = align_sentences([first, second])
    assert [(joined(pair.source), joined(pair.target)) for pair in pairs][-1] == (
        "The Board met on 3 June.",
        "Совет провел заседание 3 июня.",
    )
    assert all(
        {*(p.segment.position for p in pair.source)} <= {*(p.segment.position for p in pair.target)}
        for pair in pairs
        if pair.source and pair.target
    )


def test_doubt_about_paragraphs_stays_with_their_sentences() -> None:
    pairs = align_sentences([Pair((whole("Yes. No."),), (whole("Да. Нет."),), 0.4)])
    assert all(pair.score <= 0.4 for pair in pairs)


def test_a_paragraph_without_counterpart_is_cut_too() -> None:
    pairs = align_sentences([Pair((), (whole("Раз. Два. Три."),), 0.7)])
    assert [(pair.source, joined(pair.target), pair.score) for pair in pairs] == [
        ((), "Раз.", 0.7),
        ((), "Два.", 0.7),
        ((), "Три.", 0.7),
    ]
