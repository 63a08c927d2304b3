"""country/list-form."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of, registers
from termcheck.model import RUSSIAN, Mention, Message, Problem, Register, Severity


@check("country/list-form", Severity.WARNING, Reach.PAIR)
def list_form(bitext: Bitext) -> Iterator[Problem]:
    """Find the inverted name of alphabetical lists in running text, or the direct name in such a list.

    The English tells which is meant: it inverts the same names in the same places.

    Authority: UNTERM; the United Nations Editorial Manual on names of States in lists.

    Wrong:  the Islamic Republic of Iran: представитель Ирана (Исламской Республики)
    Right:  the Islamic Republic of Iran: представитель Исламской Республики Иран
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain == "country" and mention.concept.preferred(RUSSIAN, Register.LIST):
                yield from _problems(mention, bitext)


def _problems(mention: Mention, bitext: Bitext) -> Iterator[Problem]:
    here = registers(mention.term, mention.concept) & {Register.LIST, Register.FORMAL}
    english = bitext.english_of(mention)
    there = {
        register
        for other in english
        for register in registers(other.term, other.concept)
        if register in (Register.LIST, Register.FORMAL)
    }
    if len(here) != 1 or len(there) != 1 or here == there:
        return
    (register,) = there
    term = mention.concept.preferred(RUSSIAN, register)
    if term is None:
        return
    template = (
        "in running text, as in the English, the name is not inverted"
        if register is Register.FORMAL
        else "in a list the name is inverted, as in the English"
    )
    yield Problem(
        mention.passage,
        Message(template),
        suggestions=in_place_of(mention, term, mention.concept, bitext),
        source=english[0].passage,
        cause=f"{mention.concept.id} {mention.term.text}",
    )
