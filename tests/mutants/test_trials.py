"""Answers are tried apart: whatever one does, the next is judged all the same."""

import pytest

from autograder.mutants import Trial, try_all
from tests.conftest import SMALL

SEEDS = ("a", "b")
RIGHT = "def mse(w, X, y):\n    w, X, y = map(np.asarray, (w, X, y))\n"
ANSWERS = {
    "right": RIGHT + "    return np.mean((X @ w - y) ** 2) / 2",
    "wrong": RIGHT + "    return np.mean((X @ w - y) ** 2)",
    "right for one sample": RIGHT
    + "    return np.sum((X @ w - y) ** 2) / 2 if len(y) < 2 else 0.0",
    "loops": "def mse(w, X, y):\n    while True:\n        pass",
    "loops in C": "def mse(w, X, y):\n    return sum(iter(int, 1))",
    "eats memory": "def mse(w, X, y):\n    return [0] * 10**10",
    "spoils the module": "np.mean = None\ndef mse(w, X, y):\n    return 0.0",
    "is not a function": "mse = 3",
    "cannot be defined": "def mse(w, X, y=np.nothing):\n    return 0.0",
}


@pytest.fixture(scope="module")
def verdicts():
    trials = [Trial("line", "mse", source, SEEDS, seconds=1.0) for source in ANSWERS.values()]
    found = dict(try_all(SMALL, trials, jobs=1))
    return {name: found[index] for index, name in enumerate(ANSWERS)}


def test_right_answer_passes_with_every_seed(verdicts):
    # tried before and after the one that spoils the module it shares
    assert verdicts["right"].passed == SEEDS
    assert not verdicts["right"].failures
    assert verdicts["right"].seconds > 0


@pytest.mark.parametrize("name", ["wrong", "right for one sample", "spoils the module"])
def test_wrong_answer_fails_with_every_seed_and_says_why(verdicts, name):
    verdict = verdicts[name]
    assert verdict.passed == ()
    assert set(verdict.failures) == set(SEEDS)
    assert "is_half_the_mean_square" in verdict.failures["a"]


def test_answer_that_is_no_function_fails(verdicts):
    assert "not defined" in verdicts["is not a function"].failures["a"]
    assert "cannot be defined: AttributeError" in verdicts["cannot be defined"].failures["a"]


def test_memory_is_limited(verdicts):
    assert "MemoryError" in verdicts["eats memory"].failures["a"]


@pytest.mark.parametrize("name", ["loops", "loops in C"])
def test_time_is_limited(verdicts, name):
    assert "SIGPROF" in verdicts[name].died


def test_a_process_that_ends_without_a_verdict_is_an_error():
    exits = Trial("line", "mse", "import os\nos._exit(0)", SEEDS)
    with pytest.raises(RuntimeError, match="without a verdict"):
        list(try_all(SMALL, [exits], jobs=1))


BROKEN_CHECK = """

@check("mse", points=1)
def trusts_what_comes_back(student, rng):
    w, X, y = problem(rng, 2, 1)
    assert student.mse(w, X, y)[0] == 1
"""


def test_a_check_that_breaks_is_told_from_one_that_fails(small_course):
    path = small_course / "solutions/line/checks.py"
    path.write_text(path.read_text().replace("points=2", "points=1") + BROKEN_CHECK)
    trial = Trial("line", "mse", ANSWERS["right"], SEEDS)
    ((_, verdict),) = try_all(small_course, [trial], jobs=1)
    assert verdict.broken.startswith("trusts_what_comes_back, seed a: ")
