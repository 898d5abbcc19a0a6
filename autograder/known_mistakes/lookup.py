"""What may have been done in place of a function, called with the very arguments of a case."""

from __future__ import annotations

import ast
import functools
import itertools
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from autograder.checks.known import KnownMistake, Lookup
from autograder.course import Solution
from autograder.interrupting import raise_after
from autograder.known_mistakes.answers import TooLong, mutants_of, written_down

#: Seconds of processor time that a known mistake may take for one case; and a slip, some of which
#: never end.
SECONDS, SLIP_SECONDS = 0.1, 0.03


@functools.cache
def lookup_for(solution: Solution) -> Lookup:
    """Return what knows the mistakes in a chapter's functions.

    All texts are read at once, before any limit of time counts; functions are made when they are
    first asked for.

    First come the wrong answers that authors wrote, then other functions of the chapter taken for
    the one that is asked for, then every small mistake in the reference, in the textbook's
    formula and in right answers of other styles, in the words of :mod:`autograder.mutation.words`.
    """
    _ = solution.mistakes, solution.misconceptions, solution.formulas, solution.alternatives

    @functools.cache
    def table(name: str) -> Iterable[KnownMistake]:
        return _Remembered(
            KnownMistake(known.says, _limited(known.function, seconds), known.choices)
            for found, seconds in (
                (_written, SECONDS),
                (_confused, SECONDS),
                (_small, SLIP_SECONDS),
            )
            for known in found(solution, name)
        )

    return table


class _Remembered:
    """What ``made`` yields, each made when it is first asked for: slips take their time."""

    def __init__(self, made: Iterator[KnownMistake]) -> None:
        self.made, self.items = made, list[KnownMistake]()

    def __iter__(self) -> Iterator[KnownMistake]:
        for index in itertools.count():
            if index == len(self.items):
                following = next(self.made, None)
                if following is None:
                    return
                self.items.append(following)
            yield self.items[index]


def _written(solution: Solution, name: str) -> Iterator[KnownMistake]:
    """The wrong answers of ``mistakes.py`` and ``misconceptions.py`` that have a sentence."""
    for known in written_down(solution):
        is_class = known.source.startswith("class")  # its objects are no numbers
        if known.function_name == name and not is_class:
            yield KnownMistake(known.says, _defined(solution, name, known.source))


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
    for words, source in mutants_of(solution, name):
        yield KnownMistake(words, _defined(solution, name, source), choices=1)


def _defined(solution: Solution, name: str, source: str) -> Callable[..., Any]:
    """The function of ``source`` among the references, compiled when it is first called."""

    @functools.cache
    def function() -> Callable[..., Any]:
        namespace = dict(vars(solution.reference))
        exec(compile(source, f"<{name}>", "exec"), namespace)
        return namespace[name]

    return lambda *args, **kwargs: function()(*args, **kwargs)


def _limited(function: Callable[..., Any], seconds: float) -> Callable[..., Any]:
    """Return ``function`` with a limit; one that ran into it is not called again."""
    is_endless = False

    def call(*args: Any, **kwargs: Any) -> Any:
        nonlocal is_endless
        if is_endless:
            raise TimeoutError
        try:
            with raise_after(seconds, TooLong), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return function(*args, **kwargs)
        except TooLong:
            is_endless = True
            raise TimeoutError from None

    return call
