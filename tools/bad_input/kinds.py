"""What is broken, and the function of a command that then reads it."""

from __future__ import annotations

import csv
import functools
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from hypothesis import strategies as st

from autograder.check_notebook.cells import sort_cells
from autograder.check_notebook.pack import pack
from autograder.check_notebook.report import read_notebook
from autograder.classroom.changes import Changes
from autograder.classroom.collecting.archives import NotTaken, files_of
from autograder.classroom.collecting.hand_ins import Sorted, sort_out
from autograder.classroom.collecting.whose import Matcher
from autograder.classroom.decided import rules_of
from autograder.classroom.exporting.tables import PlatformTable
from autograder.classroom.extensions import Extensions
from autograder.classroom.making import TEMPLATE
from autograder.classroom.marking.page import HEADINGS
from autograder.classroom.marking.sheets import read_sheets
from autograder.classroom.marking.taking import take
from autograder.classroom.opening import open_class
from autograder.classroom.roster import Roster
from autograder.classroom.settings import Settings
from autograder.course import Course, read_course
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.graded_notebook import changed_answers, read_graded_notebook
from autograder.grading.coordinator.places import assignments_of, find_handed_in, survey
from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
from autograder.grading.coordinator.timestamps import NoTime, read_timestamp
from autograder.release import Classroom, release_assignments
from autograder.screen import console
from tests.conftest import SMALL
from tools.bad_input.mutate import OF_ARCHIVES, OF_NOTEBOOKS, OF_TEXT, Mutator

CHAPTER, STUDENT = "line", "student-01"
ROSTERS = (
    "First name,Surname,ID number,Email address\n"
    "Ada,Lovelace,11,ada@x.org\nKurt,Gödel,12,k@x.org\n",
    'sep=;\nVorname;Nachname;Matrikelnummer;E-Mail\nEmmy;Noether;0042;e@x.org\nX;Y;="7";\n',
    "Student,ID,SIS User ID,SIS Login ID,Section\nPoints Possible,,,,\n"
    '"Hopper, Grace",1001,s1,ghopper,A\n"Test, Student",9,,,\n',
)
EXTENSIONS = "student,chapter,until\n11,line,+3 days\n12,line,excused\n13,line,2027-02-03 23:59\n"
SETTINGS = """\
name = "A class"
time_zone = "Europe/Berlin"
late = "10% a day, grace 15 min, 3 free days"
counts = "last in time"
hidden = []
solutions_shown = ["line"]
left_out = ["line/mse"]
bonus = []
best = "1 of 1"
[deadlines]
line = "2027-01-31 23:59"
[dropped]
"line/mse_gradient" = "full"
[weights]
line = 2.5
"""
TIMES = ("2027-01-31 23:59:00 UTC", "2027-01-31T23:59+01:00", "01.02.2027 10:00 CET", "2027-01-31")
#: any value of JSON
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
CELLS = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "heading", ""]) | JSON,
        "source": st.text() | st.lists(st.text(max_size=30) | JSON, max_size=5) | JSON,
        "input": st.text(max_size=20),
        "id": st.from_regex(r"line-\d{3}", fullmatch=True) | JSON,
        "metadata": st.fixed_dictionaries({}, optional={"nbgrader": JSON, "tags": JSON}) | JSON,
        "attachments": st.dictionaries(st.text(max_size=5), JSON, max_size=2) | JSON,
        "outputs": JSON,
    },
)
NOTEBOOKS = st.fixed_dictionaries(
    {}, optional={"cells": st.lists(CELLS | JSON, max_size=6) | JSON, "metadata": JSON}
) | st.fixed_dictionaries({"worksheets": st.lists(JSON | st.fixed_dictionaries({"cells": JSON}))})
ROWS = st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=6)
LINES = st.lists(
    st.tuples(st.sampled_from([*Settings.__dataclass_fields__, "[deadlines]", "x"]), JSON | ROWS),
    max_size=5,
)


