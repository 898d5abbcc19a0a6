"""A class folder whose commands are typed, and the numbers that come of them."""

import re
from datetime import timedelta

from nbgrader.api import Gradebook

from autograder.cli import app
from autograder.course import read_course
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
from autograder.release import Classroom
from autograder.screen import console
from tests.conftest import SMALL

LATE = "student-11"  # by a day; all right: 2 + 4 points, and 2 for the question by hand
ON_TIME = "student-04"  # the gradient is wrong: 2 points
ROSTER = f"""\
First name,Surname,ID number,Email address
Ada,Lovelace,{ON_TIME},ada@example.org
Kurt,Gödel,{LATE},kurt@example.org
Emmy,Noether,student-99,emmy@example.org
"""


class Class:
    """A class folder, and the commands as they are typed."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *args):
        options = [] if args[0] == "init" else ["--class", str(self.folder)]
        with console.capture() as captured:
            app([*args, *options, "--course", str(SMALL)], standalone_mode=False)
        return captured.get()

    def grade(self):
        return self.run("grade", "--sandbox", "none", "-j", "1")

    def set(self, **values):
        """Write settings of one line each, and the tables ``deadlines`` and ``dropped``."""
        tables = [values.pop(key) for key in ("deadlines", "dropped") if key in values]
        lines = [*(f"{key} = {value}" for key, value in values.items()), *tables]
        (self.folder / "class.toml").write_text("\n".join(lines) + "\n")

    @property
    def classroom(self):
        return Classroom.open(self.folder)

    def numbers(self, screen, student):
        """The one number where it stands: screen, nbgrader's gradebook, feedback."""
        row = next(line for line in screen.splitlines() if line.startswith(f"{student} "))
        page = (self.folder / "feedback" / student / "line" / "line.html").read_text()
        coursedir = self.classroom.nbgrader().coursedir
        with Gradebook(coursedir.db_url, coursedir.course_id) as book:
            found = book.find_submission("line", student)
            kept = max(0.0, found.score - found.late_submission_penalty), found.max_score
        told = re.search(r"<h1>line: ([\d.]+) of ([\d.]+) points", page)
        assert (float(told[1]), float(told[2])) == kept
        assert float(row.split()[1].rstrip("*LE")) == kept[0]
        mark = read_marks(self.classroom)[student, "line"]
        assert (mark.mark, mark.max_score) == kept
        return kept

    def of_late(self):
        return self.numbers(self.grade(), LATE)

    def when_graded(self):
        path = self.folder / "autograded" / LATE / "line" / "line.ipynb"
        return path.stat().st_mtime_ns


def time(days=0):
    return f'"{DUE + timedelta(days=days):%Y-%m-%d %H:%M:%S}"'


def deadline(days=0):
    return {"time_zone": '"UTC"', "deadlines": f"[deadlines]\nline = {time(days)}"}


def make_class(folder, *students):
    """A class of three, of whom ``students`` have handed in the chapter ``line``."""
    export = folder.with_name("export.csv")
    export.write_text(ROSTER)
    term = Class(folder)
    term.run("init", str(folder), "--roster", str(export))
    term.set(**deadline())
    term.run("release")
    chapters = list(read_course(SMALL).assignments.values())
    hand_in(term.classroom, [s for s in sample_class(chapters) if s.student in students])
    return term
