"""Stand on one side for a function, object, iterator or error of the other."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, cast

from autograder.grading.boundary.printable import MAX_MESSAGE, printable

#: an error as it crosses: name, text, line of code, and the number of the one it came from
ErrorParts = tuple[str, str, str, int]

#: what an object's proxy passes on to it
OPERATORS: dict[str, Callable[..., Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "truediv": operator.truediv,
    "pow": operator.pow,
    "matmul": operator.matmul,
    "neg": operator.neg,
    "pos": operator.pos,
    "abs": operator.abs,
    "getitem": operator.getitem,
}
_BINARY = ("add", "sub", "mul", "truediv", "pow", "matmul")


class Caller(Protocol):
    """What a proxy asks: the end of the connection that it came by."""

    def request(self, op: str, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        """Ask the other side and return its value, or raise its error."""

    def get(self, proxy: ObjectProxy, name: str) -> Any:
        """Return an attribute of what ``proxy`` stands for. Raises :class:`AttributeError`."""

    def set(self, proxy: ObjectProxy, name: str, value: Any) -> None:
        """Set an attribute."""


class ChangedArgument(ValueError):
    """Says that a remote function changed what it was given.

    Uses NumPy's wording for a protected array, so that both are recognized alike.
    """

    def __init__(self) -> None:
        super().__init__("an argument is read-only")


class FunctionProxy:
    """Stands for a function of the other side."""

    works_on_copies = True  #: what it is given crosses by value, and is compared there

    def __init__(self, caller: Caller, target: int | str, name: str) -> None:
        self._caller, self._target = caller, target
        self.__name__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._caller.request("call", self._target, *args, **kwargs)


class ObjectProxy:
    """Stands for an object of the other side: public attributes, and arithmetic.

    There is one for each object, so that ``is`` and ``==`` tell two of them apart.
    """

    __array_ufunc__ = None  # array + object asks the object

    def __getattr__(self, name: str) -> Any:
        # NumPy and copy look for protocols here, and would believe what they are given
        if name.startswith("_"):
            raise AttributeError(name)
        return self._caller.get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._caller.set(self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> ObjectProxy:
        return self


def _forward(name: str, swapped: bool = False) -> Callable[..., Any]:
    def method(self: ObjectProxy, *others: Any) -> Any:
        args = (*others, self) if swapped else (self, *others)
        return self._caller.request("operate", name, *args)

    return method


for _name in OPERATORS:
    setattr(ObjectProxy, f"__{_name}__", _forward(_name))
for _name in _BINARY:
    setattr(ObjectProxy, f"__r{_name}__", _forward(_name, swapped=True))


class IteratorProxy(Iterator[Any]):
    """What an iterator of the other side yielded, and then the error it ended in, if any."""

    def __init__(self, items: Iterable[Any], error: Exception | None) -> None:
        self._items, self._error = iter(items), error

    def __next__(self) -> Any:
        for item in self._items:
            return item
        if self._error is not None:
            raise self._error
        raise StopIteration


# as a message about a value names its type
FunctionProxy.__name__, IteratorProxy.__name__ = "function", "generator"


def describe(error: BaseException, line: str = "") -> ErrorParts:
    """Return what is told of an error, whatever its class does. ``line`` is where it came from."""
    try:
        text = str(error)[:MAX_MESSAGE]
    except BaseException:
        text = "an error without a text"
    names = [c.__name__ for c in type(error).__mro__ if c.__module__ == "builtins"]
    if not isinstance(error, Exception):
        text = f"{names[0]}: {text}"
    origin = getattr(error, "origin", 0)
    return names[0], text, line[:MAX_MESSAGE], origin if type(origin) is int else 0


def rebuild(name: str, message: str, line: str = "", origin: int = 0) -> Exception:
    """Return a plain built-in error of that name, or one of no particular kind."""
    kind = getattr(builtins, name, None)
    if (
        not isinstance(kind, type)
        or not issubclass(kind, Exception)
        # these two would end a loop of the check in silence
        or issubclass(kind, (StopIteration, StopAsyncIteration))
    ):
        kind = RuntimeError
    try:
        error: Any = kind(printable(message))
    except TypeError:  # one that wants more than a text
        error = RuntimeError(printable(message))
    error.in_line = printable(line)
    error.origin = origin
    return cast(Exception, error)
