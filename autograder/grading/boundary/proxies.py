"""What stands on one side for a function, object, iterator or error of the other."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.grading.boundary.peer import Peer

MAX_MESSAGE = 300  #: characters of an error or warning

#: what an object's stand-in passes on to it
OPERATORS = {
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


class ChangedArgument(ValueError):
    """A remote function changed what it was given.

    Worded as NumPy's complaint about a protected array, which means the same.
    """

    def __init__(self) -> None:
        super().__init__("an argument is read-only")


class FunctionProxy:
    """Stands for a function of the other side."""

    works_on_copies = True  #: what it is given crosses by value, and is compared there

    def __init__(self, peer: Peer, target: int | str, name: str) -> None:
        self._peer, self._target = peer, target
        self.__name__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._peer.request("call", self._target, *args, **kwargs)


class ObjectProxy:
    """Stands for an object of the other side: public attributes, and arithmetic.

    There is one for each object, so that ``is`` and ``==`` tell two of them apart.
    """

    __array_ufunc__ = None  # array + object asks the object

    def __getattr__(self, name: str) -> Any:
        # NumPy and copy look for protocols here, and would believe what they are given
        if name.startswith("_"):
            raise AttributeError(name)
        return self._peer.get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._peer.set(self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __deepcopy__(self, memo: dict) -> ObjectProxy:
        return self


def _forward(name: str, swapped: bool = False) -> Callable:
    def method(self: ObjectProxy, *others: Any) -> Any:
        args = (*others, self) if swapped else (self, *others)
        return self._peer.request("operate", name, *args)

    return method


for _name in OPERATORS:
    setattr(ObjectProxy, f"__{_name}__", _forward(_name))
for _name in _BINARY:
    setattr(ObjectProxy, f"__r{_name}__", _forward(_name, swapped=True))


class IteratorProxy(Iterator):
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


def rebuild(name: str, message: str, line: str = "", origin: int = 0) -> Exception:
    """A plain built-in error of that name, or of no particular kind."""
    kind = getattr(builtins, name, None)
    is_error = isinstance(kind, type) and issubclass(kind, Exception)
    if not is_error or issubclass(kind, (StopIteration, StopAsyncIteration)):
        kind = RuntimeError  # those two would end a loop of the check in silence
    try:
        error = kind(clean(message))
    except TypeError:  # one that wants more than a text
        error = RuntimeError(clean(message))
    error.in_line = clean(line)
    error.origin = origin
    return error


def clean(text: Any) -> str:
    """A text of the other side, short and printable, or an empty one."""
    if type(text) is not str:
        return ""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text[:MAX_MESSAGE])
