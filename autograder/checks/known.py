"""Mistakes that are known by what they return.

Authors keep wrong answers to every exercise, each with a sentence that says what is wrong in it
(``says`` of :func:`~autograder.checks.mistake`). An answer that gives the same wrong numbers has
most likely the same mistake, and its message may say so. There are two ways to know:

- where the wrong answers are at hand (grading, authors), they are called on the inputs of the
  case that failed (:func:`knowing`);
- a student's notebook holds no wrong answers. It brings, for the inputs of its own visible checks,
  digests of the numbers they give (:func:`know_digests`), from which nothing can be read off.

In both ways the numbers must tell enough (:meth:`Evidence.bits`): a lone 2 proves nothing. What a
visible check got for all its cases together tells more than the first that was wrong; where that
one says nothing, or fits several mistakes, the notebook brings a digest of them all.
"""

from __future__ import annotations

import base64
import contextlib
import copy
import hashlib
import json
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import numpy as np

#: Digits to which two computations of the same mistake agree, and noise around zero.
DIGITS = 7
#: Arrays in one answer that are looked at.
MOST_PARTS = 64
#: Numbers in the arguments, beyond which no mistake is called: a student's own cache may hold any.
MOST_NUMBERS = 100_000


@dataclass(frozen=True)
class KnownMistake:
    """A wrong ``function``, and the sentence for a student who made the same mistake."""

    says: str
    function: Callable[..., Any]
    choices: int = 0  #: what was picked to make it fit, as of a :class:`Guess`


#: Gives the known mistakes in a function by its name; asked only when an answer is wrong.
Lookup = Callable[[str], Iterable[KnownMistake]]


@dataclass
class _Knowledge:
    lookup: Lookup
    left: float  #: seconds of processor time that may still be spent on it


_knowledge: ContextVar[_Knowledge | None] = ContextVar("known mistakes", default=None)
_digests: dict[str, str] = {}
_calls: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {}
_results: dict[str, Any] = {}


@contextlib.contextmanager
def knowing(lookup: Lookup, seconds: float = 0.5) -> Iterator[None]:
    """Make ``lookup`` known to the messages that are made inside.

    Together they may spend so many ``seconds`` of processor time on it. A hint is a courtesy: for
    functions that take long, a slow machine may find none. No mark depends on it.
    """
    token = _knowledge.set(_Knowledge(lookup, seconds))
    try:
        yield
    finally:
        _knowledge.reset(token)


def remember_call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Keep what ``name`` is about to be called with, its random generators as they are now."""
    _calls[name] = tuple(map(_now, args)), {key: _now(value) for key, value in kwargs.items()}


def remember_result(name: str, result: Any) -> None:
    """Keep what ``name`` has just returned, to know which part of it a message is about."""
    _results[name] = result


def forget_calls() -> None:
    """Forget all calls: what is said next is of another answer."""
    _calls.clear()
    _results.clear()


def last_call(name: str) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return what ``name`` was called with last; nothing where it was not."""
    args, kwargs = _calls.get(name, ((), {}))
    return tuple(map(_then, args)), {key: _then(value) for key, value in kwargs.items()}


def last_result(name: str) -> Any:
    """Return what ``name`` returned last."""
    return _results.get(name)


@dataclass(frozen=True)
class _Drawn:
    """A generator as it was: its state is had at once, and a copy of it takes thirty times that."""

    kind: type[np.random.PCG64]
    state: Any

    def generator(self) -> np.random.Generator:
        bits = self.kind(0)
        bits.state = self.state
        return np.random.Generator(bits)


def _now(value: Any) -> Any:
    if not isinstance(value, np.random.Generator):
        return value
    bits = value.bit_generator
    return _Drawn(type(bits), bits.state) if type(bits) is np.random.PCG64 else copy.deepcopy(value)


def _then(value: Any) -> Any:
    return value.generator() if isinstance(value, _Drawn) else value


