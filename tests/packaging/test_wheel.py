"""What is installed: glossaries and other data travel in the wheel, and stand beside a checkout."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

import termcheck
from termcheck.glossary.bundled import bundled

ROOT = Path(__file__).parents[2]
REPORT = "1. Рабочая группа рассмотрела документ СТОС/COP/WG.4/2021/1.\n"  # the first word is Cyrillic


def build(source: Path, target: Path, kind: str) -> Path:
    """Build a wheel or an sdist of a source tree with what is installed here, and return it."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    done = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    (built,) = target.iterdir()
    return built


def run(*arguments: str, where: Path, path: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Run termcheck in a folder; `path` is where it is installed, without it that of the tests."""
    environment = {**os.environ, "PYTHONPATH": str(path or ""), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-m", "termcheck", *arguments],
        cwd=where, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed; what it needs is taken from where the tests run."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*pip, str(target), str(wheel)], check=True, capture_output=True)
    return target


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def expected() -> set[str]:
    """The package as it stands here, and the glossaries inside it."""
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "termcheck").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    return package | {f"termcheck/glossaries/{path.name}" for path in (ROOT / "glossaries").glob("*.toml")}


def test_the_wheel_holds_the_package_its_data_and_the_glossaries(wheel: Path) -> None:
    assert names(wheel) == expected()
    assert "termcheck/glossaries/countries.toml" in names(wheel)
    assert {name for name in names(wheel) if name.endswith(".toml")} > {"termcheck/symbols/parts.toml"}


def test_the_sdist_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        # Python 3.11 has filters from 3.11.4 on.
        safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(tmp_path / "source", **safely)
    (source,) = (tmp_path / "source").iterdir()
    assert names(build(source, tmp_path / "built", "wheel")) == names(wheel)
    assert (source / "tests" / "run").stat().st_mode & 0o100


def test_an_installed_termcheck_finds_its_glossaries(installed: Path, tmp_path: Path) -> None:
    done = run("glossary", "show", "Чили", "--format", "json", where=tmp_path, path=installed)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "CHL"


@pytest.mark.slow
def test_an_installed_termcheck_checks(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    done = run("check", "report.md", "--format", "json", where=tmp_path, path=installed)
    assert (done.returncode, done.stderr) == (1, "")
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["suggestions"] == ["CTOC/COP/WG.4/2021/1"]


def test_an_installed_termcheck_is_the_one_that_ran(installed: Path, tmp_path: Path) -> None:
    code = "import termcheck.glossary.bundled as b; print(*b.bundled(), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = [Path(line) for line in done.stdout.splitlines()]
    assert {path.parent for path in found} == {installed / "termcheck" / "glossaries"}
    assert [path.name for path in found] == [path.name for path in bundled()]


def test_in_a_checkout_the_glossaries_stand_beside_the_package(tmp_path: Path) -> None:
    assert Path(termcheck.__file__).parent == ROOT / "termcheck", "the tests want an editable install"
    assert {path.parent for path in bundled()} == {ROOT / "glossaries"}
    done = run("glossary", "show", "Чили", "--format", "json", where=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == "CHL"
