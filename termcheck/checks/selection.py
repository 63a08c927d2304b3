"""Which checks run."""

from collections.abc import Sequence

from rapidfuzz import process

from termcheck.checks import CHECKS, Check
from termcheck.errors import UsageError


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
    nearest = process.extractOne(name, sorted(known), score_cutoff=60)
    remedy = f'did you mean "{nearest[0]}"?' if nearest else "`termcheck checks` lists them"
    raise UsageError(f'no check or family is called "{name}"; {remedy}')
