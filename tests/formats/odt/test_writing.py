"""Corrections in ODT files: tracked changes that LibreOffice accepts and rejects, all else as it was."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest

from termcheck.formats.odt import read_odt, track_changes
from termcheck.formats.rewriting import Edit
from termcheck.formats.structure import document
from termcheck.formats.tracked import Tracked
from termcheck.model import Document, Passage, Span

Write = Callable[..., bytes]
Settle = Callable[..., bytes]
DAY = datetime(2024, 3, 12, 9, 30)


def read(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    return document(read_odt(data, shown="a.odt", tracked=tracked), path="a.odt", language="ru")


def texts(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> list[str]:
    return [segment.text for segment in read(data, tracked).segments]


def corrected(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """The file with the first place of some words corrected."""
    edits = []
    for old, new in pairs:
        segment = next(segment for segment in read(data).segments if old in segment.text)
        start = segment.text.index(old)
        edits.append(Edit(Passage(segment, Span(start, start + len(old))), new))
    made, _ = track_changes(data, edits, day=DAY, shown="a.odt")
    return made


BODIES = {
    "a word": ("<text:p>Доклад Молдовы.</text:p>", ("Молдовы", "Республики Молдова")),
    "over spans": (
        "<text:p>Совет <text:span>Безопас</text:span>тности &amp; мира</text:p>",
        ("Безопастности", "Безопасности"),
    ),
    "in a note": (
        '<text:p>Доклад<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>См. СТОС/1.</text:p></text:note-body></text:note>.</text:p>",
        ("СТОС/1", "CTOC/1"),
    ),
    "in a cell": (
        "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>Свазиленд</text:p>"
        "</table:table-cell></table:table-row></table:table><text:p/>",
        ("Свазиленд", "Эсватини"),
    ),
    "beside another's change": (
        '<text:tracked-changes><text:changed-region text:id="tc1"><text:insertion><office:change-info>'
        "<dc:creator>Анна</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
        "</text:insertion></text:changed-region></text:tracked-changes><text:p>Доклад "
        '<text:change-start text:change-id="tc1"/>второй<text:change-end text:change-id="tc1"/> Молдовы'
        "</text:p>",
        ("Молдовы", "Чада"),
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_accepted_it_is_the_correction_and_rejected_what_stood_there(name: str, write_odt: Write) -> None:
    body, (old, new) = BODIES[name]
    data = write_odt(body)
    made = corrected(data, (old, new))
    assert texts(made) == [text.replace(old, new) for text in texts(data)]
    if "another" not in name:
        assert texts(made, Tracked.REJECTED) == texts(data)


@pytest.mark.parametrize("name", BODIES)
def test_libreoffice_accepts_and_rejects_it(name: str, write_odt: Write, libreoffice: Settle) -> None:
    body, (old, new) = BODIES[name]
    data = write_odt(body)
    made = corrected(data, (old, new))
    accepted = libreoffice(made, "odt", source="odt", accept=True)
    assert texts(accepted) == [text.replace(old, new) for text in texts(data)]
    assert b"changed-region" not in zipfile.ZipFile(io.BytesIO(accepted)).read("content.xml")
    if "another" not in name:
        assert texts(libreoffice(made, "odt", source="odt", reject=True)) == texts(data)


def test_all_else_in_the_archive_is_as_it_was(write_odt: Write) -> None:
    data = write_odt(
        "<text:p>Доклад Молдовы.</text:p>", **{"Thumbnails/a.png": "x" * 99, "settings.xml": "<a/>"}
    )
    made = corrected(data, ("Молдовы", "Чада"))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made))
    assert after.namelist() == before.namelist()
    assert [name for name in before.namelist() if before.read(name) != after.read(name)] == ["content.xml"]
    assert made[:58] == data[:58]  # the mimetype first, not compressed


def test_a_page_header_is_corrected_directly(write_odt: Write) -> None:
    header = "<style:header><text:p>А/70/1</text:p></style:header>"
    data = write_odt("<text:p>Доклад.</text:p>", headers=header)
    made = corrected(data, ("А/70/1", "A/70/1"))
    assert texts(made) == ["Доклад.", "A/70/1"]
    assert b"tracked-changes" not in zipfile.ZipFile(io.BytesIO(made)).read("styles.xml")


def test_a_flat_file_stays_one(write_odt: Write) -> None:
    content = zipfile.ZipFile(io.BytesIO(write_odt("<text:p>Доклад Молдовы.</text:p>"))).read("content.xml")
    flat = content.replace(b"office:document-content", b"office:document")
    made = corrected(flat, ("Молдовы", "Чада"))
    assert made.startswith(b"<?xml")
    assert texts(made) == ["Доклад Чада."]


def test_nothing_to_correct_changes_nothing(write_odt: Write) -> None:
    data = write_odt("<text:p>Доклад.</text:p>")
    assert track_changes(data, (), day=DAY, shown="a.odt") == (data, ())
