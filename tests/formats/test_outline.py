"""Labels in their sequence: kinds, levels and the names of places.

A sample is a text of one paragraph a line; "#" at the head of a line makes a heading, "*" around it bold.
"""

import pytest

from termcheck.formats.blocks import Block
from termcheck.formats.outline import outline
from termcheck.model import Kind, Span


def block(line: str) -> Block:
    if line.startswith("#"):
        depth = len(line) - len(line.lstrip("#"))
        return Block(Kind.HEADING, line.lstrip("# "), depth=depth)
    if line.startswith("**"):
        text = line.strip("*")
        return Block(Kind.PARAGRAPH, text, strong=(Span(0, len(text)),))
    return Block(Kind.PARAGRAPH, line)


def places(sample: str) -> list[str]:
    return [entry.place for entry in outline([block(line) for line in sample.strip().splitlines()])]


def levels(sample: str) -> list[int]:
    return [entry.level for entry in outline([block(line) for line in sample.strip().splitlines()])]


def test_headings_by_their_labels_and_not_by_their_markup() -> None:
    sample = """
# I. Введение
**А. Открытие совещания**
**В. Участники**
## II. Организация работы
### A. Выборы
#### 1. Председатель
## B. Повестка дня
"""
    assert levels(sample) == [1, 2, 2, 1, 2, 3, 2]
    assert places(sample) == [
        "heading I",
        "heading I.A",
        "heading I.B",
        "heading II",
        "heading II.A",
        "heading II.A.1",
        "heading II.B",
    ]


def test_letters_of_two_alphabets_count_as_latin_ones() -> None:
    sample = "# I. Общее\n# А. Раз\n# В. Два\n# С. Три\n# Д. Четыре\n# Е. Пять"
    assert places(sample) == ["heading I", *(f"heading I.{letter}" for letter in "ABCDE")]


def test_letters_of_the_russian_alphabet_count_by_it() -> None:
    assert places("# I. Общее\n# А. Раз\n# Б. Два\n# В. Три\n# Г. Четыре")[1:] == [
        f"heading I.{letter}" for letter in "ABCD"
    ]


def test_a_letter_that_could_be_roman_follows_the_letters() -> None:
    assert places("# I. Общее\n# A. Раз\n# B. Два\n# C. Три\n# D. Четыре\n# II. Прочее\n# III. Конец") == [
        "heading I",
        "heading I.A",
        "heading I.B",
        "heading I.C",
        "heading I.D",
        "heading II",
        "heading III",
    ]


def test_the_ninth_letter_and_the_first_roman_number() -> None:
    letters = "\n".join(f"# {letter}. Раздел" for letter in "ABCDEFGHI")
    assert levels(letters) == [2] * 9
    assert levels("# I. Введение") == [1]


def test_headings_without_labels() -> None:
    sample = (
        "# Доклад Комитета\n## I. Введение\n### Общие прения\n**Выступления**\n## II. Выводы\n# Приложение"
    )
    assert levels(sample) == [1, 1, 2, 3, 1, 1]  # bold alone stands below what is marked
    assert places(sample) == [
        "title",
        "heading I",
        "heading “Общие прения”",
        "heading “Выступления”",
        "heading II",
        "heading “Приложение”",
    ]


def test_headings_without_any_labels_follow_their_markup() -> None:
    assert levels("# Доклад\n## Введение\n### Цели\n### Задачи\n## Выводы") == [1, 2, 3, 3, 2]


def test_bold_sentences_are_no_headings() -> None:
    entries = outline([block("**Комитет рекомендует принять проект.**")])
    assert entries[0].kind is Kind.PARAGRAPH


