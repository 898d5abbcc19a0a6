"""What the page does for one who reads on: boxes beside links, and what is done already."""

import json

import pytest
from playwright.sync_api import expect
from publish_support import serving
from test_browser import COLORS_ALONE, Visit

from autograder.publish.terms import terms_in

KEPT = {
    "version": 1,
    "mine": "",
    "last": {"chapter": "line", "name": "mse"},
    "chapters": {"line": {"total": 3, "answers": {}, "done": ["mse", "why_mean"]}},
}


@pytest.fixture(scope="module")
def address(small_site):
    with serving(small_site) as address:
        yield address


@pytest.mark.parametrize(
    "target, says",
    [
        ("#rich-flip", "A sine wave of frequency"),
        ("#equation-long", "a long tail"),
        ("glossary.html#term-hidden-layer", "隐藏层: a layer between input and output"),
        ("references.html#", "Rosenblatt"),
    ],
)
def test_a_link_says_what_is_there(browser, address, target, says):
    with Visit(browser, address, "chapters/rich.html") as visit:
        page = visit.page
        link = page.locator(f"article p a.reference.internal[href*='{target}']").first
        link.hover()
        tip = page.get_by_role("tooltip")
        expect(tip).to_contain_text(says)
        assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
        for theme in ("light", "dark"):
            visit.use_theme(theme)
            assert visit.findings(COLORS_ALONE) == []
        page.keyboard.press("Escape")
        expect(tip).to_have_count(0)
        assert visit.troubles == []


def test_the_box_comes_by_keyboard_and_stays_on_the_page(browser, address):
    with Visit(browser, address, "chapters/rich.html") as visit:
        visit.use_phone()
        page = visit.page
        page.locator("article p a.reference.internal[href*='#equation-long']").first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        box = page.get_by_role("tooltip").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.keyboard.press("Escape")
        expect(page.get_by_role("tooltip")).to_have_count(0)


def test_a_term_is_linked_where_it_is_emphasized_first(browser, address):
    with Visit(browser, address, "chapters/rich.html", scripts=False) as visit:
        assert visit.page.locator("a.term").count() == 1


def test_terms_that_mean_two_things_are_left_out():
    rows = ["| English | 中文 | meaning |", "| --- | --- | --- |", "| Bias (a) | 偏 | x |"]
    assert terms_in("\n".join([*rows, "| Loss | 损 | y |"])) == {"loss": "term-loss"}


def test_the_road_says_what_is_done_and_leads_back(browser, address):
    with Visit(browser, address, "chapters/references.html") as visit:
        page = visit.page
        page.evaluate("kept => localStorage.setItem('neuron-to-network', kept)", json.dumps(KEPT))
        page.goto(f"{address}/chapters/rich.html", wait_until="networkidle")
        expect(page.locator(".road .answer-road")).to_have_text("2 of 3 done")
        expect(page.locator(".answer-back")).to_contain_text("2 exercises done.")
        page.add_style_tag(content="* { transition: none !important }")  # this is another page
        for theme in ("light", "dark"):
            visit.use_theme(theme)
            assert visit.findings(COLORS_ALONE) == []
        page.locator(".answer-back a").click()
        page.wait_for_url("**/chapters/line.html#answer-mse")
        assert visit.troubles == []
