"""The forms of Russian names: «Республика Молдова», of «Республики Молдова»."""

from collections.abc import Mapping, Sequence

from termcheck.language.declension import modifiers
from termcheck.language.morphology import CASES, NUMBERS, readings
from termcheck.language.phrases import WORD, Group, Word, groups

# Asked as number: the one in which the text is written.
OWN = "own"


def decline(
    text: str,
    *,
    bend: str | None = None,
    number: str | None = None,
    gender: str | None = None,
    forms: Mapping[str, str] | None = None,
) -> dict[tuple[str, str], str]:
    """The whole name in each (case, number), cases being nomn gent datv accs ablt loct, numbers sing plur.

    `text` is the name in the nominative; its capitals and signs are kept. Without `bend` the head noun bends
    and what agrees with it, and so do nouns joined to the head itself («Босния и Герцеговина», «страны —
    члены Группы», «Иран (Исламская Республика)»); all that follows stays. `bend` names the words or hyphen
    parts that bend instead, separated by spaces; with "" none does. `number` is "sing", "plur" or OWN, the
    one in which the name is written; without it a singular common noun gives both numbers, a place or a
    plural its own alone. `gender` is that of the head where the dictionary may take it wrong. `forms`
    overrides cases of the name's own number. ValueError if a word of `bend` is not in the text.
    """
    bending = groups(text, bend, gender)
    own = bending[0].head.number if bending else "sing"
    if number in (None, OWN):
        common = bool(bending) and not any(group.head.proper for group in bending)
        numbers: tuple[str, ...] = NUMBERS if common and own == "sing" and number is None else (own,)
    else:
        numbers = (str(number),)
    result: dict[tuple[str, str], str] = {}
    for wanted in numbers:
        declined = {case: _composed(text, bending, case, wanted, own) for case in CASES}
        if wanted != own and None in declined.values():
            continue
        result |= {(case, wanted): form for case, form in declined.items() if form is not None}
    written = own if own in numbers else numbers[0]
    return result | {(case, written): form for case, form in (forms or {}).items()}


def inflect_like(
    text: str,
    case: str,
    number: str,
    *,
    bend: str | None = None,
    gender: str | None = None,
    forms: Mapping[str, str] | None = None,
) -> str | None:
    """The name in one case and number, or None if it has no such form; keywords as of `decline`."""
    return decline(text, bend=bend, number=number, gender=gender, forms=forms).get((case, number))


def adjective_forms(text: str) -> dict[tuple[str, str, str], str]:
    """All forms of an adjective («новозеландский») by case, number and gender, "" in the plural.

    The accusative is that with an inanimate noun; with an animate one it equals the genitive. Of several
    words all adjectives bend. Empty if there is none.
    """
    found = [
        (Word(match.group(), match.start()), modifiers(match.group())[0])
        for match in WORD.finditer(text)
        if modifiers(match.group())
    ]
    result: dict[tuple[str, str, str], str] = {}
    for number, gender in (("sing", "masc"), ("sing", "femn"), ("sing", "neut"), ("plur", "")):
        for case in CASES:
            edits = [(word, modifier.form(case, number, gender, animate=False)) for word, modifier in found]
            form = _edited(text, edits)
            if found and form is not None:
                result[case, number, gender] = form
    return result


def match_case(form: str, like: str) -> str:
    """The form in capitals if it replaces words in capitals («ИРАНА»); an abbreviation («США») is none."""
    if not like.isupper():
        return form
    shouted = any(
        reading.known and not reading.abbreviation and reading.part in ("NOUN", "ADJF", "PRTF")
        for word in WORD.findall(like)
        if len(word) > 2
        for reading in readings(word)[:1]
    )
    return form.upper() if shouted else form


def _composed(text: str, bending: Sequence[Group], case: str, number: str, own: str) -> str | None:
    edits: list[tuple[Word, str | None]] = []
    for group in bending:
        # «Сент-Винсент и Гренадины»: each keeps its number when that of the whole is kept.
        edits.extend(group.edits(case, group.head.number if number == own else number))
    return _edited(text, edits)


def _edited(text: str, edits: Sequence[tuple[Word, str | None]]) -> str | None:
    for word, form in sorted(edits, key=lambda edit: edit[0].start, reverse=True):
        if form is None:
            return None
        text = text[: word.start] + form + text[word.end :]
    return text
