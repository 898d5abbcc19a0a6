"""What a page says of itself to search engines."""

import numpy as np
import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from publish_support import build, make_small_site

from autograder.publish.card import HEIGHT, WIDTH, draw_card
from autograder.publish.head import LONGEST, description
from autograder.publish.not_found import not_found


def page(*paragraphs: str) -> nodes.document:
    document = new_document("page")
    document += [nodes.paragraph("", text) for text in paragraphs]
    return document


@pytest.mark.parametrize(
    "paragraphs, says",
    [
        (("One sentence.\nAnother.", "More."), "One sentence. Another."),
        (("A neuron learns. You will be able to",), "A neuron learns."),
        (("First. " + "word " * 60,), "First."),
        ((), ""),
    ],
)
def test_a_page_is_described_by_its_first_sentences(paragraphs, says):
    assert description(page(*paragraphs)) == says


@given(st.text(min_size=1, max_size=600))
def test_a_description_is_one_short_line(text):
    says = description(page(text))
    assert len(says) <= LONGEST + 2 and "\n" not in says


def test_the_picture_beside_links_has_the_size_that_is_told(tmp_path):
    path = tmp_path / "_static" / "card.png"
    draw_card("From Here to There", "A book.", path)
    with Image.open(path) as card:
        assert card.size == (WIDTH, HEIGHT)
        ink = np.asarray(card.convert("L")) < 128
    assert ink[:, :30].sum() == 0 and ink[:, -30:].sum() == 0  # nothing is cut off


def test_a_mistake_is_reported_where_the_configuration_says(small_course):
    make_small_site(small_course, extra_pages=())
    config = small_course / "_config.yml"
    text = config.read_text().replace(
        'course_report_mistake: ""', "course_report_mistake: https://example.org/new?title={page}"
    )
    config.write_text(text.replace("html:\n", "html:\n  baseurl: https://example.org/book/\n", 1))
    result = build(small_course)
    assert result.returncode == 0, result.stdout[-3000:]
    html = small_course / "_build" / "html"
    page = (html / "chapters" / "line.html").read_text()
    assert 'href="https://example.org/new?title=chapters/line">Report a mistake' in page
    assert 'content="https://example.org/book/_static/card.png"' in page
    assert 'property="og:site_name" content="From Neuron to Network"' in page
    assert (html / "_static" / "card.png").is_file()
    assert "https://example.org/book/search.html" in (html / "404.html").read_text()


@pytest.mark.parametrize("asked", ["chapters/no_such_page.html", "chapters/deep/er/page", "gone"])
def test_whoever_asks_for_no_page_finds_the_way_back(browser, tmp_path, asked):
    page = browser.new_page()
    html = not_found("A book", "")
    page.route("**/*", lambda route: route.fulfill(status=404, body=html, content_type="text/html"))
    page.goto(f"http://site.test/course/{asked}")
    assert page.get_by_role("link").evaluate("(link) => link.pathname") == "/course/"
    assert page.locator("form").evaluate("(form) => form.action").endswith("/course/search.html")
    words = asked.split("/")[-1].removesuffix(".html").replace("_", " ")
    assert page.get_by_role("searchbox").input_value() == words
    page.close()
