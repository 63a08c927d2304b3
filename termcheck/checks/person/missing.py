"""person/missing."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.person_entities import written_elsewhere
from termcheck.checks.person_pairs import PeopleOfPair, Rendering, names_person, people_of
from termcheck.language.morphology import readings
from termcheck.model import Mention, Message, Pair, Passage, Problem, Severity, Span
from termcheck.recognition.people import Ground
from termcheck.recognition.people.vocabulary import english_words, russian_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SURE = frozenset({Ground.HONORIFIC, Ground.SIGNATURE, Ground.OFFICE})
_HE = frozenset("he she him her".split())


@check("person/missing", Severity.WARNING, Reach.DOCUMENT)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a person whom the English names and the Russian does not.

    A pronoun that the English lacks stands for a name, and an office for one with a mere honorific. Where
    another person is named instead, it is told of that name. A hint where it may be no person, told by a
    State in brackets or an office after the name, and where the two texts name different States: they may be
    no pair.

    Wrong:  Mr. Daniel Kovač opened the meeting: Совещание было открыто
    Right:  Mr. Daniel Kovač opened the meeting: Совещание открыл г-н Даниел Ковач
    """
    pairs = bitext.trusted
    numbers = {id(pair): number for number, pair in enumerate(pairs)}
    for people in people_of(bitext):
        lost = [rendering for rendering in people.renderings if not rendering.parts]
        if not lost or _has_pronoun(people.pair):
            continue
        number = numbers[id(people.pair)]
        around = [passage for pair in pairs[max(0, number - 1) : number + 2] for passage in pair.target]
        lost = [
            rendering
            for rendering in lost
            if not names_person(rendering.person, around, bitext) and not _is_office_instead(rendering)
        ]
        strangers = people.strangers if len(lost) == len(people.strangers) == 1 else ()
        for rendering in lost:
            yield _problem(rendering, strangers, people, bitext)


def _problem(
    rendering: Rendering, strangers: Sequence[Passage], people: PeopleOfPair, bitext: Bitext
) -> Problem:
    name = rendering.person.name
    known = written_elsewhere(rendering.person, bitext)
    severity = None if _is_sure(rendering, strangers, people, bitext) else Severity.HINT
    if strangers:
        return Problem(
            strangers[0],
            Message("the English names “{name}” here", {"name": name}),
            suggestions=(known,) if known else (),
            source=rendering.source,
            severity=severity,
            cause=name,
        )
    segment = people.pair.target[0].segment
    return Problem(
        Passage(segment, Span(0, len(segment.text))),
        Message("“{name}” is not named in the Russian", {"name": name}),
        suggestions=(known,) if known else (),
        source=rendering.source,
        absent=True,
        severity=severity,
        cause=name,
    )


def _is_sure(
    rendering: Rendering, strangers: Sequence[Passage], people: PeopleOfPair, bitext: Bitext
) -> bool:
    if _is_other_text(people.pair, bitext):
        return False
    if rendering.person.ground in _SURE or strangers or any(other.parts for other in people.renderings):
        return True
    # A line of a list begins with the name; in a sentence it may be a body: "Médecins Sans Frontières".
    begins = not rendering.source.segment.text[: rendering.source.span.start].strip(" -–—*•")
    return rendering.person.ground is Ground.STATE and begins


def _is_other_text(pair: Pair, bitext: Bitext) -> bool:
    """Tell whether two texts name different States: lines paired by mistake."""
    english = _states(bitext.english_mentions(pair.source))
    russian = _states(bitext.russian_mentions(pair.target))
    return bool(english) and bool(russian) and english.isdisjoint(russian)


def _states(mentions: Sequence[Mention]) -> set[str]:
    return {mention.concept.id for mention in mentions if mention.concept.domain == "country"}


def _has_pronoun(pair: Pair) -> bool:
    """Tell whether the Russian has a pronoun, or what stands for one, that the English lacks."""
    there = sum(word.lower() in _HE for word in _words(pair.source))
    return sum(word.lower() in russian_words("pronouns") for word in _words(pair.target)) > there


def _is_office_instead(rendering: Rendering) -> bool:
    """Tell whether the Russian has an office for "Mr. Kovač", and not because the English has it there."""
    person = rendering.person
    after = rendering.source.segment.text[person.span.end : person.span.end + 2].lstrip()
    if person.ground is not Ground.HONORIFIC or after.startswith((",", "(")):
        return False
    known = {word.lower() for word in english_words("offices")}
    english = sum(
        not known.isdisjoint((word.lower(), word.lower().removesuffix("s")))
        for word in _words(rendering.pair.source)
    )
    russian = sum(
        any(reading.lemma in russian_words("offices") for reading in readings(word)[:1])
        for whole in _words(rendering.pair.target)
        for word in whole.split("-")[-1:]
    )
    return russian > english


def _words(passages: Sequence[Passage]) -> list[str]:
    return [word for passage in passages for word in _WORD.findall(passage.text)]
