"""Marks for Canvas: the gradebook file that it exported, filled in.

*How do I import grades in the Gradebook?*
(https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807):
the first columns are *Student*, *ID*, *SIS User ID* and *SIS Login ID* where the institution uses
them, and *Section*; an assignment is ``Name (12345)`` with its id, or Canvas makes a new one. A row
"    Points Possible" follows, in which columns that Canvas computes say "(read only)"; before it
one with "Manual Posting" may stand (https://ts.vcu.edu/askit/teaching-and-learning/canvas/faculty/
grading-faculty/gradebook-action-menu-faculty/). "If a score already exists for a student in the
Gradebook, the uploaded grade in the CSV will overwrite" it
(https://teaching.resources.osu.edu/toolsets/carmencanvas/guides/calculating-final-grades/
import-csv-file-carmen-grades), and so does an empty cell: where there is no mark, what Canvas
exported stays.

Columns, ids, order, encoding and quotes stay as they were, names that a spreadsheet would run
included: Canvas has written them, and knows its own way to make them harmless (``="=name"``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.classroom.exporting.exported import Exported, listed
from autograder.classroom.exporting.matching import Called, letters, matched
from autograder.classroom.exporting.tables import PlatformTable, TableError
from autograder.classroom.standing import Released, Standing, shown

TOTAL = "total"  #: what ``--column`` calls the total of the class
ASSIGNMENT = re.compile(r"(?P<name>.*\S)\s*\((?P<id>\d+)\)", re.DOTALL)
#: columns that name a student, and what that is in a roster
IDS = {"ID": "canvas_id", "SIS User ID": "sis_user_id", "SIS Login ID": "sis_login_id"}
EXCUSED = "EX"
KEPT = (EXCUSED, "N/A")  #: the other one: not assigned to this student
TEST_STUDENT = "Student, Test"
AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
WHERE = "Canvas: Grades, Export, Export Entire Gradebook"


@dataclass(frozen=True)
class _Layout:
    """Where things stand in the file."""

    out_of: int  #: the row "Points Possible"
    ids: Mapping[str, int]  #: columns by what they are in a roster
    names: tuple[int, ...]  #: one column, or last and first name
    assignments: Mapping[int, str]  #: names of those that can be filled, by column


def to_gradebook(
    standing: Standing,
    chapters: Sequence[Released],
    sheet: PlatformTable,
    columns: Mapping[str, str],
) -> Exported:
    """``sheet``, as Canvas exported it, with the marks of ``chapters`` in it.

    ``columns`` says which assignment a chapter (or :data:`TOTAL`) is called in Canvas, where it is
    not by its name or title. Raises :class:`TableError` where ``sheet`` is no such file, or fits
    nothing.
    """
    layout = _layout(sheet)
    places, notes = _places(sheet, layout, chapters, columns)
    rows = [row for row in range(layout.out_of + 1, len(sheet)) if _name(sheet, layout, row)]
    called = [
        Called(
            {kind: sheet.value(row, at) for kind, at in layout.ids.items()},
            _name(sheet, layout, row),
        )
        for row in rows
    ]
    students = matched(called, standing.students)
    unknown = [
        one.name
        for one, student in zip(called, students, strict=True)
        if student is None and one.name != TEST_STUDENT
    ]
    if unknown:
        notes.append(f"no student of the class for the row: {listed(list(map(repr, unknown)), 5)}")
    comma = _has_comma(sheet, layout)
    kept: list[str] = []
    filled = set()
    for row, student in zip(rows, students, strict=True):
        for name, column in places.items() if student else ():
            text = _text(standing, student.id, name) if student else ""
            if student is None or not text:
                continue
            if sheet.value(row, column).upper() in KEPT:
                kept.append(f"{student.id} ({name}: {sheet.value(row, column)})")
                continue
            sheet.put(row, column, text.replace(".", "," if comma else "."))
            filled.add(student.id)
    if not filled:
        raise TableError(f"{sheet.name}: no row is of a student with a mark")
    if kept:
        notes.append(f"left as Canvas has it: {listed(kept, 5)}")
    seen = {student.id for student in students if student}
    lost = [
        student.id
        for student in standing.students
        if student.id not in seen
        and any(standing.results[student.id, chapter.name].mark for chapter in chapters)
    ]
    if lost:
        notes.append(f"a mark, and no row in Canvas' file: {listed(lost)}")
    then = "Canvas: Grades, Import; look at what it is going to change, then save"
    return Exported(sheet.content(), len(filled), notes, then)


def _layout(sheet: PlatformTable) -> _Layout:
    headings = sheet.headings
    known = {heading: at for at, heading in reversed(list(enumerate(headings)))}
    names = ("LastName", "FirstName") if "LastName" in known else ("Student",)
    section = known.get("Section", -1)
    out_of = next(
        (row for row in range(1, min(len(sheet), 5)) if "Points Possible" in sheet.value(row, 0)),
        0,
    )
    if not all(name in known for name in (*names, "ID")) or section < 0 or not out_of:
        raise TableError(
            f"{sheet.name} is no gradebook of Canvas (columns Student, ID, Section, and a row"
            f" 'Points Possible'); get one from {WHERE}"
        )
    assignments = {
        at: found["name"]
        for at, heading in enumerate(headings)
        if at > section
        and (found := ASSIGNMENT.fullmatch(heading))
        and (not sheet.value(out_of, at) or _number(sheet.value(out_of, at)) is not None)
    }
    ids = {kind: known[name] for name, kind in IDS.items() if known.get(name, section) < section}
    return _Layout(out_of, ids, tuple(known[name] for name in names), assignments)


def _name(sheet: PlatformTable, layout: _Layout, row: int) -> str:
    text = ", ".join(filter(None, (sheet.value(row, at) for at in layout.names)))
    found = AS_TEXT.fullmatch(text)
    return found[1] if found else text


def _places(
    sheet: PlatformTable,
    layout: _Layout,
    chapters: Sequence[Released],
    columns: Mapping[str, str],
) -> tuple[dict[str, int], list[str]]:
    """The column of each chapter, and what is to be told of columns."""
    places: dict[str, int] = {}
    notes = []
    mosts = {chapter.name: chapter.points for chapter in chapters}
    names = {chapter.name: (chapter.name, chapter.title) for chapter in chapters}
    for name, own in (names | {TOTAL: ()}).items():
        wanted = (columns[name],) if name in columns else own
        found = _called(sheet, layout, wanted)
        if len(found) == 1 and found[0] not in places.values():
            places[name] = found[0]
        elif name in columns or found:
            raise TableError(_which(sheet, layout, name, len(found)))
    without = [chapter.name for chapter in chapters if chapter.name not in places]
    if not places:
        raise TableError(
            f"{sheet.name}: no assignment is called as a chapter; say which is which with"
            f" --column {chapters[0].name if chapters else 'CHAPTER'}=NAME (there are"
            f" {listed(list(layout.assignments.values())) or 'none'})"
        )
    if without:
        notes.append(f"no column in Canvas' file: {listed(without)} (--column CHAPTER=NAME)")
    others = [name for at, name in layout.assignments.items() if at not in places.values()]
    if others:
        notes.append(f"columns left as they were: {listed(others)}")
    for name, at in places.items():
        most = _number(sheet.value(layout.out_of, at))
        if name in mosts and most is not None and most != mosts[name]:
            notes.append(
                f"{name} is out of {shown(mosts[name])}, in Canvas out of {shown(most)}: change"
                " the points of the assignment, or marks mean something else there"
            )
    return places, notes


def _called(sheet: PlatformTable, layout: _Layout, names: Sequence[str]) -> list[int]:
    """The columns of assignments that are called as one of ``names``, or whose heading is one."""
    wanted = {letters(name) for name in names}
    return [
        at
        for at, name in layout.assignments.items()
        if letters(name) in wanted or sheet.headings[at] in names
    ]


def _which(sheet: PlatformTable, layout: _Layout, name: str, count: int) -> str:
    there = listed([sheet.headings[at] for at in layout.assignments])
    why = "several columns fit" if count else "no column fits"
    return f"{sheet.name}: {why} {name}; give its whole heading with --column (there are {there})"


def _text(standing: Standing, student: str, name: str) -> str:
    """What a cell is to say, nothing where it is to stay as it is."""
    if name == TOTAL:
        return shown(standing.earned(student))
    result = standing.results[student, name]
    return EXCUSED if result.state == "excused" else shown(result.points)


def _has_comma(sheet: PlatformTable, layout: _Layout) -> bool:
    """Whether Canvas wrote numbers as ``12,50``; it reads both, and a spreadsheet does not."""
    return any(
        re.fullmatch(r"\d+,\d+", sheet.value(layout.out_of, at)) for at in layout.assignments
    )


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
