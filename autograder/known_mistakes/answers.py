"""The wrong answers that are known: written by authors, or made by small slips in right ones."""

from __future__ import annotations

import contextlib
import functools
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.course import Solution
from autograder.mutation.mutate import each_mutant

#: choices of a slip made by machine, after those of the two files of wrong answers
SLIP = 2


class TooLong(BaseException):
    """Raised in an answer that has had its time; nothing in the answer catches it."""


@dataclass(frozen=True)
class Known:
    """A wrong answer: its ``source`` defines ``function_name``; ``says`` is for who gives it."""

    name: str
    function_name: str
    source: str
    says: str
    choices: int  #: of all that give the same numbers, those of the fewest choices count


def all_known(solution: Solution) -> Iterator[Known]:
    """All mistakes whose program and sentence are known, the likeliest first."""
    yield from written_down(solution)
    for name in solution.definitions:
        if not name.startswith("_"):
            for number, (words, source) in enumerate(mutants_of(solution, name)):
                yield Known(f"{name} {number}", name, source, words, SLIP)


def written_down(solution: Solution) -> Iterator[Known]:
    """The wrong answers of ``mistakes.py``, then ``misconceptions.py``, that have a sentence."""
    for choices, variants in enumerate((solution.mistakes, solution.misconceptions)):
        for v in variants:
            if v.says:
                yield Known(v.name, v.function_name, v.source, v.says, choices)


def mutants_of(solution: Solution, name: str) -> Iterator[tuple[str, str]]:
    """Every small mistake in a right answer to ``name``: in words, and the program."""
    definition = solution.definitions.get(name)
    if definition is None or definition.source.startswith("class"):
        return  # slips in a class are too many to make
    right = [definition.source]
    right += [v.source for v in solution.formulas if v.function_name == name]
    right += [v.source for v in solution.alternatives if v.function_name == name]
    seen: set[str] = set()
    for source in right:
        for mutant in each_mutant(source):
            if mutant.words and mutant.after not in seen:
                seen.add(mutant.after)
                yield mutant.words, mutant.after


def run(source: str, namespace: dict[str, Any], name: str = "<cell>") -> None:
    """Execute ``source``, whose frames are of the file ``name``, and drop what it prints."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(_compiled(source, name), namespace)


# checks, and references of a class, are run once for each of hundreds of wrong answers
_compiled = functools.lru_cache(maxsize=64)(functools.partial(compile, mode="exec"))
