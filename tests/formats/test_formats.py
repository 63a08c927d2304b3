"""The way in: files by their suffix, places of characters, what cannot be read."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.errors import InputError
from termcheck.formats import BILINGUAL_FORMATS, FORMATS, is_bilingual, locate, read, read_bilingual
from termcheck.model import Passage, Place, Segment, Span

Save = Callable[[str, str | bytes], Path]
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" '
    'target-language="ru"><body>\n<trans-unit id="u7"><source>A &amp; B</source>\n<target>А &amp; Б</target>'
    "</trans-unit></body></file></xliff>"
)


def at(segment: Segment, offset: int) -> Passage:
    return Passage(segment, Span(offset, offset))


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".txt", ".MD"])
def test_texts_by_suffix(saved: Save, suffix: str) -> None:
    document = read(saved(f"a{suffix}", "1. Комитет принял доклад."), "ru", shown="доклад")
    assert [segment.text for segment in document.segments] == ["Комитет принял доклад."]
    assert (document.path, document.segments[0].place.path, document.language) == ("доклад", "доклад", "ru")


def test_docx_by_suffix(saved: Save, write_docx: Callable[..., bytes]) -> None:
    path = saved("a.docx", write_docx("<w:p><w:r><w:t>Комитет</w:t></w:r></w:p>"))
    document = read(path, "ru")
    assert document.path == str(path)
    assert document.lines == ()
    assert locate(document, at(document.segments[0], 3)) == document.segments[0].place


def test_bilingual_by_suffix(saved: Save) -> None:
    [pair] = read_bilingual(saved("a.xlf", XLIFF), shown="a.xlf")
    assert pair.russian.segments[0].text == "А & Б"
    assert pair.english.segments[0].place.unit == "u7"
    assert is_bilingual(Path("a.XLIFF"))
    assert not is_bilingual(Path("a.md"))


def test_a_character_is_located_in_its_line(saved: Save) -> None:
    text = "Первый.\r\n\r\n27. Комитет **принял**\r\nдоклад."
    document = read(saved("a.md", text), "ru", shown="a.md")
    segment = document.segments[1]
    assert segment.text == "Комитет принял доклад."
    assert locate(document, at(segment, 0)) == Place("a.md", "para. 27", 3, 5)
    assert locate(document, at(segment, segment.text.index("принял"))) == Place("a.md", "para. 27", 3, 15)
    assert locate(document, at(segment, segment.text.index("доклад"))) == Place("a.md", "para. 27", 4, 1)
    assert locate(document, at(segment, len(segment.text))) == Place("a.md", "para. 27", 4, 8)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.md", "Общее\n\n  **Д. Прочее**\n", Place("a.md", "heading D", 3, 5)),
        ("a.md", "1. Решено:\n\n   - б) открыть сессию;\n", Place("a.md", "para. 1 (b)", 3, 6)),
        ("a.txt", "1. Решено:\n\n\tб) открыть сессию;\n", Place("a.txt", "para. 1 (b)", 3, 2)),
    ],
)
def test_a_typed_label_is_located(saved: Save, name: str, text: str, place: Place) -> None:
    document = read(saved(name, text), "ru", shown=name)
    assert locate(document, Passage.label(document.segments[-1])) == place


def test_a_label_that_the_format_counts_is_where_its_text_is(saved: Save) -> None:
    document = read(saved("a.md", "Меры:\n\n* первая\n"), "ru", shown="a.md")
    assert document.segments[1].mark == "*"
    assert locate(document, Passage.label(document.segments[1])) == document.segments[1].place


def test_a_character_after_an_entity_is_located(saved: Save) -> None:
    [pair] = read_bilingual(saved("a.xlf", XLIFF), shown="a.xlf")
    place = locate(pair.russian, at(pair.russian.segments[0], 4))
    assert place == Place("a.xlf", "unit u7", 3, len("<target>А &amp; ") + 1, "u7")


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_an_empty_file_has_no_segments(saved: Save, suffix: str) -> None:
    assert read(saved(f"a{suffix}", ""), "ru").segments == ()


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.docx"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"^x: no such file$"):
        read(tmp_path / name, "ru", shown="x")


@pytest.mark.parametrize("name", ["folder", "folder.md"])
def test_a_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(InputError, match=r"^x: is a folder"):
        read(tmp_path / name, "ru", shown="x")


def test_an_unknown_suffix_names_the_known_ones(saved: Save) -> None:
    with pytest.raises(InputError, match=r"^[^\n]+$") as caught:
        read(saved("a.odp", "x"), "ru")
    assert all(suffix in str(caught.value) for suffix in (*FORMATS, *BILINGUAL_FORMATS))


def test_a_bilingual_file_is_no_single_document(saved: Save) -> None:
    with pytest.raises(InputError, match="both languages"):
        read(saved("a.xlf", XLIFF), "ru")
    with pytest.raises(InputError, match="unknown format"):
        read_bilingual(saved("a.md", "x"))


def test_what_is_not_used_is_not_loaded() -> None:
    heavy = {"docx", "lxml", "markdown_it", "charset_normalizer"}
    code = f"import sys, termcheck.formats; print({heavy} & {{*sys.modules}})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
