"""The checks as SARIF rules, with the help that a viewer shows beside a finding."""

import re
from collections.abc import Iterable
from typing import Any

from termcheck.checks import Check
from termcheck.model import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def rules(checks: Iterable[Check]) -> list[dict[str, Any]]:
    """Return a reportingDescriptor for each check."""
    return [_rule(check) for check in checks]


def _rule(check: Check) -> dict[str, Any]:
    prose = [" ".join(part.split()) for part in check.documentation.split("\n\n") if not _is_example(part)]
    return {
        "id": check.name,
        "name": "".join(word.capitalize() for word in re.split(r"\W", check.name)),
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": "\n\n".join(prose)},
        "help": {"text": check.documentation, "markdown": _markdown(check.documentation)},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"tags": [check.family]},
    }


def _markdown(documentation: str) -> str:
    """Return a docstring with its examples as they stand: «заседании[-ях]» is no link."""
    parts = documentation.split("\n\n")
    return "\n\n".join(f"```text\n{part}\n```" if _is_example(part) else part for part in parts)


def _is_example(part: str) -> bool:
    return part.startswith("Wrong:")
