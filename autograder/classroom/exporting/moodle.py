"""Marks for Moodle: a file for its gradebook, or its own grading worksheet filled in.

*Grade import* (https://docs.moodle.org/en/Grade_import): the file has the form of a grade export.
Its rows are mapped to users by e-mail address, whose case counts, or by ID number; one row that is
nobody's ends the whole import, so a student without the identifier is left out and told.
"Importing feedback will also overwrite any grades … if both columns are not included then all
grades for that activity will be lost": grade and feedback stand side by side for every chapter, and
where there is no grade, there is no feedback. Grades above 100 need the site's setting
``unlimitedgrades``.

*Offline grading worksheet* (https://docs.moodle.org/en/Assignment_settings;
``mod/assign/feedback/offline/importgradeslib.php``): the columns are *Identifier* ("Participant
12345"), *Full name*, *Email address*, *Status*, *Grade*, *Maximum Grade*, *Grade can be changed*,
*Last modified (grade)* and *Feedback comments*, where Moodle is used in English. Nobody but Moodle
knows the numbers of participants, so the worksheet is one that was downloaded. Moodle passes over
an empty grade, one above the maximum, and one that was changed there since; what is empty here
stays as it was.

Moodle takes feedback for HTML, so what an instructor wrote is escaped. Both files may have a byte
order mark, which Moodle removes (``lib/csvlib.class.php``).
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from autograder.classroom.exporting.exported import Exported, listed
from autograder.classroom.exporting.matching import Called, matched
from autograder.classroom.exporting.tables import (
    PlatformTable,
    TableError,
    harmless,
    is_formula,
    written,
)
from autograder.classroom.roster import Student
from autograder.classroom.standing import Released, Result, Standing, shown

By = Literal["email", "number"]
#: as Moodle's own exports call them, so that its form finds them by itself
HEADINGS: dict[By, str] = {"email": "Email address", "number": "ID number"}
TOLD: dict[By, str] = {"email": "e-mail address", "number": "ID number"}
#: columns of the worksheet by which its rows are known; participants are numbered anew in every
#: assignment, so their numbers say nothing
IDS = {
    "Email address": "email",
    "ID number": "moodle_id_number",
    "Username": "moodle_username",
}
MOST = 100  #: points that Moodle imports unless its administrator allows more
NEEDED = ("Identifier", "Grade", "Last modified (grade)")  #: without them Moodle refuses the file


def to_gradebook(standing: Standing, chapters: Sequence[Released], by: By | None) -> Exported:
    """A file for *Grades → Import → CSV file*, its rows known ``by`` e-mail address or ID number.

    By default by what more students have. Students without a mark have no row.
    """
    by = by or _best(standing.students)
    kept, notes = _identified(standing.students, by)
    rows = [["First name", "Last name", HEADINGS[by]]]
    for chapter in chapters:
        rows[0] += [f"Assignment: {chapter.name} (Real)", f"Assignment: {chapter.name} (Feedback)"]
    half = []
    for identifier, student in kept:
        results = [standing.results[student.id, chapter.name] for chapter in chapters]
        cells: list[str] = []
        for chapter, result in zip(chapters, results, strict=True):
            cells += [shown(result.points), said(result, chapter)]
        if any(cells):
            names = [harmless(student.first_name), harmless(student.last_name)]
            rows.append([*names, identifier, *cells])
            half += [student.id] * (not all(cells))
    if len(rows) == 1:
        raise TableError(
            f"no student with a mark has an {TOLD[by]}; `autograder init` takes them from a roster"
        )
    if half:
        notes.append(
            f"{listed(half)}: an empty cell makes Moodle remove what stands there;"
            " export chapters one by one with -a to leave it alone"
        )
    notes += [
        f"{chapter.name} is out of {shown(chapter.points)}: Moodle refuses grades above {MOST}"
        " unless its administrator has set unlimitedgrades"
        for chapter in chapters
        if chapter.points > MOST
    ]
    then = (
        f"Moodle: Grades, Import, CSV file; map from {HEADINGS[by]!r} to {HEADINGS[by]!r}, every"
        " (Real) to its assignment, every (Feedback) to the feedback of the same one, and ignore"
        " the rest"
    )
    return Exported(written(rows), len(rows) - 1, notes, then)


def _identifier(student: Student, by: By) -> str:
    return student.email if by == "email" else student.platform_ids.get("moodle_id_number", "")


def _best(students: Sequence[Student]) -> By:
    emails, numbers = (sum(bool(_identifier(s, by)) for s in students) for by in HEADINGS)
    return "number" if numbers > emails else "email"


def _identified(students: Sequence[Student], by: By) -> tuple[list[tuple[str, Student]], list[str]]:
    """The students whom Moodle will know, with their identifier, and a note on the others."""
    count = Counter(_identifier(student, by) for student in students)
    kept, without, shared, formula = [], [], [], []
    for student in students:
        identifier = _identifier(student, by)
        if not identifier:
            without.append(student.id)
        elif count[identifier] > 1:
            shared.append(student.id)
        elif is_formula(identifier):  # it cannot be changed, or Moodle would not know it
            formula.append(student.id)
        else:
            kept.append((identifier, student))
    reasons = {
        f"no {TOLD[by]} in the roster": without,
        f"the same {TOLD[by]} as another": shared,
        f"a spreadsheet would run the {TOLD[by]} as a formula": formula,
    }
    return kept, [f"left out, {why}: {listed(ids)}" for why, ids in reasons.items() if ids]


def said(result: Result, chapter: Released) -> str:
    """The feedback in one line: the points of each part, what lateness cost, comments by hand."""
    points = result.points
    if points is None:
        return ""
    if result.mark is None:
        return f"{shown(points)} of {shown(chapter.points)} points: nothing was handed in."
    sentences = [f"{shown(points)} of {shown(result.mark.max_score)} points"]
    sentences[0] += ": " + "; ".join(_told(result, chapter)) + "."
    for name in chapter.parts:
        part = result.parts.get(name)
        if part and part.comment:
            sentences.append(f"On {name}: {html.escape(part.comment, quote=False)}")
    return harmless(" ".join(sentences))


def _told(result: Result, chapter: Released) -> Iterator[str]:
    for name in chapter.parts:
        if part := result.parts.get(name):
            got = f"{shown(part.points)} of {shown(part.most)}"
            yield f"{name} {'not marked yet' if part.is_unmarked else got}"
    if result.mark and result.mark.penalty:
        yield f"handed in late, {shown(result.mark.penalty)} off"


def to_worksheet(standing: Standing, chapter: Released, sheet: PlatformTable) -> Exported:
    """``sheet``, the grading worksheet of the assignment, with the marks of ``chapter`` in it.

    Raises :class:`TableError` where it is none, or fits nobody.
    """
    at = {heading: column for column, heading in enumerate(sheet.headings)}
    lacking = [heading for heading in NEEDED if heading not in at]
    if lacking:
        raise TableError(
            f"{sheet.name} has no column {listed(list(map(repr, lacking)))}; download it in Moodle"
            " set to English: the assignment, Submissions, Download grading worksheet"
        )
    rows = [row for row in range(1, len(sheet)) if sheet.value(row, at["Identifier"])]
    called = [
        Called(
            {kind: sheet.value(row, at[name]) for name, kind in IDS.items() if name in at},
            sheet.value(row, at.get("Full name", -1)),
        )
        for row in rows
    ]
    students = matched(called, standing.students)
    notes = _unknown(sheet, rows, called, students)
    locked, filled = [], 0
    for row, student in zip(rows, students, strict=True):
        result = standing.results[student.id, chapter.name] if student else None
        if student is None or result is None or result.points is None:
            continue
        if sheet.value(row, at.get("Grade can be changed", -1)).casefold() == "no":
            locked.append(student.id)
            continue
        sheet.put(row, at["Grade"], shown(result.points))
        if "Feedback comments" in at:
            sheet.put(row, at["Feedback comments"], said(result, chapter))
        filled += 1
    if not filled:
        raise TableError(f"{sheet.name}: no row is of a student with a mark in {chapter.name}")
    if locked:
        notes.append(f"left alone, Moodle says that the grade cannot be changed: {listed(locked)}")
    notes += _other_maximum(sheet, rows, at.get("Maximum Grade", -1), chapter)
    seen = {student.id for student in students if student}
    notes += _without_row(standing, chapter, seen, "the worksheet")
    then = "Moodle: the assignment, Submissions, Upload grading worksheet"
    return Exported(sheet.content(), filled, notes, then)


def _unknown(
    sheet: PlatformTable,
    rows: Sequence[int],
    called: Sequence[Called],
    students: Sequence[Student | None],
) -> list[str]:
    names = [
        one.name or sheet.value(row, 0)
        for row, one, student in zip(rows, called, students, strict=True)
        if student is None
    ]
    return (
        [f"no student of the class for the row: {listed(list(map(repr, names)))}"] if names else []
    )


def _other_maximum(
    sheet: PlatformTable, rows: Sequence[int], column: int, chapter: Released
) -> list[str]:
    mosts = {sheet.value(row, column) for row in rows} - {""}
    if not mosts or all(_number(most) == chapter.points for most in mosts):
        return []
    return [
        f"the assignment in Moodle is out of {listed(sorted(mosts))} and {chapter.name} out of"
        f" {shown(chapter.points)}: set its maximum grade, or marks mean something else there"
    ]


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _without_row(standing: Standing, chapter: Released, seen: set[str], where: str) -> list[str]:
    """Say whose mark the platform does not take."""
    lost = [
        student.id
        for student in standing.students
        if student.id not in seen and standing.results[student.id, chapter.name].mark
    ]
    return [f"a mark in {chapter.name}, and no row in {where}: {listed(lost)}"] if lost else []
