"""What all checks together say of units with markup and placeholders: nothing, where all is in order."""

import pytest

from termcheck.formats.po import escape, read_po
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Severity
from termcheck.pipeline import check

QUIET = {
    "a blank before a mark": ("Dear %s, welcome", "Уважаемый %s , добро пожаловать"),
    "blanks between placeholders": ("{day} {month}  {year}", "{day}  {month} {year}"),
    "a blank within brackets": ("Report ( %(name)s )", "Доклад ( %(name)s )"),
    "a mark without a blank": ("%(name)s,%(place)s", "%(name)s,%(place)s"),
    "the same twice": ("Pages %d %d", "Страницы %d %d"),
    "no mark at the end": ("The report was sent by {name}.", "Доклад направлен {name}"),
    "figures beside a placeholder": ("Item %1$s of 5%2$s", "Пункт %1$s из 5%2$s"),
    "letters beside a placeholder": ("file-%s.txt of %(count)d", "файл-%s.txt из %(count)d"),
    "quotation marks around a placeholder": ('The report "%s" was adopted.', 'Доклад "%s" был принят.'),
    "brackets of a label": ("%d) The report", "%d) Доклад"),
    "a symbol of placeholders": ("See A/%(number)s/%(part)s.", "См. A/%(number)s/%(part)s."),
    "English words in a name": ("Found {total of all reports}", "Найдено {total of all reports}"),
    "English in a statement": (
        "{% if there is a report %}The report{% endif %} was adopted.",
        "{% if there is a report %}Доклад{% endif %} принят.",
    ),
    "white space that HTML folds": ("<p>The  report\n  was adopted.</p>", "<p>Доклад  был\n  принят.</p>"),
    "a tag before a mark": ("<b>Report</b>, annex", "<b>Доклад</b>, приложение"),
    "attributes are no prose": (
        '<p class="notes" title="See here">Report</p>',
        '<p class="notes" title="См. здесь">Доклад</p>',
    ),
    "the mark of a note": (
        'Targets 1.1 and 1.2.<sup><a href="#note-10">[10]</a></sup> The report has limits.',
        'Задачи 1.1 и 1.2.<sup><a href="#note-10">[10]</a></sup> У доклада есть пределы.',
    ),
    "entities": ("Water &amp; land&nbsp;&mdash; a report", "Вода &amp; земля&nbsp;&mdash; доклад"),
    "English in code": (
        "Use <code>get the list of reports</code> now.",
        "Используйте сейчас <code>get the list of reports</code>.",
    ),
    "branches of a plural": (
        "Adopted: {n, plural, =0 {no reports} one {# report} other {# reports}}.",
        "Принято: {n, plural, =0 {ни одного доклада} one {# доклад} few {# доклада} other {# докладов}}.",
    ),
    "accelerators": ("&Export report", "Э&кспортировать доклад"),
    "an ellipsis and a colon": ("Save report as…", "Сохранить доклад как…"),
    "a message of some other program": ("label_report_name", "Название доклада, которого нет в английском"),
}


def said(english: str, russian: str, glossary: CompiledGlossary) -> list[Finding]:
    ours, theirs = (escape(text).replace("\n", "\\n") for text in (russian, english))
    text = f'msgid "{theirs}"\nmsgstr "{ours}"\n'
    target, source = read_po(text.encode(), shown="a.po")
    found = check(target, source, glossary, parallel=True).findings
    return [finding for finding in found if finding.severity >= Severity.WARNING]


@pytest.mark.parametrize("name", QUIET)
def test_nothing_is_said(name: str, glossary: CompiledGlossary) -> None:
    assert [
        (f.check, f.problem.passage.text, str(f.problem.message)) for f in said(*QUIET[name], glossary)
    ] == []


LOUD = {
    "a slip beside a placeholder": ("The report of %s", "Доклад о о %s", "text/doubled-word", "о о"),
    "two alphabets in a link": (
        'See <a href="/list">the report</a>.',
        'См. <a href="/list">докладa</a>.',
        "text/mixed-script",
        "докладa",
    ),
    "a figure in bold": (
        "The <b>15</b> States of %s",
        "<b>16</b> государств %s",
        "number/changed",
        "16",
    ),
    "quotation marks with a placeholder inside": (
        "«yes» and the report “%s of today”",
        '«да» и доклад "%s за сегодня"',
        "text/quotes",
        '"%s за сегодня"',
    ),
}


@pytest.mark.parametrize("name", LOUD)
def test_what_is_wrong_is_said(name: str, glossary: CompiledGlossary) -> None:
    english, russian, check_name, words = LOUD[name]
    found = [(f.check, f.problem.passage.text) for f in said(english, russian, glossary)]
    assert found == [(check_name, words)]


def test_a_suggestion_keeps_the_placeholder(glossary: CompiledGlossary) -> None:
    english, russian, *_ = LOUD["quotation marks with a placeholder inside"]
    (finding,) = said(english, russian, glossary)
    assert finding.problem.suggestions == ("«%s за сегодня»",)
