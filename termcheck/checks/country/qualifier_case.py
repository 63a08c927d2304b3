"""country/qualifier-case."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of
from termcheck.glossary.forms import declension, keys
from termcheck.language.inflection import match_case
from termcheck.model import RUSSIAN, Mention, Message, Problem, Register, Severity
from termcheck.recognition.context import expected_cases


@check("country/qualifier-case", Severity.ERROR, Reach.PAIR)
def qualifier_case(bitext: Bitext) -> Iterator[Problem]:
    """Find an inverted name whose two parts stand in different cases.

    Both the name and the qualifier in parentheses take the case that the sentence asks for.

    Wrong:  представители Чили, Венесуэлы (Боливарианская Республика) и Кубы
    Right:  представители Чили, Венесуэлы (Боливарианской Республики) и Кубы
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain != "country" or mention.term.register is not Register.LIST:
                continue
            found = keys(mention.passage.text, RUSSIAN)
            as_name = in_place_of(mention, mention.term, mention.concept, bitext)
            if found in {keys(text, RUSSIAN) for text in as_name}:
                continue
            yield Problem(
                mention.passage,
                Message("the name and its qualifier stand in different cases"),
                suggestions=tuple(dict.fromkeys((*_as_qualifier(mention, bitext), *as_name))),
                source=bitext.source_of(mention),
                cause=f"{mention.concept.id} {mention.term.text}",
            )


def _as_qualifier(mention: Mention, bitext: Bitext) -> Iterator[str]:
    """Yield the name in the case of its qualifier, if the place asks for that and not for the name's own.

    «ответы от Иран (Исламской Республики)»: it is the name that was left in the nominative.
    """
    neighbours = bitext.russian.mentions[mention.passage.segment.position]
    expected = expected_cases(mention, neighbours)
    if not {reading.case for reading in mention.readings}.isdisjoint(expected):
        return
    qualifier = keys(mention.passage.text, RUSSIAN)[-_length_of_qualifier(mention) :]
    for reading, text in declension(mention.term, mention.concept):
        if (
            reading.case in expected
            and reading.case != "nomn"
            and keys(text, RUSSIAN)[-len(qualifier) :] == qualifier
        ):
            yield match_case(text, mention.passage.text)


def _length_of_qualifier(mention: Mention) -> int:
    return len(keys(mention.passage.text.partition("(")[2], RUSSIAN))
