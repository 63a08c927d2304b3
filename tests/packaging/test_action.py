"""The GitHub Action: held against GitHub's schema, and its check step run as the runner would."""

import base64
import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github" / "actions" / "termcheck" / "action.yml"

# What the step was started with, one argument a line.
SHIM = '#!/bin/sh\nfor argument in "$@"; do echo "$argument"; done\nexit 1\n'


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return read


def step(action: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (step for step in action["runs"]["steps"] if step.get("name") == name)
    step_found: dict[str, Any] = found
    return step_found


def environment(action: dict[str, Any], name: str, given: dict[str, str]) -> dict[str, str]:
    """The variables of a step, with the inputs given and else their defaults put into it."""
    inputs = {key: str(value["default"]) for key, value in action["inputs"].items()} | given
    expressions = {f"${{{{ inputs.{key} }}}}": value for key, value in inputs.items()}
    return {variable: expressions.get(text, text) for variable, text in step(action, name)["env"].items()}


def program(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)


def run(
    action: dict[str, Any], name: str, folder: Path, given: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a step as the runner does, with programs of the folder's bin before all others."""
    variables = environment(action, name, given) | {
        "RUNNER_TEMP": str(folder),
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_REPOSITORY": "translators/reports",
        "GITHUB_SHA": "4b64",
        "GITHUB_REF": "refs/pull/7/merge",
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(action, name)["run"]],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def check(
    action: dict[str, Any], folder: Path, text: str, **given: str
) -> "subprocess.CompletedProcess[str]":
    program(folder / "termcheck" / "bin" / "termcheck", text)
    return run(action, "Check", folder, {key.replace("_", "-"): value for key, value in given.items()})


def test_it_is_described_as_github_asks() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    done = subprocess.run([*command, str(ACTION)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_no_script_has_an_input_put_into_its_text(action: dict[str, Any]) -> None:
    assert not [step for step in action["runs"]["steps"] if "${{" in step.get("run", "")]


def test_it_installs_the_project_that_it_is_a_part_of(action: dict[str, Any]) -> None:
    assert '"$GITHUB_ACTION_PATH/../../.."' in step(action, "Install termcheck")["run"]
    assert (ACTION.parent / "../../.." / "pyproject.toml").is_file()


def test_without_inputs_the_configuration_says_what_is_checked(
    action: dict[str, Any], tmp_path: Path
) -> None:
    done = check(action, tmp_path, SHIM)
    options = ["--show", "warning", "--fail-on", "error", "--format", "github"]
    assert done.stdout.splitlines() == ["check", *options, "--"]


def test_inputs_are_arguments_with_blanks_and_all(action: dict[str, Any], tmp_path: Path) -> None:
    done = check(
        action,
        tmp_path,
        SHIM,
        files="ru one.md\n-ru two.md\n",
        source="en; echo no",
        options="--glossary=our $(terms).toml\n--force\n",
        fail_on="never",
        sarif="log.sarif",
    )
    assert done.stdout.splitlines() == [
        *("check", "--show", "warning", "--fail-on", "never", "--source", "en; echo no"),
        *("--format", "sarif", "--output", "log.sarif"),
        *("--glossary=our $(terms).toml", "--force", "--", "ru one.md", "-ru two.md"),
    ]


def test_the_step_fails_with_the_findings(action: dict[str, Any], tmp_path: Path) -> None:
    real = f'#!/bin/sh\nexec "{sys.executable}" -m termcheck "$@"\n'
    done = check(action, tmp_path, real, files="samples/planted.ru.md", source="samples/planted.en.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=samples/planted.ru.md,line=16,")


def test_the_log_is_uploaded_on_request_alone(action: dict[str, Any]) -> None:
    condition = step(action, "Upload the SARIF log")["if"]
    assert "inputs.upload == 'true'" in condition
    assert action["inputs"]["upload"]["default"] == "false"


def test_the_log_is_sent_packed_as_the_interface_asks(action: dict[str, Any], tmp_path: Path) -> None:
    program(tmp_path / "bin" / "gh", SHIM)
    log = tmp_path / "log of today.sarif"
    log.write_text('{"version": "2.1.0"}' * 100, encoding="utf-8")
    done = run(action, "Upload the SARIF log", tmp_path, {"sarif": str(log)})
    sent = done.stdout.splitlines()
    assert sent[:4] == ["api", "--method", "POST", "repos/translators/reports/code-scanning/sarifs"]
    assert {"commit_sha=4b64", "ref=refs/pull/7/merge"} < {*sent}
    (file,) = (Path(field.removeprefix("sarif=@")) for field in sent if field.startswith("sarif=@"))
    data = file.read_bytes()
    assert b"\n" not in data
    assert gzip.decompress(base64.b64decode(data)) == log.read_bytes()


def test_a_check_in_trouble_has_no_log_to_send(action: dict[str, Any], tmp_path: Path) -> None:
    program(tmp_path / "bin" / "gh", SHIM)
    done = run(action, "Upload the SARIF log", tmp_path, {"sarif": str(tmp_path / "no.sarif")})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
