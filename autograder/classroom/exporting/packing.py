"""Feedback pages as the archive in which a platform gives them to its students.

*Moodle* (https://docs.moodle.org/en/Assignment_settings, "Feedback files"; the action "Upload
multiple feedback files in a zip", ``mod/assign/feedback/file/importziplib.php``): each file lies in
a folder ``Full name_1234_assignsubmission_file_`` as in the download of all submissions, or has
that before its name. The number is the participant's in this assignment. A file takes the place of
one with its name, so a page that was made anew can be uploaded again.

*Canvas* ("How do I upload all student submissions for an assignment?", in the Instructor Guide on
https://community.canvaslms.com; ``infer_comment_context_from_filename`` in its
``app/models/abstract_assignment.rb``): files are called as those that were downloaded, and must not
be renamed; ``lovelaceada_LATE_12_345_line.ipynb`` holds the ids of the user and of the file that
was handed in, which has to be of the last attempt. The student sees it under the name of their own
file, so for a notebook it is one, and shows the page. What was typed into a form has no id of a
file, and cannot be given back.
"""

from __future__ import annotations

import base64
import html
import io
import json
import mimetypes
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.classroom.exporting.exported import Exported, listed
from autograder.classroom.exporting.matching import Called, matched
from autograder.classroom.exporting.tables import TableError
from autograder.classroom.standing import Released, Standing
from autograder.release.classroom import Classroom

Platform = Literal["moodle", "canvas"]
#: what was handed in through Moodle, or the folder around it
MOODLE = re.compile(
    r"(?P<begin>(?P<name>[^_/]+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext))"
    r"(?P<is_folder>_?/|_?\Z)?(?P<file>.*)",
    re.DOTALL,
)
#: what was handed in through Canvas; the first two numbers are ids
CANVAS = re.compile(
    r"(?P<name>[^_]+?)(?:_LATE)?_(?P<id>\d+)_(?P<file_id>\d+)_(?P<file>.+)", re.DOTALL
)
SOURCE = re.compile(r'(<img\b[^>]*?\bsrc=")([^":]+)(")')
MAIN = re.compile(r"<main>.*</main>", re.DOTALL)
ABOUT = ".version.json"  #: where `autograder collect` keeps what each file was called


@dataclass(frozen=True)
class Place:
    """Where a platform will look for one student's page."""

    called: Called
    name: str  #: of the file in the archive


def pack(
    classroom: Classroom,
    standing: Standing,
    chapter: Released,
    platform: Platform,
    download: Path | None,
) -> Exported:
    """The feedback on ``chapter`` as an archive for ``platform``.

    The names are those in ``download``, an archive or folder that the platform made, else those
    that `autograder collect` met. Raises :class:`TableError` where no name is known.
    """
    names = _names(download) if download else list(_collected(classroom, chapter.name))
    places = list(_places(names, platform, chapter.name))
    if not places:
        where = str(download) if download else f"what was collected of {chapter.name}"
        raise TableError(
            f"{where}: no file is called as {platform.capitalize()} calls them; give the download"
            f" of all submissions with --download FILE, one assignment at a time with -a"
        )
    students = matched([place.called for place in places], standing.students)
    pages: dict[str, tuple[str, str]] = {}  # where it goes and the page, by student
    ungraded = []
    for place, student in zip(places, students, strict=True):
        page = None if student is None else _page(classroom, student.id, chapter.name)
        if student is not None and page is not None:
            pages[student.id] = (place.name, page)
        elif student is not None:
            ungraded.append(student.id)
    unknown = [repr(p.called.name) for p, s in zip(places, students, strict=True) if s is None]
    lost = [
        student.id
        for student in standing.students
        if student.id not in pages and standing.results[student.id, chapter.name].mark
    ]
    told = {
        "no student of the class is called": unknown,
        "nothing graded, and no page": ungraded,
        f"a page, and no name at {platform.capitalize()}": lost,
    }
    notes = [f"{what}: {listed(whom)}" for what, whom in told.items() if whom]
    if lost:
        notes[-1] += f"; give them {classroom.feedback}/STUDENT/{chapter.name}/{chapter.name}.html"
    if not pages:
        raise TableError(f"{chapter.name}: {'; '.join(notes)}")
    return Exported(_zipped(pages.values()), len(pages), notes, THEN[platform])


