"""title/honorific."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.morphology import paradigm, readings
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span

_RUSSIAN = re.compile(r"\b(его|ее|её)\s+(?:превосходительств|высочеств|величеств)\w*", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:(his|her)\s+(?:(?:royal|imperial)\s+)?(?:excellency|highness|majesty)"
    r"|h\.\s?e\.\s+(mr|mrs|ms|miss|madam)\b)",
    re.IGNORECASE,
)
_GENDERS = {
    **dict.fromkeys(("его", "his", "mr"), "masc"),
    **dict.fromkeys(("ее", "её", "her", "mrs", "ms", "miss", "madam"), "femn"),
}
_POSSESSIVES = {"masc": "его", "femn": "ее"}
# A title after the honorific, "г-жа" and "госпожа" in any case.
_TITLED = re.compile(r"\s+(?:(г-ж\w+|госпож\w+)|(г-н\w*|господин\w*))(?!\w)", re.IGNORECASE)
# The honorific, which begins a sentence or follows the office of the person, the name, a country in brackets,
# and the verb: only there it is plain that the verb is the person's.
_NAME = re.compile(r"(?:\s+(?:г-\w+|госпо\w+|[А-ЯЁ][\w.’'-]*))+(?:\s+\([^)]*\))?\s+([а-яё]{3,})(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
# "Ms. Waly" and "Mr. Waly"; «г-жа», «г-же» and «г-н», «г-ну» in the singular.
_MR_OR_MS = re.compile(r"\b(?:(Ms|Mrs|Miss)|Mr)\b\.?(?=\s[A-ZÀ-Þ])")
_HERR = re.compile(r"\b[Гг]-(?:(жа|жи|же|жу|жой)|(?:н|на|ну|ном|не))\b(?=\s[А-ЯЁ])")
_OTHER = {
    "г-н": "г-жа",
    "г-на": "г-жи",
    "г-ну": "г-же",
    "г-ном": "г-жой",
    "г-не": "г-же",
    "Г-н": "Г-жа",
    "г-жа": "г-н",
    "Г-жа": "Г-н",
    "г-жу": "г-на",
    "г-жой": "г-ном",
}
_OPENING = re.compile(r"(?:^|[.!?]\s+)([^.!?,;:]*)$")
_BEFORE_OBJECT = frozenset({"VERB", "INFN", "PREP", "GRND", "PRTF", "CONJ"})


@check("title/honorific", Severity.ERROR, Reach.PAIR)
def honorific(bitext: Bitext) -> Iterator[Problem]:
    """Find «Его Превосходительство» or «г-н» of a woman, «Ее Превосходительство» or «г-жа» of a man.

    The English tells who it is ("Her Excellency"), or the words of the Russian itself do: «г-жа» after it, or
    the verb of which the person is the subject (a warning: either of the two may be wrong).

    Wrong:  Her Excellency Ms. Anna Lind: Его Превосходительство г-жа Анна Линд
    Right:  Her Excellency Ms. Anna Lind: Ее Превосходительство г-жа Анна Линд
    """
    yield from _addressed_otherwise(bitext)
    for segment in bitext.russian.document.segments:
        if "ств" not in segment.text.lower():
            continue
        for match in _RUSSIAN.finditer(segment.text):
            yield from _problems(match, segment, bitext)


def _addressed_otherwise(bitext: Bitext) -> Iterator[Problem]:
    """Yield the «г-н» for a "Ms." and the «г-жа» for a "Mr." where there are as many, and one differs."""
    for pair in bitext.trusted:
        english = [
            (Passage(passage.segment, Span(*found.span())), "femn" if found[1] else "masc")
            for passage in pair.source
            for found in _MR_OR_MS.finditer(passage.segment.text, passage.span.start, passage.span.end)
        ]
        if not english:
            continue
        russian = [
            (Passage(passage.segment, Span(*found.span())), "femn" if found[1] else "masc")
            for passage in pair.target
            for found in _HERR.finditer(passage.segment.text, passage.span.start, passage.span.end)
        ]
        genders = [gender for _, gender in english], [gender for _, gender in russian]
        if len(english) != len(russian) or _disordered(*genders):
            continue
        for (source, right), (found, here) in zip(english, russian, strict=True):
            if right != here and not _his_or_her_excellency(found):
                yield Problem(
                    found,
                    Message(
                        "the English has “{english}”, of {whom}",
                        {"english": source.text, "whom": "a woman" if right == "femn" else "a man"},
                    ),
                    suggestions=(_OTHER[found.text],) if found.text in _OTHER else (),
                    source=source,
                    cause=f"{found.segment.position} {found.span.start}",
                )


def _his_or_her_excellency(passage: Passage) -> bool:
    """Tell whether an honorific stands before, of which more is told."""
    return "ств" in passage.segment.text[max(0, passage.span.start - 30) : passage.span.start].lower()


def _problems(match: re.Match[str], segment: Segment, bitext: Bitext) -> Iterator[Problem]:
    here = _gender(match)
    english = _english_of(match, segment, bitext)
    if english and english[1] != here:
        yield _other_honorific(match, segment, english[1], source=english[0])
        return
    if (titled := _titled(match, segment)) and titled != here and not english:
        yield _other_honorific(match, segment, titled)
        return
    verb = _verb(match, segment)
    if verb is None or verb[1] == here:
        return
    if not english:
        yield _other_honorific(match, segment, verb[1], severity=Severity.WARNING)
        return
    passage = Passage(segment, verb[0])
    yield Problem(
        passage,
        Message(
            "«{found}» is not of the gender of «{honorific}»",
            {"found": passage.text, "honorific": match.group()},
        ),
        suggestions=_of_gender(passage.text, here),
        source=english[0],
        severity=Severity.WARNING,
        cause=f"{segment.position} {match.start()}",
    )


def _other_honorific(
    match: re.Match[str],
    segment: Segment,
    gender: str,
    *,
    source: Passage | None = None,
    severity: Severity | None = None,
) -> Problem:
    found = match.group(1)
    right = _POSSESSIVES[gender]
    right = right.upper() if found.isupper() else right.capitalize() if found[0].isupper() else right
    person = "a woman" if gender == "femn" else "a man"
    return Problem(
        Passage(segment, Span(match.start(1), match.end(1))),
        Message(
            "the person is {person}: «{right}»",
            {"person": person, "right": f"{right}{match.group()[len(found) :]}"},
        ),
        suggestions=(right,),
        source=source,
        severity=severity,
        cause=f"{segment.position} {match.start()}",
    )


def _english_of(match: re.Match[str], segment: Segment, bitext: Bitext) -> tuple[Passage, str] | None:
    """Return the English honorific that answers a Russian one: there are as many, and one at most differs."""
    pair = bitext.counterpart(segment)
    if pair is None:
        return None
    english = [
        (Passage(passage.segment, Span(*found.span())), _gender(found))
        for passage in pair.source
        for found in _ENGLISH.finditer(passage.segment.text, passage.span.start, passage.span.end)
    ]
    russian = [
        (passage.segment.position, found.start(), _gender(found))
        for passage in pair.target
        for found in _RUSSIAN.finditer(passage.segment.text, passage.span.start, passage.span.end)
    ]
    if len(english) != len(russian) or _disordered([e[1] for e in english], [r[2] for r in russian]):
        return None
    number = [place[:2] for place in russian].index((segment.position, match.start()))
    return english[number]


def _disordered(english: Sequence[str], russian: Sequence[str]) -> bool:
    """Tell whether two honorifics or more differ: the people are then named in another order."""
    return sum(ours != theirs for ours, theirs in zip(english, russian, strict=True)) > 1


def _gender(match: re.Match[str]) -> str:
    word = next(group for group in match.groups() if group)
    return _GENDERS[word.lower()]


def _titled(match: re.Match[str], segment: Segment) -> str:
    titled = _TITLED.match(segment.text, match.end())
    return "" if titled is None else "femn" if titled.group(1) else "masc"


def _verb(match: re.Match[str], segment: Segment) -> tuple[Span, str] | None:
    """Return the verb whose subject the person plainly is, and its gender."""
    opening = _OPENING.search(segment.text, 0, match.start())
    if opening is None or not match.group().lower().endswith("ство"):
        return None
    words = _WORD.findall(opening.group(1))
    # «Комиссия Его Превосходительство … избрала»: the verb is the Commission's.
    if words and (not _is_person(words[0]) or any(map(_may_govern, words))):
        return None
    named = _NAME.match(segment.text, match.end())
    if named is None:
        return None
    found = readings(named.group(1))
    genders = {reading.gender for reading in found}
    if {reading.part for reading in found} != {"VERB"} or len(genders) != 1:
        return None
    gender = genders.pop()
    return (Span(*named.span(1)), gender) if gender in _POSSESSIVES else None


def _is_person(word: str) -> bool:
    return any(r.case == "nomn" and r.animacy == "anim" for r in readings(word)[:1])


def _may_govern(word: str) -> bool:
    return any(reading.part in _BEFORE_OBJECT and reading.score > 0.1 for reading in readings(word))


def _of_gender(verb: str, gender: str) -> tuple[str, ...]:
    forms = paradigm(verb, readings(verb)[0])
    return tuple({form.text: None for form in forms if form.gender == gender and form.number == "sing"})
