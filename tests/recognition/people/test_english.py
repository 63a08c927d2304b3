import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import ENGLISH, Kind, Mention, Place, Segment
from termcheck.recognition.people import Ground, find_people
from termcheck.recognition.terms import find_terms


def _mentions(text: str, glossary: CompiledGlossary) -> tuple[Mention, ...]:
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    return find_terms(tokenize(text, ENGLISH), segment, ENGLISH, glossary)[0]


@pytest.mark.parametrize(
    ("text", "names", "ground"),
    [
        ("Mr. Ján Kubat opened the meeting.", ["Ján Kubat"], Ground.HONORIFIC),
        ("We thank Ms. O'Brien's deputy, Dr. Lucía Ortiz.", ["O'Brien", "Lucía Ortiz"], Ground.HONORIFIC),
        ("Messrs. Diallo, Keita and Traoré abstained.", ["Diallo", "Keita", "Traoré"], Ground.HONORIFIC),
        ("Her Excellency Mirela Dan (Romania) spoke.", ["Mirela Dan"], Ground.HONORIFIC),
        ("Ambassador Jane Power (United States of America)", ["Jane Power"], Ground.HONORIFIC),
        ("H.E. Mr. Khaled al-Shami arrived.", ["Khaled al-Shami"], Ground.HONORIFIC),
        ("Mr. J. van der Velde spoke.", ["J. van der Velde"], Ground.HONORIFIC),
        ("(Signed) Nino BERIDZE", ["Nino BERIDZE"], Ground.SIGNATURE),
        (
            "Led by Helga Maier (Germany) and Juan de la Cruz (Peru).",
            ["Helga Maier", "Juan de la Cruz"],
            Ground.STATE,
        ),
        ("Amadou Keita, finance (Mali)", ["Amadou Keita"], Ground.STATE),
        ("The Executive Director of UNODC, Leila Haddad, spoke.", ["Leila Haddad"], Ground.OFFICE),
        ("It was opened by President Leila Haddad.", ["Leila Haddad"], Ground.OFFICE),
        ("Then President Leila Haddad spoke.", ["Leila Haddad"], Ground.APPOSITION),
        ("Leila Haddad, Director of the Division", ["Leila Haddad"], Ground.APPOSITION),
    ],
)
def test_finds_people_by_what_stands_beside(
    text: str, names: list[str], ground: Ground, glossary: CompiledGlossary
) -> None:
    found = find_people(text, _mentions(text, glossary))
    assert [person.name for person in found] == names
    assert {person.ground for person in found} == {ground}
    assert all(text[person.span.start : person.span.end] == person.name for person in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Chair of the Working Group, Human Rights Watch and Amnesty International made statements.",
        "The Director of the Office, Addis Ababa, reported to the Council.",
        "Workshops took place in Kuala Lumpur (Malaysia) and at Leiden University (Netherlands).",
        "The President, Vice-President and Rapporteur of the Commission were elected.",
        "The Chief of Staff, Field Operations, and the Chief, Conference Services, were informed.",
        "Mr. President, I thank you. Madam Chair took note. Mr. Secretary-General, Excellencies.",
        "Ambassador Extraordinary and Plenipotentiary of Peru",
        "The Executive Director, UNODC, and the Director-General, UNOV.",
        "New York, President",
        "Mr. Under-Secretary-General, Mr. Co-Chair, Judge Advocate General",
        "The President Pro Tempore and the Special Rapporteur Mandate Holders spoke.",
        "The Chair, Sierra Leone, and the Vice-Chair, Costa Rica, spoke.",
        "REPORT OF THE CHAIR, GENERAL ASSEMBLY (CHILE)",
    ],
)
def test_takes_no_body_place_or_office_for_a_person(text: str, glossary: CompiledGlossary) -> None:
    assert find_people(text, _mentions(text, glossary)) == ()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mr. Abdallah Al-Rashid", ("Abdallah", "Rashid")),
        ("Mr. Jean-Pierre Morel", ("Jean", "Pierre", "Morel")),
        ("Mr. Mohamed ElBashir", ("Mohamed", "Bashir")),
        ("Mr. Miguel d'Aubigny", ("Miguel", "Aubigny")),
        ("Ms. A. B. Larsen", ("Larsen",)),
    ],
)
def test_the_parts_of_a_name_are_its_telling_words(name: str, parts: tuple[str, ...]) -> None:
    (person,) = find_people(name)
    assert person.parts == parts
