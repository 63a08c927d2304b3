"""What is told: not what a baseline knows, and on request only what has changed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

OLD = "См. документ СТОС/COP/2008/19.\n\nДоклад утвержден.\n"
NEW = "См. документ СТОС/COP/2008/20.\n\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "report.md"
    file.write_text(OLD, encoding="utf-8")
    return file


def _found(result: Result) -> list[str]:
    return [finding["text"] for finding in json.loads(result.stdout)["findings"]]


def test_what_a_baseline_knows_is_not_told(run: Run, report: Path) -> None:
    written = run("check", "report.md", "--write-baseline")
    assert (written.exit_code, "termcheck-baseline.json: 1 finding written" in written.stderr) == (0, True)
    report.write_text(NEW + OLD, encoding="utf-8")
    result = run("check", "report.md", "--baseline", "termcheck-baseline.json", "--format", "json")
    assert (result.exit_code, _found(result)) == (1, ["СТОС/COP/2008/20"])


def test_what_is_no_longer_found_is_told_and_taken_out_on_request(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    report.write_text("Доклад утвержден.\n", encoding="utf-8")
    told = run("check", "report.md", "--baseline", "known.json")
    assert "known.json: no longer found: report.md: symbol/mixed-script “СТОС/COP/2008/19”" in told.stderr
    assert "СТОС" in Path("known.json").read_text(encoding="utf-8")
    assert "taken out" in run("check", "report.md", "--baseline", "known.json", "--prune-baseline").stderr
    assert "СТОС" not in Path("known.json").read_text(encoding="utf-8")


def test_a_check_that_does_not_run_makes_nothing_stale(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    told = run("check", "report.md", "--baseline", "known.json", "--select", "country")
    assert "no longer found" not in told.stderr


def test_a_baseline_of_other_files_is_kept(run: Run, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(NEW, encoding="utf-8")
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    run("check", "other.md", "--baseline", "known.json", "--write-baseline")
    assert run("check", ".", "--baseline", "known.json").exit_code == 0


def test_a_missing_baseline_is_told(run: Run, report: Path) -> None:
    result = run("check", "report.md", "--baseline", "known.json")
    assert (result.exit_code, result.stderr) == (
        2,
        "termcheck: known.json: no such file; write a baseline with --write-baseline\n",
    )


def _git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_only_what_has_changed_since_a_revision_is_told(run: Run, report: Path) -> None:
    _git("init", "--quiet")
    _git("add", "report.md")
    _git("commit", "--quiet", "--message", "Add a report")
    assert run("check", "report.md", "--diff", "HEAD").exit_code == 0
    report.write_text(f"Доклад утвержден.\n\n{NEW}{OLD}\n{OLD}", encoding="utf-8")  # moved, added, doubled
    result = run("check", "report.md", "--diff", "HEAD", "--format", "json")
    assert _found(result) == ["СТОС/COP/2008/20", "СТОС/COP/2008/19"]


def test_a_changed_original_tells_of_its_translation(run: Run, report: Path) -> None:
    english = report.with_name("report.en.md")
    english.write_text("See document CTOC/COP/2008/19.\n\nThe report was adopted.\n", encoding="utf-8")
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    arguments = ("check", "report.md", "--source", "report.en.md", "--diff", "HEAD", "--format", "json")
    assert _found(run(*arguments)) == []
    english.write_text("See document CTOC/COP/2009/19.\n\nThe report was adopted.\n", encoding="utf-8")
    assert "СТОС/COP/2008/19" in _found(run(*arguments))


def test_an_unknown_revision_and_a_folder_without_git_are_told(run: Run, report: Path) -> None:
    result = run("check", "report.md", "--diff", "HEAD")
    assert result.exit_code == 2
    assert result.stderr.startswith("termcheck: --diff HEAD: git says: not a git repository")
    _git("init", "--quiet")
    assert "no such revision" in run("check", "report.md", "--diff", "HEAD~9").stderr


def test_a_paragraph_that_a_branch_has_lost_is_told(run: Run, report: Path) -> None:
    english = report.with_name("report.en.md")
    said = [
        f"{n}. The Committee considered item {n} of its agenda on {n} May and adopted it."
        for n in range(1, 9)
    ]
    told = [
        f"{n}. Комитет рассмотрел пункт {n} своей повестки дня {n} мая и утвердил его." for n in range(1, 9)
    ]
    english.write_text("\n\n".join(said) + "\n", encoding="utf-8")
    report.write_text("\n\n".join(told) + "\n", encoding="utf-8")
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    report.write_text("\n\n".join(told[:3] + told[4:]) + "\n", encoding="utf-8")
    arguments = ("check", "report.md", "--source", "report.en.md", "--diff", "HEAD", "--format", "json")
    checks = {finding["check"] for finding in json.loads(run(*arguments).stdout)["findings"]}
    assert "structure/missing-paragraph" in checks


def test_a_branch_answers_for_itself_alone(run: Run, report: Path) -> None:
    _git("init", "--quiet", "--initial-branch", "main")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    _git("checkout", "--quiet", "-b", "own")
    _git("checkout", "--quiet", "main")
    report.write_text("Доклад утвержден.\n", encoding="utf-8")
    _git("commit", "--quiet", "--all", "--message", "Mend it")
    _git("checkout", "--quiet", "own")
    assert run("check", "report.md", "--diff", "main").exit_code == 0


def test_other_checks_stay_in_a_baseline(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    before = Path("known.json").read_text(encoding="utf-8")
    run("check", "report.md", "--baseline", "known.json", "--select", "country", "--write-baseline")
    assert Path("known.json").read_text(encoding="utf-8") == before


def test_a_baseline_is_the_same_from_a_folder_below(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    below = report.with_name("below")
    below.mkdir()
    monkeypatch.chdir(below)
    assert run("check", "../report.md", "--baseline", "../known.json").exit_code == 0


def test_another_wrong_figure_is_new(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    report.write_text(OLD.replace("2008/19", "2008/91"), encoding="utf-8")
    assert run("check", "report.md", "--baseline", "known.json").exit_code == 1


def test_a_merge_that_was_not_ended_is_told(run: Run, report: Path) -> None:
    Path("known.json").write_text('{"version": 1, "findings": [\n<<<<<<< ours\n', encoding="utf-8")
    result = run("check", "report.md", "--baseline", "known.json")
    assert "known.json: has the marks of a merge in it; keep the lines of both sides" in result.stderr


def test_a_renamed_file_is_compared_with_what_it_was(run: Run, report: Path) -> None:
    text = "".join(f"{number}. Совещание рассмотрело пункт {number}.\n\n" for number in range(1, 9))
    report.write_text(text + OLD, encoding="utf-8")
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    Path("ру").mkdir()
    _git("mv", "report.md", "ру/доклад.md")
    renamed = Path("ру/доклад.md")
    assert run("check", "ру", "--diff", "HEAD").exit_code == 0
    renamed.write_text(text + NEW + OLD, encoding="utf-8")
    result = run("check", renamed, "--diff", "HEAD", "--format", "json")
    assert _found(result) == ["СТОС/COP/2008/20"]


def test_a_baseline_knows_a_renamed_file(run: Run, report: Path) -> None:
    report.write_text(OLD + NEW, encoding="utf-8")
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    report.rename("renamed.md")
    result = run("check", "renamed.md", "--baseline", "known.json")
    assert (result.exit_code, result.stderr) == (0, "termcheck: known.json: 2 known findings not told\n")
    Path("renamed.md").write_text(OLD + NEW + NEW.replace("/20.", "/21."), encoding="utf-8")
    result = run("check", "renamed.md", "--baseline", "known.json", "--format", "json")
    assert _found(result) == ["СТОС/COP/2008/21"]


def test_a_baseline_written_anew_follows_a_renamed_file(run: Run, report: Path) -> None:
    arguments = ("--baseline", "known.json", "--write-baseline")
    run("check", "report.md", *arguments)
    before = Path("known.json").read_text(encoding="utf-8")
    report.rename("renamed.md")
    for _ in range(2):
        run("check", "renamed.md", *arguments)
        assert Path("known.json").read_text(encoding="utf-8") == before.replace("report.md", "renamed.md")


def test_a_copy_is_not_known(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    Path("copy.md").write_bytes(report.read_bytes())
    assert run("check", "copy.md", "--baseline", "known.json").exit_code == 1


def test_an_entry_of_a_renamed_file_answers_one_finding(run: Run, report: Path) -> None:
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    for name in ("a.md", "b.md"):
        Path(name).write_bytes(report.read_bytes())
    report.unlink()
    result = run("check", "a.md", "b.md", "--baseline", "known.json", "--format", "json")
    assert [finding["path"] for finding in json.loads(result.stdout)["findings"]] == ["b.md"]


def test_pruning_follows_a_renamed_file(run: Run, report: Path) -> None:
    report.write_text(OLD + NEW, encoding="utf-8")
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    report.rename("renamed.md")
    Path("renamed.md").write_text(OLD, encoding="utf-8")
    run("check", "renamed.md", "--baseline", "known.json", "--prune-baseline")
    (entry,) = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert (entry["path"], entry["found"]) == ("renamed.md", "СТОС/COP/2008/19")


@pytest.fixture
def broken(report: Path) -> Path:
    """A file beside the report that is no Word document, though it is called so."""
    file = report.with_name("broken.docx")
    file.write_bytes(b"no archive")
    return file


def test_an_unreadable_file_that_a_baseline_knows_fails_no_run(run: Run, broken: Path) -> None:
    assert run("check", ".").exit_code == 2
    written = run("check", ".", "--baseline", "known.json", "--write-baseline")
    assert (written.exit_code, "1 finding and 1 unreadable file written" in written.stderr) == (0, True)
    known = run("check", ".", "--baseline", "known.json")
    assert known.exit_code == 0
    told = [line for line in known.stderr.splitlines() if "broken.docx" in line]
    assert len(told) == 1
    assert told[0].startswith("termcheck: broken.docx: ")
    assert told[0].endswith("(known to the baseline)")
    Path("report.md").write_text(NEW + OLD, encoding="utf-8")
    assert run("check", ".", "--baseline", "known.json").exit_code == 1
    broken.write_bytes(b"no archive either")
    assert run("check", ".", "--baseline", "known.json").exit_code == 2


def test_an_unreadable_file_stays_known_when_renamed(run: Run, broken: Path) -> None:
    run("check", ".", "--baseline", "known.json", "--write-baseline")
    broken.rename("moved.docx")
    known = run("check", ".", "--baseline", "known.json")
    assert (known.exit_code, "no longer found" in known.stderr) == (0, False)


def test_a_file_that_can_be_read_again_is_told_and_taken_out(run: Run, broken: Path) -> None:
    run("check", ".", "--baseline", "known.json", "--write-baseline")
    broken.unlink()
    told = run("check", ".", "--baseline", "known.json")
    assert "known.json: no longer found: broken.docx: file/unreadable\n" in told.stderr
    pruned = run("check", ".", "--baseline", "known.json", "--prune-baseline")
    assert "known.json: 1 unreadable file no longer there taken out" in pruned.stderr
    assert "unreadable" not in Path("known.json").read_text(encoding="utf-8")
    assert "СТОС" in Path("known.json").read_text(encoding="utf-8")


def test_an_unreadable_file_of_another_run_stays_in_the_baseline(run: Run, broken: Path) -> None:
    run("check", ".", "--baseline", "known.json", "--write-baseline")
    run("check", "report.md", "--baseline", "known.json", "--write-baseline")
    assert run("check", ".", "--baseline", "known.json").exit_code == 0


def test_an_unreadable_file_that_has_not_changed_fails_no_run(run: Run, broken: Path) -> None:
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    known = run("check", ".", "--diff", "HEAD")
    assert known.exit_code == 0
    assert known.stderr.count("\n") == 1
    assert known.stderr.endswith("(unchanged since HEAD)\n")
    broken.rename("moved.docx")
    _git("add", ".")
    assert run("check", ".", "--diff", "HEAD").exit_code == 0
    Path("moved.docx").write_bytes(b"no archive either")
    assert run("check", ".", "--diff", "HEAD").exit_code == 2


def test_a_file_that_is_not_there_is_no_unchanged_one(run: Run, report: Path) -> None:
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    assert run("check", "slip.md", "--diff", "HEAD").exit_code == 2
    run("check", "slip.md", "--baseline", "known.json", "--write-baseline")
    assert run("check", "slip.md", "--baseline", "known.json").exit_code == 2


def test_a_new_original_of_an_unreadable_translation_is_a_change(run: Run, broken: Path) -> None:
    english = broken.with_name("english.md")
    english.write_text("The report was adopted.\n", encoding="utf-8")
    _git("init", "--quiet")
    _git("add", ".")
    _git("commit", "--quiet", "--message", "Add a report")
    arguments = ("check", "broken.docx", "--source", "english.md", "--diff", "HEAD")
    assert run(*arguments).exit_code == 0
    english.write_text("The report was not adopted.\n", encoding="utf-8")
    assert run(*arguments).exit_code == 2


def test_reports_for_ci_tell_of_a_known_unreadable_file(run: Run, broken: Path) -> None:
    run("check", ".", "--baseline", "known.json", "--write-baseline")

    def report(form: str) -> str:
        result = run("check", ".", "--baseline", "known.json", "--format", form)
        assert result.exit_code == 0
        return result.stdout

    [invocation] = json.loads(report("sarif"))["runs"][0]["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is True
    assert notification["level"] == "note"
    assert notification["message"]["text"].endswith("(known to the baseline)")
    assert report("github").startswith("::notice file=broken.docx,title=file/unreadable::")
    assert json.loads(report("gitlab"))[0]["severity"] == "info"
    assert '<testsuite name="broken.docx" tests="1" failures="0" errors="0" skipped="1">' in report("junit")


def test_a_report_without_documents_is_still_a_report(run: Run, broken: Path) -> None:
    run("check", "broken.docx", "--baseline", "known.json", "--write-baseline")
    known = run("check", "broken.docx", "--baseline", "known.json", "--format", "json")
    assert (known.exit_code, json.loads(known.stdout)["findings"]) == (0, [])
