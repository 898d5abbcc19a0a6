"""The commands ``release``, ``grade`` and ``demo``: notebooks out, marks from what comes back."""

from __future__ import annotations

import enum
import os
from collections.abc import Mapping
from datetime import UTC, datetime
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
from autograder.screen import console, counted, track

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.grading.coordinator.graders import Graders

CPUS = os.cpu_count() or 1
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to grade with.")]


class SandboxMode(enum.StrEnum):
    """How students' code is kept from doing harm."""

    BUBBLEWRAP = "bubblewrap"
    NONE = "none"


def release(
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Only = None,
    due: Annotated[
        str | None,
        typer.Option(help="Deadline, 2027-01-31T23:59 for example; in UTC unless it has a zone."),
    ] = None,
) -> None:
    """Make the notebooks to hand out: nbgrader's source/ and release/ in a class folder."""
    deadline: datetime | Mapping[str, datetime] | None = None if due is None else _utc(due)
    course, classroom = open_class(console, course_folder, class_folder, create=True)
    from autograder.classroom.decided import built_on_hidden
    from autograder.files import write_bytes_atomically
    from autograder.grading.coordinator.scores import points_of
    from autograder.release import release_assignments
    from autograder.wheel import wheel

    decided = decisions(course, classroom)
    if decided.rules is not None:
        if due is not None:
            path = classroom.folder / "class.toml"
            raise UserError(f"deadlines of this class stand in {path}; write it there")
        deadline = decided.rules.due
    chapters = chosen(course, assignment, decided.hidden)
    steps = release_assignments(classroom, chapters, deadline, decided.left_out)
    notes = [one.note for one in track(console, "releasing", steps, len(chapters)) if one.note]
    console.print(f"{counted(len(chapters), 'notebook')} to hand out: {classroom.release}/")
    for chapter in chapters:
        points = points_of(chapter)
        if decided.rules is not None:
            points = decided.rules.most(chapter.name, points)
        told = f"  {chapter.name}/{chapter.name}.ipynb  ({sum(points.values()):g} points)"
        if decided.settings is not None and chapter.name in decided.settings.deadlines:
            told += f", due {decided.settings.shown(decided.settings.deadlines[chapter.name])}"
        console.print(told)
    name, content = wheel()
    write_bytes_atomically(classroom.release / name, content)
    console.print(f"  {name}  (the package, for those who have not got it from the site)")
    if isinstance(deadline, datetime):
        console.print(f"due {deadline:%Y-%m-%d %H:%M} UTC")
    for note in [*notes, *built_on_hidden(chapters, decided.hidden)]:
        console.print(note, markup=False, soft_wrap=True)


