"""abbreviation/mismatch."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.slipped_abbreviations import slipped_abbreviations
from termcheck.checks.wrong_abbreviations import wrong_abbreviations
from termcheck.language.initials import name_of
from termcheck.model import Message, Problem, Severity


@check("abbreviation/mismatch", Severity.WARNING, Reach.DOCUMENT)
def mismatch(bitext: Bitext) -> Iterator[Problem]:
    """Find an abbreviation in brackets that cannot be that of the name before it.

    The glossary tells the abbreviations of its names. An error where the English gives the name its right
    one and the Russian that of another body, or one letter amiss. A name that no glossary has is compared by
    its letters, for a hint: an abbreviation may skip words, take parts of compounds («видеоконференция»), or
    be a foreign one in Russian letters (UNICEF, «ЮНИСЕФ»); two letters exchanged are a warning. Later places
    of one that no body has are told with it. Where the Russian introduces one abbreviation and uses another,
    the one that does not fit.

    Wrong:  Программа развития Организации Объединенных Наций (ПРОНН)
    Right:  Программа развития Организации Объединенных Наций (ПРООН)
    """
    for wrong in wrong_abbreviations(bitext):
        definition, english = wrong.introduction.russian, wrong.introduction.english
        found = definition.label.text
        if wrong.right:
            name = wrong.introduction.name or name_of(wrong.right[0], definition.name.text)
            message = Message(
                "«{found}» is not the abbreviation of «{name}»; «{right}» is",
                {"found": found, "name": name or "", "right": wrong.right[0]},
            )
        else:
            message = Message("«{found}» does not fit the name before it", {"found": found})
        for place in (definition.label, *wrong.repeated):
            yield Problem(
                place,
                message,
                suggestions=wrong.right,
                source=english.label if english and place is definition.label else None,
                severity=wrong.severity,
                cause=f"{found} {definition.label.segment.position}",
            )
    told = {wrong.introduction.russian.label for wrong in wrong_abbreviations(bitext)}
    for slip in slipped_abbreviations(bitext):
        label = slip.introduction.russian.label
        if label in told:
            continue
        for place in slip.places:
            yield Problem(
                place,
                Message(
                    "«{found}» does not fit the name before it; elsewhere it is «{right}»"
                    if place == label
                    else "«{found}» was not introduced; «{right}» was",
                    {"found": place.text, "right": slip.right},
                ),
                suggestions=(slip.right,),
                related=() if place == label else (label,),
                cause=f"{place.text} for {slip.right}",
            )
