"""Where two documents surely meet."""

from collections.abc import Sequence

from termcheck.alignment import Side
from termcheck.alignment.features import gather
from termcheck.alignment.guide import common_points
from termcheck.model import Kind, Place, Segment


def points(english: Sequence[str], russian: Sequence[str]) -> list[tuple[int, int]]:
    sides = (
        gather(
            Side(tuple(Segment(n, Place(""), Kind.PARAGRAPH, text) for n, text in enumerate(texts))), language
        )
        for texts, language in ((english, "en"), (russian, "ru"))
    )
    return common_points(*sides)


def test_two_rare_figures_in_common_are_a_point() -> None:
    english = ["Opening", "In 1984 there were 512 cases.", "Closing", "In 1991 there were 730 cases."]
    russian = ["В 1984 году было 512 случаев.", "Закрытие", "Добавление", "В 1991 году было 730 случаев."]
    assert points(english, russian) == [(1, 0), (3, 3)]


def test_points_never_cross() -> None:
    english = ["Rules 101 and 102.", "Rules 201 and 202.", "Rules 301 and 302."]
    russian = ["Правила 301 и 302.", "Правила 101 и 102.", "Правила 201 и 202."]
    assert points(english, russian) == [(0, 1), (1, 2)]


def test_one_figure_alone_is_chance() -> None:
    assert points(["There were 512 of them.", "None."], ["Ни одного.", "Всего было 512."]) == []
