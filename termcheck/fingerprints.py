"""What a finding is known by when its document has changed: the words, not the lines."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from termcheck.model import UNREADABLE, Finding, Passage

_AROUND = 3  # words on either side: enough to tell two places apart, few enough to survive an edit nearby
_LONG = 8  # words: of a whole paragraph only both ends count, it may be edited in the middle
_DIGITS = 32
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What was found and the words around it, in one spelling of blanks; nothing of where it stands.

    Of something missing `found` is what should stand there, `before` and `after` are words of the English.
    """

    check: str
    found: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def file_evidence(contents: Iterable[bytes]) -> Evidence:
    """Return what is known of files that cannot be checked: what is in them."""
    digest = sha256()
    for content in contents:
        digest.update(sha256(content).digest())
    return Evidence(UNREADABLE, digest.hexdigest()[:_DIGITS], (), ())


def evidence(finding: Finding) -> Evidence:
    """Return what a finding is known by."""
    problem = finding.problem
    if not problem.absent:
        passage = problem.passage
        return _evidence(finding.check, passage.text, passage)
    missing = problem.suggestions[0] if problem.suggestions else ""
    if problem.source:
        return _evidence(finding.check, missing or problem.source.text, problem.source)
    return Evidence(finding.check, missing, (), _words(problem.passage.text)[:_AROUND])


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return a fingerprint for each finding: 32 hexadecimal digits that depend on its evidence alone.

    Of findings with the same evidence in one file the second gets ":2" behind it, the third ":3", so that
    none are equal there. The path is no part of it: a renamed file keeps its fingerprints.
    """
    seen = Counter[tuple[str, str]]()
    told = list[str]()
    for finding in findings:
        digest = _digest(evidence(finding))
        key = (finding.place.path, digest)
        seen[key] += 1
        told.append(digest if seen[key] == 1 else f"{digest}:{seen[key]}")
    return tuple(told)


def _evidence(check: str, found: str, passage: Passage) -> Evidence:
    text, span = passage.segment.text, passage.in_text
    before, after = _words(text[: span.start])[-_AROUND:], _words(text[span.end :])[:_AROUND]
    return Evidence(check, _ends(found), before, after)


def _ends(text: str) -> str:
    """Return a text with single blanks, of a long one its first and last words."""
    words = text.split()
    if len(words) > _LONG:
        words = [*words[: _LONG // 2], "…", *words[-_LONG // 2 :]]
    return " ".join(words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _digest(known: Evidence) -> str:
    parts = (known.check, known.found, " ".join(known.before), " ".join(known.after))
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
