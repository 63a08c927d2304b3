"""JUnit XML: a suite for each document, and in it a test for each check that ran.

CI systems tell what is new by the names of tests: so a check that finds something in a document is one failed
test there today and tomorrow, on whatever line, and its findings are told in the failure. A file that could
not be read is a test in error, or skipped where that is known.
"""

from collections.abc import Sequence
from xml.etree import ElementTree

from termcheck.model import UNREADABLE, Finding, Result, Severity, Unreadable
from termcheck.writers.exchange import TOOL, xml_characters
from termcheck.writers.locations import relative
from termcheck.writers.telling import lines

_INDENT = "    "
_COUNTED = (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))


def as_junit(results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()) -> str:
    """Return the report; findings below this severity do not fail a test."""
    suites = ElementTree.Element("testsuites", {"name": TOOL})
    for file in unreadable:
        _trouble(suites, file)
    for result in results:
        _suite(suites, result, least)
    _count(suites)
    ElementTree.indent(suites)
    data: bytes = ElementTree.tostring(suites, encoding="utf-8", xml_declaration=True)
    return data.decode() + "\n"


def _trouble(suites: ElementTree.Element, file: Unreadable) -> None:
    path, reason = xml_characters(relative(file.path)), xml_characters(file.told)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": path})
    case = ElementTree.SubElement(suite, "testcase", {"classname": path, "name": UNREADABLE, "file": path})
    if file.known:
        ElementTree.SubElement(case, "skipped", {"message": reason})
    else:
        ElementTree.SubElement(case, "error", {"type": UNREADABLE, "message": reason}).text = reason
    _count(suite)


def _suite(suites: ElementTree.Element, result: Result, least: Severity) -> None:
    name = xml_characters(relative(result.russian.path))
    suite = ElementTree.SubElement(suites, "testsuite", {"name": name})
    failures = dict[str, list[Finding]]()
    for finding in result.findings:
        if finding.severity >= least:
            failures.setdefault(finding.check, []).append(finding)
    for check in dict.fromkeys((*result.checks, *failures)):
        _case(suite, check, failures.get(check, []), result)
    _count(suite)


def _case(suite: ElementTree.Element, check: str, findings: Sequence[Finding], result: Result) -> None:
    path = xml_characters(relative(result.russian.path))
    case = ElementTree.SubElement(suite, "testcase", {"classname": path, "name": check, "file": path})
    if not findings:
        return
    first, *others = findings
    if first.place.line and first.place.path == result.russian.path:
        case.set("line", str(first.place.line))
    message = lines(first, result)[0] + (f" (and {len(others)} more)" if others else "")
    failure = ElementTree.SubElement(
        case,
        "failure",
        {
            "type": max(finding.severity for finding in findings).label,
            "message": xml_characters(message),
        },
    )
    failure.text = xml_characters("\n".join(_told(finding, result) for finding in findings))


def _told(finding: Finding, result: Result) -> str:
    place = finding.place
    position = (relative(place.path), place.line, place.column)
    at = ":".join(str(part) for part in position if part is not None)
    label = f" ({place.label})" if place.label else ""
    first, *rest = lines(finding, result)
    return "\n".join((f"{at}{label}: {finding.severity.label}: {first}", *(_INDENT + line for line in rest)))


def _count(element: ElementTree.Element) -> None:
    for name, counted in _COUNTED:
        element.set(name, str(sum(1 for _ in element.iter(counted))))
