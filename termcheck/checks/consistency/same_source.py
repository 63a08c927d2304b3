"""consistency/same-source."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.recurring_titles import recurring_titles
from termcheck.checks.repeated_sentences import Sentence, same_sources
from termcheck.checks.wording import difference, figures, grouped, likeness
from termcheck.model import Message, Passage, Problem, Severity, Span

_ALIKE = 0.75  # from which two renderings differ in a word or two, not in the whole build of the sentence


@check("consistency/same-source", Severity.WARNING, Reach.DOCUMENT)
def same_source(bitext: Bitext) -> Iterator[Problem]:
    """Find a sentence of the English that stands there twice and is rendered in two ways.

    Case endings do not count. Headings and titles are left to title/inconsistent. A hint where the two
    renderings differ in more than a word or two, or where only one of the sentences leads to a list.

    Wrong:  Requests the Secretary-General to report: Просит … представить доклад … Просит … направить доклад
    Right:  Requests the Secretary-General to report: Просит … представить доклад in both places
    """
    for key, places in same_sources(bitext).items():
        if key in recurring_titles(bitext):
            continue
        groups = _renderings(places)
        usual = groups[0][0].target.text
        for place in (place for group in groups[1:] for place in group):
            if figures(place.target.text) != figures(usual):
                continue  # number/changed says it
            alike = likeness(place.target.prose, groups[0][0].target.prose) >= _ALIKE
            sure = alike and _end(place) == _end(groups[0][0])
            here, right = _differing(place.target, groups[0][0].target) if alike else (place.target, usual)
            yield Problem(
                here,
                Message(
                    "«{found}» is «{usual}» elsewhere in the same sentence",
                    {"found": here.text, "usual": right},
                )
                if alike
                else Message("the same English sentence is rendered otherwise elsewhere"),
                suggestions=(right,) if alike else (),
                source=place.source,
                related=tuple(other.target for other in places if other is not place),
                severity=None if sure else Severity.HINT,
                cause=key,
            )


def _differing(passage: Passage, usual: Passage) -> tuple[Passage, str]:
    """Return the words of a passage that are others than in the usual rendering, and those."""
    spans = difference(passage.prose, usual.prose)
    if spans is None:  # in their placeholders alone
        return passage, usual.text
    ours, theirs = spans
    start = passage.span.start
    return (
        Passage(passage.segment, Span(start + ours.start, start + ours.end)),
        usual.text[theirs.start : theirs.end],
    )


def _end(sentence: Sentence) -> str:
    """Return the mark that ends the English, if what follows may depend on it: a colon."""
    return ":" if sentence.source.text.rstrip().endswith(":") else ""


def _renderings(places: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the places in groups of the same Russian words, the usual ones first."""
    return sorted(grouped(places, lambda place: place.target.text), key=len, reverse=True)
