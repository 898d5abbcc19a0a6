"""Every page in a real browser: what is asked for, what fails, and who can read it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from publish_support import EXTRA_PAGES, ROOT, serving

from autograder.course.reader import toc_files
from tests.conftest import the_course
from tools.measure_site import DESK, PHONE, SCROLL

PAGES = [f"{Path(page).with_suffix('')}.html" for page in toc_files(ROOT)]
SMALL_PAGES = [f"chapters/{name}.html" for name in ("welcome", "line", *EXTRA_PAGES)]
THEME_PAGES = ["search.html", "genindex.html"]

# axe-core: what it would fetch for itself would count as the page's own; the names of buttons
# are checked too
SCOPE = {"exclude": [[".katex"]]}
# what passes is not told: that takes a third of the time
PLAIN = {"preload": False, "resultTypes": ["violations"]}
AXE = PLAIN | {"rules": {"label-content-name-mismatch": {"enabled": True}}}
# all that a theme changes
COLORS_ALONE = PLAIN | {"runOnly": ["color-contrast", "link-in-text-block"]}
ON_A_PHONE = PLAIN | {"runOnly": ["scrollable-region-focusable", "target-size"]}
UNFOLD = "document.querySelectorAll('details.below-input').forEach((fold) => (fold.open = true))"
# Four of five elements of a page stand inside formulas, which are KaTeX's own, or color a word
# of code: one of each color in each kind of cell is enough. axe takes a quarter of the time then.
ONE_OF_EACH_COLOR = """() => {
    const seen = new Set();
    for (const word of document.querySelectorAll(".highlight span")) {
        const kind = word.className + " in " + word.closest(".highlight").parentElement.className;
        if (seen.has(kind)) word.replaceWith(...word.childNodes);
        seen.add(kind);
    }
}"""
# those that a reader has to scroll stay
NO_FORMULAS = """() => document.querySelectorAll(":not(.scrolls) > .katex")
    .forEach((box) => box.replaceChildren())"""
UNREAD = """[...document.querySelectorAll("article .math")]
    .filter((math) => math.querySelectorAll(".katex math").length !== 1).length"""
# how far down the parts of a formula stand, and where they end
DEPTH = """(math) => {
    const parts = [...math.querySelectorAll(".katex-html .katex-base")];
    const bottoms = parts.map((part) => part.getBoundingClientRect().bottom);
    return Math.max(...bottoms) - Math.min(...bottoms);
}"""
FONTS = "(all) => all.map((one) => getComputedStyle(one).fontFamily)"
RIGHT_EDGES = """(parts) => parts
    .filter((part) => !part.closest(".scrolls"))
    .map((part) => part.getBoundingClientRect().right)"""
# what has the focus, and whether something is drawn around it; nothing where the page is left
FOCUS = """() => {
    const { activeElement: here, body } = document;
    if (here === body) return ["", false];
    const { outlineStyle, boxShadow } = getComputedStyle(here);
    return [here.outerHTML.slice(0, 200), outlineStyle !== "none" || boxShadow !== "none"];
}"""
REACHABLE = """() => [...document.querySelectorAll("article pre, .pst-scrollable-table-container")]
    .every((box) => box.scrollWidth <= box.clientWidth || box.tabIndex === 0)"""


@pytest.fixture(scope="module")
def address(site):
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def small_address(small_site):
    with serving(small_site) as address:
        yield address


class Visit:
    """A page opened at ``url``, with everything that went wrong on the way."""

    def __init__(
        self, browser, address: str, path: str, *, scripts: bool = True, size: dict = DESK
    ) -> None:
        self.context = browser.new_context(viewport=size, java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.troubles: list[str] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("requestfailed", lambda r: self.troubles.append(f"failed: {r.url}"))
        self.page.on("response", self._response)
        self.page.on("request", lambda request: self._request(request, address))
        self.page.goto(f"{address}/{path}", wait_until="networkidle")
        self.page.wait_for_load_state("load")  # a long page may still be read when nothing is asked
        if scripts:
            self.page.add_style_tag(content="* { transition: none !important }")

    def _console(self, message) -> None:
        if message.type == "error":
            self.troubles.append(f"console: {message.text}")

    def _response(self, response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")

    def _request(self, request, address: str) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            self.troubles.append(f"elsewhere: {request.url}")

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        self.context.close()

    def use_theme(self, theme: str) -> None:
        self.page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)

    def use_desk(self) -> None:
        self._resize(DESK)

    def use_phone(self) -> None:
        self._resize(PHONE)

    def _resize(self, size: dict) -> None:
        self.page.set_viewport_size(size)
        self.page.wait_for_function(REACHABLE)  # the theme looks a moment later

    def findings(self, options: dict = AXE) -> list[str]:
        """What axe-core finds, however little it weighs."""
        from axe_playwright_python.sync_playwright import Axe

        return [
            f"{found['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
            for found in Axe().run(self.page, SCOPE, options).response["violations"]
            for node in found["nodes"]
            # of a formula, which NO_FORMULAS has emptied
            if not (found["id"] == "empty-table-header" and 'class="katex"' in node["html"])
        ]


def check_page(browser, address: str, path: str) -> None:
    """The whole of what every page is held to."""
    with Visit(browser, address, path) as visit:
        page = visit.page
        assert visit.troubles == []
        assert page.evaluate(UNREAD) == 0, "formulas that no screen reader can read"
        assert page.locator("img:not([alt]), article img[alt='']").count() == 0
        assert page.locator(".search-button__button:visible").count() == 1
        page.evaluate(UNFOLD)  # what is to be predicted first
        for flipbook in page.locator(".flipbook").all():
            turn(flipbook)
        visit.use_phone()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, f"{width} pixels wide on a phone"
        page.evaluate(ONE_OF_EACH_COLOR)
        page.evaluate(NO_FORMULAS)
        assert visit.findings(ON_A_PHONE) == [], "on a phone"
        visit.use_desk()
        for theme, options in (("light", AXE), ("dark", COLORS_ALONE)):
            visit.use_theme(theme)
            assert visit.findings(options) == [], f"{theme} theme"
        assert visit.troubles == []


def turn(flipbook) -> None:
    """The slider is moved by keyboard, and picture, label and what is read aloud follow."""
    slider = flipbook.locator("input[type=range]")
    if slider.get_attribute("max") == "0":
        return

    def state():
        frame = flipbook.locator("svg.drawn, img").first.evaluate("(frame) => frame.outerHTML")
        return (
            frame,
            flipbook.locator("output").text_content(),
            slider.get_attribute("aria-valuetext"),
        )

    before = state()
    slider.focus()
    at_the_end = slider.input_value() == slider.get_attribute("max")
    slider.press("ArrowLeft" if at_the_end else "ArrowRight")
    expect(flipbook.locator("output")).not_to_have_text(before[1])  # when its frames have come
    after = state()
    assert before[0] != after[0]
    assert after[1] == after[2]


@pytest.mark.one_of(8)
@pytest.mark.parametrize("path", PAGES + THEME_PAGES)
def test_page(browser, address, path):
    check_page(browser, address, path)


@pytest.mark.parametrize("path", SMALL_PAGES)
def test_small_page(browser, small_address, path):
    check_page(browser, small_address, path)


def test_rich_page_has_all_that_is_tested(browser, small_address):
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        assert visit.page.locator(".flipbook").count() == 1
        assert visit.page.locator("figure#rich-flip > figcaption").count() == 1
        assert visit.page.locator(".math .katex math").count() == 9
        fonts = visit.page.locator(".katex-html").evaluate_all(FONTS)
        assert all(font.startswith("KaTeX_Main") for font in fonts) and len(fonts) == 9
        visit.use_phone()
        wide = visit.page.locator(".scrolls[tabindex='0'] > .katex")
        wide.nth(1).wait_for()
        assert wide.count() == 2


def test_a_page_shows_pictures_of_other_pages_and_of_its_own(browser, small_address):
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        pictures = visit.page.locator("figure.borrowed svg.drawn[role=img]")
        assert pictures.count() == 2
        for picture in pictures.all():
            assert picture.get_attribute("aria-label")
            assert picture.bounding_box()["width"] > 300


def test_the_address_of_the_site_leads_to_its_first_page(browser, small_site, small_address):
    page = (small_site / "index.html").read_text()
    assert page.startswith("<!DOCTYPE html>") and "<title>From Neuron to Network</title>" in page
    # without it, a browser asks for an icon that is not there, if this page is the first it opens
    assert '<link rel="icon" href="data:,">' in page
    with Visit(browser, small_address, "") as visit:
        visit.page.wait_for_url("**/chapters/welcome.html")
        assert visit.troubles == []


def test_the_keyboard_is_seen_wherever_it_goes(browser, small_address):
    with Visit(browser, small_address, "chapters/line.html") as visit:
        unseen, stops = [], 0
        while True:
            visit.page.keyboard.press("Tab")
            here, is_seen = visit.page.evaluate(FOCUS)
            if not here:
                break
            stops += 1
            if not is_seen:
                unseen.append(here)
        assert stops > 20
        assert unseen == []


def test_a_page_has_its_colors_without_a_script(browser, small_address):
    with Visit(browser, small_address, "chapters/line.html", scripts=False) as visit:
        header = visit.page.locator(".bd-header-article")
        expect(header).to_have_css("background-color", "rgb(255, 255, 255)")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_has_its_colors_before_the_theme_has_run(browser, small_address, theme):
    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    page.route("**/pydata-sphinx-theme.js*", lambda route: route.abort())
    page.goto(f"{small_address}/chapters/line.html")
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    context.close()


def test_neither_options_nor_shapes_are_torn(browser, small_address):
    with Visit(browser, small_address, "chapters/rich.html", size=PHONE) as visit:
        words = visit.page.locator("article td code .unbroken")
        assert words.all_inner_texts() == ["--class", "(n, d)"]
        for part in (*words.all(), *words.locator(".pre").all()):
            expect(part).to_have_css("white-space", "nowrap")


def test_a_table_without_names_of_columns_has_no_head(browser, small_address):
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        table = visit.page.locator("article table", has_text="no head")
        assert table.locator("tr").count() == 1
        assert table.locator("thead").count() == 0


def test_checks_are_folded_without_a_script(browser, small_address):
    with Visit(browser, small_address, "chapters/line.html", scripts=False) as visit:
        check = visit.page.locator(".tag_check").first
        code = check.locator(".cell_input")
        expect(code).to_be_hidden()
        expect(check.get_by_text("A right answer prints")).to_be_visible()
        check.get_by_text("What the check asks", exact=True).click()
        expect(code).to_be_visible()


def test_wide_pictures_and_formulas_fit_on_a_phone(browser, small_address):
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        page = visit.page
        wide = page.locator("figure#rich-panels svg.whole")
        panels = page.locator("figure#rich-panels svg.panel")
        wide.wait_for()
        assert panels.count() == 2 and not panels.first.is_visible()
        visit.use_phone()
        expect(wide).to_be_hidden()
        left, right = (panel.bounding_box() for panel in panels.all())
        assert left["y"] + left["height"] <= right["y"]
        assert left["width"] + right["width"] > 1.8 * 328
        in_lines = [
            formula.text_content()
            for formula in page.locator("article .math").all()
            if formula.evaluate(DEPTH) > 18
        ]
        _, long = in_lines  # the first stands by itself, the second in the text
        assert "a_8 x_8" in long and "left" not in long
        rights = page.locator("article .katex-base").evaluate_all(RIGHT_EDGES)
        assert max(rights) <= 344


def test_what_a_page_has_far_below_is_fitted_to_a_phone_when_it_comes_near(browser, address):
    path, smaller = "chapters/optimizers.html", "article .katex[style*=font-size], article .scrolls"
    with Visit(browser, address, f"{path}#exercises", size=PHONE) as whole:
        expect(whole.page.locator(smaller)).to_have_count(3)
    with Visit(browser, address, path, size=PHONE) as visit:
        expect(visit.page.locator(smaller)).to_have_count(0)
        visit.page.evaluate(SCROLL)
        expect(visit.page.locator(smaller)).to_have_count(3)
        rights = visit.page.locator("article p:not(td p, th p) .katex-base")
        assert max(rights.evaluate_all(RIGHT_EDGES)) <= 345


@pytest.mark.one_of(5)
@pytest.mark.parametrize("path", PAGES)
def test_download(browser, address, path):
    """A chapter offers its notebook without solutions, needing no script; others offer nothing."""
    assignments = the_course().assignments
    name = Path(path).stem
    with Visit(browser, address, path, scripts=False) as visit:
        button = visit.page.get_by_role("link", name="Download notebook")
        if name not in assignments:
            assert button.count() == 0
            return
        with visit.page.expect_download() as waiting:
            button.click()
        assert waiting.value.suggested_filename == f"{name}.ipynb"
        cells = json.loads(Path(waiting.value.path()).read_text())["cells"]
        source = "\n".join("".join(cell["source"]) for cell in cells)
        exercises = assignments[name].exercises.values()
        stubs = [exercise for exercise in exercises if not exercise.is_bug]
        assert source.count("raise NotImplementedError") >= len(stubs)
        for exercise in exercises:
            assert exercise.handed_out.strip() in source
        assert "BEGIN SOLUTION" not in source


def test_search_finds_a_page(browser, small_address):
    with Visit(browser, small_address, "search.html?q=gradient") as visit:
        visit.page.locator("#search-results li a").first.wait_for()
        assert visit.troubles == []
