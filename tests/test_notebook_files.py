"""A notebook file in any state, as data: grading and `autograder check` read the same cells."""

import json
import subprocess
import sys
import time

import pytest

from autograder.notebook_files import MAX_ITEMS, NotebookCell, Unreadable, read_cells

UMLAUT = "# Übung: größer als 5 €"


def code(source, **more):
    empty = {"metadata": {}, "outputs": [], "execution_count": None}
    return {"cell_type": "code", "source": source, **empty, **more}


def notebook(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def sources(content, is_script=False):
    raw = content if isinstance(content, (str, bytes)) else json.dumps(content)
    cells, _ = read_cells(raw if isinstance(raw, bytes) else raw.encode(), is_script)
    return [(cell.is_code, cell.source) for cell in cells]


def test_a_cell_has_what_its_metadata_say():
    about = {"nbgrader": {"grade_id": "check_mse", "points": 2}, "tags": ["picture", 7]}
    raw = notebook(code(["x = 1\n", "y = 2"], id="line-003", metadata=about))
    assert read_cells(json.dumps(raw).encode()) == (
        [NotebookCell(True, "x = 1\ny = 2", "check_mse", "line-003", ("picture",), 2.0)],
        [],
    )


@pytest.mark.parametrize("points", [-1, "3", True, None, 1e300, float("nan"), [2]])
def test_points_that_are_none(points):
    about = {"nbgrader": {"grade_id": "check_mse", "points": points}}
    (cell,), _ = read_cells(json.dumps(notebook(code("", metadata=about))).encode())
    assert cell.points == 0


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_encoding_that_an_editor_writes(encoding):
    raw = json.dumps(notebook(code(UMLAUT)), ensure_ascii=False).encode(encoding)
    assert sources(raw) == [(True, UMLAUT)]


def test_one_broken_byte_does_not_change_the_other_letters():
    raw = json.dumps(notebook(code(UMLAUT)), ensure_ascii=False).encode()
    assert sources(raw.replace(b"5", b"\xff")) == [(True, UMLAUT.replace("5", "\ufffd"))]


def test_format_3():
    cells = [{"cell_type": "code", "input": ["x = 1"], "language": "python", "metadata": {}}]
    assert sources({"nbformat": 3, "worksheets": [{"cells": cells}]}) == [(True, "x = 1")]


def test_a_merge_conflict_in_the_metadata():
    text = json.dumps(notebook(code("x = 1"), code("y = 2")), indent=1)
    conflict = '<<<<<<< HEAD\n "nbformat": 4,\n=======\n "nbformat": 3,\n>>>>>>> theirs\n'
    merged = text.replace(' "nbformat": 4,\n', conflict)
    assert merged != text
    assert sources(merged) == [(True, "x = 1"), (True, "y = 2")]


@pytest.mark.parametrize("content", ["", " \n", "hello", "[]", "{}", "null", "7", "[" * 10**5])
def test_what_is_no_notebook(content):
    with pytest.raises(Unreadable, match=r"empty|not a notebook"):
        read_cells(content.encode())


def test_a_file_that_would_fill_the_memory_is_refused():
    bomb = '{"cells": [' + "[]," * (MAX_ITEMS // 2 + 1) + "[]]}"
    with pytest.raises(Unreadable, match="values"):
        read_cells(bomb.encode())


def test_a_long_text_is_not_taken_for_many_values():
    printed = {"output_type": "stream", "name": "stdout", "text": '1,[{"\\' * (MAX_ITEMS // 3)}
    assert sources(notebook(code("x = 1", outputs=[printed]))) == [(True, "x = 1")]


@pytest.mark.parametrize(
    "nest", ['{"id":' * 200_000, ('{"id":[' * 400) + "1," * 500_000, '"' + '\\"' * 10**6]
)
def test_a_file_that_would_be_read_again_and_again_is_left(nest):
    start = time.process_time()
    assert sources(json.dumps(code("x = 1")) + nest) == [(True, "x = 1")]
    assert time.process_time() - start < 20  # it was hours


# --- scripts


@pytest.fixture(scope="module")
def as_script(tmp_path_factory):
    """What nbconvert, which Jupyter's menu calls, makes of a notebook."""

    def make(*cells):
        folder = tmp_path_factory.mktemp("script")
        path = folder / "x.ipynb"
        about = {"kernelspec": {"name": "python3", "language": "python", "display_name": "x"}}
        path.write_text(json.dumps({**notebook(*cells), "metadata": about}))
        command = [sys.executable, "-m", "nbconvert", "--to", "python", str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return path.with_suffix(".py").read_text()

    return make


def test_a_script_of_a_notebook_is_cut_where_its_cells_began(as_script):
    def text(source):
        return {"cell_type": "markdown", "source": source, "metadata": {}}

    cells = [
        text("# Title\n\nof the page"),
        code("import numpy as np\n\n\ndef f(x):\n    return x\n# a remark"),
        code("# Graded: here"),
        text("**Question.** Why?"),
        text("Because.\n\nOf that."),
        code("if f(1):\n\n    # inside\n    print('# In[ ]:')"),
    ]
    script = as_script(*(dict(cell, id=f"cell-{n}") for n, cell in enumerate(cells)))
    assert sources(script, is_script=True) == [
        (cell["cell_type"] == "code", cell["source"]) for cell in cells
    ]


def test_a_script_in_the_percent_format():
    script = "# %% [markdown]\n# # Title\n# text\n\n# %%\nx = 1\n\n# %% plot\ny = 2\n"
    assert sources(script, is_script=True) == [
        (False, "# Title\ntext"),
        (True, "x = 1"),
        (True, "y = 2"),
    ]


def test_a_script_without_marks_is_one_cell():
    script = "#!/usr/bin/env python\nx = 1\r\n\r\n\r\n# a remark\r\n"
    assert sources(script, is_script=True) == [
        (True, "#!/usr/bin/env python\nx = 1\n\n\n# a remark")
    ]
