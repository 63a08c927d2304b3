"""What people write in Markdown beyond CommonMark, as rules for markdown-it-py.

Footnotes, definition lists and admonitions are those of its plugins. Here are tags of site generators (Hugo,
Jekyll), formulas of TeX, attributes of pandoc and kramdown, containers and alerts.
"""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, image, link
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.admon.index import admonition
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from termcheck.model import CodeKind

DEEPEST = 450  # nested lists; beyond, Python's own stack is the limit

_SITE_TAG = r"(?:\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\})"
_ATTRIBUTE = r"""(?:[#.][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s}"']+))"""
# What shows nothing: attributes, a table of contents, the box of a task, the kind of an alert.
_UNSEEN = re.compile(
    rf"\{{:?[ ]?{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\}}|\{{:toc\}}"
    r"|\[TOC\]|\[\[_TOC_\]\]|\[![A-Z]{3,12}\](?=[ \t]*(?:\n|$))|(?<![^\n])\[[ xX]\](?=[ ])"
)
_CODES = (
    (re.compile(_SITE_TAG, re.DOTALL), CodeKind.PLACEHOLDER),
    # pandoc's rule: no blank within the signs, no figure after them; "$5 and $6" is money.
    (
        re.compile(r"\$\$(?:[^$\\]|\\.)+?\$\$|(?<![\w$])\$(?=\S)(?:[^$\\]|\\.)+?(?<=\S)\$(?![\w$])"),
        CodeKind.VERBATIM,
    ),
)
_MONEY = re.compile(r"\$[\d.,]+[ \u00a0]?[^\W\d_]{2,}")
_WORDS_IN_FORMULA = re.compile(r"\\(?:text\w*|mathrm|operatorname|mbox)\{[^{}]*\}|[_^](?:\{[^{}]*\}|\w+)")
_RUSSIAN = re.compile("[А-яЁё]{2}")
_LINES = (
    re.compile(rf"(?:{_SITE_TAG}[ \t]*)+$", re.DOTALL | re.MULTILINE),
    re.compile(r"\$\$(?:(?!\$\$).)+\$\$[ \t]*(?:\([\w:-]+\)[ \t]*)?$", re.DOTALL | re.MULTILINE),
    re.compile(r":{3,}[^\r\n]*$", re.MULTILINE),
)
# Between such tags is no text: code, a drawing, a comment.
_OPENING = re.compile(r"\{[{%][<%]?-?\s*(highlight|mermaid|comment|math|katex|code)\b")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]*[A-Za-z][A-Za-z -]*(?:\".*\")?[ \t]*$")


def parser() -> MarkdownIt:
    """A parser for reports and for pages of sites; tokens that need it tell in `meta` where they stand."""
    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    made.disable(["text_join"])
    made.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    made.use(deflist_plugin).use(admon_plugin)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    made.block.ruler.at("admonition", _english_admonition, interrupts)
    made.block.ruler.before("table", "lines", _lines, interrupts)
    made.inline.ruler.at("link", _with_span(link))
    made.inline.ruler.at("image", _with_span(image))
    made.inline.ruler.before("link", "code_of_others", _code)
    return made


def _with_span(rule: Any) -> Any:
    """A rule that also notes where in the text its last token ends, which the token does not tell."""

    def noting(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found: bool = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta = {"start": start, "end": state.pos}
        return found

    return noting


def _code(state: StateInline, silent: bool) -> bool:
    """What stands in a line and is no prose, or is not shown at all."""
    if state.src[state.pos] not in "{$[":
        return False
    kind: CodeKind | None = None
    match = _UNSEEN.match(state.src, state.pos, state.posMax)
    if match is None:
        found = ((pattern.match(state.src, state.pos, state.posMax), kind) for pattern, kind in _CODES)
        match, kind = next((pair for pair in found if pair[0]), (None, None))
    if match is None or _is_money(match.group()):
        return False
    if not silent:
        token = state.push("code_of_others", "", 0)
        token.content, token.meta = match.group(), {"kind": kind}
    state.pos = match.end()
    return True


def _is_money(text: str) -> bool:
    """Whether what stands between two signs of the dollar is prose about sums."""
    if text[0] != "$":
        return False
    return bool(_MONEY.match(text) or _RUSSIAN.search(_WORDS_IN_FORMULA.sub("", text)))


def _lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that hold nothing but tags of a site generator, a formula, or the edge of a container."""
    at = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or state.src[at : at + 1] not in ("{", "$", ":"):
        return False
    after = _after(state.src, at, state.eMarks[end - 1])
    if after is None:
        return False
    if not silent:
        state.line = _line_at(state, after, start, end) + 1
    return True


def _after(text: str, at: int, upto: int) -> int | None:
    """Where such lines end, with what stands between two tags if that is no text."""
    if opening := _OPENING.match(text, at, upto):
        closing = re.compile(rf"\{{[{{%][<%]?-?\s*(?:/\s*|end){opening[1]}\b[^\r\n]*")
        if closed := closing.search(text, at, upto):
            return closed.end()
    match = next(filter(None, (pattern.match(text, at, upto) for pattern in _LINES)), None)
    return match.end() if match else None


def _line_at(state: StateBlock, at: int, first: int, end: int) -> int:
    """The line in which a place is."""
    return next(line for line in range(first, end) if state.eMarks[line] >= at)


def _english_admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An admonition: "!!! note"; «!!! Внимание» is a text in which somebody shouts."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return bool(_ADMONITION.match(line)) and admonition(state, start, end, silent)