def grade(
    assignment: Annotated[list[str] | None, typer.Argument(help="Only these assignments.")] = None,
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    student: Annotated[
        list[str] | None, typer.Option("--student", "-s", help="Only this student.")
    ] = None,
    jobs: Jobs = CPUS,
    force: Annotated[bool, typer.Option("--force", help="Grade also what is graded.")] = False,
    run_all: Annotated[
        bool, typer.Option("--run-all", help="Run all cells, and show their output in feedback.")
    ] = False,
    sandbox: Annotated[
        SandboxMode, typer.Option(help="How students' code is shut in; none: not at all.")
    ] = SandboxMode.BUBBLEWRAP,
    stock: Annotated[
        bool, typer.Option("--stock", help="Grade with stock nbgrader, to compare with.")
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(help="Grade on the workers of this Dask scheduler: tls://HOST:PORT."),
    ] = None,
    without_tls: Annotated[
        bool,
        typer.Option("--without-tls", help="Send answers and the class's secret unencrypted."),
    ] = False,
) -> None:
    """Grade what was handed in: marks into gradebook.db, then autograded/ and feedback/.

    Only what is new is graded, or what was graded by other checks. Students' code runs in
    sandboxes; what nobody could make sense of is told in grading_notes.txt.
    """
    if stock and scheduler is not None:
        raise UserError("--stock grades on this machine: leave out --scheduler")
    course, classroom = open_class(console, course_folder, class_folder)
    from autograder.classroom.changes import before_a_run, note_changes
    from autograder.classroom.changes_table import told_after
    from autograder.classroom.collecting.collect_class import settle
    from autograder.classroom.making import enter_students
    from autograder.grading.coordinator import terminal as grading
    from autograder.grading.coordinator.grade_class import Options
    from autograder.grading.coordinator.places import Overlooked, assignments_of, survey

    decided = decisions(course, classroom)
    enter_students(classroom, decided.roster)
    names = [chapter.name for chapter in chosen(course, assignment, decided.hidden)]
    for changed in settle(classroom, decided.settings, decided.rules):
        console.print(f"{changed}: another version counts now", markup=False)
    found = survey(classroom.submitted, assignments_of(course))
    there = [one for one in found.handed_in if one.assignment not in decided.hidden]
    found.overlooked += [
        Overlooked(one.notebook or one.folder, f"{one.assignment} is hidden in class.toml")
        for one in found.handed_in
        if one.assignment in decided.hidden
    ]
    handed_in = [one for one in there if one.assignment in names]
    if student:
        unknown = set(student) - {one.student for one in handed_in}
        if unknown:
            raise UserError(
                f"no submission of {', '.join(sorted(unknown))} in {classroom.submitted}"
            )
        handed_in = [one for one in handed_in if one.student in student]
    if not handed_in:
        grading.tell_overlooked(console, classroom, found.overlooked)
        raise UserError(
            f"nothing handed in: {classroom.submitted} needs STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb;"
            " `autograder collect` puts it there"
        )
    graders = None
    if scheduler is not None:
        graders = _on_cluster(course, {one.assignment for one in handed_in}, scheduler, without_tls)
    options = Options(jobs, force, run_all, sandbox.value, rules=decided.rules, graders=graders)
    before = before_a_run(classroom, decided)
    if stock:
        grading.tell_overlooked(console, classroom, found.overlooked)
        failures = grading.grade_with_stock(console, course, classroom, handed_in, options)
    else:
        failures = grading.grade(
            console, course, classroom, handed_in, options, found.overlooked, there
        )
    known = [one.id for one in decided.roster]
    strangers = sorted({one.student for one in handed_in if one.is_named}.difference(known))
    if known and strangers:
        told = f"not in roster.csv: {', '.join(strangers)}"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    grading.show_marks(
        console,
        course,
        classroom,
        handed_in,
        with_roster=not student,
        rules=decided.rules,
        others=known,
    )
    if told := told_after(note_changes(classroom, decided, before)):
        console.print(told, highlight=False, soft_wrap=True)
    if failures:
        raise typer.Exit(1)


def _on_cluster(course: Course, names: set[str], address: str, without_tls: bool) -> Graders:
    from autograder.grading.cluster.graders import ClusterGraders
    from autograder.grading.coordinator.journal import course_key

    keys = {name: course_key(course.assignments[name]) for name in sorted(names)}
    return ClusterGraders(address, keys, without_tls)


def demo(
    class_folder: ClassFolder = Path("_build/demo"),
    course_folder: CourseFolder = None,
    jobs: Jobs = CPUS,
) -> None:
    """Hand in and grade a sample class of twelve, and compare with the marks it must get."""
    course, classroom = open_class(console, course_folder, class_folder, create=True)
    from autograder.grading.coordinator import terminal as grading
    from autograder.grading.coordinator.grade_class import Options
    from autograder.grading.coordinator.places import find_handed_in
    from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
    from autograder.grading.judge.sandbox import SandboxError
    from autograder.release import release_assignments

    chapters = list(course.assignments.values())
    steps = release_assignments(classroom, chapters, DUE)
    for _ in track(console, "releasing", steps, len(chapters)):
        pass
    samples = sample_class(chapters, every=3)
    hand_in(classroom, samples)
    handed_in = find_handed_in(classroom.submitted, [chapter.name for chapter in chapters])
    try:
        grading.grade(console, course, classroom, handed_in, Options(jobs=jobs))
    except SandboxError as error:
        console.print(f"{error}", markup=False, soft_wrap=True)
        console.print("the sample class is the course's own code, and graded without")
        grading.grade(console, course, classroom, handed_in, Options(jobs=jobs, mode="none"))
    grading.show_marks(console, course, classroom, handed_in)
    wrong = grading.wrong_marks(classroom, samples)
    if wrong:
        console.print(*wrong, sep="\n", markup=False)
        raise UserError(f"{len(wrong)} of {len(samples)} marks are not as expected")
    console.print(f"all {len(samples)} marks are as expected")


def _utc(due: str) -> datetime:
    """The deadline ``due`` in UTC, as nbgrader keeps it: without a zone."""
    try:
        time = datetime.fromisoformat(due)
    except ValueError as error:
        raise UserError(
            f"--due {due!r} is no time; write it as 2027-01-31T23:59 (UTC)"
            " or with a zone, as 2027-01-31T23:59+01:00"
        ) from error
    return time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)