def answers(name: str, got: np.ndarray) -> Iterator[tuple[KnownMistake, np.ndarray]]:
    """Yield what each known mistake in ``name`` returns for the arguments of its last call.

    Of an answer of several parts it is the part in the place of ``got``, of the same shape. What
    cannot be called with these arguments is passed over.
    """
    knowledge = _knowledge.get()
    args, kwargs = last_call(name)
    values = [*args, *kwargs.values()]
    if knowledge is None or any(getattr(value, "works_on_copies", False) for value in values):
        return  # a function of another process: asking it costs time, and helps whoever lies
    if sum(part.size for part in parts_of(values)) > MOST_NUMBERS:
        return
    place = _place_of(got, parts_of(_results.get(name)))
    begun = time.process_time()
    for known in knowledge.lookup(name):
        knowledge.left -= time.process_time() - begun
        if knowledge.left <= 0:
            return
        begun = time.process_time()
        try:
            with np.errstate(all="ignore"):
                result = known.function(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        except Exception:  # it is wrong, and may fail in any way
            continue
        parts = parts_of(result)
        if place < len(parts) and parts[place].shape == got.shape:
            yield known, parts[place]


def _place_of(got: np.ndarray, parts: Sequence[np.ndarray]) -> int:
    """The first of ``parts`` that is ``got``; 0 where it is none of them, as after a conversion."""
    same = (
        place
        for place, part in enumerate(parts)
        if part.shape == got.shape and np.array_equal(part, got, equal_nan=True)
    )
    return next(same, 0)


def parts_of(result: Any) -> list[np.ndarray]:
    """Return the arrays of numbers in an answer, however its tuples and lists nest.

    A list of plain numbers, or of rows of them, is one array; a tuple is always several values,
    and so is a dictionary, in the order of its keys.
    """
    if isinstance(result, dict) and all(type(key) is str for key in result):
        result = tuple(result[key] for key in sorted(result))
    is_several = isinstance(result, tuple) or (
        isinstance(result, list) and any(isinstance(item, (np.ndarray, tuple)) for item in result)
    )
    if is_several:
        return [part for item in result[:MOST_PARTS] for part in parts_of(item)][:MOST_PARTS]
    try:
        whole = np.asarray(result)
    except ValueError:  # rows of different lengths
        return [part for item in result[:MOST_PARTS] for part in parts_of(item)][:MOST_PARTS]
    return [whole] if whole.dtype.kind in "biuf" else []


def digest(name: str, got: Any) -> str:
    """Return a digest of the numbers ``got`` that the function ``name`` gave wrongly."""
    numbers = np.asarray(got, dtype=float)
    finite = np.abs(numbers[np.isfinite(numbers)])
    noise = 1e-12 * finite.max(initial=0.0)
    texts = [
        "0" if abs(number) <= noise else f"{number:.{DIGITS - 1}e}" for number in numbers.ravel()
    ]
    text = f"{name} {numbers.shape} {' '.join(texts)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def know_digests(packed: str) -> None:
    """Take in what :func:`pack` made: sentences by the digest of what a mistake returns."""
    _digests.update(json.loads(zlib.decompress(base64.b85decode(packed))))


def pack(digests: Mapping[str, str]) -> str:
    """Pack sentences by digest into a text for a notebook."""
    text = json.dumps(dict(sorted(digests.items())), ensure_ascii=False)
    return base64.b85encode(zlib.compress(text.encode(), 9)).decode()


def digest_of_all(name: str, got: Any) -> str:
    """Return a digest of what ``name`` gave for all cases of a visible check, right or wrong."""
    return digest(f"{name}, all cases", got)


def sentence_for(name: str, got: Any) -> str:
    """Return what is known of an answer that gave ``got``, or an empty text."""
    return _digests.get(digest(name, got), "")


def sentence_for_all(name: str, got: Any) -> str:
    """Return what is known of an answer that gave ``got`` for all cases of a visible check."""
    return _digests.get(digest_of_all(name, got), "")
