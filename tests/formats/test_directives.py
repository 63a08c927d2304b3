"""Requests for silence, in every format that can carry one. A segment that one covers is marked: ⟨…⟩."""

from pathlib import Path

import pytest

from termcheck import formats
from termcheck.model import Directive, Document

MARKDOWN = [
    "Один.\n\n<!-- termcheck: ignore symbol/extra -->\n\n⟨Два.⟩\n\nТри.",
    "Один.\n\n⟨Два. <!-- termcheck: ignore symbol/extra -->⟩\n\nТри.",
    "Один.\n\n⟨Два <!-- termcheck: ignore symbol/extra --> и ещё.⟩\n\nТри.",
    "<!-- termcheck: ignore-file symbol/extra -->\n\n⟨Один.⟩\n\n⟨Два.⟩",
    "Один.\n\n<!-- termcheck: ignore-begin symbol/extra -->\n\n⟨Два.⟩\n\n⟨Три.⟩\n\n"
    "<!-- termcheck: ignore-end -->\n\nЧетыре.",
    "Один.\n\n<!-- termcheck: ignore-begin symbol/extra -->\n\n⟨Два.⟩\n\n⟨Три.⟩",
    "Один.\n\n<!-- Просьба проверить символ. -->\n\nДва.",
    "Один.\n\n<!-- termcheck: ignored -->\n\nДва.",
]


def _covered(document: Document) -> set[str]:
    return {
        segment.text.strip(" ⟨⟩")
        for directive in document.directives
        for segment in document.segments[directive.first : directive.last + 1]
    }


def _read(folder: Path, name: str, text: str) -> Document:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    if formats.is_bilingual(file):
        return formats.read_bilingual(file)[0].russian
    return formats.read(file, "ru")


@pytest.mark.parametrize("marked", MARKDOWN)
def test_a_comment_covers_what_is_marked(marked: str, tmp_path: Path) -> None:
    plain = marked.replace("⟨", "").replace("⟩", "")
    document = _read(tmp_path, "report.md", plain)
    expected = {s.text for s in _read(tmp_path, "marked.md", marked).segments if s.text.startswith("⟨")}
    assert _covered(document) == {text.strip(" ⟨⟩") for text in expected}
    assert all(directive.checks == ("symbol/extra",) for directive in document.directives)


@pytest.mark.parametrize(
    ("words", "checks"),
    [
        ("ignore", ()),
        ("ignore symbol/extra", ("symbol/extra",)),
        ("ignore symbol/extra, title country/missing", ("symbol/extra", "title", "country/missing")),
        ("IGNORE symbol", ("symbol",)),
        ("ignore symbol/extra: put right in the next issue", ("symbol/extra",)),
        ("ignore symbol -- as adopted", ("symbol",)),
    ],
)
def test_checks_are_named_in_any_usual_way(words: str, checks: tuple[str, ...], tmp_path: Path) -> None:
    (directive,) = _read(tmp_path, "a.md", f"<!-- termcheck: {words} -->\n\nТекст.").directives
    assert directive.checks == checks
    assert (directive.place.line, directive.first, directive.last) == (1, 0, 0)


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="ru">{head}<body>
<trans-unit id="1"><source>One</source><target>Один</target></trans-unit>
<trans-unit id="2"><source>Two</source><target>Два</target><note>termcheck: ignore symbol/extra</note>
</trans-unit></body></file></xliff>"""
TMX = """<tmx version="1.4"><header/><body>
<tu><note>termcheck: ignore symbol/extra</note><tuv xml:lang="en"><seg>One</seg></tuv>
<tuv xml:lang="ru"><seg>Один</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="ru"><seg>Два</seg></tuv></tu></body></tmx>"""
PO = """msgid "One"
msgstr "Один"

# termcheck: ignore symbol/extra
msgid "Two"
msgstr "Два"
"""


@pytest.mark.parametrize(
    ("name", "text", "covered"),
    [
        ("a.xlf", XLIFF.format(head=""), {"Два"}),
        ("b.xlf", XLIFF.format(head="<header><note>termcheck: ignore</note></header>"), {"Один", "Два"}),
        ("a.tmx", TMX, {"Один"}),
        ("a.po", PO, {"Два"}),
    ],
)
def test_a_note_covers_its_unit(name: str, text: str, covered: set[str], tmp_path: Path) -> None:
    assert _covered(_read(tmp_path, name, text)) == covered


def test_a_text_without_requests_has_none(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.md", "Текст.").directives == ()
    assert Directive(("symbol",), 0, 0, _read(tmp_path, "b.md", "А.").segments[0].place).span is None
