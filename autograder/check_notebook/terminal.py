"""A report on a notebook as text for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.check_notebook.report import PASSED, STUB, Report

COLORS = {PASSED: "green", STUB: "yellow"}
MORE = "more checks are run when graded"
LABEL = re.compile(r"\s*\S+(?: \S+)*\s{2,}")
#: what is better not cut: a value with its name, also a list of lists
VALUE = re.compile(r"(?:\w+ = )?(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\([^()]*\)|(?<== )\S+)")
BLANK = "\N{NO-BREAK SPACE}"


def show(console: Console, name: str, report: Report, details: bool = True) -> None:
    """Print what went wrong first, a table by exercise, the messages, and a sum."""

    def tell(text: str, style: str = "") -> None:
        console.print(Text(wrapped(text, console.width), style), soft_wrap=True)

    for sentence in report.first:
        tell(sentence, "yellow")
    console.print(_table(name, report))
    for result in report.exercises if details else ():
        if result.message:
            tell(result.message + "\n")
    empty = [name for name, is_answered in report.written.items() if not is_answered]
    if empty:
        told = ", ".join(f"{name} ({report.points[name]:g} points)" for name in empty)
        tell(f"written questions without an answer: {told}")
    tell(_sum(report), "green" if report.passed else "")
    if report.due is not None:
        tell(deadline(report.due, datetime.now(UTC)))


def deadline(due: datetime, now: datetime) -> str:
    """Say when ``due`` is, by this machine's clock and zone, and how far from ``now``."""
    local = due.astimezone()
    away = abs(due - now)
    days, hours = away.days, away.seconds // 3600
    told = f"{days} days" if days > 1 else f"{24 * days + hours} hours"
    told = f"{away.seconds // 60} minutes" if not days and hours < 2 else told
    when = f"{local:%a} {local.day} {local:%b %Y, %H:%M} ({local:%Z})"
    if now > due:
        return f"was due {when}, {told} ago, unless you were given more time"
    return f"due {when}, in {told}; your course's page says whether that has changed"


def _table(name: str, report: Report) -> Table:
    table = Table(title=escape(name))
    table.add_column("exercise")
    if report.total:
        table.add_column("points", justify="right")
    table.add_column("visible checks")
    for result in report.exercises:
        points = [f"{result.points:g}"] if report.total else []
        verdict = Text(result.verdict, COLORS.get(result.verdict, "red"))
        table.add_row(Text(result.exercise), *points, verdict)
    return table


def _sum(report: Report) -> str:
    passed = sum(result.passed for result in report.exercises)
    reach = ""
    if report.total:
        reach = f"; {report.within_reach:g} of {report.total:g} points can be reached"
    if report.passed:
        return f"all visible checks passed{reach}; {MORE}"
    return f"{passed} of {len(report.exercises)} passed{reach} so far; {MORE}"


def wrapped(text: str, width: int) -> str:
    """``text`` in lines of ``width``, cut between words and below the column they began in."""
    return "\n".join(part for line in text.split("\n") for part in _cut(line, width))


def _cut(line: str, width: int) -> Iterator[str]:
    label = LABEL.match(line)
    indent = " " * min(label.end() if label else 2, width // 2)
    room = width - len(indent)

    def keep(match: re.Match[str]) -> str:
        return match[0].replace(" ", BLANK) if len(match[0]) <= room else match[0]

    cut = textwrap.wrap(
        VALUE.sub(keep, line),
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for part in cut or [""]:
        yield part.replace(BLANK, " ")
