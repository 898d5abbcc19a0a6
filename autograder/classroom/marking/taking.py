"""Take marks back from a sheet: what changed since the sheet was made is told, and stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.classroom.exporting.tables import PlatformTable, is_formula
from autograder.classroom.marking.page import HEADINGS
from autograder.classroom.marking.sheets import Answer, Sheet, read_sheets, word_of
from autograder.course import Course
from autograder.errors import UserError
from autograder.grading.coordinator.by_hand import Given, same, write_by_hand
from autograder.release.classroom import Classroom

NEEDED = HEADINGS[:-1]  #: columns that a sheet must have
#: by chapter, question and pseudonym
Known = Mapping[tuple[str, str, str], tuple[Sheet, Answer]]


@dataclass
class Outcome:
    """What became of the rows of a sheet."""

    taken: int = 0
    as_before: int = 0  #: the mark is there already
    empty: int = 0  #: rows without points
    refused: list[str] = field(default_factory=list)  #: a line for each row that was not taken


class _Refused(Exception):
    """A row is not taken; the message says why."""


@dataclass(frozen=True)
class _Row:
    """One row of a sheet."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells[heading]

    @property
    def where(self) -> str:
        return f"line {self.line}, {self['answer']}"


def take(course: Course, classroom: Classroom, path: Path) -> Outcome:
    """Write the marks of the sheet at ``path`` into the gradebook.

    No mark is overwritten that the sheet does not know of, and no answer is marked that is
    another than the one on the sheet. Taking a sheet again changes nothing. Raises
    :class:`UserError` for a file that is no sheet.
    """
    rows = list(_read(path))
    names = {row["chapter"] for row in rows}
    chapters = [chapter for name, chapter in course.assignments.items() if name in names]
    known = {
        (sheet.chapter.name, sheet.question.name, answer.pseudonym): (sheet, answer)
        for sheet in read_sheets(classroom, chapters)
        for answer in sheet.answers
    }
    outcome = Outcome()
    wanted: dict[str, dict[tuple[str, str], tuple[Given, Given]]] = defaultdict(dict)
    where: dict[tuple[str, str, str], _Row] = {}
    for row in rows:
        if not row["points"] and not row["comment"]:
            outcome.empty += 1
            continue
        try:
            sheet, answer = _found(row, known)
            if not row["points"]:
                _expect_nothing_said(row, answer)
                outcome.empty += 1
                continue
            after = _given(row, sheet)
            key = (sheet.chapter.name, answer.student, sheet.question.name)
            if key in where:
                raise _Refused(f"stands in line {where[key].line} already")
            where[key] = row
            _expect_unchanged(row, answer, after)
        except _Refused as why:
            outcome.refused.append(f"{row.where}: {why}")
            continue
        if same(answer.given, after) and not answer.asked.is_waiting:
            outcome.as_before += 1
        else:
            wanted[sheet.chapter.name][answer.student, sheet.question.name] = (answer.given, after)
    for chapter, own in wanted.items():
        others = write_by_hand(classroom, chapter, own)
        outcome.taken += len(own) - len(others)
        for (student, question), given in others.items():
            outcome.refused.append(f"{where[chapter, student, question].where}: {_other(given)}")
    return outcome


def _found(row: _Row, known: Known) -> tuple[Sheet, Answer]:
    """The answer of ``row``, on the sheet as it would be made now."""
    found = known.get((row["chapter"], row["question"], row["answer"]))
    if found is None:
        raise _Refused(f"there is no such answer in {row['chapter']!r}")
    return found


def _expect_nothing_said(row: _Row, answer: Answer) -> None:
    """Of a row without points: its comment is the one of before, if there is one."""
    if row["comment"] and word_of(Given(answer.given.points, row["comment"])) != row["before"]:
        raise _Refused("a comment without points is not taken")


def _given(row: _Row, sheet: Sheet) -> Given:
    """The mark that ``row`` says."""
    most = sheet.question.points
    try:
        points = float(row["points"].replace(",", "."))
    except ValueError:
        raise _Refused(f"{row['points']!r} is no number of points") from None
    if not 0 <= points <= most:
        raise _Refused(f"{row['points']} points are not from 0 to {most:g}")
    return Given(points, row["comment"])


def _expect_unchanged(row: _Row, answer: Answer, after: Given) -> None:
    """The answer and its mark are those on the sheet, or the mark is the one of ``row`` already."""
    if answer.version != row["version"]:
        raise _Refused("the answer was changed since the sheet was made")
    if answer.before != row["before"] and not same(answer.given, after):
        raise _Refused(_other(answer.given))


def _other(given: Given) -> str:
    if given.points is None:
        return "its mark was taken back since the sheet was made"
    said = f" and said {given.comment!r}" if given.comment else ""
    return f"somebody else gave {given.points:g}{said} since the sheet was made"


def _read(path: Path) -> Iterator[_Row]:
    """The rows of the table at ``path`` that say anything."""
    table = PlatformTable.read(path)
    columns = {name.casefold(): at for at, name in reversed(list(enumerate(table.headings)))}
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        told = f"{path} is no sheet of marks: it has no column {missing[0]!r}"
        raise UserError(f"{told}; `autograder mark --sheet` makes one")
    for line in range(1, len(table)):
        cells = {name: table.value(line, columns[name]) for name in NEEDED}
        cells["comment"] = _as_typed(cells["comment"])
        if any(cells.values()):
            yield _Row(line + 1, cells)


def _as_typed(text: str) -> str:
    """``text`` without the apostrophe that kept a spreadsheet from running it."""
    line = " ".join(text.split())
    return line[1:] if line.startswith("'") and is_formula(line[1:]) else line
