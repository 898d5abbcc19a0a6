"""What the engine is compared with: stock nbgrader, otter-grader, and the checks alone."""

from __future__ import annotations

import contextlib
import io
import os
import statistics
import tempfile
import time
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy.exc import SAWarning

from autograder.checks.diagnosis import without_hints
from autograder.course import Chapter
from autograder.grading.coordinator.intake import Intake
from autograder.grading.coordinator.submissions import HandedIn, collect
from autograder.in_process import run_checks, run_explained
from autograder.release import Classroom

#: a test file of otter-grader for one exercise: the very checks that stock nbgrader runs
OTTER_TEST = """\
OK_FORMAT = False

from otter.test_files import test_case

name = {exercise!r}
points = {points!r}


@test_case(points={points!r})
def all_checks(env):
    from autograder.in_process import grade_cell

    assert grade_cell({chapter!r}, {exercise!r}, env, {earlier!r}) == {points!r}
"""


def stock(classroom: Classroom, handed_in: Iterable[HandedIn]) -> float:
    """Seconds a submission of ``nbgrader autograde`` in one warm process."""
    warnings.simplefilter("ignore", SAWarning)
    api = classroom.nbgrader()
    seconds = []
    for one in handed_in:
        begun = time.perf_counter()
        result = api.autograde(one.assignment, one.student, force=True)
        seconds.append(time.perf_counter() - begun)
        assert result["success"], result
    return statistics.median(seconds[1:] or seconds)  # the first one imports


class Otter:
    """Otter-grader's run of a submission on this machine, without a container."""

    def __init__(self, chapter: Chapter, folder: Path) -> None:
        """Write the tests of ``chapter`` for otter-grader into ``folder``."""
        self.chapter, self.archive = chapter, folder / "autograder.zip"
        tests = folder / "tests"
        tests.mkdir(parents=True)
        for exercise in chapter.exercises.values():
            text = OTTER_TEST.format(
                chapter=chapter.name,
                exercise=exercise.name,
                earlier=list(chapter.functions_before(exercise)),
                points=float(sum(check.points for check in exercise.checks)),
            )
            (tests / f"{exercise.name}.py").write_text(text, encoding="utf-8")
        with _quiet():  # its import warns, too
            from otter.generate import main as generate

            generate(
                tests_dir=str(tests),
                output_path=str(self.archive),
                no_config=True,
                no_requirements=True,
                no_environment=True,
            )

    def scores(self, one: HandedIn, course: Path) -> dict[str, float]:
        """Points by exercise of one submission to the course in ``course``."""
        path = one.folder / f"{one.assignment}.ipynb"
        found = {"AUTOGRADER_COURSE": str(course), "PYTHONPATH": os.pathsep.join(_packages())}
        with mock.patch.dict(os.environ, found), _quiet():
            from otter.api import grade_submission

            results: Any = grade_submission(str(path), str(self.archive), quiet=True)
        return {name: one.score for name, one in results.results.items()}

    def __call__(self, handed_in: Sequence[HandedIn], course: Path) -> float:
        """Seconds a submission, in one warm process."""
        seconds = []
        for one in handed_in:
            begun = time.perf_counter()
            scores = self.scores(one, course)
            seconds.append(time.perf_counter() - begun)
            assert set(scores) >= set(self.chapter.exercises), scores
        return statistics.median(seconds[1:] or seconds)


def alone(chapter: Chapter, handed_in: Iterable[HandedIn], has_causes: bool) -> float:
    """Seconds a submission of its cells and its checks in one warm process, unprotected.

    ``has_causes`` is whether the cause of what is wrong is looked for too, as our engine and the
    graded cells of stock nbgrader do.
    """
    intake = Intake(chapter)
    programs = [intake.take(*collect(one).cells()).program for one in handed_in]
    compute(chapter, programs[0], has_causes)
    begun = time.perf_counter()
    for program in programs:
        compute(chapter, program, has_causes)
    return (time.perf_counter() - begun) / len(programs)


def compute(chapter: Chapter, program: Sequence[Any], has_causes: bool) -> None:
    """Run the cells of a submission, and the checks on what they define."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for cell in program:
            with contextlib.suppress(Exception):
                exec(compile(cell.source, "<cell>", "exec"), namespace)
        for exercise in chapter.exercises.values():
            with contextlib.suppress(Exception):
                if has_causes:
                    earlier = chapter.functions_before(exercise)
                    run_explained(chapter.solution, exercise.checks, earlier, namespace)
                else:
                    with without_hints():
                        run_checks(chapter, exercise, namespace)


def _packages() -> list[str]:
    """Where a kernel that otter-grader starts elsewhere finds this package."""
    here = str(Path(__file__).parents[2])
    return [here, *filter(None, [os.environ.get("PYTHONPATH", "")])]


@contextlib.contextmanager
def _quiet() -> Any:
    """Hold back what a program of others prints, and leave this process in its folder."""
    before = os.getcwd()
    with (
        tempfile.TemporaryFile("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            os.chdir(before)
