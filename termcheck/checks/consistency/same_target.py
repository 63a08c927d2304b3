"""consistency/same-target."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.repeated_sentences import same_targets
from termcheck.checks.wording import english_key, figures
from termcheck.model import Message, Problem, Severity

_OTHER = 70.0  # of 100: English sentences that are more alike than this may well have one rendering


@check("consistency/same-target", Severity.HINT, Reach.DOCUMENT)
def same_target(bitext: Bitext) -> Iterator[Problem]:
    """Find two different sentences of the English that are rendered by one and the same.

    One of them may have been copied to the wrong place. English sentences that differ in a word or two may
    well have one rendering, and other numbers are left to number/changed.

    Wrong:  The agenda was adopted / The report was adopted: Повестка дня была утверждена, both times
    Right:  The agenda was adopted / The report was adopted: Повестка дня … / Доклад был утвержден
    """
    for key, places in same_targets(bitext).items():
        first = places[0]
        for place in places[1:]:
            ours, theirs = place.source.text, first.source.text
            if figures(ours) != figures(theirs):
                continue
            if fuzz.token_sort_ratio(english_key(ours), english_key(theirs)) >= _OTHER:
                continue
            yield Problem(
                place.target,
                Message("the same words answer another English sentence: “{english}”", {"english": theirs}),
                source=place.source,
                related=(first.target,),
                cause=key,
            )
