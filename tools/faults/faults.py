"""What may happen during a run, each a function that lets it happen once.

A fault is given the class, a random generator and the number of the try out of how many; it runs
the command, disturbs it, puts the world right again and returns how the command ended. Others
append theirs to :data:`FAULTS`, for machines and servers that a class may have.
"""

from __future__ import annotations

import contextlib
import errno
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from tools.faults.bench import Bench, Ending
from tools.faults.points import Act, Points, end_by, fail_with, jump

Disturb = Callable[[Bench, random.Random, int, int], Ending]
YEAR = 365 * 86400.0
HERE = "a class"  #: the bench on which grading is disturbed, on this machine
FINE, SAID, SOME_NOT, INTERRUPTED = 0, 2, 1, 130  #: exit statuses, as the README has them


@dataclass(frozen=True)
class Fault:
    """One kind of fault; ``statuses`` are those with which a command may then end."""

    name: str
    disturb: Disturb
    statuses: frozenset[int]
    needs_mount: bool = False
    weight: float = 1.0  #: of how often it is tried
    on: str = HERE  #: which of the benches


FAULTS: list[Fault] = []


def fault(
    name: str, *statuses: int, needs_mount: bool = False, weight: float = 1.0, on: str = HERE
) -> Callable[[Disturb], Disturb]:
    """Append a function to :data:`FAULTS`."""

    def append(disturb: Disturb) -> Disturb:
        FAULTS.append(Fault(name, disturb, frozenset(statuses), needs_mount, weight, on))
        return disturb

    return append


# --- at the points where the coordinator writes


