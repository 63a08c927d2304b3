"""The front matter of a text in Markdown: YAML between "---", TOML between "+++".

Its title and its description tell of the text, and are checked; all else in it is for programs.
"""

import re
from collections.abc import Iterator

from termcheck.formats.blocks import Block, Builder
from termcheck.model import Kind

_KEYS = "title|description"
_FRONT = re.compile(
    r"\ufeff?(?:---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
# A text between two rules is no front matter: "4 May 2022" is neither a key, nor an item, nor a comment.
_YAML_LINE = re.compile(r"""\s*$|[ \t#\]})]|-(?:\s|$)|(?:"[^"]*"|'[^']*'|[\w][\w .-]*)\s*:(?:\s|$)""")
_YAML_KEY = re.compile(r"""^["']?[\w.-]+["']?\s*:""", re.MULTILINE)
_YAML_VALUE = re.compile(
    rf"""^["']?(?P<key>{_KEYS})["']?[ \t]*:[ \t]*
    (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^']|'')*)'
      | [|>][-+\d]*[ \t]*(?P<block>(?:\r?\n(?:[ \t]+[^\r\n]*|[ \t]*(?=\r?\n)))+)
      | (?P<plain>[^\s"'|>\[{{#][^\r\n]*(?:\r?\n[ \t]+[^\s#][^\r\n]*)*) )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_TOML_VALUE = re.compile(
    rf"""^(?P<key>{_KEYS})[ \t]*=[ \t]*
    (?: \"\"\"(?P<block>.*?)\"\"\" | '''(?P<raw>.*?)'''
      | "(?P<double>(?:[^"\\\r\n]|\\.)*)" | '(?P<literal>[^'\r\n]*)' )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_TOML_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]#.*")
_PART = re.compile(r"(?P<escape>\\.|'')|(?P<blank>\s*[\r\n]\s*)|[^\\'\r\n]+|.", re.DOTALL)


def read_metadata(text: str) -> tuple[list[Block], int]:
    """The title and the description in the front matter of a text, and where that ends; 0 without one."""
    front = _FRONT.match(text)
    if front is None:
        return [], 0
    if front["yaml"] is not None:
        lines = front["yaml"].splitlines()
        if not all(map(_YAML_LINE.match, lines)) or not _YAML_KEY.search(front["yaml"]):
            return [], 0
        values = _YAML_VALUE.finditer(text, front.start("yaml"), front.end("yaml"))
    else:
        table = _TOML_TABLE.search(text, front.start("toml"), front.end("toml"))
        values = _TOML_VALUE.finditer(
            text, front.start("toml"), table.start() if table else front.end("toml")
        )
    return [block for value in values for block in _block(value)], front.end()


def _block(value: re.Match[str]) -> Iterator[Block]:
    builder = Builder()
    form = next(name for name in value.groupdict() if name != "key" and value[name] is not None)
    written = _COMMENT.sub("", value[form]) if form == "plain" else value[form]
    for part in _PART.finditer(written):
        at = value.start(form) + part.start()
        if part["blank"]:
            builder.blank()
        elif part["escape"] and form in ("double", "single"):
            builder.escaped(part[0][1], at)
        else:
            builder.literal(part[0], at)
    block = builder.block(Kind.METADATA, label=f"metadata ({value['key'].lower()})")
    if block.text:
        yield block
