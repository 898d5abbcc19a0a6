"""Try to break out of the sandbox, and say what held.

Each trial is a file of :mod:`autograder.grading.judge.trials`, run where a student's code would
run. It prints ``held`` unless it got what it was after; a trial that fails in any other way
proves nothing, and counts as broken.
"""

from __future__ import annotations

import ast
import contextlib
import os
import re
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.boundary.framing import Lost
from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.sandbox import Mode, Sandbox
from autograder.grading.judge.student_process import StudentProcess

TRIALS = Path(__file__).parent / "trials"
OF_ANOTHER = TRIALS / "of_another"
#: what follows the text of a trial
ASK = """
try:
    found = got({course!r}, {mark!r})
except Exception as error:
    found = f"the trial failed: {{type(error).__name__}}: {{error}}"
print(found or "held")
"""
_ABOUT = re.compile(r"Property: (.+)\.\nTried: (.+)\.", re.DOTALL)


@dataclass(frozen=True)
class Probe:
    """A property of the sandbox, how it was tried, and what got through: ``""`` if it held."""

    name: str
    tried: str
    why: str = ""

    @property
    def held(self) -> bool:
        """Whether nothing got through."""
        return not self.why


def probe(course: Path, mode: Mode = "bubblewrap") -> list[Probe]:
    """Return every property with the outcome of really trying to break it.

    ``course`` is the folder that must not be seen. Raises :class:`SandboxError`.
    """
    mark = f"probe-{os.getpid()}-{time.monotonic_ns()}"
    os.environ["AUTOGRADER_PROBE"] = mark
    try:
        sandbox = Sandbox(mode)
    finally:
        del os.environ["AUTOGRADER_PROBE"]
    ask = ASK.format(course=str(course.resolve()), mark=mark)
    with sandbox:
        alone = sorted(path for path in TRIALS.glob("*.py") if path.stem != "__init__")
        found = [_tried(sandbox, path, ask) for path in alone]
        with sandbox.child() as other:
            run(other, (OF_ANOTHER / "leave.py").read_text() + f"left = leave({mark!r})\n")
            found.append(_tried(sandbox, OF_ANOTHER / "namespaces_of_its_own.py", ask))
        found.append(_tried(sandbox, OF_ANOTHER / "nothing_is_left.py", ask))
        if mode == "none":
            with contextlib.suppress(OSError):
                os.rmdir("/tmp/left-by-a-probe")
        found.append(Probe("limited time", "loop for ever", _outlasted(sandbox)))
    return found


def _tried(sandbox: Sandbox, path: Path, ask: str) -> Probe:
    """Run the trial in ``path``."""
    code = path.read_text()
    about = _ABOUT.fullmatch(ast.get_docstring(ast.parse(code)) or "")
    if about is None:
        raise ValueError(f"{path}: its docstring names no property")
    return Probe(about[1], about[2], got(sandbox, code + ask))


def got(sandbox: Sandbox, code: str) -> str:
    """Return what ``code`` printed in a fresh process, or ``""`` if that was ``held``."""
    with sandbox.child() as sock:
        try:
            said = run(sock, code)
        except Lost as reason:
            return f"the trial's process {reason}"
    return "" if said == "held" else said or "the trial said nothing"


def run(sock: socket.socket, code: str) -> str:
    """Return what ``code`` printed in the process at the other end of ``sock``."""
    said = StudentProcess(sock, Limits(cell=20.0)).request("run", code)["stdout"]
    return str(said).strip()[:200]


def _outlasted(sandbox: Sandbox) -> str:
    """Return ``""`` if a loop was ended in time, or what happened instead."""
    start = time.monotonic()
    try:
        with sandbox.child() as sock:
            StudentProcess(sock, Limits(cell=0.5)).request("run", "while True: pass")
    except Lost:
        took = time.monotonic() - start
        return "" if took < 10 else f"it ran for {took:.0f} s"
    return "the loop ended"
