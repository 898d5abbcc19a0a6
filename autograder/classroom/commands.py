"""The commands of a term: ``init``, ``collect``, ``extend``, ``excuse``, ``status`` and more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from autograder.classroom.opening import (
    ClassFolder,
    CourseFolder,
    Decisions,
    chosen,
    decisions,
    open_class,
)
from autograder.classroom.roster import ROSTER, Roster, RosterError
from autograder.classroom.settings import SETTINGS
from autograder.errors import UserError
from autograder.screen import console, counted

COLUMNS = {
    "id": "id",
    "first_name": "first name",
    "last_name": "last name",
    "name": "name",
    "email": "e-mail",
    "section": "section",
}
Who = Annotated[str, typer.Argument(help="A student: the id, the e-mail or the full name.")]
Which = Annotated[str, typer.Argument(help="A chapter.")]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The class folder to make.")],
    roster: Annotated[
        Path | None, typer.Option(help="The students: CSV of Moodle, Canvas or a spreadsheet.")
    ] = None,
    course_folder: CourseFolder = None,
) -> None:
    """Make a class folder: class.toml with all that can be set, and the roster of the class.

    Typed again, it keeps class.toml and takes over a new roster.
    """
    students = None if roster is None else Roster.read(roster)
    course, classroom = open_class(console, course_folder, folder, create=True)
    from autograder.classroom import making

    is_new = making.make_settings(classroom, course, classroom.folder.name)
    making.tell_nbgrader(classroom)
    classroom = type(classroom).open(classroom.folder)  # as nbgrader's configuration is now
    decisions(course, classroom)
    if students is not None:
        students.save(classroom.folder)
        making.enter_students(classroom, students)
    path = classroom.folder / SETTINGS
    if is_new:
        told = f"settings  {path}: deadlines, late policy, time zone ({making.local_zone()})"
    else:
        told = f"settings  {path} is kept as it was"
    console.print(told, markup=False, highlight=False, soft_wrap=True)
    if students is not None:
        _show_roster(students, classroom.folder / ROSTER)


def _show_roster(students: Roster, path: Path) -> None:
    told = f"roster    {path}: {counted(len(students), 'student')}"
    console.print(told, markup=False, highlight=False, soft_wrap=True)
    for name in ("id", *(name for name in students.columns if name != "id")):
        heading = students.columns[name]
        if name == "id" or heading != students.columns["id"]:
            shown = COLUMNS.get(name, name.replace("_", " "))
            console.print(f"  {shown} from the column {heading!r}", markup=False, highlight=False)


def collect(
    source: Annotated[
        list[Path],
        typer.Argument(
            help="What Moodle or Canvas gave, a folder of notebooks, or nbgrader's exchange."
        ),
    ],
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Annotated[
        str | None,
        typer.Option(
            "--assignment", "-a", help="Of notebooks that do not say to which they belong."
        ),
    ] = None,
) -> None:
    """Sort what was handed in to the students of roster.csv: into submitted/, to be graded.

    Every version is kept in versions/. The last one before the student's own deadline counts; with
    counts = "last" in class.toml, the last one.
    """
    course, classroom = open_class(console, course_folder, class_folder)
    from autograder.classroom.collecting import terminal
    from autograder.classroom.collecting.collect_class import collect as collect_one
    from autograder.classroom.collecting.collect_class import roster_of

    decided = decisions(course, classroom)
    of = chosen(course, [assignment], decided.hidden)[0].name if assignment else ""
    roster = roster_of(classroom)
    rules = decided.settings, decided.rules
    for path in source:
        terminal.show(console, collect_one(course, classroom, roster, path, of, *rules))


def extend(
    student: Who,
    chapter: Which,
    until: Annotated[
        str | None, typer.Option(help="The student's own deadline, '2027-02-03 23:59' for example.")
    ] = None,
    days: Annotated[
        int | None, typer.Option(min=0, max=9999, help="Days after the deadline of the class.")
    ] = None,
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
) -> None:
    """Give a student a later deadline; 0 days take it back. `autograder grade` follows."""
    if (until is None) == (days is None):
        raise UserError("say how long: --days 3, or --until '2027-02-03 23:59'")
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    _needs_settings(decided, classroom.folder)
    assert decided.settings is not None
    from autograder.classroom.extensions import own_deadline
    from autograder.classroom.opening import chosen

    [found] = chosen(course, [chapter], decided.hidden)
    due = decided.settings.deadlines.get(found.name)
    if due is None:
        raise UserError(f"{found.name} has no deadline in {classroom.folder / SETTINGS}")
    whose = _known(student, decided, classroom.submitted)
    granted = f"+{days} days" if until is None else " ".join(until.split())
    try:
        own = own_deadline(granted, due, decided.settings)
    except ValueError as error:
        raise UserError(f"--until {granted!r} {error}") from error
    except OverflowError as error:
        raise UserError(f"{granted} is later than any date") from error
    if own < due:
        shown = decided.settings.shown(due)
        raise UserError(f"--until {granted!r} is before the deadline of {found.name}, {shown}")
    decided.extensions.grant(whose, found.name, granted).save(classroom.folder)
    told = f"{whose} may hand in {found.name} until {decided.settings.shown(own)}"
    console.print(f"{told}; `autograder grade` follows", markup=False, soft_wrap=True)


def excuse(
    student: Who,
    chapter: Which,
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
) -> None:
    """Let a chapter not count for a student; `extend --days 0` takes it back."""
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    _needs_settings(decided, classroom.folder)
    from autograder.classroom.extensions import EXCUSED
    from autograder.classroom.opening import chosen

    [found] = chosen(course, [chapter], decided.hidden)
    whose = _known(student, decided, classroom.submitted)
    decided.extensions.grant(whose, found.name, EXCUSED).save(classroom.folder)
    told = f"{found.name} does not count for {whose}; `autograder grade` follows"
    console.print(told, markup=False, soft_wrap=True)


def status(
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    all_students: Annotated[
        bool, typer.Option("--all", help="A line for each student, also of a large class.")
    ] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="A line for each student and chapter, as CSV.")
    ] = False,
) -> None:
    """Who has handed in what, what is late, and what waits for a mark."""
    screen = Console(stderr=True) if as_csv else console
    course, classroom = open_class(screen, course_folder, class_folder)
    decided = decisions(course, classroom)
    from autograder.classroom.standing import read_standing
    from autograder.classroom.standing_table import csv_lines, tables
    from autograder.grading.coordinator.places import assignments_of, survey

    found = survey(classroom.submitted, assignments_of(course)).handed_in
    standing = read_standing(
        classroom,
        list(course.assignments.values()),
        {(one.student, one.assignment) for one in found if one.is_named},
        settings=decided.settings,
        rules=decided.rules,
    )
    if as_csv:
        sys.stdout.write(csv_lines(standing))
        return
    for part in tables(standing, class_folder, all_students):
        console.print(part, soft_wrap=isinstance(part, str))


def changes(
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    all_changes: Annotated[
        bool, typer.Option("--all", help="A line for each change, also where they are many.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A line for each change, as CSV.")] = False,
) -> None:
    """Which marks the last `autograder grade` changed that changed any, and why.

    Marks given in the formgrader count to the run that took them over.
    """
    screen = Console(stderr=True) if as_csv else console
    course, classroom = open_class(screen, course_folder, class_folder)
    decided = decisions(course, classroom)
    from autograder.classroom.changes import Changes, csv_lines
    from autograder.classroom.changes_table import tables
    from autograder.classroom.settings import Settings

    kept = Changes.load(classroom) or Changes()
    names = {one.id: one.name for one in decided.roster}
    if as_csv:
        sys.stdout.write(csv_lines(kept.changes, names))
        return
    for part in tables(kept, names, decided.settings or Settings(), all_changes):
        console.print(part)


def site(class_folder: ClassFolder = Path("class"), course_folder: CourseFolder = None) -> None:
    """Build the book for the class: without hidden chapters, with the solutions it may see.

    Links to hidden chapters become plain text; both lists stand in class.toml.
    """
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    from autograder.classroom.settings import Settings
    from autograder.classroom.site import build_site

    folder = build_site(course, classroom, decided.settings or Settings())
    told = f"site  {folder / 'index.html'}"
    console.print(told, markup=False, highlight=False, soft_wrap=True)


def _needs_settings(decided: Decisions, folder: Path) -> None:
    if decided.settings is None:
        raise UserError(f"{folder} has no {SETTINGS}; make it with: autograder init {folder}")


def _known(who: str, decided: Decisions, submitted: Path) -> str:
    """The id of the student who is meant."""
    there = {entry.name for entry in submitted.iterdir()} if submitted.is_dir() else set()
    if who in decided.roster.by_id or who in there:
        return who
    if not len(decided.roster):
        told = f"no student {who!r} has handed in, and the class has no {ROSTER}"
        raise RosterError(f"{told}; give it one with: autograder init DIR --roster FILE")
    return decided.roster.find(who).id
