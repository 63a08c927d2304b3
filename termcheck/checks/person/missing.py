"""person/missing."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.person_entities import written_elsewhere
from termcheck.checks.person_pairs import PeopleOfPair, Rendering, names_person, people_of
from termcheck.model import Message, Pair, Passage, Problem, Severity, Span
from termcheck.recognition.people import Ground
from termcheck.recognition.people.vocabulary import english_words, russian_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HE = frozenset("he she him her".split())
_SURE = frozenset({Ground.HONORIFIC, Ground.SIGNATURE})


@check("person/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a person whom the English names and the Russian does not.

    A pronoun or an office in the Russian that the English lacks stands for the name. Where another person is
    named instead, it is told of that name. A hint where only an office or a State beside a name tells that it
    is a person's, and where nothing else that the English names is found in the Russian either.

    Wrong:  Mr. Daniel Kovač opened the meeting: Совещание было открыто
    Right:  Mr. Daniel Kovač opened the meeting: Совещание открыл г-н Даниел Ковач
    """
    pairs = bitext.trusted
    numbers = {id(pair): number for number, pair in enumerate(pairs)}
    for people in people_of(bitext):
        lost = [rendering for rendering in people.renderings if not rendering.parts]
        if not lost or _stands_for_name(people, bitext):
            continue
        number = numbers[id(people.pair)]
        around = [
            passage for pair in pairs[max(0, number - 1) : number + 2] if pair is not people.pair
            for passage in pair.target
        ]
        lost = [rendering for rendering in lost if not names_person(rendering.person, around)]
        strangers = people.strangers if len(lost) == len(people.strangers) == 1 else ()
        for rendering in lost:
            yield _problem(rendering, strangers, people, bitext)


def _problem(
    rendering: Rendering, strangers: Sequence[Passage], people: PeopleOfPair, bitext: Bitext
) -> Problem:
    name = rendering.person.name
    known = written_elsewhere(rendering.person, bitext)
    sure = rendering.person.ground in _SURE or bool(strangers) or _others_named(people)
    severity = None if sure and not _is_other_text(people.pair, bitext) else Severity.HINT
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
        suggestions=(known or name,),
        source=rendering.source,
        absent=True,
        severity=severity,
        cause=name,
    )


def _others_named(people: PeopleOfPair) -> bool:
    """Tell whether a list of people lost one."""
    return any(rendering.parts for rendering in people.renderings)


def _is_other_text(pair: Pair, bitext: Bitext) -> bool:
    """Tell whether a pair has nothing in common of what the glossary knows: lines paired by mistake."""
    english = {mention.concept.id for mention in bitext.english_mentions(pair.source)}
    russian = {mention.concept.id for mention in bitext.russian_mentions(pair.target)}
    return bool(english) and bool(russian) and english.isdisjoint(russian)


def _stands_for_name(people: PeopleOfPair, bitext: Bitext) -> bool:
    """Tell whether the Russian has a pronoun or an office for a name."""
    english = [word.lower() for word in _words(people.pair.source)]
    russian = [word.lower() for word in _words(people.pair.target)]
    pronouns = sum(word in russian_words("pronouns") for word in russian)
    if pronouns > sum(word in _HE for word in english):
        return True
    offices = tuple(russian_words("offices"))
    known = {word.lower() for word in english_words("offices")}
    there = sum(word in known or word.removesuffix("s") in known for word in english)
    return sum(word.startswith(offices) for word in russian) > there


def _words(passages: Sequence[Passage]) -> list[str]:
    return [word for passage in passages for word in _WORD.findall(passage.text)]