def _zipped(pages: Iterable[tuple[str, str]]) -> bytes:
    """An archive of ``pages`` by their names; the same pages make the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, page in pages:
            about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            about.external_attr = 0o600 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            is_notebook = name.lower().endswith(".ipynb")
            archive.writestr(about, _as_notebook(page) if is_notebook else page)
    return content.getvalue()


THEN: dict[Platform, str] = {
    "moodle": "Moodle: the assignment, Submissions, Upload multiple feedback files in a zip",
    "canvas": "Canvas: the assignment, Upload Submissions; each page becomes a comment's file",
}


def _names(download: Path) -> list[str]:
    """The paths of all files in an archive or a folder; nothing is unpacked."""
    try:
        if download.is_dir():
            return [path.relative_to(download).as_posix() for path in sorted(download.rglob("*"))]
        with zipfile.ZipFile(download) as archive:
            return [one.filename for one in archive.infolist()]
    except zipfile.BadZipFile as error:
        raise TableError(f"{download} is no zip archive and no folder") from error


def _collected(classroom: Classroom, assignment: str) -> Iterator[str]:
    """What each version was called, the newest of a student last."""
    for path in sorted((classroom.folder / "versions").glob(f"*/{assignment}/*/{ABOUT}")):
        try:
            yield str(json.loads(path.read_text(encoding="utf-8"))["found"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            continue


def _places(names: Sequence[str], platform: Platform, assignment: str) -> Iterator[Place]:
    """A place for each student, the last of several; a notebook's before others."""
    found: dict[str, list[Place]] = defaultdict(list)
    for name in names:
        for key, place in _moodle(name, assignment) if platform == "moodle" else _canvas(name):
            found[key].append(place)
    for places in found.values():
        notebooks = [place for place in places if place.name.lower().endswith(".ipynb")]
        yield (notebooks or places)[-1]


def _moodle(path: str, assignment: str) -> Iterator[tuple[str, Place]]:
    parts = path.split("/")
    for at in range(len(parts)):
        one = MOODLE.fullmatch("/".join(parts[at:]))
        if one:
            begin = one["begin"].replace("_onlinetext", "_file")
            between = one["is_folder"] if one["is_folder"] and "/" in one["is_folder"] else "_"
            called = Called({"moodle_participant": one["id"]}, one["name"])
            yield one["id"], Place(called, f"{begin}{between}{assignment}.html")
            return


def _canvas(path: str) -> Iterator[tuple[str, Place]]:
    name = path.rpartition("/")[2]
    if one := CANVAS.fullmatch(name):
        yield one["id"], Place(Called({"canvas_id": one["id"]}, one["name"]), name)


def _page(classroom: Classroom, student: str, assignment: str) -> str | None:
    """The page with its pictures in it, so that it is one file."""
    folder = classroom.feedback / student / assignment
    try:
        page = (folder / f"{assignment}.html").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None

    def inlined(found: re.Match[str]) -> str:
        path = (folder / unquote(html.unescape(found[2]))).resolve()
        kind = mimetypes.guess_type(path.name)[0] or ""
        if not path.is_relative_to(folder.resolve()) or not kind.startswith("image/"):
            return found[0]
        try:
            data = base64.b64encode(path.read_bytes()).decode()
        except OSError:
            return found[0]
        return f"{found[1]}data:{kind};base64,{data}{found[3]}"

    return SOURCE.sub(inlined, page)


def _as_notebook(page: str) -> str:
    """A notebook that shows ``page``, for platforms that call it one."""
    main = MAIN.search(page)
    output = new_output("display_data", {"text/html": main[0] if main else page})
    told = "Your feedback. Your own notebook is as you handed it in."
    cells = [new_markdown_cell(told), new_code_cell("", outputs=[output])]
    for number, cell in enumerate(cells):
        cell.id = f"feedback-{number}"  # so that the same page is the same file
    return str(nbformat.writes(new_notebook(cells=cells)))
