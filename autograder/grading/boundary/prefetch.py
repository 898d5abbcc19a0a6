"""Read one attribute of many objects in one message.

A graph of ten thousand nodes would take ten thousand questions. So the longer a side asks for
nothing but one attribute, the more objects are answered for: those that the answer leads to
and those that were handed out next. What came this way is forgotten when anything else is said,
because the objects may have changed since.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from types import MemberDescriptorType
from typing import Any

import numpy as np

from autograder.grading.boundary.handles import HandleTable
from autograder.grading.boundary.proxies import ObjectProxy

MAX_AHEAD = 1000  #: objects answered for at once
MAX_PARTS = 100  #: of a tuple or list that is read ahead
MAX_KEPT = 50_000  #: values that wait to be asked for
_PLAIN = (type(None), bool, int, float, np.float64)

#: an attribute of an object: ``(value,)``, or ``()`` where it has none of that name
Found = tuple[Any, ...]


class Prefetched:
    """Attributes of the other side's objects that came before they were asked for."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], Found] = {}
        self._asked: dict[str, int] = {}  # name -> objects asked about at once

    def forget(self) -> None:
        """Drop what was prefetched: any other request may change the objects."""
        self._found.clear()
        self._asked.clear()

    def known(self, number: int, name: str) -> Found | None:
        """Return what came ahead for an attribute, or ``None``."""
        found = self._found.get((number, name))
        return (list(found[0]),) if found and type(found[0]) is list else found

    def wanted(self, name: str) -> int:
        """Return how many objects to ask about at once: twice as many every time."""
        self._asked[name] = min(2 * self._asked.get(name, 0) or 1, MAX_AHEAD)
        return self._asked[name]

    def put(self, name: str, came: Any) -> Found:
        """Return what came for the object asked about; keep what came for others.

        ``came`` is from :func:`read`; raises :class:`ValueError` for anything else.
        """
        if type(came) is not list or not 0 < len(came) <= MAX_AHEAD + 1:
            raise ValueError("not what was asked for")
        if len(came) == 1:  # code may have been run for it
            self._found.clear()
        for entry in came:
            match entry:
                case (int(),) | (int(), _):
                    pass
                case _:
                    raise ValueError("not what was asked for")
        if len(self._found) > MAX_KEPT:
            self._found.clear()
        for number, *value in came[1:]:
            parts = _parts(value)
            is_small = len(parts) <= MAX_PARTS
            if not is_small or not all(isinstance(p, ObjectProxy) or _is_plain(p) for p in parts):
                raise ValueError("nothing that is read ahead")
            self._found[number, name] = tuple(value)
        return tuple(came[0][1:])


def read(handles: HandleTable, number: int, name: str, most: int) -> list[tuple[Any, ...]]:
    """Return attribute ``name`` of object ``number``, then of up to ``most`` of its class.

    Each comes as ``(number, value)``, or ``(number,)`` where there is no such attribute. After
    the first only what is stored in the object as it is, so that nobody's code runs; and of
    that only numbers, objects of the class, and short tuples and lists of them.
    """
    owner = handles.shared(number)
    kind = type(owner)
    stored = _stored(owner, name)
    found: list[tuple[Any, ...]] = [
        (number, *(stored if stored is not None else (getattr(owner, name),)))
    ]
    if most == 1 or stored is None:
        return found
    seen: set[int] = set()
    following, later = deque([number]), number
    while len(found) <= most and (following or later < handles.last_number):
        # by turns: an order that goes up would find behind it only what is known already
        if following and (len(found) % 2 or later == handles.last_number):
            at = following.popleft()
        else:
            at = later = later + 1
        owner = handles.find(at)
        if at in seen or type(owner) is not kind:
            continue
        seen.add(at)
        stored = _stored(owner, name)
        leads_to = _followed(handles, stored, kind)
        if stored is not None and leads_to is not None:
            following.extend(leads_to)
            found.append((at, *stored))
    return found


def _stored(owner: Any, name: str) -> Found | None:
    """Return the attribute as it lies in ``owner``, or ``None`` if only running code would tell."""
    kept, kind = getattr(owner, "__dict__", {}), type(owner)
    of_class = getattr(kind, name, None)
    if isinstance(of_class, property):
        return None
    if type(kept) is dict and name in kept:
        return (kept[name],)
    if type(of_class) is MemberDescriptorType:  # one of __slots__
        return (getattr(owner, name),) if hasattr(owner, name) else ()
    return None if hasattr(kind, name) or hasattr(kind, "__getattr__") else ()


def _followed(handles: HandleTable, stored: Found | None, kind: type) -> list[int] | None:
    """Return numbers of the objects that ``stored`` holds, or ``None`` if it is not read ahead."""
    if stored is None:
        return None
    parts = _parts(stored)
    if len(parts) > MAX_PARTS or not all(type(p) is kind or _is_plain(p) for p in parts):
        return None
    return [handles.share(part).number for part in parts if type(part) is kind]


def _parts(stored: Sequence[Any]) -> Sequence[Any]:
    """Return the parts of the one value that ``stored`` holds, if any."""
    return stored[0] if stored and type(stored[0]) in (tuple, list) else stored


def _is_plain(value: Any) -> bool:
    return type(value) in _PLAIN and (type(value) is not int or value.bit_length() < 64)
