"""Reports in a browser: Debian's Chromium, without a window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from termcheck.model import (
    Concept,
    Document,
    Finding,
    Kind,
    Mention,
    Message,
    Pair,
    Passage,
    Place,
    Problem,
    Register,
    Result,
    Segment,
    Severity,
    Span,
    Term,
)
from termcheck.writers.html import as_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
KINDS = (
    ("symbol/mixed-script", Severity.ERROR, "СТОС", "CTOC"),
    ("country/unofficial-name", Severity.WARNING, "Молдовы", "Республики Молдова"),
    ("text/dash", Severity.HINT, "-", "–"),
)
MOLDOVA = Concept(
    "MDA",
    "country",
    "state",
    (
        Term("Republic of Moldova", "en", Register.SHORT),
        Term("Республика Молдова", "ru", Register.SHORT),
    ),
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"no Chromium at {CHROMIUM}: apt-get install chromium, or start tests/run", pytrace=False)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return the address of a report on so many documents with so many findings in each."""

    def make(findings: int = 12, documents: int = 1, least: Severity = Severity.HINT) -> str:
        results = [result(findings, f"report-{number}") for number in range(documents)]
        path = tmp_path_factory.mktemp("report") / "report.html"
        path.write_text(as_html(results, least), encoding="utf-8")
        return path.as_uri()

    return make


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which no script may fail and nothing may be fetched."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda request: trouble.append(request.url) if "file:" not in request.url else None)
    yield opened
    opened.close()
    assert trouble == []


def result(findings: int, name: str) -> Result:
    """A report with as many paragraphs as findings, the kinds by turns."""
    russian = tuple(segment(n, f"{name}.ru.md", russian_text(n)) for n in range(findings or 3))
    english = tuple(segment(n, f"{name}.en.md", english_text(n)) for n in range(findings or 3))
    pairs = tuple(Pair((whole(en),), (whole(ru),), 1.0) for en, ru in zip(english, russian, strict=True))
    return Result(
        Document(f"{name}.ru.md", "ru", russian),
        Document(f"{name}.en.md", "en", english),
        None,
        tuple(finding(russian[n], english[n]) for n in range(findings)),
        pairs=pairs,
        mentions=tuple(
            mention(one, words)
            for one, words in zip((*english, *russian), names(english, russian), strict=True)
            if words
        ),
    )


def names(english: tuple[Segment, ...], russian: tuple[Segment, ...]) -> list[str]:
    return ["Moldova" if "Moldova" in s.text else "" for s in english] + [
        "Молдовы" if "Молдовы" in s.text else "" for s in russian
    ]


def russian_text(n: int) -> str:
    wrong = KINDS[n % 3][2]
    return f"Рабочая группа приняла к сведению записку {wrong} и рекомендовала продолжить работу {n}."


def english_text(n: int) -> str:
    about = ("CTOC", "Moldova", "–")[n % 3]
    return f"The Working Group took note of the note {about} and recommended further work {n}."


def segment(position: int, path: str, text: str) -> Segment:
    place = Place(path, label=f"para. {position + 1}", line=position + 1)
    return Segment(position, place, Kind.PARAGRAPH, text, mark=f"{position + 1}.")


def whole(one: Segment) -> Passage:
    return Passage(one, Span(0, len(one.text)))


def part(one: Segment, words: str) -> Passage:
    start = one.text.index(words)
    return Passage(one, Span(start, start + len(words)))


def finding(russian: Segment, english: Segment) -> Finding:
    check, severity, wrong, right = KINDS[russian.position % 3]
    about = ("CTOC", "Moldova", "–")[russian.position % 3]
    message = Message(
        "«{wrong}» should be «{right}» in case {n}",
        {"wrong": wrong, "right": right, "n": str(russian.position)},
    )
    problem = Problem(part(russian, wrong), message, (right,), source=part(english, about))
    concepts = ("MDA",) if about == "Moldova" else ()
    return Finding(check, severity, problem, russian.place, f"{check} {russian.position // 6}", concepts)


def mention(one: Segment, words: str) -> Mention:
    term = MOLDOVA.terms[0 if words == "Moldova" else 1]
    return Mention(MOLDOVA, term, part(one, words), words)
