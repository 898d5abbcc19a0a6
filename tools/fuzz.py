"""Fuzz what reads a student's bytes, guided by coverage: ``python -m tools.fuzz 600``.

It changes messages at random and keeps those that reach a new step from line to line, so that
it finds its way into the decoder by itself. Whatever the bytes are, they must end in plain data
or in the one error that says they are none, soon, and in little memory. Bytes that do not are
written to ``_build/fuzz/``, and the exit status is 1.
"""

from __future__ import annotations

import random
import resource
import socket
import struct
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType

import numpy as np

from autograder.grading.boundary import (
    framing,
    handles,
    marshal,
    peer,
    prefetch,
    proxies,
    random_state,
    wire,
)
from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.student_process import StudentProcess

FOUND = Path("_build/fuzz")
READERS = (framing, handles, marshal, peer, prefetch, proxies, random_state, wire)
TRACED = {module.__file__ for module in READERS}
SLOW = 2.0  #: seconds for one message, on a busy machine
MEMORY = 4 * 2**30
PLAIN = (type(None), bool, int, float, complex, str, bytes, np.generic, np.ndarray, wire.Handle)
VALUES = (
    *(None, True, 0, -1, 2**70, 1.5, float("nan"), 2j, "text", b"bytes", "\ud800"),
    *([1, (2.0, "x")], {"a": 1, (1, 2): [None]}, np.float32(1), np.bool_(True)),
    *(np.zeros((2, 3)), np.ones((3, 2), order="F"), np.arange(6)[::2], np.array(True)),
    *(np.zeros(0, np.int8), wire.Handle("object", 1, "Value"), wire.Handle("yours", 1)),
)
_STATE = random_state.state(np.random.default_rng(1))
_ITERATOR = ([wire.encode(1.0), wire.encode([2])], ("ValueError", "text", "line", 0))


def decoded(data: bytes) -> None:
    """Read ``data`` as one value; raise :class:`AssertionError` unless all is as it should be."""
    try:
        value = wire.decode(data)
    except wire.WireError:
        return
    for part in _parts(value):
        assert isinstance(part, PLAIN) and type(part).__module__ in (
            "builtins",
            "numpy",
            wire.__name__,
        )


