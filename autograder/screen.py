"""What the commands have in common on the screen: where it is, progress, counted nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

T = TypeVar("T")

#: where all commands write what they tell
console = Console()


def progress_bar(console: Console, *more: ProgressColumn) -> Progress:
    """Make a bar with counts and the time that is left, and with ``more`` columns after it."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        *more,
    )
    return Progress(*columns, console=console)


def track(console: Console, what: str, steps: Iterable[T], total: int) -> Iterator[T]:
    """Yield ``steps`` and show how many of ``total`` are done."""
    with progress_bar(console) as progress:
        task = progress.add_task(what, total=total)
        for step in steps:
            yield step
            progress.advance(task)


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return ``1 notebook`` or ``2 notebooks``."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
