"""The notes on a class: what grading and collecting could not make sense of, in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from autograder.files import write_text
from autograder.release.classroom import Classroom

NOTES = "grading_notes.txt"


def notes_file(classroom: Classroom) -> Path:
    """Where all notes stand."""
    return classroom.folder / NOTES


def write_notes(classroom: Classroom, lines: Sequence[str]) -> None:
    """Let ``lines`` be all notes of grading, below those of collecting, each in one line."""
    path = notes_file(classroom)
    lines = [*_all(of_collecting(classroom)), *lines]
    if lines or path.exists():
        write_text(path, "".join(f"{_line(line)}\n" for line in lines))


def of_collecting(classroom: Classroom) -> dict[str, list[str]]:
    """The notes of collecting, by the name of what was collected."""
    try:
        kept = dict(json.loads(_kept(classroom).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError, RecursionError):
        return {}
    return {name: [str(one) for one in own] for name, own in kept.items() if isinstance(own, list)}


def note_collecting(classroom: Classroom, source: str, lines: Sequence[str]) -> None:
    """Put ``lines`` in the place of those on an earlier collecting of the same ``source``."""
    before = of_collecting(classroom)
    after = {name: own for name, own in before.items() if name != source}
    if lines:
        after[source] = list(lines)
    if after == before:
        return
    path = notes_file(classroom)
    there = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
    old = {_line(line) for line in _all(before)}
    write_text(_kept(classroom), json.dumps(after, indent=1))
    write_notes(classroom, [line for line in there if line not in old])


def _kept(classroom: Classroom) -> Path:
    return classroom.state / "collecting_notes.json"


def _all(notes: Mapping[str, Iterable[str]]) -> list[str]:
    return [line for lines in notes.values() for line in lines]


def _line(text: str) -> str:
    return " ".join(text.split())
