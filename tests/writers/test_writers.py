import subprocess
import sys

import pytest

from termcheck.model import Severity
from termcheck.writers import WRITERS


@pytest.mark.parametrize("name", WRITERS)
def test_every_name_is_that_of_a_writer(name: str) -> None:
    assert isinstance(WRITERS[name]([], Severity.WARNING), str)


def test_the_names_of_the_formats_load_none_of_them() -> None:
    code = "import sys; from termcheck.writers import WRITERS; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"jinja2", "spacy", "lxml", "click", "termcheck.formats"} & set(loaded)
