"""Torn paragraphs, lines of the first page, the whole document."""

from datetime import date

import pytest

from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document, line_starts
from termcheck.model import Document


def read(text: str, language: str = "ru") -> Document:
    return document(read_plain(text), path="a.txt", language=language, lines=line_starts(text))


def texts(text: str, language: str = "ru") -> list[str]:
    return [segment.text for segment in read(text, language).segments]


TORN = [
    (
        "ru",
        "4. Заседание открыл Председатель. Он выступил перед участниками со",
        "вступительным словом о целях встречи.",
    ),
    ("ru", "Комитет постановил передать рассмотрение вопроса о", "процедуре своей следующей сессии."),
    ("en", "The Committee decided to transmit the draft to the", "plenary for its consideration."),
    ("ru", "8. Комитет заслушал доклад. Делегации поблагодарили Секретариат", "за подготовку документов."),
]
WHOLE = [
    # Preambular paragraphs end with a comma, the last but one with a conjunction.
    ("ru", "принимая к сведению доклад Генерального секретаря,", "напоминая о своих прежних решениях,"),
    ("ru", "принимая во внимание важность права народов на мир; и", "напоминая о своих прежних решениях,"),
    ("en", "Noting the importance of the work done so far, and", "recalling its previous decisions,"),
    # A new paragraph begins with a capital, a label or a number.
    ("ru", "Комитет постановил передать рассмотрение вопроса о", "Процедуре своей следующей сессии."),
    ("ru", "Комитету были представлены документы от", "а) повестка дня;"),
    # One sentence without a number and without an end may be a heading or an item.
    ("ru", "Утверждение повестки дня и прочие организационные вопросы", "выборы должностных лиц"),
    ("ru", "8. Прочие вопросы повестки дня совещания", "выборы должностных лиц"),
    # Too short to be running text.
    ("ru", "Список стран на", "английском языке"),
    # Ended.
    ("ru", "8. Комитет заслушал доклад. Прения закрыты.", "после перерыва заседание возобновилось."),
]


@pytest.mark.parametrize(("language", "first", "second"), TORN)
def test_paragraphs_torn_by_a_page_break(language: str, first: str, second: str) -> None:
    segments = read(f"{first}\n\n{second}\n", language).segments
    assert len(segments) == 1
    text = segments[0].text
    assert text.endswith(f"{first[-10:]} {second}")
    assert segments[0].breaks == (len(text) - len(second) - 1,)


@pytest.mark.parametrize(("language", "first", "second"), WHOLE)
def test_paragraphs_that_are_whole(language: str, first: str, second: str) -> None:
    segments = read(f"{first}\n\n{second}\n", language).segments
    assert [segment.breaks for segment in segments] == [(), ()]


def test_the_head_of_a_document_is_read_line_by_line() -> None:
    head = "A/91/12\nDistr.: General\n4 May 2022\nRussian\nOriginal: English\n"
    text = f"{head}\nI. Введение\n\n1. Текст.\n\nII. Выводы\n"
    document = read(text)
    assert [segment.text for segment in document.segments][:5] == [
        "A/91/12",
        "Distr.: General",
        "4 May 2022",
        "Russian",
        "Original: English",
    ]
    assert (document.symbol, document.date) == ("A/91/12", date(2022, 5, 4))


def test_a_wrapped_title_stays_one() -> None:
    assert texts("Доклад Комитета по вопросам\nМирового океана\n\n1. Текст.")[0] == (
        "Доклад Комитета по вопросам Мирового океана"
    )


def test_items_typed_line_by_line() -> None:
    text = (
        "3. Комитету были представлены:\nа) повестка дня;\nб) доклад (см. пункт\n4) и записка.\n\n4. Текст."
    )
    assert [(s.mark, s.text) for s in read(text).segments] == [
        ("3.", "Комитету были представлены:"),
        ("а)", "повестка дня;"),
        ("б)", "доклад (см. пункт 4) и записка."),
        ("4.", "Текст."),
    ]


def test_dates_of_running_text_are_not_taken() -> None:
    assert read("Депонировано в Осло, 4 мая 1998 года\n\nСписок сторон соглашения").date is None


def test_positions_count_the_segments() -> None:
    segments = read("1. Раз.\n\n2. Два.\n\n3. Три.").segments
    assert [segment.position for segment in segments] == [0, 1, 2]
