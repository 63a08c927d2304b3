"""A glossary as TBX of 2019 (ISO 30042:2019), in three dialects and two styles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from termcheck.errors import GlossaryError
from termcheck.glossary.tbx.categories import NAMESPACE, NO_LANGUAGE, UNSOURCED, facts, keyed, meant, unkeyed
from termcheck.model import ENGLISH, Change, Concept, Glossary, Register, Term

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global/{}_dialect/master/{}"
_SCHEMA_TYPES = {
    "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "nvdl": "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0",
}
_NO_NAME_CHARACTER = re.compile(r"[^\w.-]+")

Said = tuple[str, str]  # what is said, as the glossary calls it, and its value


def write_tbx(glossary: Glossary, dialect: str = "basic", style: str = "dca") -> bytes:
    """Return a glossary as TBX in UTF-8.

    `dialect` is "core", "min" or "basic". In style "dca" a data category is the type of a general element,
    in "dct" it is an element of its module's namespace.

    Held in every dialect: concepts with id, domain, kind, codes, note and change; terms with language,
    register, status, dates, authority, inflection, homonym, attested and depends; the glossary's title,
    domain, authority and note. Not held: document series. The dates of a name are no transaction dates: those
    say when somebody typed the entry, so `since` and `until` are keyed notes, as is all else for which the
    dialect has no category. An entry that is only switched off has no term, which TBX asks for; it gets its
    id as one, marked as no language.

    Raises GlossaryError for a glossary without concepts, which TBX cannot be, and for characters that no XML
    file may hold.
    """
    if not glossary.concepts:
        raise GlossaryError(f"{glossary.title or 'the glossary'}: has no entries, and a TBX file needs one")
    return _Writer(dialect, style).written(glossary)


def not_held(glossary: Glossary, dialect: str = "basic") -> tuple[str, ...]:
    """Return what TBX has no place for, and what only termcheck will understand in the chosen dialect."""
    told = []
    if glossary.series:
        told.append(f"TBX has no place for document series; {len(glossary.series)} are left out")
    writer = _Writer(dialect, "dca")
    concepts = glossary.concepts
    said = [said for concept in concepts for said in _concept_says(concept, _shared(concept))]
    said += [said for concept in concepts for term in concept.terms for said in _term_says(term, "")]
    in_notes = dict.fromkeys(
        field.replace("_", " ")
        for field, value in said
        if field not in ("note", "id") and not writer.holds(field, value)
    )
    if in_notes:
        told.append(
            f"{writer.name} has no data category for {', '.join(in_notes)}; written as notes with a key, "
            "which termcheck reads back and other tools only show"
        )
    return tuple(told)


class _Writer:
    def __init__(self, dialect: str, style: str) -> None:
        given: Mapping[str, Any] = facts()["dialects"][dialect]
        self.name: str = given["name"]
        self.style = style
        self.schemas: list[str] = given["schemas"][style]
        self.modules: Mapping[str, str] = {name: facts()["modules"][name] for name in given["modules"]}
        self.ids: set[str] = set()

    def holds(self, field: str, value: str) -> bool:
        """Whether a data category of the dialect says all of this."""
        word = self.word(field, value)
        return word is not None and meant(field, word) == value

    def word(self, field: str, value: str) -> str | None:
        """Return how a data category of the dialect says this, as far as it can; None if there is none."""
        category = facts()["categories"].get(field)
        if category is None or category["module"] not in self.modules:
            return None
        if field == "adjective":
            return "adjective"
        words: Mapping[str, str] | None = facts()["written"].get(field)
        return value if words is None else words.get(value)

    def written(self, glossary: Glossary) -> bytes:
        prefixes: Any = {None: NAMESPACE, **(self.modules if self.style == "dct" else {})}
        root = etree.Element(f"{{{NAMESPACE}}}tbx", nsmap=prefixes)
        root.set("type", self.name)
        root.set("style", self.style)
        root.set(_LANG, ENGLISH)
        self.header(root, glossary)
        body = _add(_add(root, "text"), "body")
        for number, concept in enumerate(glossary.concepts, 1):
            try:
                self.entry(body, concept, number)
            except ValueError:  # what lxml makes of a character that XML has not
                raise GlossaryError(
                    f'{glossary.title}, concept "{concept.id}": holds a control character, which XML cannot; '
                    "delete it"
                ) from None
        for schema in self.schemas:
            root.addprevious(self.model(schema))
        written: bytes = etree.tostring(
            root.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True
        )
        return written

    def model(self, schema: str) -> Any:
        """Return the processing instruction that names a schema of the dialect."""
        kind = _SCHEMA_TYPES[schema.rpartition(".")[2]]
        href = _SCHEMAS.format(self.name, schema)
        return etree.ProcessingInstruction(
            "xml-model", f'href="{href}" type="application/xml" schematypens="{kind}"'
        )

    def header(self, root: Any, glossary: Glossary) -> None:
        description = _add(_add(root, "tbxHeader"), "fileDesc")
        titles = _add(description, "titleStmt")
        _add(titles, "title", glossary.title)
        if glossary.note:
            _add(titles, "note", glossary.note)
        source = _add(description, "sourceDesc")
        _add(source, "p", glossary.authority or UNSOURCED)
        _add(source, "p", keyed("domain", glossary.domain))

    def entry(self, body: Any, concept: Concept, number: int) -> None:
        entry = _add(body, "conceptEntry")
        entry.set("id", self.free_id(concept.id or f"c{number}"))
        shared = _shared(concept)
        self.say(entry, _concept_says(concept, shared))
        for language in dict.fromkeys(term.language for term in concept.terms):
            section = _section(entry, language)
            for term in concept.terms:
                if term.language == language:
                    place = _add(section, "termSec")
                    _add(place, "term", term.text)
                    self.say(place, _term_says(term, shared))
        if not concept.terms:
            _add(_add(_section(entry, NO_LANGUAGE), "termSec"), "term", concept.id)

    def say(self, place: Any, said: Iterable[Said]) -> None:
        """Write data categories, then the notes: so the standard orders what follows a term."""
        notes = []
        for field, value in said:
            word = self.word(field, value)
            if word is not None:
                self.category(place, facts()["categories"][field], word)
            if not self.holds(field, value):
                plain = field == "note" and unkeyed(value)[0] == "note"
                notes.append(value if plain else keyed(field, value))
        for note in notes:
            _add(place, "note", note)

    def category(self, place: Any, category: Mapping[str, str], word: str) -> None:
        if self.style == "dct":
            etree.SubElement(place, f"{{{self.modules[category['module']]}}}{category['name']}").text = word
            return
        _add(place, category["element"], word).set("type", category["name"])

    def free_id(self, wanted: str) -> str:
        """Return an id that XML allows and that no other entry of the file has: "1" → "c1"."""
        name = _NO_NAME_CHARACTER.sub("-", wanted)
        name = name if name[:1].isalpha() or name[:1] == "_" else f"c{name}"
        free, number = name, 1
        while free in self.ids:
            number += 1
            free = f"{name}-{number}"
        self.ids.add(free)
        return free


def _add(parent: Any, name: str, text: str | None = None) -> Any:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    element.text = text
    return element


def _section(entry: Any, language: str) -> Any:
    section = _add(entry, "langSec")
    section.set(_LANG, language)
    return section


def _shared(concept: Concept) -> str:
    """Return the authority of all terms of a concept, "" if they differ: it is said once."""
    authorities = {term.authority for term in concept.terms}
    return authorities.pop() if len(authorities) == 1 else ""


def _concept_says(concept: Concept, shared: str) -> Iterator[Said]:
    yield "domain", concept.domain
    if shared:
        yield "authority", shared
    if concept.note:
        yield "note", concept.note
    if concept.id:
        yield "id", concept.id
    if concept.kind:
        yield "kind", concept.kind
    yield from (("code", code) for code in concept.codes)
    if concept.change is not Change.REPLACE:
        yield "change", concept.change.value


def _term_says(term: Term, shared: str) -> Iterator[Said]:
    """Yield what is said of a term: what may be a note on the term first, as the standard orders it."""
    given = term.inflection
    yield "status", term.status.value
    if term.register is Register.ADJECTIVE:
        yield "adjective", "true"
    else:
        yield "register", term.register.value
    if given.gender:
        yield "gender", given.gender
    if term.authority and term.authority != shared:
        yield "authority", term.authority
    if given.number:
        yield "number", given.number
    if given.bend is not None:
        yield "bend", given.bend
    yield from ((f"form_{case}", text) for case, text in given.forms.items())
    if term.since:
        yield "since", term.since.isoformat()
    if term.until:
        yield "until", term.until.isoformat()
    if term.homonym:
        yield "homonym", "true"
    if not term.attested:
        yield "attested", "false"
    yield from (("depends", on) for on in term.depends)
