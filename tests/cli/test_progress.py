"""The progress bar: on standard error, after a second, when a person watches."""

import io
import time

import pytest

from termcheck.cli.progress import Progress


class Screen(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the clock shows: set the first."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def work(clock: list[float], seconds: float) -> None:
    with Progress(2) as progress:
        for file in range(2):
            for part in (0.25, 0.5, 0.75):
                clock[0] = seconds * (file + part) / 2
                progress.tick(part)
            progress.next()


def test_short_work_shows_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    work(clock, 0.9)
    assert screen.getvalue() == ""


def test_long_work_shows_how_far_it_is(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    work(clock, 20)
    assert "Checking" in screen.getvalue()
    assert "62%" in screen.getvalue()  # a quarter of the second file
    assert "100%" in screen.getvalue()


def test_no_one_watches_a_file(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr("sys.stderr", log)
    work(clock, 20)
    assert log.getvalue() == ""
