"""title/missing."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import context_of, russian_answer
from termcheck.checks.titles import Unanswered, is_attested, unanswered_titles
from termcheck.language.morphology import readings
from termcheck.model import RUSSIAN, Message, Problem, Severity, Status, Term

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[^,;:.()]*")
_FAR = 12  # words after the main word of a title that may belong to it
_STEM = 5  # letters by which words are compared: «Статистическая», «по статистике»
_VERBS_AND_LINKS = """
    and but for from into nor not also only over since that the then upon which who whose while when
    where with would without through during under within between before after until are was were has
    have had may might can could shall should will must does did took takes held holds met meets made
    makes gave gives began begins said says set sets chose wrote writes spoke speaks heard hears became
    becomes found finds brought led put sent saw kept decides requests notes recalls calls urges
    encourages welcomes invites stresses emphasizes reaffirms recognizes adopts approves endorses
    considers concludes expresses remains continues provides
"""
# "the Basel Convention regional centres": what follows makes a mere attribute of the title. A verb does not,
# nor does a word that joins.
_ATTRIBUTE = re.compile(r"[\s-]+(?!(?:\w+ed|" + "|".join(_VERBS_AND_LINKS.split()) + r")\b)[a-z]{3,}")


@check("title/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a title of the English for which the Russian has none of the known renderings.

    A hint where the Russian has its main word alone, as in a second mention («Комитет», «Конвенция»), or
    where the English uses it as an attribute.

    Wrong:  the General Assembly decided: было постановлено
    Right:  the General Assembly decided: Генеральная Ассамблея постановила
    """
    for title in unanswered_titles(bitext):
        if title.near is not None:
            continue  # title/misspelt or title/unofficial says it
        mention = title.english
        term = russian_answer(mention.concept, mention.term, context_of(title.pair, bitext))
        yield Problem(
            title.pair.target[0],
            Message("no known rendering of “{english}” stands here", {"english": mention.passage.text}),
            suggestions=(term.text,) if term else (),
            source=mention.passage,
            absent=True,
            severity=Severity.HINT if _is_implied(title) or not is_attested(mention.concept) else None,
            cause=mention.concept.id,
        )


def _is_implied(title: Unanswered) -> bool:
    """Tell whether the Russian may well mean a title without writing it out."""
    mention = title.english
    if _ATTRIBUTE.match(mention.passage.segment.text, mention.passage.span.end):
        return True
    official = [term for term in mention.concept.terms if _is_official(term)]
    named = {main for term in official if (main := _main_word(term.text))}
    for passage in title.pair.target:
        for word in _WORD.finditer(passage.text):
            if any(reading.lemma in named for reading in readings(word.group())):
                after = _CLAUSE.match(passage.text, word.end())
                before = _WORD.findall(passage.text[: word.start()])[-1:]
                around = [*before, *_WORD.findall(after[0] if after else "")[:_FAR]]
                # «Консультативный комитет по …»: the capital of a name may stand on the word before.
                named_here = any(each[0].isupper() for each in (word.group(), *before))
                if not named_here or not any(_is_reworded(term, around) for term in official):
                    return True
    return False


def _is_reworded(term: Term, around: list[str]) -> bool:
    """Tell whether the words about a main word say a title in other words: «Комиссия по статистике»."""
    main = _main_word(term.text)
    wanted = [
        stems
        for word in _WORD.findall(term.text)
        if len(word) >= _STEM and main not in {reading.lemma for reading in readings(word)}
        for stems in [_stems(word)]
    ]
    found = {stem for word in around for stem in _stems(word)}
    return bool(wanted) and 2 * sum(not stems.isdisjoint(found) for stems in wanted) >= len(wanted)


def _stems(word: str) -> frozenset[str]:
    """Return the beginnings of a word and of its lemmas: «пыток» and «пыткам» share «пытка»."""
    return frozenset(form[:_STEM].lower() for form in (word, *(r.lemma for r in readings(word))))


def _is_official(term: Term) -> bool:
    return term.language == RUSSIAN and term.status in (Status.PREFERRED, Status.ADMITTED)


def _main_word(text: str) -> str | None:
    """Return the lemma of the first noun in the nominative: «Генеральная Ассамблея» → ассамблея."""
    lemmas = (
        reading.lemma
        for word in _WORD.findall(text)
        for reading in readings(word)
        if reading.part == "NOUN" and reading.case == "nomn" and reading.known and len(word) > 2
    )
    return next(lemmas, None)
