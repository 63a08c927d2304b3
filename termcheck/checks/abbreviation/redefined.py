"""abbreviation/redefined."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.introductions import Introduction, introductions
from termcheck.checks.wording import english_key, lemmas, same_words
from termcheck.checks.wrong_abbreviations import wrong_abbreviations
from termcheck.model import Message, Problem, Severity
from termcheck.recognition.abbreviations import key


@check("abbreviation/redefined", Severity.WARNING, Reach.DOCUMENT)
def redefined(bitext: Bitext) -> Iterator[Problem]:
    """Find one abbreviation introduced for two names, or one name that is given two abbreviations.

    Nothing is said where the English does the same. A warning where it keeps apart what the Russian mixes:
    two abbreviations for two names, or one for one. A hint without English, or where it does not tell.

    Wrong:  Фонд развития сел (ФРС) … Форум рыбацких семей (ФРС)
    Right:  Фонд развития сел (ФРС) … Форум рыбацких семей (ФРЫС)
    """
    amiss = {wrong.introduction.russian.label for wrong in wrong_abbreviations(bitext)}
    found = [
        introduction for introduction in introductions(bitext) if introduction.russian.label not in amiss
    ]
    yield from _one_for_two_names([introduction for introduction in found if introduction.name])
    yield from _two_for_one_name(found)


def _one_for_two_names(found: Sequence[Introduction]) -> Iterator[Problem]:
    by_key: dict[str, list[Introduction]] = defaultdict(list)
    for introduction in found:
        by_key[introduction.russian.key].append(introduction)
    for same in by_key.values():
        first = same[0]
        for other in same[1:]:
            if _is_one_name(first, other):
                continue
            if _same_english(first, other) or _english_name_is_one(first, other):
                continue
            yield Problem(
                other.russian.label,
                Message(
                    "«{found}» already stands for «{name}»",
                    {"found": other.russian.label.text, "name": first.name or ""},
                ),
                source=other.english.label if other.english else None,
                related=(first.russian.label,),
                severity=None if first.english and other.english else Severity.HINT,
                cause=other.russian.key,
            )


def _two_for_one_name(found: Sequence[Introduction]) -> Iterator[Problem]:
    firsts: list[Introduction] = []
    for introduction in found:
        first = next((one for one in firsts if _is_same_name(one, introduction)), None)
        if first is None:
            if introduction.name:
                firsts.append(introduction)
            continue
        if first.russian.key == introduction.russian.key or _is_part(first, introduction):
            continue
        both = first.english and introduction.english
        if both and not _same_english(first, introduction):
            continue
        yield Problem(
            introduction.russian.label,
            Message(
                "«{name}» was given the abbreviation «{first}» before",
                {"name": _own_words(first.name or "", introduction), "first": first.russian.label.text},
            ),
            source=introduction.english.label if introduction.english else None,
            related=(first.russian.label,),
            severity=None if both else Severity.HINT,
            cause=f"{first.russian.key} {introduction.russian.key}",
        )


def _is_same_name(one: Introduction, other: Introduction) -> bool:
    """Tell whether two short names are given to one name, be it that the other fits no name by itself."""
    if one.concept and other.concept:
        return one.concept.id == other.concept.id
    name = one.name or ""
    return same_words(name, _own_words(name, other))


def _own_words(name: str, other: Introduction) -> str:
    """Return the words before another short name, as they stand there: as many as a name has, if need be."""
    return other.name or " ".join(other.russian.name.text.split()[-len(name.split()) :])


def _is_one_name(one: Introduction, other: Introduction) -> bool:
    """Tell whether two names may be one: with words that the other leaves out, or with most in common."""
    if _is_same_name(one, other):
        return True
    shorter, longer = sorted((lemmas(one.name or ""), lemmas(other.name or "")), key=len)
    common = sum(any(not word.isdisjoint(own) for own in longer) for word in shorter)
    return common == len(shorter) or 2 * common > len(longer)


def _same_english(one: Introduction, other: Introduction) -> bool:
    """Tell whether the English gives the same short name at both places."""
    if one.english is None or other.english is None:
        return False
    return key(one.english.label.text) == key(other.english.label.text)


def _english_name_is_one(one: Introduction, other: Introduction) -> bool:
    """Tell whether the English before both short names ends alike: one thing, rendered in two ways."""
    if one.english is None or other.english is None:
        return False
    ours, theirs = (english_key(each.english.name.text).split()[-2:] for each in (one, other) if each.english)
    return ours == theirs


def _is_part(one: Introduction, other: Introduction) -> bool:
    """Tell whether two abbreviations are one with more or less said: «УВКБ», «УВКБ ООН»."""
    ours, theirs = one.russian.key.split(), other.russian.key.split()
    return set(ours) <= set(theirs) or set(theirs) <= set(ours)
