"""Every chapter's private side: the reference passes, mistakes fail as said, alternatives pass."""

import numpy as np
import pytest

from autograder.checks.diagnosis import RULES
from autograder.course import CourseError
from autograder.in_process import namespace_with, run_checks
from tests.conftest import ROOT
from tests.conftest import one_chapter as read
from tests.sampling import at_least
from tools.measure_diagnosis import Measured, count

# By name, and read one by one: a slip in a chapter stops the tests of that chapter alone.
CHAPTERS = sorted(path.parent.name for path in ROOT.glob("solutions/*/reference.py"))
SECONDS = 5.0  # of processor time, as graded answers get
SECONDS_WHEN_WRONG = 2.0  # enough for each check that a mistake passes, and soon over for loops
# of right answers; a wrong one has the first. `make mutants` takes 100 and 5
SEEDS = range(2)
MEASURED = Measured()  #: what all mistakes are told with the first seed


@pytest.fixture(params=CHAPTERS)
def chapter(request):
    return read(request.param)


def variants(kind):
    """Each wrong or right answer of each chapter as a test; what stops its reading as one too."""
    found = []
    for name in CHAPTERS:
        try:
            chapter = read(name)
            for variant in getattr(chapter.solution, kind):
                id = f"{name}-{variant.function_name}-{variant.name}"
                found.append(pytest.param(chapter, variant, id=id))
        except CourseError as error:
            found.append(pytest.param(name, error, id=f"{name}-{kind}-not-read"))
    return found


def seeds_for(exercise):
    """One where a check trains and takes its time, else all."""
    return SEEDS[:1] if any(check.patience > 1 for check in exercise.checks) else SEEDS


def outcomes(chapter, variant, seed, seconds=SECONDS):
    exercise = chapter.exercise_of(variant.function_name)
    namespace = namespace_with(chapter, variant)
    return run_checks(chapter, exercise, namespace, str(seed), seconds)


def test_reference_passes_every_check(chapter):
    for exercise in chapter.exercises.values():
        for seed in seeds_for(exercise):
            for outcome in run_checks(chapter, exercise, namespace_with(chapter), str(seed)):
                assert outcome.failure is None, f"{outcome.check.name}, seed {seed}"


@pytest.mark.one_of(6)
@pytest.mark.parametrize("chapter, variant", variants("mistakes"))
def test_mistake_is_diagnosed_and_keeps_the_points_it_says(chapter, variant):
    if isinstance(variant, CourseError):
        raise variant
    found = outcomes(chapter, variant, SEEDS[0], SECONDS_WHEN_WRONG)
    failures = [outcome.failure for outcome in found if outcome.failure]
    assert failures, "passes every check"
    labels = set().union(*(failure.labels for failure in failures))
    assert variant.diagnosis in labels, "\n".join(map(str, failures))
    hints = {hint.key for failure in failures for hint in failure.hints}
    assert hints <= {rule.key for rule in RULES} | chapter.solution.hints, "not in HINTS"
    assert sum(outcome.points for outcome in found) == pytest.approx(variant.keeps)
    count(MEASURED, f"{chapter.name}.{variant.name}", variant, failures)


def test_hints_on_mistakes_are_true_and_there_are_enough():
    tried = MEASURED.declared.total()
    if tried < 200:
        pytest.skip("too few mistakes were tried for a share")
    part = tried / sum(len(read(name).solution.mistakes) for name in CHAPTERS)
    assert MEASURED.precision >= at_least(0.95, tried, part), MEASURED.false_hints
    assert MEASURED.recall >= at_least(0.9, tried, part), MEASURED.missed
    assert MEASURED.recall_of_causes >= at_least(0.9, tried, part), MEASURED.missed


@pytest.mark.one_of(4)
@pytest.mark.parametrize("chapter, variant", variants("alternatives"))
def test_alternative_passes(chapter, variant):
    if isinstance(variant, CourseError):
        raise variant
    for seed in seeds_for(chapter.exercise_of(variant.function_name)):
        for outcome in outcomes(chapter, variant, seed):
            assert outcome.failure is None, f"{outcome.check.name}, seed {seed}"


def test_every_function_has_mistakes_and_alternatives(chapter):
    for exercise in chapter.exercises.values():
        wrong = [m for m in chapter.solution.mistakes if m.function_name in exercise.functions]
        right = [a for a in chapter.solution.alternatives if a.function_name in exercise.functions]
        assert len(wrong) >= 4, f"{exercise.name} has {len(wrong)} mistakes"
        assert len(right) >= 2, f"{exercise.name} has {len(right)} alternatives"


def test_stub_is_not_an_answer(chapter):
    for exercise in chapter.exercises.values():
        namespace = {"np": np}
        exec(exercise.stub.source, namespace)
        for outcome in run_checks(chapter, exercise, namespace):
            assert outcome.failure is not None
            assert outcome.failure.kind == "not-implemented"
