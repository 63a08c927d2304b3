import pytest

from termcheck.recognition.people import name_runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Выступил г-н Жан-Пьер Морель (Франция).", [["Выступил"], ["Жан", "Пьер", "Морель"], ["Франция"]]),
        ("по просьбе гна Омара альМахди и г-жи Линд", [["Омара", "Махди"], ["Линд"]]),
        ("слова Хуана де ла Крус", [["Хуана", "Крус"]]),
        ("слова Мигеля д’Обиньи", [["Мигеля", "Обиньи"]]),
        ("слова Халеда аш-Шами, Ли Мин Хо", [["Халеда", "Шами"], ["Ли", "Мин", "Хо"]]),
    ],
)
def test_finds_words_with_capitals_that_follow_each_other(text: str, runs: list[list[str]]) -> None:
    found = name_runs(text)
    assert [[word for word, _ in run.atoms] for run in found] == runs
    assert all(text[span.start : span.end] == word for run in found for word, span in run.atoms)


def test_marks_what_an_honorific_or_a_state_makes_a_name() -> None:
    text = "Доклад Анны Линд (Швеция), слова г-на Кубата, замечания Яна Кубата."
    assert [run.marked for run in name_runs(text)] == [True, False, True, False]
