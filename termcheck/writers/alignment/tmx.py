"""An alignment as a translation memory: TMX 1.4b, which every translation tool reads."""

from lxml import etree

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import ENGLISH, RUSSIAN, Alignment, Pair, Passage
from termcheck.writers.alignment.exchange import (
    by_sentence,
    labels,
    score,
    sides,
    words,
    xml_text,
)
from termcheck.writers.exchange import TOOL, version

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PUBLIC = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def alignment_as_tmx(alignment: Alignment) -> str:
    """Return a unit for each trusted pair that has both sides, its score and its labels as properties.

    Doubtful pairs are left out: a memory offers what it holds as a translation, and a wrong one costs more
    than a missing one. The other formats have them.
    """
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": TOOL,
            "creationtoolversion": version(),
            "segtype": "sentence" if by_sentence(alignment) else "paragraph",
            "o-tmf": TOOL,
            "adminlang": ENGLISH,
            "srclang": ENGLISH,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for number, pair in enumerate(alignment.pairs, start=1):
        if pair.score >= TRUSTED and sides(pair.source, pair.target):
            _unit(body, number, pair)
    return etree.tostring(
        root, encoding="utf-8", xml_declaration=True, pretty_print=True, doctype=_PUBLIC
    ).decode()


def _unit(body: etree._Element, number: int, pair: Pair) -> None:
    unit = etree.SubElement(body, "tu", tuid=str(number))
    etree.SubElement(unit, "prop", type="x-score").text = score(pair.score)
    _variant(unit, ENGLISH, pair.source)
    _variant(unit, RUSSIAN, pair.target)


def _variant(unit: etree._Element, language: str, passages: tuple[Passage, ...]) -> None:
    variant = etree.SubElement(unit, "tuv", {_LANG: language})
    etree.SubElement(variant, "prop", type="x-label").text = xml_text(labels(passages))
    etree.SubElement(variant, "seg").text = xml_text(words(passages))
