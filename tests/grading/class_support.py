"""A small class to grade, and what grading left in its folder."""

import csv
import json
import shutil
import subprocess
import sys

import nbformat
from nbgrader.api import Gradebook
from nbgrader.utils import determine_grade, is_grade

from autograder.course import read_course
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
from autograder.release import Classroom, release_assignments


def make_class(root, folder, students=None):
    """The course at ``root`` released into ``folder``, and its sample class handed in."""
    course = read_course(root)
    classroom = Classroom.create(folder, course.root)
    chapters = list(course.assignments.values())
    list(release_assignments(classroom, chapters, DUE))
    samples = [s for s in sample_class(chapters) if students is None or s.student in students]
    hand_in(classroom, samples)
    return course, classroom, samples


def grade(course, classroom, **options):
    """Grade what is due, without a sandbox: the sample class is our own code."""
    options = Options(**({"jobs": 2, "mode": "none"} | options))
    handed_in = find_handed_in(classroom.submitted, list(course.assignments))
    with Grading(course, classroom, options) as grading:
        return list(grading.grade(grading.due(handed_in)))


def due(course, classroom, **options):
    handed_in = find_handed_in(classroom.submitted, list(course.assignments))
    with Grading(course, classroom, Options(**options)) as grading:
        return [one.id for one in grading.due(handed_in)]


def notebook_of(classroom, student, assignment="line", folder="autograded"):
    path = getattr(classroom, folder) / student / assignment / f"{assignment}.ipynb"
    return nbformat.read(path, 4)


def page_of(classroom, student, assignment="line"):
    return (classroom.feedback / student / assignment / f"{assignment}.html").read_text()


def notes_of(classroom, student, assignment="line"):
    """What the journal notes of the last grading."""
    journal = Journal(classroom.state / "journal.jsonl")
    return journal.entries[f"{student}/{assignment}"].notes


def change(classroom, student, edit, assignment="line"):
    """Hand in again, after ``edit`` of the notebook as JSON."""
    path = classroom.submitted / student / assignment / f"{assignment}.ipynb"
    notebook = json.loads(path.read_text())
    edit(notebook)
    path.write_text(json.dumps(notebook))


def gradebook(classroom):
    coursedir = classroom.nbgrader().coursedir
    return Gradebook(coursedir.db_url, coursedir.course_id)


def auto_scores(classroom, student, assignment="line"):
    """``{grade_id: automatic score}`` as the gradebook has them."""
    with gradebook(classroom) as book:
        found = book.find_submission_notebook(assignment, assignment, student).grades
        return {grade.name: grade.auto_score for grade in found}


def scores_read_by_nbgrader(notebook):
    """``{grade_id: score}`` as nbgrader's own scoring reads them from a graded notebook."""
    return {
        cell.metadata.nbgrader.grade_id: determine_grade(cell)[0]
        for cell in notebook.cells
        if is_grade(cell)
    }


def export(classroom):
    """What ``nbgrader export`` says, as ``{(student, assignment): score}``."""
    command = [sys.executable, "-m", "nbgrader", "export", "--to", "grades.csv"]
    result = subprocess.run(
        command, cwd=classroom.folder, capture_output=True, text=True, timeout=300
    )
    assert result.returncode == 0, result.stderr
    with (classroom.folder / "grades.csv").open() as file:
        return {
            (row["student_id"], row["assignment"]): float(row["score"])
            for row in csv.DictReader(file)
        }


def second_chapter(root):
    """A copy of the chapter ``line`` under the name ``plane``, in the same course."""
    for kind in ("chapters/line.md", "solutions/line"):
        source = root / kind
        copy = source.with_name(source.name.replace("line", "plane"))
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
    page = root / "chapters" / "plane.md"
    page.write_text(page.read_text().replace("line-points", "plane-points"))
    toc = root / "_toc.yml"
    toc.write_text(toc.read_text().rstrip() + "\n  - file: chapters/plane\n")