def test_paragraphs_and_their_items() -> None:
    sample = """
26. Комитет принял доклад.
27. Комитету были представлены:
а) повестка дня;
b) доклад:
i) часть первая;
ii) часть вторая;
c) записка.
Список стран
28. Комитет закрыл заседание.
"""
    assert places(sample) == [
        "para. 26",
        "para. 27",
        "para. 27 (a)",
        "para. 27 (b)",
        "para. 27 (b) (i)",
        "para. 27 (b) (ii)",
        "para. 27 (c)",
        "after para. 27 (c)",
        "para. 28",
    ]
    assert levels(sample) == [0, 0, 1, 1, 2, 2, 1, 0, 0]


def test_the_ninth_item_is_a_letter() -> None:
    sample = "1. Список:\n" + "\n".join(f"({letter}) пункт" for letter in "abcdefghijk")
    assert places(sample)[1:] == [f"para. 1 ({letter})" for letter in "abcdefghijk"]


def test_roman_items_run_on() -> None:
    sample = "1. Список:\n" + "\n".join(
        f"{numeral}) пункт" for numeral in ("i", "ii", "iii", "iv", "v", "vi")
    )
    assert places(sample)[1:] == [f"para. 1 ({numeral})" for numeral in ("i", "ii", "iii", "iv", "v", "vi")]


def test_an_agenda_within_a_paragraph() -> None:
    sample = """
2. Комитет утвердил следующую повестку дня:
1. Выборы:
а) Председателя
б) Докладчика
2. Прения
3. Прочие вопросы
3. Комитет приступил к работе.
4. Комитет закрыл заседание.
"""
    assert places(sample) == [
        "para. 2",
        "para. 2, item 1",
        "para. 2, item 1 (a)",
        "para. 2, item 1 (b)",
        "para. 2, item 2",
        "para. 2, item 3",
        "para. 3",
        "para. 4",
    ]


def test_an_agenda_that_no_colon_announces() -> None:
    sample = "8. Повестка дня приводится ниже\n1. Выборы\n2. Прения\n9. Комитет приступил к работе."
    assert places(sample) == ["para. 8", "para. 8, item 1", "para. 8, item 2", "para. 9"]


def test_paragraphs_of_an_annex_begin_again() -> None:
    sample = "8. Текст.\n# Приложение\nКомитет рекомендует:\n1. принять доклад;\n2. опубликовать его."
    assert places(sample)[3:] == ["para. 1", "para. 2"]


def test_operative_paragraphs_begin_small() -> None:
    sample = "Генеральная Ассамблея,\n1. приветствует доклад;\n2. просит представить доклад."
    assert places(sample)[1:] == ["para. 1", "para. 2"]


def test_a_line_broken_before_a_small_letter_is_no_paragraph() -> None:
    entries = outline([block("Комитет сослался на пункт"), block("7. резолюции Совета.")])
    assert (entries[1].mark, entries[1].kind) == ("", Kind.PARAGRAPH)


@pytest.mark.parametrize("name", ["В. Иванов (Чили)", "С. Перес (Перу)", "М. Дюран, Председатель"])
def test_initials_are_no_headings(name: str) -> None:
    entries = outline([block("1. Выступили:"), block(name), block("К. Ли (Кения)")])
    assert [entry.kind for entry in entries[1:]] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_headings_of_plain_text_by_their_sequence() -> None:
    assert places("I. Введение\n1. Текст.\nII. Выводы\n2. Текст.") == [
        "heading I",
        "para. 1",
        "heading II",
        "para. 2",
    ]


def test_bullets_count_below_their_paragraph() -> None:
    sample = "4. Меры:\n• первая\n— вторая\n5. Итоги."
    entries = outline([block(line) for line in sample.splitlines()])
    assert [entry.mark for entry in entries] == ["4.", "•", "—", "5."]
    assert [entry.place for entry in entries][1:3] == ["para. 4, bullet 1", "para. 4, bullet 2"]


def test_texts_without_any_numbers_are_counted() -> None:
    assert places("Первый абзац.\nВторой абзац.") == ["unnumbered para. 1", "unnumbered para. 2"]


