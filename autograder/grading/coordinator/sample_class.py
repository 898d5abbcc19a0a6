"""Twelve students whose marks are known before they are graded.

Made from each chapter's ``mistakes`` and ``alternatives``, to try the whole way from
release to feedback.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import nbformat

from autograder.course import Chapter
from autograder.course.solution import Variant
from autograder.files import write_if_changed
from autograder.grading.coordinator.grade_class import secret_file
from autograder.notebooks.build import student_notebook
from autograder.release.classroom import Classroom

DUE = datetime(2030, 1, 15, 12, 0)
SYNTAX_ERROR = "def unfinished(:\n    return"
WRITTEN_ANSWER = "Because of what the picture above shows."


@dataclass(frozen=True)
class Sample:
    """One submission of the sample class: its text, and the mark it must get."""

    student: str
    chapter: Chapter
    story: str
    notebook: nbformat.NotebookNode
    expected: float  #: points of the automatic checks
    late: bool = False


def sample_class(chapters: Sequence[Chapter], every: int = 1) -> list[Sample]:
    """All submissions of the twelve students to ``chapters``.

    Those who are wrong in one exercise, and who is late, hand in ``every`` so-many-th chapter.
    """
    samples = []
    for place, chapter in enumerate(chapters):
        exercises = list(chapter.exercises.values())
        full = sum(exercise.points for exercise in exercises)
        samples += [
            _sample(1, chapter, "all right, as the reference", {}, full),
            _sample(2, chapter, "all right, in another style", _alternatives(chapter, 0), full),
        ]
        for number in range(3, 9):
            if (number + place) % every:
                continue
            exercise = exercises[(number - 3) % len(exercises)]
            wrong = [m for m in chapter.solution.mistakes if m.function_name in exercise.functions]
            mistake = wrong[(number - 3) // len(exercises) % len(wrong)]
            samples.append(
                _sample(
                    number,
                    chapter,
                    f"{mistake.name} in {mistake.function_name}",
                    {mistake.function_name: mistake.source},
                    full - exercise.points + mistake.keeps,
                )
            )
        blank = student_notebook(chapter)
        samples.append(Sample(_id(9), chapter, "unanswered", blank, 0.0))
        if (10 + place) % every == 0:
            first = exercises[0]
            broken = dict.fromkeys(first.functions, SYNTAX_ERROR)
            story = f"syntax error in {first.name}"
            samples.append(_sample(10, chapter, story, broken, full - first.points))
        if (11 + place) % every == 0:
            samples.append(_sample(11, chapter, "all right, a day late", {}, full, late=True))
        if chapter is not chapters[-1]:
            answers = _alternatives(chapter, 1)
            samples.append(_sample(12, chapter, "all right, one chapter missing", answers, full))
    return samples


def hand_in(classroom: Classroom, samples: Sequence[Sample]) -> None:
    """Put the notebooks where nbgrader's collect would, with their time of submission.

    The inputs of the checks are fixed, too: a wrong answer that only most inputs show must
    not get other marks in every new folder.
    """
    write_if_changed(secret_file(classroom), "the sample class\n")
    for sample in samples:
        name = sample.chapter.name
        folder = classroom.submitted / sample.student / name
        write_if_changed(folder / f"{name}.ipynb", nbformat.writes(sample.notebook))
        time = DUE + timedelta(days=1 if sample.late else -1)
        write_if_changed(folder / "timestamp.txt", f"{time:%Y-%m-%d %H:%M:%S} UTC\n")


def _id(number: int) -> str:
    return f"student-{number:02d}"


def _sample(
    number: int,
    chapter: Chapter,
    story: str,
    answers: dict[str, str],
    expected: float,
    late: bool = False,
) -> Sample:
    notebook = answered(chapter, answers)
    return Sample(_id(number), chapter, story, notebook, expected, late)


def answered(chapter: Chapter, answers: Mapping[str, str]) -> nbformat.NotebookNode:
    """A notebook with the reference's functions, but for those in ``answers``."""
    notebook = student_notebook(chapter)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if not about.get("solution"):
            continue
        if cell.cell_type == "markdown":
            cell.source = WRITTEN_ANSWER
            continue
        exercise = chapter.exercises[about["grade_id"]]
        cell.source = "\n\n\n".join(
            answers.get(function, chapter.solution.definitions[function].source)
            for function in exercise.functions
        )
    return notebook


def _alternatives(chapter: Chapter, which: int) -> dict[str, str]:
    """For every function the ``which``-th alternative, or its last one."""
    by_function: dict[str, list[Variant]] = {}
    for variant in chapter.solution.alternatives:
        by_function.setdefault(variant.function_name, []).append(variant)
    return {name: found[min(which, len(found) - 1)].source for name, found in by_function.items()}
