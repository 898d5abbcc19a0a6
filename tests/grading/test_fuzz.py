"""The fuzzer finds what is wrong, by coverage, and finds nothing in the decoder."""

import random

import pytest

from tools.fuzz import Fuzzer, bodies, decoded, frames, replied


def stumbles(data):
    """Wrong for one input in 2**32, but every byte of it is a step of its own."""
    if data[:1] != b"e":
        return
    if data[1:2] != b"v":
        return
    if data[2:3] != b"i":
        return
    if data[3:4] == b"l":
        raise ZeroDivisionError


def test_it_finds_a_fault_step_by_step():
    fuzzer = Fuzzer(stumbles, [b"eeee"], random.Random(0), {__file__})
    for _ in range(200_000):
        fuzzer.step()
        if fuzzer.failures:
            break
    ((data, error),) = fuzzer.failures
    assert data[:4] == b"evil"
    assert isinstance(error, ZeroDivisionError)
    assert len(fuzzer.corpus) < 20


@pytest.mark.parametrize("target", [decoded, replied])
@pytest.mark.filterwarnings("ignore")
def test_it_finds_nothing_in_a_thousand_messages(target):
    fuzzer = Fuzzer(target, frames() if target is replied else bodies(), random.Random(0))
    reached = len(fuzzer.reached)
    for _ in range(1000):
        fuzzer.step()
    assert fuzzer.failures == []
    assert len(fuzzer.reached) > reached
