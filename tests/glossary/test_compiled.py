"""The compiled glossary: what it answers, and the cache in which it is kept."""

import os
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary import compiled
from termcheck.glossary.compiled import load
from termcheck.model import Reading

GLOSSARY = """\
[[concept]]
id = "letters"
kind = "body"
codes = ["COL"]
full.en = "Committee on Letters"
full.ru = ["Комитет по буквам", { text = "Буквенный комитет", status = "deprecated" }]

[[concept]]
id = "committee"
full.en = "Committee"
full.ru = "Комитет"
"""
OTHER = """\
[[concept]]
id = "letters"
full.en = "Panel on Letters"
full.ru = "Группа по буквам"
"""


@pytest.fixture
def glossary_file(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was compiled, and not found in the cache, since the test began."""
    done: list[object] = []
    compile_anew = compiled.compile_glossaries

    def counted(paths: "list[Path]", tick: Callable[[float], None]) -> object:
        done.append(paths)
        return compile_anew(paths, tick)

    monkeypatch.setattr(compiled, "compile_glossaries", counted)
    return done


# What it answers


def test_candidates_by_the_first_two_words_the_longest_first(glossary_file: Path, cache: Path) -> None:
    found = load([glossary_file], cache).candidates("ru", "комитету", "по")
    assert [candidate.form.text for candidate in found] == ["Комитету по буквам", "Комитету"]
    assert found[0].rest == ("по", "буквам")
    assert found[0].form.readings == (Reading("datv", "sing"),)
    assert found[0].concept.id == "letters"


def test_a_word_that_begins_no_term_has_none(glossary_file: Path, cache: Path) -> None:
    glossary = load([glossary_file], cache)
    assert glossary.seconds("ru", "доклад") == frozenset()
    assert glossary.seconds("en", "комитету") == frozenset()
    assert glossary.seconds("ru", "комитету") == {"по", ""}


@pytest.mark.parametrize(
    "name",
    ["letters", "LETTERS", "COL", "col", "Комитета по буквам", "committee on letters", "Буквенным комитетом"],
)
def test_named_by_id_code_or_any_form(glossary_file: Path, cache: Path, name: str) -> None:
    assert [concept.id for concept in load([glossary_file], cache).named(name)] == ["letters"]


def test_of_several_with_a_name_first_that_which_it_stands_for_best(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[[concept]]\nid = "a"\nfull.ru = ["Суд права", { text = "Суд", status = "deprecated" }]\n'
        '[[concept]]\nid = "b"\nfull.ru = "Суд"\n',
        encoding="utf-8",
    )
    assert [concept.id for concept in load([file], cache).named("Суда")] == ["b", "a"]


def test_what_comes_out_of_the_cache_is_what_went_in(glossary_file: Path, cache: Path) -> None:
    fresh, stored = load([glossary_file], cache), load([glossary_file], cache)
    for identity in ("letters", "committee"):
        assert stored.concept(identity) == fresh.concept(identity)
        assert stored.concept(identity) is not None
    for words in (("комитет", "по"), ("комитета", "по"), ("буквенный", "комитет")):
        assert stored.candidates("ru", *words) == fresh.candidates("ru", *words) != ()


# Overriding


def test_a_later_glossary_overrides_a_concept_as_a_whole(
    glossary_file: Path, tmp_path: Path, cache: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(OTHER, encoding="utf-8")
    glossary = load([glossary_file, other], cache)
    letters = glossary.concept("letters")
    assert letters is not None
    assert [term.text for term in letters.terms] == ["Panel on Letters", "Группа по буквам"]
    assert glossary.seconds("ru", "буквенный") == frozenset()
    assert [c.form.text for c in glossary.candidates("ru", "комитет", "по")] == ["Комитет"]
    back = load([other, glossary_file], cache).concept("letters")
    assert back is not None
    assert back.terms[0].text == "Committee on Letters"


# The cache


def test_compiled_once(glossary_file: Path, cache: Path, compilations: list[object]) -> None:
    load([glossary_file], cache)
    load([glossary_file], cache)
    assert len(compilations) == 1
    assert len(list(cache.iterdir())) == 1


def test_a_changed_glossary_is_compiled_anew(
    glossary_file: Path, cache: Path, compilations: list[object]
) -> None:
    load([glossary_file], cache)
    glossary_file.write_text(OTHER, encoding="utf-8")
    concept = load([glossary_file], cache).concept("letters")
    assert len(compilations) == 2
    assert concept is not None
    assert concept.terms[0].text == "Panel on Letters"


def truncate(data: bytes) -> bytes:
    return data[: len(data) // 2]


def garble(data: bytes) -> bytes:
    """Change some bytes in the middle, where only the content and not the structure suffers."""
    chance = random.Random(0)
    changed = bytearray(data)
    for _ in range(20):
        changed[chance.randrange(len(data) // 2, len(data))] ^= 0x55
    return bytes(changed)


@pytest.mark.parametrize("wreck", [truncate, garble, lambda data: b"", lambda data: b"not a database"])
def test_a_wrecked_cache_is_made_anew_without_a_word(
    glossary_file: Path,
    cache: Path,
    compilations: list[object],
    capfd: pytest.CaptureFixture[str],
    wreck: Callable[[bytes], bytes],
) -> None:
    right = load([glossary_file], cache).candidates("ru", "комитет", "по")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.unlink()
    file.write_bytes(wreck(whole))
    assert load([glossary_file], cache).candidates("ru", "комитет", "по") == right
    assert len(compilations) == 2
    assert file.read_bytes() == whole
    assert capfd.readouterr() == ("", "")


def test_a_cache_that_cannot_be_written_does_not_matter(glossary_file: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be", encoding="utf-8")
    for folder in (taken, taken / "below"):
        assert load([glossary_file], folder).concept("letters") is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_cache_without_permission_does_not_matter(glossary_file: Path, cache: Path) -> None:
    cache.mkdir(mode=0o500)
    assert load([glossary_file], cache).concept("letters") is not None


def test_few_files_stay_in_the_cache(glossary_file: Path, cache: Path) -> None:
    for number in range(12):
        glossary_file.write_text(f"{GLOSSARY}\n# {number}\n", encoding="utf-8")
        load([glossary_file], cache)
    assert len(list(cache.iterdir())) == 8
    assert load([glossary_file], cache).concept("letters") is not None


def _names(arguments: tuple[Path, Path]) -> int:
    file, cache = arguments
    return len(load([file], cache).names())


def test_several_processes_at_once(glossary_file: Path, cache: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as pool:
        counts = set(pool.map(_names, [(glossary_file, cache)] * 8))
    assert counts == {_names((glossary_file, cache))}
    assert len(list(cache.iterdir())) == 1


def test_a_missing_glossary_is_told(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(GlossaryError, match=r"no\.toml: cannot be read: No such file"):
        load([tmp_path / "no.toml"], cache)


def test_a_broken_glossary_leaves_nothing_in_the_cache(glossary_file: Path, cache: Path) -> None:
    glossary_file.write_text("[[concept]]", encoding="utf-8")
    with pytest.raises(GlossaryError):
        load([glossary_file], cache)
    assert not cache.exists() or not list(cache.iterdir())


def test_a_compilation_tells_how_far_it_is(glossary_file: Path, cache: Path) -> None:
    told: list[float] = []
    load([glossary_file], cache, tick=told.append)
    assert told[0] == 0.0
    assert told == sorted(told)
    told.clear()
    load([glossary_file], cache, tick=told.append)
    assert told == []  # nothing to wait for


def test_what_a_user_should_be_told_outlives_the_cache(tmp_path: Path, cache: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("Term in English;Русский термин;Farbe\nFund;Фонд;rot\n", encoding="utf-8")
    fresh, stored = load([table], cache), load([table], cache)
    assert "not understood: “Farbe”" in fresh.remarks()[0]
    assert stored.remarks() == fresh.remarks()