def replied(data: bytes) -> None:
    """Read ``data`` as what a process sends when a check calls a function of it."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        process = StudentProcess(ours, Limits())
        try:
            process.request("call", "f", np.random.default_rng(1), len)
        except framing.Lost:
            pass
        except Exception as error:
            assert hasattr(error, "in_line") or isinstance(error, proxies.ChangedArgument), error


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from (*_parts(key), *_parts(item))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _parts(item)
    else:
        yield value


def frames() -> list[bytes]:
    """Whole frames to begin with: answers, errors and questions back, with all tables."""
    parts = [(framing.VALUE, wire.encode(value), []) for value in VALUES]
    tables = [[_STATE], [_ITERATOR], [_STATE], ["a warning"], False]
    for handle in (wire.Handle("generator", 0), wire.Handle("iterator", 0), 1.0):
        parts.append((framing.VALUE, wire.encode(handle), tables))
    parts.append((framing.VALUE, wire.encode(1), [[], [], [_STATE], [], True]))
    parts.append((framing.ERROR, wire.encode(("KeyError", "text", "line", 0)), []))
    for op, *args in (("call", 2, 1), ("get", 2, "x", 5), ("operate", "add", 1), ("call", "f")):
        question = (op, args[0], tuple(args[1:]), {})
        parts.append((framing.REQUEST, wire.encode(question), []))
    return [framing.encode_frame(kind, 1, body, beside) for kind, body, beside in parts]


def bodies() -> list[bytes]:
    """What these frames carry: values to begin with."""
    return [frame[framing.HEAD_SIZE :] for frame in frames()]


@dataclass
class Fuzzer:
    """One target with the inputs that have reached something new."""

    target: Callable[[bytes], None]
    corpus: list[bytes]
    rng: random.Random
    traced: set[str] = field(default_factory=lambda: TRACED)
    reached: set[tuple] = field(default_factory=set)  #: (id of code, line before, line)
    codes: dict[int, CodeType] = field(default_factory=dict)  #: of the functions that were run
    executions: int = 0
    failures: list[tuple[bytes, BaseException]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for data in list(self.corpus):
            self.run(data)

    def step(self) -> None:
        """Try one changed input, and keep it if it got anywhere new."""
        data = self._changed(self.rng.choice(self.corpus))
        if self.run(data):
            self.corpus.append(data)

    def run(self, data: bytes) -> bool:
        """Whether ``data`` reached a new step."""
        before, start = len(self.reached), time.monotonic()
        sys.settrace(self._trace)
        try:
            self.target(data)
            if time.monotonic() - start > SLOW:
                raise TimeoutError(f"{time.monotonic() - start:.1f} s")
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.failures.append((data, error))
        finally:
            sys.settrace(None)
        self.executions += 1
        return len(self.reached) > before

    def _trace(self, frame, event, arg):
        if frame.f_code.co_filename not in self.traced:
            return None
        code, last, reached = id(frame.f_code), 0, self.reached
        self.codes[code] = frame.f_code

        def line(frame, event, arg):
            nonlocal last
            if event == "line":
                reached.add((code, last, frame.f_lineno))
                last = frame.f_lineno
            return line

        return line

    def _changed(self, data: bytes) -> bytes:
        out, rng = bytearray(data), self.rng
        for _ in range(rng.choice((1, 1, 2, 4, 8))):
            at = rng.randrange(len(out) + 1)
            match rng.randrange(7):
                case 0 if at < len(out):
                    out[at] ^= 1 << rng.randrange(8)
                case 1 if at < len(out):
                    out[at] = rng.choice(b"NTFifcsbltdaghCFS?Q\x00\x01\x7f\xff")
                case 2:
                    out[at:at] = rng.randbytes(rng.choice((1, 2, 4, 8)))
                case 3:
                    del out[at : at + rng.choice((1, 2, 4, 8, 64))]
                case 4:  # a number of the format: a count, a size, the length of an axis
                    number = rng.choice((0, 1, 2, 255, 2**16, 2**31, 2**32 - 1, 2**63))
                    size = rng.choice(["<I", "<Q"])
                    limit = 2**32 if size == "<I" else 2**64
                    new = struct.pack(size, number % limit)
                    out[at : at + len(new)] = new
                case 5:
                    other = rng.choice(self.corpus)
                    start = rng.randrange(len(other) + 1)
                    out[at:at] = other[start : start + rng.randrange(1, 65)]
                case 6:  # the size in the head as it should be, so that what follows is read
                    if len(out) > framing.HEAD_SIZE:
                        struct.pack_into("<I", out, 0, len(out) - framing.HEAD_SIZE)
        return bytes(out[:5000])


def main(seconds: float, seed: int | None = None) -> int:
    """Fuzz for that time, tell how far it got, and return the exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    rng = random.Random(seed)
    fuzzers = [Fuzzer(decoded, bodies(), rng), Fuzzer(replied, frames(), rng)]
    began = told = time.monotonic()
    while (now := time.monotonic()) - began < seconds:
        for fuzzer in fuzzers:  # half of the time for each
            while time.monotonic() - now < 0.5:
                fuzzer.step()
            now = time.monotonic()
        if now - told > 30:
            told = now
            print(f"{now - began:5.0f} s  {_figures(fuzzers)}", flush=True)
    print(f"{seconds:g} s  {_figures(fuzzers)}")
    failures = [(f.target.__name__, *found) for f in fuzzers for found in f.failures]
    for number, (name, data, error) in enumerate(failures[:20]):
        FOUND.mkdir(parents=True, exist_ok=True)
        (FOUND / f"{name}-{number}").write_bytes(data)
        print(f"{FOUND}/{name}-{number}: {type(error).__name__}: {error}")
    return bool(failures)


def _figures(fuzzers: list[Fuzzer]) -> str:
    return "; ".join(
        f"{f.target.__name__}: {f.executions} messages, {_covered(f)} lines,"
        f" {len(f.reached)} steps, {len(f.corpus)} kept, {len(f.failures)} failures"
        for f in fuzzers
    )


def _covered(fuzzer: Fuzzer) -> str:
    """Lines run, of all lines of the functions that were run at all."""
    run = {(code, line) for code, _, line in fuzzer.reached}
    lines = {
        (number, line)
        for number, code in fuzzer.codes.items()
        for _, _, line in code.co_lines()
        if line and line > code.co_firstlineno
    }
    return f"{len(run & lines)} of {len(lines)}"


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:2] or ["600"])))
