"""The edge of the program: whatever goes wrong there is one line on standard error and exit status 2."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from click.exceptions import Exit, NoArgsIsHelpError

from termcheck.errors import TermcheckError
from termcheck.model import Directive, Result

EXIT_TROUBLE = 2
EXIT_INTERRUPTED = 130  # as a shell says it: 128 and the number of the signal
EXIT_TERMINATED = 143


class Edge(click.Group):
    """Commands whose trouble is told in one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments before the command's name."""
        with _told():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command's arguments and run it."""
        with _told(), _ending_all():
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


def tell_requests(result: Result) -> None:
    """Say which requests for silence silence nothing, and which go on to the end of the file unasked."""
    for directive in result.unused:
        _tell_unused(directive)
    for document in (result.russian, result.source):
        for directive in document.directives if document else ():
            if not directive.ended and directive not in result.unused:
                said = _said("ignore-begin", directive)
                tell(f"{said} has no ignore-end and silences all to the end of the file; put one there")


def _tell_unused(directive: Directive) -> None:
    """Say why nothing is silenced, if a check is named that does not exist."""
    from termcheck.checks.selection import named  # spaCy comes with it: few requests are in vain

    remedy = "it can go"
    for name in directive.checks:
        try:
            named(name)
        except TermcheckError as error:
            remedy = str(error)
    tell(f"{_said('ignore', directive)} silences nothing; {remedy}")


def _said(verb: str, directive: Directive) -> str:
    """Return where a request stands and what it says."""
    place = directive.place
    where = ", ".join(filter(None, (place.path, f"line {place.line}" if place.line else place.label)))
    return f"{where}: “{' '.join((verb, ', '.join(directive.checks))).strip()}”"


@contextmanager
def _ending_all() -> Iterator[None]:
    """Let a job that is cancelled end the processes that it has started, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminated)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminated(*_: object) -> None:
    raise SystemExit(EXIT_TERMINATED)  # no library that is being imported catches it


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
