"""The command ``autograder forget``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from autograder.classroom.opening import ClassFolder, CourseFolder, open_class
from autograder.classroom.roster import ROSTER, Roster
from autograder.errors import UserError
from autograder.screen import console, counted, track

if TYPE_CHECKING:
    from autograder.classroom.forgetting.ways import Step
    from autograder.release import Classroom

MOST = 20  #: files that are told
ELSEWHERE = (
    "not looked for: what was downloaded from a platform or exported out of this folder, backups,"
    " and what the platform itself keeps"
)


def forget(
    student: Annotated[str, typer.Argument(help="The id, the e-mail or the full name.")],
    class_folder: ClassFolder = Path("class"),
    course_folder: CourseFolder = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a student from the class folder for good: hand-ins, marks, feedback, exports, notes.

    It is told what will be removed, and asked. A run that was interrupted is completed by the
    next one.
    """
    _, classroom = open_class(console, course_folder, class_folder)
    from autograder.classroom.forgetting import forget as forgetting
    from autograder.grading.coordinator.grade_class import alone

    with alone(classroom, "forget"):
        roster = Roster.load(classroom.folder)
        interrupted = forgetting.pending(classroom, roster)
        whom = interrupted or forgetting.whom(classroom, roster, student)
        if interrupted and not interrupted.is_called(student):
            raise UserError(
                f"the removal of {whom.id} was interrupted; complete it first with:"
                f" autograder forget {whom.id}"
            )
        steps = forgetting.plan(classroom, whom, again=interrupted is not None)
        _show(classroom, steps, f"{whom.student.name} ({whom.id})")
        if not yes and not _agreed():
            raise UserError("nothing was removed; --yes removes it without asking")
        done = forgetting.forget(classroom, whom, steps)
        for _ in track(console, "removing", done, len(steps)):
            pass
        with console.status("looking at what is left"):
            left = forgetting.mentions(classroom, whom)
    _tell(classroom, whom.id, left)


def _agreed() -> bool:
    try:
        return typer.confirm("Remove all of it? Nothing can bring it back.")
    except typer.Abort:  # nobody is there to be asked
        return False


def _show(classroom: Classroom, steps: list[Step], who: str) -> None:
    table = Table(title=f"of {escape(who)}", title_justify="left")
    for heading in ("where", "removed"):
        table.add_column(heading, overflow="fold")
    for step in steps:
        where = step.path.relative_to(classroom.folder).as_posix()
        table.add_row(escape(where), escape(step.what))
    console.print(table)


def _tell(classroom: Classroom, id: str, left: list[Path]) -> None:
    console.print(f"{id} is forgotten", markup=False, highlight=False, soft_wrap=True)
    for path in left[:MOST]:
        where = path.relative_to(classroom.folder).as_posix()
        told = f"  {where} names them; look at it yourself"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    if len(left) > MOST:
        console.print(f"  … and {counted(len(left) - MOST, 'file')} more")
    if not (classroom.folder / ROSTER).exists():
        console.print(f"the class has no {ROSTER}", markup=False, highlight=False)
    console.print(ELSEWHERE, markup=False, highlight=False, soft_wrap=True)
