"""A check's docstring, taken apart for the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from termcheck.checks import CHECKS

_EXAMPLES = ("Wrong:", "Right:")


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a check looks for, why, and pairs of ("wrong" or "right", an example)."""

    name: str
    summary: str
    paragraphs: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]


def documentation(names: frozenset[str]) -> Iterator[Documentation]:
    """Yield the documentation of the checks of these names, in the order of all checks."""
    for check in CHECKS:
        if check.name not in names:
            continue
        blocks = check.documentation.split("\n\n")
        prose = (" ".join(block.split()) for block in blocks[1:] if not block.startswith(_EXAMPLES))
        examples = (
            example for block in blocks if block.startswith(_EXAMPLES) for example in _examples(block)
        )
        yield Documentation(check.name, check.summary, tuple(prose), tuple(examples))


def _examples(block: str) -> Iterator[tuple[str, str]]:
    """Yield what a block of examples shows; a line without "Wrong" or "Right" goes on with the one above."""
    kind, words = "", ""
    for line in block.splitlines():
        if line.startswith(_EXAMPLES):
            if kind:
                yield kind, words
            head, _, rest = line.partition(":")
            kind, words = head.lower(), rest.strip()
        else:
            words = f"{words} {line.strip()}"
    yield kind, words
