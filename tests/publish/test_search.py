"""What a reader finds: 45 queries that students type, asked of the built site in one page."""

import gzip
import json
import os
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from docutils import nodes
from playwright.sync_api import expect
from publish_support import HERE, ROOT, build, make_small_site, serving
from py_mini_racer import MiniRacer
from test_browser import COLORS_ALONE, Visit

from autograder.publish import scripts, search_index
from autograder.publish.search_index import Section, little_page, readable, tex_to_text

QUERIES = tomllib.loads((HERE / "queries.toml").read_text())
ASK = """async ([queries, folder]) => {
    const { find } = await import(`/_static/${folder}/search/search.js`);
    const first = [];
    for (const query of queries) first.push((await find(query, 1)).found[0]?.meta.href);
    return first;
}"""


@cache
def spelling():
    engine = MiniRacer()
    text = (scripts.HERE / "search" / "spelling.js").read_text()
    engine.eval(re.sub("^export ", "", text, flags=re.M).replace("const corrected", "corrected"))
    return engine


@pytest.fixture(scope="module")
def address(site):
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def small_address(small_site):
    with serving(small_site) as address:
        yield address


def test_what_students_look_for_is_found_first(browser, site, address):
    with Visit(browser, address, "chapters/glossary.html") as visit:
        (folder,) = (path.name for path in (site / "_static").glob("v" + "?" * 12))
        first = visit.page.evaluate(ASK, [list(QUERIES), folder])
        assert visit.troubles == []
    found = {query: (href or "").replace(".html", "") for query, href in zip(QUERIES, first)}
    wrong = {
        query: href
        for query, href in found.items()
        if href.removeprefix("chapters/") not in QUERIES[query]
    }
    assert len(wrong) <= len(QUERIES) // 10, wrong


def test_every_place_of_the_index_and_of_the_queries_is_there(site):
    index = tomllib.loads((ROOT / search_index.WORDS).read_text())
    places = {*index, *(place for places in QUERIES.values() for place in places)}
    pages = {place.partition("#")[0] for place in places}
    ids = {
        page: set(re.findall(r' id="([^"]+)"', (site / f"chapters/{page}.html").read_text()))
        for page in pages
    }
    there = {f"{page}#{one}" for page in pages for one in ids[page]} | pages
    assert places - there == set()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_dialog_is_used_by_keyboard(browser, small_address, width):
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        page = visit.page
        page.set_viewport_size({"width": width, "height": 740})
        page.keyboard.press("Control+k")
        field = page.locator("#pst-search-dialog input")
        expect(field).to_be_focused()
        page.keyboard.type("gradient of the mean")
        links = page.locator("#pst-search-dialog .search-hits a")
        links.first.wait_for()
        for theme in ("light", "dark"):
            visit.use_theme(theme)
            assert visit.findings(COLORS_ALONE) == [], theme
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(field).to_be_hidden()
        page.keyboard.press("Control+k")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/chapters/line.html*")
        assert visit.troubles == []


def test_the_search_page_says_what_it_found(browser, small_address):
    with Visit(browser, small_address, "search.html?q=gradiant") as visit:
        visit.page.locator("#search-results a").first.wait_for()
        says = visit.page.locator("#search-results .search-says")
        expect(says).to_contain_text("“gradient”")
        field = visit.page.locator(".bd-search-container input")
        field.fill("zzzz")
        expect(says).to_have_text("Nothing found for “zzzz”.")
        assert visit.troubles == []


def test_no_page_loads_an_index_before_it_is_asked(browser, small_site, small_address):
    assert not (small_site / "searchindex.js").exists()
    asked = []
    with Visit(browser, small_address, "chapters/rich.html") as visit:
        visit.page.on("request", lambda request: asked.append(request.url))
        visit.page.reload(wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url or "searchtools" in url] == []


def test_without_pagefind_the_theme_searches(small_course, monkeypatch):
    make_small_site(small_course, extra_pages=())
    nowhere = small_course.parent / "nowhere" / "pagefind_bin"
    nowhere.mkdir(parents=True)
    (nowhere / "__init__.py").write_text("raise ImportError\n")
    paths = [str(nowhere.parent), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    result = build(small_course)
    assert result.returncode == 0, result.stdout[-3000:]
    assert result.stdout.count("Pagefind is not installed") == 1
    html = small_course / "_build" / "html"
    assert (html / "searchindex.js").is_file() and not (html / "pagefind").exists()
    assert "searchtools.js" in (html / "search.html").read_text()
    assert "search/search.js" not in (html / "chapters" / "line.html").read_text()


# --- what goes into the index


def test_the_index_holds_no_code_of_checks(small_site):
    texts = [
        gzip.decompress(path.read_bytes()).decode()
        for path in (small_site / "pagefind" / "fragment").iterdir()
    ]
    assert any("mse_gradient" in text for text in texts)
    assert not any("suspects" in text or "NotImplementedError" in text for text in texts)


def test_what_a_page_says_is_escaped():
    page = little_page(Section("a.html#b", "x < y", 'a "page"', "1 < 2 & 3", "<b>"))
    assert "x &lt; y" in page and "&quot;page&quot;" in page and "1 &lt; 2 &amp; 3" in page
    assert "<b>" not in page


def test_formulas_are_read_as_signs():
    assert tex_to_text(r"\frac{\partial L}{\partial\theta}") == "∂ L∂θ"
    text = nodes.paragraph("", "", nodes.Text("the rate "), nodes.math("", r"\eta"))
    assert readable(text) == "the rate η"


KNOWN = ["backpropagation", "gradient", "learn", "learning", "momentum", "network"]


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("gradiant", "gradient"),
        ("backpropogation", "backpropagation"),
        ("Momentmu", "momentum"),
        ("learnign rate", "learning rate"),
        ("gradients", "gradients"),
        ("grad", "grad"),
        ("netw", "netw"),
        ("xylophone", "xylophone"),
        ("x_1 + Rosenblatt", "x_1 + Rosenblatt"),
    ],
)
def test_what_is_mistyped_is_put_right(typed, meant):
    assert spelling().eval(f"corrected({json.dumps(typed)}, {json.dumps(KNOWN)})") == meant


def test_a_folder_of_scripts_is_named_for_what_they_say(tmp_path, monkeypatch):
    first = scripts.copy_to(tmp_path)
    assert (first / "answer" / "dom.js").is_file() and (first / "search" / "search.js").is_file()
    monkeypatch.setattr(scripts, "folder", lambda: "v" + "0" * 12)
    second = scripts.copy_to(tmp_path)
    assert [path.name for path in Path(second.parent).iterdir()] == ["v" + "0" * 12]