def at_points(
    name: str,
    act: Act,
    *statuses: int,
    stays: bool = False,
    weight: float = 1,
    on: str = HERE,
) -> None:
    """A fault that acts where the command writes, every so many points."""

    def disturb(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
        if not bench.points:
            counting = Points(bench.klass)
            bench.run(within=counting)
            bench.points = counting.count
            bench.reset()
        width = bench.points / of
        at = int(number * width + rng.random() * width)
        return bench.run(within=Points(bench.klass, act, at, stays=stays))

    FAULTS.append(Fault(name, disturb, frozenset(statuses), weight=weight, on=on))


at_points("SIGKILL of the coordinator", end_by(signal.SIGKILL), -9, weight=3)
at_points("SIGTERM of the coordinator", end_by(signal.SIGTERM), 143)
at_points("SIGHUP of the coordinator", end_by(signal.SIGHUP), 129)
at_points("Ctrl-C", end_by(signal.SIGINT), INTERRUPTED)
at_points("disk full, from one write on", fail_with(errno.ENOSPC), SAID, stays=True, weight=2)
at_points("one write that fails", fail_with(errno.EIO), FINE, SOME_NOT, SAID, weight=2)
at_points("too many open files", fail_with(errno.EMFILE), FINE, SOME_NOT, SAID)
at_points("file system read-only, from one write on", fail_with(errno.EROFS), SAID, stays=True)
at_points("clock a year ahead", jump(YEAR), FINE)
at_points("clock a year back", jump(-YEAR), FINE)


# --- processes beside it


def when_under_way(
    bench: Bench, rng: random.Random, process: psutil.Process, *, needs_judge: bool = True
) -> None:
    """Wait until some submissions are done, or until the process is about to begin."""
    lines = len(bench.journal(bench.ready)) + rng.randrange(-1, bench.new)
    until = time.monotonic() + 60
    while _is_alive(process) and time.monotonic() < until:
        if len(bench.journal()) >= lines and (process.children() or not needs_judge):
            break
        time.sleep(0.005)
    time.sleep(rng.random() * 0.2)


def _is_alive(process: psutil.Process) -> bool:
    """Whether it has not ended yet: one that has is there until somebody asks how."""
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def _killing(name: str, word: str, depth: str) -> None:
    """Kill a process below the coordinator whose command line has ``word``."""

    def disturb(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
        def kill(process: psutil.Process) -> None:
            when_under_way(bench, rng, process)
            until = time.monotonic() + 20
            while _is_alive(process) and time.monotonic() < until:
                found = [one for one in process.children(recursive=True) if _is(one, word, depth)]
                if found:
                    rng.choice(found).kill()
                    return
                time.sleep(0.001)

        return bench.run(*bench.command[:-1], "2", outside=kill)

    FAULTS.append(Fault(name, disturb, frozenset({FINE, SOME_NOT})))


def _is(process: psutil.Process, word: str, depth: str) -> bool:
    with contextlib.suppress(psutil.Error):
        if word not in " ".join(process.cmdline()):
            return False
        above = process.parent()
        is_forked = above is not None and word in " ".join(above.cmdline())
        return is_forked == (depth == "child")
    return False


_killing("SIGKILL of a judge", "spawn_main", "top")
_killing("SIGKILL of a fork server", "fork_server", "top")
_killing("SIGKILL of a child", "fork_server", "child")


# --- the disk


@fault("files limited to a size", FINE, SOME_NOT, SAID)
def limited(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """Every file of the coordinator's, at any byte: what is written is cut there."""
    size = rng.randrange(1, bench.largest)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    return bench.run(within=limit)


@contextlib.contextmanager
def mounted(bench: Bench, size: int, files: int) -> Iterator[None]:
    """The class on a disk of its own, with so much room and so many names left."""

    def mount(*options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "none", str(bench.klass)]
        subprocess.run(command, check=True)

    used, names = _used(bench.ready)
    mount("size=64m")
    bench.reset()
    try:
        mount("remount", f"size={used + size}", f"nr_inodes={names + files}")
        yield
        mount("remount", "size=64m", "nr_inodes=10000")
        bench.unmount = lambda: subprocess.run(["umount", "-l", str(bench.klass)], check=True)
    except BaseException:
        subprocess.run(["umount", "-l", str(bench.klass)], check=True)
        raise


def _used(folder: Path) -> tuple[int, int]:
    paths = [folder, *folder.rglob("*")]
    page = resource.getpagesize()
    return sum(-(-path.stat().st_size // page) * page for path in paths if path.is_file()), (
        len(paths) + 1
    )


@fault("disk full at any byte", FINE, SOME_NOT, SAID, needs_mount=True, weight=2)
def full(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """On a small disk of its own."""
    with mounted(bench, resource.getpagesize() * rng.randrange(0, 100), 10_000):
        return bench.run()


@fault("no room for another file", FINE, SOME_NOT, SAID, needs_mount=True)
def no_names(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """On a small disk of its own."""
    with mounted(bench, 2**25, rng.randrange(0, 40)):
        return bench.run()


# --- files and folders that cannot be used

#: of the class itself: what a student hands in may be a link or a folder, and is then no notebook
OWN = (
    *("class.toml", "roster.csv", "nbgrader_config.py", "gradebook.db", ".autograder/secret"),
    *(".autograder/journal.jsonl", ".autograder/lock", ".autograder/changes.json"),
    *("release/line/line.ipynb", "autograded", "feedback", "submitted"),
)
FILES = (
    *("class.toml", "roster.csv", "nbgrader_config.py", "gradebook.db", "grading_notes.txt"),
    *(".autograder/journal.jsonl", ".autograder/secret", ".autograder/lock"),
    *(".autograder/changes.json", ".autograder/released/line.json", "release/line/line.ipynb"),
    *("submitted/student-01/line/line.ipynb", "submitted/student-01/line/timestamp.txt"),
    *("submitted/student-09/line/line.ipynb", "autograded/student-01/line/line.ipynb"),
    *("feedback/student-01/line/line.html", "submitted/student-09", "submitted/student-01/line"),
    *("autograded", "feedback", ".autograder", "feedback/student-01/line", "submitted", "."),
)


def obey_rights() -> None:
    """Let root be refused what an ordinary user is."""
    if os.geteuid() != 0:
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)()
    libc.capget(header, data)
    for at in (0, 1):
        data[at] &= ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    if libc.capset(header, data):
        raise OSError(ctypes.get_errno(), "capset")


def _of_files(
    name: str, spoil: Callable[[Path], Callable[[], None]], files: Sequence[str] = ()
) -> None:
    files = files or FILES

    def disturb(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
        path = bench.klass / files[int((number + rng.random()) * len(files) / of)]
        if not path.exists() or (name.startswith("a folder") and path.is_dir()):
            return bench.run()
        restore = spoil(path)
        try:
            return bench.run(within=obey_rights)
        finally:
            restore()

    FAULTS.append(Fault(name, disturb, frozenset({FINE, SOME_NOT, SAID}), weight=2))


def _with_mode(mode: int) -> Callable[[Path], Callable[[], None]]:
    def spoil(path: Path) -> Callable[[], None]:
        before = path.stat().st_mode
        path.chmod(mode if path.is_file() else 0o500 if mode else 0)
        return lambda: path.chmod(before)

    return spoil


def _in_its_place(put: Callable[[Path], None]) -> Callable[[Path], Callable[[], None]]:
    def spoil(path: Path) -> Callable[[], None]:
        kept = path.with_name(f".{path.name}.kept.part")
        path.rename(kept)
        put(path)

        def restore() -> None:
            if path.is_dir() and not path.is_symlink():
                import shutil

                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
            kept.rename(path)

        return restore

    return spoil


def _to_nothing(path: Path) -> None:
    path.symlink_to(".nothing.part")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


_of_files("unreadable", _with_mode(0))
_of_files("read-only", _with_mode(0o444))
_of_files("a folder in its place", _in_its_place(Path.mkdir), OWN)
_of_files("a dangling link in its place", _in_its_place(_to_nothing), OWN)
_of_files("a link to itself in its place", _in_its_place(_loop), OWN)
_of_files("a pipe in its place", _in_its_place(os.mkfifo), OWN)


# --- others at work


@fault("two graders on one class", FINE)
def two(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """The later one is told so, or comes when the first has ended."""
    pids = [bench.start(), 0]
    time.sleep(rng.random() * bench.seconds)
    pids[1] = bench.start()
    first, second = (bench.wait(pid) for pid in pids)
    is_told = "another `autograder" in second.told + first.told
    statuses = sorted((first.status, second.status))
    is_right = statuses == [0, 0] or (statuses == [0, 2] and is_told)
    return Ending(0 if is_right else 1, first.told + second.told, first.seconds)


@fault("the gradebook locked by another writer", FINE, SAID)
def locked(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """For up to ten seconds, from some moment on."""

    def lock(process: psutil.Process) -> None:
        time.sleep(rng.random() * bench.seconds)
        with contextlib.closing(sqlite3.connect(bench.klass / "gradebook.db", timeout=30)) as other:
            other.execute("begin exclusive")
            time.sleep(rng.random() * 10)
            other.rollback()

    return bench.run(outside=lock)


# --- the journal


@fault("the journal cut off at a byte of its tail", FINE, weight=2)
def cut(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """After a whole run; every byte is tried without a run by :mod:`tools.faults.tail`."""
    bench.run()
    path = bench.klass / ".autograder" / "journal.jsonl"
    content = path.read_bytes()
    tail = len(b"\n".join(content.split(b"\n")[-3:])) + 1
    os.truncate(path, len(content) - 1 - (number * tail // of))
    return bench.run()


@fault("garbage in the journal", FINE)
def garbage(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
    """Bytes anywhere in it, after a part of a run."""
    path = bench.klass / ".autograder" / "journal.jsonl"
    content = bytearray(path.read_bytes())
    for _ in range(rng.choice((1, 3, 20))):
        at = rng.randrange(len(content))
        content[at : at + rng.randrange(3)] = rng.randbytes(rng.choice((0, 1, 30)))
    path.write_bytes(content)
    return bench.run()
