"""One sandbox and one judge for all tests that need them."""

import contextlib
import os

import pytest

from autograder.course import read_course
from autograder.grading.boundary.messages import Limits
from autograder.grading.boundary.proxies import FunctionProxy
from autograder.grading.judge.judge import Judge
from autograder.grading.judge.sandbox import Sandbox, SandboxError
from autograder.grading.judge.student_process import StudentProcess
from tests.conftest import SMALL


@pytest.fixture(scope="session")
def sandbox():
    try:
        sandbox = Sandbox()
        sandbox.wait_until_ready()
    except SandboxError as error:
        if os.environ.get("CI"):  # else all attacks would be skipped, and nobody would see it
            pytest.fail(f"no sandbox starts here: {error}")
        pytest.skip(str(error))  # not every kernel or container allows one; `doctor` says so
    with sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def line():
    """The chapter of the small course: ``mse`` (2 points) and ``mse_gradient`` (4 points)."""
    return read_course(SMALL).chapters["line"]


@pytest.fixture(scope="session")
def judge(sandbox):
    """A judge with little patience, for answers that never come."""
    return Judge(sandbox, "secret", Limits(check=1.0, cell=2.0, submission=60.0, asleep=1.0))


@pytest.fixture
def asked(sandbox):
    """Run a cell in a fresh process and get its functions: ``asked("def f(x): …").f``."""
    with contextlib.ExitStack() as stack:

        def ask(source):
            sock = stack.enter_context(sandbox.child())
            examinee = StudentProcess(sock, Limits(check=15.0, cell=15.0))
            shown = examinee.request("run", "import numpy as np\n" + source)
            assert shown["error"] == ""

            class Functions:
                peer = examinee

                def __getattr__(self, name):
                    return FunctionProxy(examinee, name, name)

            return Functions()

        yield ask
