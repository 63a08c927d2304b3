"""title/unofficial."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.narrowing import narrowest
from termcheck.checks.rendering import context_of, in_place_of, russian_answer
from termcheck.checks.titles import is_attested, unanswered_titles
from termcheck.model import Message, Problem, Severity, Status


@check("title/unofficial", Severity.ERROR, Reach.PAIR)
def unofficial(bitext: Bitext) -> Iterator[Problem]:
    """Find a title in other words than the official ones.

    Either the glossary lists it as wrong, or one word is another than in the title that the English asks
    for. A hint where the English does not name the body or instrument either.

    Wrong:  the Charter of the United Nations: Хартия Организации Объединенных Наций
    Right:  the Charter of the United Nations: Устав Организации Объединенных Наций
    """
    yield from _listed_as_wrong(bitext)
    for title in unanswered_titles(bitext):
        if title.near is None or not title.near.other_word:
            continue
        yield Problem(
            title.near.passage,
            Message(
                "«{word}» is not the word in “{english}”; the title is «{right}»",
                {
                    "word": title.near.other_word,
                    "english": title.english.passage.text,
                    "right": title.near.form,
                },
            ),
            suggestions=() if title.near.goes_on else (title.near.form,),
            source=title.english.passage,
            severity=Severity.WARNING if is_attested(title.english.concept) else Severity.HINT,
            cause=f"{title.english.concept.id} {title.near.other_word}",
        )


def _listed_as_wrong(bitext: Bitext) -> Iterator[Problem]:
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            concept, status = mention.concept, mention.term.status
            if concept.domain != "title" or status not in (Status.DEPRECATED, Status.SUPERSEDED):
                continue
            english = bitext.english_of(mention)
            context = context_of(bitext.counterpart(mention.passage.segment), bitext)
            term = russian_answer(concept, english[0].term if english else None, context)
            if term is None:
                continue
            unsupported = bitext.english is not None and not bitext.english_names(mention)
            answers = [
                narrowest(mention, text, bitext.glossary)
                for text in in_place_of(mention, term, concept, bitext)
            ]
            passage = answers[0].passage
            right = term.text if passage == mention.passage else answers[0].right
            yield Problem(
                passage,
                Message(
                    "«{found}» is not the official title; it is «{right}»",
                    {"found": passage.text, "right": right},
                ),
                suggestions=tuple(answer.right for answer in answers if answer.passage == passage),
                source=english[0].passage if english else None,
                severity=Severity.HINT if unsupported or not mention.term.attested else None,
                cause=f"{concept.id} {mention.term.text}",
            )
