"""What the modules of commands have in common: the screen, options, and how a class is opened."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from autograder.errors import UserError

if TYPE_CHECKING:
    from autograder.course import Chapter, Course
    from autograder.release import Classroom

console = Console()

ClassFolder = Annotated[
    Path, typer.Option("--class", help="The class folder: source/, release/, submitted/ …")
]
CourseFolder = Annotated[
    Path | None, typer.Option("--course", help="The course: the folder of _toc.yml.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--assignment", "-a", help="Only this assignment (may be repeated)."),
]


@contextlib.contextmanager
def needs_instructor() -> Iterator[None]:
    """A clear word when an extra is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UserError(
            f"{error.name} is not installed; instructors need: pip install '.[instructor]'"
        ) from error


def open_course(folder: Path | None) -> Course:
    """The course in ``folder``, or around the working directory. Raises :class:`UserError`."""
    with needs_instructor():
        from autograder.course import find_root, read_course
    if folder is not None and not (folder / "_toc.yml").exists():
        raise UserError(f"{folder} is no course: it has no _toc.yml")
    return read_course(find_root(folder))


def open_class(
    course_folder: Path | None, class_folder: Path, create: bool = False
) -> tuple[Course, Classroom]:
    """The course and the class folder. Raises :class:`UserError`."""
    with needs_instructor():
        from autograder.release import Classroom
    course = open_course(course_folder)
    if create:
        classroom = Classroom.create(class_folder, course.root)
        _keep_private(classroom)
    else:
        classroom = Classroom.open(class_folder)
        _keep_private(classroom)
        classroom.point_to(course.root)
    try:
        classroom.nbgrader()
    except Exception as error:  # the instructor's own program, which may do anything
        config = classroom.folder / "nbgrader_config.py"
        raise UserError(f"{config} cannot be used: {type(error).__name__}: {error}") from error
    return course, classroom


def _keep_private(classroom: Classroom) -> None:
    """Let what this process makes be nobody else's: marks, answers and solutions."""
    os.umask(classroom.umask)
    if classroom.is_open_to_others:
        told = "everybody on this machine may read marks and solutions there; close it with"
        console.print(f"{told}: chmod o-rwx {classroom.folder}", markup=False, soft_wrap=True)


def chosen(course: Course, names: list[str] | None) -> list[Chapter]:
    """The assignments called ``names``, or all. Raises :class:`UserError` for an unknown one."""
    assignments = course.assignments
    for name in names or ():
        if name not in assignments:
            known = ", ".join(assignments)
            raise UserError(f"no assignment {name!r}; the course has {known}")
    return [c for n, c in assignments.items() if not names or n in names]
