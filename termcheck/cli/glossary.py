"""termcheck glossary."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termcheck.cli.options import all_glossaries, glossary_option
from termcheck.cli.trouble import told
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
    """Show the concept called NAME (a name of it in any form, or its id) with its terms and their forms."""
    from termcheck.glossary.compiled import load
    from termcheck.writers.concept import concept_as_json, concept_as_text

    with told():
        compiled = load(all_glossaries(glossaries))
        concepts = _named(compiled, name)
    write = concept_as_json if format_ == "json" else concept_as_text
    click.echo("\n\n".join(map(write, concepts)) if format_ == "text" else write(concepts[0]))


def _named(compiled: "CompiledGlossary", name: str) -> "tuple[Concept, ...]":
    from rapidfuzz import process

    if concepts := compiled.named(name):
        return concepts
    nearest = process.extractOne(name.lower(), compiled.names(), score_cutoff=70)
    remedy = f'did you mean "{nearest[0]}"?' if nearest else "ask for a name in either language, or an id"
    raise UsageError(f'no concept is called "{name}"; {remedy}')
