"""title/capitals."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.capitals import right_capitals, too_many_capitals, wrong_capitals
from termcheck.checks.check import Reach, check
from termcheck.checks.narrowing import narrowest
from termcheck.checks.titles import is_of_another, is_title
from termcheck.model import Mention, Message, Problem, Severity, Status


@check("title/capitals", Severity.ERROR, Reach.PAIR)
def capitals(bitext: Bitext) -> Iterator[Problem]:
    """Find a title with a capital too many or too few.

    Where there is an English original it must name the same body or office: another organisation's
    «Генеральная ассамблея» is in order. Without one, small letters are a hint. Text set in capitals
    throughout is left alone.

    Wrong:  заявление Генерального Секретаря
    Right:  заявление Генерального секретаря
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if (
                not is_title(mention)
                or mention.term.status is Status.DEPRECATED
                or not wrong_capitals(mention)
            ):
                continue
            english = [other for other in bitext.english_of(mention) if not _is_free(mention, other)]
            if bitext.english is not None and not english:
                continue
            slip = narrowest(mention, right_capitals(mention), bitext.glossary)
            yield Problem(
                slip.passage,
                Message("«{found}» is written «{right}»", {"found": slip.passage.text, "right": slip.right}),
                suggestions=(slip.right,),
                source=english[0].passage if english else None,
                severity=_severity(mention, aided=bool(english)),
                cause=f"{slip.mention.concept.id} {slip.mention.term.text}",
            )


def _is_free(mention: Mention, english: Mention) -> bool:
    """Tell whether another body's name, or an office in general, may be written so."""
    is_generic = mention.concept.kind == "body" or mention.passage.text.islower()
    return is_generic and is_of_another(english)


def _severity(mention: Mention, *, aided: bool) -> Severity:
    """Return how sure it is; without an original small letters may be another body's own."""
    if not mention.term.attested or (not aided and not too_many_capitals(mention)):
        return Severity.HINT
    return Severity.ERROR if aided else Severity.WARNING
