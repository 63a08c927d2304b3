"""Which words of a Russian name bend: its head noun, what agrees with it, and nouns joined to it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from termcheck.language.declension import Modifier, Noun, modelled, modifiers, nouns
from termcheck.language.morphology import readings

WORD = re.compile(r"[^\W_]+(?:[-‐‑'’ʼ][^\W_]+)*")
_SMALL_WORDS = frozenset({"и", "или", "не"})
# Between an adjective and its noun: «Экономический и Социальный Совет», «Фолклендские (Мальвинские) острова».
_WITHIN_GROUP = re.compile(r"[\s,()«»„“\"]*(?:(?<=\s)(?:и|или)\s)?[\s()«»„“\"]*")
# Between two nouns that bend together: «Босния и Герцеговина», «Папуа — Новая Гвинея», «Иран (Исламская …».
_DASH = re.compile(r"\s(?:—|–|--?)\s")
_BETWEEN_GROUPS = re.compile(rf",?\s(?:и|или)\s|,\s|{_DASH.pattern}|\s?\(")
# Before a participle that agrees with the head: «страны, не имеющие выхода к морю».
_BEFORE_PARTICIPLE = re.compile(r",\s(?:не\s)?")

_NounsOf = Callable[[str], tuple[Noun, ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or hyphen part and the offset of its first character in the name."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Group:
    """A noun and what agrees with it; `past` is the position of the first word after the noun."""

    head: Noun
    place: Word
    modifiers: tuple[tuple[Word, Modifier], ...]
    past: int

    def edits(self, case: str, number: str) -> Iterator[tuple[Word, str | None]]:
        """Each bending word with its form, None if it lacks that form."""
        animate = self.head.animate
        for word, modifier in self.modifiers:
            if self.head.number == "plur" and modifier.number == "sing":  # each has one of them: `_in_turn`
                yield word, modifier.form(case, "sing", modifier.gender, animate=animate)
            else:
                yield word, modifier.form(case, number, self.head.gender, animate=animate)
        yield self.place, self.head.form(case, number, animate=animate)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    words: tuple[Word, ...]
    chosen: bool = False

    def gap(self, position: int) -> str:
        """What stands between a word and the next, "" after the last."""
        if position + 1 >= len(self.words):
            return ""
        return self.text[self.words[position].end : self.words[position + 1].start]

    def together(self, position: int) -> bool:
        """Whether a word and the next can be of one noun group."""
        if position + 1 >= len(self.words):
            return False
        return self.chosen or _WITHIN_GROUP.fullmatch(self.gap(position)) is not None


@lru_cache(maxsize=1 << 12)
def groups(text: str, bend: str | None, gender: str | None) -> tuple[Group, ...]:
    """The groups of the name that bend, in order; none if nothing does.

    `bend` and `gender` as of `inflection.decline`. ValueError if a word of `bend` is not in the text.
    """
    if bend is not None:
        return tuple(_chosen_groups(_Words(text, tuple(bending_words(text, bend)), chosen=True), gender))
    words = (Word(match.group(), match.start()) for match in WORD.finditer(text))
    large = tuple(word for word in words if word.text not in _SMALL_WORDS)
    return tuple(_joined_groups(_Words(text, large), gender))


def _joined_groups(words: _Words, gender: str | None) -> Iterator[Group]:
    """The first noun group with the participles after it, and the groups joined to its head directly."""
    group = _first_group(words, lambda word: _of_gender(word, nouns(word), gender))
    if group:
        yield replace(group, modifiers=(*group.modifiers, *_participles_after(words, group)))
    while group:
        joint = words.gap(group.past - 1)
        further = _group(words, group.past, nouns) if _BETWEEN_GROUPS.fullmatch(joint) else None
        if further and _DASH.fullmatch(joint):
            # «призвать страны — члены Группы»: the members are as inanimate as their States.
            further = replace(further, head=replace(further.head, animate=group.head.animate))
        if further:
            yield further
        group = further


def _chosen_groups(words: _Words, gender: str | None) -> list[Group]:
    """The chosen words, each adjective with the noun after it, or before it if none follows."""

    def willing(word: str) -> tuple[Noun, ...]:
        # Who asks for a word to bend knows better than a dictionary that has it as indeclinable («Тонга»).
        found = tuple(noun for noun in nouns(word) if not noun.fixed)
        if not found and not modifiers(word) and (model := modelled(word, gender)):
            found = (model,)
        return _of_gender(word, found, gender)

    result: list[Group] = []
    position = 0
    while position < len(words.words):
        word = words.words[position]
        group = _group(words, position, willing)
        if group is None and result and (follower := _agreeing(modifiers(word.text), result[-1].head)):
            result[-1] = replace(result[-1], modifiers=(*result[-1].modifiers, (word, follower)))
        elif group := group or _substantivised(words, position):
            result.append(group)
        position = max(position + 1, group.past if group else 0)
    return result


def bending_words(text: str, bend: str) -> Iterator[Word]:
    """Yield the words of a name that `bend` tells to bend; ValueError for one that is not in it."""
    position = 0
    for part in bend.split():
        found = re.compile(rf"(?<![^\W_]){re.escape(part)}(?![^\W_])").search(text, position)
        if found is None:
            raise ValueError(f'"{part}" is not a word of "{text}"')
        yield Word(part, found.start())
        position = found.end()


def _of_gender(word: str, found: tuple[Noun, ...], gender: str | None) -> tuple[Noun, ...]:
    if gender is None or not found:
        return found
    fitting = tuple(noun for noun in found if noun.gender == gender)
    model = None if fitting else modelled(word, gender)
    return fitting or ((model,) if model else tuple(replace(noun, gender=gender) for noun in found))


def _first_group(words: _Words, nouns_of: _NounsOf) -> Group | None:
    positions = range(len(words.words))
    start = next((place for place in positions if not _passed_over(words.words[place].text)), len(positions))
    if group := _group(words, start, nouns_of):
        return group
    adjectives = _substantivised(words, start)
    if adjectives is None:
        return None
    # «не имеющие выхода к морю развивающиеся страны»: the noun may stand after the participle's own words,
    # but «Исполняющий обязанности Председателя» has none that agrees.
    if any(modifier.reading.part == "PRTF" for modifier in modifiers(adjectives.place.text)):
        before = (*adjectives.modifiers, (adjectives.place, modifiers(adjectives.place.text)[0]))
        for position in positions[adjectives.past :]:
            group = _group(words, position, nouns_of)
            if group and all(modifier.agrees(group.head) for _, modifier in before):
                return replace(group, modifiers=(*before, *group.modifiers))
    return adjectives


def _group(words: _Words, start: int, nouns_of: _NounsOf) -> Group | None:
    """The noun group that begins with the word at `start`, or None if it has no noun in the nominative.

    An adjective is taken for one as long as a noun follows that agrees: «Святой Престол», but «Святой».
    """
    before: list[tuple[Word, tuple[Modifier, ...]]] = []
    shorter: Group | None = None
    for position in range(start, len(words.words)):
        word = words.words[position]
        adjectives = modifiers(word.text)
        for noun in nouns_of(word.text):
            agreeing = [(place, _agreeing(options, noun)) for place, options in before]
            fitting = tuple((place, modifier) for place, modifier in agreeing if modifier)
            fitting = fitting or _in_turn(words, before, noun)
            if len(fitting) < len(before):
                continue
            group = Group(noun, word, fitting, position + 1)
            if not adjectives:
                return group
            shorter = shorter or group
            break
        if not adjectives or not words.together(position):
            break
        before.append((word, adjectives))
    return shorter


def _agreeing(options: tuple[Modifier, ...], noun: Noun) -> Modifier | None:
    return next((modifier for modifier in options if modifier.agrees(noun)), None)


def _in_turn(
    words: _Words, adjectives: list[tuple[Word, tuple[Modifier, ...]]], noun: Noun
) -> tuple[tuple[Word, Modifier], ...]:
    """Singular adjectives that share a plural noun, else (): «Базельская и Стокгольмская конвенции»."""
    gaps = [words.text[a.end : b.start].strip() for (a, _), (b, _) in pairwise(adjectives)]
    if noun.number != "plur" or len(adjectives) < 2 or not set(gaps) <= {",", "и", "или"}:
        return ()
    genders = {option.gender for option in adjectives[0][1] if option.number == "sing"}
    found = [
        (word, next((o for o in options if o.number == "sing" and o.gender in genders), None))
        for word, options in adjectives
    ]
    return tuple((word, option) for word, option in found if option)


def _substantivised(words: _Words, start: int) -> Group | None:
    """Adjectives without a noun, the last being used as one: «Уполномоченный по правам человека»."""
    run: list[tuple[Word, Modifier]] = []
    for position in range(start, len(words.words)):
        word = words.words[position]
        number = run[0][1].number if run else None
        options = [option for option in modifiers(word.text) if number in (None, option.number)]
        if not options:
            break
        run.append((word, options[0]))
        if not words.together(position):
            break
    if not run:
        return None
    place, last = run[-1]
    return Group(last.as_noun(), place, tuple(run[:-1]), start + len(run))


def _participles_after(words: _Words, group: Group) -> Iterator[tuple[Word, Modifier]]:
    for position in range(group.past, len(words.words)):
        if not _BEFORE_PARTICIPLE.fullmatch(words.gap(position - 1)):
            continue
        word = words.words[position]
        participles = tuple(option for option in modifiers(word.text) if option.reading.part == "PRTF")
        if participle := _agreeing(participles, group.head):
            yield word, participle


def _passed_over(word: str) -> bool:
    """Figures, foreign words and adverbs before the head: «XXI век», «вновь избранный Председатель»."""
    if not re.search("[а-яё]", word.lower()):
        return True
    return bool(readings(word)) and readings(word)[0].part == "ADVB"
