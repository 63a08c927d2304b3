"""Inline elements over a text that is being collected: what is bold, a link, code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from termcheck.formats.blocks import Builder
from termcheck.formats.elements import known
from termcheck.model import CodeKind

_WEIGHT = re.compile(r"\bfont-weight\s*:\s*(?:(bold(?:er)?|[6-9]00)|normal|lighter|[1-5]00)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An inline element that is open, and where in the text it begins."""

    name: str
    start: int
    is_bold: bool
    link: str
    is_code: bool


@dataclass(slots=True)
class Inlines:
    """The inline elements that are open over the text of a builder."""

    builder: Builder = field(default_factory=Builder)
    _open: list[_Open] = field(default_factory=list)
    _bold_from: int = 0

    @property
    def is_bold(self) -> bool:
        """Whether what comes is in bold."""
        return bool(self._open) and self._open[-1].is_bold

    @property
    def is_code(self) -> bool:
        """Whether what comes is code."""
        return any(one.is_code for one in self._open)

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        link = attributes.get("href", "") if name == "a" else ""
        weight = _WEIGHT.search(attributes.get("style", ""))
        is_bold = bool(weight[1]) if weight else self.is_bold or name in ("b", "strong")
        is_code = name in known("verbatim") and not self.is_code
        self._turn(is_bold)
        self._open.append(_Open(name, self.builder.length, is_bold, link, is_code))

    def end(self, name: str) -> None:
        """Close the innermost open element of a name; none may be open."""
        at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].name == name), None)
        if at is None:
            return
        self._note(self._open[at])
        after = at > 0 and self._open[at - 1].is_bold
        if at == len(self._open) - 1:
            self._turn(after)
        del self._open[at]

    def stop(self) -> None:
        """Note what is open over the end of the text."""
        for one in self._open:
            self._note(one)
        if self.is_bold:
            self.builder.strong(self._bold_from)

    def finished(self) -> Builder:
        """The builder of the text that ends here; all that is open goes on over a new one."""
        self.stop()
        done = self.builder
        self.builder, self._bold_from = Builder(), 0
        for one in self._open:
            one.start = 0
        return done

    def _note(self, one: _Open) -> None:
        if one.link:
            self.builder.link(one.start, one.link)
        if one.is_code:
            self.builder.code(one.start, CodeKind.VERBATIM)

    def _turn(self, is_bold: bool) -> None:
        """Note where bold letters begin or end."""
        if self.is_bold and not is_bold:
            self.builder.strong(self._bold_from)
        elif is_bold and not self.is_bold:
            self._bold_from = self.builder.length
