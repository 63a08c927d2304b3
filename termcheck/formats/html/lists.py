"""The labels that a browser puts before the items of a list."""

import re

from termcheck.formats.html.tree import Element
from termcheck.formats.numbering import number_of, numeral

_FORMS = {  # of the attribute `type`, and of the style sheets' list-style-type
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}
_BULLETS = frozenset(("disc", "circle", "square"))
_SYMBOL_FONT = re.compile("symbol|wingdings|courier|webdings")


def item_marks(items: Element) -> dict[Element, str]:
    """The label of each item of a list, "" where it has none."""
    entries = [child for child in items.children if isinstance(child, Element) and child.name == "li"]
    is_counted = items.name == "ol"
    step = -1 if "reversed" in items.attributes else 1
    number = number_of(items.attributes.get("start"), 1 if step > 0 else len(entries))
    marks = {}
    for entry in entries:
        number = number_of(entry.attributes.get("value"), number)
        form = _form(entry) or _form(items)
        is_number = is_counted and form != "bullet"
        marks[entry] = _label(form or "decimal", number) if is_number else _bullet(form)
        number += step
    return marks


def typed_by_word(element: Element) -> str | None:
    """The label that Word has put before an item of its list, None where an element holds no such label.

    As a page, Word writes mso-list:Ignore; with that filtered out, a bullet is a letter of a symbol font
    with blanks of seven points after it. A number of a filtered page is text like any other.
    """
    style = element.style
    if style.get("mso-list") == "ignore":
        text = element.text.strip()
        return text if any(map(str.isalnum, text)) and text != "o" else "•"
    if not _SYMBOL_FONT.search(style.get("font-family", "")):
        return None
    inner = [child for child in element.children if isinstance(child, Element)]
    has_gap = any(child.style.get("font", "").startswith("7.0pt") for child in inner)
    return "•" if has_gap and len(element.text.strip()) == 1 else None


def _form(element: Element) -> str:
    """How an element says that items are counted, "" where it does not say."""
    kind = element.attributes.get("type", "")
    style = element.style
    for word in (style.get("list-style-type", ""), *style.get("list-style", "").split(), kind):
        if word in _BULLETS:
            return "bullet"
        if word in _FORMS:
            return _FORMS[word]
    return ""


def _label(form: str, number: int) -> str:
    """A label as reports of the United Nations have it; the stop or the bracket is no part of a page."""
    counted = numeral(form, number)
    if not counted:
        return ""
    return f"{counted})" if form.startswith("lower") else f"{counted}."


def _bullet(form: str) -> str:
    return "" if form == "none" else "•"
