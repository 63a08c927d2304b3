"""What a configuration file says, as the options of a command that were not given."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from termcheck.config import Config, find, load
from termcheck.errors import ConfigError, UsageError
from termcheck.patterns import relative

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary

Command = TypeVar("Command", bound=Callable[..., Any])

_CONFIG = "termcheck.config"
_NONE = "termcheck.no-config"
_NEAR = 80  # of 100: a letter or two of an id; "office" is like "cites" to 73


def config_options(command: Command) -> Command:
    """Add `--config FILE` and `--no-config`; what the file says becomes the default of other options."""
    for option in (_no_config_option, _config_option):
        command = option(command)
    return command


def config_of(context: click.Context) -> Config | None:
    """Return the configuration of a command under `config_options`; None without one."""
    config: Config | None = context.meta.get(_CONFIG)
    return config


def names_in(config: Config | None) -> tuple[str, ...]:
    """Return the names of checks and concepts that `known_in` makes sure of."""
    if config is None:
        return ()
    rules = config.severities
    return (
        *config.select,
        *config.ignore,
        *(name for rule in rules for name in (*rule.checks, *rule.concepts)),
    )


def known_in(glossary: "CompiledGlossary", config: Config | None) -> "CompiledGlossary":
    """Return the glossary; raise ConfigError where the configuration names a check or concept in vain."""
    if config is None:
        return glossary
    from termcheck.checks.selection import named  # spaCy comes with it: not where all is remembered

    named_checks = [(config.shown, name) for name in (*config.select, *config.ignore)]
    named_checks += [(rule.place, name) for rule in config.severities for name in rule.checks]
    for place, name in named_checks:
        try:
            named(name)
        except UsageError as error:
            raise ConfigError(f"{place}: {error}") from None
    for rule in config.severities:
        for name in rule.concepts:
            if glossary.concept(name) is None:
                raise ConfigError(f'{rule.place}: no concept has the id "{name}"{_instead(name, glossary)}')
    return glossary


def _instead(name: str, glossary: "CompiledGlossary") -> str:
    """Name the concept that was meant: one of that name, or of an id like it."""
    from rapidfuzz import fuzz, process

    meant = [concept.id for concept in glossary.named(name)]
    ids = [concept.id for concept in glossary.concepts()]
    like = process.extract(name, ids, scorer=fuzz.ratio, limit=1, score_cutoff=_NEAR)
    nearest = meant or [found for found, *_ in like]
    return f'; did you mean "{nearest[0]}"?' if nearest else "; `termcheck glossary show NAME` tells ids"


def _take(context: click.Context, _option: click.Parameter, given: Path | None) -> None:
    if context.resilient_parsing or (given is None and context.meta.get(_NONE)):
        return
    if given and context.meta.get(_NONE):
        raise UsageError("--config and --no-config exclude each other; leave one out")
    file = given or find(Path.cwd())
    if file is None:
        return
    config = load(file, str(relative(file)))
    context.meta[_CONFIG] = config
    context.default_map = _defaults(config, context.command)


def _leave(context: click.Context, _option: click.Parameter, no: bool) -> None:
    context.meta[_NONE] = no
    if no and _CONFIG in context.meta:
        raise UsageError("--config and --no-config exclude each other; leave one out")


_config_option = click.option(
    "--config",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    is_eager=True,
    expose_value=False,
    callback=_take,
    help="The configuration, if not the nearest termcheck.toml or pyproject.toml upwards.",
)
_no_config_option = click.option(
    "--no-config",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_leave,
    help="Heed no configuration.",
)


def _defaults(config: Config, command: click.Command) -> dict[str, Any]:
    """Return what the configuration says by the names of a command's parameters."""
    said = {
        "glossaries": tuple(map(relative, config.glossaries)),
        "memories": tuple(map(relative, config.memories)),
        "select": config.select,
        "ignore": config.ignore,
        "show": config.show,
        "fail_on": config.fail_on,
        "day": config.day and config.day.isoformat(),
        "format_": config.format,
        "baseline": config.baseline and relative(config.baseline),
        "cpu_limit": config.cpu_limit,
    }
    for parameter in command.params:
        if parameter.name == "format_" and config.format and isinstance(parameter.type, click.Choice):
            known = tuple(parameter.type.choices)
            if config.format not in known:
                choice = ", ".join(f'"{name}"' for name in known)
                raise ConfigError(f'{config.shown}: "format" is one of {choice}, not "{config.format}"')
    return {name: value for name, value in said.items() if value}
