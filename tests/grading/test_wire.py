"""Only plain data crosses, exactly, and no bytes can do harm to the side that reads them."""

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.grading.boundary.printable import printable
from autograder.grading.boundary.wire import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ITEMS,
    Handle,
    WireError,
    decode,
    encode,
)
from tools.fuzz import decoded

ARRAYS = hnp.arrays(
    dtype=st.sampled_from(
        [np.bool_, np.int8, np.uint16, np.int64, np.float32, np.float64, complex]
    ),
    shape=hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary()
)
VALUES = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(SCALARS, inner),
    max_leaves=20,
)


def alike(a, b):
    """Equal in type and value, and nan equal to nan."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(alike, a, b))
    if isinstance(a, dict):
        return alike(list(a.items()), list(b.items()))
    return a == b or repr(a) == repr(b)


@given(VALUES)
@settings(max_examples=300, deadline=None)
def test_what_goes_in_comes_out(value):
    assert alike(decode(encode(value)), value)


@given(st.binary(max_size=400))
@settings(max_examples=1000, deadline=None)
def test_any_bytes_are_a_value_or_a_wire_error(data):
    decoded(data)


@given(VALUES, st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_message_is_a_value_or_a_wire_error(value, data):
    message = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    decoded(bytes(message))


def test_a_view_with_gaps_stays_one():
    wide = np.arange(24.0).reshape(4, 6)
    got = decode(encode(wide[::2, ::3]))
    assert not got.flags.contiguous
    np.testing.assert_array_equal(got, wide[::2, ::3])


@pytest.mark.parametrize("order", "CF")
@pytest.mark.parametrize("writeable", [True, False])
def test_layout_and_protection_of_arrays_cross(order, writeable):
    array = np.arange(6.0).reshape(2, 3).copy(order=order)
    array.flags.writeable = writeable
    got = decode(encode(array))
    assert got.flags.writeable == writeable
    assert got.flags.f_contiguous == array.flags.f_contiguous
    np.testing.assert_array_equal(got, array)


class EvilFloat(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class EvilArray(np.ndarray):
    pass


@pytest.mark.parametrize(
    "value",
    [
        EvilFloat(1.0),
        np.zeros(3).view(EvilArray),
        np.array([object()]),
        np.array(["text"]),
        np.array(["2020-01-01"], dtype="datetime64[D]"),
        np.zeros(2, dtype=[("a", float)]),
        np.ones(2, dtype=np.longdouble),
        object(),
        lambda: 1,
        {1, 2},
        range(3),
    ],
    ids=lambda v: type(v).__name__,
)
def test_what_has_behaviour_does_not_cross(value):
    with pytest.raises(WireError):
        encode(value)


def test_a_handle_crosses_in_place_of_what_it_stands_for():
    kept = []

    def keep(value):
        kept.append(value)
        return Handle("function", len(kept), "f")

    assert decode(encode([1, print], keep)) == [1, Handle("function", 1, "f")]


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "limit"),
    [
        (nested(MAX_DEPTH + 1), "deeper"),
        ([0] * (MAX_ITEMS + 1), "values"),
        ([None] * MAX_ITEMS, "values"),
        ([[1.5] * 1000] * 200, "values"),
        (bytes(MAX_BYTES + 1), "bytes"),
        ([bytes(2**20)] * 65, "bytes"),
        (np.zeros(10**7), "bytes"),
        ([np.zeros(2**17)] * 65, "bytes"),
        (10**20000, "digits"),
        (dict.fromkeys(range(2001)), "keys"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_beyond_a_limit_is_not_written(value, limit):
    with pytest.raises(WireError, match=limit):
        encode(value)


@pytest.mark.parametrize(
    "value",
    [
        nested(MAX_DEPTH),
        [0] * (MAX_ITEMS - 1),
        [None] * (MAX_ITEMS - 1),
        dict.fromkeys(range(2000)),
    ],
    ids=["deep", "packed", "list", "dict"],
)
def test_what_is_at_a_limit_crosses(value):
    assert decode(encode(value)) == value


#: the table in the docstring of wire.py, byte by byte
LAYOUT = {
    "4e": None,
    "54": True,
    "46": False,
    "69 01000000 ff": -1,
    "66 000000000000f83f": 1.5,
    "63 000000000000f03f 00000000000000c0": 1 - 2j,
    "73 02000000 c3a9": "é",
    "62 02000000 00ff": b"\0\xff",
    "76 01000000 000000000000f83f": [1.5],
    "77 02000000 0100000000000000 feffffffffffffff": [1, -2],
    "6c 02000000 4e 54": [None, True],
    "74 01000000 46": (False,),
    "64 01000000 73 01000000 61 4e": {"a": None},
    "61 42 01 43 02 0100000000000000 0200000000000000 07 08": np.array([[7, 8]], np.uint8),
    "61 64 00 46 00 000000000000f83f": np.array(1.5),
    "67 3f 01": np.bool_(True),
    "68 05000000 796f757273 0300000000000000 01000000 66": Handle("yours", 3, "f"),
}


@pytest.mark.parametrize("message", LAYOUT)
def test_the_layout_is_that_of_the_table(message):
    value = LAYOUT[message]
    assert alike(decode(bytes.fromhex(message)), value)
    if type(value) is not np.ndarray or value.ndim:  # of no axes: as if it were in order C
        assert encode(value).hex() == message.replace(" ", "")


def test_a_short_message_cannot_claim_a_huge_array():
    head = b"ad" + bytes([1]) + b"C" + bytes([2])
    assert decode(head + struct.pack("<2Q", 0, 3)).shape == (0, 3)
    for shape in ((2**40, 2**40), (2**63, 2), (0, 2**63), (10, 10)):
        with pytest.raises(WireError):
            decode(head + b"".join(struct.pack("<Q", size) for size in shape))


@pytest.mark.parametrize("layout", [b"C", b"F", b"S"])
def test_an_empty_array_cannot_have_axes_that_numpy_refuses(layout):
    head = b"ad" + bytes([1]) + layout + bytes([4])
    with pytest.raises(WireError):
        decode(head + struct.pack("<4Q", 0, 2**26, 2**26, 2**26))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x = 1\n\ty", "x = 1\n\ty"),
        ("\x1b[2J\r\0", "\ufffd[2J\ufffd\ufffd"),
        ("\ud800", "\ufffd"),
        ("\u202e\u2028", "\ufffd\ufffd"),
        ("x" * 1000, "x" * 300),
        (b"bytes", ""),
        (type("Text", (str,), {})("text"), ""),
        (None, ""),
    ],
    ids=repr,
)
def test_text_of_the_other_side_is_printable(text, shown):
    assert printable(text) == shown
