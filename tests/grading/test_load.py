"""The same marks whatever else the machine does. `tools/same_marks_under_load.py` tries more."""

from autograder.grading.boundary.messages import Limits
from autograder.grading.coordinator.pool import Settings
from tests.conftest import SMALL
from tests.grading.judge_support import submission
from tools.same_marks_under_load import busy, scores

#: right, and takes a tenth of a second of processor time whenever it is called
SLOW = """
import time
def mse(w, X, y):
    used = time.process_time()
    while time.process_time() - used < 0.1:
        pass
    w, X, y = map(np.asarray, (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * len(y))
"""
#: right, and calls ``mse`` so often that with the slow one it takes many times the limit
BY_DIFFERENCES = """
def mse_gradient(w, X, y):
    w = np.asarray(w, dtype=float)
    for _ in range(100):
        mse(w, X, y)
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    return X.T @ (X @ w - y) / len(y)
"""
ANSWERS = {
    "reference": ({}, "6 = 2 4"),
    "slow": ({"mse": SLOW}, "6 = 2 4"),
    # the first try of each check is starved; the second, with the reference of mse, is not
    "slow, and needed later": ({"mse": SLOW, "mse_gradient": BY_DIFFERENCES}, "6 = 2 4"),
    "endless": ({"mse": "def mse(w, X, y):\n    while True: pass\n"}, "4 = 0 4"),
    "asleep": ({"mse": "def mse(w, X, y):\n    import time; time.sleep(100)\n"}, "4 = 0 4"),
}
SETTINGS = Settings(SMALL, "secret", Limits(check=1.5, cell=2.0, asleep=1.0))


def test_marks_are_the_same_with_and_without_busy_processes_beside(sandbox, line):
    handed_in = [submission(line, answers, id=name) for name, (answers, _) in ANSWERS.items()]
    expected = {name: {points: 1} for name, (_, points) in ANSWERS.items()}
    assert scores(handed_in, SETTINGS, times=1, jobs=2) == expected
    with busy(6):
        assert scores(handed_in, SETTINGS, times=1, jobs=2) == expected
