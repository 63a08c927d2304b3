from termcheck.alignment.lattice import Step
from termcheck.alignment.strangers import without_strangers

SHAPES = {"1:1": 1.0}


def steps(*likeness: float) -> list[Step]:
    return [Step(n, n, (1, 1), 0.99, score=value + SHAPES["1:1"]) for n, value in enumerate(likeness)]


def test_a_pair_that_shows_nothing_stays_among_sure_ones() -> None:
    *_, last = without_strangers(steps(*[15.0] * 50, 0.0), SHAPES)
    assert last.probability > 0.9


def test_a_paragraph_exchanged_for_another_is_doubted() -> None:
    *sure, last = without_strangers(steps(*[15.0] * 50, -6.0), SHAPES)
    assert all(step.probability > 0.98 for step in sure)
    assert last.probability < 0.9


def test_pairs_that_show_nothing_are_doubted_where_all_do() -> None:
    assert all(step.probability < 0.9 for step in without_strangers(steps(*[-1.5] * 12), SHAPES))


def test_what_has_no_counterpart_stays_as_it_is() -> None:
    alone = [Step(0, 0, (1, 0), 0.8), Step(1, 0, (0, 1), 0.7)]
    assert without_strangers(alone, SHAPES) == alone
