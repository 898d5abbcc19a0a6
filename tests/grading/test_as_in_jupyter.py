"""As in Jupyter: one table of situations, for grading's shell, `autograder check` and Jupyter.

Each situation is some cells; what happened in it is asserted by its cells, so that it is enough
to know which of them end in an error. Where Jupyter does otherwise, the row says why.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.check_notebook import check_notebook
from autograder.check_notebook.process import CellProcess
from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.student_process import StudentProcess

SHELL = "a shell command would be run in Jupyter, never while checking or grading"


@dataclass(frozen=True)
class Situation:
    """``fails``: the cells that end in an error, from 0; ``in_jupyter``: there, if not the same."""

    cells: tuple[str, ...]
    fails: tuple[int, ...] = ()
    in_jupyter: tuple[int, ...] | None = None
    because: str = ""


def same(*cells: str, fails: tuple[int, ...] = ()) -> Situation:
    return Situation(cells, fails)


TABLE = {
    # --- plain Python
    "a continued line that begins with %": same("x = (7\n% 4)", "assert x == 3"),
    "the value of the last line": same("6 * 7", "assert _ == 42"),
    "a semicolon after the last line": same("6 * 7", "8;", "assert _ == 8", fails=(2,)),
    "display": same("display(1)"),
    "a name that is used again": same(
        "def f(): return g()\ndef g(): return 1", "g = lambda: 2", "assert f() == 2"
    ),
    "the guard of a script": same(
        "ran = False\nif __name__ == '__main__':\n    ran = True", "assert ran"
    ),
    "a class that is pickled": same(
        "import pickle\nclass P: pass", "assert type(pickle.loads(pickle.dumps(P()))) is P"
    ),
    "annotations are looked up at once": same("def f(x: no_such_type): pass", fails=(0,)),
    "an error ends its cell alone": same("x = 1\n1 / 0\nx = 2", "assert x == 1", fails=(0,)),
    "a syntax error leaves nothing of its cell": same(
        "x = 1", "x = 2\nprint(“x”)", "assert x == 1", fails=(1,)
    ),
    "a return that only its own line stumbles over": same(
        "x = 1", "x = 2\nreturn", "assert x == 2", fails=(1,)
    ),
    "a stub": same("def f(): raise NotImplementedError", "f()", fails=(1,)),
    "several errors at once": same("raise ExceptionGroup('two', [ValueError()])", fails=(0,)),
    "input": same("x = 0", "x = input()", "assert x == 0", fails=(1,)),
    "sys.exit": same("import sys\nx = 1", "x = 2\nsys.exit()", "assert x == 2", fails=(1,)),
    "exit and quit": Situation(
        ("x = 1", "x = 2\nexit()", "x = 3\nquit()", "assert x == 3"),
        (1, 2),
        (),
        "the kernel ends there, and with it the notebook",
    ),
    "await outside of a function": same(
        "import asyncio\nasync def two(): return 2", "x = await two()", "assert x == 2"
    ),
    "a cell that catches everything": same(
        "try:\n    raise SystemExit\nexcept BaseException:\n    x = 1", "assert x == 1"
    ),
    # --- pictures
    "a picture is shown": same("import matplotlib.pyplot as plt", "plt.plot([1, 2])\nplt.show()"),
    "a notebook's own pictures": same(
        "%matplotlib notebook\n%matplotlib inline\nimport matplotlib.pyplot as plt",
        "plt.plot([1, 2])",
    ),
    # --- magics
    "help with a question mark": same("import numpy as np\nnp.clip?\nx = 1", "assert x == 1"),
    "an unknown magic": same("x = 1", "%no_such_magic\nx = 2", "assert x == 1", fails=(1,)),
    "an unknown cell magic": same("%%no_such_magic\nx = 2", fails=(0,)),
    "a timed expression": same("t = %timeit -o -q -n1 -r1 sum([1])", "assert t.loops == 1"),
    "a timed cell": same("%%time\nx = 1", "assert x == 1"),
    "a timed cell with an error": same("%%time\nx = 1\n1 / 0", fails=(0,)),
    "IPython's own functions": same(
        "get_ipython().run_line_magic('timeit', '-q -n1 -r1 1')\nx = 1", "assert x == 1"
    ),
    "a module that a cell writes": same(
        "%%writefile written_by_a_cell.py\ny = 3",
        "from written_by_a_cell import y",
        "assert y == 3",
    ),
    "an answer that is only written to a file": same(
        "%%writefile an_answer.py\ndef f(): return 1", "f()", fails=(1,)
    ),
    # --- the shell
    "a command": same("!true", "%pip --version"),
    "what a command says": Situation(("files = !echo one", "assert files == []"), (), (1,), SHELL),
    "a cell of commands": Situation(
        ("%%bash\necho one > by_bash.txt", "open('by_bash.txt')"), (1,), (), SHELL
    ),
    # --- last, because it holds for the rest of the notebook
    "an import from the future": same(
        "from __future__ import annotations\ndef f(x: no_such_type): pass",
        "def g(x: no_such_type): pass",
    ),
}
RESET = "%reset -f"
ENDS_THE_KERNEL = ("exit and quit",)


def one_notebook(names):
    """All situations one after the other, with what each leaves taken away: for one kernel."""
    return [(name, cell) for name in names for cell in (*TABLE[name].cells, RESET)]


def by_situation(rows, failed):
    """``{situation: the cells that failed}`` of whether each cell of ``rows`` did."""
    found = {name: [] for name, _ in rows}
    for (name, _), yes in zip(rows, failed, strict=True):
        found[name].append(yes)
    return {name: tuple(i for i, yes in enumerate(all_) if yes) for name, all_ in found.items()}


@pytest.fixture(scope="module")
def in_grading(sandbox):
    def fails(name):
        with sandbox.child() as sock:
            student = StudentProcess(sock, Limits(cell=20.0))
            shown = [student.request("run", cell) for cell in TABLE[name].cells]
        return tuple(i for i, one in enumerate(shown) if is_error(one["error"], one["stderr"]))

    return {name: fails(name) for name in TABLE}


@pytest.fixture(scope="module")
def in_check(tmp_path_factory):
    rows = one_notebook(TABLE)
    with CellProcess(tmp_path_factory.mktemp("check"), limit=60.0) as process:
        return by_situation(rows, [bool(process.run(cell).error) for _, cell in rows])


@pytest.fixture(scope="module")
def in_jupyter(tmp_path_factory):
    rows = one_notebook(name for name in TABLE if name not in ENDS_THE_KERNEL)
    cells = [nbformat.v4.new_code_cell(cell) for _, cell in rows]
    notebook = nbformat.v4.new_notebook(cells=cells)
    folder = str(tmp_path_factory.mktemp("jupyter"))
    NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": folder}}
    ).execute()
    return by_situation(rows, [jupyter_failed(cell.outputs) for cell in notebook.cells])


def jupyter_failed(outputs):
    stderr = "".join(o.text for o in outputs if o.output_type == "stream" and o.name == "stderr")
    return any(is_error(o.output_type == "error", stderr) for o in outputs)


def is_error(error, stderr):
    """Two kinds of errors are told on the standard error alone."""
    return bool(error) or "UsageError" in stderr or "Exception Group Traceback" in stderr


@pytest.mark.parametrize("name", TABLE)
def test_grading_runs_it_so(name, in_grading):
    assert in_grading[name] == TABLE[name].fails


@pytest.mark.parametrize("name", TABLE)
def test_autograder_check_runs_it_so(name, in_check):
    assert in_check[name] == TABLE[name].fails


@pytest.mark.parametrize("name", [name for name in TABLE if name not in ENDS_THE_KERNEL])
def test_jupyter_runs_it_so(name, in_jupyter):
    situation = TABLE[name]
    assert (situation.in_jupyter is None) == (not situation.because)
    expected = situation.fails if situation.in_jupyter is None else situation.in_jupyter
    assert in_jupyter[name] == expected


def test_a_whole_notebook_is_run_so(tmp_path):
    """The command itself, beside its runner of cells."""
    cells = [
        "%matplotlib notebook\nfrom autograder.checks import check_close\nfiles = !ls",
        "def remainder(a, b):\n    return (a\n% b)",
        "check_close(remainder, ((7, 4), 3))",
    ]
    path = tmp_path / "x.ipynb"
    raw = [{"cell_type": "code", "metadata": {}, "source": cell} for cell in cells]
    path.write_text(json.dumps({"cells": raw}))
    report = check_notebook(path)
    assert [(r.exercise, r.verdict) for r in report.exercises] == [("remainder", "passed")]
    assert report.first == []
