"""What a command prints on a terminal, as a page that looks like one."""

import fcntl
import html
import io
import os
import pty
import struct
import subprocess
import termios
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS = 104
ROWS = 38
_PAGE = Path(__file__).with_name("terminal.html")
# Ground, ink, and the eight colours twice: all of them AA on the ground, and so is ink made dim.
_COLOURS = [(34, 38, 43), (255, 128, 120), (127, 209, 160), (240, 190, 100), (130, 180, 250), (214, 160, 240)]
_COLOURS += [(110, 205, 220), (230, 232, 235)]
_THEME = TerminalTheme((22, 25, 29), (230, 232, 235), _COLOURS, _COLOURS)


def terminal_page(program: list[str], name: str, arguments: list[str]) -> str:
    """Return a page with the first screenful that a program of this name prints, its blocks whole."""
    screen = _first_blocks(_print_on_terminal([*program, *arguments]))
    console = Console(record=True, width=COLUMNS + 1, file=io.StringIO())
    console.print(Text.from_ansi(screen), soft_wrap=True)
    coloured = console.export_html(theme=_THEME, inline_styles=True, code_format="{code}")
    command = html.escape(" ".join([name, *arguments]))
    return (
        _PAGE.read_text(encoding="utf-8").replace("{command}", command).replace("{screen}", coloured.rstrip())
    )


def _print_on_terminal(command: list[str]) -> str:
    """Return all that a command writes to a terminal of COLUMNS, colours and all."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    surroundings = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    with subprocess.Popen(
        command, stdin=its, stdout=its, stderr=subprocess.DEVNULL, env=surroundings
    ) as running:
        os.close(its)
        written = b""
        while more := _read(ours):
            written += more
    os.close(ours)
    if running.returncode not in (0, 1):
        raise SystemExit(f"make.py: {' '.join(command)} ended with exit status {running.returncode}")
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody writes to it any more
        return b""


def _first_blocks(text: str) -> str:
    shown: list[str] = []
    for block in text.split("\n\n"):
        if sum(one.count("\n") + 2 for one in [*shown, block]) > ROWS:
            break
        shown.append(block)
    return "\n\n".join(shown)