def test_texts_without_numbers_are_counted_below_their_heading() -> None:
    sample = """
# Доклад о работе
Доклад охватывает весь год.
## I. Введение
Введение первое.
Введение второе.
### A. Задачи
Задача первая.
### Порядок работы
Порядок первый.
Порядок второй.
## II. Выводы
Вывод.
"""
    assert places(sample) == [
        "title",
        "“Доклад о работе”, first paragraph",
        "heading I",
        "I, first paragraph",
        "I, second paragraph",
        "heading I.A",
        "I.A, first paragraph",
        "heading “Порядок работы”",
        "“Порядок работы”, first paragraph",
        "“Порядок работы”, second paragraph",
        "heading II",
        "II, first paragraph",
    ]


def test_what_stands_below_a_text_without_a_number() -> None:
    sample = """
# I. Меры
Комитет постановил:
а) принять доклад;
b) издать его.
Он также отметил:
• первое
• второе
Он выразил признательность.
"""
    assert places(sample)[1:] == [
        "I, first paragraph",
        "I, first paragraph (a)",
        "I, first paragraph (b)",
        "I, second paragraph",
        "I, second paragraph, bullet 1",
        "I, second paragraph, bullet 2",
        "I, third paragraph",
    ]


def test_what_stands_right_below_a_heading() -> None:
    assert places("# I. Меры\nа) первая;\nb) вторая.\n# II. Итоги\n• один\n• два") == [
        "heading I",
        "I (a)",
        "I (b)",
        "heading II",
        "II, bullet 1",
        "II, bullet 2",
    ]


def test_items_of_an_annex_are_not_those_of_the_last_paragraph() -> None:
    sample = "8. Текст.\n# Приложение\nа) первое;\nb) второе."
    assert places(sample)[2:] == ["“Приложение” (a)", "“Приложение” (b)"]


def test_texts_after_a_numbered_paragraph_are_counted_from_it() -> None:
    sample = "7. Текст.\nПродолжение.\nЕще одно.\n8. Текст.\nПродолжение."
    assert places(sample) == [
        "para. 7",
        "after para. 7",
        "after para. 7, second paragraph",
        "para. 8",
        "after para. 8",
    ]


def test_the_first_page_is_front_matter_and_nothing_behind_it() -> None:
    sample = """
Distr.: General
12 March 2024
**Комиссия по паводкам**
Десятая сессия
**Доклад о работе**
* Переиздано по техническим причинам.
Записка Секретариата
Генеральная Ассамблея,
ссылаясь на свои резолюции,
1. Принимает доклад.
"""
    assert places(sample) == [
        "front matter",
        "front matter",
        "title",
        "front matter",
        "title",
        "footnote *",
        "front matter",
        "“Доклад о работе”, first paragraph",
        "“Доклад о работе”, second paragraph",
        "para. 1",
    ]


def test_a_text_without_a_first_page_has_no_front_matter() -> None:
    assert places("Комиссия по паводкам\nГенеральная Ассамблея,\n1. Принимает доклад.") == [
        "unnumbered para. 1",
        "unnumbered para. 2",
        "para. 1",
    ]


def test_a_date_at_the_end_of_a_letter_makes_no_first_page() -> None:
    assert places("Уважаемый Председатель, прилагаю доклад.\n12 March 2024\n# Приложение\n1. Текст.")[:2] == [
        "unnumbered para. 1",
        "unnumbered para. 2",
    ]


def test_a_section_below_the_title_is_no_title() -> None:
    sample = "12 March 2024\n# Доклад\n## Введение\nТекст.\n## Итоги\nТекст."
    assert places(sample)[1:] == [
        "title",
        "heading “Введение”",
        "“Введение”, first paragraph",
        "heading “Итоги”",
        "“Итоги”, first paragraph",
    ]


def test_a_note_with_an_asterisk() -> None:
    entry = outline([block("* Переиздано по техническим причинам.")])[0]
    assert (entry.kind, entry.place, entry.mark) == (Kind.FOOTNOTE, "footnote *", "*")
