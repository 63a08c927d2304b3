"""Where the commented Word documents go."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from termcheck import formats
from termcheck.cli.files import common_root
from termcheck.cli.output import write_out
from termcheck.errors import UsageError
from termcheck.model import Result, Severity


def commented_files(given: Sequence[Path], files: Iterable[Path], output: Path | None) -> Mapping[str, Path]:
    """Return where the commented copy of each file goes, by its name.

    Of one file that is `output` itself; of several, their relative paths in the folder `output`. Raises
    UsageError where there is no such answer.
    """
    if output is None:
        raise UsageError("--format docx: needs --output FILE for the commented document")
    several = len(given) > 1 or any(path.is_dir() for path in given)
    if several and output.exists() and not output.is_dir():
        raise UsageError(f"--output {output}: is a file; of several documents each goes into a folder")
    root = common_root(given)
    targets = {}
    for file in files:
        if file.suffix.lower() != ".docx":
            raise UsageError(
                f"{file}: --format docx writes comments into DOCX files only; take another format"
            )
        inside = file.absolute().relative_to(root) if several else Path(file.name)
        targets[str(file)] = output / inside if several or output.is_dir() else output
    return targets


def write_commented(results: Iterable[Result], targets: Mapping[str, Path], least: Severity) -> None:
    """Write every document checked to its target, with its findings as comments."""
    from termcheck.writers.docx import as_docx

    now = datetime.now()  # the clock on the wall, as Word has it
    for result in results:
        path = result.russian.path
        target = targets[path]
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--output {target.parent}: cannot be made: {error.strerror}") from None
        write_out(as_docx(result, least, formats.read_bytes(Path(path)), now), target)
