"""Small ODT files, written as programs write them."""

import io
import zipfile
from collections.abc import Callable

import pytest

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
TYPE = "application/vnd.oasis.opendocument.text"
ENTRIES = "".join(
    f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
    for path, kind in (("/", TYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
)
MANIFEST = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{ENTRIES}</m:manifest>'
Write = Callable[..., bytes]


@pytest.fixture(scope="session")
def write_odt() -> Write:
    """The bytes of an ODT file with a body, automatic styles, and a part of styles with page headers."""

    def write(body: str, *, styles: str = "", named: str = "", headers: str = "", **more: str) -> bytes:
        parts = {
            "mimetype": TYPE,
            "content.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES} '
                f'office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
                f"<office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES} '
                f'office:version="1.3"><office:styles>{named}</office:styles><office:automatic-styles>'
                '<style:page-layout style:name="L"/></office:automatic-styles><office:master-styles>'
                f'<style:master-page style:name="Standard" style:page-layout-name="L">{headers}'
                "</style:master-page></office:master-styles></office:document-styles>"
            ),
            "META-INF/manifest.xml": MANIFEST,
            **more,
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(name, content, stored)
        return stream.getvalue()

    return write
