"""What `termcheck align` gives: one format a file, ALIGNMENT_FORMATS says which name is written by which."""

from collections.abc import Callable, Mapping

from termcheck.model import Alignment

# Each writer is imported where it is used: who wants JSON does not wait for templates.


def _text(alignment: Alignment) -> str:
    from termcheck.writers.alignment.text import alignment_as_text

    return alignment_as_text(alignment)


def _json(alignment: Alignment) -> str:
    from termcheck.writers.alignment.json import alignment_as_json

    return alignment_as_json(alignment)


def _tsv(alignment: Alignment) -> str:
    from termcheck.writers.alignment.tsv import alignment_as_tsv

    return alignment_as_tsv(alignment)


def _tmx(alignment: Alignment) -> str:
    from termcheck.writers.alignment.tmx import alignment_as_tmx

    return alignment_as_tmx(alignment)


def _xliff(alignment: Alignment) -> str:
    from termcheck.writers.alignment.xliff import alignment_as_xliff

    return alignment_as_xliff(alignment)


def _html(alignment: Alignment) -> str:
    from termcheck.writers.alignment.html import alignment_as_html

    return alignment_as_html(alignment)


ALIGNMENT_FORMATS: Mapping[str, Callable[[Alignment], str]] = {
    "text": _text,
    "json": _json,
    "tsv": _tsv,
    "tmx": _tmx,
    "xliff": _xliff,
    "html": _html,
}
