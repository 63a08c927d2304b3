"""Trouble of the user's is one line on standard error and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from termcheck.errors import TermcheckError

EXIT_TROUBLE = 2


class Trouble(click.ClickException):
    """A TermcheckError on its way out."""

    exit_code = EXIT_TROUBLE

    def show(self, file: object = None) -> None:
        """Print the one line."""
        tell(self.message)


def tell(message: object) -> None:
    """Say what is wrong on standard error, in one line."""
    click.echo(f"termcheck: {message}", err=True)


@contextmanager
def told() -> Iterator[None]:
    """Turn a TermcheckError into its line and exit status 2."""
    try:
        yield
    except TermcheckError as error:
        raise Trouble(str(error)) from error
