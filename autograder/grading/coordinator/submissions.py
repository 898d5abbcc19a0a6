"""Read what a student handed in as data: cells out of a notebook in any state.

Nothing is run and nothing is taken on trust; what can still be read of a damaged file is
read, and said.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import errno
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.notebooks.build import PICTURE_TAG

MAX_BYTES = 128 * 2**20
MAX_SOURCE = 2**20  #: characters of a cell
MAX_CELLS = 5000
ATTACHED = ("image/png", "image/jpeg", "image/gif")  #: what may be put into a text
MAX_ATTACHED = 16 * 2**20  #: characters of all that is put into a text
#: where a cell may begin in a file that is no valid JSON
CELL_START = re.compile(
    r'\{(?=\s*"(?:attachments|cell_type|collapsed|execution_count|id|metadata)")'
)
#: endings that a notebook may have got on its way, the best first
ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json", ".json", ".py")


class Unreadable(Exception):
    """The file holds no cells that anybody could make out; the message says why."""


@dataclass(frozen=True)
class HandedCell:
    """One cell as it was handed in; ``grade_id`` and ``id`` are empty where it has none."""

    is_code: bool
    source: str
    grade_id: str = ""
    id: str = ""
    is_picture: bool = False
    #: pictures in its text by name, each a base64 text by its kind, as in a notebook
    attachments: Mapping[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class HandedIn:
    """What one student handed in for one assignment."""

    student: str
    assignment: str
    folder: Path

    @property
    def id(self) -> str:
        return f"{self.student}/{self.assignment}"

    @property
    def is_named(self) -> bool:
        """Whether the student's name can be written down and shown as it is."""
        return self.student.isprintable()


def find_handed_in(submitted: Path, assignments: Sequence[str]) -> list[HandedIn]:
    """Every folder ``submitted/STUDENT/ASSIGNMENT`` of ``assignments``, in a fixed order."""
    students = sorted(p for p in submitted.glob("*") if p.is_dir())
    return [
        HandedIn(student.name, name, student / name)
        for student in students
        for name in assignments
        if not student.name.startswith(".") and (student / name).is_dir()
    ]


def find_notebook(folder: Path, name: str) -> Path | None:
    """The file in ``folder`` that is most likely the assignment ``name``, if there is any."""
    exact = folder / f"{name}.ipynb"
    if exact.is_file():
        return exact

    def rank(path: Path) -> tuple:
        lower = path.name.lower()
        ending = next(i for i, ending in enumerate(ENDINGS) if lower.endswith(ending))
        # the one named after the assignment, then the one handed in last
        return ending, name.lower() not in lower, -path.stat().st_mtime_ns, path.name

    found = [p for p in _files(folder) if p.name.lower().endswith(ENDINGS)]
    return min(found, key=rank, default=None)


def _files(folder: Path) -> list[Path]:
    """The ordinary files in ``folder``; none where it cannot be read."""
    with contextlib.suppress(OSError):
        return [p for p in folder.iterdir() if p.is_file() and not p.is_symlink()]
    return []


def read_file(path: Path, most: int) -> bytes:
    """Content of a file that was handed in.

    Raises :class:`OSError` for anything but an ordinary file of up to ``most`` bytes: a link may
    lead to the reference or to another student, and a pipe or a device has no end.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, "it is a link to another file", str(path)) from error
        raise
    with open(fd, "rb") as file:
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        if about.st_size > most:
            raise OSError(errno.EFBIG, f"it is larger than {most // 2**20} MiB", str(path))
        return file.read(most)


def read_submitted_cells(path: Path) -> tuple[list[HandedCell], list[str]]:
    """The cells of the file at ``path``, and what an instructor should know about the file.

    Raises :class:`Unreadable` when there is none.
    """
    try:
        content = read_file(path, MAX_BYTES)
    except OSError as error:
        raise Unreadable(f"the file cannot be read: {error.strerror}") from error
    text = _decoded(content)
    if path.suffix.lower() == ".py":
        return [HandedCell(True, text)], ["handed in as a Python file, not as a notebook"]
    try:
        raw = list(_raw_cells(json.loads(text)))
        notes = []
    except (ValueError, RecursionError):
        raw = list(_salvaged(text))
        notes = [f"the file is no valid notebook; {len(raw)} cells could still be read"]
    cells = [cell for one in raw if (cell := _cell(one)) is not None]
    sized = [cell for cell in cells[:MAX_CELLS] if len(cell.source) <= MAX_SOURCE]
    if len(sized) < len(cells):
        notes.append(f"{len(cells) - len(sized)} cells are too many or too long, and left out")
    if not cells:
        raise Unreadable("the file is empty" if not text.strip() else "the file is no notebook")
    return sized, notes


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return content.decode(encoding, errors="replace")


def _raw_cells(notebook: Any) -> Iterator[Any]:
    if not isinstance(notebook, dict):
        return
    cells = notebook.get("cells")
    yield from cells if isinstance(cells, list) else []
    worksheets = notebook.get("worksheets")  # nbformat 3 and before
    for worksheet in worksheets if isinstance(worksheets, list) else []:
        if isinstance(worksheet, dict) and isinstance(worksheet.get("cells"), list):
            yield from worksheet["cells"]


def _salvaged(text: str) -> Iterator[Any]:
    """Whole cells in a file that was cut off, merged badly or edited by hand."""
    decoder = json.JSONDecoder(strict=False)
    position = 0
    while found := CELL_START.search(text, position):
        try:
            cell, position = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            position = found.end()
            continue
        if isinstance(cell, dict) and "cell_type" in cell:
            yield cell
        else:  # metadata of the notebook, or of a cell that is cut off
            position = found.end()


def _cell(raw: Any) -> HandedCell | None:
    if not isinstance(raw, dict):
        return None
    source = raw.get("source", raw.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return None
    metadata = raw.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    about = metadata.get("nbgrader")
    tags = metadata.get("tags")
    return HandedCell(
        raw.get("cell_type") == "code",
        _writable(source),
        _text(about.get("grade_id")) if isinstance(about, dict) else "",
        _text(raw.get("id")),
        isinstance(tags, list) and PICTURE_TAG in tags,
        dict(_attachments(raw.get("attachments"))),
    )


def _attachments(raw: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """The pictures that were put into a text, as long as they are pictures and not too large."""
    room = MAX_ATTACHED
    for name, kinds in raw.items() if isinstance(raw, dict) else ():
        for kind, content in kinds.items() if isinstance(kinds, dict) else ():
            content = "".join(content.split()) if isinstance(content, str) else ""
            if kind in ATTACHED and content and len(content) <= room:
                with contextlib.suppress(binascii.Error, ValueError):
                    base64.b64decode(content, validate=True)
                    room -= len(content)
                    yield _writable(name), {kind: content}
                    break


def _writable(text: str) -> str:
    """Half of a surrogate pair is valid JSON, and nothing that can be written down."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
