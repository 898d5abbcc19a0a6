"""The student's own functions: which one a check is about, and which it rests on.

A check cell may hand over a function of its own, ``lambda z: np.sum(sigmoid(z))``, to look at more
than what a function of the student returns. It is locked, so that no message may be about it: a
:class:`Helper` knows the student's function behind it, and what that was called with. What belongs
to the cell is told by the file of its code, since each cell of a notebook is a file of its own.
"""

from __future__ import annotations

import contextlib
import functools
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

from autograder.checks.comparison import type_of
from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed
from autograder.checks.in_words import brief
from autograder.checks.signatures import named_arguments
from autograder.checks.student import StudentFunction

#: The functions that were checked, with whether they passed the last time. One that is
#: defined anew is another function.
_passed: WeakKeyDictionary[Callable[..., Any], bool] = WeakKeyDictionary()
#: The cells whose checks a function failed the last time they were run.
_failed_in: WeakKeyDictionary[Callable[..., Any], set[str]] = WeakKeyDictionary()


def remember(function: Callable[..., Any], has_passed: bool, cell: str) -> None:
    """Remember whether ``function`` passed its check in ``cell``."""
    with contextlib.suppress(TypeError):  # what no reference can be kept of, as a ufunc
        _passed[function] = has_passed
        failed_in = _failed_in.setdefault(function, set())
        (failed_in.discard if has_passed else failed_in.add)(cell)


def has_passed(function: Callable[..., Any]) -> bool | None:
    """Whether ``function`` passed its last check; ``None`` where it was never checked."""
    return _passed.get(function)


def fails_a_check(function: Any) -> bool:
    """Whether ``function`` failed in any cell and has not passed there since."""
    try:
        return bool(_failed_in.get(function))
    except TypeError:
        return False


@contextlib.contextmanager
def forgetting() -> Iterator[None]:
    """Forget, at the end, which functions passed or failed inside."""
    before, failed_before = dict(_passed), {f: set(cells) for f, cells in _failed_in.items()}
    try:
        yield
    finally:
        _passed.clear()
        _passed.update(before)
        _failed_in.clear()
        _failed_in.update(failed_before)


def own_functions(function: Any, cell: str) -> dict[str, Callable[..., Any]]:
    """``function`` and what it calls of the same notebook, directly or not, by name.

    Functions and classes of the ``cell`` with the check are left out, unless there are no others.
    """
    found: dict[str, Callable[..., Any]] = {}
    todo: list[Any] = [function]
    while todo:
        one = todo.pop(0)
        code = _code_of(one)
        if code is not None and one not in found.values():
            found[one.__name__] = one
            if isinstance(one, FunctionType):
                todo += [other for other in _mentioned(one) if _code_of(other) is not None]
    elsewhere = {name: one for name, one in found.items() if not _is_of(one, cell)}
    return elsewhere or {name: one for name, one in found.items() if name != "<lambda>"}


def _mentioned(function: FunctionType) -> Iterator[Any]:
    """What the text of ``function`` names among the functions and classes of its notebook."""
    own = function.__globals__
    codes = [function.__code__]
    while codes:
        code = codes.pop(0)
        for name in code.co_names:
            other = own.get(name)
            if getattr(_function_in(other), "__globals__", None) is own:
                yield other
        codes += [inner for inner in code.co_consts if hasattr(inner, "co_names")]


def _function_in(value: Any) -> FunctionType | None:
    """``value`` if it is a function, and the first method of a class."""
    if isinstance(value, type):
        methods = (item for item in vars(value).values() if isinstance(item, FunctionType))
        return next(methods, None)
    return value if isinstance(value, FunctionType) else None


def _code_of(value: Any) -> Any:
    return getattr(_function_in(value), "__code__", None)


def _is_of(value: Any, cell: str) -> bool:
    return _code_of(value).co_filename == cell


@dataclass
class Call:
    """A call of a student's function by a helper; ``result`` is there when it has returned."""

    function: Callable[..., Any]
    given: dict[str, Any]
    result: Any = None
    has_returned: bool = False


