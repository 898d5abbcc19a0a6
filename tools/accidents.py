"""Cases of checks that cannot tell one mistake from another, by accident.

Run ``python -m tools.accidents [CHAPTER …]``, which prints what :mod:`tools.check_cells` finds too.
The tests hold every chapter to it.

With 4 samples a factor of 4 may be their number or a square that was forgotten; with as many
samples as inputs nobody can tell which was divided by; an option that is tried at 1 first is no
factor to be seen. So the *first* call of each function in a check must tell, and the first value
that is tried of each option:

- no size, count, option or length of a vector is 0, 1, 2, 4 or ½;
- no two of them are equal, nor one of them n - 1 or d + 1;
- no option is tried at its default first.

Calls after the first may be of any size: there stand the special cases, one sample, one input, two
classes. The sizes of an argument are those that the docstring of the function names, ``X`` (n, d),
and the widths of a list of layers. Graded checks and visible check cells are run with the
references; a call that raises is no case.

A graded check may be about special numbers alone, and have a name that says so (:data:`SPECIAL`).
Elsewhere a comment in the check or the cell says which number is its point and no accident, in the
words of the finding::

    # the point: n_steps = 1, k = 2
"""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import io
import itertools
import os
import re
import sys
import textwrap
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks import Student
from autograder.checks.signatures import defaults
from autograder.course import Chapter, read_course
from autograder.in_process import check_rng, define, namespace_with
from autograder.known_mistakes import lent
from tests.conftest import ROOT
from tools import check_cells

#: numbers that stand for too many things
PLAIN = (0.0, 0.5, 1.0, 2.0, 4.0)
#: arguments that nobody multiplies by: labels, and the number of an axis
NO_FACTORS = ("y", "table", "axis")
#: names of graded checks of special numbers: what is refused, what overflows, what is a tie
SPECIAL = re.compile(
    r"refuse|accept|huge|sure|impossible|boundary|just_reached|one_step|one_sample"
)
#: graded checks draw their inputs: what is not found with each of these seeds, is no accident
SEEDS = ("0", "1")

Arguments = Mapping[str, Any]
Sizes = tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """A number in the first case of a ``check`` of ``function`` that tells nothing."""

    check: str
    function: str
    text: str

    def __str__(self) -> str:
        return f"{self.check}: {self.function}: {self.text}"


