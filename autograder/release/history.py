"""What was handed out under a name, now and before, so that nobody is blamed for having it."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from autograder.files import write_text
from autograder.notebook_files import Unreadable, read_cells
from autograder.release.classroom import Classroom, ClassroomError


def remember_release(classroom: Classroom, name: str) -> None:
    """Keep the hashes of all cells that stand in the release of ``name`` now."""
    path = classroom.state / "released" / f"{name}.json"
    kept = handed_out(classroom, name)
    if kept:
        write_text(path, json.dumps(sorted(kept), indent=0))


def handed_out(classroom: Classroom, name: str) -> frozenset[str]:
    """Return :func:`fingerprint` of every cell that was ever released in ``name``.

    Raises :class:`ClassroomError` where what tells them is damaged.
    """
    path = classroom.state / "released" / f"{name}.json"
    kept = _kept(path) if os.path.lexists(path) else []
    released = classroom.release / name / f"{name}.ipynb"
    if os.path.lexists(released):
        try:
            cells, _ = read_cells(_content(released))
        except Unreadable as error:
            told = f"{released} is damaged: {error}; run `autograder release` again"
            raise ClassroomError(told) from error
        kept += [fingerprint(cell.source) for cell in cells]
    return frozenset(kept)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _kept(path: Path) -> list[str]:
    try:
        kept = json.loads(_content(path))
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, list) or not all(isinstance(one, str) for one in kept):
        raise ClassroomError(
            f"{path} is damaged, by which old versions of notebooks are known again; put it back"
            " from a backup, or delete it if notebooks were released only once"
        )
    return kept


def fingerprint(source: str) -> str:
    """Hash the text of a cell, without the blanks and line ends that editors change."""
    text = "\n".join(line.rstrip() for line in source.strip().splitlines())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
