"""The known mistakes of a chapter, for messages: called when graded, as digests in notebooks.

``solutions/NAME/mistakes.py`` holds wrong answers, each with a sentence for the student who gives
it. :mod:`autograder.checks.known` knows what to do with them.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import hashlib
import io
import json
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np

import autograder.checks
from autograder.checks import CheckFailed
from autograder.checks.known import KnownMistake, Lookup, digest
from autograder.checks.purity import snapshot
from autograder.course import Chapter, Solution
from autograder.interrupting import raise_after
from autograder.mutation.mutate import mutants_of

#: Seconds of processor time that a known mistake may take for one case, or one visible check.
SECONDS = 0.1

#: Seconds of processor time that a wrong answer may take in one visible check.
LONGEST = 20.0


class _TooLong(BaseException):
    pass


class WrongAnswer(Protocol):
    """What can take its turn in a visible check: the ``source`` of a cell defines the function."""

    @property
    def name(self) -> str: ...
    @property
    def function_name(self) -> str: ...
    @property
    def source(self) -> str: ...


@functools.cache
def lookup_for(solution: Solution) -> Lookup:
    """Return what knows the mistakes in a chapter's functions; made when first asked for one.

    First come the wrong answers that authors wrote, then other functions of the chapter taken for
    the one that is asked for, then every small mistake in the reference, in the textbook's
    formula and in right answers of other styles, in the words of :mod:`autograder.mutation.words`.
    """

    @functools.cache
    def table(name: str) -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(known.says, _limited(known.function), known.choices)
            for found in (_written, _confused, _small)
            for known in found(solution, name)
        )

    return table


def _written(solution: Solution, name: str) -> Iterator[KnownMistake]:
    """The wrong answers of ``mistakes.py`` and ``misconceptions.py`` that have a sentence."""
    for variant in (*solution.mistakes, *solution.misconceptions):
        is_class = variant.source.startswith("class")  # its objects are no numbers
        if variant.function_name == name and variant.says and not is_class:
            yield KnownMistake(variant.says, _defined(solution, name, variant.source))


def _confused(solution: Solution, name: str) -> Iterator[KnownMistake]:
    """Other functions of the chapter with as many arguments."""
    count = _arguments(solution, name)
    for other in solution.definitions:
        function = getattr(solution.reference, other)
        if other.startswith("_") or other == name or isinstance(function, type):
            continue
        if _arguments(solution, other) == count:
            yield KnownMistake(f"what comes back is what `{other}` should return", function)


def _arguments(solution: Solution, name: str) -> int:
    node = solution.definitions[name].node
    return len(node.args.args) if isinstance(node, ast.FunctionDef) else -1


def _small(solution: Solution, name: str) -> Iterator[KnownMistake]:
    """Mutants of all right answers, each program once."""
    right = [solution.definitions[name].source] if name in solution.definitions else []
    right += [v.source for v in solution.formulas if v.function_name == name]
    right += [v.source for v in solution.alternatives if v.function_name == name]
    seen: set[str] = set()
    for source in right:
        for mutant in mutants_of(source):
            if mutant.words and mutant.after not in seen:
                seen.add(mutant.after)
                yield KnownMistake(mutant.words, _defined(solution, name, mutant.after), choices=1)


def _defined(solution: Solution, name: str, source: str) -> Callable[..., Any]:
    """The function of ``source`` among the references, compiled when it is first called."""

    @functools.cache
    def function() -> Callable[..., Any]:
        namespace = dict(vars(solution.reference))
        exec(compile(source, f"<{name}>", "exec"), namespace)
        return namespace[name]

    return lambda *args, **kwargs: function()(*args, **kwargs)


def _limited(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            with raise_after(SECONDS, _TooLong), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return function(*args, **kwargs)
        except _TooLong:
            raise TimeoutError from None

    return call


def visible_failures(
    chapter: Chapter, answers: Iterable[WrongAnswer]
) -> Iterator[tuple[WrongAnswer, list[CheckFailed]]]:
    """Run the page once; yield each of ``answers`` with what its visible checks say of it.

    Where the page checks a function, each answer to it takes its turn, as in the notebook of a
    student who made this one mistake; before and after it stand the references.
    """
    answers = list(answers)
    said: dict[str, list[CheckFailed]] = {answer.name: [] for answer in answers}
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(chapter.path.parent), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        os.environ.setdefault("MPLBACKEND", "agg")
        for cell in chapter.cells:
            is_needed = cell.kind in ("code", "exercise", "check")
            if not is_needed or "experiment" in cell.options:
                continue
            if cell.kind == "check":
                functions = chapter.exercises[cell.name].functions
                for answer in answers:
                    if answer.function_name in functions:
                        said[answer.name] += _tried(answer, cell.source, namespace)
            is_stub = cell.kind == "exercise"
            _run(chapter.exercises[cell.name].reference if is_stub else cell.source, namespace)
    for answer in answers:
        yield answer, said[answer.name]


def _tried(answer: WrongAnswer, check: str, namespace: dict[str, Any]) -> list[CheckFailed]:
    """What ``check`` says of ``answer``; the namespace is left as it was."""
    kept = dict(namespace)
    for name, value in kept.items():  # an answer may change what it is given
        if isinstance(value, (np.ndarray, list, tuple, dict)):
            namespace[name] = snapshot(value)
    try:
        with raise_after(LONGEST, _TooLong):
            _run(answer.source, namespace)
            _run(check, namespace)
    except CheckFailed as failure:
        return [failure]
    except _TooLong:
        return [CheckFailed(answer.function_name, "exception", headline="does not end")]
    except Exception as error:
        return [CheckFailed(answer.function_name, "exception", headline=repr(error))]
    finally:
        namespace.clear()
        namespace.update(kept)
    return []


def _run(source: str, namespace: dict[str, Any]) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(compile(source, "<cell>", "exec"), namespace)


def digests_of(chapter: Chapter) -> dict[str, str]:
    """Return the sentences on mistakes by the digest of what they give in visible checks.

    Where two mistakes give the same numbers, nothing can be said: such a digest is left out.
    """
    mistakes = [mistake for mistake in chapter.solution.mistakes if mistake.says]
    says = {mistake.name: mistake.says for mistake in mistakes}
    found: dict[str, set[str]] = {}
    for mistake, failures in visible_failures(chapter, mistakes):
        for failure in failures:
            if failure.comparison is not None:
                key = digest(failure.name, failure.comparison.got)
                found.setdefault(key, set()).add(says[mistake.name])
    return {key: texts.pop() for key, texts in found.items() if len(texts) == 1}


def kept_digests(chapter: Chapter) -> dict[str, str]:
    """Return :func:`digests_of`, from the course's ``_build`` folder if nothing has changed."""
    folder = chapter.path.parents[1] / "_build" / "known_mistakes"
    path = folder / f"{chapter.name}-{_state(chapter)}.json"
    if path.exists():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    digests = digests_of(chapter)
    with contextlib.suppress(OSError):  # a course that can only be read
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{chapter.name}-*.json"):
            old.unlink()
        part = path.with_suffix(".part")
        part.write_text(json.dumps(digests, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    return digests


def _state(chapter: Chapter) -> str:
    """A hash of all that decides the digests."""
    package = Path(autograder.checks.__file__).parent
    files = [chapter.path, *sorted(chapter.solution.folder.glob("*.py"))]
    files += sorted(package.rglob("*.py"))
    state = hashlib.sha256(np.__version__.encode())
    for file in files:
        state.update(file.name.encode() + b"\0" + file.read_bytes())
    return state.hexdigest()[:16]
