"""Bad input: one line on standard error, exit status 2, and never a traceback."""

import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import termcheck.pipeline

Run = Callable[..., Any]
Refused = Callable[..., str]
Spawn = Callable[..., "subprocess.CompletedProcess[str]"]
Pair = tuple[Path, Path]

RUSSIAN_TEXT = "Группа выразила признательность за доклад и постановила вернуться к нему."
ENGLISH_TEXT = "The Group expressed its appreciation for the report and decided to revert to it."


# Documents


def test_a_missing_file(refused: Refused, here: Path) -> None:
    assert refused("check", "no.md") == "no.md: no such file"


def test_a_missing_original(refused: Refused, clean: Path) -> None:
    assert refused("check", clean, "--source", "no.md") == "no.md: no such file"


def test_an_unknown_suffix(refused: Refused, here: Path) -> None:
    Path("report.odp").write_text("…", encoding="utf-8")
    line = refused("check", "report.odp")
    assert line.startswith("report.odp: ")
    for known in (".odp", ".md", ".docx", ".xlf"):
        assert known in line


def test_a_folder_without_documents(refused: Refused, here: Path) -> None:
    Path("folder").mkdir()
    Path("folder/picture.png").write_bytes(b"")
    line = refused("check", "folder")
    assert line.startswith("folder: holds no file of a known format (.md, ")


