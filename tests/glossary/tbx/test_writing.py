"""Glossaries written as TBX. The rules cited are those of the schemas that github.com/LTAC-Global publishes
for ISO 30042:2019: the core structure (TBXcoreStructV03.rng), the dialects' Schematron rules, the Min and
Basic modules, each in version 1.2.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termcheck.errors import GlossaryError
from termcheck.glossary.tbx import not_held, read_tbx, write_tbx
from termcheck.model import Change, Concept, Glossary, Inflection, Register, Series, Status, Term

WAYS = [(dialect, style) for dialect in ("core", "min", "basic") for style in ("dca", "dct")]
TBX = "{urn:iso:std:iso:30042:ed-2}"
MIN = "{http://www.tbxinfo.net/ns/min}"
BASIC = "{http://www.tbxinfo.net/ns/basic}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("tbx_3.rng"))))

FULL = Glossary(
    title="Names of the centre",
    domain="title",
    authority="Terminology section",
    note="Second edition.",
    concepts=(
        Concept(
            id="river-council",
            domain="title",
            kind="body",
            terms=(
                Term("River Council", "en", Register.FULL, authority="Statute, article 2"),
                Term(
                    "Речной совет",
                    "ru",
                    Register.FULL,
                    since=date(2016, 5, 17),
                    until=date(2020, 1, 2),
                    authority="Statute, article 2",
                    inflection=Inflection("Речной совет", "sing", "masc", {"loct": "Речном совете"}),
                    homonym=True,
                    attested=False,
                    depends=("delta", "series:RIV"),
                ),
                Term("совет по реке", "ru", Register.FULL, Status.DEPRECATED, authority="Circular 4"),
                Term("РС", "ru", Register.ABBREVIATION, inflection=Inflection(bend="")),
            ),
            codes=("RC", "a;b"),
            note="Sits in spring.",
        ),
        Concept(
            id="1 / delta",
            domain="country",
            terms=tuple(
                Term(f"Дельта {word}", "ru", word, Status.SUPERSEDED, inflection=Inflection(gender=gender))
                for word, gender in zip(Register, ["masc", "femn", "neut", None] * 2, strict=True)
            ),
            note="termcheck.kind: is no key here",
            change=Change.EXTEND,
        ),
        Concept(id="1-delta", domain="title", change=Change.OFF),
    ),
)  # fmt: skip


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def put(content: bytes | str, name: str = "terms.tbx") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


Put = Callable[..., Path]


def written(dialect: str, style: str, glossary: Glossary = FULL) -> etree._Element:
    return etree.fromstring(write_tbx(glossary, dialect, style))


def categories(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the value and the parent of each data category of a file in either style."""
    body = root.find(f"{TBX}text")
    assert body is not None
    for element in body.iter():
        parent = element.getparent()
        above = "" if parent is None else etree.QName(parent).localname
        if element.get("type"):
            yield str(element.get("type")), str(element.text), above
        elif not str(element.tag).startswith(TBX):
            yield etree.QName(element).localname, str(element.text), above


@pytest.mark.parametrize(("dialect", "style"), WAYS)
def test_every_dialect_gives_back_what_was_written(dialect: str, style: str, put: Put) -> None:
    assert read_tbx(put(write_tbx(FULL, dialect, style))) == FULL


@pytest.mark.parametrize(("dialect", "style"), WAYS)
def test_the_elements_stand_as_the_core_structure_has_them(dialect: str, style: str) -> None:
    """TBXcoreStructV03: an entry holds language sections, they hold term sections, notes stand in order."""
    SCHEMA.assertValid(written(dialect, style))


@pytest.mark.parametrize(("dialect", "style"), WAYS)
def test_the_root_names_dialect_and_style(dialect: str, style: str) -> None:
    """Dialect rules: type is the dialect's name, style is "dca" or "dct"; the core asks for xml:lang."""
    root = written(dialect, style)
    assert (root.tag, root.get("type"), root.get("style"), root.get(LANG)) == (
        f"{TBX}tbx",
        f"TBX-{dialect.capitalize()}",
        style,
        "en",
    )


def test_the_schemas_are_named_before_the_root() -> None:
    """The published examples begin with xml-model: RELAX NG and Schematron for DCA, NVDL for DCT."""
    dca, dct = (write_tbx(FULL, "basic", style).decode().partition("<tbx")[0] for style in ("dca", "dct"))
    assert dca.count("<?xml-model") == 2 and "_integrated.rng" in dca and "TBX-Basic_DCA.sch" in dca
    assert dct.count("<?xml-model") == 1 and "TBX-Basic.nvdl" in dct


@pytest.mark.parametrize("dialect", ["core", "min", "basic"])
def test_dca_has_no_element_of_another_namespace(dialect: str) -> None:
    """TBX-Basic_DCA.sch: DCT style elements are not permitted in DCA style."""
    assert all(str(element.tag).startswith(TBX) for element in written(dialect, "dca").iter())


@pytest.mark.parametrize("dialect", ["core", "min", "basic"])
def test_dct_has_no_type_below_the_root(dialect: str) -> None:
    """TBX-Basic_DCT.sch: DCA style elements are not permitted in DCT style."""
    root = written(dialect, "dct")
    assert [element.tag for element in root.iter() if element.get("type")] == [root.tag]


