"""Tab-separated values: a row a pair, whatever stands in the texts."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck.model import Alignment
from termcheck.writers.alignment.tsv import alignment_as_tsv

Make = Callable[[str, str], Alignment]


def rows(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), dialect="excel-tab"))


def test_tsv_has_a_row_a_pair(alignment: Alignment) -> None:
    assert alignment_as_tsv(alignment).splitlines() == [
        "source\ttarget\tscore\tsource_label\ttarget_label",
        "Report.\tДоклад.\t1.0000\tpara. 1\tpara. 1",
        "One & two.\tРаз. Два.\t0.9712\tpara. 2\tpara. 2 + para. 3",
        "\tТри.\t0.5000\t\tpara. 4",
    ]


def test_sentences_are_rows(sentences: Alignment) -> None:
    assert [row[:2] for row in rows(alignment_as_tsv(sentences))[1:]] == [
        ["Second.", "Второе."],
        ["First.", "Первое."],
    ]


def test_a_label_is_said_once(sentences: Alignment) -> None:
    joined = Alignment(
        sentences.russian,
        sentences.source,
        (type(sentences.pairs[0])(sentences.pairs[0].source + sentences.pairs[1].source, (), 0.9),),
    )
    assert rows(alignment_as_tsv(joined))[1][3] == "para. 1"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("- доклад", "'- доклад"),
        ("+1+1", "'+1+1"),
        ("\t=1", "' =1"),
        ("-5,3", "-5,3"),
        ("+12 %", "+12 %"),
        ("-1 200", "-1 200"),
        ("– доклад", "– доклад"),
        ("A = B", "A = B"),
    ],
)
def test_no_spreadsheet_computes_a_text(pair_of: Make, text: str, cell: str) -> None:
    assert rows(alignment_as_tsv(pair_of(text, "Доклад.")))[1][0] == cell


@given(source=st.text(), target=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it keeps no state
def test_every_text_is_one_cell_of_one_line(pair_of: Make, source: str, target: str) -> None:
    written = alignment_as_tsv(pair_of(source, target))
    assert len(written.splitlines()) == 2
    for cell, text in zip(rows(written)[1], (source, target), strict=False):
        assert "".join(cell.removeprefix("'").split()) == "".join(text.removeprefix("'").split())
