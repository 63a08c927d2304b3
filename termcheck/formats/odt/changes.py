"""The changes that an ODT file keeps track of, as they are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from termcheck.formats.odt.tree import Element
from termcheck.formats.tracked import Tracked


@dataclass(slots=True)
class Changes:
    """Which changes are open where a reader stands, and what was deleted at a place.

    The file holds what stands when all are accepted, and what was deleted apart from it.
    """

    deleted: Mapping[str, Element] = field(default_factory=dict)
    inserted: frozenset[str] = frozenset()
    _open: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element, tracked: Tracked) -> "Changes":
        """Those of a part, its page headers too; none that matter where they are accepted."""
        if tracked is Tracked.ACCEPTED:
            return cls()
        deleted, inserted = dict[str, Element](), set[str]()
        for holder in (element for element in root.iter() if element.name == "text:tracked-changes"):
            for region in holder.elements("text:changed-region"):
                name = region.get("text:id") or region.get("xml:id")
                if deletion := region.find("text:deletion"):
                    deleted[name] = deletion
                elif region.find("text:insertion"):
                    inserted.add(name)
        return cls(deleted, frozenset(inserted))

    @property
    def silent(self) -> bool:
        """Whether what is read now was inserted, and is not to be seen."""
        return bool(self._open)

    def pass_by(self, mark: Element) -> Element | None:
        """Pass by the mark of a change; what was deleted there, if that is to be seen."""
        name = mark.get("text:change-id")
        if mark.name == "text:change":
            return self.deleted.get(name)
        if mark.name == "text:change-start" and name in self.inserted:
            self._open.add(name)
        elif mark.name == "text:change-end":
            self._open.discard(name)
        return None
