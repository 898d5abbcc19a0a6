"""What takes too long is ended: by the right clock, the innermost limit or the one around it."""

import math
import signal
import sys
import time

import pytest

from autograder.interrupting import raise_after, uninterrupted

TIMERS = (signal.ITIMER_REAL, signal.ITIMER_PROF)


class Inner(BaseException):
    pass


class Outer(BaseException):
    pass


@pytest.fixture(autouse=True)
def all_is_as_before():
    handlers = [signal.getsignal(number) for number in (signal.SIGALRM, signal.SIGPROF)]
    yield
    assert [signal.getitimer(timer) for timer in TIMERS] == [(0.0, 0.0)] * 2
    assert [signal.getsignal(n) for n in (signal.SIGALRM, signal.SIGPROF)] == handlers


def loop():
    while True:
        pass


@pytest.mark.parametrize("clock", ["processor", "wall"])
def test_an_endless_loop_ends(clock):
    with pytest.raises(Inner), raise_after(0.05, Inner, clock):
        loop()


def test_sleeping_takes_no_processor_time():
    with raise_after(0.05, Inner, "processor"):
        time.sleep(0.2)
    with pytest.raises(Inner), raise_after(0.05, Inner, "wall"):
        time.sleep(5)


def test_what_ends_in_time_is_left_alone():
    with raise_after(0.05, Inner):
        pass
    begun = time.process_time()
    while time.process_time() - begun < 0.1:
        pass


@pytest.mark.parametrize(("inner", "outer", "ends"), [(0.05, 5, Inner), (5, 0.05, Outer)])
def test_of_two_the_first_one_counts(inner, outer, ends):
    with pytest.raises(ends), raise_after(outer, Outer), raise_after(inner, Inner):
        loop()


def test_the_one_around_goes_on_when_the_inner_one_is_over():
    begun = time.process_time()
    with pytest.raises(Outer), raise_after(0.2, Outer):
        for _ in range(20):
            with pytest.raises(Inner), raise_after(0.05, Inner):
                loop()
    assert time.process_time() - begun < 1


def test_it_is_raised_again_where_python_ignores_it_and_nobody_is_told(monkeypatch):
    class Ignores:
        def __del__(self):
            loop()

    class Fails:
        def __del__(self):
            raise ZeroDivisionError

    told = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: told.append(what.exc_type))
    with pytest.raises(Inner), raise_after(0.05, Inner):
        Fails()
        Ignores()
        loop()
    assert told == [ZeroDivisionError]
    Fails()
    assert told == [ZeroDivisionError] * 2


def test_it_waits_for_what_must_not_be_torn_apart():
    ended = False
    with pytest.raises(Inner), raise_after(0.05, Inner):
        with uninterrupted():
            begun = time.process_time()
            while time.process_time() - begun < 0.2:
                pass
            ended = True
        loop()
    assert ended


def test_no_limit_is_no_limit():
    with raise_after(math.inf, Inner):
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
