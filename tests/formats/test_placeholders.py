"""Placeholders in the two texts of a unit."""

import time

import pytest

from termcheck.formats.blocks import Block
from termcheck.formats.placeholders import Placeholder, mark_placeholders, placeholder
from termcheck.model import Kind


def found(english: str, russian: str, *flags: str) -> tuple[list[str], list[str]]:
    """The placeholders of the Russian and of the English."""
    sides = mark_placeholders(
        Block(Kind.PARAGRAPH, russian), Block(Kind.PARAGRAPH, english), flags=frozenset(flags)
    )
    ours, theirs = ([code.text for code in block.codes] for block in sides)
    return ours, theirs


@pytest.mark.parametrize(
    ("english", "russian", "expected"),
    [
        ("%d of %s", "%d из %s", ["%d", "%s"]),
        ("%(count)d reports", "Докладов: %(число)d", ["%(число)d"]),
        ("%2$s and %1$@", "%1$@ и %2$s", ["%1$@", "%2$s"]),
        ("%-5.2f%% done", "готово %-5.2f%%", ["%-5.2f"]),
        ("page%d", "страница%d из %s", ["%d", "%s"]),
        (
            "{0}, {place} and {user.name!r}",
            "{0}, {место} и {user.name!r}",
            ["{0}", "{место}", "{user.name!r}"],
        ),
        ("{} of {:>10}", "{} из {:>10}", ["{}", "{:>10}"]),
        ("{{ name|upper }} {% if x %}", "{{ name }} {% if x %}", ["{{ name }}", "{% if x %}"]),
        ("${link} $t(key) $LINK$", "${link} $t(key) $LINK$", ["${link}", "$t(key)", "$LINK$"]),
        ("%{count} and #{name}", "%{count} и #{name}", ["%{count}", "#{name}"]),
        ("{ $name } and { -brand }", "{ $name } и { -brand }", ["{ $name }", "{ -brand }"]),
        ("%1 of %2", "%1 из %2", ["%1", "%2"]),
        ("%user% signed in", "%user% вошел", ["%user%"]),
        (":name, @user, $USER", ":name, @user, $USER", [":name", "@user", "$USER"]),
        ("Read <0>this</0>", "Прочтите <0>это</0>", ["<0>", "</0>"]),
        ("[b]so[/b] [url=a]x[/url]", "[b]так[/b] [url=a]э[/url]", ["[b]", "[/b]", "[url=a]", "[/url]"]),
        ("cp <source> <target>", "cp <source> <цель>", ["<source>"]),
        ("run `make all`", "наберите `make all`", ["`make all`"]),
        ("%Y-%m-%d", "%d.%m.%Y", ["%d", "%m", "%Y"]),
        (
            "{n, number} of {d, date, short}",
            "{n, number} из {d, date, short}",
            ["{n, number}", "{d, date, short}"],
        ),
    ],
)
def test_placeholders(english: str, russian: str, expected: list[str]) -> None:
    assert found(english, russian)[0] == expected


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("100% of it, 5% done", "100 % денег, 5 % d"),
        ("$US 5 and $1 million", "5 долл. США и 1 млн"),
        ("{…} or […] or [date]", "{…} или […] или [дата]"),
        ("the set {1, 2, 3}", "множество {1, 2, 3}"),
        ("Note: see 10:30", "Примечание: см. 10:30"),
    ],
)
def test_prose_is_none(english: str, russian: str) -> None:
    assert found(english, russian) == ([], [])


def test_flags_of_a_message_decide() -> None:
    assert found("5%x", "5%x", "c-format")[0] == ["%x"]
    assert found("%d of it", "это", "no-c-format")[1] == []


def test_of_icu_the_syntax_is_no_prose_and_the_words_are() -> None:
    russian = "Найдено {n, plural, one {# доклад {name}} few {# доклада} other {# докладов}} всего"
    block, _ = mark_placeholders(
        Block(Kind.PARAGRAPH, russian), Block(Kind.PARAGRAPH, "{n, plural, one {# of {name}} other {#}} x")
    )
    kept, at = [], 0
    for code in block.codes:
        kept.append(russian[at : code.span.start].strip())
        at = code.span.end
    assert [words for words in [*kept, russian[at:].strip()] if words] == [
        "Найдено",
        "доклад",
        "доклада",
        "докладов",
        "всего",
    ]


def test_a_broken_message_of_icu_is_text() -> None:
    assert found("{n, plural, one {#} other {#}}", "{n, plural, one {#} other {#}")[0] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("%(count)d", Placeholder("printf", "count")),
        ("%5ld", Placeholder("printf", conversion="d")),
        ("%2$s", Placeholder("printf", number=2, conversion="s")),
        ("{{name|upper}}", Placeholder("double-brace", "name")),
        ("{1:N2}", Placeholder("brace", number=2)),
        ("{n, plural, one {", Placeholder("icu", "n", conversion="plural", key="one")),
        ("} few {", Placeholder("icu", key="few")),
    ],
)
def test_what_is_meant(written: str, meant: Placeholder) -> None:
    assert placeholder(written) == meant


@pytest.mark.parametrize(
    "part", ["{a,select,b{", "%(", "{{", "{%", "<%", "$a", "[a", "<a", "%aa", "`", "{", "}", "${"]
)
def test_hostile_texts_take_no_longer_than_words(part: str) -> None:
    size = 20_000

    def seconds(text: str) -> float:
        begun = time.process_time()
        for _ in range(3):
            found(text, text)
        return time.process_time() - begun

    assert seconds(part * (size // len(part))) <= 5 * seconds("%d {a} " * (size // 7))
