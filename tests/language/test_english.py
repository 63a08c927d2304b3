"""English terms in the plural."""

import pytest

from termcheck.language.english import plural_of

PLURALS = {
    "website": "websites",
    "early warning system": "early warning systems",
    "point of order": "points of order",
    "State party": "State parties",
    "key": "keys",
    "process": "processes",
    "breach": "breaches",
    "spokesman": "spokesmen",
    "crisis": "crises",
    "NGO": "NGOs",
    "focal point": "focal points",
}


@pytest.mark.parametrize(("term", "plural"), PLURALS.items())
def test_plural(term: str, plural: str) -> None:
    assert plural_of(term) == plural
