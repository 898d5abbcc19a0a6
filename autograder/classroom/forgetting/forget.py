"""Forget one student: find all that is theirs, take it out, and look whether anything is left.

Who is being forgotten is noted before the first byte is removed, and that note goes last. So a run
that was interrupted is completed by the next one, which finds by the note whom nothing else names
any more; every step can be done twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from autograder.classroom.forgetting import in_gradebook
from autograder.classroom.forgetting.places import files, found
from autograder.classroom.forgetting.ways import Step
from autograder.classroom.forgetting.whom import Whom
from autograder.classroom.opening import FORGETTING
from autograder.classroom.roster import Roster, Student
from autograder.files import write_text
from autograder.grading.coordinator.grade_class import secret_file
from autograder.grading.coordinator.marks import read_roster
from autograder.release.classroom import Classroom

FOLDERS = ("submitted", "versions", "autograded", "feedback")  #: with one for each student


def whom(classroom: Classroom, roster: Roster, who: str) -> Whom:
    """The student whom ``who`` means: by id, e-mail or name. Raises :class:`RosterError`."""
    by_id = {id: Student(id) for id in _known(classroom)} | roster.by_id
    student = by_id[who] if who in by_id else Roster(tuple(by_id.values())).find(who)
    return _whom(classroom, student, by_id)


def pending(classroom: Classroom, roster: Roster) -> Whom | None:
    """Whom a run that was interrupted was to forget."""
    try:
        student = Student(**json.loads(_note(classroom).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return _whom(classroom, student, [*_known(classroom), *roster.by_id])


def plan(classroom: Classroom, whom: Whom, again: bool = False) -> list[Step]:
    """All that is to be removed; ``again`` after a run that was interrupted."""
    steps = [step for place, path in found(classroom.folder) for step in place.way(path, whom)]
    own, url = classroom.folder / "gradebook.db", classroom.db_url
    urls = {url: own} | {
        f"sqlite:///{path}": path
        for folder in (classroom.folder, classroom.state)
        for path in in_gradebook.gradebooks(folder)
    }
    for url, path in urls.items():
        if not url.startswith("sqlite") or Path(url.removeprefix("sqlite:///")).exists():
            steps += in_gradebook.steps(url, path, whom.id, again)
    return steps


def forget(classroom: Classroom, whom: Whom, steps: list[Step]) -> Iterator[Step]:
    """Do ``steps``; yields each when it is done."""
    note = _note(classroom)
    write_text(note, json.dumps(asdict(whom.student), ensure_ascii=False), is_durable=True)
    for step in steps:
        step.do()
        yield step
    note.unlink()


def mentions(classroom: Classroom, whom: Whom) -> list[Path]:
    """Files that name the student all the same: those of others, or the instructor's own."""
    return [path for path in files(classroom.folder) if whom.is_in(path.read_bytes())]


def _note(classroom: Classroom) -> Path:
    return classroom.state / FORGETTING


def _whom(classroom: Classroom, student: Student, known: Iterable[str]) -> Whom:
    path = secret_file(classroom)
    secret = path.read_bytes() if path.exists() else b""
    return Whom(student, frozenset(known) - {student.id}, secret)


def _known(classroom: Classroom) -> list[str]:
    """The ids of all who have something here."""
    folders = [classroom.folder / name for name in FOLDERS]
    there = {one.name for folder in folders if folder.is_dir() for one in folder.iterdir()}
    file = Path(classroom.db_url.removeprefix("sqlite:///"))
    is_there = not classroom.db_url.startswith("sqlite") or file.exists()
    listed = read_roster(classroom) if is_there else []
    return sorted({name for name in there if not name.startswith(".")} | set(listed))
