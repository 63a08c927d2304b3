"""How other glossaries call the status of a term."""

from rapidfuzz import process

from termcheck.model import Status

_NAMES = {
    Status.PREFERRED: "preferred; approved; recommended; standard; official; valid; preferredTerm-admn-sts; "
    "standardizedTerm-admn-sts; legalTerm-admn-sts; regulatedTerm-admn-sts; предпочтительный; утвержден; "
    "рекомендуется",
    Status.ADMITTED: "admitted; allowed; acceptable; accepted; synonym; variant; admittedTerm-admn-sts; "
    "допустимый; допускается; синоним; вариант",
    Status.DEPRECATED: "deprecated; forbidden; prohibited; do not use; not recommended; avoid; wrong; "
    "incorrect; rejected; unapproved; deprecatedTerm-admn-sts; не рекомендуется; запрещено; "
    "не использовать; неправильно",
    Status.SUPERSEDED: "superseded; obsolete; outdated; former; historical; supersededTerm-admn-sts; "
    "устаревший; прежний; бывший",
}
_STATUS = {name.strip().lower(): status for status, names in _NAMES.items() for name in names.split(";")}
_SURE = 85.0


def status_of(word: str) -> Status | None:
    """Return the status that a word means, in the terms of TBX, of other tools or of an office's table."""
    plain = " ".join(word.replace("_", " ").split()).lower()
    if plain in _STATUS:
        return _STATUS[plain]
    found = process.extractOne(plain, list(_STATUS), score_cutoff=_SURE)
    return _STATUS[found[0]] if found and len(plain) > 4 else None
