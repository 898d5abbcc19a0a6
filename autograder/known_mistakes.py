"""The known mistakes of a chapter, for messages: called when graded, as digests in notebooks.

``mistakes.py`` and ``misconceptions.py`` of a solution hold wrong answers, each with a sentence for
the student who gives it; small slips in right answers are made by :mod:`autograder.mutation`.
:mod:`autograder.checks.known` knows what to do with them.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import hashlib
import io
import itertools
import json
import math
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeVar

import numpy as np

import autograder.checks
import autograder.mutation
from autograder.checks import CheckFailed, Student
from autograder.checks.diagnosis import without_hints
from autograder.checks.diagnosis.evidence import information, is_enough
from autograder.checks.facts import Hint
from autograder.checks.known import KnownMistake, Lookup, digest
from autograder.checks.purity import snapshot
from autograder.course import Chapter, Solution, read_course
from autograder.course.solution import Check, package_of
from autograder.interrupting import raise_after
from autograder.mutation.mutate import each_mutant
from autograder.parallel import map_spawned

#: Seconds of processor time that a known mistake may take for one case; and a slip, some of which
#: never end.
SECONDS, SLIP_SECONDS = 0.1, 0.03

#: Seconds of processor time for known mistakes that are tried on checks, in one exercise.
TRIALS = 1.0

#: Seconds of processor time that a wrong answer may take in one visible check, and that all
#: answers to one function may take in it together, where they are run for a notebook's digests.
LONGEST, TOGETHER = 1.0, 5.0

#: The file of a check cell, by which its helpers are told from the student's functions.
CHECK = "<check>"


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


Answer = TypeVar("Answer", bound=WrongAnswer)


#: choices of a slip made by machine, after those of the two files of wrong answers
SLIP = 2


@dataclass(frozen=True)
class _Known:
    name: str
    function_name: str
    source: str
    says: str
    choices: int  #: of all that give the same numbers, those of the fewest choices count


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
    for known in _written_down(solution):
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
    for words, source in _mutants(solution, name):
        yield KnownMistake(words, _defined(solution, name, source), choices=1)


def _mutants(solution: Solution, name: str) -> Iterator[tuple[str, str]]:
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


def tell_by_trial(
    solution: Solution,
    failed: Iterable[tuple[Check, CheckFailed | None]],
    rng_of: Callable[[Check], np.random.Generator],
) -> None:
    """Add to what failed the sentence of a known mistake that fails the check in the same way.

    For solutions with classes: what works on objects cannot be called with the arguments of a
    case alone. The check itself is run on a known mistake, with the random generator that it had
    (``rng_of``); where it fails in the same place with the same numbers, so did the student.
    """
    begun = time.process_time()
    found: list[_Known] = []  # what explains one check most likely explains the next
    for check, failure in failed:
        if failure is None or not _tells_enough(failure):
            continue
        for known in (*found, *_to_try(solution, failure.name)):
            if time.process_time() - begun > TRIALS:
                return
            if failure.hints and not known.source.startswith("class"):  # found by its arguments
                break
            other = _failure_of(solution, known, check, rng_of(check))
            if other is not None and is_same(other, failure):
                failure.hints = (Hint("known", known.says),)
                found.insert(0, known)
                break


def _tells_enough(failure: CheckFailed) -> bool:
    """Whether there is a number that few mistakes give."""
    numbers = np.zeros(0) if failure.numbers is None else np.abs(failure.numbers)
    return bool((np.isfinite(numbers) & ~np.isin(numbers, (0, 1, 2))).any())


def is_same(one: CheckFailed, other: CheckFailed) -> bool:
    """Whether both are about the same wrong numbers in the same place."""
    return (
        _place(one) == _place(other)
        and one.numbers is not None
        and other.numbers is not None
        and digest(one.name, one.numbers) == digest(other.name, other.numbers)
    )


def _place(failure: CheckFailed) -> list[str]:
    return [fact.text for fact in failure.facts if fact.label in ("where", "expression")]


@functools.cache
def _to_try(solution: Solution, name: str) -> tuple[_Known, ...]:
    """The wrong answers to ``name`` that have a sentence, in a solution with a class."""
    if not any(one.source.startswith("class") for one in solution.definitions.values()):
        return ()
    return tuple(known for known in _written_down(solution) if known.function_name == name)


def _failure_of(
    solution: Solution, known: _Known, check: Check, rng: np.random.Generator
) -> CheckFailed | None:
    namespace: dict[str, Any] = {
        "__name__": "__main__",
        "__package__": package_of(solution.folder),
    }
    try:
        with without_hints(), raise_after(SECONDS, _TooLong), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _run(solution.path.read_text(encoding="utf-8"), namespace)
            _run(known.source, namespace)
            check.function(Student(namespace), rng)
    except CheckFailed as failure:
        return failure
    except (Exception, _TooLong):  # it is wrong, and may fail in any way
        return None
    return None


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
            with raise_after(seconds, _TooLong), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return function(*args, **kwargs)
        except _TooLong:
            is_endless = True
            raise TimeoutError from None

    return call


def visible_failures(
    chapter: Chapter,
    answers: Iterable[Answer],
    longest: float = 20.0,
    together: float = math.inf,
) -> Iterator[tuple[Answer, list[CheckFailed]]]:
    """Run the page once; yield each of ``answers`` with what its visible checks say of it.

    Where the page checks a function, each answer to it takes its turn, as in the notebook of a
    student who made this one mistake; before and after it stand the references. An answer may
    take ``longest`` seconds of processor time in one check; when all answers have taken
    ``together`` in it, the rest are left out there.
    """
    answers = list(answers)
    said: list[list[CheckFailed]] = [[] for _ in answers]
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(chapter.path.parent), warnings.catch_warnings(), lent(chapter):
        warnings.simplefilter("ignore")
        os.environ.setdefault("MPLBACKEND", "agg")
        for cell in chapter.cells:
            is_needed = cell.kind in ("code", "exercise", "check")
            if not is_needed or "experiment" in cell.options:
                continue
            if cell.kind == "check":
                functions = chapter.exercises[cell.name].functions
                begun = time.process_time()
                for number, answer in enumerate(answers):
                    if time.process_time() - begun > together:
                        break
                    if answer.function_name in functions:
                        said[number] += _tried(answer, cell.source, namespace, longest)
            is_stub = cell.kind == "exercise"
            source = chapter.exercises[cell.name].reference if is_stub else cell.source
            _run(source, namespace, CHECK if cell.kind == "check" else "<cell>")
    yield from zip(answers, said, strict=True)


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
        with raise_after(longest, _TooLong):
            _run(answer.source, namespace)
            _run(check, namespace, CHECK)
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


def _run(source: str, namespace: dict[str, Any], name: str = "<cell>") -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(_compiled(source, name), namespace)


# checks, and references of a class, are run once for each of hundreds of wrong answers
_compiled = functools.lru_cache(maxsize=64)(functools.partial(compile, mode="exec"))


def digests_of(chapter: Chapter) -> dict[str, str]:
    """Return the sentences on mistakes by the digest of what they give in visible checks.

    Where several equally likely mistakes give the same numbers, nothing can be said: such a digest
    is left out.
    """
    found: dict[str, dict[str, int]] = {}
    answers = list(_all_known(chapter.solution))
    with without_hints():
        for answer, failures in visible_failures(chapter, answers, LONGEST, TOGETHER):
            for failure in failures:
                if failure.numbers is not None and _can_be_told(answer, failure.numbers):
                    says = found.setdefault(digest(failure.name, failure.numbers), {})
                    says.setdefault(answer.says, answer.choices)
    told = {key: _told(says) for key, says in found.items()}
    return {key: text for key, text in told.items() if text}


def _can_be_told(answer: _Known, numbers: Any) -> bool:
    """Whether the numbers tell enough: there are hundreds of slips, and some hit by accident."""
    got = np.asarray(numbers, float)
    got = got[np.isfinite(got)]
    if answer.choices < SLIP:  # many mistakes end in the same number everywhere
        return got.size < 2 or np.ptp(got) > 0 or is_enough(information(got), choices=0)
    return is_enough(information(got), choices=1)


def _told(says: Mapping[str, int]) -> str:
    """The sentence on numbers that all these give, by what was picked; ``""`` for too many."""
    fewest = min(says.values())
    likeliest = [text for text, choices in says.items() if choices == fewest]
    most = 1 if fewest == SLIP else 2
    return "; or ".join(likeliest) if len(likeliest) <= most else ""


def _all_known(solution: Solution) -> Iterator[_Known]:
    """All mistakes whose program and sentence are known, the likeliest first."""
    yield from _written_down(solution)
    for name in solution.definitions:
        if not name.startswith("_"):
            for number, (words, source) in enumerate(_mutants(solution, name)):
                yield _Known(f"{name} {number}", name, source, words, SLIP)


def _written_down(solution: Solution) -> Iterator[_Known]:
    for choices, variants in enumerate((solution.mistakes, solution.misconceptions)):
        for v in variants:
            if v.says:
                yield _Known(v.name, v.function_name, v.source, v.says, choices)


def kept_digests(chapter: Chapter) -> dict[str, str]:
    """Return :func:`digests_of`, from the course's ``_build`` folder if nothing has changed."""
    if not chapter.exercises:
        return {}
    path = _kept(chapter)
    if path.exists():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    digests = digests_of(chapter)
    with contextlib.suppress(OSError):  # a course that can only be read
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{chapter.name}-*.json"):
            old.unlink()
        part = path.with_suffix(".part")
        part.write_text(json.dumps(digests, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    return digests


def keep_digests(chapters: Iterable[Chapter]) -> None:
    """Make the digests of several chapters side by side, where they are not kept already."""
    missing = [c for c in chapters if c.exercises and not _kept(c).exists()]
    if len(missing) > 1:
        places = [(_root(chapter), chapter.name) for chapter in missing]
        for _ in map_spawned(_keep, places, os.cpu_count() or 1):
            pass


def _keep(place: tuple[Path, str]) -> None:
    root, name = place
    with open(os.devnull, "w") as nowhere:  # wrong answers make LAPACK write to the terminal
        for terminal in (1, 2):
            os.dup2(nowhere.fileno(), terminal)
    kept_digests(read_course(root).assignments[name])


def _root(chapter: Chapter) -> Path:
    return chapter.path.parents[1]


def _kept(chapter: Chapter) -> Path:
    folder = _root(chapter) / "_build" / "known_mistakes"
    return folder / f"{chapter.name}-{_state(chapter)}.json"


def _state(chapter: Chapter) -> str:
    """A hash of all that decides the digests."""
    files = [chapter.path, *sorted(chapter.solution.folder.glob("*.py")), Path(__file__)]
    files += [lender.path for lender in chapter.borrowed.values()]
    for package in (autograder.checks, autograder.mutation):
        files += sorted(Path(package.__path__[0]).rglob("*.py"))
    state = hashlib.sha256(np.__version__.encode())
    for file in files:
        state.update(file.name.encode() + b"\0" + file.read_bytes())
    return state.hexdigest()[:16]
