"""Which of many similar tests `make test` runs: a share of them, another one after each change.

A test marked ``one_of(5)`` has many cases, such as each mistake of each chapter. With ``--sample``
every fifth of them runs, counted from a place that a digest of the course and its package gives:
the same at each run of a commit, and another at the next, so that all have their turn. Without
the option, as in `make test-all` or where a file is named, all of them run.
"""

import functools
import hashlib
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

ROOT = Path(__file__).parents[1]
#: of this many notebooks that could be run again, one is
NOTEBOOKS = 6


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--sample``."""
    told = "run a share of tests marked one_of, which changes with the code"
    parser.addoption("--sample", action="store_true", help=told)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not in the sample."""
    if not config.getoption("--sample"):
        return
    left_out = set(not_sampled(items, digest()))
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


def not_sampled(items: list[pytest.Item], seed: str) -> list[pytest.Item]:
    """What of ``items`` does not run where the code has the digest ``seed``."""
    groups: dict[tuple[str, int], dict[str, list[pytest.Item]]] = defaultdict(dict)
    for item in items:
        group, case = item.nodeid.split("[")[0], item.nodeid
        mark = item.get_closest_marker("one_of")
        if item.path.suffix == ".ipynb":  # a cell needs those before it
            groups["notebooks", NOTEBOOKS].setdefault(str(item.path), []).append(item)
        elif mark:
            groups[group, mark.args[0]].setdefault(case, []).append(item)
    left_out = []
    for (group, share), cases in groups.items():
        first = place(group + seed) % min(share, len(cases))
        for number, members in enumerate(cases.values()):
            if number % share != first:
                left_out += members
    return left_out


def at_least(share: float, drawn: int, part: float = 1.0) -> float:
    """Which share to ask of ``drawn`` things, a ``part`` of all that together have ``share``.

    Three standard errors less: once in a thousand samples there are fewer by chance.
    """
    return share - 3 * math.sqrt(share * (1 - share) / max(1, drawn) * (1 - part))


def share_of(things: Sequence[T], n: int, name: str, config: pytest.Config) -> Sequence[T]:
    """One of ``n`` of ``things`` with ``--sample``, else all."""
    if not config.getoption("--sample"):
        return things
    return things[place(name + digest()) % min(n, max(1, len(things))) :: n]


def place(text: str) -> int:
    """A number that looks drawn by lot."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


@functools.cache
def digest() -> str:
    """Of the course and its package: whoever changes either gets another sample."""
    state = hashlib.sha256()
    for folder in ("autograder", "chapters", "solutions"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".md"):
                state.update(path.name.encode() + b"\0" + path.read_bytes())
    return state.hexdigest()
