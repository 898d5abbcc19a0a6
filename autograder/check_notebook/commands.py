"""The commands of students: ``autograder check`` and ``autograder pack``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

console = Console()

INTERRUPTED = 130  #: exit status after Ctrl-C


def check(
    notebook: Annotated[Path, typer.Argument(help="A student notebook (.ipynb).")],
    details: Annotated[bool, typer.Option(help="Show the message of each failed check.")] = True,
    limit: Annotated[
        float, typer.Option(min=0.1, help="Seconds after which a cell is stopped.")
    ] = 30.0,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Write into the notebook what it has lost of the course."),
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The notebook as it was handed out, to repair from."),
    ] = None,
) -> None:
    """Run the visible checks of a notebook and show a table by exercise.

    All cells are run from the top, as they are when the notebook is graded. Cells of the course
    that were lost or changed are run as they were handed out, and it is said which.
    """
    from autograder.check_notebook import Stopped, check_notebook
    from autograder.check_notebook.terminal import show

    try:
        with console.status("starting") as status:
            report = check_notebook(
                notebook, limit, lambda cell: status.update(f"running {cell}"), against, repair
            )
    except Stopped as stopped:
        print(f"autograder: {stopped}", file=sys.stderr)
        sys.exit(INTERRUPTED)
    show(console, notebook.name, report, details)
    if not report.passed:
        raise typer.Exit(1)


def pack(
    what: Annotated[
        Path, typer.Argument(metavar="[FOLDER|NOTEBOOK]", help="What to hand in.")
    ] = Path(),
) -> None:
    """Make the file to upload: the notebook itself, or an archive of several.

    With the pictures that written answers show. What could not be collected is refused, and
    notebooks in which nothing is answered are left out. Nothing is run; `autograder check` does.
    """
    from autograder.check_notebook.pack import pack as packed

    done = packed(what)
    for note in done.notes:
        console.print(note, markup=False, highlight=False, soft_wrap=True)
    console.print(done.told, markup=False, highlight=False)
    print(done.path)
