import pytest

from termcheck.model import ENGLISH, RUSSIAN
from termcheck.symbols import ReferenceKind, find_references

RUSSIAN_CASES = [
    ("В своей резолюции 7/1 Конференция постановила", "7/1"),
    ("в соответствии с резолюциями 55/100 и 56/1", "55/100, 56/1"),
    ("во исполнение резолюции № 55/100", "55/100"),
    ("резолюциям 1540 (2004) от 28 апреля 2004 года и 1673 (2006)", "1540 (2004), 1673 (2006)"),
    ("резолюции Генеральной Ассамблеи 60/1 от 16 сентября 2005 года", "60/1"),
    ("резолюции 60/1 Ассамблеи и 1325 (2000) Совета Безопасности", "60/1, 1325 (2000)"),
    ("резолюции Ассамблеи 55/2, 56/1, а также 64/292 B", "55/2, 56/1, 64/292 B"),
    ("РЕЗОЛЮЦИЯ S-20/2 и резолюция ES-10/15", "S-20/2, ES-10/15"),
    ("резолюция 217 А (III) и резолюция 217A(III)", "217 A (III), 217 A (III)"),
    ("резолюция 1696 (ХVI)", "1696 (XVI)"),
    ("резолюции 1970 и 1973 Совета Безопасности", "1970, 1973"),
    ("резолюция 64/292. Впоследствии", "64/292"),
    ("резолюция 55/100 А. Ивановой", "55/100"),
    ("резолюции 60/1 и 150 государств", "60/1"),
    ("резолюция от 10 декабря 2015 года", ""),
    ("резолюции 2014 года", ""),
    ("в этой резолюции 3 пункта, а в пункте 2 — 4/5 текста", ""),
]

DECISION_CASES = [
    ("В своем решении 4/4 Конференция", "4/4"),
    ("решениями 2014/216 и 2014/217 Совета", "2014/216, 2014/217"),
    ("решение 1/CP.21", "1/CP.21"),
    ("решение IV/5 Конференции Сторон", "IV/5"),
    ("решение 2 из 4", ""),
    ("решение 2/3 голосов", ""),
    ("решение принимается большинством в 2/3 голосов", ""),
    ("принял решение 150 раз", ""),
]

ENGLISH_CASES = [
    ("In resolution 7/1, the Conference", "7/1"),
    ("Security Council resolutions 1540 (2004) and 1673 (2006)", "1540 (2004), 1673 (2006)"),
    ("its resolutions 55/100, 56/1 and 57/2 A", "55/100, 56/1, 57/2 A"),
    ("General Assembly resolution 217 A (III) of 10 December 1948", "217 A (III)"),
    ("resolution 1325 (2000) of 31 October 2000 and General Assembly resolution 70/1", "1325 (2000), 70/1"),
    ("a resolution of 10 December 2015", ""),
    ("a decision 2/3 of the members may block", ""),
]


@pytest.mark.parametrize(("text", "numbers"), RUSSIAN_CASES)
def test_finds_resolutions(text: str, numbers: str) -> None:
    found = find_references(text, RUSSIAN)
    assert ", ".join(reference.number for reference in found) == numbers
    assert {reference.kind for reference in found} <= {ReferenceKind.RESOLUTION}


@pytest.mark.parametrize(("text", "numbers"), DECISION_CASES)
def test_finds_decisions(text: str, numbers: str) -> None:
    found = find_references(text, RUSSIAN)
    assert ", ".join(reference.number for reference in found) == numbers
    assert {reference.kind for reference in found} <= {ReferenceKind.DECISION}


@pytest.mark.parametrize(("text", "numbers"), ENGLISH_CASES)
def test_finds_them_in_english(text: str, numbers: str) -> None:
    assert ", ".join(reference.number for reference in find_references(text, ENGLISH)) == numbers


@pytest.mark.parametrize(
    "ending", ["резолюция", "резолюции", "резолюцию", "резолюцией", "резолюций", "резолюциям", "резолюциях"]
)
def test_knows_the_word_in_every_case(ending: str) -> None:
    (reference,) = find_references(f"{ending} 55/100", RUSSIAN)
    assert reference.number == "55/100"


def test_says_where_a_number_stands_and_mends_its_letters() -> None:
    text = "в резолюции 217 А (III) и решении 4/4"
    first, second = find_references(text, RUSSIAN)
    assert text[first.span.start : first.span.end] == first.text == "217 А (III)"
    assert first.mended == "217 A (III)"
    assert (second.kind, second.text, second.mended) == (ReferenceKind.DECISION, "4/4", None)
