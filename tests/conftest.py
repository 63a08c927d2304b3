"""What all tests share: the bundled glossaries, compiled once."""

from pathlib import Path

import pytest

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load


@pytest.fixture(scope="session")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> CompiledGlossary:
    return load(bundled(), tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the tests out of the user's cache."""
    directory = tmp_path_factory.getbasetemp() / "user-cache"
    monkeypatch.delenv("TERMCHECK_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(directory))
    return directory
