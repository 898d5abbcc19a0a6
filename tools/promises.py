"""What graded checks ask of each exercise, by sort of input, and what its docstring promises.

Run ``python -m tools.promises [CHAPTER …]`` to print where the two differ.

What is asked comes from running the graded checks with the reference in place, and looking at
every call of its functions. What is promised are words: of the docstring, of those that it refers
to, and of the conventions at the top of every notebook. That the right words mean the right thing
is for a person to see; that a sort is not mentioned at all is seen here.
"""

from __future__ import annotations

import argparse
import ast
import functools
import inspect
import re
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.checks import Student
from autograder.checks.in_words import as_numbers
from autograder.checks.known import parts_of
from autograder.course import Chapter, read_course
from autograder.in_process import check_rng, namespace_with
from autograder.notebooks.build import CONVENTIONS

ROOT = Path(__file__).parents[1]
#: arguments that are whole numbers by nature: labels, counts, widths, indices, truth values
WHOLE = re.compile(r"y|labels?|table|sizes|current|spikes|mask|indices|x_?labels|losses")
#: arguments that are lists by nature
CONTAINER = re.compile(r"sizes")
NOT_ASKED = "promised, and never asked"
NOT_PROMISED = "asked, and not promised"


@dataclass(frozen=True)
class Call:
    """One call of a function by a check: its arguments by name, and what it returned.

    Nothing where it ``refused`` them.
    """

    given: dict[str, Any]
    result: Any = None
    refused: bool = False

    @functools.cached_property
    def leaves(self) -> list[tuple[str, Any, np.ndarray]]:
        """The arrays among the arguments, and lists that stand for one: name, as given, array."""
        return [leaf for name, value in self.given.items() for leaf in _leaves(name, value)]

    def any_array(self, holds: Callable[[np.ndarray], bool]) -> bool:
        """Whether one of the arrays of a call that was answered is such."""
        return not self.refused and any(holds(array) for _, _, array in self.leaves)


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any, np.ndarray]]:
    array = as_numbers(value)
    if array is not None:
        yield name, value, array
    elif isinstance(value, (list, tuple)):  # the layers of a network
        for item in value:
            yield from _leaves(name, item)


@dataclass(frozen=True)
class Sort:
    """A sort of input: how it is seen in a call, and the words that promise it.

    A sort that is ``two_way`` may not be promised by a docstring and never be asked.
    """

    name: str
    is_in: Callable[[Call], bool]
    words: str
    two_way: bool = False


def _largest(array: np.ndarray) -> float:
    numbers = np.abs(array.astype(float))
    return float(numbers[np.isfinite(numbers)].max(initial=0.0))


def _has_list(call: Call) -> bool:
    lists = [name for name, value, _ in call.leaves if isinstance(value, list)]
    return not call.refused and any(not CONTAINER.fullmatch(name) for name in lists)


def _has_integers(call: Call) -> bool:
    return not call.refused and any(
        array.dtype.kind in "iu" and array.size and not WHOLE.fullmatch(name)
        for name, _, array in call.leaves
    )


def _gives(kinds: str) -> Callable[[Call], bool]:
    def gives(call: Call) -> bool:
        return any(array.ndim and array.dtype.kind in kinds for array in parts_of(call.result))

    return gives