class Helper(StudentFunction):
    """A function of the check cell; its name and arguments are those of the student's behind it.

    Of the functions that it calls, the first is meant that did not yet pass a check of its own.
    """

    def __init__(
        self, function: FunctionType, cell: str, behind: Mapping[str, Callable[..., Any]]
    ) -> None:
        super().__init__(function, next(iter(behind)))
        self.cell, self.behind = cell, behind
        self.calls: list[Call] = []
        #: of each function the first: a helper may call one thousands of times
        self.first_calls: dict[Callable[..., Any], Call] = {}
        self.is_handed_on = True  #: what the student's function returned, and no more

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls, self.first_calls, self.is_handed_on = [], {}, True
        with self._recording():
            result = super().__call__(*args, **kwargs)
        self.is_handed_on = bool(self.calls) and result is self.calls[-1].result
        return result

    @property
    def meant(self) -> Call | None:
        """The call that a check is about; ``None`` where there was none, as of a class."""
        unproved = (call for call in self.first_calls.values() if not has_passed(call.function))
        return next(unproved, self.calls[0] if self.calls else None)

    @property
    def own(self) -> Callable[..., Any]:
        """The student's function that a check is about."""
        return self.meant.function if self.meant else next(iter(self.behind.values()))

    @contextlib.contextmanager
    def _recording(self) -> Iterator[None]:
        """Record the calls of the functions behind, not those that they make of each other."""
        names = self.function.__globals__
        functions = {n: f for n, f in self.behind.items() if not isinstance(f, type)}
        places = {n: f for n, f in functions.items() if names.get(n) is f}
        is_running = False

        def recorder(function: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(function)
            def call(*args: Any, **kwargs: Any) -> Any:
                nonlocal is_running
                if is_running:
                    return function(*args, **kwargs)
                made = Call(function, {**named_arguments(function, args), **kwargs})
                self.calls.append(made)
                self.first_calls.setdefault(function, made)
                self.name = self.own.__name__
                is_running = True
                try:
                    made.result = function(*args, **kwargs)
                finally:
                    is_running = False
                made.has_returned = True
                return made.result

            return call

        names.update({name: recorder(function) for name, function in places.items()})
        try:
            yield
        finally:
            names.update(places)

    def failure_from(self, error: Exception, /, *args: Any, **kwargs: Any) -> CheckFailed:
        """As of any function; but where the helper fails, what came back is to blame."""
        own = self.function.__globals__
        where = [at for at in traceback.walk_tb(error.__traceback__) if at[0].f_globals is own]
        is_helper = bool(where) and where[-1][0].f_code.co_filename == self.cell
        if not is_helper or not self.calls or not self.calls[-1].has_returned:
            return super().failure_from(error, *args, **kwargs)
        facts = [Fact("got", type_of(self.calls[-1].result))]
        if line := self._line(error):
            facts.append(Fact("used in", line))
        return CheckFailed(self.calls[-1].function.__name__, "type", tuple(facts))

    def about_call(self, args: Sequence[Any]) -> Iterator[Fact]:
        """What the student's function was called with, and what the helper made of it."""
        if self.meant is None:
            yield _called_with(named_arguments(self.function, args))
        else:
            count = sum(call.function is self.own for call in self.calls)
            more = f"; the first of {count} calls" if count > 1 else ""
            yield _called_with(self.meant.given, more)
        if self.meant and not self.is_handed_on and self.function.__name__ != "<lambda>":
            said = (self.function.__doc__ or "").strip().split("\n")[0].rstrip(".")
            words = said[:1].lower() + said[1:]
            yield Fact("looked at", words or self.function.__name__.replace("_", " "))


def about_call(asked: StudentFunction, args: Sequence[Any]) -> Iterator[Fact]:
    """What to say of a call that went wrong."""
    if isinstance(asked, Helper):
        yield from asked.about_call(args)
    else:
        yield _called_with(named_arguments(asked.function, args))


def _called_with(given: Mapping[str, Any], more: str = "") -> Fact:
    text = ", ".join(f"{name} = {brief(value)}" for name, value in given.items())
    return Fact("called with", text + more)


def asked_in(cell: str, function: Callable[..., Any]) -> StudentFunction:
    """Wrap ``function`` for a check in ``cell``: a helper of the cell, or the student's own."""
    if isinstance(function, StudentFunction):
        return function
    if isinstance(function, FunctionType) and _is_of(function, cell):
        behind = own_functions(function, cell)
        if any(not _is_of(one, cell) for one in behind.values()):
            return Helper(function, cell, behind)
    return StudentFunction(function)


def failing(functions: Mapping[str, Callable[..., Any]], but: Callable[..., Any]) -> str | None:
    """The name of the first of ``functions``, other than ``but``, that fails its own check."""
    failed = (
        name for name, one in functions.items() if one is not but and has_passed(one) is False
    )
    return next(failed, None)
