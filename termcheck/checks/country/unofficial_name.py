"""country/unofficial-name."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import NAMING
from termcheck.checks.rendering import in_place_of, russian_answer
from termcheck.glossary.forms import declension
from termcheck.language.scripts import fold
from termcheck.model import Mention, Message, Passage, Problem, Severity, Span, Status, Term

_WORD_BEFORE = re.compile(r"\b([^\W\d_]+)\s+$")


@check("country/unofficial-name", Severity.WARNING, Reach.PAIR)
def unofficial_name(bitext: Bitext) -> Iterator[Problem]:
    """Find a name of a State that is not its official one.

    It is an error where the English has the official name, a hint where the English is as informal, and
    without an original within quotation marks.

    Authority: UNTERM, official names of States.

    Wrong:  Йемен, Молдова и Пакистан
    Right:  Йемен, Пакистан и Республика Молдова
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain == "country" and mention.term.status is Status.DEPRECATED:
                yield _problem(mention, bitext)


def _problem(mention: Mention, bitext: Bitext) -> Problem:
    names = [other for other in bitext.english_of(mention) if other.term.register in NAMING]
    official = [other for other in names if other.term.status is not Status.DEPRECATED]
    if bitext.english is None:
        severity = Severity.HINT if _is_quoted(mention) else None
    elif names and len(official) == len(names):
        severity = Severity.ERROR
    else:  # the English is as informal, or has only an adjective: "Syrian" for «Сирии»
        severity = Severity.HINT
    term = russian_answer(mention.concept, official[0].term if official else None)
    passage, suggestions = (
        mention.passage,
        in_place_of(mention, term, mention.concept, bitext) if term else (),
    )
    if term and (whole := _with_word_before(mention, term)):
        passage, suggestions = whole
    return Problem(
        passage,
        Message(
            "«{found}» is not the official name; it is «{right}»",
            {"found": passage.text, "right": term.text if term else ""},
        ),
        suggestions=suggestions,
        source=names[0].passage if names else None,
        severity=severity,
        cause=f"{mention.concept.id} {mention.term.text}",
    )


def _is_quoted(mention: Mention) -> bool:
    """Tell whether a name stands in quotation marks: the words are another's, as in «Россия сегодня»."""
    before = mention.passage.segment.text[: mention.passage.span.start]
    return before.count("«") > before.count("»") or before.count("<<") > before.count(">>")


def _with_word_before(mention: Mention, term: Term) -> tuple[Passage, tuple[str, ...]] | None:
    """Return the whole of «Республике Молдавия» and what it should be, where the right name begins alike."""
    segment, end = mention.passage.segment, mention.passage.span.end
    before = _WORD_BEFORE.search(segment.text, 0, mention.passage.span.start)
    if before is None:
        return None
    word = fold(before.group(1))
    forms = dict.fromkeys(
        text for _, text in declension(term, mention.concept) if " " in text and fold(text.split()[0]) == word
    )
    return (Passage(segment, Span(before.start(), end)), tuple(forms)) if forms else None
