"""The command ``autograder mark``: written answers get their marks."""

from __future__ import annotations

import contextlib
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.classroom.opening import (
    ClassFolder,
    CourseFolder,
    chosen,
    decisions,
    open_class,
)
from autograder.errors import UserError
from autograder.files import write_bytes_atomically
from autograder.screen import console, counted

if TYPE_CHECKING:
    from autograder.course import Chapter, Course
    from autograder.release import Classroom

SHEETS = "sheets"  #: where sheets go in the class folder
PRIVATE = 0o600


def mark(
    chapter: Annotated[list[str] | None, typer.Argument(help="Only these chapters.")] = None,
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    sheet: Annotated[
        bool, typer.Option("--sheet", help="Make a sheet for each question: answers, no names.")
    ] = False,
    share: Annotated[
        str | None, typer.Option(help="With --sheet: only a part of the answers, 2/3 for example.")
    ] = None,
    take: Annotated[
        list[Path] | None,
        typer.Option(help="Take the marks of a sheet that was filled in (may be repeated)."),
    ] = None,
    browser: Annotated[
        bool, typer.Option(help="Open the formgrader; without, only its address is told.")
    ] = True,
) -> None:
    """Mark written answers: in nbgrader's formgrader, or on sheets without names.

    A sheet is a page to mark on and a table for a spreadsheet; either gives a file that --take
    reads. Three people share the work with --share 1/3, 2/3 and 3/3.
    """
    if share is not None and not sheet:
        raise UserError("--share goes with --sheet")
    if sheet and take:
        raise UserError("--sheet makes sheets and --take takes their marks: one after the other")
    course, classroom = open_class(console, course_folder, class_folder)
    decided = decisions(course, classroom)
    chapters = chosen(course, chapter, decided.hidden)
    if take:
        _take(course, classroom, take)
    elif sheet:
        _make_sheets(classroom, chapters, share)
    else:
        if chapter and len(chapters) > 1:
            raise UserError("the formgrader opens one chapter, or with none named all of them")
        _open_formgrader(classroom, chapters[0].name if chapter else "", browser)


def _make_sheets(classroom: Classroom, chapters: Sequence[Chapter], share: str | None) -> None:
    from autograder.classroom.marking.page import as_page, as_table
    from autograder.classroom.marking.sheets import ALL, Share, read_sheets

    part = ALL if share is None else Share.parse(share)
    folder = classroom.folder / SHEETS
    made = 0
    for sheet in read_sheets(classroom, chapters, part):
        page = folder / f"{sheet.name}.html"
        write_bytes_atomically(page, as_page(sheet, classroom).encode(), mode=PRIVATE)
        write_bytes_atomically(folder / f"{sheet.name}.csv", as_table(sheet), mode=PRIVATE)
        told = f"{counted(len(sheet.answers), 'answer')}, {sheet.waiting} to mark: {page}"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
        made += 1
    if not made:
        raise UserError("no written answer is graded yet: `autograder grade` comes first")
    told = "mark in a browser, or in the table beside (.csv); then: autograder mark --take FILE"
    console.print(told, markup=False, highlight=False, soft_wrap=True)


def _take(course: Course, classroom: Classroom, paths: Sequence[Path]) -> None:
    from autograder.classroom.marking.taking import take
    from autograder.grading.coordinator.grade_class import alone

    refused = taken = 0
    for path in paths:
        with alone(classroom, "mark"):
            outcome = take(course, classroom, path)
        told = f"{path}: {counted(outcome.taken, 'mark')} taken"
        if outcome.as_before:
            told += f", {outcome.as_before} there already"
        if outcome.empty:
            told += f", {counted(outcome.empty, 'answer')} without points"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
        for line in outcome.refused:
            console.print(f"  not taken: {line}", markup=False, highlight=False, soft_wrap=True)
        refused += len(outcome.refused)
        taken += outcome.taken
    if taken:
        console.print("`autograder grade` brings marks and feedback up to date", markup=False)
    if refused:
        told = "look at what was not taken in the formgrader, or on a new sheet"
        console.print(f"{told}: autograder mark --sheet", markup=False, soft_wrap=True)
        raise typer.Exit(1)


def _open_formgrader(classroom: Classroom, chapter: str, opens: bool) -> None:
    from autograder.classroom.marking.formgrader import formgrader

    with contextlib.ExitStack() as stack:
        with console.status("starting the formgrader"):
            address, server = stack.enter_context(formgrader(classroom, chapter))
        console.print(f"formgrader  {address}", markup=False, highlight=False, soft_wrap=True)
        if opens and not webbrowser.open(address):
            console.print("no browser was found here; open that address in one")
        console.print("Ctrl-C ends it; `autograder grade` then takes the marks over", markup=False)
        with contextlib.suppress(KeyboardInterrupt):
            server.wait()
