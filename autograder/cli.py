"""The command ``autograder``: what students, instructors and authors type."""

from __future__ import annotations

import contextlib
import enum
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.check_notebook import commands as students
from autograder.check_notebook.commands import INTERRUPTED
from autograder.classroom import commands
from autograder.classroom.exporting import commands as exports
from autograder.classroom.marking.commands import mark
from autograder.classroom.opening import (
    ClassFolder,
    CourseFolder,
    Only,
    chosen,
    decisions,
    open_class,
    open_course,
)
from autograder.doctor import Who
from autograder.errors import UserError
from autograder.screen import counted, track

if TYPE_CHECKING:
    from autograder.doctor import Section
    from autograder.grading.judge.break_in import Probe

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="""The tools of [b]From Neuron to Network[/b].

    Students: [b]check[/b] runs the visible checks of a notebook, [b]pack[/b] makes the file
    to hand in.
    Instructors: [b]init[/b] makes a class folder, [b]release[/b] notebooks to hand out;
    [b]collect[/b] sorts what comes back, [b]grade[/b] and [b]mark[/b] mark it; [b]export[/b]
    and [b]feedback[/b] give marks and pages to Moodle, Canvas or a spreadsheet.
    Everyone: [b]doctor[/b] says what is installed, what is missing and what to do.""",
)
console = Console()


Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to grade with.")]
CPUS = os.cpu_count() or 1


class SandboxMode(enum.StrEnum):
    """How students' code is kept from doing harm."""

    BUBBLEWRAP = "bubblewrap"
    NONE = "none"


app.command()(students.check)
app.command()(students.pack)


@app.command()
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
    from autograder.grading.coordinator.scores import points_of
    from autograder.release import release_assignments

    decided = decisions(course, classroom)
    if decided.rules is not None:
        if due is not None:
            path = classroom.folder / "class.toml"
            raise UserError(f"deadlines of this class stand in {path}; write it there")
        deadline = decided.rules.due
    chapters = chosen(course, assignment, decided.hidden)
    steps = release_assignments(classroom, chapters, deadline)
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
    if isinstance(deadline, datetime):
        console.print(f"due {deadline:%Y-%m-%d %H:%M} UTC")
    for note in [*notes, *built_on_hidden(chapters, decided.hidden)]:
        console.print(note, markup=False, soft_wrap=True)


@app.command()
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
) -> None:
    """Grade what was handed in: marks into gradebook.db, then autograded/ and feedback/.

    Only what is new is graded, or what was graded by other checks. Students' code runs in
    sandboxes; what nobody could make sense of is told in grading_notes.txt.
    """
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
    options = Options(jobs, force, run_all, sandbox.value, rules=decided.rules)
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


@app.command()
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


for command in (
    commands.init,
    commands.collect,
    commands.extend,
    commands.excuse,
    commands.status,
    commands.changes,
    commands.site,
    mark,
    exports.export,
    exports.feedback,
):
    app.command()(command)


@app.command()
def doctor(
    who: Annotated[
        Who | None, typer.Argument(help="For whom; without it, for whoever is set up here.")
    ] = None,
) -> None:
    """Say what is installed, what is missing, and whether students' code is shut in.

    Every property of the sandbox is tried by code that runs where a student's would. The exit
    status is 1 when something is missing that those who use this machine need, or that WHO
    needs: the sandbox is, for instructors.
    """
    from autograder.doctor import NEXT, examine, examine_for, isolation, remedies

    sections = examine() if who is None else examine_for(who)
    for section in sections:
        _show_section(section)
    is_well = all(section.is_complete for section in sections if section.is_here)
    if any(section.is_here and section.role.name == "instructors" for section in sections):
        with console.status("trying to break out of the sandbox"):
            probes, reason = isolation()
        _show_isolation(probes, reason)
        if reason:
            console.print(*remedies(), sep="\n", markup=False, soft_wrap=True)
            console.print("until then grading does not start", style="red")
        is_well = is_well and not reason and all(probe.held for probe in probes)
    if not is_well:
        raise typer.Exit(1)
    if who is not None:
        console.print(NEXT[who], style="green")


