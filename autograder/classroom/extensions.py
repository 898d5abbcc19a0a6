"""What single students were granted: later deadlines, and chapters that do not count for them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from autograder.classroom.settings import Contents, Settings
from autograder.errors import UserError
from autograder.files import write_private

EXTENSIONS = "extensions.csv"  #: its name in the class folder
HEADINGS = ["student", "chapter", "until"]
EXCUSED = "excused"
DAYS = re.compile(r"\+(\d{1,4}) days?")


class ExtensionError(UserError):
    """An extension cannot be read or granted; the message says why."""


@dataclass(frozen=True)
class Extensions:
    """The last word on each student and chapter: a time, ``+3 days`` or ``excused``."""

    granted: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def load(cls, class_folder: Path, settings: Settings, contents: Contents) -> Extensions:
        """What a class folder keeps. Raises :class:`ExtensionError` with the line at fault."""
        path = class_folder / EXTENSIONS
        if not path.exists():
            return cls()
        try:
            rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise ExtensionError(f"{path} cannot be read: {error}") from error
        return cls(dict(_read(path, rows, settings, contents)))

    def grant(self, student: str, chapter: str, until: str) -> Extensions:
        """These and one more, which takes the place of an earlier one."""
        return Extensions({**self.granted, (student, chapter): until})

    def save(self, class_folder: Path) -> None:
        """Keep them in a class folder, for nobody else to read."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows((*whose, until) for whose, until in self.granted.items())
        write_private(class_folder / EXTENSIONS, file.getvalue())

    @property
    def excused(self) -> frozenset[tuple[str, str]]:
        """Students and the chapters that do not count for them."""
        return frozenset(whose for whose, until in self.granted.items() if until == EXCUSED)

    def deadlines(self, settings: Settings) -> dict[tuple[str, str], datetime]:
        """The own deadlines (UTC) of students; days are counted from that of the class."""
        found = {}
        for (student, chapter), until in self.granted.items():
            due = settings.deadlines.get(chapter)
            if until != EXCUSED and due is not None:
                found[student, chapter] = own_deadline(until, due, settings)
        return found


def own_deadline(until: str, due: datetime, settings: Settings) -> datetime:
    """The time (UTC) that ``until`` means where all others have ``due``.

    A day is one of the calendar, so a deadline at midnight stays at midnight when clocks change.
    Raises :class:`ValueError`.
    """
    days = DAYS.fullmatch(until)
    if days is None:
        return settings.moment(until)
    there = due.astimezone(settings.time_zone) + timedelta(days=int(days[1]))
    return there.astimezone(due.tzinfo)


def _read(
    path: Path, rows: list[list[str]], settings: Settings, contents: Contents
) -> Iterator[tuple[tuple[str, str], str]]:
    for line, row in enumerate(rows, 1):
        if not any(row) or (line == 1 and row == HEADINGS):
            continue
        if len(row) != len(HEADINGS):
            raise ExtensionError(f"{path}:{line}: expected are {', '.join(HEADINGS)}")
        student, chapter, until = (cell.strip() for cell in row)
        if chapter not in contents:
            raise ExtensionError(f"{path}:{line}: the course has no chapter {chapter!r}")
        if until != EXCUSED and not DAYS.fullmatch(until):
            try:
                settings.moment(until)
            except ValueError as error:
                raise ExtensionError(f"{path}:{line}: {until!r} {error}") from error
        yield (student, chapter), until
