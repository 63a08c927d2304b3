"""No input hangs: a hostile text costs about what a harmless one of the same length does, in CPU time."""

import base64
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bench_growth import HARMLESS, SHAPES, UNBROKEN, cpu_seconds

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import LONGEST_TOKEN, STAND_IN, opaque, veiled
from termcheck.numbers import find_numbers
from termcheck.pipeline import check_files
from termcheck.symbols import find

TIMES = 5  # as long as a harmless text, at most
SIZE = 20_000  # code points
# Each of their thousands of marks is told, or made sure of not to be one, by itself.
TOLD = {f"{name}, in tokens" for name in ("brackets", "labels", "square brackets", "soft hyphens")}
PICTURE = base64.b64encode(random.Random(1).randbytes(SIZE * 3 // 4)).decode()


@pytest.fixture(scope="module")
def harmless(glossary: CompiledGlossary, tmp_path_factory: pytest.TempPathFactory) -> float:
    folder = tmp_path_factory.mktemp("harmless")
    cpu_seconds(HARMLESS(1000), glossary, folder)  # loads the dictionary
    return cpu_seconds(HARMLESS(SIZE), glossary, folder)


@pytest.mark.slow
@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - TOLD))
def test_a_hostile_text_costs_what_a_harmless_one_does(
    shape: str, harmless: float, glossary: CompiledGlossary, tmp_path: Path
) -> None:
    # The lesser of two: what shares a core with others may be slowed down by them for a while.
    spent = min(cpu_seconds(SHAPES[shape](SIZE), glossary, tmp_path) for _ in range(2))
    assert spent < TIMES * harmless


@pytest.mark.slow
@pytest.mark.parametrize("shape", sorted(TOLD))
def test_the_cost_of_many_marks_grows_with_their_number(
    shape: str, glossary: CompiledGlossary, tmp_path: Path
) -> None:
    cpu_seconds(SHAPES[shape](1000), glossary, tmp_path)
    once = cpu_seconds(SHAPES[shape](SIZE // 2), glossary, tmp_path)
    assert cpu_seconds(SHAPES[shape](SIZE * 2), glossary, tmp_path) < TIMES * 4 / 2 * once


EMBEDDED: dict[str, Callable[[str], str]] = {
    "report.md": lambda data: f"1. Рабочая группа рассмотрела доклад ![рисунок](data:;base64,{data}).",
    "inline.md": lambda data: f'1. Рабочая группа рассмотрела <img src="data:;base64,{data}"> доклад.',
    "block.md": lambda data: f'1. Рабочая группа начала работу.\n\n<p><img src="data:a;base64,{data}"></p>',
    "report.txt": lambda data: f"1. Рабочая группа рассмотрела доклад data:image/png;base64,{data} сегодня.",
    "report.po": lambda data: (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\n'
        f'msgid "<p>Chart <img src=\\"data:image/png;base64,{data}\\"></p>"\n'
        f'msgstr "<p>Диаграмма <img src=\\"data:image/png;base64,{data}\\"></p>"\n'
    ),
    "report.xlf": lambda data: (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
        'datatype="html" source-language="en" target-language="ru"><body><trans-unit id="1">'
        f"<source>Chart &lt;img src='data:image/png;base64,{data}'&gt;</source>"
        f"<target>Диаграмма &lt;img src='data:image/png;base64,{data}'&gt;</target>"
        "</trans-unit></body></file></xliff>"
    ),
}


@pytest.mark.parametrize("name", EMBEDDED)
def test_an_embedded_picture_is_read_by_nobody(name: str, glossary: CompiledGlossary, tmp_path: Path) -> None:
    def checked(data: str) -> tuple[float, int]:
        file = tmp_path / name
        file.write_text(EMBEDDED[name](data), encoding="utf-8")
        start = time.process_time()
        results = tuple(check_files(file, None, glossary))
        return time.process_time() - start, sum(len(result.findings) for result in results)

    _, as_small = checked("AAAA")
    words = HARMLESS(len(PICTURE)).replace("data", "")
    file = tmp_path / "harmless.md"
    file.write_text(words, encoding="utf-8")
    start = time.process_time()
    tuple(check_files(file, None, glossary))
    harmless = time.process_time() - start
    seconds, findings = checked(PICTURE)
    assert findings == as_small
    assert seconds < TIMES * harmless


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Диаграмма data:image/png;base64,iVBORw0KGgo= показана.", ["data:image/png;base64,iVBORw0KGgo="]),
        ('<img src="data:text/plain,A/69/100">', ["data:text/plain,A/69/100"]),
        ("(data:,hello)", ["data:,hello"]),
        ("Metadata: the data: image/png, and so on", []),
        (f"ключ {'x' * (LONGEST_TOKEN + 1)} конец", ["x" * (LONGEST_TOKEN + 1)]),
        (f"ключ {'x' * LONGEST_TOKEN} конец", []),
        ("", []),
    ],
)
def test_what_nobody_reads(text: str, hidden: list[str]) -> None:
    spans = opaque(text)
    assert [text[span.start : span.end] for span in spans] == hidden
    assert len(veiled(text)) == len(text)
    assert veiled(text).count(STAND_IN) == sum(map(len, hidden))


def test_a_symbol_beside_a_picture_is_still_one() -> None:
    text = f"документ A/69/100 data:image/png;base64,{PICTURE} и A/69/101"
    assert [match.text for match in find(veiled(text))] == ["A/69/100", "A/69/101"]


def test_figures_beyond_all_measure_are_no_number() -> None:
    assert not find_numbers("9" * 5000, "ru").found
    assert not find_numbers("1," * 2500 + "1", "en").found


def test_a_document_with_a_picture_is_still_russian(glossary: CompiledGlossary, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(f"1. Рабочая группа рассмотрела доклад {PICTURE} сегодня.\n", encoding="utf-8")
    assert len(tuple(check_files(file, None, glossary))) == 1


def test_all_unbroken_shapes_are_one_token() -> None:
    assert all(len(opaque(shape(SIZE))) == 1 for shape in UNBROKEN.values())
