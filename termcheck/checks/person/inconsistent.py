"""person/inconsistent."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.person_entities import spellings, strangeness
from termcheck.checks.person_pairs import PLAUSIBLE
from termcheck.model import Message, Problem, Severity


@check("person/inconsistent", Severity.WARNING, Reach.DOCUMENT)
def inconsistent(bitext: Bitext) -> Iterator[Problem]:
    """Find a person whose name is written in two ways in the Russian.

    The English has one name in both places. Case endings do not count. The spelling that stands in most
    places is taken for the right one, the first if there are as many of each. A spelling that cannot be that
    of the English name is left to person/spelling.

    Wrong:  Ms. Ghada Amin … Ms. Amin: г-жа Гада Амин … г-жа Амиин
    Right:  Ms. Ghada Amin … Ms. Amin: г-жа Гада Амин … г-жа Амин
    """
    for word in spellings(bitext):
        for group in word.groups[1:]:
            if strangeness(group) >= PLAUSIBLE > strangeness(word.groups[0]):
                continue
            for rendering, part in group:
                yield Problem(
                    part.passage,
                    Message(
                        "“{name}” is also written «{usual}»",
                        {"name": word.name, "usual": word.usual.text},
                    ),
                    suggestions=(word.usual_in_case_of(part),),
                    source=rendering.source,
                    related=tuple(
                        other.passage for places in word.groups for _, other in places if other is not part
                    ),
                    cause=word.name,
                )
