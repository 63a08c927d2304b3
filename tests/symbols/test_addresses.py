"""The symbol to which an address leads, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.symbols import symbol_at


@pytest.mark.parametrize(
    ("address", "symbol"),
    [
        ("https://undocs.org/CTOC/COP/2021/1", "CTOC/COP/2021/1"),
        ("https://undocs.org/ru/A/75/1", "A/75/1"),
        ("http://www.undocs.org/A/75/1/Add.2/", "A/75/1/Add.2"),
        ("undocs.org/A/75/1/ru", "A/75/1"),
        ("https://undocs.org/A/75/1(R)", "A/75/1"),
        ("https://undocs.org/A/75/1?OpenDocument", "A/75/1"),
        ("https://docs.un.org/en/E%2FCN.7%2F2021%2F3", "E/CN.7/2021/3"),
        ("https://undocs.org/A/76/6%20(Sect.%204)", "A/76/6 (Sect. 4)"),
        ("https://undocs.org/a/75/1", "A/75/1"),
        ("https://documents.un.org/api/symbol/access?s=A/75/1&l=ru", "A/75/1"),
        ("https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/75/10", "A/RES/75/10"),
        ("https://daccess-ods.un.org/access.nsf/Get?Open&DS=S/2021/15&Lang=E", "S/2021/15"),
        ("https://undocs.org/A/75/1&Lang=R", "A/75/1"),
        ("https://undocs.org/A/75/1#page=3", "A/75/1"),
    ],
)
def test_the_symbol(address: str, symbol: str) -> None:
    assert str(symbol_at(address)) == symbol


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#приложение",
        "https://undocs.org/",
        "https://undocs.org/Home/Mobile",
        "https://undocs.org/A/75/1,A/75/2",
        "https://example.org/A/75/1",
        "https://documents-dds-ny.un.org/doc/UNDOC/GEN/N21/196/12/PDF/N2119612.pdf",
        "https://www.un.org/ru/documents/A/75/1",
        "http://[undocs.org/A/75/1",
        "mailto:office@un.org",
    ],
)
def test_no_symbol(address: str) -> None:
    assert symbol_at(address) is None


@given(st.text(max_size=30))
def test_any_text_is_an_address_or_none(text: str) -> None:
    for before in ("", "https://undocs.org/", "https://documents.un.org/x?s="):
        symbol_at(before + text)
