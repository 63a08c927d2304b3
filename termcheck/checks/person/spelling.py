"""person/spelling."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.person_entities import Spellings, spellings, strangeness
from termcheck.checks.person_pairs import PLAUSIBLE, Part, Rendering, people_of
from termcheck.model import Message, Passage, Problem, Severity, Span
from termcheck.recognition.people.vocabulary import english_words

_WRONG = 0.9  # a consonant that no language explains; vowels are heard in more ways
_SURE = 5  # letters of a word from which a warning may rest on one of them; one less beside another name
_HYPHEN = re.compile(r"[^\W\d_]{4,}[-‐‑][^\W\d_]{3,}")
_LETTERS = re.compile(r"[^\W\d_]+")


@check("person/spelling", Severity.WARNING, Reach.DOCUMENT)
def spelling(bitext: Bitext) -> Iterator[Problem]:
    """Find a name that no reading of the English one explains, by a letter or two.

    The rules of many languages are tried, as a name may come from any. A hint where only a vowel is strange,
    the name is short, or its words stand in another order; an error is as sure as the spelling elsewhere.
    A hyphen between two given names stands in both languages.

    Wrong:  Mr. Daniel Kovač: г-н Даниел Копач
    Right:  Mr. Daniel Kovač: г-н Даниел Ковач
    """
    known = {
        (part.passage.segment.position, part.passage.span.start): word
        for word in spellings(bitext)
        for _, part in word.others()
    }
    ordered = {
        rendering.person.parts
        for people in people_of(bitext)
        for rendering in people.renderings
        if rendering.complete and _in_order(rendering)
    }
    for people in people_of(bitext):
        for rendering in people.renderings:
            if rendering.repeated or not rendering.parts:
                continue
            for part in rendering.parts:
                place = (part.passage.segment.position, part.passage.span.start)
                if problem := _misspelt(part, rendering, known.get(place)):
                    yield problem
            yield from _disordered(rendering, elsewhere=rendering.person.parts in ordered)
            yield from _without_hyphen(rendering)


def _misspelt(part: Part, rendering: Rendering, word: Spellings | None) -> Problem | None:
    distance = part.spelling.distance
    if not part.whole or distance < PLAUSIBLE:
        return None
    if word and strangeness(word.groups[0]) < PLAUSIBLE:
        right, sure = word.usual_in_case_of(part), True
        related = tuple(other.passage for _, other in word.groups[0])
    else:
        right, related = part.in_case(part.spelling.text, ""), ()
        others = [other for other in rendering.parts if other is not part]
        sure = (
            distance >= _WRONG
            and len(part.english) >= (_SURE - 1 if others else _SURE)
            and all(other.spelling.distance < PLAUSIBLE for other in others)
            and len(others) == len(rendering.person.parts) - 1
        )
    return Problem(
        part.passage,
        Message("“{english}” is hardly «{found}» in Russian", {"english": part.english, "found": part.text}),
        suggestions=(right,),
        source=rendering.source,
        related=related,
        severity=None if sure else Severity.HINT,
        cause=rendering.person.name,
    )


def _disordered(rendering: Rendering, *, elsewhere: bool) -> Iterator[Problem]:
    """Yield a name whose words are in another order: a hint, unless they have that of the English elsewhere.

    Names from the East are turned round on purpose: "Minji Yoon", «Юн Минджи».
    """
    plausible = all(part.spelling.distance < PLAUSIBLE for part in rendering.parts)
    if not rendering.complete or not plausible or _in_order(rendering):
        return
    whole = rendering.passage
    places = sorted(part.passage.span.start - whole.span.start for part in rendering.parts)
    text = whole.text
    for part, start, old in reversed(
        list(zip(rendering.parts, places, sorted(rendering.parts, key=_start), strict=True))
    ):
        text = text[:start] + part.text + text[start + len(old.text) :]
    yield Problem(
        whole,
        Message("the English has the names in another order: “{name}”", {"name": rendering.person.name}),
        suggestions=(text,),
        source=rendering.source,
        severity=None if elsewhere else Severity.HINT,
        cause=rendering.person.name,
    )


def _in_order(rendering: Rendering) -> bool:
    starts = [_start(part) for part in rendering.parts]
    return starts == sorted(starts)


def _start(part: Part) -> int:
    return part.passage.span.start


def _without_hyphen(rendering: Rendering) -> Iterator[Problem]:
    """Yield «Жан Пьер» for "Jean-Pierre"; not «Мин Хо», as Korean names are parted in Russian."""
    by_name = {part.english.lower(): part for part in rendering.parts if part.whole}
    for match in _HYPHEN.finditer(rendering.person.name):
        one, other = (by_name.get(word.lower()) for word in _LETTERS.findall(match.group()))
        if one is None or other is None or not match.group().split("-")[-1][:1].isupper():
            continue
        text, first, last = one.passage.segment.text, one.passage.span.end, other.passage.span.start
        if text[first:last] != " ":
            continue
        usual = one.english.lower() in english_words("hyphenated")
        yield Problem(
            Passage(one.passage.segment, Span(one.passage.span.start, other.passage.span.end)),
            Message("the English has a hyphen: “{name}”", {"name": match.group()}),
            suggestions=(f"{one.text}-{other.text}",),
            source=rendering.source,
            severity=None if usual else Severity.HINT,
            cause=rendering.person.name,
        )
