"""What the tests of the command line need: a way to run it, and a small report with known mistakes."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termcheck.cli import main

# Two errors, a warning (Peru is missing) and a hint (brackets that the English has too).
RUSSIAN = """\
# Доклад о работе совещания

13 октября 2021 года

1. Рабочая группа рассмотрела документ СТОС/COP/WG.4/2021/1.

2. С сообщением выступил представитель Молдовы.

3. Слово взяли представители Канады и Чили [...].

4. Группа выразила признательность за доклад и постановила вернуться к нему.
"""
ENGLISH = """\
# Report on the meeting

13 October 2021

1. The Working Group considered document CTOC/COP/WG.4/2021/1.

2. A statement was made by the representative of the Republic of Moldova.

3. The representatives of Canada, Chile and Peru took the floor [...].

4. The Group expressed its appreciation for the report and decided to revert to it.
"""
CLEAN = "1. Группа выразила признательность за доклад и постановила вернуться к нему.\n"

Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run() -> Run:
    """Run termcheck within this process: what it says on both streams, and its exit status."""

    def invoke(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Run termcheck on what it must refuse: the one line that it says, with exit status 2."""

    def invoke(*arguments: str | Path) -> str:
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("termcheck: ")
        assert result.stderr.count("\n") == 1, result.stderr
        return result.stderr.removeprefix("termcheck: ").rstrip("\n")

    return invoke


@pytest.fixture
def command() -> list[str]:
    return [sys.executable, "-m", "termcheck"]


@pytest.fixture
def spawn(command: list[str]) -> Spawn:
    """Run termcheck as a process of its own."""

    def start(*arguments: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **more},
            timeout=120,
            check=False,
        )

    return start


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def report(here: Path) -> tuple[Path, Path]:
    """The report with mistakes, ru.md, and its original, en.md."""
    (here / "ru.md").write_text(RUSSIAN, encoding="utf-8")
    (here / "en.md").write_text(ENGLISH, encoding="utf-8")
    return Path("ru.md"), Path("en.md")


@pytest.fixture
def clean(here: Path) -> Path:
    """A report without mistakes, clean.md."""
    (here / "clean.md").write_text(CLEAN, encoding="utf-8")
    return Path("clean.md")


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """The bytes of a DOCX file with these paragraphs."""

    def write(*paragraphs: str) -> bytes:
        body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(
                "_rels/.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org'
                '/officeDocument/2006/relationships/officeDocument"/></Relationships>',
            )
            archive.writestr(
                "word/document.xml",
                '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f"<w:body>{body}</w:body></w:document>",
            )
        return buffer.getvalue()

    return write
