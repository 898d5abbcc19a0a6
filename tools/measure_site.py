"""What each page of the built site costs a reader, as a table.

    python -m tools.measure_site [PAGE …]        (a part of a name is enough)

The columns: KB over the wire (gzip) with an empty cache, and KB more for who comes from another
chapter, both without scrolling; seconds to the first contentful paint, and in which the page
does not answer, on a processor at a quarter of this one's speed; layout shift while scrolling to
the end; what axe-core finds, in both themes; words that are read without JavaScript, as a share of
those with it; pixels of width at 360. Times depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import statistics
from dataclasses import astuple, dataclass
from typing import Any

from tools.site_browser import addresses, chromium, serving

SLOWER = 4
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
#: another chapter, from which a reader comes, and what is before that
BEFORE, FIRST = "chapters/perceptron.html", "chapters/mp_neuron.html"
OBSERVE = """
window.seen = { shift: 0, blocked: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50);
}).observe({ type: "longtask", buffered: true });
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
        scrollTo(0, y);
        await new Promise((next) => setTimeout(next, 30));
    }
}"""
#: all of them: what is far away and not laid out counts too
WORDS = """(document.documentElement.classList.remove("piecemeal"),
    document.querySelector("article").innerText.split(/\\s+/).length)"""
#: KaTeX's own parts, four of five elements of a page
SCOPE = {"exclude": [[".katex"]]}
#: what depends on the words of a formula: it is tried with them
OF_WORDS = ["empty-table-header"]
#: axe sees no text in MathML, which readers of screens read
FORMULAS_NAME = {"exclude": [["th:has(.katex)"]]}
AXE = {"preload": False, "resultTypes": ["violations"]}
HEAD = ("page", "first KB", "next KB", "paint s", "blocked s", "shift", "axe", "no JS", "at 360")


@dataclass(frozen=True)
class Row:
    """What was measured of one page."""

    page: str
    first: float
    following: float
    paint: float
    blocked: float
    shift: float
    findings: int
    without_scripts: float
    width: int

    def __str__(self) -> str:
        page, *numbers = astuple(self)
        formats = ("{:.0f}", "{:.0f}", "{:.1f}", "{:.1f}", "{:.3f}", "{}", "{:.0%}", "{}")
        cells = [one.format(number) for one, number in zip(formats, numbers)]
        return f"{page:<40}" + "".join(f"{cell:>10}" for cell in cells)


class Counter:
    """Counts the bytes that a page loads."""

    def __init__(self, page: Any) -> None:
        self.bytes = 0
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]


def measure(browser: Any, base: str, page: str) -> Row:
    """Open ``page`` as readers with different browsers would."""
    url = f"{base}/{page}"
    first, paint, blocked, shift, words = _slowly(browser, url)
    following = _coming_from(browser, f"{base}/{FIRST if page == BEFORE else BEFORE}", url)
    findings, width = _read_by_all(browser, url)
    plain = browser.new_context(viewport=DESK, java_script_enabled=False)
    still = plain.new_page()
    still.goto(url)
    text = still.locator("article").inner_text()
    plain.close()
    share = len(text.split()) / words
    return Row(page, first, following, paint, blocked, shift, findings, share, width)


def _slowly(browser: Any, url: str) -> tuple[float, float, float, float, int]:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.add_init_script(OBSERVE)
    counter = Counter(page)
    counter.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle")
    loaded, paint = counter.bytes / 1000, page.evaluate(PAINT) / 1000
    blocked = page.evaluate("seen.blocked") / 1000
    counter.session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.evaluate(SCROLL)
    shift, words = page.evaluate("seen.shift"), page.evaluate(WORDS)
    context.close()
    return loaded, paint, blocked, shift, words


def _coming_from(browser: Any, before: str, url: str) -> float:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(before, wait_until="networkidle")
    counter = Counter(page)
    page.goto(url, wait_until="networkidle")
    loaded = counter.bytes / 1000
    context.close()
    return loaded


def _read_by_all(browser: Any, url: str) -> tuple[int, int]:
    """How many things axe-core finds in both themes, and how wide the page is on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.add_style_tag(content="* { transition: none !important }")  # no color on its way
    found = 0
    for theme in ("light", "dark"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        violations = Axe().run(page, SCOPE, AXE).response["violations"]
        found += sum(one["id"] not in OF_WORDS for one in violations)
        named = Axe().run(page, FORMULAS_NAME, AXE | {"runOnly": OF_WORDS})
        found += len(named.response["violations"])
    page.reload(wait_until="networkidle")
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(300)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return found, width


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("page", nargs="*", help="part of a page's name (default: all pages)")
    wanted = parser.parse_args().page
    pages = [one for one in addresses() if not wanted or any(part in one for part in wanted)]
    if not pages:
        raise SystemExit("no such page in _build/html; `make site` builds it")
    print(f"{HEAD[0]:<40}" + "".join(f"{name:>10}" for name in HEAD[1:]), flush=True)
    rows = []
    with serving() as base, chromium() as browser:
        for page in pages:
            rows.append(measure(browser, base, page))
            print(rows[-1], flush=True)
    middle = [statistics.median(column) for column in list(zip(*map(astuple, rows)))[1:]]
    print(Row("median", *middle))


if __name__ == "__main__":
    main()
