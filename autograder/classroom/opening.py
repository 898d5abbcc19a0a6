"""Open what a command works on: the course, the class folder, and what the class decided."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from autograder.classroom.roster import Roster
from autograder.classroom.settings import Settings
from autograder.errors import UserError

if TYPE_CHECKING:
    from autograder.classroom.extensions import Extensions
    from autograder.course import Chapter, Course
    from autograder.grading.coordinator.rules import Rules
    from autograder.release import Classroom

#: in the folder's state: who is being forgotten, until it is done
FORGETTING = "forgetting.json"
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


@dataclass(frozen=True)
class Decisions:
    """What stands in a class folder beside nbgrader's own: settings, extensions, roster."""

    settings: Settings | None
    extensions: Extensions
    roster: Roster
    rules: Rules | None  #: of both, for grading; ``None`` in a folder without ``class.toml``

    @property
    def left_out(self) -> dict[str, list[str]]:
        """The exercises without points, by chapter."""
        found: dict[str, list[str]] = {}
        for name in self.settings.left_out if self.settings is not None else ():
            chapter, _, exercise = name.partition("/")
            found.setdefault(chapter, []).append(exercise)
        return found

    @property
    def hidden(self) -> frozenset[str]:
        """The chapters that the class does not have."""
        return frozenset() if self.settings is None else self.settings.hidden


@contextlib.contextmanager
def extra() -> Iterator[None]:
    """A clear word when an extra is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UserError(
            f"{error.name} is not installed; instructors need: pip install '.[instructor]'"
        ) from error


def open_course(folder: Path | None) -> Course:
    """The course in ``folder``, or around where we are. Raises :class:`UserError`."""
    with extra():
        from autograder.course import find_root, read_course
    if folder is not None and not (folder / "_toc.yml").exists():
        raise UserError(f"{folder} is no course: it has no _toc.yml")
    return read_course(find_root(folder))


def open_class(
    console: Console, course_folder: Path | None, class_folder: Path, create: bool = False
) -> tuple[Course, Classroom]:
    """The course and the class folder, made if that is asked for."""
    with extra():
        from autograder.release import Classroom
    course = open_course(course_folder)
    if create:
        classroom = Classroom.create(class_folder, course.root)
        _keep_private(console, classroom)
    else:
        classroom = Classroom.open(class_folder)
        _keep_private(console, classroom)
        classroom.point_to(course.root)
    if (classroom.state / FORGETTING).exists():
        told = "the removal of a student was interrupted; `autograder forget` completes it"
        console.print(told, style="yellow", soft_wrap=True)
    try:
        classroom.nbgrader()
    except (Exception, SystemExit) as error:  # the instructor's program, which may do anything
        config = classroom.folder / "nbgrader_config.py"
        raise UserError(f"{config} cannot be used: {type(error).__name__}: {error}") from error
    return course, classroom


def decisions(course: Course, classroom: Classroom) -> Decisions:
    """Read and check all that the class decided. Raises :class:`UserError`."""
    from autograder.classroom.decided import rules_of
    from autograder.classroom.extensions import Extensions
    from autograder.grading.coordinator.places import assignments_of

    contents = assignments_of(course)
    settings = Settings.load(classroom.folder, contents)
    _agree_on_gradebook(classroom, settings)
    roster = Roster.load(classroom.folder)
    extensions = Extensions.load(classroom.folder, settings or Settings(), contents)
    rules = None if settings is None else rules_of(course, settings, extensions)
    return Decisions(settings, extensions, roster, rules)


def _agree_on_gradebook(classroom: Classroom, settings: Settings | None) -> None:
    """Refuse where nbgrader's own commands would write marks elsewhere than ours."""
    from autograder.release.database import is_same, shown

    if settings is None or not settings.gradebook:
        return
    if is_same(settings.gradebook, classroom.db_url):
        return
    raise UserError(
        f"class.toml names the gradebook {shown(settings.gradebook)}, and nbgrader_config.py"
        f" {classroom.gradebook}; take c.CourseDirectory.db_url out of nbgrader_config.py and"
        f" type: autograder init {classroom.folder}"
    )


def chosen(
    course: Course, names: list[str] | None, hidden: frozenset[str] = frozenset()
) -> list[Chapter]:
    """The chapters of these names, or all; none that is ``hidden``."""
    assignments = course.assignments
    for name in names or ():
        if name not in assignments:
            known = ", ".join(assignments)
            raise UserError(f"no assignment {name!r}; the course has {known}")
        if name in hidden:
            raise UserError(f"{name} is hidden in class.toml; take it from the list there first")
    return [c for n, c in assignments.items() if n not in hidden and (not names or n in names)]


def _keep_private(console: Console, classroom: Classroom) -> None:
    """Let what this process makes be nobody else's: marks, answers and solutions."""
    os.umask(classroom.umask)
    if classroom.is_open_to_others:
        if classroom.close_to_others():
            told = f"{classroom.folder} was open to everybody on this machine, and is closed now"
        else:
            told = "everybody on this machine may read marks and solutions there; its owner closes"
            told += f" it with: chmod o-rwx {classroom.folder}"
        console.print(told, markup=False, soft_wrap=True)
