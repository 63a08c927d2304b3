"""The other commands: align, checks, explain, glossary show; and termcheck as a module."""

import contextlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from termcheck.checks import CHECKS

Run = Callable[..., Any]
Refused = Callable[..., str]
Spawn = Callable[..., Any]
Pair = tuple[Path, Path]
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]


# As a process


def test_the_module_is_the_command(spawn: Spawn, report: Pair) -> None:
    done = spawn("check", report[0], "--source", report[1])
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("2 errors, 1 warning in 1 file (1 hint not shown: --show hint)\n")
    assert "\x1b" not in done.stdout


def test_reports_and_notes_go_different_ways(spawn: Spawn, report: Pair) -> None:
    done = spawn("check", report[0], "no.md", "--format", "json")
    assert done.returncode == 2
    assert done.stderr == "termcheck: no.md: no such file\n"
    assert len(json.loads(done.stdout)["documents"]) == 1


def test_a_plain_locale_does_not_matter(spawn: Spawn, report: Pair) -> None:
    done = spawn("check", report[0], LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "«Молдовы»" in done.stdout


def on_a_terminal(command: list[str], **more: str) -> str:
    """Run a command whose output goes to a terminal, and return what it shows."""
    pty = pytest.importorskip("pty")
    here, there = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **more}
    process = subprocess.Popen(command, stdout=there, stderr=there, env=environment)
    os.close(there)
    shown = b""
    with contextlib.suppress(OSError):  # so Linux says that there is no more
        while piece := os.read(here, 65536):
            shown += piece
    os.close(here)
    process.wait(timeout=120)
    return shown.decode("utf-8")


def test_colour_is_for_terminals_that_want_it(command: list[str], report: Pair) -> None:
    check = [*command, "check", str(report[0])]
    assert "\x1b[31m" in on_a_terminal(check, NO_COLOR="")
    assert "\x1b" not in on_a_terminal(check, NO_COLOR="1")
    shown = on_a_terminal([*check, "--output", "report.txt"], NO_COLOR="")
    assert shown == ""
    assert "\x1b" not in Path("report.txt").read_text(encoding="utf-8")


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith("termcheck, version ")
    assert "--source" in run("check", "-h").stdout


# align


def test_align_gives_positions_and_scores(run: Run, report: Pair) -> None:
    data = json.loads(run("align", report[0], "--source", report[1], "--format", "json").stdout)
    assert set(data) == {"pairs"}
    assert [(pair["source"], pair["target"]) for pair in data["pairs"]] == [([n], [n]) for n in range(6)]
    assert all(0 <= pair["score"] <= 1 for pair in data["pairs"])


def test_align_leaves_a_side_empty_where_nothing_answers(run: Run, report: Pair) -> None:
    text = report[1].read_text(encoding="utf-8")
    report[1].write_text(
        text.replace("3. The", "3. The meeting was suspended at noon for technical reasons.\n\n4. The", 1),
        encoding="utf-8",
    )
    pairs = json.loads(run("align", report[0], "--source", report[1], "--format", "json").stdout)["pairs"]
    assert {"source": [4], "target": []}.items() <= next(p for p in pairs if p["source"] == [4]).items()
    assert sorted(position for pair in pairs for position in pair["target"]) == list(range(6))


def test_align_as_text_has_a_line_a_pair(run: Run, report: Pair) -> None:
    lines = run("align", report[0], "--source", report[1]).stdout.splitlines()
    assert len(lines) == 6
    assert "para. 2: A statement was made by" in lines[3]
    assert "para. 2: С сообщением выступил представитель Молдовы." in lines[3]


def test_align_by_sentence_numbers_sentences(run: Run, report: Pair) -> None:
    for path, text in zip(
        report, ("Сессия открыта. Кворум имеется.", "The session is open. There is a quorum."), strict=True
    ):
        path.write_text(text, encoding="utf-8")
    result = run("align", report[0], "--source", report[1], "--level", "sentence", "--format", "json")
    pairs = json.loads(result.stdout)["pairs"]
    assert [(pair["source"], pair["target"]) for pair in pairs] == [([0], [0]), ([1], [1])]


