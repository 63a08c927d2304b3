"""What holds for every symbol, over symbols made at random from known parts."""

from hypothesis import given
from hypothesis import strategies as st

from termcheck.symbols import Fault, closeness, differences, faults, find, key, mend, parse

LOOKALIKES = dict(zip("ABEKMHOPCTXaeopcx", "АВЕКМНОРСТХаеорсх", strict=True))
RUSSIAN_PARTS = {
    "AC": "АК",
    "CN": "КН",
    "CONF": "КОНФ",
    "WG": "ВГ",
    "L": "Л",
    "INF": "ИНФ",
    "NGO": "НПО",
    "RES": "РЕЗ",
    "Add": "Доп",
    "Corr": "Испр",
    "Rev": "Пересм",
}

numbers = st.integers(1, 9999).map(str)
years = st.integers(1994, 2030).map(str)
bodies = st.builds(
    "{}.{}".format, st.sampled_from(["AC", "C", "CN", "CONF", "GC", "SC", "Sub", "WG"]), numbers
)
papers = st.one_of(
    numbers,
    st.builds("{}.{}".format, st.sampled_from(["CRP", "L", "PV", "SR", "WP"]), numbers),
    st.builds("{}/{}".format, st.sampled_from(["INF", "NGO", "RES", "DEC"]), numbers),
)
modifications = st.builds(
    "{}.{}".format, st.sampled_from(["Add", "Corr", "Rev", "Amend"]), st.integers(1, 30)
)


@st.composite
def symbols(draw: st.DrawFn) -> str:
    series = draw(st.sampled_from(["A", "E", "S", "CTOC", "CEDAW", "FCCC", "NPT", "TD/B", "A/HRC", "ST/SGB"]))
    middle = draw(st.lists(bodies, max_size=2))
    after = draw(st.lists(modifications, max_size=2))
    return "/".join([series, *middle, draw(years), draw(papers), *after]) + draw(
        st.sampled_from(["", "*", "**"])
    )


@given(symbols())
def test_what_is_parsed_prints_back_and_parses_again(text: str) -> None:
    symbol = parse(text)
    assert symbol is not None
    assert str(symbol) == text
    assert parse(str(symbol)) == symbol


@given(symbols())
def test_a_well_formed_symbol_has_no_faults(text: str) -> None:
    assert faults(text) == frozenset()
    assert mend(text) is None


@given(symbols(), st.data())
def test_letters_that_look_alike_are_mended(text: str, data: st.DataObject) -> None:
    places = [i for i, letter in enumerate(text) if letter in LOOKALIKES]
    if not places:
        return
    chosen = data.draw(st.sets(st.sampled_from(places), min_size=1))
    damaged = "".join(LOOKALIKES[x] if i in chosen else x for i, x in enumerate(text))
    assert mend(damaged) == text
    assert Fault.MIXED_SCRIPT in faults(damaged) or Fault.TRANSLITERATED in faults(damaged)


@given(symbols())
def test_parts_in_russian_are_mended(text: str) -> None:
    words = [part.partition(".") for part in text.split("/")]
    damaged = "/".join(RUSSIAN_PARTS.get(word, word) + dot + rest for word, dot, rest in words)
    assert mend(damaged) == (text if damaged != text else None)
    assert faults(damaged) == ({Fault.TRANSLITERATED} if damaged != text else set())


@given(symbols(), st.data())
def test_blanks_around_slashes_are_mended(text: str, data: st.DataObject) -> None:
    slash = data.draw(st.sampled_from([i for i, sign in enumerate(text) if sign == "/"]))
    blank = data.draw(st.sampled_from([" /", "/ ", " / ", "/\u00a0", "/\u200b"]))
    damaged = text[:slash] + blank + text[slash + 1 :]
    assert mend(damaged) == text
    assert faults(damaged) == {Fault.SPACING}


@given(symbols(), st.text(alphabet="AСTЕ/.,- 0123456789adоВГКНДопЛ*()", max_size=12))
def test_mending_is_done_once_for_all(text: str, noise: str) -> None:
    for damaged in (text + noise, noise + text, text[:4] + noise + text[4:]):
        mended = mend(damaged)
        if mended is not None:
            assert parse(mended) is not None
            assert mend(mended) is None


@given(symbols())
def test_a_symbol_is_found_whole(text: str) -> None:
    (match,) = find(f"См. документ ({text}), пункт 7.")
    assert match.text == text
    assert match.faults == frozenset()


@given(
    st.lists(st.one_of(symbols(), st.text(alphabet="АAСCаa/.,-( )0123456789*дДоп", max_size=15)), max_size=5)
)
def test_spans_give_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for match in find(text):
        assert text[match.span.start : match.span.end] == match.text
        assert match.span.start >= end
        end = match.span.end


@given(symbols(), symbols())
def test_closeness_agrees_with_differences(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert a is not None
    assert b is not None
    assert 0 <= closeness(a, b) <= 1
    assert abs(closeness(a, b) - closeness(b, a)) < 1e-9
    assert (closeness(a, b) == 1) == (differences(a, b) == ()) == (key(a) == key(b))
