"""An exercise as readers see it: what its docstring says, as text, table and a short stub."""

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import Exercise
from autograder.course.cells import Cell
from autograder.publish.docstrings import Docstring, Entry, read_docstring
from autograder.publish.exercises import task, to_markdown
from tests.conftest import the_course

RIDGE = '''
def ridge(X, y, l2=1.0):
    """Weights with the least of :func:`mse` plus ``l2 |w|²``.

    A *second* paragraph
    of two lines.

    Parameters: ``X`` (n, d), ``y`` (n,) labels; arrays or lists; ``l2``, 0 or more. No
    column is added.
    Returns: (d,), float64.
    Raises: ``ValueError`` that names ``l2`` if it is negative.
    """
    raise NotImplementedError
'''


def function(docstring: str) -> str:
    return f'def f(t):\n    """{docstring}"""\n    raise NotImplementedError'


def asked(code: str) -> str:
    cell = Cell("exercise", code, 1, 1, 1, "name", {})
    return task(Exercise("name", cell, 1.0, (), (), "", "", code))


def table(markdown: str) -> list[list[str]]:
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    return [
        [cell.strip() for cell in row.strip("|").split(" | ")] for row in rows if "---" not in row
    ]


def test_sentence_and_paragraphs_are_text():
    first, second, *_ = asked(RIDGE).split("\n\n")
    assert first == "Weights with the least of `mse` plus `l2 |w|²`."
    assert second == "A *second* paragraph\nof two lines."


def test_arguments_and_results_are_a_table_with_their_shapes():
    assert table(asked(RIDGE)) == [
        ["argument", "shape", "what it is"],
        ["`X`", "(n, d)", ""],
        ["`y`", "(n,)", "labels"],
        ["`l2`", "", "0 or more"],
        ["*returns*", "(d,)", "float64"],
        ["*raises*", "", "`ValueError` that names `l2` if it is negative"],
    ]


def test_what_is_about_all_arguments_stands_below():
    assert "\n\nArrays or lists. No column is added.\n\n" in asked(RIDGE)


@pytest.mark.parametrize("chapter", the_course().chapters.values(), ids=lambda one: one.name)
def test_every_row_names_something_and_is_a_whole_clause(chapter):
    rows = [row for exercise in chapter.exercises.values() for row in table(task(exercise))]
    assert [row for row in rows if not row[0] or row[-1].endswith(":")] == []


def test_stub_is_short():
    code = "```{code-block} python\ndef ridge(X, y, l2=1.0):\n    raise NotImplementedError\n```"
    assert asked(RIDGE).endswith(code)


def test_without_shapes_there_is_no_column_for_them():
    code = function("Half.\n\n    Parameters: ``t``, an int.")
    assert table(asked(code)) == [["argument", "what it is"], ["`t`", "an int"]]


def test_what_is_told_of_arguments_without_names_is_one_line():
    code = function("Half.\n\n    Parameters: as for :func:`g`; any number.\n    Returns: a list.")
    assert "\n\n*Arguments:* as for `g`; any number\n\n*Returns:* a list\n\n" in asked(code)


def test_as_for_another_function_is_a_line():
    code = function("Half.\n\n    Parameters and returns: as for :func:`g`.")
    assert "*Parameters and returns:* as for `g`" in asked(code)
    assert table(asked(code)) == []


def test_each_of_several_functions_has_its_signature():
    code = RIDGE + "\n\n" + RIDGE.replace("def ridge", "def lasso")
    assert "**`ridge(X, y, l2=1.0)`**" in asked(code)
    assert "**`lasso(X, y, l2=1.0)`**" in asked(code)


def test_long_stub_is_folded_and_methods_are_a_table():
    methods = "\n".join(
        f'    def m{k}(self):\n        """Number {k}."""\n        raise NotImplementedError\n'
        for k in range(9)
    )
    shown = asked(f'class Many:\n    """Has many."""\n\n{methods}')
    assert "{dropdown} The stub" in shown
    assert ["`m3`", "Number 3."] in table(shown)


