"""What Moodle and Canvas take, written from their pages and not from our exporter.

Each function is a small model of an import: it takes the bytes of a file and returns what would be
in the platform afterwards, or raises :class:`Refused` as the platform would.
"""

import codecs
import csv
import io
import re
import zipfile

FORMULA = "=+-@\t\r"


class Refused(Exception):
    """The platform does not import the file."""


def _rows(content, encoding, delimiter):
    text = content.decode(encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


# https://docs.moodle.org/en/Grade_import, https://docs.moodle.org/311/en/Grade_import (Note 2, 3),
# and the mapping form's rules in grade/import/csv/classes/load_data.php
def moodle_grade_import(content, users, by, mapping, unlimited=False):
    """The grades and feedback after an import: ``{(user, item): (grade, feedback)}``.

    ``users`` are Moodle's own identifiers; ``mapping`` is item -> (heading of its grade, heading of
    its feedback), as an instructor chooses them in the form.
    """
    # "encoding: UTF-8", a byte order mark is removed
    headings, *rows = _rows(content.removeprefix(codecs.BOM_UTF8), "utf-8", ",")
    headings = [heading.strip() for heading in headings]
    if len(set(headings)) != len(headings):
        raise Refused("two columns of one name")
    for item, (grade, feedback) in mapping.items():
        # Note 3: "If both columns are not included then all grades for that activity will be lost"
        if (grade in headings) != (feedback in headings) or grade not in headings:
            raise Refused(f"{item}: all grades would be lost")
    imported = {}
    for row in rows:
        if len(row) != len(headings):
            raise Refused("a row with another number of columns")
        cells = dict(zip(headings, map(str.strip, row), strict=True))
        user = cells[by]
        if user not in users:  # "email addresses are case sensitive in grade import files"
            raise Refused(f"user mapping error: {user!r}")
        for item, (grade_heading, feedback_heading) in mapping.items():
            grade, feedback = cells[grade_heading], cells[feedback_heading]
            if grade in ("", "-"):
                value = None
            elif re.fullmatch(r"\d+([.,]\d+)?", grade):
                value = float(grade.replace(",", "."))
            else:
                raise Refused(f"bad grade {grade!r}")
            if value is None and feedback:
                raise Refused(f"{item}: feedback alone deletes the grade of {user}")
            if value is not None and value > 100 and not unlimited:  # Note 2
                raise Refused("grade value too big")
            if (user, item) in imported:
                raise Refused(f"{user} twice")
            imported[user, item] = (value, feedback)
    return imported


# https://docs.moodle.org/en/Assignment_settings, mod/assign/feedback/offline/{locallib,
# importgradeslib}.php
def moodle_worksheet_import(content, participants):
    """``{participant: (grade, feedback)}`` of rows that change something.

    ``participants`` is number -> (maximum, grade now, feedback now).
    """
    headings, *rows = _rows(content.removeprefix(codecs.BOM_UTF8), "utf-8", ",")
    at = {heading: column for column, heading in enumerate(headings)}
    if not {"Identifier", "Grade", "Last modified (grade)"} <= at.keys():
        raise Refused("invalid grade import")
    changed = {}
    for row in rows:
        found = re.fullmatch(r"Participant (\d+)", row[at["Identifier"]])
        if not found or found[1] not in participants:
            continue
        most, grade, _ = participants[found[1]]
        new = row[at["Grade"]].strip()
        if new and not re.fullmatch(r"\d+([.,]\d+)?", new):
            raise Refused(f"no number {new!r}")
        value = float(new.replace(",", ".")) if new else None
        if value is not None and 0 <= value <= most:
            grade = value
        changed[found[1]] = (grade, row[at["Feedback comments"]])
    return changed


# mod/assign/feedback/file/importziplib.php: fullname_userid_plugintype_pluginname[_rest]
def moodle_feedback_files(content, participants):
    """``{participant: {file name: content}}``; every file must be somebody's."""
    given = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for one in archive.infolist():
            parts = one.filename.split("/")
            if parts[-1].startswith((".", "~")):
                raise Refused(f"{one.filename} is hidden")
            for at, part in enumerate(parts):
                info = part.split("_", 4)
                if len(info) < 4 or not info[1].isdigit() or info[1] not in participants:
                    continue
                if (info[2], info[3]) not in (
                    ("assignsubmission", "file"),
                    ("assignfeedback", "file"),
                ):
                    continue
                rest = [*info[4:], *parts[at + 1 :]]
                name = "/".join(filter(None, rest))
                given.setdefault(info[1], {})[name] = archive.read(one)
                break
            else:
                raise Refused(f"{one.filename} is nobody's")
    return given


# https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807
# and lib/gradebook_importer.rb: which row is which, which columns are read
def canvas_gradebook_import(content, students, assignments, custom=()):
    """``{(user id, assignment id): text}`` as Canvas would take them.

    ``students`` and ``assignments`` are the ids that exist in Canvas, ``custom`` the names of an
    instructor's own columns.
    """
    text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    semicolons = text.splitlines()[0].count(";") > text.splitlines()[0].count(",")
    rows = list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolons else ",", strict=True)
    )
    header = rows[0]
    if len(header) <= 3 or "Student" not in header[0] or "ID" not in header[1]:
        raise Refused("Invalid header row")
    section = next((at for at, name in enumerate(header) if "Section" in name), None)
    if section is None:
        raise Refused("Invalid header row")
    out_of = next(row for row in rows if "Points Possible" in row[0])
    taken = {}
    columns = {}
    for at, name in enumerate(header[section + 1 :], section + 1):
        found = re.fullmatch(r"(.*) \((\d+)\)", name, re.S)
        if re.search(r"read\s+only", out_of[at]) or name in custom:
            continue
        if not found or found[2] not in assignments:
            raise Refused(f"Canvas would make a new assignment {name!r}")
        columns[at] = found[2]
    for row in rows[1:]:
        if "Points Possible" in row[0] or all(
            re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell) for cell in row
        ):
            continue
        if len(row) != len(header):
            raise Refused("a row with another number of columns")
        if row[1] not in students:
            raise Refused(f"Canvas would make a new student {row[0]!r}")
        for at, id in columns.items():
            grade = row[at].strip()
            if grade not in ("", "EX", "N/A") and not re.fullmatch(r"\d+([.,]\d+)?", grade):
                raise Refused(f"no grade {grade!r}")
            taken[row[1], id] = grade.replace(",", ".")
    return taken


# "How do I upload all student submissions for an assignment?" (Instructor Guide), and
# infer_comment_context_from_filename in app/models/abstract_assignment.rb
def canvas_submissions_upload(content, downloaded, attachments):
    """``{user id: content}``; names must be among those ``downloaded``.

    ``attachments`` are the ids of files in the last attempt, by user id.
    """
    given = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for one in archive.infolist():
            name = one.filename.rpartition("/")[2]
            if name not in downloaded:
                raise Refused(f"{name} was renamed")
            words = [word for word in name.split("_") if word != "LATE"]
            numbers = [word for word in words if re.fullmatch(r"\d+", word)][:2]
            if len(numbers) < 2 or attachments.get(numbers[0]) != numbers[1]:
                raise Refused(f"{name} is ignored")
            given[numbers[0]] = archive.read(one)
    return given


def runs_in_a_spreadsheet(content, delimiter=","):
    """Cells that a spreadsheet would run, of a table of ours."""
    text = content.decode("utf-8-sig")
    return [
        cell
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for cell in row
        if cell.lstrip(" ").startswith(tuple(FORMULA))
    ]
