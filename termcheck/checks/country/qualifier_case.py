"""country/qualifier-case."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of
from termcheck.glossary.forms import keys
from termcheck.model import RUSSIAN, Message, Problem, Register, Severity


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
            right = in_place_of(mention, mention.term, mention.concept, bitext)
            if found in {keys(text, RUSSIAN) for text in right}:
                continue
            yield Problem(
                mention.passage,
                Message("the name and its qualifier stand in different cases"),
                suggestions=right,
                cause=f"{mention.concept.id} {mention.term.text}",
            )
