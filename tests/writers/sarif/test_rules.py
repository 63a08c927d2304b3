"""The checks as SARIF rules."""

import pytest
from markdown_it import MarkdownIt

from termcheck.checks import CHECKS, Check
from termcheck.writers.sarif.rules import rules

LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def shown(markdown: str) -> str:
    """The words that a reader of Markdown sees."""
    tokens = (inner for token in MarkdownIt().parse(markdown) for inner in token.children or [token])
    return " ".join(token.content for token in tokens).replace("`", "")


def test_every_check_is_a_rule() -> None:
    assert [rule["id"] for rule in rules(CHECKS)] == [check.name for check in CHECKS]
    assert len({rule["name"] for rule in rules(CHECKS)}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_rule_has_the_whole_help_of_its_check(check: Check) -> None:
    (rule,) = rules([check])
    assert rule["help"]["text"] == check.documentation
    assert "Wrong:" in rule["help"]["markdown"]
    # Nothing in it is taken for markup: «заседании[-ях]», _, *.
    assert shown(rule["help"]["markdown"]).split() == check.documentation.replace("`", "").split()
    assert rule["shortDescription"]["text"] == check.summary
    assert rule["fullDescription"]["text"].startswith(check.summary)
    assert "Wrong:" not in rule["fullDescription"]["text"]
    assert rule["defaultConfiguration"] == {"level": LEVELS[check.severity.label]}
    assert rule["properties"]["tags"] == [check.family]


def test_examples_are_shown_as_they_stand() -> None:
    (check,) = (check for check in CHECKS if check.name == "structure/placeholder")
    fences = [
        token for token in MarkdownIt().parse(rules([check])[0]["help"]["markdown"]) if token.tag == "code"
    ]
    (examples,) = fences
    assert examples.content.splitlines()[0].startswith("Wrong:  ")
    assert examples.content.splitlines()[1].startswith("Right:  ")
