"""Pages as LibreOffice and pandoc make them of a Word file: the same words and the same findings."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.formats import read
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Kind
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = [f"{name}.{language}" for name in ("clean", "planted") for language in ("ru", "en")]