@dataclass(frozen=True)
class Kind:
    """One class of files: what is broken of it, and how a command reads it."""

    name: str
    share: int  #: of all trials, to those of the other kinds
    file: str  #: the name under which it is read
    seeds: Sequence[bytes]
    mutators: Sequence[Mutator]
    read: Callable[[Path], object]
    generated: st.SearchStrategy[bytes] | None = None


class World:
    """A course and a graded class, in which broken files are read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.course = read_course(SMALL)
        self.contents = assignments_of(self.course)
        self.samples = sample_class(list(self.course.assignments.values()))
        self.classroom = Classroom.create(folder / "class", self.course.root)
        list(release_assignments(self.classroom, list(self.course.assignments.values()), DUE))
        hand_in(self.classroom, self.samples[:3])
        with self._grading() as grading:
            there = find_handed_in(self.classroom.submitted, [CHAPTER])
            assert not any(one.reason for one in grading.grade(there))
            self.intake = grading._intake(CHAPTER)
        self.roster = Roster.read(self._written("roster.csv", ROSTERS[0].encode()))

    def _grading(self) -> Grading:
        return Grading(self.course, self.classroom, Options(jobs=1, mode="none"))

    def _written(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    @functools.cached_property
    def notebooks(self) -> list[bytes]:
        """Notebooks of the sample class, and one as nbgrader keeps it."""
        own = [nbformat.writes(one.notebook).encode() for one in self.samples]
        return [*own, (self.classroom.release / CHAPTER / f"{CHAPTER}.ipynb").read_bytes()]

    @functools.cached_property
    def archives(self) -> list[bytes]:
        """What Moodle, Canvas and a student's own computer make, one within another."""
        names = (
            f"Ada Lovelace_11_assignsubmission_file_/{CHAPTER}.ipynb",
            f"gödelkurt_12_5001_{CHAPTER}.ipynb",
            f"Kurt Gödel_12_assignsubmission_file_/mine/{CHAPTER}.ipynb",
        )
        packed = [_packed({name: self.notebooks[0]}, name.isascii()) for name in names]
        return [*packed, _packed({"Ada Lovelace_11_assignsubmission_file_/a.zip": packed[0]}, True)]

    @functools.cached_property
    def sheet(self) -> bytes:
        """A sheet of marks, filled in."""
        rows = [list(HEADINGS)]
        for sheet in read_sheets(self.classroom, list(self.course.assignments.values())):
            for one in sheet.answers:
                row = {
                    "chapter": CHAPTER,
                    "question": sheet.question.name,
                    "answer": one.pseudonym,
                    "version": one.version,
                    "before": one.before,
                    "points": "1.5",
                    "comment": "well said",
                }
                rows.append([row.get(heading, "") for heading in HEADINGS])
        return _table(rows)

    # --- how each is read

    def graded(self, path: Path) -> None:
        """As ``autograder grade`` reads a notebook, up to the process that runs it."""
        for one in survey(path.parents[2], self.contents).handed_in:
            collected = self._collected(one)
            cells, notes = collected.cells()
            self.intake.take(cells, [*notes, *collected.notes])

    def _collected(self, one: Any) -> Any:
        from autograder.grading.coordinator.submissions import collect

        return collect(one, self.intake.answered)

    def checked(self, path: Path) -> None:
        """As ``autograder check`` and ``pack`` read it, up to the process that runs it."""
        sort_cells(read_notebook(path, self.classroom.release / CHAPTER / f"{CHAPTER}.ipynb").cells)
        sort_cells(read_notebook(path).cells)
        pack(path)

    def collected(self, path: Path) -> None:
        """As ``autograder collect`` does."""
        found = Sorted()
        with files_of(path) as files:
            for file in files:
                try:
                    file.read(2**20)
                except NotTaken:
                    continue
            for one in sort_out(files, Matcher(self.roster), self.contents, found):
                assert one.student in self.roster.by_id

    def enrolled(self, path: Path) -> None:
        """As ``autograder init --roster`` does, and every command after it."""
        roster = Roster.read(path)
        kept = roster.save(path.parent)
        again = Roster.load(kept.parent)
        assert again.by_id == roster.by_id, "the roster is another one once it is kept"

    def decided(self, path: Path) -> None:
        """As every command of a class does with ``class.toml``."""
        settings = Settings.load(path.parent, self.contents) or Settings()
        extended = Extensions({("11", CHAPTER): "+3 days", ("12", CHAPTER): "excused"})
        rules_of(self.course, settings, extended)
        for moment in settings.deadlines.values():
            settings.shown(moment)

    def extended(self, path: Path) -> None:
        """As every command of a class does with ``extensions.csv``."""
        settings = Settings.load(self._settings().parent, self.contents) or Settings()
        rules_of(self.course, settings, Extensions.load(path.parent, settings, self.contents))

    def _settings(self) -> Path:
        return self._written("class.toml", SETTINGS.encode())

    def configured(self, path: Path) -> None:
        """As every command of a class does with nbgrader's configuration."""
        with console.capture():
            course, classroom = open_class(console, SMALL, path.parent)
        assert classroom.db_url and course.assignments

    def timed(self, path: Path) -> None:
        """As grading reads ``timestamp.txt``."""
        text = path.read_bytes()[:1000].decode("utf-8-sig", "replace")
        try:
            assert read_timestamp(text).tzinfo is None
        except NoTime as why:
            assert str(why)

    def taken(self, path: Path) -> None:
        """As ``autograder mark --take`` does."""
        outcome = take(self.course, self.classroom, path)
        assert all("\n" not in line for line in outcome.refused)

    def filled(self, path: Path) -> None:
        """As ``autograder export`` reads the table of a platform."""
        table = PlatformTable.read(path)
        assert table.content() == path.read_bytes(), "an untouched table is written otherwise"
        assert table.headings is not None

    def graded_before(self, path: Path) -> None:
        """As ``autograder grade`` reads what an earlier run left."""
        name = path.name
        place = {
            "journal.jsonl": self.classroom.state / name,
            "changes.json": self.classroom.state / name,
            "line.json": self.classroom.state / "released" / name,
            "line.ipynb": self.classroom.autograded / STUDENT / CHAPTER / name,
        }[name]
        before = place.read_bytes() if place.exists() else None
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
        try:
            if name == "line.ipynb":
                self._graded_notebook(place)
            Changes.load(self.classroom)
            there = find_handed_in(self.classroom.submitted, [CHAPTER])
            with self._grading() as grading:
                grading._intake(CHAPTER)
                due = {one.id for one in grading.due(there)}
                grading.bring_up_to_date([one for one in there if one.id not in due])
        finally:
            place.unlink()
            if before is not None:
                place.write_bytes(before)

    def _graded_notebook(self, place: Path) -> None:
        """It is compared with the one that takes its place, and its page is made again."""
        before, now = read_graded_notebook(place), read_graded_notebook(self._other_graded)
        assert now is not None
        changed_answers(before, now)
        (self.classroom.feedback / STUDENT / CHAPTER / f"{CHAPTER}.html").unlink(missing_ok=True)

    @property
    def _other_graded(self) -> Path:
        return self.classroom.autograded / "student-02" / CHAPTER / f"{CHAPTER}.ipynb"

    def written(self, path: Path) -> None:
        """As every command reads the course, for its authors."""
        root = self.course_copy
        place = root / ("_toc.yml" if path.name == "_toc.yml" else f"chapters/{path.name}")
        before = place.read_bytes()
        place.write_bytes(path.read_bytes())
        try:
            read_course(root)
        finally:
            place.write_bytes(before)

    @functools.cached_property
    def course_copy(self) -> Path:
        import shutil

        copy = self.folder / "course"
        shutil.copytree(SMALL, copy, ignore=shutil.ignore_patterns("__pycache__"))
        return copy

    def kinds(self) -> Iterator[Kind]:
        """All classes of files."""
        notebooks = NOTEBOOKS.map(_dumped)
        inside = f"submitted/{STUDENT}/{CHAPTER}/{CHAPTER}.ipynb"
        odd = f"submitted/{STUDENT}/mywork/mine.ipynb"
        config = (self.classroom.folder / "nbgrader_config.py").read_bytes()
        settings = [SETTINGS.encode(), _template(self.course)]
        text, own = OF_TEXT, self.notebooks
        page, toc = (SMALL / "chapters/line.md").read_bytes(), (SMALL / "_toc.yml").read_bytes()
        rosters, tables = [one.encode() for one in ROSTERS], ROWS.map(_table)
        yield Kind("notebook, graded", 20, inside, own, OF_NOTEBOOKS, self.graded, notebooks)
        yield Kind("notebook, in an odd place", 5, odd, own, OF_NOTEBOOKS, self.graded, notebooks)
        yield Kind(
            "notebook, checked", 15, "line.ipynb", own, OF_NOTEBOOKS, self.checked, notebooks
        )
        yield Kind("archive", 15, "a.zip", self.archives, OF_ARCHIVES, self.collected)
        yield Kind("roster", 10, "export.csv", rosters, text, self.enrolled, tables)
        toml = LINES.map(_toml)
        yield Kind("class.toml", 10, "class.toml", settings, text, self.decided, toml)
        granted = [EXTENSIONS.encode()]
        yield Kind("extensions.csv", 6, "extensions.csv", granted, text, self.extended, tables)
        yield Kind("nbgrader_config.py", 4, "nbgrader_config.py", [config], text, self.configured)
        times = [one.encode() for one in TIMES]
        moments = st.datetimes(timezones=st.timezones()).map(lambda t: str(t).encode())
        yield Kind("timestamp.txt", 4, "timestamp.txt", times, text, self.timed, moments)
        yield Kind("sheet of marks", 4, "sheet.csv", [self.sheet], text, self.taken, tables)
        yield Kind("platform's table", 5, "grades.csv", rosters, text, self.filled, tables)
        journal = self.classroom.state / "journal.jsonl"
        lines = [journal.read_bytes()]
        yield Kind("journal", 3, "journal.jsonl", lines, (*text, _of_entries), self.graded_before)
        kept = [b'{"at": null, "changes": [], "seen": [{"student": "a", "chapter": "line",'
                b' "points": {"mse": 2.0}}]}']  # fmt: skip
        yield Kind("changes", 2, "changes.json", kept, OF_NOTEBOOKS, self.graded_before)
        hashes = [json.dumps(["0" * 64, "1" * 64], indent=0).encode()]
        yield Kind("hashes of cells", 2, "line.json", hashes, OF_NOTEBOOKS, self.graded_before)
        graded = [(self.classroom.autograded / STUDENT / CHAPTER / "line.ipynb").read_bytes()]
        yield Kind("graded notebook", 3, "line.ipynb", graded, OF_NOTEBOOKS, self.graded_before)
        yield Kind("chapter", 4, "line.md", [page], text, self.written)
        yield Kind("_toc.yml", 4, "_toc.yml", [toc], text, self.written)


