"""The command ``autograder``: what students, instructors and authors type."""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.check_notebook import commands as students
from autograder.check_notebook.commands import INTERRUPTED
from autograder.classroom import commands
from autograder.classroom import grading_commands as grading
from autograder.classroom.cluster_commands import cluster
from autograder.classroom.exporting import commands as exports
from autograder.classroom.forgetting.commands import forget
from autograder.classroom.marking.commands import mark
from autograder.classroom.opening import CourseFolder, chosen, open_course
from autograder.doctor import Who
from autograder.errors import UserError
from autograder.screen import console, track

if TYPE_CHECKING:
    from autograder.course import Chapter
    from autograder.doctor import Section
    from autograder.grading.judge.break_in import Probe

LONGEST = 1000  #: characters of a line that tells of an error

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


for command in (
    students.check,
    students.pack,
    commands.init,
    grading.release,
    commands.collect,
    grading.grade,
    cluster,
    commands.extend,
    commands.excuse,
    commands.status,
    commands.changes,
    commands.site,
    mark,
    exports.export,
    exports.feedback,
    forget,
    grading.demo,
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
    function: Annotated[
        list[str] | None, typer.Option(help="Only answers to this function; may be repeated.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = grading.CPUS,
) -> None:
    """Prove the checks: every mutant of a reference must fail, every right answer pass.

    A mutant that passes and that solutions/NAME/equivalent.py does not list is
    shown as a diff, and the exit status is 1.
    """
    course = open_course(course_folder)
    from autograder.mutants import cases_of, reports, try_all

    chapters = [c for c in chosen(course, chapter) if c.exercises]
    _require_functions(function or [], chapters)
    cases = [case for c in chapters for case in cases_of(c, seeds, sample)]
    cases = [case for case in cases if not function or case.trial.function in function]
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


def _require_functions(names: list[str], chapters: list[Chapter]) -> None:
    asked = [name for c in chapters for e in c.exercises.values() for name in e.functions]
    for name in names:
        if name not in asked:
            raise UserError(f"no exercise asks for {name!r}; they ask for {', '.join(asked)}")


def main() -> None:
    """Run the command; what a user can mend ends in one sentence and exit status 2."""
    ended_by: list[int] = []
    _heed_signals(ended_by)
    try:
        status = app(standalone_mode=False)
    except KeyboardInterrupt:  # before a command was reached; Typer makes a status of others
        status = INTERRUPTED
    except Exception as error:
        told = sentence(error)
        if told is None:
            raise
        with contextlib.suppress(BrokenPipeError):
            print(f"autograder: {told}", file=sys.stderr)
        sys.exit(2)
    if status == INTERRUPTED:
        kept = "what was finished is kept, and the next run goes on from there"
        by = f"ended by {signal.Signals(ended_by[0]).name}" if ended_by else "interrupted"
        with contextlib.suppress(OSError):  # the terminal may be gone
            print(f"autograder: {by}; {kept}", file=sys.stderr)
        status = 128 + ended_by[0] if ended_by else status
    sys.exit(status)


def _heed_signals(ended_by: list[int]) -> None:
    """Let what ends a program from outside end it as Ctrl-C does, and note what it was."""

    def end(number: int, _: object) -> None:
        ended_by.append(number)
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):  # the latter not on Windows, and ignored below nohup
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


def sentence(error: Exception) -> str | None:
    """What to tell the user, or ``None`` for an error of our own.

    It may quote a file that holds anything: it cannot act in a terminal, nor fill it.
    """
    told = _told(error)
    return None if told is None else "\n".join(map(_in_short, told.split("\n")))


def _in_short(line: str) -> str:
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"


def _told(error: Exception) -> str | None:
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
