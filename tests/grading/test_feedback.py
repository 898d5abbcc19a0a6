"""A feedback page tells a student what was earned where, and nobody else that it is read."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from autograder.course import read_course
from autograder.grading.coordinator.feedback import FeedbackWriter
from autograder.grading.coordinator.gradebook import Entered
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom
from tests.conftest import SMALL

ANSWER = """def mse(w, X, y):
    # a comment, and every kind of token: 1.5, "text", not in, lambda
    assert w is not None and 1 not in y
    return np.sum((X @ w - y) ** 2) / 2
"""


def entered(**changes):
    values = {
        "scores": {"check_mse": (0.5, 2.0), "check_mse_gradient": (4.0, 4.0), "why_mean": (0, 2)},
        "comments": {"mse": "Say *why*.", "mse_gradient": None, "why_mean": None},
        "penalty": 1.5,
        "seconds_late": 60.0,
        "unmarked": ("why_mean",),
        "outdated": (),
    }
    return Entered(**values | changes)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return page_with(tmp_path_factory.mktemp("feedback"), entered())


def page_with(folder, what):
    chapter = read_course(SMALL).assignments["line"]
    notebook = student_notebook(chapter)
    for cell in notebook.cells:
        id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if id == "mse":
            cell.source = ANSWER
        if id == "check_mse":
            cell.outputs = [
                new_output("stream", text="1.5 points missed. mse: by a factor\n"),
                new_output("execute_result", data={"text/plain": "0.5"}),
            ]
    notebook.cells += [
        new_code_cell("helper = 1", id="extra-0001"),
        new_markdown_cell("My own words, $x^2$.", id="extra-0002"),
    ]
    writer = FeedbackWriter(Classroom.create(folder / "class", SMALL))
    return writer.page(notebook, "line", "Ada <b>Lovelace</b> & Co", what)


def text(page):
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_it_names_the_student_the_exercises_the_points_and_what_lateness_cost(page):
    assert BeautifulSoup(page, "html.parser").h1.text == "line: 3.0 of 8.0 points"
    rows = [
        [cell.get_text() for cell in row.find_all("td")]
        for row in BeautifulSoup(page, "html.parser").find_all("tr")
    ]
    assert rows[1:] == [
        ["mse", "0.5 of 2"],
        ["mse_gradient", "4 of 4"],
        ["why_mean", "not marked yet"],
        ["handed in late", "−1.5"],
    ]
    assert "Ada <b>Lovelace</b> & Co" in text(page)
    assert "mse: your answer" in text(page) and "Comment: Say why ." in text(page)
    assert "1.5 points missed. mse: by a factor" in text(page)


def test_its_links_lead_to_its_parts(page):
    soup = BeautifulSoup(page, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    links = [a["href"].removeprefix("#") for a in soup.find_all("a")]
    assert links and set(links) <= set(ids)


def test_the_students_own_cells_are_there_and_the_text_of_the_chapter_is_not(page):
    assert "helper = 1" in text(page) and "My own words, $x^2$." in text(page)
    assert "Why is the loss a mean and not a sum?" in text(page)
    assert "That was the whole chapter." not in text(page)
    assert len(page) < 60_000


def test_nothing_is_taken_off_and_nothing_is_missing_when_all_is_right(tmp_path):
    scores = {"check_mse": (2.0, 2.0), "check_mse_gradient": (4.0, 4.0), "why_mean": (1.5, 2)}
    told = text(page_with(tmp_path, entered(scores=scores, penalty=0.0, unmarked=())))
    assert "line: 7.5 of 8.0 points" in told and "why_mean: 1.5 of 2 points" in told
    assert "late" not in told and "not marked" not in told


def test_it_asks_no_server_and_axe_finds_nothing(page, browser, tmp_path):
    assert not re.findall(r"https?://", page)
    file = tmp_path / "page.html"
    file.write_text(page)
    asked = []
    tab = browser.new_page(viewport={"width": 420, "height": 900})
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri())
    assert asked == [file.as_uri()]
    found = Axe().run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= 420
    tab.close()
