"""Try files, and count how each of them ended."""

from __future__ import annotations

import contextlib
import random
import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import hypothesis
from rich.console import Console
from rich.table import Table

from autograder.cli import LONGEST, sentence
from autograder.interrupting import raise_after
from autograder.screen import track
from tools.bad_input.kinds import Kind
from tools.bad_input.mutate import broken

FOUND = Path("_build/bad_input")
HANGS = 20.0  #: seconds of processor time for one file, which takes milliseconds
#: of all trials of a kind that has a strategy, those whose file is generated and not broken
GENERATED = 0.4


class Hang(BaseException):
    """A file took longer than any should."""


@dataclass(frozen=True)
class Finding:
    """A file that ended in neither a result nor a sentence."""

    kind: str
    content: bytes
    why: str  #: "traceback" or "hang"
    told: str

    @property
    def cause(self) -> str:
        """The last line of the traceback: one cause is told once."""
        return self.told.strip().splitlines()[-1][:100]


@dataclass
class Tried:
    """How all files of one kind ended."""

    kind: str
    ended: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def trials(
    console: Console, kinds: Sequence[Kind], count: int, seed: int, folder: Path
) -> list[Tried]:
    """Share ``count`` files among ``kinds``, and try them; what was tried before Ctrl-C counts."""
    all_shares = sum(kind.share for kind in kinds)
    tried = []
    with contextlib.suppress(KeyboardInterrupt):
        for kind in track(console, "trying", kinds, len(kinds)):
            own = Tried(kind.name)
            tried.append(own)
            for content in contents(kind, round(count * kind.share / all_shares) or 1, seed):
                try_one(kind, content, folder, own)
    return tried


def contents(kind: Kind, count: int, seed: int) -> Iterator[bytes]:
    """So many files of ``kind``, the same ones for the same ``seed``."""
    generated = 0 if kind.generated is None else round(count * GENERATED)
    rng = random.Random(f"{seed} {kind.name}")
    for _ in range(count - generated):
        yield broken(rng, rng.choice(kind.seeds), kind.mutators)
    yield from _of_strategy(kind, generated, seed)


def _of_strategy(kind: Kind, count: int, seed: int) -> Iterator[bytes]:
    if not count or kind.generated is None:
        return
    found: list[bytes] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(kind.generated)
    def note(content: bytes) -> None:
        found.append(content)

    note()
    yield from found


def try_one(kind: Kind, content: bytes, folder: Path, tried: Tried) -> None:
    """Let a command's function read ``content``, and count how that ended."""
    place = Path(tempfile.mkdtemp(dir=folder))
    path = place / kind.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    why, told = "fine", ""
    try:
        with raise_after(HANGS, Hang):
            kind.read(path)
    except Hang:
        why, told = "hang", traceback.format_exc()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        is_error = isinstance(error, Exception)
        why, told = _judged(sentence(error) if is_error else None), traceback.format_exc()
    finally:
        shutil.rmtree(place)
    tried.ended[why] += 1
    if why in ("traceback", "hang"):
        tried.findings.append(Finding(kind.name, content, why, told))


def _judged(told: str | None) -> str:
    """Whether what a user would read is a sentence."""
    lines = (told or "").splitlines()
    is_text = bool(lines) and all(line.isprintable() and line.strip() for line in lines)
    return "sentence" if is_text and len(lines[0]) <= LONGEST + 10 else "traceback"


def shown(tried: Iterable[Tried]) -> Table:
    """How all files ended, by kind."""
    table = Table(title="malformed input")
    table.add_column("kind")
    columns = ("tried", "fine", "sentence", "traceback", "hang")
    for heading in columns:
        table.add_column(heading, justify="right")
    total: Counter[str] = Counter()
    for one in tried:
        ended = one.ended | Counter(tried=one.ended.total())
        total += ended
        table.add_row(one.kind, *(str(ended[name]) for name in columns))
    table.add_row("all", *(str(total[name]) for name in columns), style="bold")
    return table


def keep(findings: Iterable[Finding]) -> None:
    """Write the smallest file of each cause, and its traceback."""
    smallest: dict[tuple[str, str], Finding] = {}
    for one in sorted(findings, key=lambda one: len(one.content)):
        smallest.setdefault((one.kind, one.cause), one)
    shutil.rmtree(FOUND, ignore_errors=True)
    for number, one in enumerate(smallest.values()):
        FOUND.mkdir(parents=True, exist_ok=True)
        name = f"{number:03d}-{''.join(c if c.isalnum() else '_' for c in one.kind)}"
        (FOUND / name).write_bytes(one.content)
        (FOUND / f"{name}.txt").write_text(f"{one.why}\n{one.told}", "utf-8", "backslashreplace")
