"""What a site brings along so that it can be answered in, and the scripts' small functions."""

import json
import re
from functools import cache

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from autograder.notebooks.build import student_notebook
from autograder.publish import answering, scripts
from autograder.publish.page import page
from tests.conftest import SMALL, read_chapter


@pytest.fixture(scope="module")
def chapter():
    return read_chapter(SMALL / "chapters" / "line.md", SMALL / "solutions")


@pytest.fixture(scope="module")
def notebook(chapter):
    return nbformat.writes(student_notebook(chapter)) + "\n"


@cache
def script(name):
    """The functions of a script, to be called by their names."""
    engine = MiniRacer()
    text = (answering.HERE / "answer" / name).read_text()
    text = text.replace("import.meta.url", '""')  # what only a module of a page has
    engine.eval(re.sub("^export |^import .*", "", text, flags=re.M))
    return engine


# --- what is copied


def test_each_exercise_and_question_has_a_place_for_an_answer(chapter):
    text = "\n".join(cell.source for cell in page(chapter).cells)
    assert re.findall(r'<div class="answer" id="answer-\w+" (.*)></div>', text) == [
        'data-chapter="line" data-exercise="mse"',
        'data-chapter="line" data-exercise="mse_gradient"',
        'data-chapter="line" data-written="why_mean"',
    ]


@pytest.mark.parametrize(
    "url, seen",
    [
        ("https://example.org/pyodide", "https://example.org/pyodide/"),
        ("https://example.org/pyodide/", "https://example.org/pyodide/"),
        ("pyodide", "../../../pyodide/"),
        ("/files/pyodide/", "../../../files/pyodide/"),
    ],
)
def test_settings_tell_scripts_where_python_lies(tmp_path, url, seen):
    answering.copy_to(tmp_path, url)
    folder = tmp_path / "_static" / scripts.folder() / "answer"
    settings = json.loads((folder / "settings.json").read_text())
    assert settings["url"] == seen
    place, _, digest = settings["wheel"].partition("?")
    assert (folder / place).resolve().is_file()
    assert len(digest) == 16
    assert set(settings["files"]) == {
        "pyodide.mjs",
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
    }


# --- the notebook with answers in it


@given(
    code=st.text(min_size=1).filter(str.strip),
    words=st.text(min_size=1).filter(str.strip),
)
def test_answers_are_in_the_notebook_sign_by_sign_and_all_else_is_as_it_was(notebook, code, words):
    before = json.loads(notebook)
    made = script("notebook.js").call("withAnswers", notebook, {"mse": code, "why_mean": words})
    after = json.loads(made)
    nbformat.validate(nbformat.from_dict(after))
    answers = {"mse": code, "why_mean": words}
    for one, other in zip(before["cells"], after["cells"], strict=True):
        name = one["metadata"].get("nbgrader", {}).get("grade_id")
        if name in answers:
            assert "".join(other.pop("source")) == answers[name]
            one.pop("source")
        assert one == other
    assert {**before, "cells": []} == {**after, "cells": []}


def test_a_notebook_without_answers_is_the_student_notebook(notebook):
    made = script("notebook.js").call("withAnswers", notebook, {"mse": "  \n"})
    # JavaScript writes 2.0 as 2, and nothing else in another way
    assert made == re.sub(r"\b(\d+)\.0\b(?=,?\n)", r"\1", notebook)


def test_the_stub_of_an_exercise_is_its_cell(chapter, notebook):
    stub = script("notebook.js").call("stubOf", notebook, "mse")
    assert stub == chapter.exercises["mse"].handed_out


# --- what is kept

KEPT = {
    "version": 1,
    "mine": "# mine",
    "last": {"chapter": "line", "name": "mse"},
    "chapters": {"line": {"total": 3, "answers": {"mse": "old", "two": "2"}, "done": ["mse"]}},
}


def test_answers_that_are_brought_count_and_the_others_stay():
    brought = {
        "version": 1,
        "mine": "",
        "last": None,
        "chapters": {"line": {"total": 3, "answers": {"mse": "new"}, "done": []}},
    }
    merged = script("store.js").call("merged", KEPT, brought)
    assert merged["chapters"]["line"] == {
        "total": 3,
        "answers": {"mse": "new", "two": "2"},
        "done": [],
    }
    assert merged["mine"] == "# mine"
    assert merged["last"] == {"chapter": "line", "name": "mse"}


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    found=json_values
    | st.fixed_dictionaries(
        {"version": st.just(1)},
        optional=dict.fromkeys(("mine", "last"), json_values)
        | {"chapters": json_values | st.dictionaries(st.text(), json_values)},
    )
)
def test_whatever_the_browser_kept_is_read_as_answers_or_as_nothing(found):
    read = script("store.js").call("valid", found)
    assert read["version"] == 1
    assert isinstance(read["mine"], str)
    for its in read["chapters"].values():
        assert all(isinstance(text, str) for text in its["answers"].values())
        assert all(isinstance(name, str) for name in its["done"])


def test_what_was_kept_is_read_as_it_was():
    assert script("store.js").call("valid", KEPT) == KEPT
