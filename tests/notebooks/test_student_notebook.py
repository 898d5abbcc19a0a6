"""A student's notebook runs from any cell on: what a check needs, it brings."""

import ast

import pytest

import autograder.checks
from autograder.notebooks.build import student_notebook
from tests.conftest import the_course

CHAPTERS = list(the_course().assignments.values())


def imported_from_checks(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "autograder.checks":
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_what_a_cell_imports_from_the_checks_is_there(chapter):
    cells = [cell for cell in student_notebook(chapter).cells if cell.cell_type == "code"]
    names = {name for cell in cells for name in imported_from_checks(cell.source)}
    assert names
    assert [name for name in sorted(names) if not hasattr(autograder.checks, name)] == []
