#!/usr/bin/env python3
"""Make the pictures of the README.

    .venv/bin/python tests/pictures/make.py [FOLDER]

FOLDER is samples/pictures where none is named. `tests/run` makes the environment; Chromium, LibreOffice
Writer, Xvfb, ImageMagick and the fonts come from Debian, and what is missing is told in one line.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = ROOT / "samples" / "pictures"
PICTURES = ("terminal.png", "report.png", "report-dark.png", "entities.png", "word.png")

_PROGRAMS = {
    "chromium": "chromium",
    "lowriter": "libreoffice-writer",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "convert": "imagemagick",
    "fc-list": "fontconfig",
}
_FONTS = {
    "JetBrains Mono": "fonts-jetbrains-mono",
    "Inter": "fonts-inter",
    "PT Serif": "fonts-paratype",
    "Liberation Serif": "fonts-liberation",
}
_WIDEST = 1840  # pixels: a README shows pictures about 900 wide, and sharp screens have two pixels for one
_WINDOW = {"width": 1440, "height": 900}
_RUSSIAN, _ENGLISH = "samples/planted.ru", "samples/planted.en"
_COMMENTED = ("title", "symbol", "country/unofficial-name")
_TERMCHECK = [sys.executable, "-m", "termcheck"]


def main(folder: Path) -> None:
    """Make every picture anew."""
    if not all(map(find_spec, ("playwright", "rich", "termcheck"))):
        raise SystemExit("make.py: start tests/run once, then .venv/bin/python tests/pictures/make.py")
    if missing := _missing():
        raise SystemExit(f"make.py: something is missing; apt-get install {' '.join(missing)}")
    os.environ["FONTCONFIG_FILE"] = str(HERE / "fonts.conf")
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as work:
        _browse(Path(work))
        _write(Path(work))
        for name in PICTURES:
            _save(Path(work) / name, folder / name)
            print(f"{folder / name}: {(folder / name).stat().st_size // 1000} kB")


def _missing() -> list[str]:
    packages = [package for program, package in _PROGRAMS.items() if not shutil.which(program)]
    office = Path(shutil.which("soffice") or "").resolve().parent
    if not (office / "libvclplug_gtk3lo.so").exists():
        packages.append("libreoffice-gtk3")  # the windows that are sharp at twice their size
    if "fontconfig" not in packages:
        families = subprocess.run(
            ["fc-list", ":", "family"], capture_output=True, text=True, check=True
        ).stdout
        packages += [package for font, package in _FONTS.items() if font not in families]
    return sorted(set(packages))


def _check(*arguments: str) -> None:
    """Write a report on the sample that has mistakes."""
    subprocess.run([*_TERMCHECK, "check", *arguments, "--fail-on", "never", "--no-cache"], check=True)


# ---- in the browser


def _browse(work: Path) -> None:
    from playwright.sync_api import sync_playwright
    from terminal import terminal_page

    page = work / "terminal.html"
    sample = [f"{_RUSSIAN}.md", "--source", f"{_ENGLISH}.md"]
    page.write_text(terminal_page(_TERMCHECK, "termcheck", ["check", *sample]), encoding="utf-8")
    report = work / "report.html"
    _check(*sample, "--format", "html", "--output", str(report))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        opened = browser.new_page(viewport=_WINDOW, device_scale_factor=2)
        opened.goto(page.as_uri())
        opened.locator("figure").screenshot(path=work / "terminal.png", omit_background=True)
        opened = browser.new_page(viewport=_WINDOW, device_scale_factor=_WIDEST / _WINDOW["width"])
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            opened.emulate_media(color_scheme=scheme)
            opened.goto(f"{report.as_uri()}#d0")
            opened.reload()
            opened.locator("mark.error", has_text="КН.15").click()
            opened.evaluate("document.activeElement.closest('.row').scrollIntoView({ block: 'center' })")
            opened.mouse.move(700, 5)
            opened.wait_for_timeout(500)
            opened.screenshot(path=work / name)
        opened.emulate_media(color_scheme="light")
        opened.keyboard.press("e")
        opened.wait_for_timeout(500)
        opened.screenshot(path=work / "entities.png")
        browser.close()


# ---- in the word processor


def _write(work: Path) -> None:
    from writer import picture_of

    document = work / "planted.ru.docx"
    # As many findings as have room beside the first page: Writer cuts comments short where they are too many.
    chosen = [option for name in _COMMENTED for option in ("--select", name)]
    files = [f"{_RUSSIAN}.docx", "--source", f"{_ENGLISH}.docx"]
    _check(*files, *chosen, "--show", "error", "--format", "docx", "--output", str(document))
    picture_of(document, work / "word.png")


def _save(made: Path, picture: Path) -> None:
    """Keep a picture with as few colours as look the same, and without the time of its making."""
    slim = f"-strip -resize {_WIDEST}x> +dither -colors 128 -define png:compression-level=9".split()
    subprocess.run(["convert", made, *slim, "-define", "png:exclude-chunks=date,time", picture], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
