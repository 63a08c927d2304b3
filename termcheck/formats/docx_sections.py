"""The sections of a DOCX file: which page headers are seen, and how notes are numbered."""

from collections.abc import Iterator, Sequence

from lxml import etree

from termcheck.formats.docx_text import NoteReference
from termcheck.formats.docx_view import View
from termcheck.formats.numbering import number_of, numeral

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # where the file does not say


class Sections:
    """What the sections of a document say, in their order."""

    def __init__(self, body: etree._Element, settings: etree._Element | None, view: View) -> None:
        self._view = view
        self._settings = settings
        self._sections = [
            section
            for section in body.iter(f"{view.w}sectPr")
            if not str(getattr(section.getparent(), "tag", "")).endswith("Change")
        ]

    def headers(self) -> Iterator[tuple[str, str]]:
        """Kind ("header", "footer") and relation of the headers that are on some page, in order."""
        view = self._view
        sides = view.switch(self._settings, "evenAndOddHeaders")
        for section in self._sections:
            shown = {"default": True, "even": sides, "first": view.switch(section, "titlePg")}
            for kind in ("header", "footer"):
                for reference in section.iterchildren(f"{view.w}{kind}Reference"):
                    if shown.get(view.attribute(reference, "type") or "default"):
                        ids = [v for k, v in reference.attrib.items() if str(k).endswith("}id")]
                        yield kind, str(ids[0]) if ids else ""

    def marks(self, references: Sequence[NoteReference]) -> list[str]:
        """The marks of the notes of one kind, in the order of their references."""
        marks: list[str] = []
        number, section = 0, -1
        for reference in references:
            form, start, restarts = self._rules(reference)
            if section < 0 or (restarts and section != reference.section):
                number = start - 1
            section = reference.section
            if not reference.mark:
                number += 1
            marks.append(reference.mark or numeral(form, number))
        return marks

    def _rules(self, reference: NoteReference) -> tuple[str, int, bool]:
        """The form of the numbers, the first one, and whether each section begins again with it."""
        view, name = self._view, f"{reference.kind}Pr"
        here = self._sections[reference.section] if reference.section < len(self._sections) else None
        said = [
            {key: view.value(place, name, key) for key in ("numFmt", "numStart", "numRestart")}
            for place in (here, self._settings)
        ]
        form, start, restart = (said[0][key] or said[1][key] for key in ("numFmt", "numStart", "numRestart"))
        return form or _FORMS[reference.kind], number_of(start, 1), restart == "eachSect"
