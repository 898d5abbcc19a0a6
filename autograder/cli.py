"""The command ``autograder``: what students, instructors and authors type."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

T = TypeVar("T")
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="""The tools of [b]From Neuron to Network[/b].

    Students: [b]check[/b] runs the visible checks of a notebook.
    Instructors: [b]release[/b] makes notebooks to hand out, [b]grade[/b] marks what comes back.
    Everyone: [b]doctor[/b] says what is installed, what is missing and what to do.""",
)
console = Console()


class UserError(Exception):
    """Something only the user can put right, said in one sentence."""


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
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to grade with.")]
CPUS = os.cpu_count() or 1


@app.command()
def check(
    notebook: Annotated[Path, typer.Argument(help="A student notebook (.ipynb).")],
    details: Annotated[bool, typer.Option(help="Show the message of each failed check.")] = True,
) -> None:
    """Run the visible checks of a notebook and show a table by exercise."""
    from autograder.checks.runner import NotebookError, run_notebook

    try:
        results = run_notebook(notebook)
    except NotebookError as error:
        raise UserError(str(error)) from error
    table = Table(title=str(notebook.name))
    for heading in ("exercise", "visible checks"):
        table.add_column(heading)
    for result in results:
        colour = {"passed": "green", "not implemented": "yellow"}.get(result.verdict, "red")
        table.add_row(result.exercise, f"[{colour}]{result.verdict}[/]")
    console.print(table)
    if details:
        for result in results:
            if result.message and result.verdict != "not implemented":
                console.print(result.message, markup=False, highlight=False)
                console.print()
    passed = sum(result.verdict == "passed" for result in results)
    console.print(f"{passed} of {len(results)} passed; more checks are run when graded.")
    if passed < len(results):
        raise typer.Exit(1)


@app.command()
def release(
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Only = None,
    due: Annotated[
        datetime | None, typer.Option(help="Deadline in UTC, for late submissions.")
    ] = None,
) -> None:
    """Make the notebooks to hand out: nbgrader's source/ and release/ in a class folder."""
    course, classroom = _open(course_folder, class_folder, create=True)
    from autograder.release import release_assignments

    chapters = _chosen(course, assignment)
    steps = release_assignments(classroom, chapters, due)
    for _ in _progress("releasing", steps, len(chapters)):
        pass
    console.print(f"{len(chapters)} notebooks to hand out: {classroom.release}/")
    for chapter in chapters:
        console.print(f"  {chapter.name}/{chapter.name}.ipynb  ({chapter.points:g} points)")


@app.command()
def grade(
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    assignment: Only = None,
    student: Annotated[
        list[str] | None, typer.Option("--student", "-s", help="Only this student.")
    ] = None,
    jobs: Jobs = CPUS,
    force: Annotated[bool, typer.Option(help="Grade again what is graded already.")] = False,
) -> None:
    """Grade what was handed in, with stock nbgrader: marks into gradebook.db, then feedback.

    Runs students' code as you: grade only the work of students you trust.
    """
    course, classroom = _open(course_folder, class_folder)
    from autograder.grading.stock import find_submissions

    submissions = find_submissions(classroom, [c.name for c in _chosen(course, assignment)])
    if student:
        unknown = set(student) - {s.student for s in submissions}
        if unknown:
            raise UserError(
                f"no submission of {', '.join(sorted(unknown))} in {classroom.submitted}"
            )
        submissions = [s for s in submissions if s.student in student]
    if not submissions:
        raise UserError(
            f"nothing handed in: {classroom.submitted} needs STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb"
        )
    failures = _grade(course, classroom, submissions, jobs, force)
    _show_marks(classroom, submissions)
    if failures:
        raise typer.Exit(1)


@app.command()
def demo(
    class_folder: ClassFolder = Path("_build/demo"),
    course_folder: CourseFolder = None,
    jobs: Jobs = CPUS,
) -> None:
    """Hand in and grade a sample class of twelve, and compare with the marks it must get."""
    course, classroom = _open(course_folder, class_folder, create=True)
    from autograder.grading.sample_class import DUE, hand_in, sample_class
    from autograder.grading.stock import find_submissions, read_marks
    from autograder.release import release_assignments

    chapters = list(course.assignments.values())
    for _ in _progress("releasing", release_assignments(classroom, chapters, DUE), len(chapters)):
        pass
    samples = sample_class(chapters)
    hand_in(classroom, samples)
    submissions = find_submissions(classroom, [chapter.name for chapter in chapters])
    _grade(course, classroom, submissions, jobs, force=False)
    _show_marks(classroom, submissions)
    marks = {(m.student, m.assignment): m for m in read_marks(classroom, submissions)}
    wrong = []
    for sample in samples:
        mark = marks.get((sample.student, sample.chapter.name))
        if mark is None or abs(mark.score - sample.expected) > 1e-9:
            got = "none" if mark is None else f"{mark.score:g}"
            wrong.append(
                f"{sample.student} {sample.chapter.name} ({sample.story}): "
                f"expected {sample.expected:g}, got {got}"
            )
        elif (mark.seconds_late > 0) != sample.late:
            wrong.append(f"{sample.student} {sample.chapter.name}: lateness is not noted")
    if wrong:
        console.print(*wrong, sep="\n", markup=False)
        raise UserError(f"{len(wrong)} of {len(samples)} marks are not as expected")
    console.print(f"all {len(samples)} marks are as expected")


