import subprocess
import sys

import pytest

from termcheck.language.morphology import is_known, paradigm, readings


def cases(word: str, lemma: str) -> set[tuple[str, str]]:
    return {(reading.case, reading.number) for reading in readings(word) if reading.lemma == lemma}


def test_a_form_has_all_its_readings() -> None:
    assert cases("Республики", "республика") == {("gent", "sing"), ("nomn", "plur"), ("accs", "plur")}


def test_places_are_told_from_words() -> None:
    assert any(reading.place and reading.fixed for reading in readings("Того"))
    assert any(reading.part == "ADJF" and not reading.proper for reading in readings("того"))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("Кишинев", "кишинев"), ("Кишинёв", "кишинев"), ("полета", "полет"), ("полёта", "полет")],
)
def test_the_dots_of_yo_do_not_matter(word: str, lemma: str) -> None:
    assert is_known(word)
    assert {reading.lemma for reading in readings(word)} == {lemma}


def test_dots_that_the_dictionary_does_not_write() -> None:
    assert is_known("дёмократия")
    assert readings("дёмократия")[0].lemma == "демократия"


def test_a_second_locative_is_a_locative() -> None:
    assert ("loct", "sing") in cases("Крыму", "крым")


def test_a_guess_is_told_from_knowledge() -> None:
    assert not is_known("Эсватини")
    assert not any(reading.known for reading in readings("Эсватини"))
    assert readings("Генеральному")[0].known


def test_a_participle_brings_no_verb() -> None:
    reading = next(reading for reading in readings("объединенных") if reading.part == "PRTF")
    forms = [form.text for form in paradigm("объединенных", reading)]
    assert "объединенными" in forms
    assert "объединит" not in forms
    assert "объединяющие" not in forms


def test_a_paradigm_writes_no_other_spellings() -> None:
    forms = {form.text for form in paradigm("республика", readings("республика")[0])}
    assert "республикой" in forms
    assert "республикою" not in forms


def test_importing_does_not_open_the_dictionary() -> None:
    program = "import sys, termcheck.language.inflection; sys.exit('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
