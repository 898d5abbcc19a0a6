"""The commands ``autograder export`` and ``autograder feedback``: what leaves the class folder."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.classroom.opening import (
    ClassFolder,
    CourseFolder,
    Only,
    chosen,
    decisions,
    open_class,
)
from autograder.errors import UserError
from autograder.files import write_bytes_atomically
from autograder.screen import console, counted

if TYPE_CHECKING:
    from autograder.classroom.exporting.exported import Exported
    from autograder.classroom.standing import Released, Standing
    from autograder.release import Classroom

EXPORTS = "exports"  #: where files go in the class folder
PRIVATE = 0o600


class Form(enum.StrEnum):
    """What a file of marks is for."""

    CSV = "csv"
    MOODLE = "moodle"
    CANVAS = "canvas"
    JSON = "json"


class Platform(enum.StrEnum):
    """Who gives feedback to students."""

    MOODLE = "moodle"
    CANVAS = "canvas"


class By(enum.StrEnum):
    """By what Moodle knows a student."""

    EMAIL = "email"
    NUMBER = "number"


def export(
    to: Annotated[Form, typer.Option("--to", help="A spreadsheet, a platform, or a program.")],
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Only = None,
    by: Annotated[
        By | None, typer.Option(help="moodle: know students by e-mail address or ID number.")
    ] = None,
    worksheet: Annotated[
        Path | None,
        typer.Option(help="moodle: the grading worksheet of one assignment, to be filled in."),
    ] = None,
    canvas_file: Annotated[
        Path | None, typer.Option(help="canvas: the gradebook that Canvas exported.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="canvas: CHAPTER=NAME, what an assignment is called there; total=NAME for the"
            " total (may be repeated)."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file; else in the class folder.")
    ] = None,
) -> None:
    """Write the marks for a spreadsheet, for Moodle or Canvas, or as JSON.

    They are those that `autograder grade` shows. Where nobody has handed in, a cell stays empty
    until the deadline has passed, and is 0 then.
    """
    _fits(to, Form.MOODLE, by=by, worksheet=worksheet)
    _fits(to, Form.CANVAS, canvas_file=canvas_file, column=column)
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    names = [chapter.name for chapter in chosen(course, assignment, decided.hidden)]
    from autograder.classroom.exporting import canvas, moodle, spreadsheet
    from autograder.classroom.exporting.tables import PlatformTable
    from autograder.classroom.exporting.up_to_date import bring_up_to_date

    now = bring_up_to_date(course, classroom, decided.settings, decided.rules)
    standing = now.standing
    chapters = _released(standing, names)
    match to:
        case Form.CSV:
            exported = spreadsheet.to_csv(standing, chapters)
        case Form.JSON:
            exported = spreadsheet.to_json(standing, chapters)
        case Form.CANVAS:
            if canvas_file is None:
                raise UserError(f"--canvas-file FILE is missing; get it from {canvas.WHERE}")
            table = PlatformTable.read(canvas_file)
            exported = canvas.to_gradebook(standing, chapters, table, _columns(column, names))
        case Form.MOODLE if worksheet is not None:
            if len(chapters) != 1:
                raise UserError("a worksheet is of one assignment; say which with -a")
            table = PlatformTable.read(worksheet)
            exported = moodle.to_worksheet(standing, chapters[0], table)
        case Form.MOODLE:
            exported = moodle.to_gradebook(standing, chapters, by.value if by else None)
    names_of_files = {Form.CSV: "marks.csv", Form.JSON: "marks.json"}
    name = names_of_files.get(to, f"{to.value}.csv")
    if worksheet is not None:
        name = f"worksheet-{chapters[0].name}.csv"
    exported.notes += [*now.notes, *_about(standing, chapters)]
    _write(classroom, exported, out or classroom.folder / EXPORTS / name)


def feedback(
    pack: Annotated[Platform, typer.Option("--pack", help="Who gives it to the students.")],
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Only = None,
    download: Annotated[
        Path | None,
        typer.Option(
            help="What the platform let you download of one assignment: an archive or a folder."
        ),
    ] = None,
) -> None:
    """Pack the feedback pages into the archive that Moodle or Canvas takes back.

    One archive for each assignment, with the names that the platform gave to what was handed in.
    """
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    names = [chapter.name for chapter in chosen(course, assignment, decided.hidden)]
    from autograder.classroom.exporting.packing import pack as packed
    from autograder.classroom.exporting.tables import TableError
    from autograder.classroom.exporting.up_to_date import bring_up_to_date

    if download is not None and len(names) != 1:
        raise UserError("a download is of one assignment; say which with -a")
    now = bring_up_to_date(course, classroom, decided.settings, decided.rules)
    chapters = [
        chapter
        for chapter in _released(now.standing, names)
        if assignment
        or any(now.standing.results[s.id, chapter.name].mark for s in now.standing.students)
    ]
    refused = ""
    for chapter in chapters:
        try:
            exported = packed(classroom, now.standing, chapter, pack.value, download)
        except TableError as error:
            refused = str(error)
            if len(chapters) > 1:
                console.print(refused, markup=False, highlight=False, soft_wrap=True)
            continue
        name = f"feedback-{chapter.name}-{pack.value}.zip"
        exported.notes += [*now.notes, *_about(now.standing, [chapter])]
        _write(classroom, exported, classroom.folder / EXPORTS / name)
    if refused and len(chapters) == 1:
        raise UserError(refused)
    if refused:
        raise typer.Exit(1)
    if not chapters:
        raise UserError("nothing is graded yet: `autograder grade` makes the feedback")


def _fits(to: Form, wanted: Form, **options: object) -> None:
    """Refuse ``options`` that are for another form."""
    given = [name for name, value in options.items() if value]
    if given and to is not wanted:
        option = "--" + given[0].replace("_", "-")
        raise UserError(f"{option} goes with --to {wanted.value}, not with --to {to.value}")


def _released(standing: Standing, names: Sequence[str]) -> tuple[Released, ...]:
    chapters = standing.only(names)
    if not chapters:
        raise UserError(f"{', '.join(names)}: never released; run `autograder release` first")
    return chapters


def _columns(given: Sequence[str] | None, names: Sequence[str]) -> dict[str, str]:
    """What ``--column`` says, by chapter."""
    from autograder.classroom.exporting.canvas import TOTAL

    columns = {}
    for text in given or ():
        name, sign, heading = text.partition("=")
        if not sign or not heading.strip() or name not in (*names, TOTAL):
            known = ", ".join([*names, TOTAL])
            raise UserError(f"--column {text!r}: expected is CHAPTER=NAME, CHAPTER one of {known}")
        columns[name] = heading.strip()
    return columns


def _about(standing: Standing, chapters: Sequence[Released]) -> list[str]:
    """What is not final in the marks of ``chapters``."""
    states = [
        (f"{student.id}/{chapter.name}", standing.results[student.id, chapter.name].state)
        for chapter in chapters
        for student in standing.students
    ]
    told = {
        "not graded": "handed in and not graded, so without a mark (`autograder grade`)",
        "to mark": "the mark counts what waits for a mark by hand as 0",
    }
    from autograder.classroom.exporting.exported import listed

    notes = []
    for wanted, what in told.items():
        ids = [id for id, state in states if state == wanted]
        if ids:
            notes.append(f"{what}: {listed(ids, 5)}")
    if standing.strangers:
        notes.append(f"not in the roster: {listed(list(standing.strangers), 5)}")
    return notes


def _write(classroom: Classroom, exported: Exported, path: Path) -> None:
    write_bytes_atomically(path, exported.content, mode=PRIVATE)
    told = f"{counted(exported.students, 'student')}: {path}"
    console.print(told, markup=False, highlight=False, soft_wrap=True)
    for line in [*exported.notes, exported.then]:
        if line:
            console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
