"""Answers that passed are kept in ``mine.py``, which runs alone; what does not is told."""

import itertools
import os
import subprocess
import sys
import textwrap
import threading
import types

import pytest

from autograder.checks import mine
from autograder.checks.mine import Lacking, borrow, keep
from autograder.checks.own import fails_a_check, remember
from autograder.checks.progress import know_points
from autograder.in_process import define


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """A function that runs a cell, as a notebook in ``tmp_path`` does."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    for name in mine.ELSEWHERE:
        monkeypatch.delenv(name, raising=False)
    module = types.ModuleType("__main__")
    module.keep = keep
    monkeypatch.setitem(sys.modules, "__main__", module)
    know_points({})
    numbers = itertools.count()

    def run(source):
        define(textwrap.dedent(source), vars(module), f"<cell {tmp_path} {next(numbers)}>")

    yield run
    sys.modules.pop("mine", None)


def alone(program):
    """What a program prints that imports from ``mine.py`` alone."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=os.getcwd()
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_function_goes_with_what_it_uses(notebook, capsys):
    notebook(
        """
        import numpy as np
        from math import sqrt as root

        FACTOR = 3.0

        def double(x):
            return 2 * root(x) * FACTOR

        def answer(x, by=np.pi):
            return double(x) + by - np.pi
        """
    )
    notebook("keep('3.1', 'numbers', 'answer', answer)")
    assert capsys.readouterr().out == "answer: kept in mine.py\n"
    assert alone("from mine import answer; print(answer(4.0))") == "12.0"
    text = mine.FILE.read_text()
    assert "# 3.1 numbers: answer\n" in text and text.startswith('"""My own')


def test_parts_stand_in_the_order_of_the_book_and_a_later_pass_replaces_its_own(notebook):
    notebook("def late():\n    return 1")
    notebook("keep('10.1', 'last', 'late', late)")
    notebook("def early():\n    return 2")
    notebook("keep('2.10', 'first', 'early', early)")
    notebook("def middle():\n    return 3")
    notebook("keep('2.9', 'first', 'middle', middle)")
    notebook("def early():\n    return 4")
    notebook("keep('2.10', 'first', 'early', early)")
    text = mine.FILE.read_text()
    assert [m[4] for m in mine.PART.finditer(text)] == ["middle", "early", "late"]
    assert alone("import mine; print(mine.early(), mine.middle(), mine.late())") == "4 3 1"


def test_what_was_kept_before_is_used_and_not_copied(notebook):
    notebook("def first(x):\n    return x + 1")
    notebook("keep('1.1', 'one', 'first', first)")
    notebook("def second(x):\n    return first(first(x))")
    notebook("keep('1.2', 'one', 'second', second)")
    notebook("from mine import second\ndef third(x):\n    return second(x) * 10")
    notebook("keep('2.1', 'two', 'third', third)")
    assert mine.FILE.read_text().count("def first") == 1
    assert alone("from mine import third; print(third(0))") == "20"


def test_a_helper_that_was_changed_since_is_kept_as_the_last_exercise_used_it(notebook):
    notebook("def near(x):\n    return x")
    notebook("def first(x):\n    return near(x)")
    notebook("keep('1.1', 'one', 'first', first)")
    notebook("# the same again, for the next exercise\ndef near(x):\n    return x + 1")
    notebook("def second(x):\n    return near(x)")
    notebook("keep('1.2', 'one', 'second', second)")
    assert mine.FILE.read_text().count("def near") == 1
    assert alone("import mine; print(mine.first(0), mine.second(0))") == "1 1"


def test_what_was_a_helper_at_first_is_not_there_twice(notebook):
    notebook("def deal(x):\n    return x")
    notebook("def train(x):\n    return deal(x)")
    notebook("keep('1.2', 'one', 'train', train)")
    notebook("def deal(x):\n    return x + 1")
    notebook("keep('1.1', 'one', 'deal', deal)")
    assert mine.FILE.read_text().count("def deal") == 1
    assert alone("from mine import train; print(train(0))") == "1"


def test_helpers_of_two_chapters_are_not_taken_for_each_other(notebook, capsys):
    for body in ("x", "x + 1"):
        notebook(f"SHIFT = 1\ndef prepare(x):\n    return {body}")
        chapter = {"x": "one", "x + 1": "two"}[body]
        notebook(f"def {chapter}_answer(x):\n    return prepare(x) + SHIFT")
        notebook(f"keep('{len(body)}.1', '{chapter}', 'answer', {chapter}_answer)")
    says = "it uses prepare, and mine.py has another prepare, of one: give yours another name"
    assert says in capsys.readouterr().out
    assert "two_answer" not in mine.FILE.read_text()


def test_an_exercise_that_hides_one_of_another_chapter_says_so(notebook, capsys):
    notebook("def sgd(x):\n    return x")
    notebook("keep('1.1', 'one', 'sgd', sgd)")
    notebook("def sgd(x, state):\n    return x, state")
    notebook("keep('2.1', 'two', 'sgd', sgd)")
    says = ["sgd: kept in mine.py", "sgd in mine.py is that of two, and hides that of one"]
    assert capsys.readouterr().out.splitlines()[1:] == says
    notebook("def sgd(x):\n    return x")
    notebook("keep('1.1', 'one', 'sgd', sgd)")
    assert capsys.readouterr().out.splitlines() == says


