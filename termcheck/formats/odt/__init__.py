"""ODT, the OpenDocument text of LibreOffice and others, also in one flat file (.fodt).

read_odt(data, …)                 the blocks of a file, as its reader sees them
requests_in(data, document)       what its comments ask termcheck
track_changes(data, edits, …)     corrections that the editor accepts or rejects one by one

Read and written here and not by a library: none tells where in the file a letter stands.
"""

from termcheck.formats.blocks import Block
from termcheck.formats.odt.package import read_package
from termcheck.formats.odt.reading import blocks_of
from termcheck.formats.odt.requests import with_requests
from termcheck.formats.odt.writing import track_changes
from termcheck.formats.tracked import Tracked

__all__ = ["read_odt", "track_changes", "with_requests"]


def read_odt(data: bytes, *, shown: str, tracked: Tracked = Tracked.ACCEPTED) -> list[Block]:
    """The blocks of an ODT file in reading order, then its notes and page headers. Raises InputError."""
    return blocks_of(read_package(data, shown), tracked)
