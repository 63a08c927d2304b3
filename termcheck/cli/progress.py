"""A progress bar on standard error, when work takes over a second and a person watches."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_PATIENCE = 1.0  # seconds
_STEPS = 1000  # of the bar, for one pair of files


class Progress:
    """Shows how far the work on some pairs of files has come."""

    def __init__(self, files: int = 1, label: str = "Checking") -> None:
        self._label = label
        self._files = files
        self._done = 0
        self._shown = 0
        self._start = time.monotonic()
        self._watched = sys.stderr.isatty()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def tick(self, part: float) -> None:
        """Tell that this part of the current pair, from 0 to 1, is done."""
        if not self._watched or time.monotonic() - self._start < _PATIENCE:
            return
        if self._bar is None:
            self._bar = click.progressbar(length=self._files * _STEPS, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        reached = int((self._done + part) * _STEPS)
        self._bar.update(reached - self._shown)
        self._shown = reached

    def next(self) -> None:
        """Tell that the current pair is done."""
        self.tick(1.0)
        self._done += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
