"""Glossaries in TOML: what they say, and how what is wrong with them is told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary.toml import read
from termcheck.model import Concept, Glossary, Inflection, Register, Status

Write = Callable[[str], Path]

HEAD = """\
[glossary]
title = "Bodies"
domain = "title"
authority = "Charter of the United Nations"

"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def save(content: str) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return save


def concept(body: str, write: Write) -> Concept:
    (only,) = read(write(f'{HEAD}[[concept]]\nid = "x"\n{body}')).concepts
    return only


def test_a_concept_with_all_that_it_may_have(write: Write) -> None:
    found = concept(
        'kind = "body"\ncodes = ["XX"]\nnote = "A note."\nauthority = "A/RES/1"\n'
        'full.en = "Committee on Letters"\n'
        'full.ru = ["Комитет по буквам", { text = "Буквенный комитет", status = "superseded", '
        'since = 1990-01-02, until = 2001-12-31, authority = "A/RES/2", bend = "Буквенный комитет", '
        'number = "sing", gender = "masc", homonym = true, attested = false, forms = { gent = "Буквы" } }]\n'
        'abbreviation.ru = "КБ"',
        write,
    )
    assert (found.id, found.domain, found.kind) == ("x", "title", "body")
    assert (found.codes, found.note) == (("XX",), "A note.")
    english, first, second, short = found.terms
    assert (english.text, english.language, english.register) == ("Committee on Letters", "en", Register.FULL)
    assert (first.text, first.status, first.authority) == ("Комитет по буквам", Status.PREFERRED, "A/RES/1")
    assert second.status is Status.SUPERSEDED
    assert (second.since, second.until) == (date(1990, 1, 2), date(2001, 12, 31))
    assert second.authority == "A/RES/2"
    assert second.inflection == Inflection("Буквенный комитет", "sing", "masc", {"gent": "Буквы"})
    assert (second.homonym, second.attested) == (True, False)
    assert (short.text, short.register) == ("КБ", Register.ABBREVIATION)


def test_the_first_term_is_preferred_and_the_others_admitted(write: Write) -> None:
    found = concept('full.ru = ["Первое", "Второе", "Третье"]', write)
    assert [term.status.value for term in found.terms] == ["preferred", "admitted", "admitted"]


def test_what_the_header_says_holds_for_all(write: Write) -> None:
    found = concept('full.ru = "Имя"', write)
    assert (found.domain, found.terms[0].authority) == ("title", "Charter of the United Nations")


def test_a_file_may_begin_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b'\xef\xbb\xbf[[concept]]\nid = "x"\nfull.en = "Name"\n')
    assert len(read(path).concepts) == 1


def test_an_empty_file_holds_nothing(write: Write) -> None:
    assert read(write("")) == Glossary()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            'prefered = "Имя"',
            'unknown key "prefered"; known are: id, kind, authority, note, change, codes, short, ',
        ),
        ('ful.ru = "Имя"', 'unknown key "ful"; did you mean "full"?'),
        ('full.rus = "Имя"', 'unknown language "rus"; did you mean "ru"?'),
        ('full.ru = { text = "Имя", stats = "preferred" }', 'unknown key "stats"; did you mean "status"?'),
        (
            'full.ru = { text = "Имя", status = "prefered" }',
            'unknown status "prefered"; did you mean "preferred"?',
        ),
        ('full.ru = { text = "Имя", forms = { gen = "x" } }', 'unknown case "gen"; did you mean "gent"?'),
        ('full.ru = { text = "Имя", number = "plural" }', 'unknown number "plural"; did you mean "plur"?'),
        ('full.ru = { text = "Имя", gender = "fem" }', 'unknown gender "fem"; did you mean "femn"?'),
        ("full.ru = 5", 'a term in full is "…" or { text = "…", … }, not 5'),
        ('full = "Имя"', "\"full\" takes a table, not 'Имя'"),
        ('full.ru = "Имя"\ncodes = "MD"', "\"codes\" takes a list in [ ], not 'MD'"),
        ('full.ru = "Имя"\ncodes = [498]', '"codes" takes a text in quotes, not 498'),
        ('full.ru = "Имя"\nkind = 1', '"kind" takes a text in quotes, not 1'),
        (
            'full.ru = { text = "Имя", since = "1990" }',
            "\"since\" takes a date such as 2016-05-17, not '1990'",
        ),
        (
            'full.ru = { text = "Имя", since = 1990-01-01T00:00:00 }',
            '"since" takes a date such as 2016-05-17, not ',
        ),
        ('full.ru = { text = "Имя", homonym = "no" }', "\"homonym\" takes true or false, not 'no'"),
        ('full.ru = { text = "Имя", forms = { gent = 1 } }', '"gent" takes a text in quotes, not 1'),
        ('full.ru = { status = "preferred" }', "a term in full has no text"),
        ('full.ru = ["Имя", "  "]', "a term in full has no text"),
        ("", 'has no terms; give it one, such as full.en = "…" and full.ru = "…"'),
    ],
)
def test_what_is_wrong_is_told_with_file_and_concept(write: Write, body: str, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        concept(body, write)
    assert str(caught.value).startswith(f'own.toml, concept "x": {said}')
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[concept]\nid = 'x'", 'own.toml: "concept" takes a list in [ ], not '),
        ("concept = [1]", "own.toml, concept 1: is not a table; begin it with [[concept]]"),
        ("[[concept]]\nfull.ru = 'Имя'", 'own.toml, concept 1: needs an id, such as id = "security-council"'),
        ("[[concept]]\nid = 5", "own.toml, concept 1: needs an id, "),
        ("[[concepts]]\nid = 'x'", 'own.toml: unknown key "concepts"; did you mean "concept"?'),
        ("[glossary]\ntitel = 'x'", 'own.toml: unknown key "titel"; did you mean "title"?'),
        ("[glossary]\ndomain = 1", 'own.toml: "domain" takes a text in quotes, not 1'),
    ],
)
def test_what_is_wrong_outside_a_named_concept(write: Write, content: str, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(write(content))
    assert str(caught.value).startswith(said)


def test_an_id_is_taken_once(write: Write) -> None:
    with pytest.raises(GlossaryError, match=r'own.toml, concept "x": this id is already taken'):
        read(write("[[concept]]\nid = 'x'\nfull.ru = 'Имя'\n[[concept]]\nid = 'x'\nfull.ru = 'Другое'\n"))


def test_a_file_that_is_not_toml_tells_the_line(write: Write) -> None:
    with pytest.raises(GlossaryError, match=r"own.toml: is not valid TOML: .*line 2"):
        read(write("[glossary]\ntitle = without quotes\n"))


def test_a_file_that_is_missing_or_in_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"no.toml: cannot be read: No such file or directory"):
        read(tmp_path / "no.toml")
    path = tmp_path / "own.toml"
    path.write_bytes('[[concept]]\nid = "x"\nfull.ru = "Имя"\n'.encode("cp1251"))
    with pytest.raises(GlossaryError, match=r"own.toml: is not UTF-8; save the glossary as UTF-8"):
        read(path)
