"""Several processes: interrupted, they go without a word; one that is lost costs one document."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Repository = Callable[[Path, int], Path]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the processes")
NEVER = 600  # seconds: what has not come by then, on the busiest machine, does not come
CHECK = (sys.executable, "-m", "termcheck", "check", "--jobs", "2", "--no-cache")


def below(process: int) -> list[int]:
    """All processes that a process has started, and those that these have."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [each for child in map(int, started) for each in (child, *below(child))]


def wait_for(process: "subprocess.Popen[str]", children: int) -> list[int]:
    until = time.monotonic() + NEVER
    while len(found := below(process.pid)) < children:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.01)
    return found


def assert_gone(processes: list[int]) -> None:
    until = time.monotonic() + NEVER
    while any(Path(f"/proc/{process}").exists() for process in processes):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def running(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> "subprocess.Popen[str]":
    """A check of more than can be done before it is stopped, in a group of processes of its own."""
    monkeypatch.chdir(repository(tmp_path, 300))
    return subprocess.Popen(
        CHECK,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        # Who runs the tests in the background may have told their processes to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.mark.parametrize("children", [1, 2], ids=["while they start", "at work"])
def test_an_interrupt_is_quiet_and_ends_all(running: "subprocess.Popen[str]", children: int) -> None:
    started = wait_for(running, children)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    printed, told = running.communicate(timeout=NEVER)
    assert (running.returncode, printed, told) == (130, "", "")
    assert_gone(started)


@pytest.mark.slow
@pytest.mark.parametrize("children", [1, 2], ids=["while they start", "at work"])
def test_a_cancelled_job_ends_all(running: "subprocess.Popen[str]", children: int) -> None:
    started = wait_for(running, children)
    running.terminate()
    running.communicate(timeout=NEVER)  # all that it started have closed what they share with it
    assert running.returncode == 143
    assert_gone(started)


@pytest.mark.slow
def test_a_job_that_is_killed_ends_all(running: "subprocess.Popen[str]") -> None:
    started = wait_for(running, 2)
    running.kill()
    running.communicate(timeout=NEVER)
    assert_gone(started)


@pytest.mark.slow
def test_a_process_that_is_lost_costs_one_document(running: "subprocess.Popen[str]") -> None:
    os.kill(wait_for(running, 2)[-1], signal.SIGKILL)  # as a system without memory does
    printed, told = running.communicate(timeout=NEVER)
    assert running.returncode == 2
    assert re.fullmatch(
        r"termcheck: ru/session-\d+/report-\d+\.md: the process that checked it was stopped from outside, "
        r"perhaps for want of memory, while [a-z].+; fewer --jobs need less\n",
        told,
    )
    assert " in 299 files" in printed.splitlines()[-1]
