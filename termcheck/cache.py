"""What earlier runs found, by the content of everything that it depends on: texts by key, in a folder.

An entry is a file: the checksum of a text, and the text. One that is not whole is as good as none. The
least recently used go when all take too much room.
"""

import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_ROOM = 256 * 2**20  # bytes; a report of 50 pages leaves some 30 thousand
_CODE = (".py", ".toml")
# Packages that decide what is found: another release of one may find something else.
_PACKAGES = (
    *("spacy", "pymorphy3", "pymorphy3-dicts-ru", "rapidfuzz"),
    *("markdown-it-py", "lxml", "charset-normalizer"),
)


def directory() -> Path:
    """Return the folder of the cache: TERMCHECK_CACHE_DIR, or where the system has a user's caches."""
    told = os.environ.get("TERMCHECK_CACHE_DIR")
    return Path(told) if told else Path(platformdirs.user_cache_dir("termcheck", appauthor=False))


@dataclass(frozen=True, slots=True)
class Cache:
    """Texts by key in a folder, which is made when it is needed."""

    folder: Path
    room: int = _ROOM

    def get(self, key: str) -> str | None:
        """Return the text of a key; None without one, or where the file is not what was stored."""
        file = self._file(key)
        try:
            checksum, _, data = file.read_bytes().partition(b"\n")
            if checksum != _checksum(data):
                return None
            os.utime(file)
            return data.decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, text: str) -> None:
        """Store a text; a folder that cannot be written to keeps nothing."""
        data = text.encode("utf-8", "surrogatepass")  # a name of a file may be no text
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=".new")
            beside = Path(name)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(_checksum(data) + b"\n" + data)
                beside.replace(self._file(key))  # no process ever sees half of it
            finally:
                beside.unlink(missing_ok=True)

    def trim(self) -> None:
        """Delete what was not used for longest, until three quarters of the room are taken at most."""
        with suppress(OSError):
            files = [(entry.stat(), Path(entry.path)) for entry in os.scandir(self.folder)]
            taken = sum(status.st_size for status, _ in files)
            if taken <= self.room:
                return
            for status, file in sorted(files, key=lambda pair: pair[0].st_mtime):
                if taken <= self.room * 3 // 4:
                    return
                file.unlink(missing_ok=True)
                taken -= status.st_size

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def fingerprint(parts: Iterable[str | bytes]) -> str:
    """Return a name for a sequence of texts: another one has another name."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def program(glossaries: Iterable[Path]) -> str:
    """Return a name for the program: its own files, these glossaries of it, the packages that it rests on."""
    from importlib import metadata  # takes a while, and who says --no-cache does without

    releases = (f"{name} {metadata.version(name)}" for name in _PACKAGES)
    package = Path(__file__).parent
    files = [
        Path(folder, name) for folder, _, names in os.walk(package) for name in names if name.endswith(_CODE)
    ]
    contents = (path.read_bytes() for path in (*sorted(files), *glossaries))
    return fingerprint((sys.version, *releases, *contents))


def _checksum(data: bytes) -> bytes:
    return b"%08x" % zlib.crc32(data)
