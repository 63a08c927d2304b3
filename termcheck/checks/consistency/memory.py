"""consistency/memory."""

from collections.abc import Iterator, Mapping

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.repeated_sentences import Sentence, one_to_one, sentence_keys
from termcheck.checks.wording import difference, english_key, figures, likeness, same_words
from termcheck.memory import Unit
from termcheck.model import Message, Passage, Problem, Severity, Span

_ALIKE = 0.6  # from which a text differs from the adopted one in some words, not in its whole build


@check("consistency/memory", Severity.WARNING, Reach.PAIR)
def memory(bitext: Bitext) -> Iterator[Problem]:
    """Find a sentence that was adopted in other words, as `--memory FILE` has it.

    What is quoted or repeated from an adopted document is quoted as adopted. Case endings do not count. A
    hint where the sentence is built otherwise altogether.

    Wrong:  Recalls its resolution: Напоминает о своей резолюции (adopted: Ссылается на свою резолюцию)
    Right:  Recalls its resolution: Ссылается на свою резолюцию
    """
    adopted = bitext.memory.by(english_key)
    if not adopted:
        return
    for pair in bitext.trusted:
        if adopted.keys().isdisjoint(sentence_keys(pair.source)):
            continue
        for sentence in one_to_one([pair]):
            yield from _problems(sentence, adopted)


def _problems(sentence: Sentence, adopted: Mapping[str, tuple[Unit, ...]]) -> Iterator[Problem]:
    units = adopted.get(english_key(sentence.source.text), ())
    found = sentence.target.text
    if not units or any(same_words(unit.russian, found) for unit in units):
        return
    best = max(units, key=lambda unit: likeness(unit.russian, found))
    if figures(best.russian) != figures(found):
        return  # another year, another paragraph: not the same text
    spans = difference(found, best.russian, in_form=True) if likeness(best.russian, found) >= _ALIKE else None
    here, right = sentence.target, best.russian
    if spans:
        ours, theirs = spans
        start = sentence.target.span.start
        here = Passage(sentence.target.segment, Span(start + ours.start, start + ours.end))
        right = best.russian[theirs.start : theirs.end]
    yield Problem(
        here,
        Message(
            "«{found}» was adopted as «{right}» ({memory})",
            {"found": here.text, "right": right, "memory": best.path},
        ),
        suggestions=(right,),
        source=sentence.source,
        severity=None if spans else Severity.HINT,
        cause=best.english,
    )
