"""The only format that crosses between the judge and a student's process: plain data.

Numbers, strings, bytes, arrays of plain dtypes and containers of them, by value, and
numbered handles for functions and objects that stay on their side. A decoder trusts
nothing: size, depth and count are capped, and every byte must be accounted for. Nothing
that is decoded has behaviour of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_BYTES = 64 * 2**20  #: of one message
MAX_ITEMS = 200_000  #: values in one message, containers counted with what they hold
#: entries of all dictionaries in one message: chosen keys can make each insertion look at all
MAX_KEYS = 2_000
MAX_KEY_PARTS = 8
MAX_DEPTH = 40  #: containers within containers
MAX_INT_BYTES = 4096

_HEAD = struct.Struct("<I")
_U64 = struct.Struct("<Q")
_F64 = struct.Struct("<d")
_C128 = struct.Struct("<dd")


class WireError(Exception):
    """Bytes that are no message, or a value that may not cross."""


#: function, class, object: the sender's own; yours: one that the receiver had handed out;
#: iterator, generator: an entry of a table that travels with the message
HANDLES = frozenset({"function", "class", "object", "yours", "iterator", "generator"})


@dataclass(frozen=True)
class Handle:
    """What stands for a value that is not plain data; ``kind`` is one of :data:`HANDLES`."""

    kind: str
    number: int
    name: str = ""


#: called with a value the format has no room for; returns what crosses in its place (a handle
#: or plain data), or raises WireError
Keep = Callable[[Any], Any]
#: called with a handle that came; returns what it stands for, or raises WireError
Resolve = Callable[[Handle], Any]


def no_handles(value: Any) -> Handle:
    """The :data:`Keep` of a side that hands out none."""
    raise WireError(f"a {type(value).__name__} cannot cross")


def encode(value: Any, keep: Keep = no_handles) -> bytes:
    """``value`` as a message. Raises :class:`WireError` for what is too large or too deep."""
    out = bytearray()
    budget = [MAX_ITEMS]
    _put(out, value, keep, 0, budget)
    if len(out) > MAX_BYTES:
        raise WireError(f"the value takes {len(out)} bytes; at most {MAX_BYTES} can cross")
    return bytes(out)


def as_it_is(handle: Handle) -> Handle:
    """The :data:`Resolve` that leaves handles in the value."""
    return handle


def decode(data: bytes, resolve: Resolve = as_it_is) -> Any:
    """The value of a message. Raises :class:`WireError` for anything else, and nothing else."""
    if len(data) > MAX_BYTES:
        raise WireError("message too long")
    reader = _Reader(data, resolve)
    value = reader.value(0)
    if reader.at != len(data):
        raise WireError("bytes left over")
    return value


def _put(out: bytearray, value: Any, keep: Keep, depth: int, budget: list[int]) -> None:
    budget[0] -= 1
    if depth > MAX_DEPTH:
        raise WireError(f"containers nest deeper than {MAX_DEPTH}")
    if budget[0] < 0:
        raise WireError(f"more than {MAX_ITEMS} values")
    if len(out) > MAX_BYTES:
        raise WireError(f"more than {MAX_BYTES} bytes")
    # exact types only: a subclass may have behaviour, which stays where it is
    kind = type(value)
    if value is None:
        out += b"N"
    elif kind is bool:
        out += b"T" if value else b"F"
    elif kind is int:
        _put_int(out, value)
    elif kind is float:
        out += b"f" + _F64.pack(value)
    elif kind is complex:
        out += b"c" + _C128.pack(value.real, value.imag)
    elif kind is str:
        _put_bytes(out, b"s", value.encode("utf-8", "surrogatepass"))
    elif kind is bytes:
        _put_bytes(out, b"b", value)
    elif kind is list and _put_packed(out, value, budget):
        pass
    elif kind is list or kind is tuple:
        out += (b"l" if kind is list else b"t") + _HEAD.pack(len(value))
        for item in value:
            _put(out, item, keep, depth + 1, budget)
    elif kind is dict:
        if len(value) > MAX_KEYS:
            raise WireError(f"more than {MAX_KEYS} keys")
        out += b"d" + _HEAD.pack(len(value))
        for key, item in value.items():
            _check_key(key)
            _put(out, key, keep, depth + 1, budget)
            _put(out, item, keep, depth + 1, budget)
    elif kind is np.ndarray and value.dtype.type in _SCALARS:
        _put_array(out, value)
    elif kind in _SCALARS:
        out += bytes((ord("g"), _SCALARS[kind])) + value.tobytes()
    elif kind is Handle:
        out += b"h"
        _put_bytes(out, b"", value.kind.encode())
        out += _U64.pack(value.number)
        _put_bytes(out, b"", value.name.encode("utf-8", "replace")[:200])
    else:
        _put(out, keep(value), keep, depth + 1, budget)


#: the tag of a list of nothing else, and struct's code of its items
_PACKED = {float: (b"v", "d"), int: (b"w", "q")}

#: the plain dtypes by the letter that stands for them in a message
_DTYPES = {ord(code): np.dtype(np.dtype(code).newbyteorder("<").str) for code in "?bBhHiIqQefdFD"}
#: NumPy's own scalar types with that letter
_SCALARS = {
    np.dtype(name).type: next(code for code, dtype in _DTYPES.items() if dtype == np.dtype(name))
    for name in "?bBhHiIlLqQefdFD"
}


def _check_key(key: Any) -> None:
    """Only what is compared quickly, even with two thousand others of the same hash."""
    if type(key) is tuple and (
        len(key) > MAX_KEY_PARTS or any(type(part) is tuple for part in key)
    ):
        raise WireError("a key is a tuple of too many parts")


def _put_bytes(out: bytearray, tag: bytes, data: bytes) -> None:
    out += tag + _HEAD.pack(len(data))
    out += data


def _put_int(out: bytearray, value: int) -> None:
    size = value.bit_length() // 8 + 1
    if size > MAX_INT_BYTES:
        raise WireError("an integer has too many digits")
    _put_bytes(out, b"i", value.to_bytes(size, "little", signed=True))


def _put_packed(out: bytearray, value: list, budget: list[int]) -> bool:
    """Put ``value`` in one piece if it is a list of floats alone, or of short integers alone."""
    kinds = set(map(type, value))
    tag, code = _PACKED.get(kinds.pop(), ("", "")) if len(kinds) == 1 else ("", "")
    if not tag:
        return False
    budget[0] -= len(value)
    if budget[0] < 0:
        raise WireError(f"more than {MAX_ITEMS} values")
    try:
        out += struct.pack(f"<cI{len(value)}{code}", tag, len(value), *value)
    except struct.error:  # an integer of more than 64 bits
        budget[0] += len(value)
        return False
    return True


def _put_array(out: bytearray, array: np.ndarray) -> None:
    if array.nbytes > MAX_BYTES:
        raise WireError(f"an array takes {array.nbytes} bytes; at most {MAX_BYTES} can cross")
    flags, dtype = array.flags, array.dtype
    layout = b"C" if flags.c_contiguous else b"F" if flags.f_contiguous else b"S"
    head = (ord("a"), _SCALARS[dtype.type], flags.writeable, layout[0], array.ndim)
    out += bytes(head) + struct.pack(f"<{array.ndim}Q", *array.shape)
    little = _DTYPES[head[1]]
    out += array.tobytes() if dtype == little else array.astype(little).tobytes()


class _Reader:
    """Reads one message from front to back, and never past its end."""

    def __init__(self, data: bytes, resolve: Resolve) -> None:
        self.data = data
        self.end = len(data)
        self.resolve = resolve
        self.at = 0
        self.budget = MAX_ITEMS
        self.keys = MAX_KEYS

    def skip(self, size: int) -> int:
        """Where the next ``size`` bytes begin; the reader goes on after them."""
        start = self.at
        if size > self.end - start:
            raise WireError("message ends too soon")
        self.at = start + size
        return start

    def take(self, size: int) -> bytes:
        start = self.skip(size)
        return self.data[start : start + size]

    def size(self) -> int:
        return _HEAD.unpack_from(self.data, self.skip(4))[0]

    def text(self, errors: str = "surrogatepass") -> str:
        try:
            return self.take(self.size()).decode("utf-8", errors)
        except UnicodeDecodeError as error:
            raise WireError("not UTF-8") from error

    def value(self, depth: int) -> Any:
        self.budget -= 1
        if depth > MAX_DEPTH or self.budget < 0:
            raise WireError("too deep or too many values")
        at = self.at
        if at >= self.end:
            raise WireError("message ends too soon")
        self.at = at + 1
        tag = self.data[at]
        read = _READERS.get(tag)
        if read is None:
            raise WireError(f"unknown tag {tag}")
        return read(self, depth)

    def _int(self, depth: int) -> int:
        size = self.size()
        if size > MAX_INT_BYTES:
            raise WireError("an integer has too many digits")
        return int.from_bytes(self.take(size), "little", signed=True)

    def _items(self, depth: int) -> list:
        count = self.size()
        if count > self.end - self.at:  # every value takes a byte at least
            raise WireError("message ends too soon")
        value, deeper = self.value, depth + 1
        return [value(deeper) for _ in range(count)]

    def _packed(self, code: str) -> list:
        count = self.size()
        self.budget -= count
        if self.budget < 0:
            raise WireError("too many values")
        return list(struct.unpack_from(f"<{count}{code}", self.data, self.skip(8 * count)))

    def _dict(self, depth: int) -> dict:
        count = self.size()
        self.keys -= count
        if self.keys < 0:
            raise WireError(f"more than {MAX_KEYS} keys")
        found = {}
        for _ in range(count):
            key = self.value(depth + 1)
            _check_key(key)
            try:
                found[key] = self.value(depth + 1)
            except TypeError as error:
                raise WireError("a key cannot be hashed") from error
        return found

    def _dtype(self, letter: int) -> np.dtype:
        dtype = _DTYPES.get(letter)
        if dtype is None:
            raise WireError("not a plain dtype")
        return dtype

    def _array(self, depth: int) -> np.ndarray:
        letter, writeable, layout, ndim = self.take(4)
        dtype = self._dtype(letter)
        if writeable > 1 or layout not in b"CFS":
            raise WireError("not an array")
        if ndim > 32:
            raise WireError("too many axes")
        shape = struct.unpack_from(f"<{ndim}Q", self.data, self.skip(8 * ndim))
        count = 1  # as if no axis were empty: NumPy limits that too
        for size in shape:
            count *= size or 1
            if count * dtype.itemsize > MAX_BYTES:
                raise WireError("an array is too large")
        start = self.skip(0 if 0 in shape else count * dtype.itemsize)
        if dtype.kind == "b" and self.data[start : self.at].translate(None, b"\x00\x01"):
            raise WireError("a truth value is neither 0 nor 1")
        array = np.ndarray(shape, dtype, self.data, start)
        if layout == ord("S") and shape:  # any view that is not contiguous stands for the others
            array = np.stack([array, array], axis=-1)[..., 0]
        else:
            array = array.copy("F" if layout == ord("F") else "C")
        if not writeable:
            array.flags.writeable = False
        return array

    def _scalar(self, depth: int) -> np.generic:
        dtype = self._dtype(self.take(1)[0])
        raw = self.take(dtype.itemsize)
        if dtype.kind == "b" and raw not in (b"\x00", b"\x01"):
            raise WireError("a truth value is neither 0 nor 1")
        return np.frombuffer(raw, dtype)[0]

    def _handle(self, depth: int) -> Any:
        kind = self.text("replace")
        if kind not in HANDLES:
            raise WireError("not a handle")
        number = _U64.unpack_from(self.data, self.skip(8))[0]
        return self.resolve(Handle(kind, number, self.text("replace")))


_READERS: dict[int, Callable[[_Reader, int], Any]] = {
    ord("N"): lambda reader, depth: None,
    ord("T"): lambda reader, depth: True,
    ord("F"): lambda reader, depth: False,
    ord("i"): _Reader._int,
    ord("f"): lambda reader, depth: _F64.unpack_from(reader.data, reader.skip(8))[0],
    ord("c"): lambda reader, depth: complex(*_C128.unpack_from(reader.data, reader.skip(16))),
    ord("s"): lambda reader, depth: reader.text(),
    ord("b"): lambda reader, depth: reader.take(reader.size()),
    ord("l"): _Reader._items,
    ord("v"): lambda reader, depth: reader._packed("d"),
    ord("w"): lambda reader, depth: reader._packed("q"),
    ord("t"): lambda reader, depth: tuple(reader._items(depth)),
    ord("d"): _Reader._dict,
    ord("a"): _Reader._array,
    ord("g"): _Reader._scalar,
    ord("h"): _Reader._handle,
}
