"""Fill a class with copies of what a few students handed in and got, without grading it again.

What looks at a class (``status``, ``export``, a ``grade`` with nothing to do) meets there what it
would meet had all of them been graded.
"""

from __future__ import annotations

import dataclasses
import itertools
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from nbgrader import api
from sqlalchemy import Connection, insert, select

from autograder.course import Course
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.tables import COMMENT, GRADE, HANDED_IN, HANDED_NOTEBOOK
from autograder.release import Classroom


def copy_graded(
    course: Course, classroom: Classroom, graded: Sequence[str], others: Sequence[str]
) -> None:
    """Give each of the ``others`` all that one of ``graded`` has, in turn.

    The gradebook knows all of these students already.
    """
    original = dict(zip(others, itertools.cycle(graded)))
    for folder in (classroom.submitted, classroom.autograded, classroom.feedback):
        for student, of in original.items():
            shutil.copytree(folder / of, folder / student, copy_function=shutil.copyfile)
    with classroom.writing() as connection:
        _copy_rows(connection, original)
    _journalize(course, classroom, original)


def _copy_rows(connection: Connection, original: Mapping[str, str]) -> None:
    handed_in = _rows(connection, HANDED_IN, "student_id")
    notebooks = _rows(connection, HANDED_NOTEBOOK, "assignment_id")
    below = {table: _rows(connection, table, "notebook_id") for table in (GRADE, COMMENT)}
    new: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for student, of in original.items():
        for one in handed_in[of]:
            own = one | {"id": api.new_uuid(), "student_id": student}
            new[HANDED_IN].append(own)
            for notebook in notebooks[one["id"]]:
                its = notebook | {"id": api.new_uuid(), "assignment_id": own["id"]}
                new[HANDED_NOTEBOOK].append(its)
                for table, rows in below.items():
                    for row in rows[notebook["id"]]:
                        new[table].append(row | {"id": api.new_uuid(), "notebook_id": its["id"]})
    for table in (HANDED_IN, HANDED_NOTEBOOK, GRADE, COMMENT):
        connection.execute(insert(table), new[table])


def _rows(connection: Connection, table: Any, column: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of ``table``, by what stands in ``column``."""
    found = defaultdict(list)
    for row in connection.execute(select(table)).mappings():
        found[row[column]].append(dict(row))
    return found


def _journalize(course: Course, classroom: Classroom, original: Mapping[str, str]) -> None:
    """Note that these are graded, by the keys that a run would compute."""
    with Grading(course, classroom, Options()) as grading:
        for one in find_handed_in(classroom.submitted, list(course.assignments)):
            if one.student in original:
                before = grading.journal.entries[f"{original[one.student]}/{one.assignment}"]
                key = grading._key(grading._collected(one))
                grading.journal.add(dataclasses.replace(before, submission=one.id, key=key))
