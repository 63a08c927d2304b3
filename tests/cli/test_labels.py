"""A finding on a label, from the command line: how each report shows it, and what `fix` makes of it."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Run = Callable[..., Result]

ITEMS = ("a) открытие сессии;", "б) утверждение повестки дня;", "c) закрытие сессии.")
MARKDOWN = "1. Решено следующее:\n\n" + "\n\n".join(f"   {item}" for item in ITEMS) + "\n"
WRONG, RIGHT = "б) утверждение", "b) утверждение"


@pytest.fixture
def report(here: Path) -> Path:
    path = here / "ru.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    return path


def told(run: Run, path: Path, form: str) -> str:
    return run("check", path, "--select", "structure/label-script", "--format", form).stdout


def test_json_counts_in_the_label(run: Run, report: Path) -> None:
    [finding] = json.loads(told(run, report, "json"))["findings"]
    assert [finding[key] for key in ("part", "start", "end", "text", "suggestions")] == [
        "label",
        0,
        2,
        "б)",
        ["b)"],
    ]
    assert finding["place"] == {"label": "para. 1 (b)", "line": 5, "column": 4, "unit": None}


def test_json_counts_in_the_text_elsewhere(run: Run, here: Path) -> None:
    (here / "ru.md").write_text("1. Слово взял представитель Молдовы.\n", encoding="utf-8")
    [finding] = json.loads(run("check", here / "ru.md", "--format", "json").stdout)["findings"]
    assert (finding["part"], finding["text"]) == ("text", "Молдовы")


def test_the_text_points_at_the_label(run: Run, report: Path) -> None:
    first, line, carets, write, *_ = told(run, report, "text").splitlines()
    assert first.startswith(f"{report}:5:4 (para. 1 (b)): warning: ")
    assert (line, carets, write) == ("    б) утверждение повестки дня;", "    ^^", "    write: b)")


def test_ci_is_told_the_place_of_the_label(run: Run, report: Path) -> None:
    assert ",line=5,endLine=5,col=4,endColumn=5," in told(run, report, "github")
    [issue] = json.loads(told(run, report, "gitlab"))
    assert issue["location"]["lines"] == {"begin": 5, "end": 5}
    assert 'line="5"' in told(run, report, "junit")
    assert f"{report.name}:5:4 (para. 1 (b))" in told(run, report, "junit")


def test_sarif_has_its_region_and_its_fix(run: Run, report: Path) -> None:
    [result] = json.loads(told(run, report, "sarif"))["runs"][0]["results"]
    region = {"startLine": 5, "startColumn": 4, "endLine": 5}
    assert result["locations"][0]["physicalLocation"]["region"] == {**region, "endColumn": 6}
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == {**region, "endColumn": 5}
    assert replacement["insertedContent"] == {"text": "b"}


def test_the_page_marks_the_label(run: Run, report: Path) -> None:
    page = told(run, report, "html")
    assert re.search(r'<bdi class="number"><mark class="warning"[^>]*>б\)</mark></bdi>', page)
    assert re.search(r'<bdi class="number">a\)</bdi>', page)


TMX = (
    '<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" '
    'creationtool="t" creationtoolversion="1" o-tmf="t"/><body>{}</body></tmx>'
)
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
    'source-language="en" target-language="ru" datatype="plaintext"><body>{}</body></file></xliff>'
)
ENGLISH = ("(a) Opening;", "(b) Agenda;", "(c) Closure.")
FILES = {
    "ru.md": MARKDOWN,
    "bold.md": MARKDOWN.replace("б)", "**б)**"),
    "entity.md": MARKDOWN.replace("б)", "&#1073;)"),
    "bullets.md": "Решено:\n\n" + "".join(f"- {item}\n" for item in ITEMS),
    "ru.txt": "Решено:\n" + "".join(f"\t{item}\n" for item in ITEMS),
    "ru.xlf": XLIFF.format(
        "".join(
            f'<trans-unit id="u{number}"><source>{english}</source><target>{russian}</target></trans-unit>'
            for number, (english, russian) in enumerate(zip(ENGLISH, ITEMS, strict=True))
        )
    ),
    "ru.tmx": TMX.format(
        "".join(
            f'<tu><tuv xml:lang="en"><seg>{english}</seg></tuv>'
            f'<tuv xml:lang="ru"><seg>{russian}</seg></tuv></tu>'
            for english, russian in zip(ENGLISH, ITEMS, strict=True)
        )
    ),
    "ru.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    + "\n".join(
        f'msgid "{english}"\nmsgstr "{russian}"\n' for english, russian in zip(ENGLISH, ITEMS, strict=True)
    ),
}


@pytest.mark.parametrize("unsafe", [(), ("--unsafe",)], ids=["certain", "unsafe"])
@pytest.mark.parametrize("name", FILES)
def test_a_typed_label_is_corrected_and_nothing_else(
    run: Run, here: Path, name: str, unsafe: tuple[str, ...]
) -> None:
    path = here / name
    path.write_text(FILES[name], encoding="utf-8")
    fixed = run("fix", path, "--select", "structure", *unsafe)
    assert "1 correction made, 0 of 1 findings left" in fixed.stderr
    assert path.read_text(encoding="utf-8") == FILES[name].replace("&#1073;)", "b)").replace("б)", "b)")
    assert not json.loads(told(run, path, "json"))["findings"]


@pytest.mark.parametrize(
    ("numbers", "right"),
    [
        (("5", "6", "17", "8"), ("5", "6", "7", "8")),
        (("1", "2", "2", "4"), ("1", "2", "3", "4")),
        (("1", "2", "2", "3"), None),  # which of them is one too many?
        (("1", "2", "4", "5"), None),  # a paragraph is missing
    ],
)
def test_a_number_is_corrected_where_its_neighbours_tell_it(
    run: Run, here: Path, numbers: tuple[str, ...], right: tuple[str, ...] | None
) -> None:
    def report(numbers: tuple[str, ...]) -> str:
        return "\n\n".join(f"{number}. Комиссия приняла {n}-й доклад." for n, number in enumerate(numbers))

    (here / "ru.txt").write_text(report(numbers), encoding="utf-8")
    run("fix", here / "ru.txt", "--unsafe", "--select", "structure/numbering")
    assert (here / "ru.txt").read_text(encoding="utf-8") == report(right or numbers)


def word(here: Path, *, counted: bool) -> Path:
    """A Word document with typed labels, or with those of Word: a), б), c) of three lists."""
    document = docx.Document()
    document.add_paragraph("1. Решено следующее:")
    if counted:
        numbering = document.part.numbering_part.element
        for number, (form, start) in enumerate(
            (("lowerLetter", 1), ("russianLower", 2), ("lowerLetter", 3)), start=901
        ):
            numbering.insert(
                0,
                parse_xml(
                    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start '
                    f'w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl>'
                    "</w:abstractNum>"
                ),
            )
            numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
                )
            )
    for number, item in enumerate(ITEMS, start=901):
        paragraph = document.add_paragraph(item.partition(") ")[2] if counted else item)
        if counted:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
            )
    path = here / "ru.docx"
    document.save(str(path))
    return path


def body(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read("word/document.xml").decode()


def test_a_label_typed_in_word_is_a_tracked_change(run: Run, here: Path) -> None:
    path = word(here, counted=False)
    assert "1 correction made" in run("fix", path, "--select", "structure/label-script").stderr
    assert re.search(r"<w:delText[^>]*>б</w:delText>", body(path))
    assert re.search(r"<w:ins [^>]*><w:r>.*?<w:t[^>]*>b</w:t>", body(path))
    assert not json.loads(told(run, path, "json"))["findings"]


def test_what_would_change_in_word_shows_the_label(run: Run, here: Path) -> None:
    shown = run("fix", word(here, counted=False), "--diff", "--select", "structure/label-script").stdout
    assert "\n-para. 1 (b): б)\n+para. 1 (b): b)\n" in shown


def test_a_label_counted_by_word_is_reported_only(run: Run, here: Path) -> None:
    path = word(here, counted=True)
    before = path.read_bytes()
    [finding] = json.loads(told(run, path, "json"))["findings"]
    assert (finding["part"], finding["text"], finding["suggestions"]) == ("label", "б)", ["b)"])
    assert "0 corrections made" in run("fix", path, "--unsafe", "--select", "structure/label-script").stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("counted", "under"), [(False, "б)"), (True, "утверждение")], ids=["typed", "counted"]
)
def test_the_comment_in_word(run: Run, here: Path, counted: bool, under: str) -> None:
    path, made = word(here, counted=counted), here / "made.docx"
    run("check", path, "--select", "structure/label-script", "--format", "docx", "-o", made)
    commented = re.search(r"<w:commentRangeStart.*?<w:commentRangeEnd", body(made), re.DOTALL)
    assert commented
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", commented[0]) == [under]


def test_a_known_label_is_silent(run: Run, report: Path, here: Path) -> None:
    known = here / "known.json"
    run("check", report, "--baseline", known, "--write-baseline")
    report.write_text(f"Добавлено.\n\n{MARKDOWN}", encoding="utf-8")
    checked = run("check", report, "--baseline", known, "--format", "json")
    assert not json.loads(checked.stdout)["findings"]


def test_a_label_can_be_asked_to_be_silent(run: Run, report: Path) -> None:
    asked = "<!-- termcheck: ignore structure/label-script -->"
    report.write_text(MARKDOWN.replace("   б)", f"{asked}\n\n   б)"), encoding="utf-8")
    assert not json.loads(told(run, report, "json"))["findings"]
