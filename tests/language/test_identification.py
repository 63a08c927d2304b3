import pytest

from termcheck.language.identification import written_in
from termcheck.model import Document, Kind, Place, Segment

TEXTS = {
    "ru": "Рабочая группа провела в Вене совещание, на котором были представлены тридцать государств.",
    "en": "The Working Group held a meeting in Vienna, at which thirty States were represented.",
    "French": "Le Groupe de travail a tenu une réunion à Vienne, à laquelle trente États étaient représentés "
    "et dans le cadre de laquelle les participants ont adopté le rapport de la session sans vote. ",
    "Spanish": "El Grupo de Trabajo celebró una reunión en Viena, en la que estuvieron representados treinta "
    "Estados y en la que los participantes aprobaron el informe del período de sesiones sin votación. ",
    "Ukrainian": "Робоча група провела у Відні засідання, на якому були представлені тридцять держав.",
    "Arabic": "عقد الفريق العامل اجتماعا في فيينا حضره ممثلو ثلاثين دولة",
    "Chinese": "工作组在维也纳举行了一次会议,三十个国家派代表出席了会议,会议未经表决通过了报告。",
}
BULGARIAN = "Работната група проведе в Виена заседание, на което бяха представени тридесет държави. "


def document(text: str) -> Document:
    return Document("a.md", "ru", (Segment(0, Place("a.md"), Kind.PARAGRAPH, text),))


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told(language: str) -> None:
    assert written_in(document(TEXTS[language] * 4)) == language


def test_bulgarian_is_known_by_what_it_lacks() -> None:
    assert written_in(document(BULGARIAN * 20)) == "Bulgarian"


def test_a_list_of_names_is_no_foreign_language() -> None:
    names = "Costa Rica, Côte d’Ivoire, Cabo Verde, El Salvador, Timor-Leste, Trinidad and Tobago; "
    assert written_in(document(names * 10)) == "en"


def test_little_text_tells_nothing() -> None:
    assert written_in(document("А/76/1")) is None
    assert written_in(document("")) is None


def test_a_russian_report_may_quote_ukrainian() -> None:
    assert written_in(document(TEXTS["ru"] * 30 + TEXTS["Ukrainian"])) == "ru"


def test_a_numeral_in_ukrainian_letters_makes_no_ukrainian() -> None:
    assert written_in(document("В части ІІІ доклада Группа описывает свои методы.")) == "ru"
