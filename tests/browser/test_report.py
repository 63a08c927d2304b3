"""How the report behaves: keys, filters, views."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from termcheck.model import Severity

pytestmark = pytest.mark.slow

Report = Callable[..., str]


def shown(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.card')].filter((c) => !c.hidden).map((c) => c.id)")


def at(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def test_keys_walk_from_finding_to_finding_and_round(page: Page, report: Report) -> None:
    page.goto(report(3))
    walked = []
    for key in ("j", "j", "ArrowRight", "j", "k", "ArrowLeft"):
        page.keyboard.press(key)
        walked.append(at(page))
    assert walked == ["f1", "f2", "f3", "f1", "f3", "f2"]
    expect(page.locator("#at")).to_have_text("2 of 3")
    expect(page.locator(".card.current")).to_have_count(1)
    expect(page.locator("mark.lit")).to_have_text("Молдовы")
    expect(page.locator(".answer.lit")).to_have_text("Moldova")
    expect(page.locator("#f2")).to_be_in_viewport()


def test_keys_go_on_from_where_one_has_read_to(page: Page, report: Report) -> None:
    page.goto(report(60))
    page.locator("#f40").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('f40').scrollIntoView({ block: 'start' })")
    page.keyboard.press("j")
    assert 38 <= int(at(page)[1:]) <= 41


def test_only_the_finding_that_one_is_at_says_why(page: Page, report: Report) -> None:
    page.goto(report(3))
    page.keyboard.press("j")
    expect(page.locator(".why")).to_contain_text("Find a document symbol in which Cyrillic letters")
    page.keyboard.press("w")
    expect(page.locator(".why")).to_have_count(0)
    page.keyboard.press("j")
    expect(page.locator(".why")).to_have_count(0)
    page.keyboard.press("w")
    expect(page.locator(".why")).to_have_count(1)


def test_a_click_on_marked_words_opens_their_finding_where_it_is(page: Page, report: Report) -> None:
    page.goto(report(12))
    mark = page.locator("mark[data-findings='3']")
    before = mark.bounding_box()
    mark.click()
    after = mark.bounding_box()
    expect(page.locator("#f3")).to_be_focused()
    assert before and after
    assert abs(before["y"] - after["y"]) < 2


def test_severities_are_switched_by_key_and_button(page: Page, report: Report) -> None:
    page.goto(report(6, least=Severity.WARNING))
    assert shown(page) == ["f1", "f2", "f4", "f5"]
    page.keyboard.press("3")
    assert shown(page) == ["f1", "f2", "f3", "f4", "f5", "f6"]
    page.get_by_role("button", name="2 errors").click()
    assert shown(page) == ["f2", "f3", "f5", "f6"]
    expect(page.locator("mark[data-findings='1']")).to_have_class("error off")
    expect(page.get_by_role("button", name="2 errors")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#said")).to_have_text("4 findings shown")


def test_families_are_filtered_by_bar_and_list_alike(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.locator("button.family[data-family=text]").click()
    assert shown(page) == ["f3", "f6"]
    expect(page.get_by_label("Family", exact=True)).to_have_value("text")
    page.get_by_label("Family", exact=True).select_option("country")
    assert shown(page) == ["f2", "f5"]
    page.get_by_label("Family", exact=True).select_option("")
    assert len(shown(page)) == 6


def test_findings_are_filtered_by_entity(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.get_by_label("Entity").select_option(label="Republic of Moldova (2)")
    assert shown(page) == ["f2", "f5"]


def test_slash_searches_and_escape_leaves(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.keyboard.press("/")
    page.keyboard.type("CASE 4")
    assert shown(page) == ["f5"]
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert at(page) == "f5"
    page.keyboard.press("x")
    assert len(shown(page)) == 6


def test_a_filter_that_nothing_passes_says_so_and_can_be_cleared(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.get_by_label("Filter by words").fill("no such words")
    expect(page.locator("#none")).to_be_visible()
    page.keyboard.press("Enter")  # nowhere to go
    page.get_by_role("button", name="Clear the filter").click()
    expect(page.locator("#none")).to_be_hidden()
    assert len(shown(page)) == 6


def test_only_the_rows_with_findings(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.keyboard.press("1")
    page.keyboard.press("o")
    expect(page.locator(".row:visible")).to_have_count(4)
    page.keyboard.press("o")
    expect(page.locator(".row:visible")).to_have_count(6)


def test_the_page_of_entities_leads_to_places_and_findings(page: Page, report: Report) -> None:
    page.goto(report(6))
    page.keyboard.press("e")
    entity = page.locator(".entity")
    expect(entity).to_have_count(1)
    expect(entity.locator(".ru .term")).to_contain_text("Республика Молдова")
    expect(page.locator(".view.text")).to_be_hidden()
    entity.locator(".ru .places a").nth(1).click()
    expect(page.locator("#d0-ru-4")).to_be_in_viewport()
    expect(page.locator("#d0-ru-4")).to_have_class("block paragraph shown-to")
    page.keyboard.press("e")
    entity.get_by_role("button", name="2 findings").click()
    assert shown(page) == ["f2", "f5"]
    assert at(page) == "f2"


def test_entities_are_searched_too(page: Page, report: Report) -> None:
    page.goto(report(6) + "#d0-entities")
    page.get_by_label("Filter by words").fill("молдова")
    expect(page.locator(".entity")).to_be_visible()
    page.get_by_label("Filter by words").fill("chad")
    expect(page.locator(".entity")).to_be_hidden()
    expect(page.get_by_text("No entity matches.")).to_be_visible()


def test_several_documents_begin_with_their_list_and_keys_go_through_all(page: Page, report: Report) -> None:
    page.goto(report(2, documents=2))
    expect(page.get_by_role("heading", name="Documents", exact=True)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("j")
    assert at(page) == "f3"
    expect(page.locator("#d1")).to_be_visible()
    expect(page.locator("#d0")).to_be_hidden()
    expect(page.get_by_label("Document", exact=True)).to_have_value("1")
    page.get_by_label("Document", exact=True).select_option("0")
    expect(page.locator("#d0")).to_be_visible()


def test_an_address_of_a_finding_opens_it_even_when_it_is_filtered_out(page: Page, report: Report) -> None:
    page.goto(report(6, least=Severity.ERROR) + "#f3")
    expect(page.locator("#f3")).to_be_focused()


def test_the_strip_leads_into_the_document(page: Page, report: Report) -> None:
    page.goto(report(400))
    canvas = page.locator("#strip canvas")
    box = canvas.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.5)
    expect(page.locator("#d0-ru-200")).to_be_in_viewport()
    image = "c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer"
    painted = canvas.evaluate(f"(c) => new Set(new Uint32Array({image})).size")
    assert painted > 4  # ground, text, and the three colours of the findings


def test_a_clean_report_has_nothing_to_filter(page: Page, report: Report) -> None:
    page.goto(report(0))
    expect(page.get_by_text("Nothing to correct")).to_be_visible()
    for key in ("j", "/", "1", "o", "x", "e", "t", "d", "w"):
        page.keyboard.press(key)  # nothing to do, and nothing breaks
    expect(page.get_by_text("Nothing to correct")).to_be_visible()


def test_help_lists_the_keys(page: Page, report: Report) -> None:
    page.goto(report(3))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    assert at(page) != "f1"  # the keys are read, not obeyed
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_chosen(page: Page, report: Report, system: str) -> None:
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    page.goto(report(3))
    assert is_dark(page) == (system == "dark")
    page.get_by_role("button", name="Dark").click()
    assert is_dark(page) == (system == "light")
    page.reload()
    assert is_dark(page) == (system == "light")


def is_dark(page: Page) -> bool:
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return int(ground.split("(")[1].split(",")[0]) < 128


def test_paper_is_white_without_controls_and_holds_every_row(page: Page, report: Report) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(report(60))
    page.keyboard.press("j")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in (".controls", "#strip", ".why"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#checks")).to_be_visible()
    assert page.locator(".leaf").last.evaluate("(e) => getComputedStyle(e).contentVisibility") == "visible"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("width", [360, 820, 1100, 1440, 2400])
@pytest.mark.parametrize("documents", [1, 3])
def test_no_window_is_too_narrow(page: Page, report: Report, width: int, documents: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    address = report(6, documents=documents)
    for view in ("", "#d0-entities", "#checks"):
        page.goto(address + view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # What the page is sent to stands below the controls, not under them.
        top = page.evaluate(
            "parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--top'))"
        )
        assert page.locator(".controls").bounding_box()["height"] <= 16 * top + 1


def test_a_document_is_readable_without_scripts(browser, report: Report) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(report(3))
    expect(opened.locator(".card").first).to_be_visible()
    expect(opened.locator(".entity").first).to_be_visible()
    context.close()
