"""Two short documents in, the pairs out; each case draws its answer, "." for no counterpart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.alignment import Side, align
from termcheck.model import Kind, Pair, Passage, Place, Segment

OPENING = (
    "The session was opened by the Chair on 4 March 2019.",
    "Сессию открыл Председатель 4 марта 2019 года.",
)
QUORUM = (
    "The secretariat told the Committee that 35 States parties were represented and that there was a quorum.",
    "Секретариат сообщил Комитету, что представлены 35 государств-участников и что кворум имеется.",
)
AGENDA = (
    "The Committee adopted the agenda without a vote.",
    "Комитет утвердил повестку дня без голосования.",
)
WATER = (
    "Several speakers drew attention to the lack of safe drinking water in rural areas of the region.",
    "Ряд ораторов обратили внимание на нехватку безопасной питьевой воды в сельских районах региона.",
)
SCHOOLS = (
    "One delegation described how 412 schools had been rebuilt after the earthquake in Nepal.",
    "Одна делегация рассказала, как после землетрясения в Непале были восстановлены 412 школ.",
)
REPORT = (
    "The Committee requested the Secretary-General to submit a report to the General Assembly in 2021.",
    "Комитет просил Генерального секретаря представить доклад Генеральной Ассамблее в 2021 году.",
)
CLOSING = ("The Chair declared the session closed.", "Председатель объявил сессию закрытой.")
TRAVEL = ("Travel", "Поездки")
ALL = (OPENING, QUORUM, AGENDA, WATER, SCHOOLS, REPORT, CLOSING)


def side(
    texts: list[str],
    *,
    marks: list[str] | None = None,
    headings: tuple[int, ...] = (),
    keys: list[str] | None = None,
) -> Side:
    segments = tuple(
        Segment(
            number,
            Place("report"),
            Kind.HEADING if number in headings else Kind.PARAGRAPH,
            text,
            mark=marks[number] if marks else "",
        )
        for number, text in enumerate(texts)
    )
    return Side(segments, tuple(frozenset(key.split()) for key in keys) if keys else ())


def drawn(pairs: tuple[Pair, ...]) -> str:
    """Pairs as "0=0 1+2=1 3=. .=2": English numbers, Russian numbers."""

    def numbers(passages: tuple[Passage, ...]) -> str:
        return "+".join(str(passage.segment.position) for passage in passages) or "."

    return " ".join(f"{numbers(pair.source)}={numbers(pair.target)}" for pair in pairs)


def aligned(english: list[str], russian: list[str], **options: object) -> str:
    return drawn(align(side(english, **options), side(russian, **options)))  # type: ignore[arg-type]


ENGLISH = [english for english, _ in ALL]
RUSSIAN = [russian for _, russian in ALL]


def test_paragraph_for_paragraph() -> None:
    assert aligned(ENGLISH, RUSSIAN) == "0=0 1=1 2=2 3=3 4=4 5=5 6=6"


@pytest.mark.parametrize("lost", range(len(ALL)))
def test_a_paragraph_dropped_in_the_russian(lost: int) -> None:
    russian = RUSSIAN[:lost] + RUSSIAN[lost + 1 :]
    expected = [f"{n}={n if n < lost else n - 1}" if n != lost else f"{n}=." for n in range(len(ALL))]
    assert aligned(ENGLISH, russian) == " ".join(expected)


@pytest.mark.parametrize("first", range(len(ALL) - 1))
def test_two_paragraphs_merged_in_the_russian(first: int) -> None:
    russian = [*RUSSIAN[:first], f"{RUSSIAN[first]} {RUSSIAN[first + 1]}", *RUSSIAN[first + 2 :]]
    expected = [f"{n}={n}" for n in range(first)]
    expected += [f"{first}+{first + 1}={first}"]
    expected += [f"{n}={n - 1}" for n in range(first + 2, len(ALL))]
    assert aligned(ENGLISH, russian) == " ".join(expected)


@pytest.mark.parametrize("first", range(len(ALL) - 1))
def test_a_paragraph_split_in_the_russian(first: int) -> None:
    english = [*ENGLISH[:first], f"{ENGLISH[first]} {ENGLISH[first + 1]}", *ENGLISH[first + 2 :]]
    expected = [f"{n}={n}" for n in range(first)]
    expected += [f"{first}={first}+{first + 1}"]
    expected += [f"{n - 1}={n}" for n in range(first + 2, len(ALL))]
    assert aligned(english, RUSSIAN) == " ".join(expected)


def test_a_merge_does_not_lose_its_short_member() -> None:
    english = [OPENING[0], TRAVEL[0], WATER[0], CLOSING[0]]
    russian = [OPENING[1], f"{TRAVEL[1]} {WATER[1]}", CLOSING[1]]
    assert aligned(english, russian) == "0=0 1+2=1 3=2"


def test_a_short_paragraph_without_counterpart_is_not_merged() -> None:
    english = [OPENING[0], TRAVEL[0], WATER[0], CLOSING[0]]
    assert aligned(english, [OPENING[1], WATER[1], CLOSING[1]]) == "0=0 1=. 2=1 3=2"


def test_an_inserted_heading_stands_alone() -> None:
    english = side([OPENING[0], AGENDA[0], WATER[0]])
    russian = side([OPENING[1], "Вводные замечания", AGENDA[1], WATER[1]], headings=(1,))
    assert drawn(align(english, russian)) == "0=0 .=1 1=2 2=3"


def test_equal_numbers_tell_like_paragraphs_apart() -> None:
    english = ["The meeting rose.", "The meeting rose.", "The meeting rose."]
    russian = ["Заседание закрывается.", "Заседание закрывается."]
    pairs = align(side(english, marks=["1.", "2.", "3."]), side(russian, marks=["1.", "3."]))
    assert drawn(pairs) == "0=0 1=. 2=1"


def test_numbers_that_moved_by_one_do_not_mislead() -> None:
    english = side(ENGLISH, marks=[f"{n}." for n in range(1, 8)])
    russian = [
        *RUSSIAN[:3],
        "В 1984 году этот вопрос уже обсуждался в Вене на совещании экспертов.",
        *RUSSIAN[3:],
    ]
    pairs = align(english, side(russian, marks=[f"{n}." for n in range(1, 9)]))
    assert drawn(pairs) == "0=0 1=1 2=2 .=3 3=4 4=5 5=6 6=7"


@pytest.mark.parametrize("mark", ["b)", "(b)", "б)", "В."])
def test_a_letter_is_the_same_in_every_dress(mark: str) -> None:
    like = ["Other matters", "Other matters", "Other matters"]
    pairs = align(side(like, marks=["(a)", "(b)", "(c)"]), side(["Прочие вопросы"], marks=[mark]))
    assert drawn(pairs) == "0=. 1=0 2=."


def test_what_recognition_found_decides_between_like_paragraphs() -> None:
    english = side(["See below."] * 3, keys=["concept:MDA", "concept:TUR", "symbol:CTOC/COP/2008/19"])
    russian = side(["См. ниже."] * 2, keys=["concept:MDA", "symbol:CTOC/COP/2008/19"])
    assert drawn(align(english, russian)) == "0=0 1=. 2=1"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("The output was 156,734 tons.", "Объем составил 156 734 тонны."),
        ("The output was 2.5 tons.", "Объем составил 2,5 тонны."),
        ("The output was fifteen tons.", "Объем составил пятнадцать тонн."),
    ],
)
def test_figures_are_read_as_each_language_writes_them(english: str, russian: str) -> None:
    others = ["The output was 7 tons.", "The output was 3,100 tons.", "The output was 2 tons, then 5."]
    assert aligned([*others, english], [russian]) == "0=. 1=. 2=. 3=0"


def test_empty_sides() -> None:
    assert align(side([]), side([])) == ()
    assert aligned(["One.", "Two."], []) == "0=. 1=."
    assert aligned([], ["Один.", "Два."]) == ".=0 .=1"


def test_one_segment_a_side() -> None:
    assert aligned(["Introduction"], ["Введение"]) == "0=0"


def test_empty_segments_are_still_paired() -> None:
    assert aligned(["", ""], [""]) in {"0=. 1=0", "0=0 1=.", "0+1=0"}


MOVES = {
    "two neighbours changed places": (
        [OPENING, QUORUM, SCHOOLS, WATER, CLOSING],
        [0, 1, 3, 2, 4],
        "0=0 1=1 2=3 3=2 4=4",
    ),
    "a paragraph went to the end": (
        [OPENING, SCHOOLS, QUORUM, WATER, REPORT, CLOSING],
        [0, 2, 3, 4, 5, 1],
        "0=0 1=5 2=1 3=2 4=3 5=4",
    ),
    "two annexes changed places": (
        [OPENING, QUORUM, WATER, SCHOOLS, REPORT, AGENDA, CLOSING],
        [0, 4, 5, 1, 2, 3, 6],
        "0=0 1=3 2=4 3=5 4=1 5=2 6=6",
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_passages_in_another_order_are_found(name: str) -> None:
    texts, order, answer = MOVES[name]
    pairs = align(side([english for english, _ in texts]), side([texts[number][1] for number in order]))
    assert drawn(pairs) == answer


def test_a_list_sorted_anew_by_the_other_alphabet_is_found() -> None:
    english = ["Austria", "Belgium", "Chad", "Japan", "Morocco", "Switzerland"]
    russian = ["Австрия", "Бельгия", "Марокко", "Чад", "Швейцария", "Япония"]
    keys = ["AUT", "BEL", "TCD", "JPN", "MAR", "CHE"]
    pairs = align(side(english, keys=keys), side(russian, keys=["AUT", "BEL", "MAR", "TCD", "CHE", "JPN"]))
    assert drawn(pairs) == "0=0 1=1 2=3 3=5 4=2 5=4"


def table(rows: list[list[str]]) -> Side:
    cells = [
        (f"table 1, row {row}, column {column}", text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    ]
    return Side(
        tuple(
            Segment(number, Place("report", label=label), Kind.TABLE_CELL, text)
            for number, (label, text) in enumerate(cells)
        )
    )


def test_a_cell_answers_one_of_its_column_though_a_row_is_lost() -> None:
    english = table([["Austria", "x", "–"], ["–", "–", "y"], ["Chad", "–", "x"]])
    russian = table([["Австрия", "x", "–"], ["Чад", "–", "x"]])
    assert drawn(align(english, russian)) == "0=0 1=1 2=2 3=. 4=. 5=. 6=3 7=4 8=5"


def test_a_pair_holds_whole_segments() -> None:
    pair = align(side([QUORUM[0]]), side([QUORUM[1]]))[0]
    assert [passage.text for passage in (*pair.source, *pair.target)] == list(QUORUM)


def test_a_score_is_a_probability_and_falls_with_doubt() -> None:
    sure = align(side(ENGLISH), side(RUSSIAN))
    doubtful = align(side(["Agreed.", "Noted."]), side(["Так!"]))
    assert all(pair.score > 0.99 for pair in sure)
    assert min(pair.score for pair in doubtful) < 0.9


def test_anchors_must_fit_the_segments() -> None:
    with pytest.raises(ValueError, match="1 sets of anchors for 2 segments"):
        Side(side(["One.", "Two."]).segments, (frozenset(),))


paragraphs = st.lists(st.one_of(st.sampled_from(ENGLISH + RUSSIAN), st.text(max_size=30)), max_size=12)


@given(paragraphs, paragraphs)
@settings(max_examples=60)
def test_every_segment_is_in_exactly_one_pair_in_the_order_of_the_english(
    english: list[str], russian: list[str]
) -> None:
    pairs = align(side(english), side(russian))
    source = [passage.segment.position for pair in pairs for passage in pair.source]
    target = [passage.segment.position for pair in pairs for passage in pair.target]
    assert source == list(range(len(english)))
    assert sorted(target) == list(range(len(russian)))
    assert all(pair.source or pair.target for pair in pairs)
    assert all(0.0 <= pair.score <= 1.0 for pair in pairs)