def _packed(files: dict[str, bytes], in_ascii: bool) -> bytes:
    buffer = io.BytesIO()
    at = datetime(2027, 1, 31, tzinfo=UTC).timetuple()[:6]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if in_ascii else 0) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, at), content)
    return buffer.getvalue()


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8", "replace")


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _toml(lines: Sequence[tuple[str, Any]]) -> bytes:
    told = [name if name[0] == "[" else f"{name} = {json.dumps(to)}" for name, to in lines]
    return "\n".join(told).encode("utf-8", "replace")


def _template(course: Course) -> bytes:
    text = TEMPLATE.read_text(encoding="utf-8").replace("@NAME@", '"x"')
    text = text.replace("@TIME_ZONE@", '"UTC"').replace("@EXAMPLE@", next(iter(course.assignments)))
    return text.replace("@DEADLINES@", 'line = "2027-01-31 23:59"').encode()


def _of_entries(rng: Any, data: bytes) -> bytes:
    """Another version's journal: entries with values of another type."""
    from tools.bad_input.mutate import of_json

    lines = data.splitlines()
    at = rng.randrange(len(lines)) if lines else 0
    lines[at : at + 1] = [of_json(rng, lines[at]).replace(b"\n", b" ")] if lines else []
    return b"\n".join(lines) + b"\n"
