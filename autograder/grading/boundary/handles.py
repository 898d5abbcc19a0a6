"""Keep the table of what stays on a side: numbers for our values, proxies for theirs.

All that it keeps is bounded, because the other side decides how much is asked of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.grading.boundary.printable import printable
from autograder.grading.boundary.proxies import Caller, FunctionProxy, ObjectProxy
from autograder.grading.boundary.wire import Handle, WireError

MAX_PROXIES = 200_000  #: for values of the other side, until they are released
MAX_TYPES = 100  #: of those proxies
MAX_ERRORS = 100  #: that are raised again as themselves when they come back


class HandleTable:
    """What one side has handed out by number, and the proxies it was handed."""

    def __init__(self, caller: Caller, kind_of: Callable[[Any], str]) -> None:
        """``caller`` is asked by the proxies.

        ``kind_of`` returns the kind of handle that may be given out for a value, or raises
        :class:`WireError`.
        """
        self._caller = caller
        self._kind_of = kind_of
        self.last_number = 0  #: the highest that anything has been given
        self._shared: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}  # id of a shared value -> its number
        self._errors: dict[int, Exception] = {}
        self._proxies: dict[tuple[str, int], Any] = {}
        self._types: dict[str, type[ObjectProxy]] = {}

    def next_number(self) -> int:
        """Return a number that nothing has been given yet."""
        self.last_number += 1
        return self.last_number

    @property
    def has_proxies(self) -> bool:
        """Whether anything of the other side's is held here."""
        return bool(self._proxies)

    def release(self) -> None:
        """Forget all but the classes: from now on nobody can use what was handed out."""
        for table in (self._shared, self._numbers, self._proxies, self._errors):
            table.clear()

    # --- values of this side

    def share(self, value: Any) -> Handle:
        """Return the handle of a value that stays here. Raises :class:`WireError` if it may not."""
        match value:
            case (
                FunctionProxy(_caller=caller, _target=int(target))
                | ObjectProxy(_caller=caller, _target=int(target))
            ) if caller is self._caller:
                return Handle("yours", target)
        kind = self._kind_of(value)
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = self.next_number()
            self._shared[number] = value
        name = (
            value.__name__
            if kind != "object" and hasattr(value, "__name__")
            else type(value).__name__
        )
        return Handle(kind, number, name if type(name) is str else "")

    def shared(self, number: Any) -> Any:
        """Return the value behind a handle that came back. Raises :class:`WireError` for others."""
        if type(number) is not int or number not in self._shared:
            raise WireError("no such handle")
        return self._shared[number]

    def find(self, number: int) -> Any:
        """Return the value shared under ``number``, or ``None``."""
        return self._shared.get(number)

    def remember(self, error: Exception) -> int:
        """Return a number under which :meth:`error` finds the same error when it comes back."""
        number = self.next_number()
        # without its frames, which hold all it was raised over
        self._errors[number] = error.with_traceback(None)
        if len(self._errors) > MAX_ERRORS:
            del self._errors[min(self._errors)]
        return number

    def error(self, number: int) -> Exception | None:
        """Return the error remembered under ``number``, if it still is."""
        return self._errors.get(number)

    # --- values of the other side

    def proxy_for(self, handle: Handle) -> Any:
        """Return what stands here for a value of the other side; the same for the same value.

        Raises :class:`WireError` when there are too many.
        """
        key = (handle.kind, handle.number)
        if key not in self._proxies:
            if len(self._proxies) >= MAX_PROXIES:
                raise WireError("too many objects")
            self._proxies[key] = self._new_proxy(handle)
        return self._proxies[key]

    def _new_proxy(self, handle: Handle) -> FunctionProxy | ObjectProxy:
        if handle.kind == "function":
            name = printable(handle.name) or "function"
            return FunctionProxy(self._caller, handle.number, name)
        made = object.__new__(self.type_of(handle.name))
        made.__dict__.update(_caller=self._caller, _target=handle.number)
        return made

    def type_of(self, name: str) -> type[ObjectProxy]:
        """Return the class of proxies for objects of a class of that name."""
        is_usable = name.isidentifier() and (name in self._types or len(self._types) < MAX_TYPES)
        name = name[:40] if is_usable else "object"
        if name not in self._types:
            self._types[name] = type(name, (ObjectProxy,), {})
        return self._types[name]
