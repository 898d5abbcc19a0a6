"""The tables of what changed, on 80 columns: one by one where they are few, else summed up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from autograder.classroom.changes import NEW, Change, Changes, shown
from autograder.classroom.settings import Settings
from autograder.screen import counted

MAX_CHANGES = 60  #: that are shown one by one unless all are asked for
MAX_NAME = 24  #: characters of a student's name


def tables(
    kept: Changes, names: Mapping[str, str], settings: Settings, all_changes: bool = False
) -> Iterator[RenderableType]:
    """What to show of ``kept``; ``names`` are those of students by id."""
    if kept.at is None:
        yield "no run has changed a mark yet"
        return
    known = [one for one in kept.changes if one.why != NEW]
    fresh = len(kept.changes) - len(known)
    told = f"{settings.shown(kept.at)}  {_counted(len(known))}"
    yield told + (f", {counted(fresh, 'hand-in')} {NEW}" if fresh else "")
    if len(known) > MAX_CHANGES and not all_changes:
        yield ""
        yield _summed_up(known)
        yield "a line for each with: autograder changes --all"
        return
    for chapter, own in groupby(known, key=lambda one: one.chapter):
        yield ""
        yield Text(chapter)
        yield _one_by_one(list(own), names)


def told_after(changes: Sequence[Change]) -> str:
    """One line for the end of a run; nothing where it changed no mark that was there."""
    known = sum(one.why != NEW for one in changes)
    return f"{_counted(known)}: autograder changes" if known else ""


def _counted(changes: int) -> str:
    return f"{counted(changes, 'mark')} changed"


def _one_by_one(changes: Sequence[Change], names: Mapping[str, str]) -> Table:
    table = _plain()
    table.add_column("student", max_width=MAX_NAME, overflow="ellipsis", no_wrap=True)
    table.add_column("exercise", no_wrap=True, overflow="ellipsis")
    table.add_column("old", justify="right", no_wrap=True)
    table.add_column("new", justify="right", no_wrap=True)
    table.add_column("why", min_width=14)
    for one in changes:
        name = Text(names.get(one.student, one.student))
        table.add_row(name, Text(one.exercise), shown(one.old), shown(one.new), Text(one.why))
    return table


def _summed_up(changes: Sequence[Change]) -> Table:
    """By chapter, exercise and reason: how many went up and how many down."""
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for one in changes:
        found[one.chapter, one.exercise, one.why].append((one.new or 0.0) - (one.old or 0.0))
    table = _plain()
    for heading in ("chapter", "exercise"):
        table.add_column(heading, no_wrap=True, overflow="ellipsis", max_width=MAX_NAME)
    for heading in ("up", "down"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("why", min_width=14)
    for (chapter, exercise, why), by in found.items():
        up, down = sum(one > 0 for one in by), sum(one < 0 for one in by)
        counts = (str(up or "·"), str(down or "·"))
        table.add_row(Text(chapter), Text(exercise), *counts, Text(why))
    return table


def _plain() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
