"""Source notebooks from the course, then nbgrader's own ``generate_assignment``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook

from autograder.course import Chapter
from autograder.files import write_if_changed
from autograder.known_mistakes import keep_digests, kept_digests
from autograder.notebooks.build import source_notebook
from autograder.originals import carry
from autograder.release.classroom import Classroom, ClassroomError
from autograder.release.history import remember_release
from autograder.release.revise import Revision, back_up, notebook_of, plan_revision, revise


@dataclass(frozen=True)
class Release:
    """A chapter that was released; ``note`` says what this means for who has handed in."""

    chapter: Chapter
    note: str = ""


#: how the line begins on what a class leaves out
LEFT_OUT = "\n\nNot part of this class, and without points: "

#: the last line of a traceback, unless it is nbgrader's word for any of them
CAUSE = re.compile(r"(?!nbgrader\.|NbGrader)[\w.]+(Error|Exception)\b")


def release_assignments(
    classroom: Classroom,
    chapters: Iterable[Chapter],
    due: datetime | Mapping[str, datetime] | None = None,
    left_out: Mapping[str, Collection[str]] | None = None,
) -> Iterator[Release]:
    """Write ``source/`` and ``release/`` of each chapter; yields each when it is done.

    A chapter whose source is as it was is not released anew. One that was handed in already
    keeps its marks, but for those of questions that are dropped. ``due`` is the deadline in UTC
    that nbgrader notes in its gradebook, of all or by name; ``left_out`` names, by chapter,
    the exercises that have no points in this class, which the notebook says.
    Raises :class:`ClassroomError` when nbgrader refuses, with its reason.
    """
    chapters = list(chapters)
    keep_digests(chapters)
    for chapter in chapters:
        own = due.get(chapter.name) if isinstance(due, Mapping) else due
        without = (left_out or {}).get(chapter.name, ())
        yield Release(chapter, _release(classroom, chapter, own, without))


def _release(
    classroom: Classroom, chapter: Chapter, due: datetime | None, left_out: Collection[str]
) -> str:
    api = classroom.nbgrader()
    classroom.prepare()
    path = classroom.source / chapter.name / f"{chapter.name}.ipynb"
    released = classroom.release / chapter.name / path.name
    source = source_notebook(chapter, kept_digests(chapter))
    changed = write_if_changed(path, nbformat.writes(source))
    revision, kept = Revision(), None
    with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
        known = {} if due is None else {"duedate": due}
        due = gradebook.update_or_create_assignment(chapter.name, **known).duedate
        if changed:
            revision = plan_revision(gradebook, chapter.name, source)
            if revision.lost:
                kept = back_up(api.coursedir.db_url, classroom.state)
            revise(gradebook, chapter.name, source)
        # the gradebook may be another than last time's
        is_known = notebook_of(gradebook, chapter.name) is not None
    if changed or not is_known or not released.exists():
        remember_release(classroom, chapter.name)
        result = api.generate_assignment(chapter.name, force=True)
        if not result["success"]:
            path.unlink()  # so that the next try does not take it for done
            raise ClassroomError(f"nbgrader could not release {chapter.name}: {_why(result)}")
    _let_carry(released, due, left_out)
    if not revision:
        return ""
    told = [f"dropped {name}" for name in revision.dropped]
    told += [f"added {name}" for name in revision.added]
    note = f"{chapter.name} was handed in already: {', '.join(told)}; `autograder grade` regrades"
    if revision.lost:
        where = f" (the gradebook as it was: {kept})" if kept else ""
        what = "mark or comment" if revision.lost == 1 else "marks and comments"
        note += f"; {revision.lost} {what} by hand went with it{where}"
    return note


def _why(result: Mapping[str, Any]) -> str:
    """The cause in the tracebacks that nbgrader tells. Raises what ended it from outside."""
    error = str(result.get("error") or "").strip()
    lines = [line.strip() for line in f"{result.get('log') or ''}\n{error}".splitlines()]
    if lines[-1].startswith("KeyboardInterrupt"):  # nbgrader makes a result of this, too
        raise KeyboardInterrupt
    causes = [line for line in lines if CAUSE.match(line)]
    return causes[-1] if causes else lines[-1]


def _let_carry(released: Path, due: datetime | None, left_out: Collection[str]) -> None:
    """Put into a notebook to hand out what it carries beyond what nbgrader knows.

    That is what ``autograder check`` repairs it with, ``due``, and a line on what is ``left_out``:
    in the first cell, which nobody compares, since grading takes the others for changed.
    """
    notebook = nbformat.v4.reads(released.read_text(encoding="utf-8"))
    first = notebook.cells[0]
    first.source = first.source.partition(LEFT_OUT)[0]
    if left_out:
        first.source += f"{LEFT_OUT}{', '.join(f'`{name}`' for name in sorted(left_out))}."
    carry(notebook, due)
    write_if_changed(released, nbformat.writes(notebook))
