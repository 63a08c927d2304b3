"""termcheck glossary."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termcheck.cli.options import glossary_option, load_glossaries
from termcheck.cli.output import demand_place, write_out
from termcheck.cli.trouble import tell
from termcheck.errors import UsageError

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary
    from termcheck.model import Concept

_FILE = click.Path(path_type=Path)


@click.group()
def glossary() -> None:
    """Look into the glossaries, convert and check them."""


@glossary.command("list")
@glossary_option
@click.option("--domain", metavar="NAME", help="Only the concepts of this domain: country, title, heading …")
def list_(glossaries: tuple[Path, ...], domain: str | None) -> None:
    """List all concepts: id, English, Russian; without --domain first how many each domain has."""
    from termcheck.writers.concept import concept_as_line, domains_as_text

    concepts = load_glossaries(glossaries).concepts()
    if domain is None:
        write_out(domains_as_text(concepts))
    chosen = [concept for concept in concepts if domain in (None, concept.domain)]
    if not chosen:
        raise UsageError(f'no concept is of the domain "{domain}"')
    write_out("".join(map(concept_as_line, chosen)))


@glossary.command()
@click.argument("name")
@glossary_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(name: str, glossaries: tuple[Path, ...], format_: str) -> None:
    """Show the concept called NAME (a name of it in any form, its id or code) with its terms and their forms.

    Several concepts may share a name; JSON holds the one that it stands for first.
    """
    from termcheck.writers.concept import concept_as_json, concept_as_text

    concepts = _named(load_glossaries(glossaries), name)
    if format_ == "json":
        write_out(concept_as_json(concepts[0]))
    else:
        write_out("\n".join(map(concept_as_text, concepts)))


@glossary.command()
@click.argument("words")
@glossary_option
@click.option("--most", default=20, show_default=True, help="So many concepts at the most.")
def search(words: str, glossaries: tuple[Path, ...], most: int) -> None:
    """Find the concepts whose names are like WORDS, the likeliest first."""
    from rapidfuzz import fuzz, process

    from termcheck.language.scripts import fold
    from termcheck.writers.concept import concept_as_line

    compiled = load_glossaries(glossaries)
    names = process.extract(
        words, compiled.names(), scorer=fuzz.WRatio, processor=fold, score_cutoff=75, limit=10 * most
    )
    found = {concept.id: concept for name, _, _ in names for concept in compiled.named(name)}
    if not found:
        raise UsageError(f'nothing is called anything like "{words}"')
    write_out("".join(map(concept_as_line, list(found.values())[:most])))


@glossary.command()
@click.argument("source", type=_FILE)
@click.argument("target", type=_FILE)
@click.option(
    "--dialect", type=click.Choice(["core", "min", "basic"]), default="basic", help="Of a TBX target."
)
@click.option("--style", type=click.Choice(["dca", "dct"]), default="dca", help="Of a TBX target.")
def convert(source: Path, target: Path, dialect: str, style: str) -> None:
    """Convert the glossary SOURCE to TARGET, each in the format that its suffix names."""
    from termcheck.glossary.files import Tbx, not_held, read, write
    from termcheck.glossary.merging import identified

    demand_place(target, option="")
    given = identified(read(source))
    tbx = Tbx(dialect, style)
    for remark in (*given.remarks, *given.gaps, *not_held(target, given, tbx)):
        tell(remark)
    write_out(write(target, given, tbx), target, option="")


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.pass_context
def validate(context: click.Context, files: tuple[Path, ...]) -> None:
    """Read glossary FILES and say what is doubtful in them; exit status 1 if anything is."""
    from termcheck.glossary.files import read
    from termcheck.glossary.validation import doubts

    found = 0
    for file in files:
        given = read(file)
        for remark in given.remarks:
            tell(remark)
        told = (f"{file}: {doubt}" for doubt in doubts(given, load_glossaries(())))
        for doubt in (*given.gaps, *told):
            found += 1
            write_out(f"{doubt}\n")
        count = len(given.concepts) + len(given.series)
        write_out(f"{file}: {count} {'entry' if count == 1 else 'entries'} read\n")
    if found:
        context.exit(1)


@glossary.command()
@click.argument("english", type=_FILE)
@click.argument("russian", type=_FILE)
@glossary_option
@click.option("--departures", is_flag=True, help="Print the lines in which no right rendering stands.")
def attest(english: Path, russian: Path, glossaries: tuple[Path, ...], departures: bool) -> None:
    """Count how aligned text renders each concept: line n of RUSSIAN translates line n of ENGLISH."""
    from termcheck.recognition.attestation import attest as count
    from termcheck.writers.attestation import attestation_as_text

    sides = [_lines(path) for path in (english, russian)]
    if len(sides[0]) != len(sides[1]):
        raise UsageError(
            f"{english} has {len(sides[0])} lines and {russian} {len(sides[1])}; they must match"
        )
    write_out(
        attestation_as_text(
            count(zip(*sides, strict=True), load_glossaries(glossaries)), departures=departures
        )
    )


def _lines(path: Path) -> list[str]:
    from termcheck.formats import read_text

    return read_text(path).splitlines()


def _named(compiled: "CompiledGlossary", name: str) -> "tuple[Concept, ...]":
    from rapidfuzz import fuzz, process

    from termcheck.language.scripts import fold

    if concepts := compiled.named(name):
        return concepts
    nearest = process.extractOne(name, compiled.names(), scorer=fuzz.ratio, processor=fold, score_cutoff=75)
    remedy = "ask for a name in either language, an id or a code"
    if nearest:
        terms = compiled.named(nearest[0])[0].terms
        remedy = f'did you mean "{max(terms, key=lambda term: fuzz.ratio(name, term.text)).text}"?'
    raise UsageError(f'no concept is called "{name}"; {remedy}')
