"""A check in the page says what the notebook says, whatever was typed above it."""

import ast
import builtins
import json
import os
import re
import sys

import nbformat
import pytest

from autograder.in_page import no_pictures, worker
from autograder.in_page.cells import Cell, code_cells, for_check, for_picture
from autograder.in_page.run import Page
from autograder.notebooks.build import student_notebook
from tests.conftest import SMALL, read_chapter, the_course

MSE = "def mse(w, X, y):\n    return np.sum((X @ w - y) ** 2) / (2 * len(y))"
MSE_SUM = "def mse(w, X, y):\n    return np.sum((X @ w - y) ** 2) / 2"
GRADIENT = "def mse_gradient(w, X, y):\n    return X.T @ (X @ w - y) / len(y)"
FLIPPED = "def mse_gradient(w, X, y):\n    return X.T @ (y - X @ w) / len(y)"


@pytest.fixture(scope="module")
def notebook():
    chapter = read_chapter(SMALL / "chapters" / "line.md", SMALL / "solutions")
    return nbformat.writes(student_notebook(chapter))


@pytest.fixture
def page(notebook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("AUTOGRADER_CHECKING", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    return Page(notebook)


def said(outcome):
    return "\n".join(one.text for one in outcome.shown)


def test_a_right_answer_passes_and_is_kept(page):
    outcome = page.check("mse", {"mse": MSE})
    assert outcome.passed
    assert said(outcome).splitlines() == [
        "mse: visible checks passed; more are run when graded",
        "mse: kept in mine.py",
        "so far 2 of 6 points, if the hidden checks agree; next: mse_gradient",
    ]
    with open("mine.py") as mine:
        assert MSE in mine.read()


def test_a_wrong_answer_is_told_its_cause_as_text_and_as_html(page):
    outcome = page.check("mse_gradient", {"mse": MSE, "mse_gradient": FLIPPED})
    assert not outcome.passed
    assert "likely cause   the sign is flipped" in said(outcome)
    assert "the sign is flipped" in outcome.shown[-1].html
    assert outcome.shown[-1].is_error


def test_an_answer_above_that_is_wrong_is_to_be_mended_first(page):
    outcome = page.check("mse_gradient", {"mse": MSE_SUM, "mse_gradient": GRADIENT})
    assert "mse_gradient: cannot be judged yet" in said(outcome)
    assert "your own mse, which fails its check: mend mse first" in said(outcome)


def test_an_answer_that_is_not_there_is_named(page):
    assert said(page.check("mse", {})).startswith("mse: not implemented yet")
    outcome = page.check("mse_gradient", {"mse_gradient": GRADIENT})
    assert said(outcome).startswith("mse: not implemented yet")


def test_an_answer_that_calls_one_that_is_not_written_names_it(page):
    calls = "def mse_gradient(w, X, y):\n    return 2 * mse(w, X, y) * w"
    outcome = page.check("mse_gradient", {"mse": "", "mse_gradient": calls})
    assert "mse" in said(outcome) and "not implemented yet" in said(outcome)


def test_a_syntax_error_is_shown_with_its_line(page):
    outcome = page.check("mse", {"mse": "def mse(w, X, y):\n    return w +\n"})
    assert said(outcome).splitlines() == [
        '  File "<your mse>", line 2',
        "    return w +",
        "              ^",
        "SyntaxError: invalid syntax",
    ]


def test_a_name_that_is_not_defined_is_told_with_its_line(page):
    outcome = page.check("mse", {"mse": "def mse(w, X, y):\n    return nothing"})
    assert "NameError: name 'nothing' is not defined" in said(outcome)
    assert re.search("in line +return nothing", said(outcome))


def test_an_answer_that_defines_nothing_is_told_what_to_run(page):
    outcome = page.check("mse", {"mse": "x = 1"})
    assert said(outcome).startswith("mse: not defined")


def test_what_an_answer_prints_and_its_last_value_are_shown(page):
    outcome = page.check("mse", {"mse": f"{MSE}\n\nprint('hello')\nmse(w, X, y)"})
    assert said(outcome).startswith("hello\nnp.float64(20.33")


def test_endless_printing_is_cut_off(page):
    outcome = page.check("mse", {"mse": f"{MSE}\nfor _ in range(100_000): print('x' * 10)"})
    assert outcome.passed
    assert len(outcome.shown[0].text) < 21_000
    assert "the rest is left out" in outcome.shown[0].text


def test_exit_ends_the_cell_alone(page):
    assert "SystemExit" in said(page.check("mse", {"mse": "import sys\nsys.exit()"}))
    assert page.check("mse", {"mse": MSE}).passed


def test_what_did_not_change_is_not_run_again(page):
    ran = []
    answers = {"mse": MSE, "mse_gradient": FLIPPED}
    page.check("mse_gradient", answers, ran.append)
    assert "<your mse>" in ran
    ran.clear()
    outcome = page.check("mse_gradient", answers | {"mse_gradient": GRADIENT}, ran.append)
    assert outcome.passed
    assert [name for name in ran if "mse_gradient" not in name] == []
    ran.clear()
    assert not page.check("mse_gradient", answers, ran.append).passed
    assert not page.check("mse", answers | {"mse": MSE_SUM}).passed
    assert page.check("mse", answers).passed


def test_names_of_a_first_try_are_gone_in_the_second(page):
    page.check("mse", {"mse": f"helper = 1\n{MSE}"})
    outcome = page.check("mse", {"mse": "def mse(w, X, y):\n    return helper"})
    assert "name 'helper' is not defined" in said(outcome)


def test_the_main_module_is_put_back(page):
    before = sys.modules["__main__"]
    page.check("mse", {"mse": MSE})
    assert sys.modules["__main__"] is before


def test_cells_for_a_check_are_given_cells_answers_and_checks_of_what_is_answered(notebook):
    cells = code_cells(notebook)
    kinds = [(c.kind, c.name) for c in for_check(cells, "mse_gradient", {})]
    assert kinds == [
        ("given", "known_mistakes"),
        ("given", "given_1"),
        ("answer", "mse"),
        ("answer", "mse_gradient"),
        ("check", "mse_gradient"),
    ]
    kinds = [(c.kind, c.name) for c in for_check(cells, "mse_gradient", {"mse": MSE})]
    assert ("check", "mse") in kinds
    with pytest.raises(ValueError, match="no check of 'nothing'"):
        for_check(cells, "nothing", {})


def test_a_picture_rests_on_those_that_define_what_it_uses():
    def cell(id, source, kind="picture"):
        return Cell(kind, id, source, id)

    cells = [
        cell("a", "import numpy as np\ndef slope(x):\n    return np.sum(x)"),
        cell("b", "steps = [slope(k) for k in values]"),
        cell("c", "fig, ax = plt.subplots()\nunused = 1"),
        cell("given", "values = [1, 2]", kind="given"),
        cell("d", "fig, ax = plt.subplots()\nax.plot(steps, values)"),
        cell("e", "later = steps"),
    ]
    found = for_picture(cells, "d", {})
    assert [one.id for one in found] == ["a", "b", "given", "d"]


def names(source):
    """What a cell uses, and what gives a name to anything in it."""
    nodes = [*ast.walk(ast.parse(source))]
    texts = [node for node in nodes if isinstance(node, ast.Name)]
    used = {node.id for node in texts if isinstance(node.ctx, ast.Load)}
    made = {node.id for node in texts} - used
    made |= {node.id for node in texts if isinstance(node.ctx, ast.Store)}
    made |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    made |= {(n.asname or n.name).split(".")[0] for n in nodes if isinstance(n, ast.alias)}
    return used, made | {node.arg for node in nodes if isinstance(node, ast.arg)}


@pytest.mark.parametrize("chapter", the_course().assignments.values(), ids=lambda it: it.name)
def test_all_that_a_picture_uses_is_run_before_it(chapter):
    cells = code_cells(nbformat.writes(student_notebook(chapter)))
    answers = {name: one.reference for name, one in chapter.exercises.items()}
    for picture in (cell for cell in cells if cell.kind == "picture"):
        run = [names(cell.source) for cell in for_picture(cells, picture.id, answers)]
        made = set(dir(builtins)).union(*(made for _, made in run))
        assert names(picture.source)[0] <= made, picture.id


def test_cells_for_a_picture_end_with_it(notebook):
    cells = code_cells(notebook)
    (picture,) = [cell for cell in cells if cell.kind == "picture"]
    assert for_picture(cells, picture.id, {})[-1] == picture
    with pytest.raises(ValueError, match="no picture 'nothing'"):
        for_picture(cells, "nothing", {})


@pytest.fixture
def as_in_a_browser(tmp_path, monkeypatch):
    """Nothing that draws is there, and the worker has no page yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(worker, "_pages", {})
    hidden = ("matplotlib", "mpl_toolkits", "PIL", "autograder.pictures")
    for name in [name for name in sys.modules if name.startswith(hidden)]:
        monkeypatch.delitem(sys.modules, name)
    yield
    no_pictures.step_aside()
    # what was there before comes back, and must not meet what was imported meanwhile
    for name in [name for name in sys.modules if name.startswith(hidden)]:
        del sys.modules[name]


def test_the_worker_needs_no_matplotlib_and_gives_mine_back(notebook, as_in_a_browser):
    order = {"notebook": notebook, "exercise": "mse", "answers": {"mse": MSE}, "mine": ""}
    told = json.loads(worker.check(json.dumps(order), lambda name: None))
    assert told["passed"]
    assert MSE in told["mine"]
    assert type(sys.modules["matplotlib.pyplot"]).__name__ == "_Module"
    os.unlink("mine.py")
    order["mine"] = told["mine"]
    again = json.loads(worker.check(json.dumps(order), lambda name: None))
    assert again["mine"] == told["mine"]


def test_a_picture_is_drawn_with_the_readers_own_answer(notebook, as_in_a_browser):
    (picture,) = [cell.id for cell in code_cells(notebook) if cell.kind == "picture"]
    order = {"notebook": notebook, "picture": picture, "answers": {"mse": MSE}, "mine": ""}
    worker.check(json.dumps(order | {"exercise": "mse"}), lambda name: None)
    told = json.loads(worker.draw(json.dumps(order), lambda name: None))
    assert told["passed"]
    assert 'src="data:image/png;base64,iVBOR' in told["shown"][-1]["html"]


def test_a_picture_that_rests_on_nothing_written_says_so(notebook, as_in_a_browser):
    (picture,) = [cell.id for cell in code_cells(notebook) if cell.kind == "picture"]
    order = {"notebook": notebook, "picture": picture, "answers": {}, "mine": ""}
    told = json.loads(worker.draw(json.dumps(order), lambda name: None))
    assert not told["passed"]
    assert "NotImplementedError" in told["shown"][-1]["text"]
