"""The edge of the program: whatever goes wrong there is one line on standard error and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from click.exceptions import Exit, NoArgsIsHelpError

from termcheck.errors import TermcheckError
from termcheck.model import Directive

EXIT_TROUBLE = 2
EXIT_INTERRUPTED = 130  # as a shell says it: 128 and the number of the signal


class Edge(click.Group):
    """Commands whose trouble is told in one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments before the command's name."""
        with _told():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command's arguments and run it."""
        with _told():
            return super().invoke(ctx)


class Trouble(click.ClickException):
    """What went wrong, on its way out."""

    exit_code = EXIT_TROUBLE

    def show(self, file: object = None) -> None:
        """Print the one line."""
        tell(self.message)


def tell(message: object) -> None:
    """Say what is wrong on standard error, in one line."""
    click.echo(f"termcheck: {' '.join(str(message).splitlines())}", err=True)


def tell_unused(directive: Directive) -> None:
    """Say that a request for silence silences nothing."""
    place = directive.place
    where = ", ".join(filter(None, (place.path, f"line {place.line}" if place.line else place.label)))
    tell(f"{where}: “ignore {', '.join(directive.checks)}” silences nothing; it can go".replace(" ”", "”"))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except TermcheckError as error:
        raise Trouble(str(error)) from error
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise Trouble(f"{error.format_message()} {_remedy(error)}".rstrip()) from error
    except OSError as error:
        raise Trouble(f"{error.filename or 'input or output'}: {error.strerror or error}") from error
    except KeyboardInterrupt:
        raise Exit(EXIT_INTERRUPTED) from None


def _remedy(error: click.UsageError) -> str:
    return f"`{error.ctx.command_path} --help` tells more." if error.ctx else ""
