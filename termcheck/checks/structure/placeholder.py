"""structure/placeholder."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
# What nobody means to publish: «[...]», «заседании[-ях]», «[ ]», «[дата]», «[xx]», «[___]».
_UNFINISHED = re.compile(
    r"\[(?:\s*|\.{2,}|…|_+|-\w{1,4}|[xхXХ]+|N{2,}|\?+|TB[CD]|ДД|ММ|ГГ(?:ГГ)?|ФИО"
    r"|дата|месяц|номер|число|количество|название|уточнить|подлежит уточнению)\]"
)


@check("structure/placeholder", Severity.WARNING, Reach.PAIR)
def placeholder(bitext: Bitext) -> Iterator[Problem]:
    """Find brackets that a draft leaves open.

    A hint where the English has brackets too, or where they may be an editor's insertion.

    Wrong:  На своем [4-м] заседании[-ях] Рабочая группа рассмотрела пункт 4.
    Right:  На своем 4-м заседании Рабочая группа рассмотрела пункт 4.
    """
    for segment in bitext.russian.document.segments:
        found = list(_BRACKETS.finditer(segment.prose))
        if not found:
            continue
        source = _english(bitext, segment)
        for match in found:
            unfinished = _UNFINISHED.fullmatch(match.group())
            passage = Passage(segment, Span(*match.span()))
            yield Problem(
                passage,
                Message("«{found}» is left open", {"found": passage.text}),
                source=source,
                severity=Severity.HINT if source or not unfinished or _is_omission(match) else None,
                cause=f"{segment.position}",
            )


def _is_omission(match: re.Match[str]) -> bool:
    """Tell whether dots in brackets stand for words left out of a quotation: «Стороны […] обязуются»."""
    before = match.string[: match.start()]
    return not match.group().strip("[].… ") and (
        before.count("«") > before.count("»") or before.count("<<") > before.count(">>")
    )


def _english(bitext: Bitext, segment: Segment) -> Passage | None:
    """Return the English of a segment if it has brackets as well."""
    pair = bitext.counterpart(segment)
    return (
        next((passage for passage in pair.source if _BRACKETS.search(passage.prose)), None) if pair else None
    )
