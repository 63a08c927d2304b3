"""Abbreviations in brackets that are not those of the name before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from termcheck.alignment.bitext import Bitext
from termcheck.checks.introductions import Introduction, introductions, russian_uses
from termcheck.language.initials import may_abbreviate, name_of, sounds_like
from termcheck.language.morphology import readings
from termcheck.language.scripts import CYRILLIC, script
from termcheck.model import ENGLISH, RUSSIAN, Concept, Mention, Passage, Register, Severity, Status
from termcheck.recognition.abbreviations import is_abbreviation, key

_WORD = re.compile(r"[^\W\d_]+")
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_LONG = 4  # letters of an abbreviation from which one that is a letter off is a slip, not another one


@dataclass(frozen=True, slots=True)
class WrongAbbreviation:
    """An introduction whose abbreviation does not fit.

    `right` are those that the glossary has, or the letters in their order, the nearest first; `repeated` are
    the places where the wrong one comes again, and no body of the glossary is meant by it.
    """

    introduction: Introduction
    right: tuple[str, ...]
    severity: Severity
    repeated: tuple[Passage, ...] = ()


@lru_cache(maxsize=4)
def wrong_abbreviations(bitext: Bitext) -> tuple[WrongAbbreviation, ...]:
    """Return the introductions of the Russian whose abbreviation cannot be that of the name before it."""
    return tuple(_wrong(bitext))


def is_slip(found: str, right: str) -> bool:
    """Tell whether an abbreviation is another one with a letter left out, put in, changed or exchanged."""
    return max(len(found), len(right)) >= _LONG and OSA.distance(key(found), key(right)) == 1


def _is_other_letter(found: str, right: str) -> bool:
    """Tell whether two abbreviations of one length differ in a letter, or in the order of two."""
    return len(found) == len(right) and OSA.distance(key(found), key(right)) == 1


def _wrong(bitext: Bitext) -> Iterator[WrongAbbreviation]:
    for introduction in introductions(bitext):
        label = introduction.russian.label.text
        if not all(is_abbreviation(part) for part in re.split(r"[-‑\s]+", label)) or _is_forbidden(
            introduction, bitext
        ):
            continue
        concept = introduction.concept
        right = _abbreviations(concept, RUSSIAN) if concept else ()
        if not right and (right := _in_right_order(introduction, bitext)):
            severity: Severity | None = Severity.WARNING
        elif concept and right:
            severity = _against_glossary(introduction, concept, right, bitext)
        else:
            severity = _against_name(introduction, bitext)
        if severity is not None:
            right = tuple(sorted(right, key=lambda own: OSA.distance(own, label)))
            repeated = _repeated(introduction, bitext) if severity > Severity.HINT else ()
            yield WrongAbbreviation(introduction, right, severity, repeated)


def _repeated(introduction: Introduction, bitext: Bitext) -> tuple[Passage, ...]:
    label = introduction.russian.label
    if _bearers(label.text, bitext):
        return ()
    introduced = {other.russian.label for other in introductions(bitext)}
    uses = russian_uses(bitext).get(introduction.russian.key, ())
    return tuple(use for use in uses if use not in introduced and use.text == label.text)


def _against_glossary(
    introduction: Introduction, concept: Concept, right: tuple[str, ...], bitext: Bitext
) -> Severity | None:
    """Judge by the glossary: how surely another abbreviation stands here than the concept's own."""
    label = introduction.russian.label.text
    known = {key(term.text) for term in concept.terms if term.language == RUSSIAN}
    others = [other for other in _bearers(label, bitext) if other.id != concept.id]
    if not known.isdisjoint((key(label), _alone(label))) or any(
        other.domain == "country" for other in others
    ):
        return None  # of another State's abbreviation country/* speaks
    english, mention = introduction.english, introduction.mention
    if english and key(english.label.text) not in map(key, _abbreviations(concept, ENGLISH)):
        # The English has another one, too: "the Programme (SMART)" is a part of it, not the body itself.
        return None if mention else _against_name(introduction, bitext)
    confirmed = english is not None and mention is not None
    name = mention.passage.text if mention else introduction.russian.name.text
    if name_of(label, name):  # «КЛДОЖ» beside «КЛДЖ»: another abbreviation, but no wrong one
        # Letters fit by chance too: «Программа … Объединенных Наций по окружающей среде (ПРООН)», «ВВП».
        doubted = others or any(_is_other_letter(label, own) for own in right)
        return (Severity.WARNING if doubted else Severity.HINT) if confirmed else None
    slip = any(is_slip(label, own) for own in right)
    if confirmed:
        return Severity.ERROR if slip or others else Severity.WARNING
    if slip and not others:
        return Severity.WARNING
    if mention is None:
        return _against_name(introduction, bitext)
    alone = bitext.english is None and others and _is_whole(mention)
    return Severity.WARNING if alone else Severity.HINT


