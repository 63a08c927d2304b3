"""title/inconsistent."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.recurring_titles import Rendering, recurring_titles
from termcheck.checks.wording import figures, grouped, likeness
from termcheck.model import Kind, Message, Problem, Severity

_ALIKE = 0.5  # below it what stands in quotes may be the title of something else
_AS_LONG = 0.5  # the shorter of two such renderings is at least so long beside the longer


@check("title/inconsistent", Severity.WARNING, Reach.DOCUMENT)
def inconsistent(bitext: Bitext) -> Iterator[Problem]:
    """Find a heading, agenda item or document title that is rendered in another way elsewhere.

    The English has the same words in both places, as a heading, in quotation marks or on a line of its own.
    Case endings do not count. The rendering that is in most places is taken for the right one, that of the
    agenda if there are as many of each. A hint for single words, and for quotations with little in common.

    Wrong:  “Measures to improve policies”: «Меры совершенствования политики» … «Меры улучшения политики»
    Right:  “Measures to improve policies”: «Меры совершенствования политики» in both places
    """
    for key, places in recurring_titles(bitext).items():
        groups = _renderings(places)
        if len(groups) < 2:
            continue
        usual = groups[0][0].target.text
        for place in (place for group in groups[1:] for place in group):
            found = place.target.text
            if figures(found) != figures(usual):
                continue  # number/changed says it, or "Goal 4" was rendered in words
            alike = _is_whole(place) or likeness(found, usual) >= _ALIKE
            if not alike and min(len(found), len(usual)) < _AS_LONG * max(len(found), len(usual)):
                continue  # another thing is quoted here
            right = usual[:1].upper() + usual[1:] if found[:1].isupper() else usual
            yield Problem(
                place.target,
                Message(
                    "elsewhere “{english}” is «{usual}»",
                    {"english": groups[0][0].source.text, "usual": usual},
                ),
                suggestions=(right.upper() if found.isupper() else right,),
                source=place.source,
                related=tuple(other.target for other in places if other is not place),
                severity=None if alike and " " in key else Severity.HINT,
                cause=key,
            )


def _renderings(places: Sequence[Rendering]) -> list[list[Rendering]]:
    """Return the places in groups of the same Russian words, the usual ones first."""
    return sorted(grouped(places, lambda place: place.target.text), key=_weight, reverse=True)


def _weight(group: Sequence[Rendering]) -> tuple[int, bool]:
    return len(group), any(place.target.segment.kind is Kind.LIST_ITEM for place in group)


def _is_whole(place: Rendering) -> bool:
    """Tell whether the title is a line of its own, in both languages, and not a quotation."""
    return place.of_item or all(
        len(passage.segment.text) - (passage.span.end - passage.span.start) < 3
        for passage in (place.source, place.target)
    )
