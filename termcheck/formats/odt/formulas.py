"""Formulas of an ODT file: objects in frames, in MathML, read in a line."""

from collections.abc import Callable

from termcheck.formats.odt.tree import Element, Run

# How the parts of a formula after the first are told apart in a line.
_BEFORE_LAST = {"math:mfrac": "/", "math:msup": "^"}
_FENCES = ("math:mfenced",)
_NOT_SHOWN = frozenset(("math:annotation", "math:annotation-xml", "math:mspace", "math:mphantom"))


def formula_in(frame: Element, part: Callable[[str], Element | None]) -> str:
    """The words of the formula that a frame holds, "" if it holds none; `part` gives the objects by name.

    It has no pieces: nothing is corrected within it.
    """
    for holder in frame.elements("draw:object"):
        root = holder.find("math:math") or part(holder.get("xlink:href"))
        if root:
            return _in_a_line(root)
    return ""


def _in_a_line(element: Element) -> str:
    parts = [
        child.text.strip() if isinstance(child, Run) else _in_a_line(child)
        for child in element.children
        if isinstance(child, Run) or child.name not in _NOT_SHOWN
    ]
    shown = [part for part in parts if part]
    if element.name in _FENCES:
        return f"({', '.join(shown)})"
    return _BEFORE_LAST.get(element.name, "").join(shown)
