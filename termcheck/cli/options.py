"""Arguments and options that several commands share."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from termcheck.glossary.bundled import bundled

Command = TypeVar("Command", bound=Callable[..., Any])


def glossary_option(command: Command) -> Command:
    """Add `--glossary FILE`, repeatable."""
    return click.option(
        "--glossary",
        "glossaries",
        multiple=True,
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE",
        help="A glossary on top of the bundled ones; repeatable, later ones override.",
    )(command)


def all_glossaries(given: Sequence[Path]) -> tuple[Path, ...]:
    """Return the bundled glossaries and those given, in order of growing weight."""
    return (*bundled(), *given)
