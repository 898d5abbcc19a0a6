"""Run a student's notebook cell by cell and say how its visible checks go.

Standard library and NumPy only: a student needs no Jupyter for it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import linecache
import os
import re
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.checks.failure import CheckFailed

VISIBLE = re.compile(r"visible_\d+_(?P<exercise>\w+)")
MAGIC = re.compile(r"^(\s*)([%!].*)$", re.M)


class NotebookError(Exception):
    """The file cannot be read as a notebook of this course."""


@dataclass(frozen=True)
class ExerciseResult:
    """The verdict on one exercise: passed, wrong, not implemented, or does not run."""

    exercise: str
    verdict: str
    message: str = ""


def run_notebook(path: Path) -> list[ExerciseResult]:
    """Run the code cells of the notebook at ``path`` in order; one result an exercise.

    A cell that fails does not stop the rest, as in Jupyter. Raises :class:`NotebookError`
    when the file is no notebook or holds no visible check.
    """
    cells = _code_cells(path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    results: dict[str, ExerciseResult] = {}
    broken: dict[str, str] = {}
    os.environ.setdefault("MPLBACKEND", "agg")
    with _inside(path.resolve().parent):
        for number, (name, tags, source) in enumerate(cells, 1):
            if "picture" in tags:
                continue
            match = VISIBLE.fullmatch(name)
            error = _run(source, f"<cell {number}>", namespace)
            if match is None:
                if error is not None and name:
                    broken[name] = _message(error)
                continue
            exercise = match["exercise"]
            result = _result(exercise, error, broken.get(exercise, ""))
            if exercise not in results or results[exercise].verdict == "passed":
                results[exercise] = result
    if not results:
        raise NotebookError(f"{path} holds no visible checks; is it a notebook of this course?")
    return list(results.values())


def _code_cells(path: Path) -> list[tuple[str, list[str], str]]:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        return [
            (
                cell["metadata"].get("nbgrader", {}).get("grade_id", ""),
                cell["metadata"].get("tags", []),
                "".join(cell["source"]),
            )
            for cell in notebook["cells"]
            if cell["cell_type"] == "code"
        ]
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotebookError(f"{path} is not a notebook (.ipynb)") from error


def _run(source: str, name: str, namespace: dict[str, Any]) -> BaseException | None:
    # magics and shell escapes belong to Jupyter; they are passed over here
    source = MAGIC.sub(r"\1pass  # \2", source)
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    try:
        code = compile(ast.parse(source, name), name, "exec")
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(code, namespace)
    except (Exception, SystemExit) as error:
        return error
    return None


def _result(exercise: str, error: BaseException | None, broken: str) -> ExerciseResult:
    if error is None:
        return ExerciseResult(exercise, "passed")
    if broken:
        return ExerciseResult(exercise, "does not run", f"{exercise}: {broken}")
    if isinstance(error, CheckFailed):
        verdict = "not implemented" if error.kind == "not-implemented" else error.headline
        return ExerciseResult(exercise, verdict, str(error))
    if isinstance(error, NotImplementedError):
        return ExerciseResult(exercise, "not implemented")
    return ExerciseResult(exercise, "does not run", f"{exercise}: {_message(error)}")


def _message(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip()


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Work beside the notebook, as Jupyter does."""
    kept, path = os.getcwd(), list(sys.path)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        os.chdir(kept)
        sys.path[:] = path
