"""What an instructor sees of collecting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.classroom.collecting.collect_class import (
    Collected,
    Report,
    State,
    notes_on,
    shown,
    told_once,
)
from autograder.classroom.collecting.hand_ins import Told
from autograder.screen import counted

MAX_ROWS = 60  #: hand-ins that are shown one by one
MAX_FILES = 20  #: that are named for one reason; all of them are in the notes
STATES: dict[State, str] = {
    "new": "new",
    "newer": "newer, counts",
    "older": "older, kept",
    "too late": "too late, kept",
    "as before": "as before",
}


def show(console: Console, report: Report) -> None:
    """Show what was collected, what of it was new, and all that was not collected."""
    changed = [one for one in report.collected if one.state != "as before"]
    if changed and len(changed) <= MAX_ROWS:
        console.print(_by_student(changed))
        console.print()
    elif changed:
        console.print(_by_assignment(changed))
        console.print()
    notes = [Told(one.id, note) for one in report.collected for note in notes_on(one)]
    _list(console, "to know", notes)
    _list(console, "of nobody in the roster, and not collected", told_once(report.unmatched))
    _list(console, "not collected", told_once(report.told))
    console.print(_summary(report), markup=False, highlight=False)


def _by_student(collected: Sequence[Collected]) -> Table:
    table = _table("student", "assignment", "handed in (UTC)", "")
    for one in sorted(collected, key=lambda one: one.id):
        table.add_row(
            Text(one.hand_in.student), one.hand_in.assignment, _time(one), STATES[one.state]
        )
    return table


def _time(one: Collected) -> str:
    if one.time is None:
        return "?"
    if one.hand_in.handed_in is None:
        return "LATE" if one.is_late else f"by {one.time:%m-%d %H:%M}"
    return f"{one.time:%Y-%m-%d %H:%M}{' L' if one.is_late else ''}"


def _by_assignment(collected: Sequence[Collected]) -> Table:
    table = _table("assignment", *STATES.values())
    names = dict.fromkeys(one.hand_in.assignment for one in collected)
    for name in names:
        states = Counter(one.state for one in collected if one.hand_in.assignment == name)
        table.add_row(name, *(str(states[state] or "–") for state in STATES))
    return table


def _list(console: Console, title: str, told: Sequence[Told]) -> None:
    """Show the files below the reason that they share."""
    if not told:
        return
    console.print(f"{title}:", markup=False)
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in told:
        by_reason[one.why].append(shown(one.path))
    for why, paths in by_reason.items():
        console.print(Padding(Text(why), (0, 0, 0, 2)))
        for path in paths[:MAX_FILES]:
            console.print(Padding(Text(path, overflow="fold"), (0, 0, 0, 6)))
        if len(paths) > MAX_FILES:
            console.print(f"      … and {len(paths) - MAX_FILES} more", highlight=False)
    console.print()


def _summary(report: Report) -> str:
    states = Counter(one.state for one in report.collected)
    parts = [f"{states[state]} {state}" for state in STATES if states[state]]
    parts += [f"{len(report.unmatched)} unmatched"] * bool(report.unmatched)
    parts += [f"{counted(len(report.told), 'file')} not collected"] * bool(report.told)
    untimed = sum(one.time is None and one.state != "as before" for one in report.collected)
    parts += [f"{untimed} without a time, which count as on time"] * bool(untimed)
    return f"{report.source}: {', '.join(parts) or 'nothing handed in'}"


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
