"""A feedback page tells a student what was earned where, and nobody else that it is read."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from autograder.course import read_course
from autograder.grading.coordinator.feedback import FeedbackWriter, lateness_in_words
from autograder.grading.coordinator.gradebook import Entered
from autograder.notebooks.build import student_notebook
from tests.conftest import SMALL

ANSWER = """def mse(w, X, y):
    # a comment, and every kind of token: 1.5, "text", not in, lambda
    assert w is not None and 1 not in y
    return np.sum((X @ w - y) ** 2) / 2
"""
FAILED = """1.5 points missed. mse: wrong value
  called with   w (3,), X (5, 3), y (5,)
  likely cause  the squares are summed & not averaged
  or            by a factor <n>
"""
PNG = "iVBORw0KGgo="


def entered(**changes):
    values = {
        "scores": {"check_mse": (0.5, 2.0), "check_mse_gradient": (4.0, 4.0), "why_mean": (0, 2)},
        "comments": {"mse": "Say *why*.", "mse_gradient": None, "why_mean": None},
        "penalty": 1.5,
        "seconds_late": 93_600.0,
        "unmarked": ("why_mean",),
        "outdated": (),
    }
    return Entered(**values | changes)


def notebook_with(*own, mse=ANSWER, why="", outputs=()):
    """What a student handed in and grading made of it."""
    notebook = student_notebook(read_course(SMALL).assignments["line"])
    for cell in notebook.cells:
        id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if id == "mse":
            cell.source = mse
            cell.outputs = list(outputs)
        if id == "why_mean":
            cell.source = why or cell.source
        if id == "check_mse":
            cell.outputs = [
                new_output("stream", text=FAILED),
                new_output("execute_result", data={"text/plain": "0.5"}),
            ]
        if id == "check_mse_gradient":
            cell.outputs = [new_output("stream", text="mse_gradient: all checks passed\n")]
    notebook.cells += own
    return notebook


def page_of(notebook, what=None, student="Ada <b>Lovelace</b> & Co"):
    return FeedbackWriter().page(notebook, "line", student, what or entered())


@pytest.fixture(scope="module")
def page():
    return page_of(
        notebook_with(
            new_code_cell("helper = 1", id="extra-0001"),
            new_markdown_cell("# My own words\n\n$x^2$, [a](b) - <input type=checkbox>", id="x-2"),
            outputs=[new_output("display_data", data={"image/png": PNG})],
        )
    )


def rows(page):
    found = BeautifulSoup(page, "html.parser").tbody.find_all("tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row(["th", "td"])] for row in found]


def text(page):
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_the_result_comes_first_with_its_reasons(page):
    assert BeautifulSoup(page, "html.parser").h1.text == "line: 3 of 8 points"
    causes = "the squares are summed & not averaged", "by a factor <n>"
    assert rows(page) == [
        [
            "mse",
            "0.5 of 2",
            f"wrong value Likely cause: {causes[0]} Or: {causes[1]} Comment: Say why .",
        ],
        ["mse_gradient", "4 of 4", ""],
        ["why_mean", "not marked yet", ""],
        ["handed in late", "−1.5", "by 1 day 2 hours"],
    ]
    assert "1 written answer is not marked yet, so the points may still grow." in text(page)
    assert "Ada <b>Lovelace</b> & Co" in text(page)


def test_an_exercise_has_its_message_its_answer_and_its_visible_checks(page):
    part = BeautifulSoup(page, "html.parser").find(id="part-mse")
    assert part.h2.text == "mse: 0.5 of 2 points"
    told, answer, check = part.find_all("pre")
    assert told.text.strip() == FAILED.strip()
    assert answer.text == ANSWER.rstrip()
    assert part.summary.text == "The visible check of mse, to run again in your notebook"
    assert "check_close(" in check.text and "keep(" not in check.text
    passed = BeautifulSoup(page, "html.parser").find(id="part-mse_gradient")
    assert passed.find("details") is None


def test_its_links_lead_to_its_parts(page):
    soup = BeautifulSoup(page, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    links = [a["href"].removeprefix("#") for a in soup.thead.find_next("tbody").find_all("a")]
    assert links == ["part-mse", "part-mse_gradient", "part-why_mean"]
    assert set(links) <= set(ids)


def test_the_students_own_cells_are_there_and_the_text_of_the_chapter_is_not(page):
    assert "helper = 1" in text(page) and "My own words $x^2$" in text(page)
    assert "Why is the loss a mean and not a sum?" in text(page)
    assert "That was the whole chapter." not in text(page)
    assert f"data:image/png;base64,{PNG}" in page


def test_nothing_is_taken_off_and_nothing_is_missing_when_all_is_right():
    scores = {"check_mse": (2.0, 2.0), "check_mse_gradient": (4.0, 4.0), "why_mean": (1.5, 2)}
    page = page_of(notebook_with(), entered(scores=scores, seconds_late=0, penalty=0, unmarked=()))
    assert "line: 7.5 of 8 points" in text(page) and "why_mean: 1.5 of 2 points" in text(page)
    assert "late" not in text(page) and "not marked" not in text(page)
    assert "<details>" not in page


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({"penalty": 0.0}, ["handed in late", "0", "by 1 day 2 hours"]),
        ({"waived": {"check_mse": "bonus"}}, ["mse", "0.5 (bonus)"]),
        (
            {"outdated": ("why_mean",), "unmarked": ()},
            ["why_mean", "0 of 2", "marked before the answer was changed"],
        ),
    ],
)
def test_whatever_decided_the_points_is_told(changes, row):
    assert any(one[: len(row)] == row for one in rows(page_of(notebook_with(), entered(**changes))))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, ""), (1, "1 minute"), (3600, "1 hour"), (3660, "1 hour 1 minute"), (86_460, "1 day")],
)
def test_lateness_is_told_in_the_units_that_matter(seconds, words):
    assert lateness_in_words(seconds) == words


@pytest.mark.parametrize(
    "changes",
    [
        {"scores": {"check_mse": (1.0, 2.0)}},
        {"comments": {"mse": "Say when."}},
        {"penalty": 2.0},
        {"seconds_late": 60.0},
        {"unmarked": ()},
        {"outdated": ("why_mean",)},
        {"waived": {"check_mse": "bonus"}},
        {"is_excused": True},
    ],
)
def test_it_is_made_anew_for_whatever_it_says(changes):
    writer = FeedbackWriter()
    assert writer.made_from(entered(**changes)) != writer.made_from(entered())
    assert writer.made_from(entered()) == FeedbackWriter().made_from(entered())


# --- what a student wrote


def test_no_output_of_a_students_own_kind_acts():
    attack = new_output("display_data", data={"text/html": "<script>1</script>", "text/plain": "!"})
    broken = new_output("display_data", data={"image/png": '"><script>1</script>'})
    page = page_of(notebook_with(outputs=[attack, broken]))
    assert "<script" not in page


def test_a_page_stays_small_whatever_is_handed_in():
    own = [new_code_cell("x = f(1) # " + "ü" * 900, id=f"extra-{n}") for n in range(400)]
    told = [new_output("stream", text="1.5\n" * 100_000)]
    page = page_of(notebook_with(*own, mse=ANSWER + "# more\n" * 50_000, outputs=told))
    assert len(page.encode()) <= 200_000
    assert rows(page)[0][1] == "0.5 of 2"
    assert "more cells of yours are left out" in page
    assert "more characters are left out" in page


def test_the_size_of_pictures_does_not_count():
    picture = new_output("display_data", data={"image/png": "AAAA" * 100_000})
    page = page_of(notebook_with(mse=ANSWER + "# kept\n" * 1000, outputs=[picture]))
    assert "AAAA" * 100_000 in page and "left out]" not in page


VOID = {"br", "hr", "img", "input", "meta"}
BLOCKS = {"p", "div", "pre", "table", "ul", "ol", "h1", "h2", "h3", "section", "details"}


class Grammar(HTMLParser):
    """The grammar of HTML, as far as a page could break it."""

    def __init__(self, page):
        super().__init__()
        self.open, self.ids, self.errors = [], set(), []
        self.feed(page)
        self.errors += self.open

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        id = dict(attributes).get("id")
        if len(names) != len(set(names)) or id in self.ids or (tag in BLOCKS and "p" in self.open):
            self.errors.append(self.get_starttag_text())
        self.ids |= {id} - {None}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append(f"</{tag}>")


def test_it_is_valid(page):
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert Grammar(page).errors == []


LETTERS = st.text(
    st.sampled_from(list("<>&\"'#*`$[]()!-| \n\tabc\x00\x1b\x85\ud800\ufffe")), max_size=60
)


@settings(deadline=None, max_examples=60)
@given(LETTERS, LETTERS, LETTERS)
def test_it_is_valid_whatever_is_handed_in(code, words, printed):
    own = new_markdown_cell(words, id="extra-1")
    outputs = [new_output("stream", text=printed)]
    page = page_of(notebook_with(own, mse=code, why=words, outputs=outputs), student=words)
    assert Grammar(page).errors == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", page)


# --- in a browser


@pytest.fixture(params=["light", "dark"])
def tab(request, browser):
    tab = browser.new_page(viewport={"width": 420, "height": 900}, color_scheme=request.param)
    yield tab
    tab.close()


def test_it_asks_no_server_and_axe_finds_nothing_in_both_themes(page, tab, tmp_path):
    assert not re.findall(r"https?://", page)
    file = tmp_path / "page.html"
    file.write_text(page)
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri())
    assert {url for url in asked if not url.startswith("data:")} == {file.as_uri()}
    tab.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found = Axe().run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 420


def test_it_prints_in_black_on_white(page, tab, tmp_path):
    tab.set_content(page)
    tab.emulate_media(media="print")
    colors = tab.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
