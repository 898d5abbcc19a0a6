"""Write and read the only format that crosses to a student's process: plain data.

A message is one value, and every byte of it is accounted for. A value is a tag and what its row
says; numbers are little-endian, and ``size`` and ``count`` take four bytes:

====== ================ ============================================== ========================
tag    Python           after the tag                                  at most
====== ================ ============================================== ========================
``N``  ``None``
``T``  ``True``
``F``  ``False``
``i``  ``int``          size, two's complement                         4096 bytes
``f``  ``float``        8 bytes
``c``  ``complex``      real and imaginary part, 8 bytes each
``s``  ``str``          size, UTF-8 (half of a surrogate pair too)
``b``  ``bytes``        size, the bytes
``v``  ``list``         count, floats of 8 bytes
``w``  ``list``         count, integers of 8 bytes
``l``  ``list``         count, values
``t``  ``tuple``        count, values
``d``  ``dict``         count, key and value by turns                  2,000 keys in a message
``a``  ``np.ndarray``   letter of the dtype, 1 if writable else 0,     32 axes, and the items
                        ``C``, ``F`` or ``S`` (with gaps) for its
                        layout, axes (1 byte each so far), length of
                        each axis (8 bytes), items in order ``C``
``g``  NumPy's scalars  letter of the dtype, its bytes
``h``  :class:`Handle`  size, kind, number (8 bytes), size, name       a known kind; 200 bytes
====== ================ ============================================== ========================

A message has at most 64 MiB and 200,000 values, containers counted with what they hold, and 40
containers within one another. The writer refuses what is beyond, and so does the reader, which
trusts nothing: it never reads past the end, and nothing that it returns has behavior of its own.

Why not msgpack, CBOR or pickle: exact scalar types, tuples apart from lists, the layout and the
protection of arrays and integers without a limit would all be extension types of the first two,
the limits on counts and keys our own code around them, and their parsers of hostile bytes are
written in C and Rust. Pickle runs code.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Callable, Iterable
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
MAX_AXES = 32
MAX_NAME = 200  #: bytes of a handle's name

_U32 = struct.Struct("<I")
_U64 = struct.Struct("<Q")
_F64 = struct.Struct("<d")
_C128 = struct.Struct("<dd")

#: the plain dtypes by the letter that stands for them in a message
_DTYPES = {ord(code): np.dtype(np.dtype(code).newbyteorder("<").str) for code in "?bBhHiIqQefdFD"}
#: NumPy's own scalar types with that letter
_SCALARS = {
    np.dtype(name).type: next(code for code, dtype in _DTYPES.items() if dtype == np.dtype(name))
    for name in "?bBhHiIlLqQefdFD"
}


#: the tag of a list of nothing else, and struct's code of its items
_PACKED = {float: (b"v", "d"), int: (b"w", "q")}


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
    """Raise :class:`WireError`: the :data:`Keep` of a side that hands out nothing."""
    raise WireError(f"a {type(value).__name__} cannot cross")


def as_it_is(handle: Handle) -> Handle:
    """Return the handle itself: the :data:`Resolve` that leaves handles in the value."""
    return handle


def encode(value: Any, keep: Keep = no_handles) -> bytes:
    """Return ``value`` as a message. Raises :class:`WireError` if it is too large or too deep."""
    writer = _Writer(keep)
    writer.values((value,), 1, 0)
    if len(writer.out) > MAX_BYTES:
        raise WireError(f"the value takes more than the {MAX_BYTES} bytes that can cross")
    return bytes(writer.out)


def decode(data: bytes, resolve: Resolve = as_it_is) -> Any:
    """Return the value of a message. Raises :class:`WireError` for all else, and nothing else."""
    if len(data) > MAX_BYTES:
        raise WireError("message too long")
    reader = _Reader(data, resolve)
    value = reader.value(0)
    if reader.at != len(data):
        raise WireError("bytes left over")
    return value


class _Writer:
    """Writes one message; its methods stand in the order of the table, as the reader's do."""

    __slots__ = ("budget", "keep", "out")

    def __init__(self, keep: Keep) -> None:
        self.out = bytearray()
        self.keep = keep
        self.budget = MAX_ITEMS

    def values(self, values: Iterable[Any], count: int, depth: int) -> None:
        """Write ``count`` values, or what crosses in their place."""
        self.spend(count)
        if depth > MAX_DEPTH and count:
            raise WireError(f"containers nest deeper than {MAX_DEPTH}")
        writers, other = _WRITERS, _Writer._other
        for value in values:
            # exact types only: a subclass may have behavior, which stays where it is
            writers.get(type(value), other)(self, value, depth)

    def spend(self, count: int) -> None:
        """Count values. Raises :class:`WireError` at more than a message may have."""
        self.budget -= count
        if self.budget < 0:
            raise WireError(f"more than {MAX_ITEMS} values")

    def many(self, data: bytes) -> None:
        """Write bytes of which there may be many. Raises :class:`WireError` for too many."""
        if len(self.out) + len(data) > MAX_BYTES:
            raise WireError(f"the value takes more than the {MAX_BYTES} bytes that can cross")
        self.out += data

    def sized(self, data: bytes) -> None:
        """Write a size and that many bytes."""
        self.out += _U32.pack(len(data))
        self.many(data)

    def _none(self, value: None, depth: int) -> None:
        self.out += b"N"

    def _bool(self, value: bool, depth: int) -> None:
        self.out += b"T" if value else b"F"

    def _int(self, value: int, depth: int) -> None:
        size = value.bit_length() // 8 + 1
        if size > MAX_INT_BYTES:
            raise WireError("an integer has too many digits")
        self.out += b"i"
        self.sized(value.to_bytes(size, "little", signed=True))

    def _float(self, value: float, depth: int) -> None:
        self.out += b"f" + _F64.pack(value)

    def _complex(self, value: complex, depth: int) -> None:
        self.out += b"c" + _C128.pack(value.real, value.imag)

    def _str(self, value: str, depth: int) -> None:
        self.out += b"s"
        self.sized(value.encode("utf-8", "surrogatepass"))

    def _bytes(self, value: bytes, depth: int) -> None:
        self.out += b"b"
        self.sized(value)

    def _list(self, value: list[Any], depth: int) -> None:
        kinds = set(map(type, value))
        tag, code = _PACKED.get(kinds.pop(), (b"", "")) if len(kinds) == 1 else (b"", "")
        if tag:
            try:
                packed = struct.pack(f"<cI{len(value)}{code}", tag, len(value), *value)
            except struct.error:
                pass  # an integer of more than 64 bits
            else:
                self.spend(len(value))
                self.out += packed
                return
        self.out += b"l" + _U32.pack(len(value))
        self.values(value, len(value), depth + 1)

    def _tuple(self, value: tuple[Any, ...], depth: int) -> None:
        self.out += b"t" + _U32.pack(len(value))
        self.values(value, len(value), depth + 1)

    def _dict(self, value: dict[Any, Any], depth: int) -> None:
        if len(value) > MAX_KEYS:
            raise WireError(f"more than {MAX_KEYS} keys")
        self.out += b"d" + _U32.pack(len(value))
        for key in value:
            _check_key(key)
        self.values(itertools.chain.from_iterable(value.items()), 2 * len(value), depth + 1)

    def _array(self, array: np.ndarray, depth: int) -> None:
        flags, dtype = array.flags, array.dtype
        letter = _SCALARS.get(dtype.type)
        if letter is None:
            return self._other(array, depth)
        if array.nbytes > MAX_BYTES:  # before it is copied
            raise WireError(f"an array takes {array.nbytes} bytes; at most {MAX_BYTES} can cross")
        layout = b"C" if flags.c_contiguous else b"F" if flags.f_contiguous else b"S"
        head = (ord("a"), letter, flags.writeable, layout[0], array.ndim)
        self.out += bytes(head) + struct.pack(f"<{array.ndim}Q", *array.shape)
        little = _DTYPES[letter]
        self.many(array.tobytes() if dtype == little else array.astype(little).tobytes())

    def _scalar(self, value: np.generic, depth: int) -> None:
        self.out += bytes((ord("g"), _SCALARS[type(value)])) + value.tobytes()

    def _handle(self, value: Handle, depth: int) -> None:
        self.out += b"h"
        self.sized(value.kind.encode())
        self.out += _U64.pack(value.number)
        self.sized(value.name.encode("utf-8", "replace")[:MAX_NAME])

    def _other(self, value: Any, depth: int) -> None:
        self.values((self.keep(value),), 1, depth + 1)


