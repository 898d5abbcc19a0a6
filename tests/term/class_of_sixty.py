"""A class of sixty in three chapters of the course, its hand-ins, and the guide for instructors."""

import csv
import itertools
import json
import re
import shlex
import shutil
import zipfile
from datetime import UTC, datetime, timedelta

import nbformat
from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment

from autograder.course import read_course
from autograder.grading.coordinator.sample_class import answered
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom
from tests.conftest import ROOT, SMALL
from tests.typist import Typist

#: one of the course, and two that cost little, with a question to be marked by hand
NUMPY, LINE, PLANE = CHAPTERS = ("numpy_and_gradients", "line", "plane")
ORIGINALS = {
    NUMPY: (ROOT, NUMPY),
    LINE: (SMALL, "line"),
    PLANE: (SMALL, "line"),
}
CONTENTS = "\n".join(
    ["format: jb-book", "root: chapters/welcome", "chapters:"]
    + [f"  - file: chapters/{name}" for name in CHAPTERS]
)
GUIDE = (ROOT / "chapters" / "for_instructors.md").read_text(encoding="utf-8")
ROSTER = ["First name", "Surname", "ID number", "Email address", "Identifier"]
#: the term's deadlines, in UTC; the first one is far away, since Moodle's archive has no times
DUE = {
    NUMPY: datetime(2099, 1, 31, 23, 59, tzinfo=UTC),
    LINE: datetime(2026, 11, 2, 23, 59, tzinfo=UTC),
    PLANE: datetime(2026, 11, 16, 23, 59, tzinfo=UTC),
}


def commands(number: int) -> str:
    """What the guide says to type at its step ``number``."""
    step = re.search(rf"^\*\*{number}\. .*?(?=^\*\*{number + 1}\. |^## )", GUIDE, re.M | re.S)
    return re.search(r"```sh\n(.*?)```", step[0], re.S)[1]


def settings() -> str:
    """What the guide shows of ``class.toml``."""
    return re.search(r"```toml\n(.*?)```", GUIDE, re.S)[1]


def incident(what: str) -> str:
    """What the guide's table says of the line that begins with ``what``."""
    return re.search(rf"^\| {re.escape(what)}.*?\| (.*) \|$", GUIDE, re.M)[1]


