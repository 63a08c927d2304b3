"""How other glossaries call the status of a term."""

from rapidfuzz import fuzz, process

from termcheck.model import Status

_NAMES = {
    Status.PREFERRED: "preferred; approved; recommended; standard; official; valid; preferredTerm-admn-sts; "
    "standardizedTerm-admn-sts; legalTerm-admn-sts; regulatedTerm-admn-sts; предпочтительный; утвержден; "
    "рекомендуется",
    Status.ADMITTED: "admitted; allowed; acceptable; accepted; synonym; variant; admittedTerm-admn-sts; "
    "допустимый; допускается; синоним; вариант",
    Status.DEPRECATED: "deprecated; forbidden; prohibited; do not use; not recommended; avoid; wrong; "
    "incorrect; rejected; unapproved; not approved; not preferred; not allowed; unofficial; "
    "deprecatedTerm-admn-sts; не рекомендуется; запрещено; не использовать; неправильно",
    Status.SUPERSEDED: "superseded; obsolete; outdated; former; historical; supersededTerm-admn-sts; "
    "устаревший; прежний; бывший",
}
_STATUS = {name.strip().lower(): status for status, names in _NAMES.items() for name in names.split(";")}
_SURE = 85.0
_NEGATIONS = ("un", "non", "not ", "in", "dis", "не")  # "nonpreferred" is like "preferred" and its opposite


def status_of(word: str) -> Status | None:
    """Return the status that a word means, in the terms of TBX, of other tools or of an office's table."""
    plain = " ".join(word.replace("_", " ").split()).lower()
    if plain in _STATUS:
        return _STATUS[plain]
    if len(plain) < 5 or plain.startswith(_NEGATIONS):
        return None
    found = process.extractOne(plain, list(_STATUS), scorer=fuzz.ratio, score_cutoff=_SURE)
    return _STATUS[found[0]] if found else None
