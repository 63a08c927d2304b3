"""Make the pictures of the README: terminal, HTML report, commented Word file.

    .venv/bin/python tests/pictures/make.py [FOLDER]

It needs what tests/run installs, and xvfb, xdotool and imagemagick for Word. Without FOLDER the pictures go
to samples/pictures.
"""

import contextlib
import io
import subprocess
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from termcheck.cli import main as termcheck

ROOT = Path(__file__).parents[2]
PICTURES = ("terminal.png", "report.png", "report-dark.png", "entities.png", "word.png")
SAMPLE = ["check", "samples/planted.ru.md", "--source", "samples/planted.en.md"]
BLOCKS = 5  # findings on the terminal
COLUMNS = 104
WINDOW = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 28px; background: #fff; display: inline-block }}
figure {{ margin: 0; border-radius: 10px; background: #16181d; color: #d9dce3; overflow: hidden;
          box-shadow: 0 6px 24px rgb(0 0 0 / .25) }}
header {{ height: 34px; display: flex; align-items: center; gap: 8px; padding-left: 14px;
          background: #23262d }}
header i {{ width: 12px; height: 12px; border-radius: 50%; background: #4a4f5a }}
pre {{ margin: 0; padding: 16px 20px 20px; font: 13.5px/1.45 "DejaVu Sans Mono", monospace }}
</style><figure><header><i></i><i></i><i></i></header><pre>{code}</pre></figure>"""


def terminal(page: Page, picture: Path) -> None:
    """The first findings, as a terminal shows them."""
    run = CliRunner(env={"COLUMNS": str(COLUMNS)}).invoke(termcheck, SAMPLE, color=True)
    *blocks, summary = run.stdout.rstrip("\n").split("\n\n")
    shown = "\n\n".join([f"$ termcheck {' '.join(SAMPLE)}", *blocks[:BLOCKS], "…", summary])
    console = Console(record=True, file=io.StringIO(), width=2 * COLUMNS, color_system="truecolor")
    console.print(Text.from_ansi(shown), soft_wrap=True)
    code = console.export_html(inline_styles=True, code_format="{code}", theme=MONOKAI)
    page.set_content(WINDOW.format(code=code))
    page.locator("body").screenshot(path=picture)


def report(page: Page, folder: Path) -> None:
    """The HTML report: a finding chosen, in both colour schemes, and its entities."""
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "report.html"
        CliRunner().invoke(termcheck, [*SAMPLE, "--format", "html", "--output", str(file)])
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(file.as_uri())
            for _ in range(3):
                page.keyboard.press("j")
            page.wait_for_timeout(400)
            page.screenshot(path=folder / name)
        page.emulate_media(color_scheme="light")
        page.keyboard.press("e")
        page.wait_for_timeout(400)
        page.screenshot(path=folder / "entities.png")


def word(folder: Path) -> None:
    """The commented Word file in LibreOffice Writer."""
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "word.docx"
        names = [argument.replace(".md", ".docx") for argument in SAMPLE]
        CliRunner().invoke(termcheck, [*names, "--format", "docx", "--output", str(file)])
        subprocess.run([str(Path(__file__).with_name("word.sh")), str(file), str(folder)], check=True)


def main() -> None:
    """Make all of them."""
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else ROOT / "samples" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.chdir(ROOT):  # reports name the files as the README does
        with sync_playwright() as play:
            arguments = ["--no-sandbox", "--disable-gpu"]
            browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
            page = browser.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=1.5)
            terminal(page, folder / "terminal.png")
            report(page, folder)
            browser.close()
        word(folder)
    pictures = [str(folder / name) for name in PICTURES]
    subprocess.run(["mogrify", "-strip", "-colors", "160", *pictures], check=True)


if __name__ == "__main__":
    main()
