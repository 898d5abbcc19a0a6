"""Make the file that a student uploads: a notebook, or an archive of notebooks and pictures.

What ``autograder collect`` would not take is refused here, where the student can still do
something about it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from autograder.check_notebook.cells import sort_cells
from autograder.check_notebook.repair import parsed
from autograder.check_notebook.report import Handed, NotChecked, read_notebook
from autograder.errors import UserError
from autograder.files import write_bytes_atomically
from autograder.grading.coordinator.attached_pictures import MAX_BYTES as MAX_PICTURES
from autograder.grading.coordinator.attached_pictures import SHOWN
from autograder.notebook_files import NotebookCell, as_cell
from autograder.originals import carried

NOTEBOOK = ".ipynb"
ARCHIVE = "hand_in.zip"
#: of an archive that is handed in; a test holds it to what is collected
MAX_ARCHIVE = 16 * 2**20  #: bytes
#: the id of a cell of the course
CELL_ID = re.compile(r"(?P<chapter>\w+)-\d{3}", re.ASCII)
PICTURE = re.compile(
    r"!\[[^\]]*\]\(\s*<?(?P<markdown>[^)\s>]+)|<img\b[^>]*?\bsrc=[\"'](?P<html>[^\"']+)"
)
FIXED_TIME = (1980, 1, 1, 0, 0, 0)  #: of an entry, so that the same work is the same archive


class NotPacked(UserError):
    """There is nothing that could be handed in like this; the message says why."""


@dataclass(frozen=True)
class Packed:
    """The file to upload, and what to know about it."""

    path: Path
    told: str
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Work:
    """A notebook to hand in, with the pictures that its text shows, by their path from it."""

    chapter: str
    path: Path
    pictures: dict[str, bytes]


def pack(what: Path) -> Packed:
    """Make what a student uploads of the notebook or folder ``what``.

    Raises :class:`NotPacked` where nothing could be handed in, or not all of it.
    """
    if not what.exists():
        raise NotPacked(f"{what} is not there; name a folder of notebooks, or a notebook")
    notes: list[str] = []
    by_chapter: dict[str, list[Work]] = defaultdict(list)
    for path in _notebooks(what):
        work = _work(path, notes, is_named=not what.is_dir())
        if work is not None:
            by_chapter[work.chapter].append(work)
    for chapter, found in by_chapter.items():
        if len(found) > 1:
            told = ", ".join(str(one.path) for one in found)
            raise NotPacked(f"{chapter} is there {len(found)} times ({told}): keep one, or name it")
    works = [found[0] for found in by_chapter.values()]
    if not works:
        why = "; ".join(notes) or "no notebook of the course is there"
        raise NotPacked(f"{what} holds nothing to hand in: {why}")
    if len(works) == 1 and not works[0].pictures:
        return Packed(works[0].path, f"{works[0].chapter}: upload this file as it is", notes)
    folder = what if what.is_dir() else what.parent
    return _archive(works, folder / ARCHIVE, notes)


def _notebooks(what: Path) -> Iterator[Path]:
    """Notebooks in a folder and in its folders, those aside that programs put there."""
    if not what.is_dir():
        yield what
        return
    for path in sorted([*what.glob(f"*{NOTEBOOK}"), *what.glob(f"*/*{NOTEBOOK}")]):
        if not any(part.startswith(".") for part in path.relative_to(what).parts):
            yield path


def _work(path: Path, notes: list[str], is_named: bool) -> Work | None:
    """What there is to hand in of one notebook; a note where it is nothing."""
    try:
        handed = read_notebook(path)
    except NotChecked as error:
        if is_named or parsed(path.read_bytes()).get("cells") != []:  # not just an empty one
            raise NotPacked(f"{error}; it could not be collected") from error
        handed = Handed([], [])
    chapter = _chapter(handed.cells)
    if not chapter:
        if is_named:
            raise NotPacked(f"{path} is no notebook of the course, as far as its cells tell")
        notes.append(f"{path}: no notebook of the course, left out")
        return None
    if not is_named and not _is_begun(path, handed.cells):
        notes.append(f"{path}: nothing is answered, left out")
        return None
    empty = [
        name for name, is_answered in sort_cells(handed.cells).written.items() if not is_answered
    ]
    if empty:
        notes.append(f"{path}: written questions without an answer: {', '.join(empty)}")
    return Work(chapter, path, _pictures(path, handed.cells, notes))


def _chapter(cells: Sequence[NotebookCell]) -> str:
    """The chapter that most cells say they are of."""
    found = [match["chapter"] for cell in cells if (match := CELL_ID.fullmatch(cell.id))]
    return max(sorted(set(found)), key=found.count, default="")


def _is_begun(path: Path, cells: Sequence[NotebookCell]) -> bool:
    """Whether anything differs from what was handed out; yes where nobody can tell."""
    originals = carried(parsed(path.read_bytes())).cells
    stubs = {cell.grade_id: cell.source for raw in originals if (cell := as_cell(raw))}
    if not stubs:
        return True
    known = {cell.grade_id: cell.source for cell in cells if cell.grade_id in stubs}
    own = [cell for cell in cells if CELL_ID.fullmatch(cell.id) is None and cell.source.strip()]
    return bool(own) or any(known[name].strip() != stubs[name].strip() for name in known)


def _pictures(path: Path, cells: Sequence[NotebookCell], notes: list[str]) -> dict[str, bytes]:
    """The pictures in files that the notebook's text shows. Adds what is wrong with one."""
    found: dict[str, bytes] = {}
    home = path.resolve().parent
    for cell in cells:
        for match in () if cell.is_code else PICTURE.finditer(cell.source):
            name = unquote(match["markdown"] or match["html"])
            if ":" in name or name in found:  # an address, or attached to the cell
                continue
            file = (home / name).resolve()
            if not file.is_relative_to(home):
                notes.append(f"{path}: {name} lies outside of the notebook's folder: not handed in")
            elif not file.is_file():
                notes.append(f"{path}: {name} is shown in the text and is not there")
            elif not name.lower().endswith(SHOWN):
                notes.append(f"{path}: {name} is not shown when graded; PNG, JPEG and GIF are")
            else:
                found[file.relative_to(home).as_posix()] = file.read_bytes()
    if sum(map(len, found.values())) > MAX_PICTURES:
        raise NotPacked(f"the pictures of {path} are larger than {MAX_PICTURES // 2**20} MiB")
    return found


def _archive(works: Sequence[Work], path: Path, notes: list[str]) -> Packed:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for work in works:
            files = {f"{work.chapter}{NOTEBOOK}": work.path.read_bytes(), **work.pictures}
            for name, file in files.items():
                entry = zipfile.ZipInfo(f"{work.chapter}/{name}", FIXED_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, file)
    if content.tell() > MAX_ARCHIVE:
        raise NotPacked(
            f"the archive would be larger than {MAX_ARCHIVE // 2**20} MiB, and not be taken;"
            " clear the outputs of the notebooks, or hand in one after the other"
        )
    write_bytes_atomically(path, content.getvalue())
    pictures = sum(len(work.pictures) for work in works)
    beside = f" and {pictures} picture{'s' * (pictures > 1)}" if pictures else ""
    told = f"{', '.join(work.chapter for work in works)}{beside}: upload this file"
    if len(works) > 1:
        notes = [*notes, "to hand in one chapter alone: autograder pack NOTEBOOK"]
    return Packed(path, told, notes)
