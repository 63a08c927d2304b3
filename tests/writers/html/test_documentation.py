from termcheck.checks import CHECKS
from termcheck.writers.html.documentation import documentation


def test_every_check_has_a_summary_and_examples_of_both_kinds() -> None:
    found = list(documentation(frozenset(check.name for check in CHECKS)))
    assert [one.name for one in found] == [check.name for check in CHECKS]
    assert all(one.summary.endswith(".") for one in found)
    assert all({kind for kind, _ in one.examples} == {"wrong", "right"} for one in found)


def test_nothing_of_a_docstring_is_lost() -> None:
    for one, check in zip(documentation(frozenset(check.name for check in CHECKS)), CHECKS, strict=True):
        said = [one.summary, *one.paragraphs, *(f"{kind.title()}: {words}" for kind, words in one.examples)]
        assert " ".join(" ".join(said).split()) == " ".join(check.documentation.split())


def test_only_the_checks_that_are_asked_for() -> None:
    assert [one.name for one in documentation(frozenset({"text/dash", "no/such"}))] == ["text/dash"]