class Term:
    """A class folder beside a copy of the course, and the commands as they are typed there."""

    def __init__(self, folder):
        self.course = folder / "course"
        for folder in ("chapters", "solutions", "_build/known_mistakes"):
            (self.course / folder).mkdir(parents=True)
        shutil.copytree(ROOT / "chapters" / "data", self.course / "chapters" / "data")
        for name, (root, original) in ORIGINALS.items():
            page = (root / "chapters" / f"{original}.md").read_text(encoding="utf-8")
            (self.course / "chapters" / f"{name}.md").write_text(page, encoding="utf-8")
            shutil.copytree(root / "solutions" / original, self.course / "solutions" / name)
            for known in (root / "_build" / "known_mistakes").glob(f"{name}-*"):
                shutil.copy(known, self.course / "_build" / "known_mistakes")
        (self.course / "chapters" / "welcome.md").write_text("# Welcome\n")
        (self.course / "_toc.yml").write_text(CONTENTS + "\n")
        self.folder = self.course / "class"
        self.settings = {"late": '"10% a day, grace 15 min"', "time_zone": '"UTC"'}
        self.dropped = {}
        self.due = dict(DUE)
        self._numbers = itertools.count(1)
        self._chapters = read_course(self.course).assignments
        self._typist = Typist()

    def close(self) -> None:
        """Type no more."""
        self._typist.close()

    def type(self, commands: str) -> str:
        """What ``commands``, typed in the folder of the course, print; they must end well."""
        told = ""
        for command in commands.splitlines():
            program, *arguments = shlex.split(command)
            assert program == "autograder", command
            result = self._typist.type(*arguments, cwd=self.course)
            told += result.stdout + result.stderr
            ended = (result.returncode, "Traceback" in told)
            assert ended == (0, False), f"{command}\n{told}"
        return told

    # --- what the class is

    def write_roster(self, students) -> None:
        """As Moodle exports it: ``(first name, surname, id)``, in this order."""
        with (self.course / "participants.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(ROSTER)
            for first, last, id in students:
                number = f"Participant {moodle_number(id)}"
                writer.writerow([first, last, id, f"{id}@example.org", number])

    def set(self, **settings: str) -> None:
        """Write ``class.toml``: settings as TOML, and the tables of deadlines and dropped ones."""
        self.settings |= settings
        lines = [f"{key} = {value}" for key, value in self.settings.items()]
        lines += [
            "[deadlines]",
            *(f'{name} = "{due:%Y-%m-%d %H:%M}"' for name, due in self.due.items()),
        ]
        lines += ["[dropped]", *(f'"{name}" = "{how}"' for name, how in self.dropped.items())]
        (self.folder / "class.toml").write_text("\n".join(lines) + "\n")

    # --- what is handed in

    def notebook(self, chapter: str, without: str = "") -> str:
        """A right answer to all of ``chapter``, but for the exercise ``without``."""
        notebook = answered(self._chapters[chapter], {})
        for cell, stub in zip(notebook.cells, self._blank(chapter).cells, strict=True):
            if without and cell.metadata.get("nbgrader", {}).get("grade_id") == without:
                cell.source = stub.source
        return nbformat.writes(notebook)

    def untouched(self, chapter: str) -> str:
        """The notebook as it was handed out."""
        return nbformat.writes(self._blank(chapter))

    def _blank(self, chapter):
        return student_notebook(self._chapters[chapter])

    def moodle(self, files) -> None:
        """Moodle's archive, ``submissions.zip``."""
        with zipfile.ZipFile(self.course / "submissions.zip", "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in files.items():
                file.writestr(name, content)

    def exchange(self, hand_ins) -> None:
        """Collect ``(id, chapter, how long after the deadline, notebook)`` of an exchange."""
        folder = self.course.with_name(f"exchange-{next(self._numbers)}")
        for id, chapter, late, content in hand_ins:
            time = f"{DUE[chapter] + late:%Y-%m-%d %H:%M:%S} UTC"
            place = folder / "course" / "inbound" / f"{id}+{chapter}+{time}+1"
            place.mkdir(parents=True)
            (place / f"{chapter}.ipynb").write_text(content)
        self.type(f"autograder collect {folder}")

    # --- the same number at four places

    def numbers(self, screen: str, excused=()) -> dict[tuple[str, str], tuple[float, float]]:
        """Mark and maximum of every hand-in, where table, gradebook, page and export agree.

        Of chapters of which somebody is ``excused`` nothing is exported.
        """
        marks = self._gradebook()
        assert self._table(screen) == {key: mark for key, (mark, _) in marks.items()}
        assert self._pages() == marks
        exported = {key: mark for key, (mark, _) in marks.items()} | dict.fromkeys(excused)
        assert self._exported(marks) == exported
        return marks

    def _table(self, screen):
        rows = [line.split() for line in screen.splitlines()]
        at = next(at for at, row in enumerate(rows) if row[:1] == ["student"])
        assert tuple(rows[at - 1]) == CHAPTERS
        marks = {
            (student, name): re.match(r"[\d.]+", cell)
            for student, *cells in filter(None, rows[at + 2 :])
            if len(cells) == len(CHAPTERS)
            for name, cell in zip(CHAPTERS, cells, strict=True)
        }
        return {key: float(mark[0]) for key, mark in marks.items() if mark}

    def _gradebook(self):
        coursedir = Classroom.open(self.folder).nbgrader().coursedir
        with Gradebook(coursedir.db_url, coursedir.course_id) as book:
            found = book.db.query(
                Student.id,
                Assignment.name,
                SubmittedAssignment.score,
                SubmittedAssignment.late_submission_penalty,
                SubmittedAssignment.max_score,
            )
            found = found.select_from(SubmittedAssignment).join(Student).join(Assignment)
            return {
                (student, name): (round(max(0.0, score - penalty), 6), round(most, 6))
                for student, name, score, penalty, most in found
            }

    def _pages(self):
        return {
            (page.parts[-3], page.parts[-2]): tuple(
                map(
                    float,
                    re.search(r"<h1>\w+: ([\d.]+) of ([\d.]+) points", page.read_text()).groups(),
                )
            )
            for page in (self.folder / "feedback").glob("*/*/*.html")
        }

    def _exported(self, keys):
        self.type("autograder export --to json")
        told = json.loads((self.folder / "exports" / "marks.json").read_text())
        return {
            (student["id"], name): chapter["points"]
            for student in told["students"]
            for name, chapter in student["chapters"].items()
            if (student["id"], name) in keys
        }


def moodle_number(id: str) -> int:
    """Moodle's own number of a student."""
    return 4001 if id == "ada" else 4000 + int(id[1:])


DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
