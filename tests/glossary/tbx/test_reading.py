"""TBX of all ages read as glossaries. The rules cited are those of the schemas and module descriptions that
github.com/LTAC-Global publishes for ISO 30042:2019, and of ISO 30042:2008 before it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary.merging import merged
from termcheck.glossary.tbx import read_tbx
from termcheck.model import Concept, Inflection, Register, Status, Term


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def put(content: bytes | str, name: str = "terms.tbx") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


Put = Callable[..., Path]


def martif(entries: str, head: str = "") -> str:
    """An older TBX-Basic file, as most tools still export it."""
    return (
        f'<?xml version="1.0"?>{head}<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc>'
        f"<sourceDesc><p>Term base of the registry</p></sourceDesc></fileDesc></martifHeader>"
        f"<text><body>{entries}</body></text></martif>"
    )


def entry(russian: str, english: str = "<tig><term>registry</term></tig>") -> str:
    return (
        f'<termEntry id="c1"><langSet xml:lang="en">{english}</langSet>'
        f'<langSet xml:lang="ru">{russian}</langSet></termEntry>'
    )


def test_an_older_file_of_two_shapes(put: Put) -> None:
    """ISO 30042:2008: a langSet holds tig, or ntig with the term and its notes in a termGrp."""
    glossary = read_tbx(
        put(
            martif(
                '<termEntry id="c7"><descripGrp><descrip type="subjectField">Land</descrip></descripGrp>'
                "<note>Kept in\n        the capital.</note>"
                '<langSet xml:lang="en-US"><tig><term>land registry</term>'
                '<termNote type="termType">fullForm</termNote></tig></langSet>'
                '<langSet xml:lang="ru-RU"><ntig><termGrp><term>земельный <hi>реестр</hi></term>'
                '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
                '<termNote type="grammaticalGender">masculine</termNote></termGrp>'
                '<admin type="source">Order 12</admin></ntig><ntig><termGrp><term>ЗР</term>'
                '<termNote type="termType">acronym</termNote></termGrp></ntig></langSet></termEntry>',
                '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">',
            )
        )
    )
    assert (glossary.title, glossary.domain, glossary.authority) == (
        "terms",
        "Land",
        "Term base of the registry",
    )
    assert glossary.concepts == (
        Concept(
            "",
            "Land",
            terms=(
                Term("land registry", "en", Register.FULL),
                Term(
                    "земельный реестр",
                    "ru",
                    Register.FULL,
                    authority="Order 12",
                    inflection=Inflection(gender="masc"),
                ),
                Term("ЗР", "ru", Register.ABBREVIATION),
            ),
            note="Kept in the capital.",
        ),
    )
    assert glossary.remarks == ()


@pytest.mark.parametrize(
    ("core", "module"),
    [
        ("urn:iso:std:iso:30042:ed-2", "http://www.tbxinfo.net/ns/min"),
        ("urn:iso:std:iso:30042:ed:3.0", "http://www.tbxinfo.net/ns/dct/min"),  # before the standard came out
    ],
)
def test_dct_of_either_namespace(core: str, module: str, put: Put) -> None:
    glossary = read_tbx(
        put(
            f'<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="{core}" xmlns:m="{module}">'
            "<tbxHeader><fileDesc><sourceDesc><p>Registry</p></sourceDesc></fileDesc></tbxHeader><text><body>"
            '<conceptEntry id="c1"><m:subjectField>Land</m:subjectField>'
            '<langSec xml:lang="ru"><termSec><term>кадастр</term>'
            "<m:administrativeStatus>supersededTerm-admn-sts</m:administrativeStatus></termSec></langSec>"
            "</conceptEntry></body></text></tbx>"
        )
    )
    assert glossary.domain == "Land"
    assert glossary.concepts[0].terms == (Term("кадастр", "ru", Register.FULL, Status.SUPERSEDED),)


def test_the_first_tbx_min(put: Put) -> None:
    """TBX-Min of 2013: the root is TBX, the status termStatus, "notRecommended" or "obsolete"."""
    glossary = read_tbx(
        put(
            '<TBX dialect="TBX-Min"><header><id>land</id></header><body><entry id="c1">'
            '<langGroup xml:lang="ru"><termGroup><term>кадастр</term><termStatus>notRecommended</termStatus>'
            "</termGroup></langGroup></entry></body></TBX>"
        )
    )
    assert glossary.concepts[0].terms[0].status is Status.DEPRECATED


@pytest.mark.parametrize(
    ("category", "word", "status"),
    [
        ("administrativeStatus", "admittedTerm-admn-sts", Status.ADMITTED),
        ("normativeAuthorization", "deprecatedTerm", Status.DEPRECATED),
        ("normativeAuthorization", "standardizedTerm", Status.PREFERRED),
        ("normativeAuthorization", "nonstandardizedTerm", Status.ADMITTED),  # so like the one above
        ("administrativeStatus", "proposedTerm-admn-sts", Status.ADMITTED),
        ("across_ISO_picklist_Usage", "do not use", Status.DEPRECATED),
    ],
)
def test_what_a_status_means(category: str, word: str, status: Status, put: Put) -> None:
    russian = f'<tig><term>реестр</term><termNote type="{category}">{word}</termNote></tig>'
    assert read_tbx(put(martif(entry(russian)))).concepts[0].terms[1].status is status


def test_without_a_status_the_first_is_preferred_unless_another_is(put: Put) -> None:
    silent = "<tig><term>реестр</term></tig><tig><term>регистр</term></tig>"
    chosen = '<tig><term>список</term><termNote type="administrativeStatus">preferredTerm</termNote></tig>'
    first, second = (
        {term.text: term.status for term in read_tbx(put(martif(entry(terms)))).concepts[0].terms}
        for terms in (silent, silent + chosen)
    )
    assert (first["реестр"], first["регистр"]) == (Status.PREFERRED, Status.ADMITTED)
    assert (second["реестр"], second["регистр"], second["список"]) == (
        Status.ADMITTED,
        Status.ADMITTED,
        Status.PREFERRED,
    )


def test_the_date_of_an_entry_is_no_date_of_the_name(put: Put) -> None:
    """Basic.tbxmd: a transaction is the origination or modification of the entry."""
    dated = (
        '<tig><term>реестр</term><transacGrp><transac type="transactionType">origination</transac>'
        "<date>2019-04-17</date></transacGrp></tig>"
    )
    glossary = read_tbx(put(martif(entry(dated))))
    assert glossary.concepts[0].terms[1] == Term("реестр", "ru", Register.FULL)
    assert "data categories not read: transactionType (1)" in glossary.remarks[0]


def test_the_source_of_a_definition_is_not_that_of_the_term(put: Put) -> None:
    """TBXcoreStructV03: what follows in a descripGrp is said of its first element."""
    russian = (
        '<descripGrp><descrip type="definition">Перечень участков.</descrip>'
        '<admin type="source">Словарь</admin></descripGrp><tig><term>реестр</term></tig>'
    )
    concept = read_tbx(put(martif(entry(russian)))).concepts[0]
    assert (concept.note, concept.terms[1].authority) == ("Перечень участков.", "")


def test_other_languages_and_categories_are_told(put: Put) -> None:
    french = '<langSet xml:lang="fr"><tig><term>registre</term></tig></langSet>'
    context = (
        '<tig><term>реестр</term><descrip type="context">Реестр ведет центр.</descrip>'
        "<note>редк.</note></tig>"
    )
    both = entry(context).replace("</termEntry>", f"{french}</termEntry>")
    glossary = read_tbx(put(martif(f"{both}<termEntry>{french}</termEntry>")))
    assert len(glossary.concepts) == 1
    languages, unread = glossary.remarks
    assert languages.endswith("other languages, with their entries: fr (2)")
    assert unread.endswith("data categories not read: context (1), note of a tig (1)")


def test_entries_of_two_files_do_not_take_each_others_place(put: Put) -> None:
    """ "c1" of one export is another thing than "c1" of the next; a name in common joins entries."""
    one = read_tbx(put(martif(entry("<tig><term>реестр</term></tig>")), "one.tbx"))
    two = read_tbx(
        put(martif(entry("<tig><term>порт</term></tig>", "<tig><term>port</term></tig>")), "two.tbx")
    )
    forbidding = entry(
        '<tig><term>реестр</term><termNote type="administrativeStatus">deprecatedTerm</termNote></tig>'
    )
    three = read_tbx(put(martif(forbidding), "three.tbx"))
    concepts = merged([one, two, three])
    assert list(concepts) == ["registry", "port"]
    assert [term.status for term in concepts["registry"].terms if term.text == "реестр"] == [
        Status.DEPRECATED
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<martif><text>", "terms.tbx: is not well-formed XML: "),
        ("", "terms.tbx: is not well-formed XML: "),
        ("<tmx/>", "terms.tbx: its root is “tmx”, not the “tbx” or “martif” of TBX"),
        (martif('<termEntry id="c3"/>'), 'terms.tbx, entry "c3": has no language; give it a langSec'),
        (martif("<termEntry/>"), 'terms.tbx, entry "line 1": has no language'),
        (martif(entry("<tig><term/></tig>")), 'terms.tbx, entry "c1": has a term without text'),
        (martif(entry("<note>x</note>")), 'entry "c1": has no term in the language “ru”'),
        (
            martif(entry("<tig><term>реестр</term></tig>").replace(' xml:lang="ru"', "")),
            'entry "c1": has a language section without xml:lang',
        ),
        (
            martif(
                entry('<tig><term>реестр</term><termNote type="administrativeStatus">vetted</termNote></tig>')
            ),
            'entry "c1": unknown administrativeStatus “vetted”; known are: preferredTerm-admn-sts',
        ),
        (
            martif(entry("<tig><term>реестр</term><note>termcheck.since: spring</note></tig>")),
            'entry "c1": “spring” is no date; write it as 2016-05-17',
        ),
        (
            martif(entry("<tig><term>реестр</term><note>termcheck.register: loud</note></tig>")),
            'entry "c1": unknown register “loud”; known are: short, ',
        ),
        (
            martif(entry("<tig><term>реестр</term><note>termcheck.gender: m</note></tig>")),
            'entry "c1": unknown gender “m”; known are: masc, femn, neut',
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_and_entry(content: str, said: str, put: Put) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_tbx(put(content))
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_tbx(tmp_path / "none.tbx")


@pytest.mark.parametrize("declared", ['"реестр"', 'SYSTEM "secret.txt"'])
def test_entities_are_not_read(declared: str, put: Put, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    content = martif(
        entry("<tig><term>&word;</term></tig>"), f"<!DOCTYPE martif [<!ENTITY word {declared}>]>"
    )
    with pytest.raises(GlossaryError, match="uses the entity &word;, which is not read"):
        read_tbx(put(content))
