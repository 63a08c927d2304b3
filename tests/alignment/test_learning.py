"""What the sure pairs teach."""

from termcheck.alignment.learning import learn

TRAWL, TRAL, QUOTA, KVOTA, HAKE, HEK = (
    f"sound:{heard}" for heard in ("traul", "trala", "quota", "kvota", "hakes", "merlu")
)


def pairs(*texts: tuple[str, str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(frozenset(english.split()), frozenset(russian.split())) for english, russian in texts]


def test_words_that_come_together_are_learnt_as_one_key() -> None:
    learnt = learn(
        pairs(*[(f"{TRAWL} {QUOTA}", f"{TRAL} {KVOTA}")] * 2, *[(TRAWL, TRAL)] * 3, *[(QUOTA, KVOTA)] * 3)
    )
    assert learnt.english[TRAWL] == learnt.russian[TRAL]
    assert learnt.english[QUOTA] == learnt.russian[KVOTA]
    assert learnt.english[TRAWL] != learnt.english[QUOTA]


def test_twice_is_chance() -> None:
    assert not learn(pairs((HAKE, HEK), (HAKE, HEK)))


def test_a_word_with_many_answers_teaches_nothing() -> None:
    assert not learn(pairs(*[(HAKE, f"sound:{letter}{letter}") for letter in "abcdefgh"]))


def test_a_word_that_both_languages_have_needs_no_learning() -> None:
    assert not learn(pairs(*[("word:council", "word:council")] * 5))


def test_figures_are_no_words() -> None:
    assert not learn(pairs(*[("figure:3", "figure:4")] * 5))
