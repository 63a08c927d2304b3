"""term/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import context_of, russian_answer
from termcheck.checks.term_pairs import missing_terms
from termcheck.model import Message, Problem, Severity


@check("term/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a term of your glossary in the English for which the Russian has none of its renderings.

    For glossaries given with --glossary. The words of a term may stand apart, and its abbreviation counts. A
    hint where the Russian has its adjective, a pronoun or one of its words alone, as in a second mention.

    Wrong:  beneficial owner (glossary: бенефициарный собственник): выгодоприобретатель
    Right:  beneficial owner (glossary: бенефициарный собственник): бенефициарного собственника
    """
    for term in missing_terms(bitext):
        concept = term.english.concept
        answer = russian_answer(concept, term.english.term, context_of(term.pair, bitext))
        yield Problem(
            term.pair.target[0],
            Message(
                "no rendering of “{english}” that the glossary has stands here",
                {"english": term.english.passage.text},
            ),
            suggestions=(answer.text,) if answer else (),
            source=term.english.passage,
            absent=True,
            severity=Severity.HINT if term.implied else None,
            cause=concept.id,
        )
