"""The cache: texts by key, safe against whatever happens to its files."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck import cache
from termcheck.cache import Cache, directory, fingerprint


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "results")


def test_what_was_put_is_got(store: Cache) -> None:
    assert store.get("a") is None
    store.put("a", "«текст»\n")
    assert store.get("a") == "«текст»\n"
    store.put("a", "")
    assert store.get("a") == ""
    store.put("a", "report\udcff.md")  # a name in some old encoding
    assert store.get("a") == "report\udcff.md"
    assert store.get("b") is None


@pytest.mark.parametrize("wreck", [b"", b"\n", b"no", b"00000000\nwhat was it?", b"\xff\xfe"])
def test_a_wrecked_entry_is_none(store: Cache, wreck: bytes) -> None:
    store.put("a", "text")
    (file,) = store.folder.iterdir()
    file.write_bytes(wreck)
    assert store.get("a") is None
    store.put("a", "text")
    assert store.get("a") == "text"


def test_no_byte_of_an_entry_changes_unnoticed(store: Cache) -> None:
    store.put("a", "текст")
    (file,) = store.folder.iterdir()
    whole = file.read_bytes()
    for place in range(len(whole)):
        for cut in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            file.write_bytes(cut)
            assert store.get("a") is None


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Cache(tmp_path / "file" / "results")
    store.put("a", "text")
    store.trim()
    assert store.get("a") is None


def test_no_more_is_kept_than_there_is_room_for(tmp_path: Path) -> None:
    store = Cache(tmp_path, room=1000)
    for number in range(10):
        store.put(str(number), "x" * 191)  # 200 bytes with the checksum
        os.utime(tmp_path / f"{number}.json", (number, number))
    assert store.get("0") is not None  # used now, and so the youngest
    store.trim()
    assert [key for key in map(str, range(10)) if store.get(key)] == ["0", "8", "9"]
    store.trim()
    assert store.get("8") is not None  # there is room for all that is left


@given(st.lists(st.text()), st.lists(st.text()))
def test_other_texts_have_another_name(one: list[str], other: list[str]) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_the_program_has_another_name_with_other_data(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("a")
    before = cache.program([file])
    assert cache.program([file]) == before
    file.write_text("b")
    assert cache.program([file]) != before


def test_the_folder_is_the_users_or_the_one_told(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    assert directory() == own_cache / "termcheck"
    monkeypatch.setenv("TERMCHECK_CACHE_DIR", "/elsewhere")
    assert directory() == Path("/elsewhere")
