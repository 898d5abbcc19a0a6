"""Are tables of marks the same to the byte, whatever is beside the submissions another one?

    python -m tools.same_tables [WHAT …]

A small class is graded and exported for spreadsheets, programs, Moodle and Canvas, then again in
another folder with something else: the order, the number of workers, busy processes beside, time
zone, language, rights, seed of hashes, folder to start in. Without WHAT, each of them alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from autograder.cli import app
from autograder.course import read_course
from autograder.grading.coordinator.grade_class import secret_file
from autograder.grading.coordinator.sample_class import hand_in, sample_class
from autograder.release import Classroom
from tests.classroom.typed import Class, deadline
from tests.conftest import ROOT, SMALL
from tools.same_marks_under_load import busy

NAMES = ["Zoë Ångström", "İpek Ölçer", "Ada Lovelace", "山 田", "ada lovelace"]
STUDENTS = [f"student-{number:02d}" for number in (1, 4, 9, 10, 11)]


@dataclass(frozen=True)
class How:
    """All that must not matter."""

    jobs: int = 1
    first: tuple[str, ...] = ()  #: graded before all others, in a run of their own
    busy: int = 0
    folder: str = "/"  #: to start in
    umask: int = 0o077
    environment: dict[str, str] = field(default_factory=lambda: dict(USUAL))


USUAL = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
OTHER = How(
    jobs=2,
    first=(STUDENTS[-1], STUDENTS[2]),
    busy=8,
    folder=str(ROOT),
    umask=0o022,
    environment={"TZ": "Asia/Kolkata", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"},
)


def make_class(folder: Path) -> None:
    """A class that has handed in, with all that decides marks, and its secret."""
    roster = folder.with_name("roster.csv")
    rows = [
        f"{name},{id},{id}@example.org,{100 + at}"
        for at, (id, name) in enumerate(zip(STUDENTS, NAMES))
    ]
    roster.write_text("\n".join(["Full name,ID number,Email address,Canvas ID", *rows, ""]))
    term = Class(folder)
    term.run("init", str(folder), "--roster", str(roster))
    term.set(late='"10% a day"', **deadline())
    term.run("release")
    chapters = list(read_course(SMALL).assignments.values())
    hand_in(term.classroom, [s for s in sample_class(chapters) if s.student in STUDENTS])
    secret = secret_file(Classroom.open(folder))
    secret.parent.mkdir(exist_ok=True)
    secret.write_text("the same in all of its copies\n")
    lines = ["Student,ID,SIS User ID,Section,line (7)", "    Points Possible,,,,8"]
    lines += [f"{name},{100 + at},,A," for at, name in enumerate(NAMES) if at not in (2, 4)]
    (folder / "canvas.csv").write_text("\n".join([*lines, ""]))


def tables(original: Path, folder: Path, how: How) -> dict[str, bytes]:
    """The tables that come of a copy of the class at ``original``, made at ``folder``."""
    shutil.copytree(original, folder, copy_function=shutil.copyfile)
    order = [",".join(how.first)] if how.first else []
    command = [sys.executable, "-m", "tools.same_tables", "--grade", str(folder)]
    command += [str(how.jobs), str(how.busy)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path} | how.environment
    subprocess.run(
        [*command, *order],
        cwd=how.folder,
        env=environment,
        umask=how.umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return {path.name: path.read_bytes() for path in sorted((folder / "exports").iterdir())}


def grade_and_export(folder: str, jobs: str, beside: str, first: str = "") -> None:
    """What is typed in a class, in this process; ``beside`` it while it grades, busy ones."""
    here = ["--class", folder, "--course", str(SMALL)]
    grade = ["grade", *here, "--sandbox", "none", "-j", jobs]
    early = [word for student in first.split(",") for word in ("-s", student)]
    canvas = ["canvas", "--canvas-file", str(Path(folder, "canvas.csv"))]
    with busy(int(beside)):
        for command in [[*grade, *early], grade] if first else [grade]:
            app(command, standalone_mode=False)
    for form in (["csv"], ["json"], canvas, ["moodle", "--by", "email"]):
        app(["export", "--to", *form, *here], standalone_mode=False)


def variants() -> Iterator[tuple[str, How]]:
    """Each thing by itself, then all together."""
    for one in fields(How):
        yield one.name, replace(How(), **{one.name: getattr(OTHER, one.name)})
    yield "all", OTHER


def main() -> None:
    if sys.argv[1:2] == ["--grade"]:
        grade_and_export(*sys.argv[2:])
        return
    wanted, differing = sys.argv[1:], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        make_class(folder / "original")
        expected = tables(folder / "original", folder / "usual", How())
        for name, how in variants():
            if wanted and name not in wanted:
                continue
            begun = time.monotonic()
            found = tables(folder / "original", folder / name, how)
            same = found == expected
            differing += [] if same else [name]
            said = "the same bytes" if same else "OTHER BYTES"
            seconds = time.monotonic() - begun
            print(f"{name}: {len(found)} tables, {said} ({seconds:.0f} s)", flush=True)
    print(json.dumps({name: len(content) for name, content in expected.items()}))
    raise SystemExit(1 if differing else 0)


if __name__ == "__main__":
    main()
