"""What a notebook has lost of the course is put back, and the student's own stays as it is."""

import copy
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.check_notebook import NotChecked, check_notebook
from autograder.check_notebook.repair import repair
from autograder.check_notebook.report import read_notebook
from autograder.course import read_course
from autograder.notebooks.build import solved_notebook, student_notebook
from autograder.originals import KEY, carried, carry, original_of
from tests.conftest import SMALL

CHAPTER = read_course(SMALL).chapters["line"]


def handed_out():
    notebook = student_notebook(CHAPTER)
    carry(notebook)
    return notebook


def solved():
    """As handed in by somebody who can do it; it carries what was handed out."""
    notebook = solved_notebook(CHAPTER)
    notebook.metadata[KEY] = handed_out().metadata[KEY]
    return notebook


def names(notebook):
    marks = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]]
    return [mark for mark in marks if mark and mark != "known_mistakes"]


def without(notebook, *lost):
    kept = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in lost]
    return nbformat.from_dict({**notebook, "cells": kept})


def source(notebook, name):
    cells = notebook["cells"]
    return next(
        c["source"] for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def repaired(notebook):
    return repair(json.loads(json.dumps(notebook)), carried(notebook))


def test_whatever_is_whole_is_left_alone():
    for notebook in (handed_out(), solved()):
        plain = json.loads(json.dumps(notebook))
        assert repair(plain, carried(notebook)) == (plain, [])


CELLS = sorted(set(names(handed_out())) - {"mse", "mse_gradient"})


@settings(deadline=None, max_examples=30)
@given(st.sets(st.sampled_from(CELLS), max_size=len(CELLS) - 1), st.booleans(), st.booleans())
def test_what_is_lost_comes_back_in_its_place(lost, has_marks, has_ids):
    notebook = without(solved(), *lost)
    for cell in notebook.cells:
        if not has_marks:
            cell.metadata.pop("nbgrader", None)
        if not has_ids:
            cell.id = f"other-{id(cell)}"
    got, notes = repaired(notebook)
    assert names(got) == names(solved())
    assert bool(notes) == bool(lost or not has_marks)
    for name in ("mse", "mse_gradient"):
        assert source(got, name) == source(solved(), name)
    nbformat.validate(nbformat.from_dict(got))


def test_an_answer_that_stands_elsewhere_is_not_hidden_below_its_stub():
    notebook = without(solved(), "mse")
    own = nbformat.v4.new_code_cell("x = 1\n" + source(solved(), "mse"), id="own")
    notebook.cells.insert(2, own)
    assert "mse" not in names(repaired(notebook)[0])


def test_a_changed_check_is_the_courses_own_again():
    notebook = solved()
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id", "").startswith("visible_"):
            cell.source = "pass"
    got, notes = repaired(notebook)
    assert [c["source"] for c in got["cells"]] == [c.source for c in solved().cells]
    assert notes == [
        "changed, so the course's own is run, as when graded: the visible check of mse, "
        "the visible check of mse_gradient"
    ]


def test_a_helper_in_a_cell_of_the_course_is_kept():
    notebook = solved()
    first = next(
        c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "given_1"
    )
    first.source += "\nhelper = 1"
    sources = [cell["source"] for cell in repaired(notebook)[0]["cells"]]
    assert source(solved(), "given_1") in sources and first.source in sources


def test_the_original_of_another_notebook_repairs_nothing():
    other = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="x")])
    plain = json.loads(json.dumps(other))
    assert repair(plain, original_of(handed_out())) == (plain, [])


@pytest.mark.parametrize("packed", ["", "no base64", "QUJD", None, 7, [], "eJwDAAAAAAE="])
def test_what_is_carried_may_be_anything(packed):
    notebook = handed_out()
    notebook.metadata[KEY]["cells"] = packed
    assert carried(notebook).cells == ()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cells", "metadata", "source", "id", "nbgrader", "grade_id"]), inner
        )
    ),
    max_leaves=20,
)


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from(["cells", "metadata", KEY]), ANYTHING), ANYTHING)
def test_any_notebook_is_read_and_repaired_without_an_error(notebook, other):
    carried(notebook)
    repair(notebook, original_of(other))
    repair(notebook, original_of(handed_out()))


# --- as a student meets it


def write(notebook, folder):
    path = folder / "line.ipynb"
    nbformat.write(notebook, path)
    return path


def test_a_lost_check_is_run_and_told_and_the_file_is_left(tmp_path):
    path = write(without(solved(), "visible_1_mse"), tmp_path)
    before = path.read_bytes()
    report = check_notebook(path, 60)
    assert {one.exercise: one.verdict for one in report.exercises} == {
        "mse": "passed",
        "mse_gradient": "passed",
    }
    assert report.first == [
        "missing, and put back as handed out: the visible check of mse",
        "`autograder check --repair` writes this into line.ipynb",
    ]
    assert path.read_bytes() == before


def test_it_is_written_where_that_is_asked_for_and_the_old_file_is_kept(tmp_path):
    notebook = solved()
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
    path = write(notebook, tmp_path)
    before = path.read_bytes()
    report = check_notebook(path, 60, repair=True)
    assert report.first[-1] == "line.ipynb is repaired; as it was, it is line.ipynb.bak"
    assert (tmp_path / "line.ipynb.bak").read_bytes() == before
    assert names(nbformat.read(path, 4)) == names(solved())
    assert not read_notebook(path).notes


def test_a_fresh_copy_serves_where_the_notebook_carries_none(tmp_path):
    fresh = tmp_path / "fresh.ipynb"
    nbformat.write(student_notebook(CHAPTER), fresh)
    notebook = without(solved(), "visible_1_mse")
    del notebook.metadata[KEY]
    path = write(notebook, tmp_path)
    assert read_notebook(path).repaired == ""
    assert "the visible check of mse" in " ".join(read_notebook(path, fresh).notes)
    empty = tmp_path / "empty.ipynb"
    empty.write_text("{}")
    with pytest.raises(NotChecked, match="no notebook as it was handed out"):
        read_notebook(path, empty)


def test_it_carries_the_deadline_with_its_zone():
    from datetime import UTC, datetime, timedelta, timezone

    notebook = student_notebook(CHAPTER)
    for due in (
        datetime(2030, 1, 15, 12),
        datetime(2030, 1, 15, 13, tzinfo=timezone(timedelta(hours=1))),
    ):
        carry(notebook, due)
        assert carried(copy.deepcopy(notebook)).due == datetime(2030, 1, 15, 12, tzinfo=UTC)
    carry(notebook)
    assert carried(notebook).due is None