def test_dct_takes_each_category_from_its_module() -> None:
    """Min.rng has status, part of speech and subject field; Basic.rng source, gender and term type."""
    tags = {str(element.tag) for element in written("basic", "dct").iter()} - {
        str(element.tag) for element in written("core", "dct").iter()
    }
    assert tags == {
        *(MIN + name for name in ("subjectField", "administrativeStatus", "partOfSpeech")),
        *(BASIC + name for name in ("source", "termType", "grammaticalGender")),
    }


@pytest.mark.parametrize(
    ("dialect", "names"),
    [
        ("core", set()),
        ("min", {"subjectField", "administrativeStatus", "partOfSpeech"}),
        (
            "basic",
            {
                "subjectField",
                "administrativeStatus",
                "partOfSpeech",
                "source",
                "termType",
                "grammaticalGender",
            },
        ),
    ],
)
@pytest.mark.parametrize("style", ["dca", "dct"])
def test_a_dialect_has_the_categories_of_its_modules_alone(dialect: str, style: str, names: set[str]) -> None:
    """TBX-Core.sch permits none; TBX-Min is the core with the Min module, TBX-Basic with Min and Basic."""
    assert {name for name, _, _ in categories(written(dialect, style))} == names


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_categories_stand_at_their_level(style: str) -> None:
    """TBX-Basic_DCA.sch: subject field at the entry, what is a term note in termSec, source at any level."""
    for name, _, above in categories(written("basic", style)):
        allowed = {"subjectField": {"conceptEntry"}, "source": {"conceptEntry", "langSec", "termSec"}}
        assert above in allowed.get(name, {"termSec"})


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_values_are_those_of_the_picklists(style: str) -> None:
    """Min.rng and Basic.rng: the values of status, part of speech, term type and gender are listed."""
    said: dict[str, set[str]] = {}
    for name, value, _ in categories(written("basic", style)):
        said.setdefault(name, set()).add(value)
    assert said["administrativeStatus"] == {
        "preferredTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    }
    assert said["termType"] == {"fullForm", "shortForm", "abbreviation", "variant"}
    assert said["grammaticalGender"] == {"masculine", "feminine", "neuter"}
    assert said["partOfSpeech"] == {"adjective"}


def test_ids_are_names_that_xml_allows_and_stand_once() -> None:
    """TBXcoreStructV03: an id is an xs:ID, so "1 / delta" and "1-delta" need other ones."""
    ids = [element.get("id") for element in written("basic", "dca").iter(f"{TBX}conceptEntry")]
    assert ids == ["river-council", "c1-delta", "c1-delta-2"]


def test_an_authority_that_all_terms_share_is_said_once() -> None:
    """Basic.tbxmd: a source may stand at the entry."""
    concept = replace(FULL.concepts[0], terms=FULL.concepts[0].terms[:2])
    root = written("basic", "dca", replace(FULL, concepts=(concept,)))
    assert [above for name, _, above in categories(root) if name == "source"] == ["conceptEntry"]


def test_a_glossary_without_entries_is_no_tbx() -> None:
    """TBXcoreStructV03: the body holds one entry or more."""
    with pytest.raises(GlossaryError, match="Series: has no entries, and a TBX file needs one"):
        write_tbx(Glossary("Series", series=(Series("RIV"),)))


def test_a_character_that_xml_has_not() -> None:
    concept = replace(FULL.concepts[0], note="bell \a")
    with pytest.raises(GlossaryError, match='concept "river-council": holds a control character'):
        write_tbx(replace(FULL, concepts=(concept,)))


def test_what_is_not_held_is_told() -> None:
    told = not_held(replace(FULL, series=(Series("RIV"), Series("DEL"))))
    assert told[0] == "TBX has no place for document series; 2 are left out"
    assert told[1].startswith("TBX-Basic has no data category for kind, code, ")
    assert "status" not in told[1] and "since" in told[1]
    assert "status" in not_held(FULL, "core")[0] and "authority" in not_held(FULL, "min")[0]


def test_a_plain_glossary_loses_nothing() -> None:
    term = Term("Речной совет", "ru", Register.FULL, inflection=Inflection(gender="masc"))
    assert not_held(Glossary(concepts=(Concept("a", "title", terms=(term,), note="Sits in spring."),))) == ()


TEXTS = (
    st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=60)
@given(
    words=st.lists(TEXTS, min_size=1, max_size=4),
    note=TEXTS,
    registers=st.lists(st.sampled_from(Register), min_size=4, max_size=4),
    statuses=st.lists(st.sampled_from(Status), min_size=4, max_size=4),
    way=st.sampled_from(WAYS),
)
def test_any_words_come_back(
    words: list[str],
    note: str,
    registers: list[Register],
    statuses: list[Status],
    way: tuple[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    terms = sorted(
        (Term(*said) for said in zip(words, ["ru"] * 4, registers, statuses, strict=False)),
        key=lambda term: tuple(Register).index(term.register),
    )
    glossary = Glossary(
        "Words", "title", concepts=(Concept(note, "title", "body", tuple(terms), (note,), note),)
    )
    path = tmp_path_factory.mktemp("tbx") / "words.tbx"
    path.write_bytes(write_tbx(glossary, *way))
    assert read_tbx(path) == glossary


def test_an_id_is_taken_once(put: Put) -> None:
    doubled = replace(FULL, concepts=(FULL.concepts[0], FULL.concepts[0]))
    with pytest.raises(GlossaryError, match='2 entries have the id "river-council"; keep one'):
        read_tbx(put(write_tbx(doubled)))