def _show_section(section: Section) -> None:
    name, extra = section.role.name, section.role.extra
    if not section.is_here:
        told = f"for {name}: not set up here (in the course's folder: pip install '.[{extra}]')"
        console.print(told, markup=False, soft_wrap=True)
        return
    table = Table(title=f"for {name}", title_justify="left")
    for heading in ("what", "found"):
        table.add_column(heading)
    for finding in section.findings:
        found = escape(finding.found or f"missing: {finding.remedy}")
        table.add_row(finding.what, found if finding.found else f"[red]{found}[/]")
    console.print(table)


def _show_isolation(probes: list[Probe], reason: str) -> None:
    if reason:
        console.print(f"students' code cannot be shut in here: {reason}", markup=False)
        return
    table = Table(title="what a student's code can do", title_justify="left")
    for heading in ("property", "tried", "outcome"):
        table.add_column(heading)
    for probe in probes:
        outcome = Text("held", "green") if probe.held else Text(f"broken: {probe.why}", "red")
        table.add_row(probe.name, probe.tried, outcome)
    console.print(table)


@app.command()
def mutants(
    chapter: Annotated[list[str] | None, typer.Argument(help="Only these chapters.")] = None,
    course_folder: CourseFolder = None,
    seeds: Annotated[
        int,
        typer.Option(min=1, help="Seeds for each wrong answer; right ones get 20 times as many."),
    ] = 5,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many mutants of each function.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = CPUS,
) -> None:
    """Prove the checks: every mutant of a reference must fail, every right answer pass.

    A mutant that passes and that solutions/NAME/equivalent.py does not list is
    shown as a diff, and the exit status is 1.
    """
    course = open_course(course_folder)
    from autograder.mutants import cases_of, reports, try_all

    chapters = [c for c in chosen(course, chapter) if c.exercises]
    cases = [case for c in chapters for case in cases_of(c, seeds, sample)]
    trials = [case.trial for case in cases]
    verdicts = dict(track(console, "trying", try_all(course.root, trials, jobs), len(trials)))
    table = Table(box=None, pad_edge=False)
    table.add_column("chapter", no_wrap=True)
    figures = ["mutants", "mistakes", "killed", "survived", "equivalent", "right", "runs"]
    for heading in (*figures, "CPU s"):
        table.add_column(heading, justify="right")
    problems = []
    for report in reports(chapters, cases, verdicts):
        row = [str(getattr(report, figure)) for figure in figures]
        table.add_row(report.name, *row, f"{report.seconds:.0f}")
        problems += report.problems
    for problem in problems:
        console.print(problem, markup=False, highlight=False, soft_wrap=True)
        console.print()
    console.print(table, width=max(console.width, 100), crop=False)  # figures uncut in a log
    if problems:
        console.print(f"{len(problems)} to mend: in checks.py, or in equivalent.py")
        raise typer.Exit(1)
    console.print(
        "every wrong answer fails with every seed, every right one passes with every seed"
    )


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


def main() -> None:
    """Run the command; what a user can mend ends in one sentence and exit status 2."""
    try:
        status = app(standalone_mode=False)
    except KeyboardInterrupt:  # before a command was reached; Typer makes a status of others
        status = INTERRUPTED
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        with contextlib.suppress(BrokenPipeError):
            print(f"autograder: {sentence}", file=sys.stderr)
        sys.exit(2)
    if status == INTERRUPTED:
        kept = "what was finished is kept, and the next run goes on from there"
        print(f"autograder: interrupted; {kept}", file=sys.stderr)
    sys.exit(status)


def _sentence(error: Exception) -> str | None:
    """What to tell the user, or ``None`` for an error of our own."""
    if isinstance(error, UserError):
        return str(error)
    # click's usage errors
    if hasattr(error, "format_message"):
        return error.format_message()
    if type(error).__module__.startswith("sqlalchemy."):
        told = str(getattr(error, "orig", None) or error).splitlines()[0]
        return f"the gradebook cannot be read or written: {told}"
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"cannot read or write: {where}{error.strerror}"
    return None


if __name__ == "__main__":
    main()
