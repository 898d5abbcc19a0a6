"""Do our marks equal those of stock nbgrader? On all mistakes and alternatives of a chapter.

    python -m tools.same_marks perceptron mp_neuron:4

``:4`` takes four of the chapter's submissions, spread over all of them.

The first submission has the first mistake in every exercise, the second the second …; then so
for the right answers. Both engines grade the same release, and their scores are compared for
every cell.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import nbformat

from autograder.course import Chapter, Course, read_course
from autograder.grading.coordinator import stock
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.sample_class import WRITTEN_ANSWER
from autograder.release import Classroom, release_assignments
from tests.conftest import ROOT
from tests.grading.class_support import auto_scores, grade, notebook_of
from tools.bench.classes import hand_in


def packed(chapter: Chapter) -> dict[str, dict[str, str]]:
    """Student -> answers by function, so that every variant is in one submission."""
    found: dict[str, dict[str, str]] = {}
    for kind in ("mistakes", "alternatives"):
        by_function: dict[str, list[str]] = {}
        for variant in getattr(chapter.solution, kind):
            by_function.setdefault(variant.function_name, []).append(variant.source)
        for number in range(max(map(len, by_function.values()), default=0)):
            found[f"{kind}-{number:02d}"] = {
                name: sources[number]
                for name, sources in by_function.items()
                if number < len(sources)
            }
    return found


def differences(
    course: Course, chapter: Chapter, folder: Path, most: int | None = None
) -> list[str]:
    """Every cell of every submission that the two engines score differently, in a line."""
    jobs = 2
    submissions = list(packed(chapter).items())
    submissions = submissions[:: -(-len(submissions) // most) if most else 1]
    classes = {}
    for engine in ("stock", "ours"):
        classroom = classes[engine] = Classroom.create(folder / engine, course.root)
        list(release_assignments(classroom, [chapter]))
        for student, answers in submissions:
            hand_in(classroom, chapter, student, answers)
            answer_questions(classroom, chapter, student)
    handed_in = find_handed_in(classes["stock"].submitted, [chapter.name])
    errors = [error for _, error in stock.grade(course, classes["stock"], handed_in, jobs) if error]
    assert not errors, errors
    assert not [one.reason for one in grade(course, classes["ours"], jobs=jobs) if one.reason]
    found = []
    for one in handed_in:
        theirs, ours = (auto_scores(classes[e], one.student, chapter.name) for e in classes)
        assert set(ours) == set(theirs)
        for cell, score in theirs.items():
            if ours[cell] != score:
                graded = notebook_of(classes["stock"], one.student, chapter.name)
                said = shown(graded, cell)
                found.append(f"{one.student} {cell}: stock {score}, ours {ours[cell]} ({said})")
    return found


def answer_questions(classroom: Classroom, chapter: Chapter, student: str) -> None:
    path = classroom.submitted / student / chapter.name / f"{chapter.name}.ipynb"
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in chapter.written:
            cell.source = WRITTEN_ANSWER
    nbformat.write(notebook, path)


def shown(notebook: nbformat.NotebookNode, grade_id: str) -> str:
    """What a graded cell showed under stock nbgrader, shortened."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id:
            return " ".join(str(cell.get("outputs", "")).split())[:200]
    return ""


def main() -> None:
    course = read_course(ROOT)
    for wanted in sys.argv[1:]:
        name, _, most = wanted.partition(":")
        chapter = course.assignments[name]
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found = differences(course, chapter, Path(folder), int(most) if most else None)
        seconds = time.monotonic() - begun
        count = f"{most or 'all'} of {len(packed(chapter))} submissions"
        print(f"{name}: {count}, {len(found)} cells differ ({seconds:.0f} s)")
        print(*found, sep="\n")


if __name__ == "__main__":
    main()
