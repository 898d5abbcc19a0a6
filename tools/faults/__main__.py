"""Disturb grading in every way: ``python -m tools.faults --times 12``, or ``make faults``.

A small class is half graded; what an undisturbed run makes of it is the truth. Then a run is
disturbed, again and again, at the points where it writes or at times drawn from ``--seed``; the
next run is not. No mark may be lost or wrong, no file half-written, the next run has to complete
with the same marks, feedback and notes, byte for byte, and the disturbed one has to say what
happened in a sentence. Anything else is told with its try, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.screen import progress_bar
from tests.postgresql import NoServer
from tools.faults import commands, servers
from tools.faults.bench import Bench, Damage
from tools.faults.faults import FAULTS, HERE, Fault
from tools.faults.tail import cut_at_every_byte

TAIL = "the journal cut off at every byte of its tail"
INSIDE = "--inside"  #: in a namespace of its own, where disks can be made


@dataclass
class Tried:
    """All tries of one fault."""

    fault: str
    times: int = 0
    lost: int = 0
    wrong: int = 0
    half: int = 0
    untold: int = 0
    ended: Counter[int] = field(default_factory=Counter)  #: exit statuses
    recovery: list[float] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)


class Benches(dict[str, Bench]):
    """The benches, each made when it is asked for. Raises :class:`NoServer`."""

    def __init__(self, folder: Path, mode: str) -> None:
        super().__init__()
        self.folder, self.mode = folder, mode

    def __missing__(self, name: str) -> Bench:
        folder = self.folder / name.replace(" ", "-")
        folder.mkdir(exist_ok=True)
        if name in commands.COMMANDS:
            self[name] = commands.CommandBench(folder, self.mode, name)
        else:
            kind = servers.DatabaseBench if name == servers.DATABASE else Bench
            self[name] = kind(folder, self.mode)
        return self[name]

    def close(self) -> None:
        """End what was started for them."""
        for bench in self.values():
            bench.close()


def try_once(bench: Bench, fault: Fault, rng: random.Random, number: int, of: int) -> list[str]:
    """Disturb one run, and return what was not as it must be; the last line is the recovery."""
    return _try(bench, fault, rng, number, of, Tried(fault.name))


def _try(
    bench: Bench, fault: Fault, rng: random.Random, number: int, of: int, tried: Tried
) -> list[str]:
    bench.reset()
    findings = []
    try:
        ended = fault.disturb(bench, rng, number, of)
        tried.ended[ended.status] += 1
        if ended.status not in fault.statuses or not ended.is_told_well:
            tried.untold += 1
            findings.append(f"ended with {ended.status} and said:\n{ended.told[-1500:]}")
        first = bench.damage(is_done=False)
        again = bench.run()
        if again.status:
            findings.append(f"the next run ended with {again.status}:\n{again.told[-1500:]}")
        second = bench.damage(is_done=True)
        _count(tried, first, second, findings, ended.told)
        tried.times += 1
        tried.recovery.append(again.seconds)
    finally:
        bench.unmount()
        bench.unmount = lambda: None
    return findings


def _count(tried: Tried, first: Damage, second: Damage, findings: list[str], told: str) -> None:
    for when, damage in (("after it", first), ("after the next run", second)):
        tried.lost += bool(damage.lost)
        tried.wrong += bool(damage.wrong)
        tried.half += bool(damage.half)
        if damage:
            findings.append(f"{when}: {damage}\n{told[-600:]}")


def shown(tried: list[Tried]) -> Table:
    """How each fault ended, in a row."""
    table = Table(title="faults")
    table.add_column("fault", overflow="fold")
    table.add_column("statuses", overflow="fold")
    columns = ("tried", "lost", "wrong", "half-written", "untold", "s to recover")
    for heading in columns:
        table.add_column(heading, justify="right")
    for one in tried:
        seconds = f"{statistics.median(one.recovery):.1f}" if one.recovery else "–"
        numbers = (one.times, one.lost, one.wrong, one.half, one.untold)
        ended = ", ".join(f"{status}: {times}" for status, times in sorted(one.ended.items()))
        table.add_row(one.fault, ended, *map(str, numbers), seconds)
    return table


def main() -> int:
    """Try all faults, show the table, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=12, help="tries of each fault, some more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of the name of a fault")
    parser.add_argument("--sandbox", choices=("bubblewrap", "none"), default="none")
    parser.add_argument(INSIDE, action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        _enter_a_namespace()
    console = Console(width=100)
    results = []
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        benches = Benches(Path(folder).resolve(), options.sandbox)
        stack.callback(benches.close)
        chosen = [one for one in FAULTS if options.only in one.name]
        if not options.inside:
            chosen = [one for one in chosen if not one.needs_mount]
        counts = {one.name: max(1, round(options.times * one.weight)) for one in chosen}
        # what was tried is shown, also after Ctrl-C
        with contextlib.suppress(KeyboardInterrupt), progress_bar(console) as progress:
            task = progress.add_task("disturbing", total=sum(counts.values()))
            for fault in chosen:
                try:
                    bench = benches[fault.on]
                except NoServer as error:
                    console.print(f"{fault.name} is not tried: {error}", markup=False)
                    continue
                tried = Tried(fault.name)
                results.append(tried)
                for number in range(counts[fault.name]):
                    rng = random.Random(f"{options.seed} {fault.name} {number}")
                    found = _try(bench, fault, rng, number, counts[fault.name], tried)
                    tried.findings += [f"{fault.name}, try {number}: {one}" for one in found]
                    for one in tried.findings[len(tried.findings) - len(found) :]:
                        console.print(one, markup=False, highlight=False)
                    progress.advance(task)
        wrong = 0
        if options.only in TAIL:
            bytes_tried, wrong = cut_at_every_byte(benches[HERE])
            console.print(f"{TAIL}, the last {bytes_tried}: {wrong} wrong")
    console.print(shown(results))
    return bool(wrong or any(one.findings for one in results))


def _enter_a_namespace() -> None:
    """Begin again where disks can be made; return where there is no such place."""
    flags = ["-m"] if os.geteuid() == 0 else ["-rm"]
    if subprocess.run(["unshare", *flags, "true"], capture_output=True).returncode:
        print("no disk of its own can be made here; a full one is not tried", file=sys.stderr)
        return
    command = ["unshare", *flags, sys.executable, "-m", "tools.faults", *sys.argv[1:], INSIDE]
    os.execvp(command[0], command)


if __name__ == "__main__":
    raise SystemExit(main())
