"""What in a text in Markdown is no prose: code, formulas, tags of site generators."""

import time
from collections.abc import Callable

import pytest

from termcheck.formats.markdown import read_markdown
from termcheck.formats.structure import document, line_starts
from termcheck.model import CodeKind, Document, Kind


def read(text: str) -> Document:
    return document(read_markdown(text), path="a.md", language="ru", lines=line_starts(text))


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


@pytest.mark.parametrize(
    ("written", "read_as", "codes"),
    [
        ("код `A/71/L.5` и ``a`b``.", "код A/71/L.5 и a`b.", ["`A/71/L.5`", "``a`b``"]),
        ("код `` `a` `` .", "код `a` .", ["`` `a` ``"]),
        ("масса $m_1 = 5$ и $$E = mc^2$$.", "масса $m_1 = 5$ и $$E = mc^2$$.", ["$m_1 = 5$", "$$E = mc^2$$"]),
        ("$x и сумма$, где $m_{топл} = 3$", "$x и сумма$, где $m_{топл} = 3$", ["$m_{топл} = 3$"]),
        ("площадь $S_\\text{общая}$", "площадь $S_\\text{общая}$", ["$S_\\text{общая}$"]),
        ("от $5 млн до $6 млн", "от $5 млн до $6 млн", []),
        ("взносы ($5,000) и ($6,000)", "взносы ($5,000) и ($6,000)", []),
        ("US$5 и US$6, 5$ и 6$", "US$5 и US$6, 5$ и 6$", []),
        ("от {{ site.title }} к {% link a.md %}", "от {{ site.title }} к {% link a.md %}",
         ["{{ site.title }}", "{% link a.md %}"]),
        ("см. {{< ref \"доклад.md\" >}}.", "см. {{< ref \"доклад.md\" >}}.", ["{{< ref \"доклад.md\" >}}"]),
        ("клавиша <kbd>Ctrl+C</kbd> и <code>rm</code>", "клавиша Ctrl+C и rm", ["Ctrl+C", "rm"]),
        ("текст с <b>тегами</b> и {скобками}", "текст с тегами и {скобками}", []),
        ("~~старый~~ новый", "старый новый", []),
        ("## Мандат {#mandate .big}", "Мандат", []),
        ("[сайт](a.html){: .button target=\"_blank\"} и [x]", "сайт и [x]", []),
    ],
)  # fmt: skip
def test_code_within_a_text(
    find_misplaced: Callable[..., list[tuple[str, str]]], written: str, read_as: str, codes: list[str]
) -> None:
    (segment,) = read(written).segments
    assert segment.text == read_as
    assert [code.text for code in segment.codes] == codes
    assert find_misplaced(read(written), written, escapes="\\&<") == []


def test_what_a_code_is_and_where() -> None:
    (segment,) = read("а) Шаблон {{ имя }},\n`код`").segments
    first, second = segment.codes
    assert (first.kind, second.kind) == (CodeKind.PLACEHOLDER, CodeKind.VERBATIM)
    assert segment.text[first.span.start : first.span.end] == "{{ имя }}"
    assert segment.text[second.span.start : second.span.end] == "код"


@pytest.mark.parametrize(
    "code",
    [
        "```sh\ncurl -O доклад.txt\n```",
        "~~~\nдоклад\n~~~",
        "    x = «доклад»;\n\n    y = f(x)",
        "$$\nE = mc^2\n$$",
        "$$ a = b $$ (eq-1)",
        "{% include доклад.html %}",
        '{{< figure src="доклад.png"\n    title="Доклад" >}}',
        "{% highlight ruby %}\nputs 'доклад'\n\nend\n{% endhighlight %}",
        "{{< mermaid >}}\nдоклад --> записка\n{{< /mermaid >}}",
        "{% comment %} доклад {% endcomment %}",
        "<!-- доклад -->",
        "<pre><code>\nдоклад = 1;\n</code></pre>",
        "<script>\nвар доклад = 1;\n\n</script>",
        '[ссылка]: a.html "Доклад"',
        "{: .note }",
        "[TOC]",
    ],
)
def test_no_block_of_code_is_text(code: str) -> None:
    assert texts(f"Комитет принял доклад.\n\n{code}\n\nОн закрыл заседание.\n") == [
        "Комитет принял доклад.",
        "Он закрыл заседание.",
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('!!! note "Важное **дело**"\n    Комитет\n    принял.', ["Важное дело", "Комитет принял."]),
        ("!!! warning\n    Комитет.", ["Комитет."]),
        ("!!! Внимание всем", ["!!! Внимание всем"]),
        (":::note Примечание\nКомитет.\n:::", ["Комитет."]),
        ("{{< note >}}\nКомитет.\n{{< /note >}}", ["Комитет."]),
        ("> [!NOTE]\n> Комитет.", ["Комитет."]),
        ("- [ ] Комитет\n- [x] доклад", ["Комитет", "доклад"]),
        ("СЛД\n: Сеть\n\nЦРЛК\n\n:   Центральный реестр", ["СЛД", "Сеть", "ЦРЛК", "Центральный реестр"]),
        ("<div>\n\n**Комитет**\n\n</div>", ["Комитет"]),
        ("> <p>Комитет\n> и <b>доклад</b></p>", ["Комитет и доклад"]),
        ("<ol start=3><li>Комитет</ol>", ["Комитет"]),
    ],
)  # fmt: skip
def test_blocks_around_text(
    find_misplaced: Callable[..., list[tuple[str, str]]], written: str, read_as: list[str]
) -> None:
    assert texts(written) == read_as
    assert find_misplaced(read(written), written, escapes="\\&<") == []


