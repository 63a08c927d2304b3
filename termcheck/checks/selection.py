"""Which checks run."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from termcheck.checks import CHECKS, Check
from termcheck.errors import UsageError

_NEAR = 80  # of 100: a letter or two of a word; "title/wrong" is like "title/role" to 76


def selected(select: Sequence[str], ignore: Sequence[str]) -> tuple[Check, ...]:
    """Return the checks chosen by family ("symbol") or name ("symbol/extra"); all without a choice.

    Raises UsageError for a name that is neither.
    """
    for name in (*select, *ignore):
        _must_be_known(name)
    return tuple(
        check for check in CHECKS if (not select or _is_named(check, select)) and not _is_named(check, ignore)
    )


def named(name: str) -> tuple[Check, ...]:
    """Return the check with this name, or all of this family."""
    _must_be_known(name)
    return tuple(check for check in CHECKS if _is_named(check, (name,)))


def _is_named(check: Check, names: Sequence[str]) -> bool:
    return check.name in names or check.family in names


def _must_be_known(name: str) -> None:
    known = {known for check in CHECKS for known in (check.name, check.family)}
    if name in known:
        return
    called = {known: known for known in sorted(known)}
    if "/" not in name:  # "quotes" is "text/quotes"
        called |= {check.name: check.name.partition("/")[2] for check in CHECKS}
    nearest = process.extractOne(name, called, scorer=fuzz.ratio, score_cutoff=_NEAR)
    remedy = f'did you mean "{nearest[2]}"?' if nearest else "`termcheck checks` lists them"
    raise UsageError(f'no check or family is called "{name}"; {remedy}')
