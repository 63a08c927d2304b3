"""Words as UN documents use them. Tokens are parted by a bar where the text itself has
no blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.language.pipelines import tokenize

RUSSIAN = [
    "УООН|-|ИПИУ и ООН-Хабитат",
    "На 1-м и 2-м заседаниях|,",
    "т.~е. в Вене|, и~т.~д.",
    "документ CTOC/COP/WG.4/2021/INF/1/Rev.1|.",
    "документ СТОС/СОР/ВГ.4/2021/2|;",
    "(|A/76/100/Add.1|)",
    "A/76/100*|,",
    "в Кот-д’Ивуаре|,",
    "Кот-д'Ивуар и Гвинея-Бисау|.",
    "пандемия COVID-19|.",
    "«|Директор-исполнитель|»",
    "на 12,5 процента|,",
    "8|–|17 октября",
    "<<|Группы 77|>>",
    "А. С. Пушкин|.",
    "в 2015 г. и в 2015|–|2016 гг.",
    "3 млн долл. США|.",
    "https://example.org/a/b?c=1 и почта info@example.org|.",
    "[|...|]",
    "по бюджетным вопросам|22|,",
    "заседании|[|-|ях|]",
]
ENGLISH = [
    "the Secretary|-|General|'s report|,",
    "States|’ parties",
    "At its 1st meeting|,",
    "the Saint Lucia|-|based Court",
    "i.e. in Côte d’Ivoire|,",
    "Mr. Smith|, U.S. citizen|,",
    "document A/76/100|.",
    "Office on Drugs and Crime|1 provides",
]


def tokens(text: str, language: str) -> list[str]:
    return [token.text for token in tokenize(text, language) if not token.is_space]


@pytest.mark.parametrize(("marked", "language"), [(m, "ru") for m in RUSSIAN] + [(m, "en") for m in ENGLISH])
def test_words(marked: str, language: str) -> None:
    # A tilde stands for a blank inside a token.
    expected = [part.replace("~", " ") for part in marked.replace("|", " ").split()]
    assert tokens(marked.replace("|", "").replace("~", " "), language) == expected


@given(st.text(max_size=60), st.sampled_from(["ru", "en"]))
def test_nothing_is_lost(text: str, language: str) -> None:
    assert tokenize(text, language).text == text


def test_a_no_break_space_parts_words() -> None:
    assert tokens("в\u00a0Вене", "ru") == ["в", "Вене"]


def test_an_accent_stays_with_its_letter() -> None:
    assert tokens("Программои\u0306 деи\u0306ствий", "ru") == ["Программои\u0306", "деи\u0306ствий"]
