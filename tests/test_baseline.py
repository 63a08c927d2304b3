"""Known findings stay silent when their document is edited; new ones are told."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck import baseline
from termcheck.errors import InputError
from termcheck.fingerprints import Evidence
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Result
from termcheck.pipeline import check_files

WRONG = ("СТОС/COP/2008/19", "Молдавии", "Исполнительный директор УНП ООН", "СТОС/COP/WG.4/2021/2")
SUBJECTS = ("Совещание", "Рабочая группа", "Секретариат", "Один из ораторов", "Председатель", "Комитет")
DEEDS = ("рассмотрел", "отметил", "просил изучить", "обсудил", "принял к сведению", "препроводил")
THINGS = ("доклад о торговле людьми", "записку о незаконном ввозе", "вопрос об имуществе", "план работы")


def _paragraph(number: int, chance: random.Random) -> str:
    said = f"{chance.choice(SUBJECTS)} {chance.choice(DEEDS)} {chance.choice(THINGS)} номер {number}"
    return f"{said} и сослался на {chance.choice(WRONG)} в связи с ходом осуществления раздела {number}."


def _check(folder: Path, paragraphs: list[str], glossary: CompiledGlossary) -> tuple[Result, ...]:
    file = folder / "report.md"
    file.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return tuple(check_files(file, None, glossary))


def _edited(paragraphs: list[str], chance: random.Random) -> list[str]:
    """The paragraphs after 50 moves and edits; no wrong word is touched."""
    edited = list(paragraphs)
    for _ in range(25):
        edited.insert(chance.randrange(len(edited)), edited.pop(chance.randrange(len(edited))))
    for _ in range(25):
        at = chance.randrange(len(edited))
        words = edited[at].split()
        safe = [
            i for i, word in enumerate(words) if not any(word.strip(".") in wrong.split() for wrong in WRONG)
        ]
        place = chance.choice(safe)
        added = ("также", "вновь", "подробно")[len(words) % 3]
        if added not in words:
            words.insert(place, added)
        edited[at] = " ".join(words)
    return edited


@pytest.mark.parametrize("seed", range(3))
def test_fifty_moves_and_edits_leave_one_new_finding(
    seed: int, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    chance = random.Random(seed)
    paragraphs = [_paragraph(number, chance) for number in range(60)]
    known = baseline.entries(_check(tmp_path, paragraphs, glossary), root=tmp_path)
    assert len(known) >= 60
    planted = "Кроме того, делегация Республики Молдова сослалась на решение СТОС/COP/2008/19 о бюджете."
    later = _check(tmp_path, [*_edited(paragraphs, chance), planted], glossary)
    compared = baseline.compare(later, known, root=tmp_path)
    assert [f.problem.passage.segment.text for r in compared.results for f in r.findings] == [planted]
    assert compared.stale == ()


def test_what_was_mended_is_stale(tmp_path: Path, glossary: CompiledGlossary) -> None:
    paragraphs = ["См. документ СТОС/COP/2008/19.", "См. документ СТОС/COP/2008/20."]
    known = baseline.entries(_check(tmp_path, paragraphs, glossary), root=tmp_path)
    later = _check(tmp_path, [paragraphs[0]], glossary)
    compared = baseline.compare(later, known, root=tmp_path)
    assert [result.findings for result in compared.results] == [()]
    assert [entry.evidence.found for entry in compared.stale] == ["СТОС/COP/2008/20"]


def test_of_two_alike_one_is_new(tmp_path: Path, glossary: CompiledGlossary) -> None:
    paragraph = "См. документ СТОС/COP/2008/19."
    known = baseline.entries(_check(tmp_path, [paragraph], glossary), root=tmp_path)
    later = _check(tmp_path, [paragraph, "Он издан.", paragraph], glossary)
    (result,) = baseline.compare(later, known, root=tmp_path).results
    assert len(result.findings) == 1


def test_other_files_stay_out_of_it(tmp_path: Path, glossary: CompiledGlossary) -> None:
    (tmp_path / "other.md").write_text("СТОС/COP/2008/19", encoding="utf-8")
    known = [baseline.Entry("other.md", Evidence("symbol/mixed-script", "СТОС/COP/2008/19", (), ()))]
    later = _check(tmp_path, ["См. документ СТОС/COP/2008/19."], glossary)
    compared = baseline.compare(later, known, root=tmp_path)
    assert compared.stale == ()
    assert [len(result.findings) for result in compared.results] == [1]


def test_a_file_that_is_gone_is_stale(tmp_path: Path, glossary: CompiledGlossary) -> None:
    known = baseline.Entry("gone.md", Evidence("symbol/mixed-script", "СТОС/COP/2008/19", (), ()))
    later = _check(tmp_path, ["Доклад утвержден."], glossary)
    assert baseline.compare(later, [known], root=tmp_path).stale == (known,)


words = st.lists(st.text(max_size=8), max_size=3).map(tuple)


@given(st.lists(st.tuples(st.text(), st.text(), st.text(), words, words), max_size=5))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    said: list[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]],
) -> None:
    known = tuple(sorted(baseline.Entry(path, Evidence(*rest)) for path, *rest in said))
    file = tmp_path_factory.mktemp("baseline") / "baseline.json"
    file.write_text(baseline.written(known), encoding="utf-8", errors="surrogatepass")
    assert baseline.read(file) == known
    assert json.loads(file.read_bytes())["version"] == 1


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}']
)
def test_a_file_that_is_none_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="baseline"):
        baseline.read(file)
