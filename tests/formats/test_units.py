"""Units of bilingual files: markup, placeholders and keys in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.fixes import corrections
from termcheck.formats import escaping, read_bilingual, read_decoded
from termcheck.formats.po import escape, read_po
from termcheck.formats.rewriting import rewrite
from termcheck.formats.xliff import read_xliff
from termcheck.model import (
    STAND_IN,
    CodeKind,
    Document,
    Finding,
    Kind,
    Message,
    Passage,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)

HEAD = 'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n'
FORMS = "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"


def po(english: str, russian: str) -> str:
    ours, theirs = (escape(text).replace("\n", "\\n") for text in (russian, english))
    return f'msgid "{theirs}"\nmsgstr "{ours}"\n'


def xliff(source: str, target: str, *, version: str = "1.2") -> str:
    if version == "2.0":
        inner = f'<unit id="1">{source}</unit>'
        return f'<xliff version="2.0" srcLang="en" trgLang="ru"><file id="f">{inner}</file></xliff>'
    inner = f'<trans-unit id="1"><source>{source}</source><target>{target}</target></trans-unit>'
    return (
        '<xliff version="1.2"><file original="a" source-language="en" target-language="ru"><body>'
        f"{inner}</body></file></xliff>"
    )


def codes(segment: Segment) -> list[str]:
    return [code.text for code in segment.codes]


def read(english: str, russian: str) -> tuple[Document, Document]:
    return read_po(po(english, russian).encode(), shown="a.po")


def test_paragraphs_are_segments_of_one_unit() -> None:
    russian, english = read(
        "<h2>Aim</h2>\n<p>Water &amp; land.</p>", "<h2>Цель</h2>\n<p>Вода&nbsp;и земля.</p>"
    )
    assert [(s.place.unit, s.kind, s.text) for s in russian.segments] == [
        ("1", Kind.HEADING, "Цель"),
        ("1", Kind.PARAGRAPH, "Вода\u00a0и земля."),
    ]
    assert [segment.text for segment in english.segments] == ["Aim", "Water & land."]


def test_where_there_are_not_as_many_each_text_is_one_segment() -> None:
    russian, english = read("<p>One.</p><p>Two.</p>", "<p>Один. Два.</p>")
    assert [segment.text for segment in russian.segments] == ["Один. Два."]
    assert [segment.text for segment in english.segments] == ["One. Two."]


def test_a_note_of_a_unit_is_about_all_its_segments() -> None:
    both = po("<p>One.</p><p>Two.</p>", "<p>Один.</p><p>Два.</p>")
    text = f"# termcheck: ignore text\n{both}{po('Three', 'Три')}"
    russian, _ = read_po(text.encode(), shown="a.po")
    assert [(asked.first, asked.last) for asked in russian.directives] == [(0, 1)]


def test_names_of_texts_are_no_english() -> None:
    russian, english = read("heading_user_group", "Группа пользователей")
    assert (russian.segments[0].text, english.segments[0].text) == ("Группа пользователей", "")
    assert read("work-flow", "рабочий процесс")[1].segments[0].text == "work-flow"


@pytest.mark.parametrize(
    ("english", "russian", "shown"),
    [
        ("&File", "&Файл", "Файл"),
        ("E_xit", "_Выход", "Выход"),
        ("~Export", "Э~кспорт", "Экспорт"),
        ("&Open…", "Открыть (&O)…", "Открыть (O)…"),
        ("R&D", "R&D", "R&D"),
        ("file_name", "имя_файла", "имя_файла"),
        ("Trial &amp; error", "Пробы &amp; ошибки", "Пробы & ошибки"),
    ],
)
def test_marks_of_accelerators_are_no_letters(english: str, russian: str, shown: str) -> None:
    assert read(english, russian)[0].segments[0].text == shown


def test_any_form_may_have_what_the_plural_has() -> None:
    text = (
        f'{HEAD}{FORMS}"\n\nmsgid "A report"\nmsgid_plural "%d reports"\n'
        'msgstr[0] "%d доклад"\nmsgstr[1] "%d доклада"\nmsgstr[2] "%d докладов"\n'
    )
    russian, english = read_po(text.encode(), shown="a.po")
    assert [segment.text for segment in english.segments] == ["A report", "", "%d reports"]
    assert [codes(segment) for segment in english.segments] == [["%d"], ["%d"], ["%d"]]
    assert [codes(segment) for segment in russian.segments] == [["%d"], ["%d"], ["%d"]]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [("plural=(n != 1);", []), ("plural=(n%10==1 ? 0 : 1);", ["%d"]), ("plural=n+;", ["%d"])],
)
def test_a_form_for_one_number_need_not_name_it(formula: str, expected: list[str]) -> None:
    text = (
        f'{HEAD}Plural-Forms: nplurals=2; {formula}\\n"\n\nmsgid "%d report"\nmsgid_plural "%d reports"\n'
        'msgstr[0] "Один доклад"\nmsgstr[1] "%d докладов"\n'
    )
    _, english = read_po(text.encode(), shown="a.po")
    assert codes(english.segments[0]) == expected


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('до <x id="1"/> после', f"до {STAND_IN} после"),
        ('до <ph id="1">{0}</ph> после', f"до {STAND_IN} после"),
        ('до<ph id="1">&lt;b&gt;</ph>рога', "дорога"),
        ('до<ph id="1">&lt;br/&gt;</ph>рога', "до рога"),
        ('до<x id="START_LINK" ctype="x-a"/>рога<x id="CLOSE_LINK"/>', "дорога"),
        ('до<x id="1" equiv-text="&lt;i&gt;"/>рога', "дорога"),
        ('до <x id="INTERPOLATION" equiv-text="{{name}}"/>', f"до {STAND_IN}"),
        ('до <ph id="1">&lt;img src="a.png"/&gt;</ph> после', f"до {STAND_IN} после"),
        ("<![CDATA[<p>до</p> <p>после</p>]]>", "до после"),
        ("&lt;b&gt;до&lt;/b&gt; &amp;amp; после", "до & после"),
        ('<g id="1">до</g> <mrk mtype="term">после</mrk>', "до после"),
    ],
)
def test_inline_elements(written: str, shown: str) -> None:
    ((russian, _),) = read_xliff(xliff("Text", written).encode(), shown="a.xlf")
    assert [segment.text for segment in russian.segments] == [shown]


def test_xliff_2_keeps_the_code_apart() -> None:
    data = '<originalData><data id="d1">&lt;b&gt;</data><data id="d2">{0}</data></originalData>'
    texts = '<source>A</source><target>до<ph id="1" dataRef="d1"/>рога <ph id="2" dataRef="d2"/></target>'
    written = xliff(f"{data}<segment>{texts}</segment>", "", version="2.0")
    ((russian, _),) = read_xliff(written.encode(), shown="a.xlf")
    assert russian.segments[0].text == f"дорога {STAND_IN}"


def corrected(path: Path, old: str, new: str) -> str:
    """The file with a finding on the words `old`, whose suggestion is `new`, corrected."""
    (pair,) = read_bilingual(path)
    segment = next(segment for segment in pair.russian.segments if old in segment.text)
    start = segment.text.index(old)
    passage = Passage(segment, Span(start, start + len(old)))
    problem = Problem(passage, Message("wrong"), (new,))
    finding = Finding("text/a", Severity.ERROR, problem, segment.place, "a")
    result = Result(pair.russian, pair.english, None, (finding,), ("text/a",))
    edits = corrections((result,), unsafe=True)
    return rewrite(read_decoded(path), edits, shown="a", escape=escaping(path)).decode()


@pytest.mark.parametrize(
    ("russian", "old", "new", "answer"),
    [
        ("<p><b>Молдовы</b></p>", "Молдовы", "Республики Молдова", "<p><b>Республики Молдова</b></p>"),
        ("<p>5&nbsp;&nbsp;%</p>", "5\u00a0\u00a0%", "5\u00a0%", "<p>5&nbsp;%</p>"),
        ("<p>5 &laquo;да&raquo;</p>", "«да»", "„да“", "<p>5 „да“</p>"),
        ("<i>Совета</i> мира", "Совета мира", "Советом мира", "<i>Советом</i> мира"),
        # Letters on both sides of a tag, or a placeholder among them: left alone.
        ("<i>Совета</i> Мира", "Совета Мира", "Советом мира", "<i>Совета</i> Мира"),
        ("Доклад %(name)s", "%(name)s", "имя", "Доклад %(name)s"),
        ("До %d клад", "До %d клад", "Доклад", "До %d клад"),
    ],
)
def test_corrections_leave_markup_alone(
    saved: Callable[[str, str], Path], russian: str, old: str, new: str, answer: str
) -> None:
    path = saved("a.po", po(russian, russian))
    assert corrected(path, old, new) == po(russian, answer)


def test_entities_that_xml_escapes_are_replaced_as_a_whole(saved: Callable[[str, str], Path]) -> None:
    path = saved("a.xlf", xliff("Text", "&lt;p&gt;да&amp;nbsp;&amp;amp;&amp;nbsp;нет&lt;/p&gt;"))
    assert "<target>&lt;p&gt;да и нет&lt;/p&gt;</target>" in corrected(path, "\u00a0&\u00a0", " и ")


@given(
    st.lists(
        st.sampled_from(
            [
                "<b>",
                "</b>",
                "<p class='a'>",
                "</p>",
                "<br>",
                " ",
                "слово",
                "&nbsp;",
                "%(name)s",
                "{x}",
                "Мира",
            ]
        ),
        min_size=1,
    ),
    st.data(),
)
def test_whatever_is_corrected_no_code_changes(parts: list[str], data: st.DataObject) -> None:
    russian, _ = read("".join(parts), "".join(parts))
    for segment in russian.segments:
        start = data.draw(st.integers(0, len(segment.text)))
        end = data.draw(st.integers(start, len(segment.text)))
        new = data.draw(st.text("слово мира%", max_size=12))
        problem = Problem(Passage(segment, Span(start, end)), Message("wrong"), (new,))
        finding = Finding("text/a", Severity.ERROR, problem, segment.place, "a")
        result = Result(russian, None, None, (finding,), ("text/a",))
        for edit in corrections((result,), unsafe=True):
            text = segment.text[:start] + edit.text + segment.text[end:]
            for code in segment.codes:
                if code.kind is CodeKind.PLACEHOLDER:
                    assert code.text in text
