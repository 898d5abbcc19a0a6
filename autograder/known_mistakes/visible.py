"""What the visible checks of a page say of wrong answers."""

from __future__ import annotations

import contextlib
import math
import os
import sys
import time
import warnings
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Protocol, TypeVar

import numpy as np

from autograder.checks import CheckFailed
from autograder.checks.own import forgetting
from autograder.checks.purity import snapshot
from autograder.course import Cell, Chapter
from autograder.interrupting import raise_after
from autograder.known_mistakes.answers import TooLong, run

#: The file of a check cell, by which its helpers are told from the student's functions.
CHECK = "<check>"


class WrongAnswer(Protocol):
    """What can take its turn in a visible check: the ``source`` of a cell defines the function."""

    @property
    def name(self) -> str: ...
    @property
    def function_name(self) -> str: ...
    @property
    def source(self) -> str: ...


Answer = TypeVar("Answer", bound=WrongAnswer)


def visible_failures(
    chapter: Chapter,
    answers: Iterable[Answer],
    longest: float = 20.0,
    together: float = math.inf,
    always: int = 0,
) -> Iterator[tuple[Answer, list[CheckFailed]]]:
    """Run the page once; yield each of ``answers`` with what its visible checks say of it.

    Where the page checks a function, each answer to it takes its turn, as in the notebook of a
    student who made this one mistake; before and after it stand the references. An answer may
    take ``longest`` seconds of processor time in one check. The first ``always`` of them are run
    in any case; when the others have taken ``together`` in it, the rest are left out there.
    """
    answers = list(answers)
    said: list[list[CheckFailed]] = [[] for _ in answers]
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(chapter.path.parent), warnings.catch_warnings(), lent(chapter):
        warnings.simplefilter("ignore")
        os.environ.setdefault("MPLBACKEND", "agg")
        for cell, source in program(chapter):
            if cell.kind == "check":
                functions = chapter.exercises[cell.name].functions
                begun = time.process_time()
                for number, answer in enumerate(answers):
                    if number <= always:
                        begun = time.process_time()
                    elif time.process_time() - begun > together:
                        break
                    if answer.function_name in functions:
                        said[number] += _tried(answer, cell.source, namespace, longest)
            run(source, namespace, CHECK if cell.kind == "check" else "<cell>")
    yield from zip(answers, said, strict=True)


def program(chapter: Chapter) -> Iterator[tuple[Cell, str]]:
    """The cells that matter to visible checks, each with what it runs: of a stub, the reference."""
    for cell in chapter.cells:
        if cell.kind == "exercise":
            yield cell, chapter.exercises[cell.name].reference
        elif cell.kind in ("code", "check") and "experiment" not in cell.options:
            yield cell, cell.source


@contextlib.contextmanager
def lent(chapter: Chapter) -> Iterator[None]:
    """References in place of the student's own library meanwhile."""
    before = sys.modules.get("mine")
    sys.modules["mine"] = mine = ModuleType("mine")
    vars(mine).update(chapter.references_borrowed())
    try:
        yield
    finally:
        del sys.modules["mine"]
        if before is not None:
            sys.modules["mine"] = before


def _tried(
    answer: WrongAnswer, check: str, namespace: dict[str, Any], longest: float
) -> list[CheckFailed]:
    """What ``check`` says of ``answer``; the namespace is left as it was."""
    kept = dict(namespace)
    for name, value in kept.items():  # an answer may change what it is given
        if isinstance(value, (np.ndarray, list, tuple, dict)):
            namespace[name] = snapshot(value)
    try:
        with forgetting(), raise_after(longest, TooLong):
            run(answer.source, namespace)
            run(check, namespace, CHECK)
    except CheckFailed as failure:
        return [failure]
    except TooLong:
        return [CheckFailed(answer.function_name, "exception", headline="does not end")]
    except Exception as error:
        return [CheckFailed(answer.function_name, "exception", headline=repr(error))]
    finally:
        namespace.clear()
        namespace.update(kept)
    return []
