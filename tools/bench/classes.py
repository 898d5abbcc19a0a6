"""Classes to grade: the reference's answers, with every known right and wrong answer in turn."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat

from autograder.course import Chapter, Course
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom, release_assignments

LOOP = "def {name}(*args, **kwargs):\n    while True:\n        pass\n"


def make_class(course: Course, chapter: Chapter, folder: Path, size: int) -> Classroom:
    """``size`` students: the reference, then alternatives and mistakes, spread over all."""
    shutil.rmtree(folder, ignore_errors=True)
    classroom = Classroom.create(folder, course.root)
    list(release_assignments(classroom, [chapter]))
    variants = [None, *chapter.solution.alternatives, *chapter.solution.mistakes]
    step = max(len(variants) // size, 1)
    for number in range(size):
        variant = variants[number * step % len(variants)]
        answers = {variant.function_name: variant.source} if variant else {}
        hand_in(classroom, chapter, f"student-{number:04d}", answers)
    return classroom


def hand_in(classroom: Classroom, chapter: Chapter, student: str, answers: dict[str, str]) -> None:
    """A notebook with the reference's functions, but for those in ``answers``."""
    notebook = answered(chapter, answers)
    path = classroom.submitted / student / chapter.name / f"{chapter.name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def answered(chapter: Chapter, answers: dict[str, str]) -> nbformat.NotebookNode:
    """The student's notebook with the reference's functions, but for those in ``answers``."""
    notebook = student_notebook(chapter)
    for cell in notebook.cells:
        exercise = chapter.exercises.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if exercise:
            cell.source = "\n\n\n".join(
                answers.get(name, chapter.solution.definitions[name].source)
                for name in exercise.functions
            )
    return notebook


def looping(chapter: Chapter) -> dict[str, str]:
    """Answers of which the first never ends."""
    name = next(iter(chapter.exercises.values())).functions[0]
    return {name: LOOP.format(name=name)}