def test_a_folder_as_the_original_of_nothing_in_it(refused: Refused, clean: Path) -> None:
    Path("en").mkdir()
    assert refused("check", clean, "--source", "en") == "en/clean.md: no such file"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "pipe.md", "pipe.docx", "pipe.tmx"),
        ("check", "pipe.md", "pipe.docx", "pipe.tmx", "--no-cache"),
        ("check", "clean.md", "--source", "pipe.md"),
        ("check", "clean.md", "--glossary", "pipe.csv"),
        ("fix", "pipe.docx"),
        ("glossary", "convert", "pipe.csv", "own.toml"),
    ],
)
def test_a_pipe_is_not_waited_for(spawn: Spawn, clean: Path, arguments: tuple[str, ...]) -> None:
    pipes = [name for name in arguments if name.startswith("pipe")]
    for name in pipes:
        os.mkfifo(name)
    told = spawn(*arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.splitlines() == [
        f"termcheck: {name}: is a pipe or a device; name a file" for name in pipes
    ]


def test_a_broken_docx(refused: Refused, here: Path) -> None:
    Path("report.docx").write_bytes(b"PK\x03\x04 and then nothing of an archive")
    assert refused("check", "report.docx").startswith("report.docx: ")


def test_an_archive_that_is_no_docx(refused: Refused, here: Path) -> None:
    with zipfile.ZipFile("report.docx", "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    assert refused("check", "report.docx").startswith("report.docx: ")


def test_a_docx_cut_short(refused: Refused, here: Path, docx: Callable[..., bytes]) -> None:
    whole = docx(RUSSIAN_TEXT)
    Path("report.docx").write_bytes(whole[: len(whole) // 2])
    assert refused("check", "report.docx").startswith("report.docx: ")


def test_an_xliff_that_is_not_xml(refused: Refused, here: Path) -> None:
    Path("report.xlf").write_text("Это не XML.", encoding="utf-8")
    assert refused("check", "report.xlf").startswith("report.xlf: is not well-formed XML")


def test_bytes_that_are_no_text(refused: Refused, here: Path) -> None:
    Path("report.md").write_bytes("Доклад Группы".encode() + b"\xff\xfe" + "о работе её совещания".encode())
    assert refused("check", "report.md").startswith("report.md: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(refused: Refused, clean: Path) -> None:
    clean.chmod(0)
    assert refused("check", clean).startswith("clean.md: cannot be read (Permission denied)")


# Languages


def test_russian_and_english_swapped(refused: Refused, report: Pair) -> None:
    line = refused("check", report[1], "--source", report[0])
    assert line == "en.md is English and ru.md Russian: they seem swapped; the Russian comes first"


def test_the_sides_of_an_xliff_swapped(refused: Refused, here: Path) -> None:
    Path("part.xlf").write_text(
        '<xliff version="1.2"><file original="a"><body><trans-unit id="1">'
        f"<source>{RUSSIAN_TEXT}</source><target>{ENGLISH_TEXT}</target></trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    line = refused("check", "part.xlf")
    assert line == "part.xlf: its source is Russian and its target English: they seem swapped"


def test_an_english_file_alone(refused: Refused, report: Pair) -> None:
    assert refused("check", report[1]).startswith("en.md: is not in Russian")


def test_a_russian_original(refused: Refused, report: Pair) -> None:
    line = refused("check", report[0], "--source", report[0])
    assert line == "ru.md: is in Russian; --source takes the English original"


def test_a_french_original(refused: Refused, report: Pair) -> None:
    report[1].write_text(
        "Le Groupe de travail a tenu une réunion à Vienne, à laquelle trente États étaient représentés "
        "et dans le cadre de laquelle les participants ont adopté le rapport de la session sans vote.\n" * 4,
        encoding="utf-8",
    )
    line = refused("check", report[0], "--source", report[1])
    assert line == "en.md: is in French; --source takes the English original"


def test_an_empty_original(refused: Refused, report: Pair) -> None:
    report[1].write_text("", encoding="utf-8")
    line = refused("align", report[0], "--source", report[1])
    assert line == "en.md: holds no text, but ru.md does; they cannot be compared"


UNRELATED = (
    "The annual rainfall of the islands has been measured since 1911.",
    "Coral reefs protect the coast from storms and feed thousands of families.",
    "Fishing licences are issued by the harbour office on weekdays.",
    "A new lighthouse replaced the wooden one that burnt down in 1987.",
    "Turtles come ashore in April to lay their eggs under the palms.",
    "The ferry takes four hours and does not run in high seas.",
    "Breadfruit and taro are grown on terraces above the lagoon.",
    "Schoolchildren learn to swim before they learn to read.",
    "Visitors need neither visa nor vaccination, only a return ticket.",
    "The museum keeps canoes, nets and a whale’s jawbone.",
    "Radio programmes are broadcast in three languages.",
    "Drinking water comes from cisterns and from one deep well.",
)
MEETING = (
    "Рабочая группа избрала заместителя Председателя путем аккламации.",
    "Повестка дня была утверждена без голосования; поправок не поступило.",
    "Представитель секретариата выступил с вступительным заявлением.",
    "Ряд ораторов подчеркнули важность своевременного выделения средств.",
    "Было отмечено, что сотрудничество правоохранительных органов расширяется.",
    "Некоторые делегации предложили провести межсессионное совещание.",
    "Секретариату было предложено подготовить справочный документ.",
    "Участники дискуссии рассказали о законодательстве своих стран.",
    "Следующая сессия состоится, если не будет принято иного решения, осенью.",
    "Председатель поблагодарил переводчиков и объявил сессию закрытой.",
    "Доклад был утвержден с внесенными в него устными поправками.",
    "Список участников приводится в приложении к настоящему докладу.",
)


@pytest.mark.parametrize("command", ["check", "align"])
def test_two_files_that_have_nothing_to_do_with_each_other(
    command: str, run: Run, refused: Refused, here: Path
) -> None:
    Path("en.md").write_text("\n\n".join(UNRELATED), encoding="utf-8")
    Path("ru.md").write_text("\n\n".join(MEETING), encoding="utf-8")
    line = refused(command, "ru.md", "--source", "en.md")
    assert line.startswith(
        "en.md: does not seem to be the original of ru.md: of 12 English and 12 Russian paragraphs only 0 "
    )
    assert line.endswith("name the right file, or go on with --force")
    assert run(command, "ru.md", "--source", "en.md", "--force").exit_code == 0


# Glossaries


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '[[concept]]\nid = "ohchr"\nprefered = "x"',
            'own.toml, concept "ohchr": unknown key "prefered"; known are: ',
        ),
        (
            '[[concept]]\nid = "ohchr"\nabbreviaton.en = "OHCHR"',
            'own.toml, concept "ohchr": unknown key "abbreviaton"; did you mean "abbreviation"?',
        ),
        ("not TOML at all", "own.toml: is not valid TOML: "),
    ],
)
def test_a_glossary_that_cannot_be_understood(refused: Refused, clean: Path, content: str, said: str) -> None:
    Path("own.toml").write_text(content, encoding="utf-8")
    assert refused("check", clean, "--glossary", "own.toml").startswith(said)


def test_a_missing_glossary(refused: Refused, clean: Path) -> None:
    line = refused("check", clean, "--glossary", "no.toml")
    assert line == "no.toml: cannot be read: No such file or directory"


# Arguments


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "RUSSIAN"),
        (("chek",), "chek"),
        (("check", "clean.md", "--fail-on", "fatal"), "fatal"),
        (("check", "clean.md", "--format", "xml"), "xml"),
        (("check", "clean.md", "--sorce", "en.md"), "--sorce"),
        (("--loud", "check", "clean.md"), "--loud"),
        (("align", "clean.md"), "--source"),
        (("glossary", "show"), "NAME"),
        (("explain", "symbol/extr"), 'did you mean "symbol/extra"?'),
    ],
)
def test_bad_arguments(refused: Refused, clean: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments)


