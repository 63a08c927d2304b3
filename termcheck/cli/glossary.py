"""termcheck glossary."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termcheck.cli.options import all_glossaries, glossary_option
from termcheck.cli.output import write_out
from termcheck.errors import UsageError

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary
    from termcheck.model import Concept


@click.group()
def glossary() -> None:
    """Look into the glossaries."""


@glossary.command()
@click.argument("name")
@glossary_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(name: str, glossaries: tuple[Path, ...], format_: str) -> None:
    """Show the concept called NAME (a name of it in any form, its id or code) with its terms and their forms.

    Several concepts may share a name; JSON holds the one that it stands for first.
    """
    from termcheck.glossary.compiled import load
    from termcheck.writers.concept import concept_as_json, concept_as_text

    concepts = _named(load(all_glossaries(glossaries)), name)
    if format_ == "json":
        write_out(concept_as_json(concepts[0]))
    else:
        write_out("\n".join(map(concept_as_text, concepts)))


def _named(compiled: "CompiledGlossary", name: str) -> "tuple[Concept, ...]":
    from rapidfuzz import fuzz, process

    if concepts := compiled.named(name):
        return concepts
    nearest = process.extractOne(name.lower(), compiled.names(), scorer=fuzz.ratio, score_cutoff=70)
    remedy = "ask for a name in either language, an id or a code"
    if nearest:
        terms = compiled.named(nearest[0])[0].terms
        remedy = f'did you mean "{max(terms, key=lambda term: fuzz.ratio(name, term.text)).text}"?'
    raise UsageError(f'no concept is called "{name}"; {remedy}')
