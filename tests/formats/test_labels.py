"""Labels by their shape."""

import pytest

from termcheck.formats.labels import Shape, find_label, read_mark


@pytest.mark.parametrize(
    ("text", "shape", "mark", "rest"),
    [
        ("27. Комитет принял доклад", Shape.NUMBER, "27.", "Комитет принял доклад"),
        ("27.\u00a0Комитет", Shape.NUMBER, "27.", "Комитет"),
        ("(a) Opening", Shape.ITEM, "(a)", "Opening"),
        ("б) открытие", Shape.ITEM, "б)", "открытие"),
        ("а)открытие", Shape.ITEM, "а)", "открытие"),
        ("(iv) закрытие", Shape.ITEM, "(iv)", "закрытие"),
        ("iv) закрытие", Shape.ITEM, "iv)", "закрытие"),
        ("1) прения", Shape.COUNT, "1)", "прения"),
        ("(1) прения", Shape.COUNT, "(1)", "прения"),
        ("XIV. Выводы", Shape.CAPITAL, "XIV.", "Выводы"),
        ("Д. Участники", Shape.CAPITAL, "Д.", "Участники"),
        ("2.1. Методы", Shape.LEVELS, "2.1.", "Методы"),
        ("• первый", Shape.BULLET, "•", "первый"),
        ("— первый", Shape.BULLET, "—", "первый"),
        ("- а) открытие", Shape.ITEM, "а)", "открытие"),
        ("* Переиздано по техническим причинам", Shape.STAR, "*", "Переиздано по техническим причинам"),
    ],
)
def test_labels(text: str, shape: Shape, mark: str, rest: str) -> None:
    label = find_label(text)
    assert label is not None
    # The bullet before another label is left behind with it.
    assert (label.shape, label.mark, text[label.end :]) == (shape, mark, rest)


@pytest.mark.parametrize(
    "text",
    [
        "12.5 млн долл. США",
        "2015. Год завершения",
        "А. С. Пушкин",
        "U. S. Geological Survey",
        "–5 градусов",
        "(см. документ)",
        "пункт 1",
        "27.",
        "а)",
        "",
        "(2004) резолюция",
        "A/69/767",
        "й) прочее",
        "IXV. Выводы",
    ],
)
def test_no_labels(text: str) -> None:
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("mark", "shape", "body"),
    [
        ("27.", Shape.NUMBER, "27"),
        ("(a)", Shape.ITEM, "a"),
        ("IV", Shape.CAPITAL, "IV"),
        ("•", Shape.BULLET, "•"),
        ("3", Shape.NUMBER, "3"),
    ],
)
def test_marks_of_automatic_numbering(mark: str, shape: Shape, body: str) -> None:
    label = read_mark(mark)
    assert label is not None
    assert (label.shape, label.body, label.mark, label.end) == (shape, body, mark, 0)