def test_a_bar_in_a_cell_does_not_end_it():
    code = function("Half.\n\n    Parameters: ``t``, below ``|u|``.")
    assert "| `t` | below `\\|u\\|` |" in asked(code)


@pytest.mark.parametrize(
    "list_of, parameters, wanted",
    [
        ("``p``, ``q`` (k,) probabilities.", "pq", [("``p``, ``q``", "(k,)", "probabilities")]),
        (
            "``A`` (n, d) and ``b`` (n,), points and readings.",
            "Ab",
            [("``A``", "(n, d)", ""), ("``b``", "(n,)", "points and readings")],
        ),
        (
            "``dA`` gradient, ``Z`` the argument, of the same shape.",
            ["dA", "Z"],
            [("``dA``", "", "gradient"), ("``Z``", "", "the argument, of the same shape")],
        ),
        # W is no argument, and belongs to what is said of params
        (
            "``params`` pairs, ``W`` (m, n); ``x`` (d,) or (n, d).",
            ["params", "x"],
            [("``params``", "", "pairs, ``W`` (m, n)"), ("``x``", "(d,) or (n, d)", "")],
        ),
        # a semicolon in parentheses or code ends nothing
        ("``x`` a number (1; or 2).", "x", [("``x``", "", "a number (1; or 2)")]),
        ("``state``, ``None`` at first.", ["state"], [("``state``", "", "``None`` at first")]),
        # a sentence with a comma is no shape
        ("``m`` (mean of n, of m).", "m", [("``m``", "", "(mean of n, of m)")]),
    ],
)
def test_entries(list_of, parameters, wanted):
    read = read_docstring(f"F.\n\nParameters: {list_of}", parameters)
    assert read.arguments == tuple(Entry(*entry) for entry in wanted)


def test_a_docstring_without_a_list_is_text():
    assert read_docstring("One.\n\nTwo.") == Docstring("One.", ("Two.",), (), ())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def told(read: Docstring) -> list[str]:
    entries = [*read.arguments, *read.results]
    said = [(entry.names, entry.shape, entry.what) for entry in entries]
    return words(" ".join([read.summary, *read.paragraphs, *(part for e in said for part in e)]))


def stubs():
    for chapter in the_course().assignments.values():
        for exercise in chapter.exercises.values():
            for node in ast.walk(ast.parse(exercise.handed_out)):
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    yield node


PIECES = st.lists(
    st.sampled_from(
        ["``x``", "``y``", "(n,)", "(n, d)", ", ", "; ", ". ", " and ", "a number", "\n\n", "Aha"]
    ),
    max_size=12,
).map("".join)


@given(PIECES, PIECES)
def test_no_word_is_lost(above, listed):
    text = f"S.\n\n{above}\n\nParameters: {listed}\nReturns: {listed}"
    wanted = sorted(set(words(text)) - {"Parameters", "Returns", "and"})
    assert set(wanted) <= set(told(read_docstring(text, ("x", "y"))))


def test_no_word_of_the_course_is_lost():
    for node in stubs():
        text = ast.get_docstring(node) or ""
        labels = {
            "Parameters",
            "Attributes",
            "Returns",
            "Raises",
            "Yields",
            "and",
            "errors",
            "returns",
        }
        assert set(words(text)) - labels <= set(told(read_docstring(text))), node.name


def test_nothing_of_rest_is_left():
    for chapter in the_course().assignments.values():
        for exercise in chapter.exercises.values():
            assert not re.search(r"``[A-Za-z(]|:func:", task(exercise).replace("```", "")), (
                exercise.name
            )


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("``a ** b`` of 2**d", "`a ** b` of 2\\*\\*d"),
        ("i<n and j < n", "i\\<n and j < n"),
        ("see :class:`Value`", "see `Value`"),
        ("*all* of $x^2$", "*all* of $x^2$"),
    ],
)
def test_markdown(text, wanted):
    assert to_markdown(text) == wanted