INDENTED = """    Комитет провел заседание и рассмотрел доклад.

    ПРИЛОЖЕНИЕ

    A/71/303

    Он постановил продолжить **рассмотрение** этого вопроса.
"""
LISTING = """Введите команду:

    pip install termcheck

и откройте файл:

    less /var/log/check.log
    # смотрите раздел «Доклады», где: a = 1
"""


def test_four_blanks_of_a_typist_are_no_code() -> None:
    assert texts(INDENTED) == [
        "Комитет провел заседание и рассмотрел доклад.",
        "ПРИЛОЖЕНИЕ",
        "A/71/303",
        "Он постановил продолжить рассмотрение этого вопроса.",
    ]


def test_four_blanks_before_code_are() -> None:
    assert texts(LISTING) == ["Введите команду:", "и откройте файл:"]


def test_one_indented_paragraph_among_code_is_prose() -> None:
    assert texts(f"{LISTING}\nИтого:\n\n    Комитет принял доклад и закрыл заседание.\n")[-1] == (
        "Комитет принял доклад и закрыл заседание."
    )


def test_tables_of_html_and_of_markdown_are_counted_through() -> None:
    text = "| А | Б |\n|---|---|\n| `x` | 1 |\n\n<table><tr><td>В</td></tr></table>\n\n| Г |\n|---|\n| Д |\n"
    labels = [segment.place.label for segment in read(text).segments]
    assert labels == [
        "table 1, row 1, column 1",
        "table 1, row 1, column 2",
        "table 1, row 2, column 1",
        "table 1, row 2, column 2",
        "table 2, row 1, column 1",
        "table 3, row 1, column 1",
        "table 3, row 2, column 1",
    ]


def test_footnotes_of_several_paragraphs() -> None:
    text = (
        "Доклад[^a].\n\n[^a]: См. A/71/303.\n\n    Там же, п. 5.\n\n[^2]: Текст\nдальше.\n\nПосле сносок.\n"
    )
    assert [(s.kind, s.mark, s.text) for s in read(text).segments] == [
        (Kind.PARAGRAPH, "", "Доклад."),
        (Kind.FOOTNOTE, "a", "См. A/71/303."),
        (Kind.FOOTNOTE, "a", "Там же, п. 5."),
        (Kind.FOOTNOTE, "2", "Текст дальше."),
        (Kind.PARAGRAPH, "", "После сносок."),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "{{ a\n\n",
        "{{ a ",
        "{% a\n",
        "$$ a\n",
        "$a b",
        "{% highlight x %}\n\n",
        "{#a .b ",
        "[!NOTE] ",
        "!!! note\n    ",
        "[^1]",
        "[^1]: a\n    ",
        "a\n: b\n",
        ":::\n",
        "    a = b\n\n",
        "<div>\n\n",
        "`x ",
        '---\ntitle: "\\',
    ],
)
def test_hostile_texts_take_no_longer_than_harmless_ones(part: str) -> None:
    size = 50_000

    def seconds(text: str) -> float:
        begun = time.process_time()
        read_markdown(text)
        return time.process_time() - begun

    assert seconds(part * (size // len(part))) <= 5 * seconds("x y\n\n" * (size // 5))
