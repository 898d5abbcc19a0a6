"""Docstrings, with the conventions of every notebook, promise what the graded checks ask."""

import pytest

from tests.conftest import the_course
from tools import promises

CHAPTERS = {
    name: chapter for name, chapter in the_course().assignments.items() if chapter.exercises
}


@pytest.mark.parametrize("name", CHAPTERS)
def test_checks_ask_what_docstrings_promise(name):
    assert list(promises.differences(CHAPTERS[name])) == [], "say it in the docstring, or ask it"


@pytest.mark.parametrize(
    ("said", "conventions", "missed"),
    [
        ({}, promises.CONVENTIONS, {"bad input, to be refused"}),
        ({}, "", {"bad input, to be refused", "lists", "floats, to come back"}),
        ({"one_hot": "``y``, an array or list; float64. Raises: ``ValueError``"}, "", set()),
    ],
)
def test_what_nobody_promises_is_seen(monkeypatch, said, conventions, missed):
    monkeypatch.setattr(promises, "docstrings_of", lambda chapter: said)
    monkeypatch.setattr(promises, "CONVENTIONS", conventions)
    found = promises.differences(CHAPTERS["softmax_regression"])
    of_one_hot = {sort for _, name, sort, _ in found if name == "one_hot"}
    assert of_one_hot == missed


def test_a_promise_that_no_check_asks_for_is_seen(monkeypatch):
    text = "Raises: ``ValueError`` that names ``W`` where it is wrong."
    monkeypatch.setattr(promises, "docstrings_of", lambda chapter: {"softmax_loss": text})
    found = promises.differences(CHAPTERS["softmax_regression"])
    assert (
        "softmax_regression",
        "softmax_loss",
        "bad input, to be refused",
        promises.NOT_ASKED,
    ) in found
