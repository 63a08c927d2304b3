"""What word processors write beside plain paragraphs: lists, frames, fields, formulas, changes, comments."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from termcheck.formats.odt import read_odt, with_requests
from termcheck.formats.structure import document
from termcheck.formats.tracked import Tracked
from termcheck.model import Document

Write = Callable[..., bytes]
TEXT_STYLE = '<style:style style:name="{}" style:family="text" {}><style:text-properties {}/></style:style>'
CELL = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"


def read(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    whole = document(read_odt(data, shown="a.odt", tracked=tracked), path="a.odt", language="ru")
    return with_requests(whole, data)


def texts(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> list[str]:
    return [" ".join(filter(None, (s.mark, s.text))) for s in read(data, tracked).segments]


def p(inner: str) -> str:
    return f"<text:p>{inner}</text:p>"


def items(*inner: str) -> str:
    return "".join(f"<text:list-item>{p(one)}</text:list-item>" for one in inner)


def level(form: str, more: str = "", number: int = 1) -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" {more}/>'


def list_style(*levels: str) -> str:
    return f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'


@pytest.mark.parametrize(
    ("rule", "start", "mark"),
    [
        (level("1", 'style:num-suffix="."'), 7, "7."),
        (level("a", 'style:num-prefix="(" style:num-suffix=")"'), 3, "(c)"),
        (level("a"), 28, "ab"),
        (level("a", 'style:num-letter-sync="true"'), 28, "bb"),
        (level("I", 'style:num-suffix="."'), 9, "IX."),
        (level("i"), 4, "iv"),
        (level("А, Б, .., Аа, Аб, ... (ru)", 'style:num-suffix="."'), 3, "В."),
        (level("01, 02, 03, ...", 'style:num-suffix="."'), 5, "05."),
        (level("", 'style:num-prefix="§"'), 1, "§"),
        (level("1", 'loext:num-list-format="(%1%)" style:num-prefix="x"'), 2, "(2)"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>', 1, "•"),
    ],
)
def test_labels_in_all_forms(rule: str, start: int, mark: str, write_odt: Write) -> None:
    body = f'<text:list text:style-name="L"><text:list-item text:start-value="{start}">{p("Пункт")}'
    data = write_odt(f"{body}</text:list-item></text:list>", styles=list_style(rule))
    assert [f"{one.mark} {one.text}".strip() for one in read_odt(data, shown="a.odt")] == [f"{mark} Пункт"]


def test_a_label_shows_the_levels_above_it(write_odt: Write) -> None:
    rules = list_style(level("1"), level("1", 'text:display-levels="2" style:num-suffix="."', 2))
    inner = f"<text:list>{items('Один', 'Два')}</text:list>"
    body = f'<text:list text:style-name="L"><text:list-item>{p("Раздел")}{inner}</text:list-item></text:list>'
    assert texts(write_odt(body, styles=rules)) == ["1 Раздел", "1.1. Один", "1.2. Два"]


def test_the_list_of_a_paragraph_may_be_that_of_its_style(write_odt: Write) -> None:
    style = '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    body = (
        '<text:list><text:list-item><text:p text:style-name="P">Пункт</text:p></text:list-item></text:list>'
    )
    data = write_odt(body, styles=style + list_style(level("1", 'style:num-suffix="."')))
    assert texts(data) == ["1. Пункт"]


def test_paragraphs_may_say_themselves_of_which_list_they_are(write_odt: Write) -> None:
    one = '<text:numbered-paragraph text:list-id="{}" text:style-name="L">{}</text:numbered-paragraph>'
    body = "".join(one.format(name, p(text)) for name, text in (("a", "Один"), ("b", "Сам"), ("a", "Два")))
    data = write_odt(body, styles=list_style(level("1", 'style:num-suffix=")"')))
    assert texts(data) == ["1) Один", "1) Сам", "2) Два"]


def test_headings_without_a_number_and_those_that_begin_anew(write_odt: Write) -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
        'style:num-format="I" style:num-suffix="."/></text:outline-style>'
    )
    style = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'
    heading = '<text:h text:outline-level="1" {}>{}</text:h>'
    body = (
        heading.format("", "Введение")
        + heading.format('text:style-name="N"', "Приложение")
        + heading.format('text:is-list-header="true"', "Добавление")
        + heading.format("", "Итоги")
        + heading.format('text:restart-numbering="true"', "Снова")
    )
    data = write_odt(body, named=outline, styles=style)
    assert [s.mark for s in read(data).segments] == ["I.", "", "", "II.", "I."]


def test_indices_of_all_kinds_are_read(write_odt: Write) -> None:
    kinds = ("table-of-content", "illustration-index", "table-index", "user-index", "bibliography")
    source = "<text:{0}-source>" + p("образец") + "</text:{0}-source>"
    one = "<text:{0}>" + source + "<text:index-body>" + p("Строка {0}") + "</text:index-body></text:{0}>"
    data = write_odt("".join(one.format(kind) for kind in kinds))
    assert texts(data) == [f"Строка {kind}" for kind in kinds]


@pytest.mark.parametrize(
    "body",
    [
        f'<text:section text:display="condition" text:is-hidden="true">{p("Нет")}</text:section>',
        p('Нет<text:hidden-paragraph text:is-hidden="true"/>'),
        p('<text:span text:style-name="H">Нет</text:span>'),
        p('<text:hidden-text text:is-hidden="true" text:string-value="Нет">Нет</text:hidden-text>'),
    ],
)
def test_what_is_hidden_is_not_read(body: str, write_odt: Write) -> None:
    hidden = TEXT_STYLE.format("H", "", 'text:display="none"')
    assert texts(write_odt(body + p("Да"), styles=hidden)) == ["Да"]


def test_letters_take_over_the_look_of_a_style_above(write_odt: Write) -> None:
    styles = TEXT_STYLE.format("B", "", 'fo:font-weight="bold"') + TEXT_STYLE.format(
        "T", 'style:parent-style-name="B"', ""
    )
    (block,) = read_odt(
        write_odt(p('<text:span text:style-name="T">Да</text:span>'), styles=styles), shown="a"
    )
    assert block.is_strong


def test_signs_of_a_symbol_font_are_what_they_show(write_odt: Write) -> None:
    style = TEXT_STYLE.format("S", "", 'style:font-name="Symbol"')
    assert texts(write_odt(p('x <text:span text:style-name="S">\uf0b3</text:span> y'), styles=style)) == [
        "x ≥ y"
    ]


def test_the_mark_of_a_note_that_is_referred_to_again_is_no_text(write_odt: Write) -> None:
    style = TEXT_STYLE.format("R", "", 'style:text-position="super 58%"')
    again = "<text:note-ref>1</text:note-ref>"
    body = p(f'Доклад<text:span text:style-name="R">{again}</text:span>; см. сноску {again}.')
    assert texts(write_odt(body, styles=style)) == ["Доклад; см. сноску 1."]


MATHS = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac>'
    "<mo>+</mo><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation>{a} over {b} + x^{2}</annotation>"
    "</semantics></math>"
)
FORMULA = 'Величина <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> равна'


@pytest.mark.parametrize(
    ("object_", "text"),
    [
        (MATHS, "Величина a/b+x^2 равна"),
        (MATHS[:40], "Величина  равна"),
        ("<office:document-content/>", "Величина  равна"),
    ],
    ids=["a formula", "a broken one", "another object"],
)
def test_a_formula_is_read_in_its_line(object_: str, text: str, write_odt: Write) -> None:
    data = write_odt(p(FORMULA), **{"Object 1/content.xml": f'<?xml version="1.0"?>{object_}'})
    assert texts(data) == [text]


def test_a_formula_stands_in_a_flat_file(write_odt: Write) -> None:
    body = p(f"Величина <draw:frame><draw:object>{MATHS}</draw:object></draw:frame>")
    content = zipfile.ZipFile(io.BytesIO(write_odt(body))).read("content.xml")
    assert texts(content.replace(b"office:document-content", b"office:document")) == ["Величина a/b+x^2"]


def test_rows_that_are_written_once_count_as_often_as_they_are_shown(write_odt: Write) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row><table:table-cell>{p('Чад')}</table:table-cell></table:table-row>"
    )
    (segment,) = read(write_odt(f"<table:table>{rows}</table:table>")).segments
    assert segment.place.label == "table 1, row 4, column 1"


def test_frames_in_frames_and_groups_are_read_once(write_odt: Write) -> None:
    shape = f"<draw:custom-shape>{p('Фигура')}</draw:custom-shape>"
    body = p("Абзац" + BOX.format(p("Рамка" + BOX.format(p("Внутри")))))
    data = write_odt(body + f"<draw:g>{shape}{BOX.format(p('В группе'))}</draw:g>")
    assert texts(data) == ["Абзац", "Рамка", "Внутри", "Фигура", "В группе"]


@pytest.mark.parametrize("holder", ["span", "boxes", "tables", "lists", "sections"])
def test_nesting_costs_no_more_than_its_size(holder: str, write_odt: Write) -> None:
    nests = {
        "span": ("<text:span>{}</text:span>", 180),
        "boxes": (f"я{BOX}", 60),
        "tables": (CELL, 60),
        "lists": ("<text:list><text:list-item>{}</text:list-item></text:list>", 90),
        "sections": ("<text:section>{}</text:section>", 180),
    }
    nest, depth = nests[holder]
    body = p("Слово") if holder != "span" else "Слово"
    for _ in range(depth):
        inner = nest.replace("{}", body)
        body = p(inner) if holder == "boxes" else inner
    nested = write_odt(p(body) if holder == "span" else body)
    plain = write_odt(p("Слово") * (len(body) // 20))

    def cost(data: bytes) -> float:
        before = time.process_time()
        for _ in range(20):
            read_odt(data, shown="a.odt")
        return time.process_time() - before

    assert "Слово" in texts(nested)[-1]
    cost(plain)
    assert cost(nested) < 5 * cost(plain)


def test_styles_in_a_long_line_and_in_a_circle_come_to_an_end(write_odt: Write) -> None:
    line = "".join(
        TEXT_STYLE.format(f"T{at}", f'style:parent-style-name="T{at + 1}"', "") for at in range(2000)
    )
    circle = TEXT_STYLE.format("A", 'style:parent-style-name="A"', "")
    body = p('<text:span text:style-name="T0">Да</text:span><text:span text:style-name="A">!</text:span>')
    assert texts(write_odt(body, styles=line + circle)) == ["Да!"]


# Tracked changes, as LibreOffice writes them.

DELETED = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info/>{}'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)
MARK = '<text:change text:change-id="d"/>'


def test_deleted_items_of_a_list_come_back_with_their_numbers(write_odt: Write) -> None:
    deleted = DELETED.format(f'<text:list text:style-name="L">{items("Второй", "Третий", "")}</text:list>')
    body = f'{deleted}<text:list text:style-name="L">{items("Первый", f"{MARK}Четвертый")}</text:list>'
    data = write_odt(body, styles=list_style(level("1", 'style:num-suffix="."')))
    assert texts(data) == ["1. Первый", "2. Четвертый"]
    assert texts(data, Tracked.REJECTED) == ["1. Первый", "2. Второй", "3. Третий", "4. Четвертый"]


def test_a_deleted_table_comes_back(write_odt: Write) -> None:
    data = write_odt(DELETED.format(p("") + CELL.format(p("Чад")) + p("")) + p(f"До.{MARK} После."))
    assert [(s.place.label, s.text) for s in read(data, Tracked.REJECTED).segments] == [
        ("unnumbered para. 1", "До."),
        ("table 1, row 1, column 1", "Чад"),
        ("unnumbered para. 2", "После."),
    ]


def test_paragraphs_that_come_back_stay_in_their_cell(write_odt: Write) -> None:
    data = write_odt(DELETED.format(p("один") + p("Два")) + CELL.format(p(f"Пункт {MARK} и.")))
    labels = {segment.place.label for segment in read(data, Tracked.REJECTED).segments}
    assert labels == {"table 1, row 1, column 1"}


def test_changes_in_a_page_header_are_read_either_way(write_odt: Write) -> None:
    header = f"<style:header>{DELETED.format(p('старый'))}{p(f'Документ {MARK}')}</style:header>"
    data = write_odt(p("Доклад."), headers=header)
    assert texts(data) == ["Доклад.", "Документ"]
    assert texts(data, Tracked.REJECTED) == ["Доклад.", "Документ старый"]


# Comments.

COMMENT = "<office:annotation {}><text:p>termcheck: {}</text:p></office:annotation>"


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        (p("Один.") + p("Два." + COMMENT.format("", "ignore symbol")), (1, 1)),
        (
            p("Один " + COMMENT.format('office:name="c"', "ignore symbol") + "и.")
            + p('Два<office:annotation-end office:name="c"/> и.')
            + p("Три."),
            (0, 1),
        ),
        (p("Один.") + p("Два." + COMMENT.format("", "ignore-file symbol")), (0, 1)),
    ],
    ids=["its paragraph", "its words", "the file"],
)
def test_comments_ask_for_silence(body: str, meant: tuple[int, int], write_odt: Write) -> None:
    (directive,) = read(write_odt(body)).directives
    assert (directive.checks, directive.first, directive.last) == (("symbol",), *meant)


def test_a_comment_about_something_else_asks_for_nothing(write_odt: Write) -> None:
    data = write_odt(p("Один." + COMMENT.replace("termcheck: ", "").format("", "проверить")))
    assert read(data).directives == ()
    assert texts(data) == ["Один."]
