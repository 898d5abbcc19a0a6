"""The rule by which checks are tried, wherever they run; and what never ends, ends here too."""

import dataclasses
import math
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from autograder.checks import CheckFailed
from autograder.course import read_chapter, read_course
from autograder.course.solution import Check
from autograder.in_process import (
    MAX_TIMEOUTS,
    define,
    namespace_with,
    run_check,
    run_checks,
    try_checks,
)
from tests.conftest import ROOT, SMALL

# what is raised in a callback of the garbage collector is dropped with a warning, and raised again
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
EARLIER = {"earlier": None}


def checks(number):
    def passes(student, rng):
        pass

    return [Check("exercise", 1, passes, line, f"check {line}", "") for line in range(number)]


def tried(number, answers):
    """What is said of checks 0, 1, …, and the tries in their order.

    ``answers(check, with_references)`` is a kind, or ``""`` where the check passes.
    """
    order = []

    def attempt(check, references):
        way = bool(references)
        order.append((check.line, way))
        kind = answers(check.line, way)
        return CheckFailed("exercise", kind) if kind else None

    found = [
        failure.kind if failure else "" for failure in try_checks(checks(number), EARLIER, attempt)
    ]
    return found, order


def test_a_check_that_passes_is_tried_once():
    assert tried(2, lambda check, way: "") == (["", ""], [(0, False), (1, False)])


def test_one_that_fails_is_tried_again_with_references_of_earlier_exercises():
    found, order = tried(1, lambda check, way: "" if way else "value")
    assert (found, order) == ([""], [(0, False), (0, True)])


def test_what_is_said_is_what_was_said_last_unless_that_says_less():
    assert tried(1, lambda check, way: "shape" if way else "value")[0] == ["shape"]
    assert tried(1, lambda check, way: "timeout" if way else "value")[0] == ["value"]
    assert tried(1, lambda check, way: "value" if way else "ended")[0] == ["value"]
    assert tried(1, lambda check, way: "ended" if way else "timeout")[0] == ["ended"]


def test_of_an_answer_that_reads_its_own_cache_the_failure_beside_its_own_functions_is_said():
    (one,) = checks(1)
    cached = dataclasses.replace(one, reads_cache=True)
    for kinds in (("value", "shape"), ("value", "exception")):
        own, lent = kinds

        def attempt(check, references, own=own, lent=lent):
            return CheckFailed("exercise", lent if references else own)

        assert [f.kind for f in try_checks([cached], EARLIER, attempt)] == [own]
    # where the references help, they count as ever
    assert try_checks(
        [cached], EARLIER, lambda check, lent: None if lent else CheckFailed("exercise", "value")
    ) == [None]


def test_one_check_that_takes_too_long_costs_no_other():
    found, _ = tried(3, lambda check, way: "timeout" if check == 0 else "")
    assert found == ["timeout", "", ""]


def test_where_several_take_too_long_the_rest_are_not_tried():
    found, order = tried(5, lambda check, way: "timeout")
    assert found == ["timeout"] * MAX_TIMEOUTS + ["not-tried"] * (5 - MAX_TIMEOUTS)
    assert len(order) == 2 * MAX_TIMEOUTS


def test_a_loop_in_an_earlier_exercise_is_waited_for_once():
    found, order = tried(4, lambda check, way: "" if way else "timeout")
    assert found == [""] * 4
    assert order.count((0, False)) == 1
    assert len(order) == 5


# --- in one process


@pytest.fixture(scope="module")
def line():
    return read_course(SMALL).chapters["line"]


ENDLESS = {
    "a loop": "def mse(w, X, y):\n    while True: pass\n",
    "a loop that takes every error for its own": """
        def mse(w, X, y):
            while True:
                try:
                    pass
                except Exception:
                    pass
    """,
    "recursion": "def mse(w, X, y):\n    return mse(w, X, y) if len(y) else 0\n",
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_what_never_ends_ends_here_too(line, source):
    namespace = namespace_with(line)
    define(textwrap.dedent(source), namespace, "<answer>")
    used = time.process_time()
    (outcome,) = run_checks(line, line.exercises["mse"], namespace, seconds=0.5)
    assert outcome.points == 0
    assert outcome.failure.kind in ("timeout", "exception")
    assert time.process_time() - used < 3


def test_a_check_with_patience_gives_more_time(line):
    namespace = namespace_with(line)
    define(ENDLESS["a loop"], namespace, "<answer>")
    check = line.exercises["mse"].checks[0]
    patient = dataclasses.replace(check, patience=3.0)
    outcome = run_check(line.solution, patient, (), namespace, seconds=0.2)
    assert outcome.failure.public() == "mse: took too long\n  limit  0.6 s of processor time"


def test_it_says_how_much_time_there_was(line):
    namespace = namespace_with(line)
    define(ENDLESS["a loop"], namespace, "<answer>")
    (outcome,) = run_checks(line, line.exercises["mse"], namespace, seconds=0.5)
    assert outcome.failure.public() == "mse: took too long\n  limit  0.5 s of processor time"


def test_who_sleeps_takes_no_time(line):
    namespace = namespace_with(line)
    define(
        "import time\nright = mse\ndef mse(*args):\n    time.sleep(0.2)\n    return right(*args)\n",
        namespace,
        "<answer>",
    )
    (outcome,) = run_checks(line, line.exercises["mse"], namespace, seconds=0.1)
    assert outcome.failure is None


def test_a_limit_around_all_checks_still_ends_the_process(line):
    # as `autograder mutants` sets one: nobody handles its signal
    code = f"""
        import signal
        from autograder.course import read_course
        from autograder.in_process import namespace_with, run_checks
        from tests.conftest import SMALL
        line = read_course(SMALL).chapters["line"]
        namespace = namespace_with(line)
        exec({ENDLESS["a loop"]!r}, namespace)
        signal.setitimer(signal.ITIMER_PROF, 1.0)
        run_checks(line, line.exercises["mse"], namespace, seconds={math.inf!r})
    """.replace("=inf", "=float('inf')")
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, timeout=100)
    assert ended.returncode == -signal.SIGPROF


def test_endless_epochs_name_the_rule_that_they_break():
    perceptron = read_chapter(ROOT / "chapters" / "perceptron.md", ROOT / "solutions")
    mistake = next(m for m in perceptron.solution.mistakes if m.name == "runs_through_every_epoch")
    exercise = perceptron.exercises["perceptron_fit"]
    found = run_checks(perceptron, exercise, namespace_with(perceptron, mistake), "", 0.5)
    (failure,) = [outcome.failure for outcome in found if outcome.failure]
    assert failure.kind == "timeout"
    assert "it stops after an epoch without a mistake" in failure.public()


def test_no_graded_check_looks_at_a_clock():
    for path in (ROOT / "solutions").glob("*/checks.py"):
        text = path.read_text()
        assert "import time" not in text and "perf_counter" not in text, path
