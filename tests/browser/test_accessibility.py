"""The report for those who do not see it or have no mouse: axe-core finds nothing serious."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.slow

GRAVE = {"serious", "critical"}


def grave(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["", "#f2", "#d0-entities", "#checks"])
def test_no_view_has_a_serious_fault(page: Page, report: Callable[..., str], view: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(report(6) + view)
    assert grave(page) == []


def test_nor_has_the_list_of_documents_or_a_clean_report(page: Page, report: Callable[..., str]) -> None:
    for address in (report(3, documents=2), report(0)):
        page.goto(address)
        assert grave(page) == []


def test_nor_has_a_telephone(page: Page, report: Callable[..., str]) -> None:
    page.set_viewport_size({"width": 380, "height": 800})
    page.goto(report(6) + "#f1")
    assert grave(page) == []


def test_a_finding_says_its_severity_place_and_message(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(3))
    page.keyboard.press("j")
    name = page.get_by_role("article", name="«СТОС» should be «CTOC»")
    assert name.get_attribute("id") == "f1"
    assert page.get_by_role("article", name="Error para. 1 symbol/mixed-script").count() == 1


def test_everything_is_in_a_landmark_with_a_name(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(3))
    for role, name in (
        ("navigation", "Views"),
        ("search", "Filter"),
        ("complementary", "Overview of the document"),
    ):
        assert page.get_by_role(role, name=name).count() == 1  # type: ignore[arg-type]
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1


def test_the_first_stop_of_the_keyboard_skips_to_the_text(page: Page, report: Callable[..., str]) -> None:
    page.goto(report(3))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
