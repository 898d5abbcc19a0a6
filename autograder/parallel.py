"""Map a function over items in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def map_spawned(
    function: Callable[[T], R], items: Sequence[T], jobs: int
) -> Iterator[tuple[int, R]]:
    """Call ``function`` on each of ``items`` in ``jobs`` processes.

    Yields the index of an item with its result as soon as it is done, in any order. Whatever
    ends the loop early cancels what has not begun. Raises what ``function`` raises.
    """
    # one thread each: the arrays are small and the processes many
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # spawned: the thread of a progress bar must not be forked
    with ProcessPoolExecutor(max(1, jobs), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(function, item): index for index, item in enumerate(items)}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
