"""Whose function a message is about: the student's, whatever a check cell hands over."""

import linecache

import pytest

from autograder.checks import CheckFailed


class Notebook:
    """Cells that are run one after the other, each a file of its own, as in Jupyter."""

    def __init__(self):
        self.names = {"__name__": "__main__"}
        self.count = 0
        self.run("import numpy as np\nfrom autograder.checks import *")

    def run(self, source):
        self.count += 1
        name = f"<cell {self.count}>"
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), self.names)

    def failure(self, source):
        with pytest.raises(CheckFailed) as caught:
            self.run(source)
        return caught.value


@pytest.fixture
def notebook():
    return Notebook()


def facts(failed):
    return {fact.label: fact.text for fact in failed.facts}


STEP = "def step(theta, grad, lr=0.3):\n    return {}, None"
PATH = """
def path_of_two(lr):
    first, state = step([0.7], [1.3], lr=lr)
    second, state = step(first, [1.3], lr=lr)
    return np.array([first, second])


check_close(path_of_two, ((0.3,), np.array([[0.31], [-0.08]])))
"""
RIGHT = "np.asarray(theta) - lr * np.asarray(grad)"


def test_a_message_names_the_function_that_a_helper_calls_and_its_arguments(notebook):
    notebook.run(STEP.format("np.asarray(theta) + lr * np.asarray(grad)"))
    failed = notebook.failure(PATH)
    assert failed.name == "step"
    assert facts(failed)["called with"] == (
        "theta = [0.7], grad = [1.3], lr = 0.3; the first of 2 calls"
    )
    assert facts(failed)["looked at"] == "path of two"
    assert "path_of_two" not in str(failed)


def test_what_passes_is_named_so_too(notebook, capsys):
    notebook.run(STEP.format(RIGHT))
    notebook.run(PATH)
    assert capsys.readouterr().out.startswith("step: visible checks passed")


def test_a_helper_may_say_what_it_looks_at(notebook):
    notebook.run("def draw(n):\n    return np.zeros(n)")
    failed = notebook.failure(
        "def spread(n):\n"
        '    """The spread of what you draw."""\n'
        "    return np.std(draw(n))\n\ncheck_close(spread, ((7,), 1.0))"
    )
    assert facts(failed)["looked at"] == "the spread of what you draw"


@pytest.mark.parametrize("helper", ["lambda n: draw(n)", "draw"])
def test_where_the_helper_hands_on_what_it_got_nothing_more_is_said(notebook, helper):
    notebook.run("def draw(n):\n    return np.zeros(n)")
    failed = notebook.failure(f"check_close({helper}, ((3,), np.ones(3)))")
    assert (failed.name, facts(failed)["called with"]) == ("draw", "n = 3")
    assert "looked at" not in facts(failed)


def test_an_error_in_the_student_s_function_is_shown_in_its_line(notebook):
    notebook.run("def draw(n):\n    return n[0]")
    failed = notebook.failure("check_close(lambda n: draw(n) + 1, ((3,), 1.0))")
    assert (failed.name, failed.kind) == ("draw", "exception")
    assert facts(failed)["in line"] == "return n[0]  # n = 3"


@pytest.mark.parametrize("check", ["check_close(total_of, ((3,), 1.0))"])
def test_a_helper_is_never_to_be_mended(notebook, check):
    """What came back does not fit the helper: it is what came back that is wrong."""
    notebook.run("def split(n):\n    n + 1")
    failed = notebook.failure(f"def total_of(n):\n    a, b = split(n)\n    return a\n\n{check}")
    assert (failed.name, failed.kind) == ("split", "type")
    assert facts(failed)["got"] == "None (it ended without reaching a return)"
    assert facts(failed)["used in"] == "a, b = split(n)"
    assert "error" not in facts(failed)


def test_a_shape_and_a_refusal_are_the_student_s_too(notebook):
    notebook.run("def draw(n):\n    return [np.zeros(n)]")
    failed = notebook.failure("check_shape(lambda n: draw(n)[0], 3, shape=(2,))")
    assert failed.name == "draw"
    failed = notebook.failure("check_raises(ValueError, lambda n: draw(n), 3)")
    assert failed.name == "draw"


