"""HTML as tokens, each with its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.markup import Token, TokenKind, tokens

KIND = {kind.name: kind for kind in TokenKind}


def written(text: str) -> list[str]:
    """Each token as it stands, after the first letter of its kind."""
    return [f"{token.kind.name[0]} {text[token.start : token.end]}" for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<p class="note">Доклад.</p>', ['O <p class="note">', "T Доклад.", "C </p>"]),
        ("5&nbsp;млн &#8212; &#xA0;", ["T 5", "E &nbsp;", "T млн ", "E &#8212;", "T  ", "E &#xA0;"]),
        ("до<br/>после<!-- нет -->", ["T до", "E <br/>", "T после", "O <!-- нет -->"]),
        ("<!DOCTYPE html><?xml?>", ["O <!DOCTYPE html>", "O <?xml?>"]),
        ("<script>if (a<b) x</script>", ["O <script>", "O if (a<b) x", "C </script>"]),
        ("<title>А <b> Б</title>", ["O <title>", "T А <b> Б", "C </title>"]),
        ("<title>А &mdash; Б</title>", ["O <title>", "T А ", "E &mdash;", "T  Б", "C </title>"]),
        ("<img alt='5 > 3' src=x.png>", ["O <img alt='5 > 3' src=x.png>"]),
        ("при x <y и <b>так</b>", ["T при x <y и ", "O <b>", "T так", "C </b>"]),
        ("AT&T, &#; и < 5", ["T AT&T, &#; и < 5"]),
        ("<!-- без конца <b>", ["T <!-- без конца <b>"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_entities_are_their_characters_and_attributes_their_values() -> None:
    text = "<A HREF='/q?a=1&amp;b' download>&laquo;"
    link, quote = tokens(text)
    assert link == Token(
        KIND["OPEN"], 0, len(text) - 7, name="a", attributes={"href": "/q?a=1&b", "download": ""}
    )
    assert quote.text == "«"


@given(st.lists(st.sampled_from([*"<>&;/\"'=-! a", "b>", "<p>", "&amp;", "<!--", "-->", "script", "слово"])))
def test_tokens_cover_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(text[token.start : token.end] for token in tokens(text)) == text


@pytest.mark.parametrize(
    "part",
    ['<a "', "<!--", "<a ", "&#", "&amp", "<", "</", "<?", "<a b='", "<script>", "<title>", "<title>&a"],
)
def test_hostile_markup_takes_no_longer_than_tags(part: str) -> None:
    size = 200_000

    def seconds(text: str) -> float:
        begun = time.process_time()
        for _ in tokens(text):
            pass
        return time.process_time() - begun

    assert seconds(part * (size // len(part))) <= 5 * seconds("<b>x</b>" * (size // 8))
