"""Marks for a spreadsheet, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.classroom.exporting.exported import Exported
from autograder.classroom.exporting.tables import harmless, written
from autograder.classroom.roster import Student
from autograder.classroom.standing import Released, Result, Standing, shown

PERSON = ("student", "name", "e-mail", "section")
OUT_OF = "out of"


def to_csv(standing: Standing, chapters: Sequence[Released]) -> Exported:
    """A row a student: total, then each of ``chapters`` with its parts and what lateness cost.

    The second row says what each column is out of. A cell without a mark is empty; what a
    spreadsheet would run as a formula begins with an apostrophe.
    """
    rows = [list(_headings(chapters)), [OUT_OF, "", "", "", *_mosts(standing, chapters)]]
    for student in standing.students:
        marks = [shown(standing.earned(student.id))]
        for chapter in chapters:
            marks += _cells(standing.results[student.id, chapter.name], chapter)
        rows.append([harmless(text) for text in _person(student)] + marks)
    return Exported(written(rows), len(standing.students))


def _person(student: Student) -> tuple[str, ...]:
    name = "" if student.name == student.id else student.name
    return (student.id, name, student.email, student.section)


def _headings(chapters: Sequence[Released]) -> Iterator[str]:
    yield from (*PERSON, "total")
    for chapter in chapters:
        yield chapter.name
        yield from (f"{chapter.name}: {part}" for part in chapter.parts)
        yield f"{chapter.name}: taken off for lateness"


def _mosts(standing: Standing, chapters: Sequence[Released]) -> Iterator[str]:
    yield shown(standing.most)
    for chapter in chapters:
        yield shown(chapter.points)
        yield from map(shown, chapter.parts.values())
        yield ""


def _cells(result: Result, chapter: Released) -> Iterator[str]:
    yield shown(result.points)
    for name in chapter.parts:
        part = result.parts.get(name)
        is_missing = result.state == "missing"
        yield shown(part.points) if part and not part.is_unmarked else "0" if is_missing else ""
    yield shown(result.mark.penalty) if result.mark and result.mark.penalty else ""


def to_json(standing: Standing, chapters: Sequence[Released]) -> Exported:
    """The same as one object: ``chapters`` by name, and a list of ``students``.

    Points are the numbers that the table shows; one that is not there yet is ``null``. Times are
    in UTC (ISO 8601), and none says when this was made: the same marks are the same bytes. In
    UTF-8 without a byte order mark, as RFC 8259 has it.
    """
    told = {
        "points": _number(standing.most),
        "chapters": {
            chapter.name: {
                "title": chapter.title,
                "points": _number(chapter.points),
                "parts": {name: _number(most) for name, most in chapter.parts.items()},
                "due": chapter.due and f"{chapter.due:%Y-%m-%dT%H:%M:%SZ}",
            }
            for chapter in chapters
        },
        "students": [
            {
                "id": student.id,
                "first_name": student.first_name,
                "last_name": student.last_name,
                "email": student.email,
                "section": student.section,
                "platform_ids": dict(student.platform_ids),
                "total": _number(standing.earned(student.id)),
                "chapters": {
                    chapter.name: _result(standing.results[student.id, chapter.name], chapter)
                    for chapter in chapters
                },
            }
            for student in standing.students
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Exported(text.encode(), len(standing.students))


def _result(result: Result, chapter: Released) -> dict[str, Any]:
    parts = {
        name: None if part.is_unmarked else _number(part.points)
        for name in chapter.parts
        if (part := result.parts.get(name))
    }
    mark = result.mark
    return {
        "points": _number(result.points),
        "state": result.state,
        "late_seconds": mark.seconds_late if mark else 0.0,
        "penalty": _number(mark.penalty) if mark else 0.0,
        "parts": parts,
        "comments": {name: p.comment for name, p in result.parts.items() if p.comment},
    }


def _number(points: float | None) -> float | None:
    """The number that is shown, and no digit more."""
    return None if points is None else float(shown(points))
