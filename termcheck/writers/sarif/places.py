"""Passages as SARIF locations."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from termcheck import formats
from termcheck.model import Passage, Result
from termcheck.writers.locations import document_of, extent, within

ROOT = "%SRCROOT%"  # the name that viewers know for the folder that paths count from


def artifact(path: str) -> dict[str, Any]:
    """Return an artifactLocation, relative to the root of the repository if the file lies in it."""
    inside = within(path)
    if inside is None:
        return {"uri": Path(path).resolve().as_uri()}
    return {"uri": quote(inside), "uriBaseId": ROOT}


def location(passage: Passage, result: Result) -> dict[str, Any]:
    """Return where a passage stands: its region in a file with lines, and what its reader calls the place."""
    document = document_of(passage, result)
    place = formats.locate(document, passage)
    physical: dict[str, Any] = {"artifactLocation": artifact(place.path)}
    reach = extent(passage, document)
    if reach:
        physical["region"] = region(reach.line, reach.column, reach.end_line, reach.end_column)
    told: dict[str, Any] = {"physicalLocation": physical}
    name = place.label or (f"unit {place.unit}" if place.unit else "")
    if name:
        told["logicalLocations"] = [{"name": name, "kind": passage.segment.kind.value}]
    return told


def region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    """Return a region; its end is the column after its last letter."""
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
