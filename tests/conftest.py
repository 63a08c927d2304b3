"""What all tests share: the bundled glossaries, compiled once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load

# Laws are about what holds, not how fast: a busy machine must not fail them. Where a commit is judged they
# are tried with the same examples each time; elsewhere with new ones.
settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")


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
