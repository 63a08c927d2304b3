"""Where sentences end. A bar stands between two sentences."""

import pytest

from termcheck.language.pipelines import pipeline

RUSSIAN = [
    "Рабочая группа заседала в Вене. | Она провела четыре заседания.",
    "Совещание прошло в «смешанном» формате, т. е. в зале было мало участников.",
    "В 2015 г. Комитет провел сессию. | Затем он собрался снова.",
    "Это было в 2015 г. | Однако Комитет не собрался.",
    "См. документ A/76/100. | См. также п. 5.",
    "Он спросил: «Почему?» | Ответа не последовало.",
    "Выступил А. С. Пушкин. | Выступили и другие.",
    "Расходы составили 3 млн долл. США. | Это больше, чем в 2014 году.",
    "Участвовали Чили, Перу и др. | В прениях выступили не все.",
    "Рост составил 12.5 процента.",
    "Были учреждения, фонды и т. п., которые не ответили.",
    "Председатель (Перу) закрыл сессию. | 12 октября работа возобновилась.",
]
ENGLISH = [
    "The Group met in Vienna. | It held four meetings.",
    "It spoke of funds, e.g. those of States. | No one replied.",
    "Mr. Smith spoke. | Ms. Jones did not.",
    "See para. 5 of document A/76/100. | The rest follows.",
    "It met at 10 a.m. on Monday. | It rose at 1 p.m. | The Chair closed it.",
    "The U.S. delegation spoke.",
]


@pytest.mark.parametrize(("marked", "language"), [(m, "ru") for m in RUSSIAN] + [(m, "en") for m in ENGLISH])
def test_sentences(marked: str, language: str) -> None:
    sentences = marked.split(" | ")
    doc = pipeline(language)(" ".join(sentences))
    assert [sentence.text for sentence in doc.sents] == sentences