def findings(chapter: Chapter) -> list[str]:
    """All findings in the checks of ``chapter``, each once, in the order of its text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return sorted({str(finding) for finding in (*_graded(chapter), *_visible(chapter))})


def _graded(chapter: Chapter) -> Iterator[Finding]:
    texts = {name: one.source for name, one in chapter.solution.definitions.items()}
    for exercise in chapter.exercises.values():
        for check in exercise.checks:
            if SPECIAL.search(check.name):
                continue
            source = inspect.getsource(check.function)
            found = []
            for seed in SEEDS:
                namespace = namespace_with(chapter)
                calls = _recording(namespace, exercise.functions)
                check.function(Student(namespace, texts.get), check_rng(seed, check))
                found.append(set(_of_check(chapter, f"graded {check.name}", calls, source)))
            yield from set.intersection(*found)


def _visible(chapter: Chapter) -> Iterator[Finding]:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    counts: dict[str, int] = {}
    with (
        contextlib.chdir(chapter.path.parent),
        contextlib.redirect_stdout(io.StringIO()),
        lent(chapter),
    ):
        for cell in chapter.cells:
            if cell.kind not in ("code", "exercise", "check") or "experiment" in cell.options:
                continue
            if cell.kind != "check":
                exercise = chapter.exercises.get(cell.name)
                source = exercise.reference if exercise else cell.source
                define(source, namespace, f"<{chapter.name} {cell.line}>")
                continue
            counts[cell.name] = counts.get(cell.name, 0) + 1
            kept = dict(namespace)
            calls = _recording(namespace, chapter.exercises[cell.name].functions)
            define(cell.source, namespace, f"<{chapter.name} {cell.line}>")
            for name in calls:
                namespace[name] = kept[name]
            number = f" {counts[cell.name]}" if counts[cell.name] > 1 else ""
            yield from _of_check(chapter, f"visible {cell.name}{number}", calls, cell.source)


def _recording(namespace: dict[str, Any], names: Sequence[str]) -> dict[str, list[Arguments]]:
    """Put recorders in the place of functions; return what will hold the calls of each.

    Of calls within calls only the outermost count: a check makes no others.
    """
    calls: dict[str, list[Arguments]] = {}
    running: list[str] = []

    def recorder(function: Callable[..., Any]) -> Callable[..., Any]:
        about = inspect.signature(function)

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            running.append(function.__name__)
            try:
                result = function(*args, **kwargs)
            finally:
                running.pop()
            if not running:  # and it raised nothing: a case, and no call with a bad argument
                calls[function.__name__].append(about.bind(*args, **kwargs).arguments)
            return result

        return call

    for name in names:
        if not isinstance(namespace[name], type):
            calls[name] = []
            namespace[name] = recorder(namespace[name])
    return calls


def _of_check(
    chapter: Chapter, check: str, calls: Mapping[str, Sequence[Arguments]], source: str
) -> Iterator[Finding]:
    meant = {
        text.strip()
        for line in re.findall(r"# the point: (.*)", source)
        for text in re.split(r",(?! its default)", line)
    }
    for function, made in calls.items():
        if made:
            usual = defaults(getattr(chapter.solution.reference, function))
            for text in accidents(made, sizes_in_docstring(chapter, function), usual):
                if text not in meant:
                    yield Finding(check, function, text)


def accidents(
    calls: Sequence[Arguments], sizes: Mapping[str, Sequence[Sizes]], usual: Arguments
) -> Iterator[str]:
    """Say what tells nothing in the first of ``calls``, and in the first tries of options."""
    told = _sizes_of(calls[0], sizes)
    first: dict[str, Any] = {}
    for call in calls:  # an option counts from the first call that gives it
        first = {**call, **first}
    told |= _numbers_of(first)
    for name, value in told.items():
        if any(np.isclose(abs(value), plain, rtol=1e-9, atol=0) for plain in PLAIN):
            yield f"{name} = {value:g}"
        elif name in usual and value == usual[name]:
            yield f"{name} = {value:g}, its default"
    compared = {name: value for name, value in told.items() if abs(value) not in PLAIN}
    if "n" in told:
        compared["n - 1"] = told["n"] - 1
    if "d" in told:
        compared["d + 1"] = told["d"] + 1
    for (one, value), (other, same) in itertools.combinations(compared.items(), 2):
        if np.isclose(value, same, rtol=1e-9, atol=0) and {one, other} - {"n - 1", "d + 1"}:
            yield f"{one} = {other} = {value:g}"


def _sizes_of(call: Arguments, sizes: Mapping[str, Sequence[Sizes]]) -> dict[str, float]:
    """The sizes that the docstring names, and the widths of the layers in lists of pairs."""
    found: dict[str, float] = {}
    for name, value in call.items():
        if name.startswith("params") and _is_layers(value):
            found |= {f"width {i}": np.shape(W)[1] for i, (W, _) in enumerate(value, 1)}
            continue
        with contextlib.suppress(ValueError):  # rows of different lengths
            shape = np.shape(value)
            for symbols in sizes.get(name, ()):
                if len(symbols) == len(shape):
                    found.update(zip(symbols, shape))
                    break
    return {name: size for name, size in found.items() if name[0].isalpha()}  # not of (n, 2)


def _is_layers(value: Any) -> bool:
    """Whether it is a list of pairs (W, b), and no array or list of something else."""
    return isinstance(value, (list, tuple)) and all(
        isinstance(pair, (list, tuple)) and len(pair) == 2 and np.ndim(pair[0]) == 2
        for pair in value
    )


def _numbers_of(call: Arguments) -> dict[str, float]:
    """Counts and options, and the lengths of vectors, by name."""
    found = {}
    for name, value in call.items():
        if name in NO_FACTORS or isinstance(value, (bool, str)) or callable(value) or value is None:
            continue
        try:
            array = np.asarray(value, float)
        except (TypeError, ValueError):
            continue
        if array.size == 1:
            found[name] = float(array.ravel()[0])
        elif array.ndim == 1 and array.size:
            found[f"length of {name}"] = float(np.linalg.norm(array))
    return {name: value for name, value in found.items() if np.isfinite(value)}


_NAMES = r"((?:``\w+``(?:,| and|, and)? )+)"
_SHAPES = r"((?:\([\w ,+]*\)(?: or )?)+)"


def sizes_in_docstring(chapter: Chapter, function: str) -> dict[str, list[Sizes]]:
    """The shapes that the docstring of ``function`` gives its arguments, by their names.

    Where it says "as for :func:`other`", those of the other.
    """
    text = _docstring(chapter, function)
    found: dict[str, list[Sizes]] = {}
    for other in re.findall(r"as (?:for|in) :func:`(\w+)`", text):
        if other != function:
            found |= sizes_in_docstring(chapter, other)
    asked = text.split("Returns:")[0]
    for names, shapes in re.findall(_NAMES + _SHAPES, asked):
        for name in re.findall(r"``(\w+)``", names):
            found[name] = [
                tuple(part.strip() for part in shape.split(",") if part.strip())
                for shape in re.findall(r"\(([^)]*)\)", shapes)
            ]
    return found


def _docstring(chapter: Chapter, function: str) -> str:
    exercise = next((e for e in chapter.exercises.values() if function in e.functions), None)
    if exercise is None:
        return ""
    nodes = ast.parse(textwrap.dedent(exercise.stub.source)).body
    node = next(n for n in nodes if isinstance(n, ast.FunctionDef) and n.name == function)
    return " ".join((ast.get_docstring(node) or "").split())


def main(names: Sequence[str]) -> None:
    """Print what is found, chapter by chapter."""
    os.environ.setdefault("MPLBACKEND", "agg")
    for chapter in read_course(ROOT).assignments.values():
        if chapter.exercises and (not names or chapter.name in names):
            print(f"# {chapter.name}")
            for finding in (*check_cells.findings(chapter), *findings(chapter)):
                print(finding)


if __name__ == "__main__":
    main(sys.argv[1:])
