"""The book as one PDF, and what a page costs a reader."""

import re

import pytest
from publish_support import EXTRA_PAGES

from tools import make_pdf, measure_site, site_browser


@pytest.fixture(scope="module")
def book(browser, small_site):
    return make_pdf.bind(browser, small_site, small_site.parents[1], "A book")


def test_every_page_has_its_bookmark(book):
    titles = outline(book)
    assert titles == ["Welcome", "A line through points", "What a page may hold", *titles[3:]]
    assert len(titles) == 2 + len(EXTRA_PAGES) <= len(book.pages)


def outline(book):
    titles, mark = [], book.get_outline_root().get("/First")
    while mark:
        titles.append(mark.get_object()["/Title"])
        mark = mark.get_object().get("/Next")
    return titles


def test_links_between_pages_stay_in_the_book(book):
    notes = [note.get_object() for page in book.pages for note in page.get("/Annots", ())]
    links = [note["/A"] for note in notes if "/A" in note]
    uris = [str(link["/URI"]) for link in links if "/URI" in link]
    assert any(link["/S"] == "/GoTo" for link in links)
    assert [uri for uri in uris if "127.0.0.1" in uri] == []


def test_equal_names_lead_each_to_its_own_page(browser):
    """Two pages with a place of the same name, and links to both from both."""
    html = """<!DOCTYPE html><p><a href="#end">own</a> <a href="{other}#end">other</a></p>
        <p style="break-before: page">more</p><p id="end" style="break-before: page">end</p>"""
    binder = make_pdf.Binder()
    page = browser.new_page()
    for name, other in (("a", "b"), ("b", "a")):
        page.set_content(html.format(other=f"http://book/{other}.html"))
        binder.add(f"http://book/{name}.html", name, page.pdf())
    page.close()
    binder.lead_inside("http://book/")
    pages = binder.writer.pages
    sheets = {sheet.indirect_reference.idnum: number for number, sheet in enumerate(pages)}
    ways = [
        [sheets[note.get_object()["/A"]["/D"][0].idnum] for note in pages[start]["/Annots"]]
        for start in (0, 3)
    ]
    assert ways == [[2, 5], [5, 2]]


def test_bookmarks_have_number_and_name(browser):
    page = browser.new_page()
    page.set_content(
        '<article><h1><span class="section-number">2. </span>Descent'
        '<a class="headerlink">#</a></h1></article>'
    )
    assert page.locator("h1").evaluate(make_pdf.TITLE) == "2. Descent"
    page.close()


def test_what_is_for_the_screen_is_not_printed(book):
    text = "\n".join(page.extract_text() for page in book.pages)
    assert "A line through points" in text
    assert not re.search(r"Answer here|Download notebook|Play\b|Your answers in another", text)


def test_a_page_is_measured(browser, small_site):
    with site_browser.serving(small_site) as base:
        measure_site.BEFORE = "chapters/references.html"
        row = measure_site.measure(browser, base, "chapters/line.html")
    assert 20 < row.following < row.first < 3000
    assert row.findings == 0 and row.width <= 360 and row.without_scripts > 0.8
    assert row.paint > 0 and "chapters/line.html" in str(row)
