"""termcheck glossary: list, search, convert, validate, attest."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from termcheck.cli import main
from termcheck.glossary.files import read

OWN = (
    '[glossary]\ntitle = "Own"\ndomain = "title"\n[[concept]]\nid = "x"\nfull.en = "Fund"\nfull.ru = "Фонд"\n'
)


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["glossary", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_list_counts_the_domains_and_names_each_concept(own: Path) -> None:
    code, out, _ = run("list", "--glossary", own)
    assert code == 0
    assert "country: 255 concepts" in out
    assert any(line.split() == ["x", "Fund", "Фонд"] for line in out.splitlines())


def test_list_of_an_unknown_domain_is_trouble() -> None:
    code, _, error = run("list", "--domain", "fish")
    assert code == 2
    assert error == 'termcheck: no concept is of the domain "fish"\n'


def test_search_finds_what_is_nearly_meant() -> None:
    code, out, _ = run("search", "Совет Безопастности")
    assert code == 0
    assert out.splitlines()[0].startswith("security-council ")


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".toml"])
def test_convert_there_and_back(suffix: str, own: Path, tmp_path: Path) -> None:
    there, back = tmp_path / f"there{suffix}", tmp_path / "back.toml"
    assert run("convert", own, there) == (0, "", "")
    assert run("convert", there, back)[0] == 0
    assert read(back).concepts == read(own).concepts


@pytest.mark.parametrize("dialect", ["core", "min", "basic"])
@pytest.mark.parametrize("style", ["dca", "dct"])
def test_convert_to_any_tbx(dialect: str, style: str, own: Path, tmp_path: Path) -> None:
    target = tmp_path / "own.tbx"
    assert run("convert", own, target, "--dialect", dialect, "--style", style)[0] == 0
    assert f'type="TBX-{dialect.capitalize()}" style="{style}"' in target.read_text(encoding="utf-8")
    assert read(target).concepts == read(own).concepts


def test_convert_tells_what_the_format_cannot_hold(tmp_path: Path) -> None:
    series = tmp_path / "series.toml"
    series.write_text('[[series]]\nprefix = "A"\n', encoding="utf-8")
    _, _, error = run("convert", series, tmp_path / "series.csv")
    assert "no place for document series; 1 are left out" in error


def test_convert_to_an_unknown_format_is_trouble(own: Path, tmp_path: Path) -> None:
    code, _, error = run("convert", own, tmp_path / "own.doc")
    assert code == 2
    assert "unknown format “.doc”" in error
    assert error.count("\n") == 1


def test_validate_says_what_is_doubtful(own: Path, tmp_path: Path) -> None:
    assert run("validate", own) == (0, f"{own}: 1 entry read\n", "")
    doubtful = tmp_path / "doubtful.toml"
    doubtful.write_text(OWN.replace("Фонд", "Foнд"), encoding="utf-8")
    code, out, _ = run("validate", doubtful)
    assert code == 1
    assert "letters of two alphabets" in out


def test_attest_counts(tmp_path: Path) -> None:
    english, russian = tmp_path / "en.txt", tmp_path / "ru.txt"
    english.write_text("the General Assembly\n", encoding="utf-8")
    russian.write_text("Генеральной Ассамблее\n", encoding="utf-8")
    code, out, _ = run("attest", english, russian)
    assert code == 0
    assert "1 concepts, 1 times in 1 lines: 100.0% preferred or admitted" in out


def test_attest_of_sides_that_do_not_match_is_trouble(tmp_path: Path) -> None:
    english, russian = tmp_path / "en.txt", tmp_path / "ru.txt"
    english.write_text("one\ntwo\n", encoding="utf-8")
    russian.write_text("один\n", encoding="utf-8")
    code, _, error = run("attest", english, russian)
    assert code == 2
    assert error.endswith("they must match\n")


def test_validate_tells_of_rows_that_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("en,ru\nbay,залив\nport,\n", encoding="utf-8")
    code, out, _ = run("validate", path)
    assert (code, out) == (1, f"terms.csv: row 3 has no Russian term; left out\n{path}: 1 entry read\n")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "own.toml",
            '[[concept]]\nid = "x"\nfull.en = "Fund"\nfull.ru = { text = "Фонд воды", bend = "вода" }\n',
            'concept "x": bend: "вода" is not a word of "Фонд воды"',
        ),
        (
            "own.toml",
            '[[concept]]\nid = "x"\nfull.en = "Fund"\nfull.ru = { text = "Фонд воды", bend = "Фонд рек" }\n',
            'concept "x": bend: "рек" is not a word of "Фонд воды"',
        ),
        (
            "own.csv",
            "en,ru,bend\nFund,Фонд воды,Фон\n",
            'concept "Fund": bend: "Фон" is not a word of "Фонд воды"',
        ),
    ],
)
def test_words_that_bend_must_be_there(name: str, content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    for command in (("validate", path), ("list", "--glossary", path)):
        code, _, error = run(*command)
        assert (code, error) == (2, f"termcheck: {path}, {told}; write it as it stands there\n")


def test_a_text_that_looks_like_a_formula_is_a_text_there_and_back(tmp_path: Path) -> None:
    table, book, back = (tmp_path / f"own{suffix}" for suffix in (".csv", ".xlsx", ".tsv"))
    table.write_text("English;Russian\nsum;=СУММ(1)\n", encoding="utf-8")
    assert run("convert", table, book)[0] == run("convert", book, back)[0] == 0
    assert "\t=СУММ(1)\t" in back.read_text(encoding="utf-8")
