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
MAX_DEPTH = 40  #: containers within containers
MAX_INT_BYTES = 4096

ARRAY_KINDS = "biufc"
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
    elif kind is list or kind is tuple:
        out += (b"l" if kind is list else b"t") + _HEAD.pack(len(value))
        for item in value:
            _put(out, item, keep, depth + 1, budget)
    elif kind is dict:
        out += b"d" + _HEAD.pack(len(value))
        for key, item in value.items():
            _put(out, key, keep, depth + 1, budget)
            _put(out, item, keep, depth + 1, budget)
    elif kind is np.ndarray and value.dtype.type in _SCALARS:
        _put_array(out, value)
    elif kind in _SCALARS:
        _put_bytes(out, b"g", value.dtype.str.encode())
        out += value.tobytes()
    elif kind is Handle:
        out += b"h"
        _put_bytes(out, b"", value.kind.encode())
        out += _U64.pack(value.number)
        _put_bytes(out, b"", value.name.encode("utf-8", "replace")[:200])
    else:
        _put(out, keep(value), keep, depth + 1, budget)


#: NumPy's own scalar types, by value
_SCALARS = {np.dtype(code).type for code in "?bBhHiIlLqQefdFD"}


def _put_bytes(out: bytearray, tag: bytes, data: bytes) -> None:
    out += tag + _HEAD.pack(len(data))
    out += data


def _put_int(out: bytearray, value: int) -> None:
    size = value.bit_length() // 8 + 1
    if size > MAX_INT_BYTES:
        raise WireError("an integer has too many digits")
    _put_bytes(out, b"i", value.to_bytes(size, "little", signed=True))


def _put_array(out: bytearray, array: np.ndarray) -> None:
    if array.nbytes > MAX_BYTES:
        raise WireError(f"an array takes {array.nbytes} bytes; at most {MAX_BYTES} can cross")
    dtype = array.dtype.newbyteorder("<")
    _put_bytes(out, b"a", dtype.str.encode())
    flags = array.flags
    layout = "C" if flags.c_contiguous else "F" if flags.f_contiguous else "S"
    out += (b"w" if array.flags.writeable else b"r") + layout.encode()
    out += bytes([array.ndim])
    for size in array.shape:
        out += _U64.pack(size)
    out += np.ascontiguousarray(array, dtype=dtype).tobytes()


class _Reader:
    """Reads one message from front to back, and never past its end."""

    def __init__(self, data: bytes, resolve: Resolve) -> None:
        self.data = memoryview(data)
        self.resolve = resolve
        self.at = 0
        self.budget = MAX_ITEMS

    def take(self, size: int) -> memoryview:
        if size < 0 or size > len(self.data) - self.at:
            raise WireError("message ends too soon")
        piece = self.data[self.at : self.at + size]
        self.at += size
        return piece

    def size(self) -> int:
        return _HEAD.unpack(self.take(4))[0]

    def text(self, errors: str = "surrogatepass") -> str:
        try:
            return bytes(self.take(self.size())).decode("utf-8", errors)
        except UnicodeDecodeError as error:
            raise WireError("not UTF-8") from error

    def value(self, depth: int) -> Any:
        self.budget -= 1
        if depth > MAX_DEPTH or self.budget < 0:
            raise WireError("too deep or too many values")
        tag = bytes(self.take(1))
        match tag:
            case b"N":
                return None
            case b"T" | b"F":
                return tag == b"T"
            case b"i":
                size = self.size()
                if size > MAX_INT_BYTES:
                    raise WireError("an integer has too many digits")
                return int.from_bytes(self.take(size), "little", signed=True)
            case b"f":
                return _F64.unpack(self.take(8))[0]
            case b"c":
                return complex(*_C128.unpack(self.take(16)))
            case b"s":
                return self.text()
            case b"b":
                return bytes(self.take(self.size()))
            case b"l":
                return [self.value(depth + 1) for _ in range(self._count())]
            case b"t":
                return tuple([self.value(depth + 1) for _ in range(self._count())])
            case b"d":
                return self._dict(depth)
            case b"a":
                return self._array()
            case b"g":
                return self._scalar()
            case b"h":
                return self._handle()
        raise WireError(f"unknown tag {tag!r}")

    def _count(self) -> int:
        count = self.size()
        if count > len(self.data) - self.at:  # every value takes a byte at least
            raise WireError("message ends too soon")
        return count

    def _dict(self, depth: int) -> dict:
        found = {}
        for _ in range(self._count()):
            key = self.value(depth + 1)
            try:
                found[key] = self.value(depth + 1)
            except TypeError as error:
                raise WireError("a key cannot be hashed") from error
        return found

    def _dtype(self) -> np.dtype:
        name = bytes(self.take(self.size()))
        if len(name) > 4 or name[:1] not in (b"<", b"|", b"=") or chr(name[1]) not in ARRAY_KINDS:
            raise WireError("not a plain dtype")
        try:
            dtype = np.dtype(name.decode("ascii"))
        except (TypeError, ValueError, UnicodeDecodeError) as error:
            raise WireError("not a plain dtype") from error
        if dtype.itemsize > 16 or dtype.type not in _SCALARS:
            raise WireError("not a plain dtype")
        return dtype

    def _array(self) -> np.ndarray:
        dtype = self._dtype()
        writeable, layout = bytes(self.take(1)), bytes(self.take(1))
        if writeable not in (b"w", b"r") or layout not in (b"C", b"F", b"S"):
            raise WireError("not an array")
        ndim = self.take(1)[0]
        if ndim > 32:
            raise WireError("too many axes")
        shape = tuple(_U64.unpack(self.take(8))[0] for _ in range(ndim))
        count = 1
        for size in shape:
            count *= size
            if count * dtype.itemsize > MAX_BYTES or size > MAX_BYTES:
                raise WireError("an array is too large")
        raw = bytes(self.take(count * dtype.itemsize))
        if dtype.kind == "b" and raw.translate(None, b"\x00\x01"):
            raise WireError("a truth value is neither 0 nor 1")
        array = np.frombuffer(raw, dtype).reshape(shape)
        if layout == b"S" and shape:  # any view that is not contiguous stands for the others
            array = np.stack([array, array], axis=-1)[..., 0]
        else:
            array = array.copy(order="F" if layout == b"F" else "C")
        array.flags.writeable = writeable == b"w"
        return array

    def _scalar(self) -> np.generic:
        dtype = self._dtype()
        raw = bytes(self.take(dtype.itemsize))
        if dtype.kind == "b" and raw not in (b"\x00", b"\x01"):
            raise WireError("a truth value is neither 0 nor 1")
        return np.frombuffer(raw, dtype)[0]

    def _handle(self) -> Any:
        kind = self.text("replace")
        if kind not in HANDLES:
            raise WireError("not a handle")
        number = _U64.unpack(self.take(8))[0]
        return self.resolve(Handle(kind, number, self.text("replace")))