def _against_name(introduction: Introduction, bitext: Bitext) -> Severity | None:
    """Judge by letters alone, which the English must support: a foreign body keeps its own abbreviation."""
    definition, english = introduction.russian, introduction.english
    if english is None or definition.announced != english.announced:
        return None
    label, foreign = definition.label.text, english.label.text
    if script(label) != CYRILLIC or name_of(foreign, english.name.text) is None:
        return None  # where the English does not fit its own name, nothing can be told
    if name_of(label, definition.name.text) or may_abbreviate(label, definition.name.text):
        return None
    others = _bearers(label, bitext)
    pair = bitext.counterpart(definition.label.segment)
    named = {mention.concept.id for mention in bitext.english_mentions(pair.source)} if pair else set()
    if sounds_like(label, foreign) or any(other.id in named for other in others):
        return None
    return Severity.WARNING if others else Severity.HINT


def _in_right_order(introduction: Introduction, bitext: Bitext) -> tuple[str, ...]:
    """Return an abbreviation with two neighbouring letters exchanged, if only so they are those of the name.

    One that comes again is meant: there are names whose letters stand in the order of another language.
    """
    label, name = introduction.russian.label.text, introduction.russian.name.text
    comes_again = len(russian_uses(bitext).get(introduction.russian.key, ())) > 1
    if len(label) < _LONG or script(label) != CYRILLIC or comes_again or _bearers(label, bitext):
        return ()
    if name_of(label, name):
        return ()
    swapped = (label[:at] + label[at + 1] + label[at] + label[at + 2 :] for at in range(len(label) - 1))
    return tuple(other for other in swapped if other != label and name_of(other, name))


def _alone(abbreviation: str) -> str:
    """Return the key of an abbreviation without «ООН» after it: «УВКПЧ ООН»."""
    return key(abbreviation.removesuffix("ООН"))


def _is_whole(mention: Mention) -> bool:
    """Tell whether a name before brackets is no mere complement: «отделение … Программы (…)»."""
    before = mention.passage.segment.text[: mention.passage.span.start].rstrip()
    if not before or not before[-1].isalpha():
        return True
    first = readings(_WORD.findall(before)[-1])[:1]
    return all(reading.part not in {"NOUN", "ADJF", "PRTF", ""} for reading in first)


def _is_forbidden(introduction: Introduction, bitext: Bitext) -> bool:
    """Tell whether the abbreviation is a deprecated term: term/forbidden says it."""
    return any(
        mention.term.status not in _OFFICIAL and mention.concept.domain == "term"
        for mention in bitext.russian_mentions((introduction.russian.label,))
    )


def _bearers(abbreviation: str, bitext: Bitext) -> list[Concept]:
    """Return the concepts of which a text is a Russian abbreviation."""
    return [
        concept
        for concept in bitext.glossary.named(abbreviation)
        if key(abbreviation) in map(key, _abbreviations(concept, RUSSIAN))
    ]


def _abbreviations(concept: Concept, language: str) -> tuple[str, ...]:
    return tuple(
        term.text
        for term in concept.terms
        if term.language == language
        and term.register is Register.ABBREVIATION
        and (language == ENGLISH or term.status in _OFFICIAL)
    )
