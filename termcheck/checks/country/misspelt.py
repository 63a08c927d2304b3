"""country/misspelt."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.broken_titles import broken_titles
from termcheck.checks.check import Reach, check
from termcheck.checks.misspelt_states import misspelt_states
from termcheck.model import Message, Problem, Severity


@check("country/misspelt", Severity.ERROR, Reach.PAIR)
def misspelt(bitext: Bitext) -> Iterator[Problem]:
    """Find a State, or what is of it, with a slip in its name.

    No dictionary knows the word, a letter or two make it a State's, and the English names that State. Without
    an original only a long name with one slip is told, as a warning. Also a name of several words of which
    one is lost, or in another case than the next.

    Wrong:  the Government of Luxembourg: правительство Люксенбурга
    Right:  the Government of Luxembourg: правительство Люксембурга
    """
    for slip in misspelt_states(bitext):
        yield Problem(
            slip.passage,
            Message("«{found}» is nearly «{right}»", {"found": slip.passage.text, "right": slip.meant.form}),
            suggestions=(slip.meant.form,),
            source=slip.english.passage if slip.english else None,
            severity=None if slip.english else Severity.WARNING,
            cause=f"{slip.meant.concept.id} {slip.passage.text}",
        )
    for broken in broken_titles(bitext):
        if broken.concept.domain == "country":
            yield Problem(
                broken.passage,
                Message(
                    "«{found}» is nearly «{right}»", {"found": broken.passage.text, "right": broken.right}
                ),
                suggestions=(broken.right,),
                source=broken.english,
                cause=f"{broken.concept.id} {broken.passage.text}",
            )
