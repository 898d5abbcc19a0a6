"""`autograder check`: what a student is told of whatever a student has."""

import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest

from autograder.check_notebook import NotChecked, check_notebook, report
from autograder.check_notebook.process import Outcome
from autograder.course import read_course
from autograder.notebooks.build import solved_notebook, student_notebook
from tests.conftest import SMALL

CHAPTER = read_course(SMALL).chapters["line"]


def cell(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def checked(notebook, folder, limit=20.0):
    path = folder / "line.ipynb"
    nbformat.write(notebook, path)
    return check_notebook(path, limit)


def verdicts(report):
    return {result.exercise: result.verdict for result in report.exercises}


def messages(report):
    return {result.exercise: result.message for result in report.exercises}


def notebook_of(*cells):
    """A notebook of ``(grade_id, source)``."""
    found = [
        nbformat.v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": name}} if name else {})
        for name, source in cells
    ]
    return nbformat.v4.new_notebook(cells=found)


IMPORT = ("given_1", "from autograder.checks import check_close")


def exercise(number, name, answer):
    """An answer, and the check that ``name(4.0)`` is 2."""
    return (name, answer), (f"visible_{number}_{name}", f"check_close({name}, ((4.0,), 2.0))")


# --- verdicts and points


def test_the_solved_notebook_passes_and_all_its_points_can_be_reached(tmp_path):
    report = checked(solved_notebook(CHAPTER), tmp_path)
    assert verdicts(report) == {"mse": "passed", "mse_gradient": "passed"}
    assert (report.passed, report.first) == (True, [])
    assert (report.within_reach, report.total) == (8.0, 8.0)


def test_the_released_notebook_is_not_implemented_and_not_answered(tmp_path):
    report = checked(student_notebook(CHAPTER), tmp_path)
    assert set(verdicts(report).values()) == {"not implemented"}
    assert report.written == {"why_mean": False}
    assert (report.passed, report.within_reach, report.total) == (False, 0.0, 8.0)


def test_a_wrong_answer_is_explained(tmp_path):
    report = checked(notebook_of(IMPORT, *exercise(1, "half", "def half(x): return x")), tmp_path)
    assert verdicts(report) == {"half": "wrong value"}
    assert "expected" in messages(report)["half"] and "called with" in messages(report)["half"]


def test_what_mine_py_does_not_have_when_graded_is_told(tmp_path):
    library = "def a(x): return x / 2\ndef b(x): return x\ndef c(x): return x\n"
    (tmp_path / "mine.py").write_text(library)
    given = ("given_2", "from mine import a")
    answer = "import mine\nfrom mine import a, b\n\ndef half(x): return mine.c(b(a(x)))"
    report = checked(notebook_of(IMPORT, given, *exercise(1, "half", answer)), tmp_path)
    assert verdicts(report) == {"half": "passed"}
    says = (
        "cell 3 (half) takes {} from mine.py, which has only what the course's own cells import "
        "from it when graded: copy it into a cell of this notebook"
    )
    assert report.first == [says.format("b"), says.format("c")]


def test_own_cells_that_fail_or_print_do_no_harm(tmp_path):
    notebook = solved_notebook(CHAPTER)
    for extra in ("%matplotlib inline\n!ls\nprint('hello')\n1 / 0", "exit()", "x = input()"):
        notebook.cells.insert(1, nbformat.v4.new_code_cell(extra))
    report = checked(notebook, tmp_path)
    assert (report.passed, report.first) == (True, [])


# --- what is said first


def test_a_syntax_error_is_quoted_and_an_older_answer_is_not_asked(tmp_path):
    answer, check = exercise(1, "half", "def half(x:\n    return x / 2")
    older = ("", "def half(x):\n    return x")
    report = checked(notebook_of(IMPORT, older, answer, check), tmp_path)
    assert verdicts(report) == {"half": "does not run"}
    assert "SyntaxError" in messages(report)["half"]
    assert "def half(x:" in messages(report)["half"]
    assert "wrong value" not in messages(report)["half"]


def test_a_check_that_passed_with_an_older_answer_says_so(tmp_path):
    answer, check = exercise(1, "half", "def half(x:\n    return x / 3")
    older = ("half", "def half(x):\n    return x / 2")
    report = checked(notebook_of(IMPORT, older, answer, check), tmp_path)
    assert verdicts(report) == {"half": "passed"}
    (said,) = report.first
    assert said.startswith("cell 3 (half) failed: SyntaxError")
    assert said.endswith("half passed without it")


def test_an_experiment_below_an_answer_may_fail(tmp_path):
    answer = "def half(x):\n    return x / {}\n\nhalf('four')"
    right = checked(notebook_of(IMPORT, *exercise(1, "half", answer.format(2))), tmp_path)
    assert verdicts(right) == {"half": "passed"}
    wrong = checked(notebook_of(IMPORT, *exercise(1, "half", answer.format(3))), tmp_path)
    assert verdicts(wrong) == {"half": "wrong value"}
    assert messages(wrong)["half"].index("TypeError") < messages(wrong)["half"].index("expected")


def test_what_failed_in_the_first_cell_is_said_once(tmp_path):
    broken = ("given_1", "import no_such_package\nfrom autograder.checks import check_close")
    pairs = [exercise(n, f"half{n}", f"def half{n}(x): return x / 2") for n in range(1, 9)]
    report = checked(notebook_of(broken, *(cell for pair in pairs for cell in pair)), tmp_path)
    assert len(report.first) == 2
    assert "No module named 'no_such_package'" in report.first[0]
    assert "import no_such_package" in report.first[0]
    assert "check_close is not there, because cell 1 failed" in report.first[1]
    assert set(verdicts(report).values()) == {"needs check_close"}
    assert set(messages(report).values()) == {""}


def test_a_deleted_check_is_named_and_so_is_what_it_defined(tmp_path):
    pair = exercise(1, "half", "def half(x): return x / 2")
    second = (
        ("third", "def third(x): return x / 3"),
        (
            "visible_2_third",
            "check_close(third, ((X3,), 1.0))",
        ),
    )
    report = checked(notebook_of(IMPORT, pair[0], *second), tmp_path)
    assert verdicts(report) == {"half": "no check", "third": "needs X3"}
    assert "the visible check of half is missing" in report.first[0]
    assert "X3 is needed, and no cell of the notebook defines it" in report.first[1]


def test_a_cell_of_the_course_that_calls_a_stub_is_not_blamed(tmp_path):
    stub = "def half(x):\n    raise NotImplementedError"
    cells = IMPORT, *exercise(1, "half", stub), ("given_2", "half(3.0)")
    report = checked(notebook_of(*cells), tmp_path)
    assert verdicts(report) == {"half": "not implemented"}
    assert report.first == []


def test_a_name_that_is_defined_further_down(tmp_path):
    answer, check = exercise(1, "half", "def half(x): return x / 2")
    report = checked(notebook_of(IMPORT, check, answer), tmp_path)
    assert verdicts(report) == {"half": "needs half"}
    assert report.first == [
        "half is defined only in cell 3 (half), which is below cell 2 (half): "
        "a notebook is run from the top"
    ]


# --- cells without end


def test_a_cell_without_end_costs_itself_alone(tmp_path):
    slow = {
        "loops": "def loops(x):\n    while True:\n        x += 1",
        "sleeps": "def sleeps(x):\n    import time\n    time.sleep(1000)",
        "stubborn": "def stubborn(x):\n    while True:\n        try:\n            while x:\n"
        "                pass\n        except BaseException:\n            pass",
        "counts": "def counts(x):\n    return sum(range(10**15))",
        "leaves": "def leaves(x):\n    import os\n    os._exit(3)",
        "half": "def half(x): return x / 2 + shift",
    }
    pairs = [exercise(n, name, source) for n, (name, source) in enumerate(slow.items(), 1)]
    notebook = notebook_of(IMPORT, ("", "shift = 0"), *(cell for pair in pairs for cell in pair))
    report = checked(notebook, tmp_path, limit=1.0)
    assert verdicts(report) == {
        "loops": "does not end",
        "sleeps": "does not end",
        "stubborn": "does not end",
        "counts": "does not end",
        "leaves": "ends Python",
        "half": "passed",
    }
    told = messages(report)
    assert "loops: did not end within 1 s, in line: " in told["loops"]
    assert told["loops"].endswith(("while True:", "x += 1"))
    assert told["sleeps"].endswith("time.sleep(1000)")
    assert "status 3" in told["leaves"]


def test_a_cell_without_end_where_there_is_no_signal_to_send(tmp_path, monkeypatch):
    """As on Windows."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text("import signal\ndel signal.pthread_kill, signal.alarm")
    monkeypatch.syspath_prepend(site)
    cells = IMPORT, *exercise(1, "loops", "def loops(x):\n    while True:\n        x += 1")
    report = checked(notebook_of(*cells), tmp_path, limit=1.0)
    assert verdicts(report) == {"loops": "does not end"}


def test_an_interrupted_run_says_where_it_was(tmp_path):
    answer = "def loops(x):\n    open('begun', 'w').close()\n    while x > 0:\n        pass"
    cells = IMPORT, *exercise(1, "loops", answer)
    nbformat.write(notebook_of(*cells), tmp_path / "line.ipynb")
    process = subprocess.Popen(
        [sys.executable, "-m", "autograder.cli", "check", "line.ipynb"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        # what is started in the background may have been told to ignore it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    until = time.monotonic() + 60
    while not (tmp_path / "begun").exists() and time.monotonic() < until:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted while cell 3 (loops) ran, at: " in said
    assert len(said.splitlines()) == 1


# --- files


class Passes:
    """In place of the process, where it is only asked which cells were found."""

    def __init__(self, *_):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def run(self, source):
        return Outcome()


def as_script(notebook):
    from nbconvert import PythonExporter

    return PythonExporter().from_notebook_node(notebook)[0]


def without_metadata(notebook):
    for one in notebook.cells:
        one.metadata = {}
    return nbformat.writes(notebook)


def format_3(notebook):
    return nbformat.writes(nbformat.convert(notebook, 3), 3)


def merged_badly(notebook):
    mark = '"nbformat": 4,'
    return nbformat.writes(notebook).replace(
        mark, f"<<<<<<< HEAD\n{mark}\n=======\n{mark}\n>>>>>>>"
    )


FILES = {
    "with a mark of its encoding": ("ipynb", lambda n: nbformat.writes(n).encode("utf-8-sig")),
    "UTF-16": ("ipynb", lambda n: nbformat.writes(n).encode("utf-16")),
    "Windows' letters": ("ipynb", lambda n: nbformat.writes(n).encode("cp1252", "replace")),
    "format 3": ("ipynb", format_3),
    "merged badly": ("ipynb", merged_badly),
    "without metadata": ("ipynb", without_metadata),
    "a script": ("py", as_script),
}


@pytest.mark.parametrize("kind", FILES)
def test_whatever_is_graded_is_checked(kind, tmp_path, monkeypatch):
    monkeypatch.setattr(report, "CellProcess", Passes)
    ending, write = FILES[kind]
    path = tmp_path / f"line.{ending}"
    content = write(solved_notebook(CHAPTER))
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert verdicts(check_notebook(path)) == {"mse": "passed", "mse_gradient": "passed"}


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"cells": [{}]}', '{"cells": []}'])
def test_a_file_that_is_no_notebook_of_ours(text, tmp_path):
    path = tmp_path / "odd.ipynb"
    path.write_text(text)
    with pytest.raises(NotChecked, match=r"odd\.ipynb"):
        check_notebook(path)


def test_without_metadata_an_exercise_has_the_name_of_its_function(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "CellProcess", Passes)
    cells = [
        "from autograder.checks import *",
        "def affine(x):\n    return x\n\ndef affine_back(g):\n    return g",
        "def twice(x):\n    return 2 * affine(x)\n\ncheck_close(twice, ((1.0,), 2.0))",
        "gain = lambda x: x",
        "check_raises(ValueError, gain, -1)",
    ]
    path = tmp_path / "x.ipynb"
    raw = [{"cell_type": "code", "source": cell, "metadata": {}} for cell in cells]
    path.write_text(json.dumps({"cells": raw}))
    assert verdicts(check_notebook(path)) == {"affine": "passed", "gain": "passed"}
