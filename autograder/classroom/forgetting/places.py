"""Every place in a class folder: what it holds of students, and how one is taken out of it.

A file that no pattern names is one of the instructor's own: it is looked into, and told. A test
holds that all that our commands write has its line here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.forgetting import ways
from autograder.classroom.forgetting.ways import Way
from autograder.classroom.opening import FORGETTING


@dataclass(frozen=True)
class Place:
    """Files or folders of one kind, by a pattern within the class folder."""

    pattern: str
    holds: str
    way: Way


#: The list of students comes first: while it is shorter, nothing is made of them anew.
PLACES = (
    Place("roster.csv", "names, addresses and ids", ways.table),
    Place("extensions.csv", "later deadlines and excuses", ways.first_column),
    Place("submitted", "what was handed in", ways.folder_of_theirs),
    Place("versions", "all that was handed in before", ways.folder_of_theirs),
    Place("autograded", "graded notebooks", ways.folder_of_theirs),
    Place("feedback", "feedback pages", ways.folder_of_theirs),
    Place("exports/*.csv", "marks for platforms and spreadsheets", ways.table),
    Place("exports/*.json", "marks for programs", ways.exported),
    Place("exports/feedback-*.zip", "feedback for platforms", ways.derived),
    Place("sheets/*.csv", "answers without names, and their marks", ways.sheet),
    Place("sheets/*.html", "answers without names", ways.sheet_page),
    Place("grading_notes.txt", "notes of grading and collecting", ways.lines),
    Place(".autograder/journal.jsonl", "which hand-ins are graded", ways.journal),
    Place(".autograder/changes.json", "marks as the last run left them", ways.changes),
    Place(".autograder/collecting_notes.json", "notes of collecting", ways.collecting_notes),
    Place(".autograder/*.log", "what the formgrader said", ways.lines),
    Place("*.log", "what nbgrader said", ways.lines),
    # here it is about rows, and in another module
    Place("gradebook*.db*", "marks, comments, names and addresses", ways.nothing),
    Place(".autograder/gradebook*.db*", "copies of the gradebook", ways.nothing),
    Place(f".autograder/{FORGETTING}", "who is being forgotten, until it is done", ways.nothing),
    # the same for all
    Place("class.toml", "", ways.nothing),
    Place("nbgrader_config.py", "", ways.nothing),
    Place("source", "", ways.nothing),
    Place("release", "", ways.nothing),
    Place("site", "", ways.nothing),
    Place(".autograder/lock", "", ways.nothing),
    Place(".autograder/secret", "", ways.nothing),
    Place(".autograder/site_config.yml", "", ways.nothing),
    Place(".autograder/released", "", ways.nothing),
)
#: made of the course alone, and large: not looked into
OF_THE_COURSE = ("source", "release", "site", ".autograder/released")


def found(folder: Path) -> Iterator[tuple[Place, Path]]:
    """What is there of each place."""
    for place in PLACES:
        for path in sorted(folder.glob(place.pattern)):
            yield place, path


def unnamed(folder: Path) -> list[Path]:
    """The files that no place names."""
    named = {path for _, path in found(folder)}
    return [path for path in files(folder, ()) if not named.intersection((path, *path.parents))]


def files(folder: Path, but: tuple[str, ...] = OF_THE_COURSE) -> Iterator[Path]:
    """All ordinary files below ``folder``; no link is followed."""
    left_out = {folder / name for name in but}
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if Path(here, name) not in left_out)
        for path in (Path(here, name) for name in sorted(names)):
            if path.is_file() and not path.is_symlink():
                yield path
