"""From a key to the picture that answers it, in a report of 2,000 findings."""

from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Page

TIMES = 15
# A report fifty times as large may take so many times as long, and so many milliseconds for a frame or two;
# in CPU time of the page, so that nothing else on the machine counts.
RATIO = 12
FRAMES = 50

# From the key to the frame after it has been painted.
WATCH = """() => {
  window.painted = false;
  addEventListener("keydown", (event) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.painted = true; };
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }, { once: true, capture: true });
}"""


def milliseconds(page: Page, key: str) -> float:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    spent = []
    for _ in range(TIMES):
        page.evaluate(WATCH)
        before = used()
        page.keyboard.press(key)
        page.wait_for_function("window.painted")
        spent.append(1000 * (used() - before))
    session.detach()
    return median(spent)


@pytest.mark.slow
def test_two_thousand_findings_stay_fluid(
    page: Page, report: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    spent: dict[int, dict[str, float]] = {}
    for findings in (40, 2000):
        page.goto(report(findings))
        page.wait_for_timeout(300)
        spent[findings] = {key: milliseconds(page, key) for key in ("j", "k", "w", "1")}
    for key in spent[40]:
        small, large = spent[40][key], spent[2000][key]
        with capsys.disabled():
            print(f"\n{key}: {small:.0f} ms at 40 findings, {large:.0f} ms at 2,000")
        assert large < RATIO * small + FRAMES
