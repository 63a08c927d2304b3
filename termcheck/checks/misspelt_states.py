"""States whose names have a slip in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from termcheck.alignment.bitext import Bitext
from termcheck.checks.misspelling import misspelt_names
from termcheck.language.scripts import fold
from termcheck.model import Mention, Pair, Passage

# "Mr. Jordan", «г-жа Мария Франс»: a person.
PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Judge|[Гг]-(?:н|на|ну|ном|не|жа|жи|же|жу|жой))\.?\s(?:[A-ZА-Я][\w.-]*\s){0,2}$"
)
_LONG = 8  # letters of a name that can be no slip of another word
_VERY_LONG = 12  # and of one that has room for two slips


@dataclass(frozen=True, slots=True)
class Slip:
    """A State's name with a slip in it, what is meant, and where the English names that State."""

    passage: Passage
    meant: Mention
    english: Mention | None


@lru_cache(maxsize=4)
def misspelt_states(bitext: Bitext) -> tuple[Slip, ...]:
    """Return the misspelt names of States that the English names too, or that can be nothing else."""
    return tuple(_slips(bitext))


def _slips(bitext: Bitext) -> Iterator[Slip]:
    for passage, meant in misspelt_names(bitext):
        text, form = fold(passage.text), fold(meant.form)
        slips = OSA.distance(text, form)
        if meant.concept.domain != "country" or (slips > 1 and len(text) < _VERY_LONG):
            continue
        if PERSON.search(passage.segment.text, 0, passage.span.start):
            continue
        pair = bitext.counterpart(passage.segment)
        english = next(
            (
                mention
                for mention in (bitext.english_mentions(pair.source) if pair else ())
                if mention.concept.id == meant.concept.id
            ),
            None,
        )
        alone = bitext.english is None and len(text) >= _LONG and slips == 1
        # "Libyan National Army": inside a longer name the English has it, too.
        inside = pair is not None and _names_inside(meant.concept.id, pair, bitext)
        if english or inside or (alone and passage.text[0].isupper()):
            yield Slip(passage, meant, english)


def _names_inside(identity: str, pair: Pair, bitext: Bitext) -> bool:
    assert bitext.english is not None
    return any(identity in bitext.english.inner[passage.segment.position] for passage in pair.source)
