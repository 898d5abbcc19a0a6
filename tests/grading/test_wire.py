"""Only plain data crosses, exactly, and no bytes can do harm to the side that reads them."""

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.grading.boundary.wire import MAX_DEPTH, Handle, WireError, decode, encode

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
    try:
        decode(data)
    except WireError:
        return
    assert data


@given(VALUES, st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_message_is_a_value_or_a_wire_error(value, data):
    message = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode(bytes(message))
    except WireError:
        return
    assert message


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


def test_depth_count_and_size_are_capped():
    deep = []
    for _ in range(MAX_DEPTH + 2):
        deep = [deep]
    for value in (deep, [0] * 300_000, np.zeros(10**7), 10**20000):
        with pytest.raises(WireError):
            encode(value)


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
