"""The hook, run by pre-commit itself in a repository made for it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from termcheck import formats

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"

WRONG = "1. Рабочая группа рассмотрела документ СТОС/COP/WG.4/2021/1.\n"  # the first word is Cyrillic
RIGHT = "1. Рабочая группа рассмотрела документ CTOC/COP/WG.4/2021/1.\n"
ENGLISH = "1. The Working Group considered document CTOC/COP/WG.4/2021/1.\n"


def git(*arguments: str, where: Path) -> str:
    command = ["git", "-c", "user.name=Translator", "-c", "user.email=translator@example.org", *arguments]
    done = subprocess.run(command, cwd=where, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Make a folder a repository with all that it holds in its one commit, and return that."""
    git("init", "--quiet", where=folder)
    git("add", "--all", where=folder)
    git("commit", "--quiet", "--message", "Begin", where=folder)
    return git("rev-parse", "HEAD", where=folder)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Termcheck as others get it: a repository with what a build needs, and its commit."""
    folder = tmp_path_factory.mktemp("project") / "termcheck"
    folder.mkdir()
    for name in ("termcheck", "glossaries"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    return folder, committed(folder)


@pytest.fixture(scope="module")
def translations(
    project: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """A repository of translations that has the hook, and the environment to run pre-commit in."""
    repository, revision = project
    folder = tmp_path_factory.mktemp("translations")
    (folder / "ru").mkdir()
    (folder / "en").mkdir()
    (folder / "ru" / "report.md").write_text(RIGHT, encoding="utf-8")
    (folder / "en" / "report.md").write_text(ENGLISH, encoding="utf-8")
    hook = {"id": "termcheck", "args": ["ru", "--source", "en"]}
    config = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    committed(folder)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return folder, environment


def pre_commit(
    translations: tuple[Path, dict[str, str]], *arguments: str
) -> "subprocess.CompletedProcess[str]":
    folder, environment = translations
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *arguments],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=900,
    )  # fmt: skip


def test_the_hook_is_described_as_pre_commit_asks() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("suffix", [*formats.FORMATS, *formats.BILINGUAL_FORMATS])
def test_the_hook_runs_for_every_format(suffix: str) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert re.search(hook["files"], f"ru/report{suffix}")
    assert not re.search(hook["files"], f"ru/report{suffix}.py")
    assert not re.search(hook["files"], "notes.toml")


@pytest.mark.slow
def test_the_hook_passes_what_is_right_and_stops_what_is_wrong(
    translations: tuple[Path, dict[str, str]],
) -> None:
    folder, _ = translations
    done = pre_commit(translations, "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout

    (folder / "ru" / "report.md").write_text(WRONG, encoding="utf-8")
    git("add", "ru", where=folder)
    done = pre_commit(translations)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    assert "[symbol/mixed-script]" in done.stdout
    assert "English: “CTOC/COP/WG.4/2021/1”" in done.stdout  # the original was found
    git("reset", "--quiet", "--hard", where=folder)


@pytest.mark.slow
def test_the_hook_does_not_run_when_no_document_has_changed(
    translations: tuple[Path, dict[str, str]],
) -> None:
    folder, _ = translations
    (folder / "build.py").write_text("", encoding="utf-8")
    git("add", "build.py", where=folder)
    done = pre_commit(translations)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Skipped" in done.stdout