def test_a_class_is_named_where_a_helper_makes_objects_of_it(notebook):
    notebook.run("class Value:\n    def __init__(self, data):\n        self.data = data")
    failed = notebook.failure(
        "def doubled(x):\n    v = Value(x)\n    return 2 * v.data\n\n"
        "check_close(doubled, ((0.7,), 1.0))"
    )
    assert failed.name == "Value"
    assert facts(failed)["called with"] == "x = 0.7"


GATE = "def fires(x, theta):\n    return {}\n\ndef gate(name):\n    return {}"
FIRES = "check_close(fires, ((1.2, 0.7), 1), ((0.2, 0.7), 0))"
GATE_CHECK = "check_close(lambda name: fires(1.0, gate(name)), (('NOT',), 0))"


def test_what_fails_its_own_check_is_to_be_mended_first(notebook):
    notebook.run(GATE.format("int(x < theta)", "1.5"))
    notebook.failure(FIRES)
    failed = notebook.failure(GATE_CHECK)
    assert (failed.name, failed.kind) == ("gate", "rule")
    assert failed.headline == "cannot be judged yet"
    assert facts(failed)["reason"] == (
        "it rests on your own fires, which fails its check: mend fires first"
    )


def test_what_passes_its_own_check_is_not_to_blame(notebook):
    notebook.run(GATE.format("int(x > theta)", "0.5"))
    notebook.run(FIRES)
    failed = notebook.failure(GATE_CHECK)
    assert (failed.name, failed.kind) == ("gate", "value")


def test_an_argument_that_is_a_function_is_rested_on_too(notebook):
    notebook.run("def slope(w):\n    return -w\n\ndef descend(slope, w):\n    return w - slope(w)")
    notebook.failure("check_close(slope, ((0.7,), 0.7))")
    failed = notebook.failure("check_close(descend, ((lambda w: slope(w), 0.7), 0.0))")
    assert failed.name == "descend"
    assert "your own slope, which fails its check" in str(failed)


def test_a_derivative_is_of_the_student_s_function_too(notebook):
    notebook.run("def square(w):\n    return w**2\n\ndef slope(w):\n    return 3 * w")
    failed = notebook.failure(
        "def square_of(w):\n    return square(w)\n\n"
        "check_gradient(lambda w: slope(w), of=square_of, at=(0.7,))"
    )
    assert failed.name == "slope"
    assert facts(failed)["compared with"].startswith("the numerical derivative of square;")


def test_a_gradient_is_named_though_it_is_given_what_another_returns(notebook):
    notebook.run(
        "def forward(x):\n    return x**2, x\n\ndef backward(d, cache):\n    return 3 * d * cache"
    )
    notebook.run("check_close(lambda x: forward(x)[0], ((0.7,), 0.49))")
    failed = notebook.failure(
        "def slope(x):\n    return backward(1.0, forward(x)[1])\n\n"
        "check_gradient(slope, of=lambda x: forward(x)[0], at=(0.7,))"
    )
    assert failed.name == "backward"


def test_the_notebook_is_left_as_it_was(notebook):
    notebook.run(STEP.format(RIGHT))
    before = notebook.names["step"]
    notebook.run(PATH)
    assert notebook.names["step"] is before


def test_a_name_that_is_missing_here_and_kept_in_mine_py_is_told(notebook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    notebook.run("def loss(y):\n    return one_hot(y)")
    check = "check_close(loss, (([1],), 1.0))"
    assert "note" not in facts(notebook.failure(check))
    (tmp_path / "mine.py").write_text("def one_hot(y):\n    return y\n")
    assert facts(notebook.failure(check))["note"] == (
        "your own one_hot is in mine.py: run the cell that imports it, "
        "or copy it into a cell of yours if there is none"
    )
    (tmp_path / "mine.py").write_text("def one_hot(y:\n")
    assert "note" not in facts(notebook.failure(check))
