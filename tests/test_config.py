"""The configuration file: what it says, and how it is told what is wrong in it."""

from datetime import date
from pathlib import Path

import pytest

from termcheck.config import Config, PairPattern, SeverityRule, find, load
from termcheck.errors import ConfigError
from termcheck.model import Severity

WHOLE = """\
glossaries = ["terms.csv"]
memories = ["tm/adopted.tmx"]
select = ["country", "symbol/extra"]
ignore = ["text/yo"]
exclude = ["ru/drafts"]
show = "hint"
fail-on = "never"
format = "json"
date = 2021-10-13
baseline = "known.json"

[[pairs]]
russian = "ru/{path}.md"
english = "en/{path}.md"

[[pairs]]
russian = "{path}.xlf"

[[severity]]
check = "symbol"
path = ["ru/annexes/**"]
concept = "MDA"
to = "off"

[[severity]]
check = ["country/extra", "title"]
to = "warning"
"""


@pytest.fixture
def said(tmp_path: Path) -> Path:
    return tmp_path / "termcheck.toml"


def refused(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file, file.name)
    return str(caught.value)


def test_all_keys(said: Path) -> None:
    said.write_text(WHOLE, encoding="utf-8")
    root = said.parent
    assert load(said) == Config(
        root,
        str(said),
        pairs=(PairPattern("ru/{path}.md", "en/{path}.md"), PairPattern("{path}.xlf", None)),
        exclude=("ru/drafts",),
        glossaries=(root / "terms.csv",),
        memories=(root / "tm/adopted.tmx",),
        select=("country", "symbol/extra"),
        ignore=("text/yo",),
        severities=(
            SeverityRule(None, ("symbol",), ("ru/annexes/**",), ("MDA",)),
            SeverityRule(Severity.WARNING, ("country/extra", "title")),
        ),
        show="hint",
        fail_on="never",
        format="json",
        day=date(2021, 10, 13),
        baseline=root / "known.json",
    )


def test_pyproject_says_the_same_in_its_table(tmp_path: Path) -> None:
    lines = ("[project]", 'name = "x"', "[tool.termcheck]", *WHOLE.splitlines())
    text = "\n".join(lines).replace("[[", "[[tool.termcheck.")
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text(WHOLE, encoding="utf-8")
    assert load(tmp_path / "pyproject.toml", "x") == load(tmp_path / "termcheck.toml", "x")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('# first\n\nglosary = ["a.csv"]', 'line 3: unknown key "glosary"; did you mean "glossaries"?'),
        ("[glosary]", 'line 1: unknown key "glosary"; did you mean "glossaries"?'),
        (
            '[[pairs]]\nrussian = "a"\n\n[[pairs]]\nrussian = "b"\nenglsh = "c"',
            'line 6: unknown key "englsh"; did you mean "english"?',
        ),
        (
            'pairs = [{ russian = "a", englsh = "b" }]',
            'line 1: unknown key "englsh"; did you mean "english"?',
        ),
        (
            '[[severity]]\nto = "off"\nchek = "symbol"',
            'line 3: unknown key "chek"; did you mean "check"?',
        ),
        (
            "zzz = 1",
            'line 1: unknown key "zzz"; known are: pairs, exclude, glossaries, memories, select, ignore, '
            "severity, show, fail-on, format, date, baseline, cpu-limit",
        ),
        ("\nshow = 3", 'line 2: "show" is one of "error", "warning", "hint", not 3'),
        ('fail-on = "nevr"', 'line 1: "fail-on" is one of "error", "warning", "hint", "never", not "nevr"'),
        (
            '[[severity]]\ncheck = "symbol"\nto = "of"',
            'line 3: "to" is one of "error", "warning", "hint", "off", not "of"',
        ),
        ("glossaries = 1", 'line 1: "glossaries" takes texts in [ ], such as ["…", "…"], not 1'),
        ("select = [true]", 'line 1: "select" takes texts in [ ], such as ["…", "…"], not [True]'),
        ("format = true", 'line 1: "format" takes a text in quotes, not true'),
        ('date = "soon"', 'line 1: "date" takes a date such as 2016-05-17, not "soon"'),
        (
            "date = 2021-10-13T10:00:00",
            'line 1: "date" takes a date such as 2016-05-17, not 2021-10-13T10:00:00',
        ),
        ('pairs = ["ru"]', 'line 1: "pairs" takes tables; begin each with [[pairs]]'),
        ('[[pairs]]\nenglish = "a"', 'line 1: needs a pattern, such as russian = "ru/{path}.md"'),
        ('[[severity]]\nto = "off"', 'line 1: needs a check, a path or a concept, such as check = "symbol"'),
        ('\n[[severity]]\ncheck = "text"', 'line 2: needs the severity, such as to = "hint"'),
        ('[[pairs]]\nrussian = "{}.md"', 'line 2: "{}.md": braces hold a name, as in {path} or {name}'),
        (
            '[[pairs]]\nrussian = "{a}.md"\nenglish = "{b}.md"',
            'line 3: "english" has {b}, which "russian" has not; both need the same names',
        ),
        ('exclude = ["../a"]', 'line 1: "../a": paths begin in the folder of termcheck.toml'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(said: Path, text: str, line: str) -> None:
    assert refused(said, text) == f"termcheck.toml, {line}"


def test_no_key_is_suggested_for_one_unlike_it(said: Path) -> None:
    assert refused(said, "line = 1").startswith(
        'termcheck.toml, line 1: unknown key "line"; known are: pairs,'
    )


def test_a_line_of_pyproject(tmp_path: Path) -> None:
    text = '[tool.other]\nshow = 1\n\n[tool.termcheck]\nselect = ["text"]\nshow = 1\n'
    assert refused(tmp_path / "pyproject.toml", text).startswith('pyproject.toml, line 6: "show" is one of')


def test_no_toml(said: Path) -> None:
    line = refused(said, 'show = "hint"\nselect = [')
    assert line.startswith("termcheck.toml: is not valid TOML: ")
    said.write_bytes('select = ["текст"]'.encode("cp1251"))
    with pytest.raises(ConfigError, match="is not UTF-8; save it as UTF-8"):
        load(said)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file; `termcheck init` writes a configuration"):
        load(tmp_path / "termcheck.toml")


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    (tmp_path / "termcheck.toml").touch()
    (tmp_path / "a/pyproject.toml").write_text("[project]\n# tool.termcheck\n", encoding="utf-8")
    assert find(deep) == tmp_path / "termcheck.toml"  # that project has nothing to say
    (tmp_path / "a/pyproject.toml").write_text("[tool.termcheck]\n", encoding="utf-8")
    assert find(deep) == tmp_path / "a/pyproject.toml"
    (tmp_path / "a/termcheck.toml").touch()
    assert find(deep) == tmp_path / "a/termcheck.toml"