@pytest.mark.parametrize(
    "cells, says",
    [
        (["import numpy as np\nX = np.ones(3)\ndef f():\n    return X"], "it uses X, which"),
        (["def f():\n    return later()"], "later would not be defined"),
        (
            ["f = (lambda: 1)\nf.__name__ = 'f'\nimport linecache; linecache.clearcache()"],
            "the text",
        ),
    ],
)
def test_what_would_not_run_alone_is_told_and_the_file_stays(cells, says, notebook, capsys):
    notebook("def good():\n    return 1")
    notebook("keep('1.1', 'one', 'good', good)")
    before = mine.FILE.read_text()
    for cell in cells:
        notebook(cell)
    notebook("keep('1.2', 'one', 'f', f)")
    assert says in capsys.readouterr().out
    assert mine.FILE.read_text() == before


def test_what_another_check_of_the_exercise_found_wrong_is_not_kept(notebook, capsys):
    notebook("from autograder.checks import check_close, check_raises, CheckFailed")
    notebook("def root(x):\n    if x < 0:\n        raise ValueError('x')\n    return x")
    first = "try:\n    check_close(root, ((9.0,), 3.0))\nexcept CheckFailed:\n    pass"
    notebook(first)
    last = "check_raises(ValueError, root, -1.0, mentions='x')\nkeep('1.1', 'one', 'root', root)"
    notebook(last)
    says = "root: not kept in mine.py: another check of root failed: mend it, and run that"
    assert says in capsys.readouterr().out
    assert not mine.FILE.exists()
    notebook("def root(x):\n    if x < 0:\n        raise ValueError('x')\n    return x**0.5")
    notebook(first)
    notebook(last)
    assert alone("from mine import root; print(root(9.0))") == "3.0"


def test_a_check_that_passes_when_it_is_run_again_is_no_longer_held_against_the_answer():
    def half(x):
        return x / 2

    remember(half, False, "<one cell>")
    remember(half, True, "<another>")
    assert fails_a_check(half)
    remember(half, True, "<one cell>")
    assert not fails_a_check(half)
    assert not fails_a_check(len) and not fails_a_check([])


def test_a_class_and_a_change_by_hand_are_kept(notebook):
    notebook("class Value:\n    def twin(self):\n        return Value()")
    notebook("keep('1.1', 'one', 'Value', Value)")
    text = mine.FILE.read_text().replace("return Value()", "return Value()  # my own remark")
    mine.FILE.write_text(text + "\n\ndef extra():\n    return 7\n")
    notebook("def g():\n    return 8")
    notebook("keep('1.2', 'one', 'g', g)")
    assert "# my own remark" in mine.FILE.read_text()
    assert (
        alone("import mine; print(mine.extra(), type(mine.Value().twin()).__name__)") == "7 Value"
    )


def test_a_broken_file_is_told_and_left_alone(notebook, capsys):
    mine.FILE.write_text("def broken(:\n")
    notebook("def g():\n    return 8")
    notebook("keep('1.2', 'one', 'g', g)")
    assert "not kept in mine.py: mine.py has a syntax error in line 1" in capsys.readouterr().out
    assert mine.FILE.read_text() == "def broken(:\n"


def test_two_notebooks_at_once_lose_nothing(notebook):
    names = [f"f{number}" for number in range(12)]
    for name in names:
        notebook(f"def {name}():\n    return 1")
    functions = [getattr(sys.modules["__main__"], name) for name in names]
    threads = [
        threading.Thread(target=keep, args=(f"1.{n}", "one", name, function))
        for n, (name, function) in enumerate(zip(names, functions, strict=True), 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = mine.FILE.read_text()
    assert [m[4] for m in mine.PART.finditer(text)] == names
    assert not mine.FILE.with_suffix(".lock").exists()


@pytest.mark.parametrize("name", mine.ELSEWHERE)
def test_nothing_is_kept_where_others_run_the_notebook(name, notebook, monkeypatch):
    monkeypatch.setenv(name, "1")
    notebook("def g():\n    return 8")
    notebook("keep('1.2', 'one', 'g', g)")
    assert not mine.FILE.exists()


def test_what_is_missing_is_told_with_its_chapter(notebook):
    with pytest.raises(
        Lacking, match=r"there is no mine\.py in this folder with g \(chapter one\)"
    ):
        borrow({"g": "one"})
    notebook("def g():\n    return 8")
    notebook("keep('1.2', 'one', 'g', g)")
    borrow({"g": "one"})
    with pytest.raises(Lacking, match=r"mine\.py does not have h \(chapter two\): it is kept"):
        borrow({"g": "one", "h": "two"})
    mine.FILE.write_text("1 / 0\n")
    with pytest.raises(Lacking, match=r"mine\.py cannot be imported: ZeroDivisionError"):
        borrow({"g": "one"})
