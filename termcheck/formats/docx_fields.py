"""Fields of a DOCX file: what a word processor computes, such as a page number or a hyperlink.

A field is an instruction and its last result, told apart by marks that may stand paragraphs apart (a table of
contents) and within each other. The instruction is no text, whatever stands in it.
"""

import re
from dataclasses import dataclass, field

_WORD = re.compile(r'"((?:\\.|[^"\\])*)"?|(\S+)')
_PAGE_NUMBERS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))


@dataclass(slots=True)
class Field:
    """A field being read: its instruction so far, and where in the paragraph its result begins."""

    instruction: str = ""
    in_result: bool = False
    start: int = 0

    @property
    def target(self) -> str:
        """Where a hyperlink leads, "" for any other field: HYPERLINK "address" \\l "place in it"."""
        name, *words = self._words()
        if name.upper() != "HYPERLINK":
            return ""
        address = place = ""
        before = ""
        for word in words:
            if before in ("\\l", "\\L"):
                place = f"#{word}"
            elif not before.startswith("\\") and not word.startswith("\\"):
                address = address or word
            before = word if word.lower() in ("\\l", "\\o", "\\t") else ""
        return address + place

    def is_silent(self, *, on_every_page: bool) -> bool:
        """Whether nothing of the field is text.

        The mark of a note that is referred to again is as little text as the mark itself. The page number in
        a header is that of one page only.
        """
        if not self.in_result:
            return True
        name, *words = self._words()
        if name.upper() == "NOTEREF":
            return "\\f" in words
        return on_every_page and name.upper() in _PAGE_NUMBERS

    def _words(self) -> list[str]:
        found = [
            re.sub(r"\\(.)", r"\1", match[1]) if match[2] is None else match[2]
            for match in _WORD.finditer(self.instruction)
        ]
        return found or [""]


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of the text, the innermost last."""

    on_every_page: bool = False
    _open: list[Field] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether what stands here is no text."""
        return any(one.is_silent(on_every_page=self.on_every_page) for one in self._open)

    def begin(self, instruction: str = "") -> None:
        """Open a field; one whose instruction is given goes on to its result at once."""
        self._open.append(Field(instruction))

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self, at: int) -> None:
        """Begin the result of the innermost field, at an offset of the paragraph."""
        if self._open:
            self._open[-1].in_result, self._open[-1].start = True, at

    def end(self) -> Field | None:
        """Close the innermost field."""
        return self._open.pop() if self._open else None

    def end_paragraph(self) -> list[Field]:
        """The fields that go on into the next paragraph.

        An instruction that is not over by then is taken for a broken one, and forgotten: better to read too
        much than to lose the rest of a text.
        """
        self._open = [one for one in self._open if one.in_result]
        return list(self._open)