SORTS = (
    Sort("lists", _has_list, r"\blists?\b(?! of ((``)?\(|L |d |nodes|the widths))", two_way=True),
    Sort("integers", _has_integers, r"\bint(s|egers?)?\b"),
    Sort(
        "one sample",
        lambda call: call.any_array(lambda a: a.ndim == 2 and len(a) == 1),
        r"single sample|n = 1\b|n >= 1\b|one sample or more|at least one",
    ),
    Sort(
        "nothing", lambda call: call.any_array(lambda a: not a.size), r"\bempty\b|\bm\s+>= 0|n >= 0"
    ),
    Sort(
        "numbers beyond 1e3",
        lambda call: call.any_array(lambda a: _largest(a) > 1e3),
        r"1e[4-9]|any size|any scale|any units|however large|million|far from",
    ),
    Sort(
        "numbers beyond 1e4",
        lambda call: call.any_array(lambda a: _largest(a) > 2e4),
        r"1e[5-9]|1e[1-9]\d|any size|any scale|any units|however large|million|far from|and more",
    ),
    Sort(
        "numbers below 1e-3 alone",
        lambda call: call.any_array(lambda a: 0 < _largest(a) < 1e-3),
        r"1e-\d|any size|any scale|any units|very small|[Ss]mall|however small",
    ),
    Sort("nan", lambda call: call.any_array(lambda a: bool(np.isnan(a).any())), r"\bnan\b"),
    Sort(
        "infinity",
        lambda call: call.any_array(lambda a: bool(np.isinf(a).any())),
        r"\binf\b|infinit",
    ),
    Sort(
        "bad input, to be refused",
        lambda call: call.refused,
        r"Raises:?\s+``ValueError``|``ValueError`` (as|unless|that|for|if)",
        two_way=True,
    ),
    Sort("floats, to come back", _gives("f"), r"\bfloat"),
    Sort("integers, to come back", _gives("iu"), r"integer|\bints?\b"),
    Sort("truth values, to come back", _gives("b"), r"Boolean|\bbool|True"),
)


def calls_of(chapter: Chapter) -> dict[str, list[Call]]:
    """Run the graded checks on the reference; return the calls that they make, by function."""
    seen: dict[str, list[Call]] = defaultdict(list)
    own = namespace_with(chapter)  # in it functions call each other, unseen
    watched = {
        name: _watched(own[name], seen[name]) if inspect.isfunction(own[name]) else own[name]
        for exercise in chapter.exercises.values()
        for name in exercise.functions
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for exercise in chapter.exercises.values():
            for check in exercise.checks:
                check.function(Student(watched, _texts(chapter).get), check_rng("", check))
    return seen


def _texts(chapter: Chapter) -> dict[str, str]:
    return {name: one.source for name, one in chapter.solution.definitions.items()}


def _watched(function: Callable[..., Any], seen: list[Call]) -> Callable[..., Any]:
    names = list(inspect.signature(function).parameters)

    @functools.wraps(function)
    def watched(*args: Any, **kwargs: Any) -> Any:
        given = {**dict(zip(names, args, strict=False)), **kwargs}
        try:
            result = function(*args, **kwargs)
        except ValueError:
            seen.append(Call(given, refused=True))
            raise
        seen.append(Call(given, result))
        return result

    return watched


def docstrings_of(chapter: Chapter) -> dict[str, str]:
    """Return what the stubs say, by function, with the docstrings that they refer to."""
    own = {
        node.name: ast.get_docstring(node) or ""
        for exercise in chapter.exercises.values()
        for node in ast.parse(exercise.stub.source).body
        if isinstance(node, ast.FunctionDef)
    }
    return {name: " ".join(_with_references(name, own, set()).split()) for name in own}


def _with_references(name: str, own: dict[str, str], seen: set[str]) -> str:
    seen.add(name)
    text = own[name]
    for other in re.findall(r"\bas(?:\s+for)?\s+:func:`(\w+)`", own[name]):
        if other in own and other not in seen:
            text += "\n" + _with_references(other, own, seen)
    return text


def differences(chapter: Chapter) -> Iterator[tuple[str, str, str, str]]:
    """Yield (chapter, function, sort, direction) where checks and docstrings differ."""
    docstrings = docstrings_of(chapter)
    for name, calls in calls_of(chapter).items():
        said = docstrings.get(name, "")
        if not calls:
            continue
        for sort in SORTS:
            is_asked = any(map(sort.is_in, calls))
            in_docstring = re.search(sort.words, said) is not None
            is_promised = in_docstring or re.search(sort.words, CONVENTIONS) is not None
            if is_asked and not is_promised:
                yield chapter.name, name, sort.name, NOT_PROMISED
            if sort.two_way and in_docstring and not is_asked:
                yield chapter.name, name, sort.name, NOT_ASKED


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chapters", nargs="*")
    options = parser.parse_args()
    chapters = read_course(ROOT).assignments
    names = options.chapters or list(chapters)
    for name in names:
        for one in differences(chapters[name]):
            print(*one, sep="\t")


if __name__ == "__main__":
    main()
