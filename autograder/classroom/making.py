"""Make a class folder: ``class.toml``, the roster, and what nbgrader is told of both."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from autograder.classroom.extensions import Extensions
from autograder.classroom.roster import Roster
from autograder.classroom.settings import SETTINGS
from autograder.course import Course
from autograder.files import write_private, write_text
from autograder.grading.coordinator.lateness import LatePolicy
from autograder.grading.coordinator.tables import ASSIGNMENT, HANDED_IN, STUDENT, insert_new
from autograder.release.classroom import Classroom, read_config
from autograder.release.database import lock, with_driver

TEMPLATE = Path(__file__).with_name("class.toml")
CONFIG = """
# time zone and late policy are those of class.toml, for nbgrader's own commands, too
__import__("autograder.classroom.making").classroom.making.follow(c, __file__)
"""


def make_settings(classroom: Classroom, course: Course, name: str) -> bool:
    """Write ``class.toml`` unless there is one; returns whether it was written.

    Deadlines that chapters were released with are taken over, and extensions of students.
    """
    path = classroom.folder / SETTINGS
    if path.exists():
        return False
    due, extensions = _before(classroom)
    if extensions.granted:
        extensions.save(classroom.folder)
    lines = []
    for chapter in course.assignments:
        is_known = chapter in due
        time = f"{due[chapter]:%Y-%m-%dT%H:%M:%SZ}" if is_known else '"2027-01-31 23:59"'
        lines.append(f"{'' if is_known else '# '}{chapter} = {time}")
    text = TEMPLATE.read_text(encoding="utf-8")
    for word, value in {
        "NAME": json.dumps(name, ensure_ascii=False),
        "TIME_ZONE": json.dumps(local_zone()),
        "DEADLINES": "\n".join(lines),
        "EXAMPLE": next(iter(course.assignments), "chapter"),
    }.items():
        text = text.replace(f"@{word}@", value)
    write_private(path, text)
    return True


def tell_nbgrader(classroom: Classroom) -> None:
    """Let nbgrader's own configuration follow ``class.toml``."""
    path = classroom.folder / "nbgrader_config.py"
    text = read_config(path)
    if "classroom.making" not in text:
        write_text(path, text.rstrip("\n") + "\n" + CONFIG)


def follow(c: Any, config: str) -> None:
    """Set options of nbgrader's configuration ``c`` by the ``class.toml`` beside ``config``.

    What only `autograder grade` can compute is left to it; so is telling what is wrong.
    """
    try:
        text = Path(config).with_name(SETTINGS).read_text(encoding="utf-8-sig")
        settings = tomllib.loads(text)
        # first of all: whatever else is wrong, no mark may go into another gradebook
        if settings.get("gradebook") and "db_url" not in c.CourseDirectory:
            c.CourseDirectory.db_url = with_driver(str(settings["gradebook"]).strip())
        late = LatePolicy.parse(str(settings.get("late", "none")))
    except (OSError, ValueError):
        return
    c.Exchange.timezone = str(settings.get("time_zone", "UTC"))
    is_zero = late.percent_a_day == 100 and not late.grace and not late.free_days
    c.LateSubmissionPlugin.penalty_method = "zero" if is_zero else "none"


def enter_students(classroom: Classroom, roster: Roster) -> None:
    """Let nbgrader's gradebook know the students of ``roster`` by name and address."""
    if not len(roster):
        return
    with classroom.writing() as connection:
        lock(connection, "students")
        known: Mapping[str, Any] = {
            row.id: (row.first_name, row.last_name, row.email)
            for row in connection.execute(select(STUDENT))
        }
        new = []
        for one in roster:
            told = (one.first_name or None, one.last_name or None, one.email or None)
            values = dict(zip(("first_name", "last_name", "email"), told, strict=True))
            if one.id not in known:
                new.append({"id": one.id, **values})
            elif known[one.id] != told:
                changed = update(STUDENT).where(STUDENT.c.id == one.id)
                connection.execute(changed.values(**values))
        if new:
            insert_new(connection, STUDENT, new)


def local_zone() -> str:
    """The name of this machine's time zone, as far as it tells."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    return named or linked.removeprefix("posix/") or "UTC"


def _before(classroom: Classroom) -> tuple[dict[str, datetime], Extensions]:
    """The deadlines (UTC) of an older class folder by chapter, and what students were granted."""
    file = classroom.folder / "gradebook.db"
    if classroom.db_url.startswith("sqlite") and not file.exists():
        return {}, Extensions()
    with classroom.reading() as connection:
        deadlines = connection.execute(select(ASSIGNMENT.c.name, ASSIGNMENT.c.duedate)).all()
        granted = connection.execute(
            select(HANDED_IN.c.student_id, ASSIGNMENT.c.name, HANDED_IN.c.extension)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
            .where(HANDED_IN.c.extension.is_not(None))
        ).all()
    due = {name: time for name, time in deadlines if time is not None}
    extensions = Extensions()
    for student, name, extension in granted:
        if extension > timedelta() and name in due:
            until = f"{due[name] + extension:%Y-%m-%d %H:%M:%S}+00:00"
            in_days = f"+{extension.days} days"
            is_whole = extension == timedelta(days=extension.days)
            extensions = extensions.grant(student, name, in_days if is_whole else until)
    return due, extensions