@app.command()
def doctor() -> None:
    """Say what is installed, what is missing, and what to do about it."""
    from autograder.doctor import examine

    table = Table()
    for heading in ("for", "what", "found"):
        table.add_column(heading)
    findings = examine()
    for finding in findings:
        found = finding.found or f"[red]missing[/]: {finding.remedy}"
        table.add_row(finding.purpose, finding.what, found)
    console.print(table)
    if any(finding.found is None and finding.purpose == "students" for finding in findings):
        raise typer.Exit(1)


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

    A mutant that passes and that solutions/NAME/mistakes.py does not list in EQUIVALENT is
    shown as a diff, and the exit status is 1.
    """
    course = _course(course_folder)
    from autograder.mutants import cases_of, reports, try_all

    chapters = [c for c in _chosen(course, chapter) if c.exercises]
    cases = [case for c in chapters for case in cases_of(c, seeds, sample)]
    trials = [case.trial for case in cases]
    verdicts = dict(_progress("trying", try_all(course.root, trials, jobs), len(trials)))
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
        console.print(f"{len(problems)} to mend: in checks.py, or in EQUIVALENT of mistakes.py")
        raise typer.Exit(1)
    console.print(
        "every wrong answer fails with every seed, every right one passes with every seed"
    )


@contextlib.contextmanager
def _extra() -> Iterator[None]:
    """A clear word when an extra is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UserError(
            f"{error.name} is not installed; instructors need: pip install '.[instructor]'"
        ) from error


def _course(folder: Path | None):
    with _extra():
        from autograder.course import find_root, read_course
    if folder is not None and not (folder / "_toc.yml").exists():
        raise UserError(f"{folder} is no course: it has no _toc.yml")
    return read_course(find_root(folder))


def _open(course_folder: Path | None, class_folder: Path, create: bool = False):
    """The course and the class folder."""
    with _extra():
        from autograder.release import Classroom
    course = _course(course_folder)
    if create:
        return course, Classroom.create(class_folder, course.root)
    return course, Classroom.open(class_folder)


def _chosen(course, names: list[str] | None) -> list:
    assignments = course.assignments
    for name in names or ():
        if name not in assignments:
            known = ", ".join(assignments)
            raise UserError(f"no assignment {name!r}; the course has {known}")
    return [c for n, c in assignments.items() if not names or n in names]


def _grade(course, classroom, submissions: list, jobs: int, force: bool) -> int:
    """Grade and write feedback; returns how many submissions nbgrader could not grade."""
    from autograder.grading.stock import grade as run
    from autograder.grading.stock import is_graded

    todo = [s for s in submissions if force or not is_graded(classroom, s, course)]
    failures = []
    for submission, error in _progress("grading", run(classroom, todo, jobs), len(todo)):
        if error:
            failures.append(submission)
            console.print(
                f"{submission.student} {submission.assignment}: not graded: {error}", markup=False
            )
    if len(todo) < len(submissions):
        console.print(f"{len(submissions) - len(todo)} were graded already (--force regrades)")
    return len(failures)


def _show_marks(classroom, submissions: list) -> None:
    from autograder.grading.stock import read_marks

    marks = {(m.student, m.assignment): m for m in read_marks(classroom, submissions)}
    names = list(dict.fromkeys(s.assignment for s in submissions))
    table = Table(title="automatic marks (* waits for a mark by hand, L handed in late)")
    table.add_column("student")
    for name in names:
        table.add_column(name, justify="right")
    for student in dict.fromkeys(s.student for s in submissions):
        cells = []
        for name in names:
            mark = marks.get((student, name))
            signs = (
                ("*" if mark.needs_manual else "") + ("L" if mark.seconds_late > 0 else "")
                if mark
                else ""
            )
            cells.append(f"{mark.score:g}/{mark.max_score:g}{signs}" if mark else "–")
        table.add_row(student, *cells)
    console.print(table)
    console.print(f"gradebook  {classroom.folder / 'gradebook.db'}", soft_wrap=True)
    console.print(f"feedback   {classroom.feedback}", soft_wrap=True)


def _show_mark(mark) -> str:
    signs = ("*" if mark.needs_manual else "") + ("L" if mark.seconds_late > 0 else "")
    return f"{mark.score:g}/{mark.max_score:g}{signs}"


def _progress(what: str, steps: Iterable[T], total: int) -> Iterator[T]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        for step in steps:
            yield step
            progress.advance(task)


def main() -> None:
    """Run the command; what a user can mend ends in one sentence and exit status 2."""
    try:
        sys.exit(app(standalone_mode=False))
    except KeyboardInterrupt:
        sys.exit("interrupted; what was finished is kept, and the next run goes on from there")
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        with contextlib.suppress(BrokenPipeError):
            print(f"autograder: {sentence}", file=sys.stderr)
        sys.exit(2)


def _sentence(error: Exception) -> str | None:
    """What to tell the user, or ``None`` for an error of our own."""
    if isinstance(error, UserError):
        return str(error)
    # click's usage errors, and the errors of parts that need an extra to be imported
    if hasattr(error, "format_message"):
        return error.format_message()
    if type(error).__name__ in ("CourseError", "ClassroomError"):
        return str(error)
    return None


if __name__ == "__main__":
    main()
