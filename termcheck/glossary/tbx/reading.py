"""TBX of any age as a glossary: TBX 3 (tbx, conceptEntry, langSec), TBX 2 (martif, termEntry, langSet)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree

from termcheck.errors import GlossaryError
from termcheck.glossary.contents import read_bytes
from termcheck.glossary.tbx.categories import NO_LANGUAGE, UNSOURCED, facts, meant, unkeyed
from termcheck.model import Change, Concept, Glossary, Inflection, Register, Status, Term

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOTS = frozenset({"tbx", "martif", "TBX"})
# Of any namespace: that of TBX changed before the standard came out, and TBX 2 has none.
_ENTRIES = ("{*}conceptEntry", "{*}termEntry", "{*}entry")
_SECTIONS = ("{*}langSec", "{*}langSet", "{*}langGroup")
_TERMS = ("{*}termSec", "{*}tig", "{*}ntig", "{*}termGroup")
_PARTS = frozenset(name[3:] for name in (*_SECTIONS, *_TERMS, "{*}term", "{*}termGrp"))
_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp"})
_WRAP = re.compile(r"[ \t]*\n[ \t]+")  # where an editor of XML has broken a line
_OF_CONCEPT = frozenset({"domain", "authority", "note", "definition", "id", "kind", "code", "change"})
_OF_SECTION = frozenset({"authority", "definition"})
_OF_TERM = frozenset(
    {"status", "register", "adjective", "gender", "number", "authority", "bend", "since", "until", "homonym"}
    | {"attested", "depends", *(f"form_{case}" for case in ("nomn", "gent", "datv", "accs", "ablt", "loct"))}
)
_REGISTERS = tuple(Register)

Said = dict[str, list[str]]
Chosen = TypeVar("Chosen", bound=StrEnum)


def read_tbx(path: Path) -> Glossary:
    """Return the glossary in a TBX file of any dialect and style.

    The id of an entry names its place in that file alone ("c1" of one export is not "c1" of another), so a
    concept takes an id only from the note in which termcheck keeps it; without one, it joins the concept
    that has an English name in common with it, as a row of a table does. Of terms in one language and
    register without a status the first is preferred, unless another is said to be.

    Languages other than English and Russian and data categories that a glossary has no use for are named in
    `remarks`. Raises GlossaryError with file, entry and remedy for what cannot be understood.
    """
    return _Reader(path, _root(path)).glossary()


def _root(path: Path) -> Any:
    # No entity is resolved and no huge tree is built, whatever the file declares.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_pis=True, remove_comments=True
    )
    data = read_bytes(path)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = " ".join(str(error.msg).split())
        raise GlossaryError(f"{path}: is not well-formed XML: {said}; export the file again") from None
    if _name(root) not in _ROOTS:
        raise GlossaryError(
            f"{path}: its root is “{_name(root)}”, not the “tbx” or “martif” of TBX; export the terms as TBX"
        )
    if (entity := next(root.iter(etree.Entity), None)) is not None:
        raise GlossaryError(
            f"{path}: uses the entity {entity.text}, which is not read; export the characters themselves"
        )
    return root


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Any) -> str:
    text: str = "".join(element.itertext()) if len(element) else element.text or ""
    return _WRAP.sub(" ", text).strip()


class _Reader:
    """Turns the tree of one file into concepts, with the place of whatever is wrong."""

    def __init__(self, path: Path, root: Any) -> None:
        self.path = path
        self.root = root
        self.where = path.name
        self.unread: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()

    def glossary(self) -> Glossary:
        header = self.header()
        domain = header.get("domain")
        concepts = tuple(
            filter(None, (self.concept(entry, domain or "term") for entry in self.root.iter(*_ENTRIES)))
        )
        ids = Counter(concept.id for concept in concepts if concept.id)
        for identity, count in ids.items():
            if count > 1:
                raise GlossaryError(f'{self.path.name}: {count} entries have the id "{identity}"; keep one')
        return Glossary(
            title=header.get("title", self.path.stem),
            domain=domain or (concepts[0].domain if concepts else "term"),
            authority=header.get("authority", ""),
            note=header.get("note", ""),
            concepts=concepts,
            remarks=tuple(self.remarks()),
        )

    def header(self) -> Mapping[str, str]:
        """Return what the header says: title, note, authority, domain, as far as it says them."""
        said: dict[str, str] = {}
        for element in self.root[0].iter(etree.Element) if len(self.root) else ():
            inside = _name(element.getparent()), _name(element)
            if inside == ("titleStmt", "title"):
                said["title"] = _text(element)
            elif inside == ("titleStmt", "note"):
                said["note"] = _text(element)
            elif inside == ("sourceDesc", "p"):
                field, value = unkeyed(_text(element))
                if value != UNSOURCED:
                    said.setdefault("authority" if field == "note" else field, value)
        return said

    def remarks(self) -> Iterator[str]:
        if self.skipped:
            counts = ", ".join(f"{language} ({count})" for language, count in sorted(self.skipped.items()))
            yield f"{self.path}: read are English and Russian; other languages, with their entries: {counts}"
        if self.unread:
            counts = ", ".join(f"{name} ({count})" for name, count in sorted(self.unread.items()))
            yield f"{self.path}: data categories not read: {counts}"

    def concept(self, entry: Any, domain: str) -> Concept | None:
        """Return the concept of an entry; None if it speaks other languages alone."""
        called = entry.get("id") or f"line {entry.sourceline}"
        self.where = f'{self.path.name}, entry "{called}"'
        said = self.said(entry, _OF_CONCEPT)
        sections = list(entry.iterchildren(*_SECTIONS))
        if not sections:
            raise self.error("has no language; give it a langSec with xml:lang and a term")
        terms: list[Term] = []
        for section in sections:
            language = self.language(section)
            if language is None:
                continue
            of_section = self.said(section, _OF_SECTION)
            authority = of_section.get("authority") or said.get("authority") or [""]
            terms += self.terms(section, language, authority[0])
            said.setdefault("definition", []).extend(of_section.get("definition", ()))
        change = self.chosen(said, "change", Change.REPLACE)
        if not terms and change is not Change.OFF:
            return None
        return Concept(
            id=said.get("id", [""])[-1],
            domain=said.get("domain", [domain])[-1],
            kind=said.get("kind", [""])[-1],
            terms=tuple(sorted(terms, key=lambda term: _REGISTERS.index(term.register))),
            codes=tuple(said.get("code", ())),
            note="\n".join(said.get("note", ()) or said.get("definition", ())),
            change=change,
        )

    def language(self, section: Any) -> str | None:
        """Return the language of a section, whatever its region; None, and a count, for one not read."""
        tag = section.get(_LANG) or section.get("lang")
        if not tag:
            raise self.error("has a language section without xml:lang; say its language")
        language: str | None = facts()["languages"].get(re.split("[-_]", tag)[0].lower())
        if language is None and tag != NO_LANGUAGE:
            self.skipped[tag] += 1
        return language

    def terms(self, section: Any, language: str, shared: str) -> Iterator[Term]:
        """Yield the terms of a section; `shared` is the authority of those that name none."""
        places = list(section.iterchildren(*_TERMS))
        if not places:
            raise self.error(f"has no term in the language “{language}”; give it one, or delete the language")
        about = [self.about(place) for place in places]
        given = [(self.chosen(said, "register", Register.FULL), self.status(said)) for _, said in about]
        preferred = {register for register, status in given if status is Status.PREFERRED}
        for (text, said), (register, status) in zip(about, given, strict=True):
            if status is None:
                status = Status.ADMITTED if register in preferred else Status.PREFERRED
                preferred.add(register)
            yield self.term(text, language, register, status, said, shared)

    def about(self, place: Any) -> tuple[str, Said]:
        """Return a term and what is said of it; TBX 2 may hold the two in a termGrp of their own."""
        inner = [*place.iterchildren("{*}termGrp"), place]
        found = next((term for part in inner for term in part.iterchildren("{*}term")), None)
        text = "" if found is None else _text(found)
        if not text:
            raise self.error("has a term without text; fill it in, or delete it")
        said: Said = {}
        for part in inner:
            said |= self.said(part, _OF_TERM)
        if said.get("adjective"):
            said["register"] = [Register.ADJECTIVE.value]
        return text, said

    def term(
        self, text: str, language: str, register: Register, status: Status, said: Said, shared: str
    ) -> Term:
        def one(field: str) -> str | None:
            return said[field][-1] if field in said else None

        for field in ("number", "gender"):
            known = tuple(facts()["read"][field].values())
            if (word := one(field)) and word not in known:
                raise self.error(f"unknown {field} “{word}”; known are: {', '.join(filter(None, known))}")
        forms = {field[5:]: texts[-1] for field, texts in said.items() if field.startswith("form_")}
        return Term(
            text=text,
            language=language,
            register=register,
            status=status,
            since=self.date(one("since")),
            until=self.date(one("until")),
            authority=one("authority") or shared,
            inflection=Inflection(one("bend"), one("number"), one("gender"), forms),
            homonym=one("homonym") == "true",
            attested=one("attested") != "false",
            depends=tuple(said.get("depends", ())),
        )

    def said(self, place: Any, read: frozenset[str]) -> Said:
        """Return what stands at a place by the fields of a glossary; what is not read is counted.

        A keyed note says it exactly and goes before a data category.
        """
        categories: Said = {}
        notes: Said = {}
        for element in place:
            name = _name(element)
            if name in _PARTS:
                continue
            if name in _GROUPS and len(element):
                element = element[0]  # what follows is said of this: the source of a definition
                name = _name(element)
            if name == "note":
                field, value = unkeyed(_text(element))
                into = notes
            else:
                category = self.category(element)
                field = facts()["names"].get(category, category)
                value = self.meaning(field, category, _text(element)) if field in read else ""
                into = categories
            if field not in read:
                self.unread[f"{field} of a {_name(place)}" if field == "note" else field] += 1
            elif value or into is notes:
                into.setdefault(field, []).append(value)
        return categories | notes

    def category(self, element: Any) -> str:
        """Return the name of a data category: the type of a general element, or the element itself."""
        if _name(element) == "transacGrp":
            return "transactionType"
        return str(element.get("type") or _name(element))

    def meaning(self, field: str, category: str, word: str) -> str:
        meaning = meant(field, word)
        if meaning is None:
            known = ", ".join(facts()["written"]["status"].values())
            raise self.error(f"unknown {category} “{word}”; known are: {known}")
        return meaning

    def status(self, said: Said) -> Status | None:
        return self.chosen(said, "status", Status.PREFERRED) if "status" in said else None

    def chosen(self, said: Said, field: str, default: Chosen) -> Chosen:
        """Return the word of a few that is said; the default if nothing is."""
        known = type(default)
        if field not in said:
            return default
        word = said[field][-1]
        if word not in tuple(known):
            raise self.error(f"unknown {field} “{word}”; known are: {', '.join(known)}")
        return known(word)

    def date(self, text: str | None) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self.error(f"“{text}” is no date; write it as 2016-05-17") from None

    def error(self, problem: str) -> GlossaryError:
        return GlossaryError(f"{self.where}: {problem}")