def test_no_arguments_at_all_get_help(run: Run) -> None:
    assert "check" in run().output


# The world around


def test_an_interrupt_is_quiet(run: Run, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("multiprocessing.connection.wait", interrupted)  # while its processes work
    result = run("check", clean, "--no-cache")
    assert (result.exit_code, result.output) == (130, "")


def test_an_error_of_the_system_is_one_line(
    refused: Refused, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worn_out(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", "disk")

    monkeypatch.setattr(termcheck.pipeline, "check_files", worn_out)
    assert refused("check", clean, "--no-cache") == "disk: Input/output error"


@pytest.mark.slow
def test_a_reader_that_has_seen_enough(command: list[str], here: Path) -> None:
    text = "".join(f"{number}. Выступил представитель Молдовы.\n\n" for number in range(1, 1500))
    Path("long.md").write_text(text, encoding="utf-8")
    writer = subprocess.Popen(
        [*command, "check", "long.md", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # unbuffered, Python forgets what did not go through
    )
    assert writer.stdout
    assert writer.stderr
    writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait(timeout=120) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk(command: list[str], clean: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*command, "check", str(clean)], stdout=full, stderr=subprocess.PIPE, timeout=120, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"termcheck: standard output cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_is_a_device_is_not_replaced(refused: Refused, clean: Path) -> None:
    line = refused("check", clean, "--output", "/dev/full")
    assert line == "--output /dev/full: cannot be written: No space left on device"
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("check", "ru.md", "--baseline", "no/known.json", "--write-baseline"), "--baseline no/known.json"),
        (("fix", "ru.md", "--output", "no/ru.md"), "--output no/ru.md"),
        (("glossary", "convert", "own.csv", "no/own.toml"), "no/own.toml"),
    ],
)
def test_what_cannot_be_written_is_named_as_it_was_given(
    refused: Refused, report: Pair, arguments: tuple[str, ...], given: str
) -> None:
    Path("own.csv").write_text("en,ru\nPeru,Перу\n", encoding="utf-8")
    assert refused(*arguments) == f"{given}: cannot be written: No such file or directory"


def test_a_baseline_by_default_is_named_by_the_option_that_writes_it(refused: Refused, clean: Path) -> None:
    Path("termcheck-baseline.json").symlink_to("no/known.json")
    line = refused("check", clean, "--write-baseline")
    assert line == "--write-baseline termcheck-baseline.json: cannot be written: No such file or directory"


# Whatever the bytes


@pytest.mark.slow
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".md", ".txt", ".docx", ".pdf", ".xlf"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_give_a_traceback(run: Run, tmp_path: Path, data: bytes, suffix: str) -> None:
    file = tmp_path / f"random{suffix}"
    file.write_bytes(data)
    result = run("check", file)  # run fails on any exception but an exit
    assert result.exit_code in (0, 1, 2)
    assert result.stderr.count("\n") == (1 if result.exit_code == 2 else 0)


@pytest.mark.slow
@given(
    text=st.text(
        st.one_of(
            st.characters(codec="utf-8"), st.sampled_from("#*[]()<>|\\`_-–—«»„“.,;:/\n\t\r АaБbВB1234567890")
        ),
        max_size=200,
    )
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_gives_a_traceback(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "random.md"
    file.write_text(f"{RUSSIAN_TEXT}\n\n{text}", encoding="utf-8")
    source = tmp_path / "source.md"
    source.write_text(f"{ENGLISH_TEXT}\n\n{text}", encoding="utf-8")
    assert run("check", file, "--source", source, "--show", "hint").exit_code in (0, 1, 2)


@pytest.mark.parametrize("name", ["report.rtf", "report.doc", "report.DOC"])
def test_older_formats_of_word_processors_are_to_be_saved_anew(
    name: str, refused: Refused, here: Path
) -> None:
    Path(name).write_bytes(b"{\\rtf1 text}")
    assert refused("check", name) == f"{name}: is in a format that is not read; save it as DOCX"


def test_an_older_file_under_a_new_name(refused: Refused, here: Path) -> None:
    Path("a.docx").write_bytes(b"{\\rtf1 text}")
    assert refused("check", "a.docx") == "a.docx: is an RTF file; save it as DOCX"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("check", "clean.md", "--format", "json", "--output", "report.html"),
            "--output report.html: the suffix is of another format than json; take another name, or "
            "--format html",
        ),
        (
            ("check", "clean.md", "--output", "report.pdf"),
            "--output report.pdf: the suffix is of another format than text; take another name",
        ),
        (
            ("align", "clean.md", "--source", "en.md", "--format", "tmx", "-o", "pairs.json"),
            "--output pairs.json: the suffix is of another format than tmx; take another name, or "
            "--format json",
        ),
        (
            ("fix", "clean.md", "--output", "clean.docx"),
            "--output clean.docx: clean.md keeps its format; name a .md file",
        ),
        (
            ("check", "clean.md", "--output", "no/report.txt"),
            "--output no/report.txt: cannot be written: No such file or directory",
        ),
        (
            ("align", "clean.md", "--source", "en.md", "-o", "no/pairs.txt"),
            "--output no/pairs.txt: cannot be written: No such file or directory",
        ),
        (
            ("fix", "clean.md", "--output", "no/clean.md"),
            "--output no/clean.md: cannot be written: No such file or directory",
        ),
        (
            ("check", "clean.md", "--write-baseline", "--baseline", "no/known.json"),
            "--baseline no/known.json: cannot be written: No such file or directory",
        ),
        (
            ("glossary", "convert", "terms.csv", "no/terms.toml"),
            "no/terms.toml: cannot be written: No such file or directory",
        ),
        (
            ("check", "clean.md", "--output", "."),
            "--output .: cannot be written: Is a directory",
        ),
    ],
)
def test_where_no_report_can_go_no_work_begins(
    refused: Refused, clean: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    def begun(*_: object) -> None:
        raise AssertionError("the work has begun")

    monkeypatch.setattr("termcheck.glossary.compiled.load", begun)
    monkeypatch.setattr("termcheck.glossary.files.read", begun)
    assert refused(*arguments) == told


@pytest.mark.parametrize("name", ["report", "report.txt", "report.log", "report.sarif.json", "REPORT.JSON"])
def test_a_suffix_that_promises_nothing_else_will_do(run: Run, clean: Path, name: str) -> None:
    assert run("check", clean, "--format", "sarif", "--output", name).exit_code == 0
    assert Path(name).is_file()
