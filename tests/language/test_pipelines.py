"""The spaCy pipelines, as a spaCy user has them."""

import subprocess
import sys

from termcheck.language.pipelines import pipeline


def test_a_token_gives_all_its_readings() -> None:
    token = pipeline("ru")("стали")[0]
    assert {reading.part for reading in token._.readings} == {"NOUN", "VERB"}


def test_yo_and_ye_are_one_letter() -> None:
    all_, all_with_dots = pipeline("ru")("объединенный объединённый")
    assert all_.norm_ == all_with_dots.norm_
    assert [reading.lemma for reading in all_._.readings] == [r.lemma for r in all_with_dots._.readings]


def test_typography_is_folded() -> None:
    doc = pipeline("ru")("Кот-д’Ивуар Кот-д'Ивуар — -- «»")
    assert doc[0].norm_ == doc[1].norm_
    assert doc[2].norm_ == doc[3].norm_


def test_mentions_come_to_a_spacy_user() -> None:
    # In a process of its own: components are added to a pipeline that others share here.
    program = (
        "from termcheck.language.pipelines import pipeline\n"
        "nlp = pipeline('ru'); nlp.add_pipe('termcheck')\n"
        "doc = nlp('Представитель Чехии сослался на Устав Организации Объединенных Наций.')\n"
        "print([(s.text, s.label_, s.id_) for s in doc.spans['termcheck']])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == (
        "[('Чехии', 'country', 'CZE'), "
        "('Устав Организации Объединенных Наций', 'title', 'charter-of-the-united-nations')]"
    )


def test_the_component_joins_a_blank_spacy_pipeline() -> None:
    program = (
        "import spacy\n"
        "nlp = spacy.blank('ru'); nlp.add_pipe('termcheck')\n"
        "doc = nlp('в Южном Судане и в Судане')\n"
        "print([span.text for span in doc.spans['termcheck']])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['Южном Судане', 'Судане']"
