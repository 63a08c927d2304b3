"""An alignment as XLIFF 1.2: for translation editors, and for `termcheck check`."""

from pathlib import Path

from lxml import etree

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import ENGLISH, RUSSIAN, Alignment, Pair
from termcheck.writers.alignment.exchange import labels, score, words, xml_text
from termcheck.writers.exchange import TOOL, version

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_NAMESPACES: dict[str, str] = {None: _NAMESPACE}  # type: ignore[dict-item]  # lxml writes it without a prefix


def alignment_as_xliff(alignment: Alignment) -> str:
    """Return a unit for each pair in the order of the English; a doubtful one has a note and needs review.

    English without counterpart has no target. Russian without English has an empty source and a note, so that
    nothing of the translation is lost; editors show it as a unit without text to translate.
    """
    root = etree.Element(_name("xliff"), {"version": "1.2"}, nsmap=_NAMESPACES)
    file = etree.SubElement(
        root,
        _name("file"),
        {
            "original": Path(alignment.source.path).name,
            "source-language": ENGLISH,
            "target-language": RUSSIAN,
            "datatype": "plaintext",
        },
    )
    header = etree.SubElement(file, _name("header"))
    etree.SubElement(header, _name("tool"), {"tool-id": TOOL, "tool-name": TOOL, "tool-version": version()})
    body = etree.SubElement(file, _name("body"))
    for number, pair in enumerate(alignment.pairs, start=1):
        _unit(body, number, pair)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True).decode()


def _unit(body: etree._Element, number: int, pair: Pair) -> None:
    unit = etree.SubElement(body, _name("trans-unit"), id=str(number))
    etree.SubElement(unit, _name("source")).text = xml_text(words(pair.source))
    if pair.target:
        doubtful = bool(pair.source) and pair.score < TRUSTED
        target = etree.SubElement(
            unit, _name("target"), state="needs-review-translation" if doubtful else "translated"
        )
        target.text = xml_text(words(pair.target))
    etree.SubElement(unit, _name("note"), {"from": TOOL}).text = xml_text(_told(pair))


def _told(pair: Pair) -> str:
    where = " = ".join(labels(side) for side in (pair.source, pair.target) if side)
    if not pair.target:
        return f"{where}: no counterpart in the Russian"
    if not pair.source:
        return f"{where}: no counterpart in the English"
    return f"{where}: {'doubtful, ' if pair.score < TRUSTED else ''}score {score(pair.score)}"


def _name(element: str) -> str:
    return f"{{{_NAMESPACE}}}{element}"
