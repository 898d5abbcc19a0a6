"""What a student's page shows of an error, and of pictures."""

import pytest

from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.student_process import StudentProcess


@pytest.fixture
def run(sandbox):
    with sandbox.child() as sock:
        student = StudentProcess(sock, Limits(cell=20.0))
        yield lambda *cells, pictures=False: [
            *([student.request("pictures", "")] if pictures else []),
            *(student.request("run", cell) for cell in cells),
        ][-1]


ERRORS = {
    "a syntax error": ("print(“x”)", "SyntaxError: invalid character"),
    "a syntax error that the parser lets pass": ("x = 1\nreturn x", "'return' outside function"),
    "a name": ("def f():\n    return nowhere\nf()", "name 'nowhere' is not defined"),
    "an unknown magic": ("%nowhere", "`%nowhere` not found"),
    "a magic that fails": ("x = 1\n%timeit -q 1 / 0", "division by zero"),
    "a cell magic that fails": ("%%time\n1 / 0", "division by zero"),
    "await": ("async def f():\n    return 1 / 0\nawait f()", "division by zero"),
    "an error inside of our checks": (
        "from autograder.checks import check_close\ncheck_close(abs, (4.0, 2.0))",
        "TypeError",
    ),
    "an error after an error": (
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise KeyError('k') from e",
        "KeyError: 'k'",
    ),
    "several errors at once": (
        "raise ExceptionGroup('two', [ValueError('one'), TypeError('other')])",
        "ValueError: one",
    ),
    "code that is compiled in a cell": ("eval('(')", "was never closed"),
    "a broken module": (
        "open('broken.py', 'w').write('x = (')\nimport broken",
        "was never closed",
    ),
    "the end": ("import sys\nsys.exit(3)", "SystemExit: 3"),
    "a number too long to be read": ("9" * 5000, "SyntaxError"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_an_error_shows_the_students_code_alone(case, run):
    source, says = ERRORS[case]
    shown = run(source)
    page = shown["error"] + shown["stderr"]
    assert says in page
    for ours in ("autograder/", "IPython/", "ast.parse", "run_cell(", "During handling"):
        assert ours not in page


def test_the_lines_of_the_student_are_shown(run):
    page = run("def f():\n    return nowhere\n\n\nf()")["error"]
    assert "line 5" in page and "line 2, in f()" in page
    assert "return nowhere" in page


@pytest.mark.parametrize("kind", ["inline", "notebook", "widget", "qt", "agg", ""])
def test_pictures_are_kept_whatever_a_cell_asks_for(kind, run):
    cell = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    shown = run(f"%matplotlib {kind}", cell, pictures=True)["shown"]
    assert [sorted(one) for one in shown] == [["", "image/png", "text/plain"]]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("1 + 1", "2"),
        ("1 + 1;", ""),
        ("1 + 1;  # quietly", ""),
        ("'''a;\nb;'''", "'a;\\nb;'"),
        ("%matplotlib inline\n1 + 1", "2"),
        ("%matplotlib inline\n1 + 1;", ""),
        ("(1,\n 2);", ""),
        ("None", ""),
    ],
)
def test_the_value_of_the_last_line(cell, shown, run):
    found = [one["text/plain"] for one in run(cell)["shown"]]
    assert found == ([shown] if shown else [])