_WRITERS: dict[type, Callable[[_Writer, Any, int], None]] = {
    type(None): _Writer._none,
    bool: _Writer._bool,
    int: _Writer._int,
    float: _Writer._float,
    complex: _Writer._complex,
    str: _Writer._str,
    bytes: _Writer._bytes,
    list: _Writer._list,
    tuple: _Writer._tuple,
    dict: _Writer._dict,
    np.ndarray: _Writer._array,
    **dict.fromkeys(_SCALARS, _Writer._scalar),
    Handle: _Writer._handle,
}


class _Reader:
    """Reads one message from front to back, and never past its end."""

    def __init__(self, data: bytes, resolve: Resolve) -> None:
        self.data = data
        self.end = len(data)
        self.resolve = resolve
        self.at = 0
        self.budget = MAX_ITEMS
        self.keys = MAX_KEYS

    def value(self, depth: int) -> Any:
        """Return the next value."""
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

    def skip(self, size: int) -> int:
        """Return where the next ``size`` bytes begin; the reader goes on after them."""
        start = self.at
        if size > self.end - start:
            raise WireError("message ends too soon")
        self.at = start + size
        return start

    def take(self, size: int) -> bytes:
        """Return the next ``size`` bytes."""
        start = self.skip(size)
        return self.data[start : start + size]

    def size(self) -> int:
        """Return the size or the count that comes next."""
        size: int = _U32.unpack_from(self.data, self.skip(4))[0]
        return size

    def text(self, errors: str = "surrogatepass") -> str:
        """Return the text that comes next, with its size before it."""
        try:
            return self.take(self.size()).decode("utf-8", errors)
        except UnicodeDecodeError as error:
            raise WireError("not UTF-8") from error

    def _int(self, depth: int) -> int:
        size = self.size()
        if size > MAX_INT_BYTES:
            raise WireError("an integer has too many digits")
        return int.from_bytes(self.take(size), "little", signed=True)

    def _packed(self, code: str) -> list[Any]:
        count = self.size()
        self.budget -= count
        if self.budget < 0:
            raise WireError("too many values")
        return list(struct.unpack_from(f"<{count}{code}", self.data, self.skip(8 * count)))

    def _items(self, depth: int) -> list[Any]:
        count = self.size()
        if count > self.end - self.at:  # every value takes a byte at least
            raise WireError("message ends too soon")
        value, deeper = self.value, depth + 1
        return [value(deeper) for _ in range(count)]

    def _dict(self, depth: int) -> dict[Any, Any]:
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

    def _array(self, depth: int) -> np.ndarray:
        letter, writeable, layout, ndim = self.take(4)
        dtype = self._dtype(letter)
        if writeable > 1 or layout not in b"CFS":
            raise WireError("not an array")
        if ndim > MAX_AXES:
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
        array: np.ndarray = np.ndarray(shape, dtype, self.data, start)
        if layout == ord("S") and shape:  # any view that is not contiguous stands for the others
            array = np.stack([array, array], axis=-1)[..., 0]
        else:
            array = array.copy("F" if layout == ord("F") else "C")
        if not writeable:
            array.flags.writeable = False
        return array

    def _scalar(self, depth: int) -> Any:
        dtype = self._dtype(self.take(1)[0])
        raw = self.take(dtype.itemsize)
        if dtype.kind == "b" and raw not in (b"\x00", b"\x01"):
            raise WireError("a truth value is neither 0 nor 1")
        return np.frombuffer(raw, dtype)[0]

    def _dtype(self, letter: int) -> np.dtype[Any]:
        dtype = _DTYPES.get(letter)
        if dtype is None:
            raise WireError("not a plain dtype")
        return dtype

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
    ord("v"): lambda reader, depth: reader._packed("d"),
    ord("w"): lambda reader, depth: reader._packed("q"),
    ord("l"): _Reader._items,
    ord("t"): lambda reader, depth: tuple(reader._items(depth)),
    ord("d"): _Reader._dict,
    ord("a"): _Reader._array,
    ord("g"): _Reader._scalar,
    ord("h"): _Reader._handle,
}


def _check_key(key: Any) -> None:
    """Raise :class:`WireError` unless ``key`` is compared quickly, with others of its hash too."""
    if type(key) is tuple and (
        len(key) > MAX_KEY_PARTS or any(type(part) is tuple for part in key)
    ):
        raise WireError("a key is a tuple of too many parts")
