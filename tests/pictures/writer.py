"""A Word document in LibreOffice Writer, its comments in the margin, on a screen that nobody sees."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREEN = (2240, 1900)  # at twice the usual size: as sharp as a sharp screen
_SETTINGS = (
    ("org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"),
    ("org.openoffice.Setup/Product", "WhatsNew", "false"),
    ("org.openoffice.Office.Writer/Layout/Window", "HorizontalRuler", "false"),
)
_PATIENCE = 90  # seconds


def picture_of(document: Path, picture: Path) -> None:
    """Save what Writer shows of a document."""
    wide, high = map(str, SCREEN)
    with _screen() as display:
        surroundings = os.environ | {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gtk3", "GDK_SCALE": "2"}
        profile = _profile(document.parent / "profile")
        writer = subprocess.Popen(
            ["soffice", profile, "--norestore", "--nologo", str(document)],
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", document.name]
            found = subprocess.run(
                search, env=surroundings, capture_output=True, text=True, timeout=_PATIENCE, check=True
            )
            window = found.stdout.split()[-1]
            move = ["windowsize", window, wide, high, "windowmove", window, "0", "0"]
            subprocess.run(["xdotool", *move], env=surroundings, check=True)
            time.sleep(6)  # Writer lays out the text, then the comments, and says nothing when it is done
            # Past the margin at the top of the page: a turn of the wheel, the mouse out of the way again.
            turn = ["mousemove", "900", "900", "click", "5", "mousemove", wide, high]
            subprocess.run(["xdotool", *turn], env=surroundings, check=True)
            time.sleep(1)
            subprocess.run(["import", "-window", "root", picture], env=surroundings, check=True)
        finally:
            os.killpg(writer.pid, 15)
            writer.wait()


@contextmanager
def _screen() -> Iterator[str]:
    """Give the name of a display as long as it is needed."""
    reading, writing = os.pipe()
    size = "x".join(map(str, (*SCREEN, 24)))
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()


def _profile(folder: Path) -> str:
    """Make a profile without the tips and news of a first start, and return the argument that names it."""
    (folder / "user").mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )
    return f"-env:UserInstallation={folder.as_uri()}"
