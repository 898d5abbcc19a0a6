"""Carry NumPy's random generators across a process boundary: their state, by value.

Only PCG64, the one behind ``default_rng``: four numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.grading.boundary.wire import WireError

_MODULUS = 2**128
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
#: A call that draws more numbers than this would have run out of time.
MAX_STEPS = 2**34

#: state, increment, and the half of a number that is left over: whether, and which
State = tuple[int, int, int, int]


def state(generator: np.random.Generator) -> State:
    """Return the state of ``generator``. Raises :class:`WireError` unless it is a PCG64."""
    if type(generator.bit_generator) is not np.random.PCG64:
        raise WireError("only generators made by default_rng can cross")
    whole = generator.bit_generator.state
    inner = whole["state"]
    return inner["state"], inner["inc"], whole["has_uint32"], whole["uinteger"]


def rebuild(numbers: Any) -> np.random.Generator:
    """Return a generator in that state. Raises :class:`WireError` for anything else."""
    generator = np.random.Generator(np.random.PCG64(0))
    _set(generator, numbers)
    return generator


def advance(generator: np.random.Generator, numbers: Any) -> None:
    """Put ``generator`` where the other side says it drew up to.

    Raises :class:`WireError` unless drawing a believable count of numbers leads there: nobody
    chooses the inputs of the next check.
    """
    before = state(generator)
    if numbers == before:
        return
    _check(numbers)
    if numbers[1] != before[1] or _steps(before[0], numbers[0], before[1]) > MAX_STEPS:
        raise WireError("not a later state of the same generator")
    _set(generator, numbers)


def leap(generator: np.random.Generator, numbers: State) -> None:
    """Put ``generator`` further behind the state ``numbers`` than :func:`advance` ever does."""
    _set(generator, numbers)
    sequence = generator.bit_generator
    assert isinstance(sequence, np.random.PCG64)
    sequence.advance(2**64)


def _check(numbers: Any) -> None:
    bounds = (_MODULUS, _MODULUS, 2, 2**32)
    if (
        type(numbers) is not tuple
        or len(numbers) != 4
        or not all(type(n) is int and 0 <= n < bound for n, bound in zip(numbers, bounds))
    ):
        raise WireError("not the state of a generator")


def _set(generator: np.random.Generator, numbers: Any) -> None:
    _check(numbers)
    inner, inc, has_uint32, uinteger = numbers
    generator.bit_generator.state = {
        "bit_generator": "PCG64",
        "state": {"state": inner, "inc": inc},
        "has_uint32": has_uint32,
        "uinteger": uinteger,
    }


def _steps(start: int, end: int, inc: int) -> int:
    """Return how many draws lead from one state to the other, modulo 2**128.

    Bit by bit, as a linear congruential generator's low bits repeat (Brown 1994; ``pcg_advance``).
    """
    multiplier, plus, bit, steps = _MULTIPLIER, inc, 1, 0
    while start != end:
        if bit == _MODULUS:  # of another sequence
            return _MODULUS
        if (start ^ end) & bit:
            start = (start * multiplier + plus) % _MODULUS
            steps |= bit
        bit <<= 1
        plus = (multiplier + 1) * plus % _MODULUS
        multiplier = multiplier * multiplier % _MODULUS
    return steps