def test_align_writes_a_file(run: Run, report: Pair) -> None:
    result = run("align", report[0], "--source", report[1], "--format", "json", "-o", "pairs.json")
    assert result.stdout == ""
    assert len(json.loads(Path("pairs.json").read_text(encoding="utf-8"))["pairs"]) == 6


def test_align_takes_no_bilingual_file(refused: Refused, report: Pair) -> None:
    Path("part.xlf").write_text("<xliff/>", encoding="utf-8")
    assert "bilingual" in refused("align", "part.xlf", "--source", report[1])


# checks, explain


def test_checks_lists_each_with_its_severity_and_a_sentence(run: Run) -> None:
    lines = run("checks").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[check.name, check.severity.label] for check in CHECKS]
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_explain_shows_wrong_and_right(run: Run, check: Any) -> None:
    text = run("explain", check.name).stdout
    assert text.startswith(f"{check.name} ({check.severity.label})\n\n")
    assert "Wrong:" in text
    assert "Right:" in text


def test_explain_a_family_explains_all_of_it(run: Run) -> None:
    text = run("explain", "symbol").stdout
    assert all(f"{check.name} (" in text for check in CHECKS if check.family == "symbol")
    assert "country/" not in text


def test_explain_an_unknown_check_names_the_nearest(refused: Refused) -> None:
    line = refused("explain", "country/list-oder")
    assert line == 'no check or family is called "country/list-oder"; did you mean "country/list-order"?'


# glossary show


def show(run: Run, name: str, *options: str) -> dict[str, Any]:
    concept: dict[str, Any] = json.loads(run("glossary", "show", name, "--format", "json", *options).stdout)
    return concept


def test_show_gives_every_russian_term_in_six_cases(run: Run) -> None:
    concept = show(run, "Чили")
    assert concept["id"] == "CHL"
    for term in concept["terms"]:
        if term["language"] == "ru":
            assert list(term["forms"]) == CASES, term["text"]
        else:
            assert "forms" not in term
    formal = next(t for t in concept["terms"] if t["language"] == "ru" and t["register"] == "formal")
    assert list(formal["forms"].values()) == [
        "Республика Чили", "Республики Чили", "Республике Чили",
        "Республику Чили", "Республикой Чили", "Республике Чили",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("MDA", "MDA"),
        ("mda", "MDA"),
        ("MD", "MDA"),
        ("498", "MDA"),
        ("Republic of Moldova", "MDA"),
        ("republic of moldova", "MDA"),
        ("Республикой Молдова", "MDA"),
        ("Молдовы", "MDA"),
        ("Chad", "TCD"),
        ("Нигером", "NER"),
        ("Нигерией", "NGA"),
        ("Совета Безопасности", "security-council"),
        ("security-council", "security-council"),
        ("ЭКОСОС", "economic-and-social-council"),
    ],
)
def test_show_knows_a_concept_by_any_name_id_or_code(run: Run, name: str, identity: str) -> None:
    assert show(run, name)["id"] == identity


def test_show_as_text(run: Run) -> None:
    text = run("glossary", "show", "Молдовы").stdout
    assert text.startswith("MDA (MD, MDA, 498): country, state\n")
    assert "[deprecated]" in text
    assert "gent Республики Молдова; datv Республике Молдова" in text


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Молдвы", "Молдова"),
        ("Republic of Moldva", "Republic of Moldova"),
        ("Совет Безопастности", "Совет Безопасности"),
    ],
)
def test_show_an_unknown_name_names_the_nearest(refused: Refused, name: str, meant: str) -> None:
    assert refused("glossary", "show", name) == f'no concept is called "{name}"; did you mean "{meant}"?'


def test_show_a_name_like_no_other(refused: Refused) -> None:
    assert refused("glossary", "show", "zzzzzzzz").startswith('no concept is called "zzzzzzzz"; ask for')


