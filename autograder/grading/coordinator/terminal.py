"""What an instructor sees of grading: progress, failures, notes, marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.progress import ProgressColumn, Task, TextColumn
from rich.text import Text

from autograder.course import Course
from autograder.grading.coordinator import stock
from autograder.grading.coordinator.grade_class import Graded, Grading, Options
from autograder.grading.coordinator.marks import Mark, read_marks, read_roster
from autograder.grading.coordinator.marks_table import marks_table
from autograder.grading.coordinator.notes import notes_file, write_notes
from autograder.grading.coordinator.places import Overlooked, lines_of
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.sample_class import Sample
from autograder.grading.coordinator.submissions import HandedIn
from autograder.release.classroom import Classroom
from autograder.screen import counted, progress_bar

MAX_NOTES = 20  #: that are shown; all of them are in the file


class _Rate(ProgressColumn):
    """Submissions a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("–/s" if speed is None else f"{speed:.1f}/s")


def grade(
    console: Console,
    course: Course,
    classroom: Classroom,
    handed_in: Sequence[HandedIn],
    options: Options,
    overlooked: Sequence[Overlooked] = (),
    others: Sequence[HandedIn] = (),
) -> int:
    """Grade what is due of ``handed_in``; returns how many could not be graded.

    What was ``overlooked`` is told. ``others`` are brought up to date with the rules of the class.
    """
    if options.mode == "none":
        console.print("[yellow]no sandbox[/]: students' code runs as you, with all your rights")
    with Grading(course, classroom, options) as grading:
        due = grading.due(handed_in)
        try:
            failures = _follow(console, grading.grade(due), len(due))
        finally:
            _write_notes(console, classroom, grading, overlooked)
        _finish(console, grading, handed_in, due, others)
    return failures


def grade_with_stock(
    console: Console,
    course: Course,
    classroom: Classroom,
    handed_in: Sequence[HandedIn],
    options: Options,
) -> int:
    """As :func:`grade`, by ``nbgrader autograde``."""
    console.print("[yellow]stock nbgrader[/]: students' code runs as you, with all your rights")
    bonus = {} if options.rules is None else options.rules.bonus
    for name in sorted({one.assignment for one in handed_in} & bonus.keys()):
        # its maximum is 0, and nbgrader gives as many points as that at most
        told = f"{name}: stock nbgrader knows no bonus, and gives 0 for it"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    found = stock.gradable(handed_in)
    due = [s for s in found if options.force or not stock.is_graded(classroom, s, course)]
    graded = stock.grade(course, classroom, due, options.jobs)
    failures = _follow(console, (Graded(one, reason=error) for one, error in graded), len(due))
    with Grading(course, classroom, options) as grading:
        grading.forget(due)
        _finish(console, grading, found, due)
    return failures


def _finish(
    console: Console,
    grading: Grading,
    handed_in: Sequence[HandedIn],
    due: Sequence[HandedIn],
    others: Sequence[HandedIn] = (),
) -> None:
    """Bring what was graded already up to date, and say so."""
    was_due = {one.id for one in due}
    before = [one for one in handed_in if one.id not in was_due]
    # by the rules of a class, one hand-in may change what another one's lateness costs
    is_ruled = grading.options.rules is not None
    known = [one for one in others if one.id in grading.journal.entries]
    renewed = grading.bring_up_to_date([*handed_in, *known] if is_ruled else before)
    if before:
        were = "was" if len(before) == 1 else "were"
        console.print(f"{len(before)} {were} graded already (--force grades them again)")
    if renewed:
        console.print(f"{counted(renewed, 'feedback page')} brought up to date with the gradebook")


def _follow(console: Console, graded: Iterable[Graded], total: int) -> int:
    """Show how it goes; returns the number of failures."""
    failures = 0
    with progress_bar(console, _Rate(), TextColumn("{task.fields[failed]} failed")) as progress:
        task = progress.add_task("grading", total=total, failed=0)
        for one in graded:
            if one.reason:
                failures += 1
                id = one.handed_in.id if one.handed_in.is_named else ascii(one.handed_in.id)
                told = f"{id}: not graded: {one.reason}"
                console.print(told, markup=False, highlight=False, soft_wrap=True)
            progress.update(task, advance=1, failed=failures)
    return failures


def tell_overlooked(
    console: Console, classroom: Classroom, overlooked: Sequence[Overlooked]
) -> list[str]:
    """Say what below submitted/ is not graded; returns the lines."""
    lines = list(lines_of(overlooked, classroom.submitted))
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return lines


def _write_notes(
    console: Console, classroom: Classroom, grading: Grading, overlooked: Sequence[Overlooked]
) -> None:
    """All notes on what was graded, now and before, in a file; the first ones on the screen."""
    lines = tell_overlooked(console, classroom, overlooked)
    lines += [
        f"{entry.submission}: {note}"
        for entry in sorted(grading.journal.entries.values(), key=lambda entry: entry.submission)
        for note in entry.notes
    ]
    write_notes(classroom, lines)
    fresh = [f"{id}: {note}" for id in grading.graded for note in grading.journal.entries[id].notes]
    for line in fresh[:MAX_NOTES]:
        console.print(line, markup=False, highlight=False)
    if len(fresh) > MAX_NOTES:
        console.print(
            f"… and {len(fresh) - MAX_NOTES} more notes in {notes_file(classroom)}", soft_wrap=True
        )


def show_marks(
    console: Console,
    course: Course,
    classroom: Classroom,
    handed_in: Sequence[HandedIn],
    *,
    with_roster: bool = False,
    rules: Rules | None = None,
    others: Iterable[str] = (),
) -> None:
    """Show the marks of all who have handed in, ``with_roster`` of all whom the gradebook knows.

    Then also of the ``others`` whom the class knows.
    """
    submitted = {one.assignment for one in handed_in}
    names = [name for name in course.assignments if name in submitted]
    students = {one.student for one in handed_in if one.is_named}
    if with_roster:
        students |= set(read_roster(classroom)) | set(others)
    for part in marks_table(read_marks(classroom, rules), names, sorted(students), console.width):
        console.print(part)
    console.print(f"gradebook  {classroom.gradebook}", soft_wrap=True)
    console.print(f"feedback   {classroom.feedback}", soft_wrap=True)


def wrong_marks(classroom: Classroom, samples: Sequence[Sample]) -> list[str]:
    """What is not as the sample class declares it, in a line each."""
    marks = read_marks(classroom)
    return [line for sample in samples for line in _compare(sample, marks)]


def _compare(sample: Sample, marks: Mapping[tuple[str, str], Mark]) -> Iterator[str]:
    name = sample.chapter.name
    mark = marks.get((sample.student, name))
    if mark is None or abs(mark.score - sample.expected) > 1e-9:
        got = "none" if mark is None else f"{mark.score:g}"
        yield (f"{sample.student} {name} ({sample.story}): expected {sample.expected:g}, got {got}")
    elif (mark.seconds_late > 0) != sample.late:
        yield f"{sample.student} {name}: lateness is not noted"
