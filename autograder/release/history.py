"""What was handed out under a name, now and before, so that nobody is blamed for having it."""

from __future__ import annotations

import hashlib
import json

import nbformat

from autograder.files import write_text
from autograder.release.classroom import Classroom


def remember_release(classroom: Classroom, name: str) -> None:
    """Keep the hashes of all cells that stand in the release of ``name`` now."""
    path = classroom.state / "released" / f"{name}.json"
    kept = handed_out(classroom, name)
    if kept:
        write_text(path, json.dumps(sorted(kept), indent=0))


def handed_out(classroom: Classroom, name: str) -> frozenset[str]:
    """Return :func:`fingerprint` of every cell that was ever released in ``name``."""
    path = classroom.state / "released" / f"{name}.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    released = classroom.release / name / f"{name}.ipynb"
    if released.exists():
        notebook = nbformat.v4.reads(released.read_text(encoding="utf-8"))
        kept += [fingerprint(cell.source) for cell in notebook.cells]
    return frozenset(kept)


def fingerprint(source: str) -> str:
    """Hash the text of a cell, without the blanks and line ends that editors change."""
    text = "\n".join(line.rstrip() for line in source.strip().splitlines())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