def test_a_glossary_of_ones_own_overrides(run: Run, here: Path) -> None:
    Path("own.toml").write_text(
        '[[concept]]\nid = "MDA"\nshort.en = "Moldova"\nshort.ru = "Молдова"\n', encoding="utf-8"
    )
    concept = show(run, "MDA", "--glossary", "own.toml")
    assert [term["text"] for term in concept["terms"]] == ["Moldova", "Молдова"]
    assert show(run, "MDA")["terms"][0]["text"] == "Republic of Moldova"


# fix


def test_fix_corrects_in_place_and_says_what_is_left(run: Run, report: Pair) -> None:
    before = report[0].read_text(encoding="utf-8")
    result = run("fix", report[0], "--source", report[1], "--unsafe")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "correction" in result.stderr
    after = report[0].read_text(encoding="utf-8")
    assert "представитель Молдовы" in before
    assert "представитель Республики Молдова" in after


def test_fix_can_show_what_would_change(run: Run, report: Pair) -> None:
    before = report[0].read_bytes()
    result = run("fix", report[0], "--source", report[1], "--unsafe", "--diff")
    assert any(line.startswith("+") and "Республики Молдова" in line for line in result.stdout.splitlines())
    assert report[0].read_bytes() == before


def test_fix_writes_elsewhere_on_request(run: Run, report: Pair) -> None:
    before = report[0].read_bytes()
    assert run("fix", report[0], "-o", "new.md", "--unsafe").exit_code == 0
    assert report[0].read_bytes() == before
    assert "Республики Молдова" in Path("new.md").read_text(encoding="utf-8")


def test_fix_leaves_a_correct_file_alone(run: Run, clean: Path) -> None:
    before = clean.stat().st_mtime_ns
    assert "0 corrections made" in run("fix", clean).stderr
    assert clean.stat().st_mtime_ns == before


def test_fix_corrects_an_xliff_and_touches_nothing_else(run: Run, here: Path) -> None:
    text = (
        '<xliff version="1.2"><file original="a" source-language="en" target-language="ru"><body>'
        "<trans-unit id='1'><source>See A/75/12 &amp; the note.</source>"
        "<target>См. документ А/75/12 &amp; записку.</target></trans-unit></body></file></xliff>\n"
    )
    Path("a.xlf").write_text(text, encoding="utf-8")
    assert run("fix", "a.xlf").exit_code == 0
    assert Path("a.xlf").read_text(encoding="utf-8") == text.replace("документ А/75", "документ A/75")


def test_fix_corrects_an_xliff_2(run: Run, here: Path) -> None:
    text = (
        '<xliff version="2.1" srcLang="en" trgLang="ru" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        "<file id='f'><unit id='1'><segment><source>See A/75/12 &amp; the note.</source>"
        "<target>См. <pc id='p'>документ А/75/12</pc> &amp; записку.</target></segment></unit>"
        "</file></xliff>\n"
    )
    Path("a.sdlxliff").write_text(text, encoding="utf-8")
    assert run("fix", "a.sdlxliff").exit_code == 0
    assert Path("a.sdlxliff").read_text(encoding="utf-8") == text.replace("документ А/75", "документ A/75")


def test_fix_says_that_a_pdf_is_not_corrected(refused: Refused, here: Path) -> None:
    Path("a.pdf").write_bytes(b"%PDF-1.7")
    assert refused("fix", "a.pdf") == "a.pdf: a PDF is not corrected; correct the file that it was made from"


def test_what_was_adopted_is_to_be_quoted_as_adopted(run: Run, here: Path) -> None:
    Path("ru.md").write_text("Группа призвала страны делиться передовым опытом.", encoding="utf-8")
    Path("en.md").write_text("The Group encouraged States to share good practices.", encoding="utf-8")
    Path("adopted.tmx").write_text(
        '<tmx version="1.4"><body><tu>'
        '<tuv xml:lang="en"><seg>The Group encouraged States to share good practices.</seg></tuv>'
        '<tuv xml:lang="ru"><seg>Группа призвала страны обмениваться передовым опытом.</seg></tuv>'
        "</tu></body></tmx>",
        encoding="utf-8",
    )
    shown = run("check", "ru.md", "--source", "en.md", "--memory", "adopted.tmx").stdout
    assert "«делиться» was adopted as «обмениваться» (adopted.tmx) [consistency/memory]" in shown
