"""How platforms name what students handed in: from a file's path to whom it says it is of.

Moodle (``mod/assign/classes/downloader.php``) makes a folder for each student and kind,
``Ada Lovelace_1234_assignsubmission_file/line.ipynb`` (with an ``_`` at its end before 2022), or
one name of all, ``Ada Lovelace_1234_assignsubmission_file_line.ipynb``. In the name of a student
are no ``_``; the number is the student's in this one assignment, or there is none where a
group without a name handed in.

Canvas (``lib/content_zipper.rb``) makes one name of the sortable name's letters, ``LATE``, the
ids of the user and of the file and the file's own name: ``lovelaceada_LATE_12_345_line-2.ipynb``;
typed texts and links end in ``_text.html`` and ``_link.html`` without an id of a file.

The exchange of nbgrader has a folder for each hand-in, ``ada+line+2027-01-31 22:10:05.123 UTC``,
with a random text at its end since 0.6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Layout = Literal["Moodle", "Canvas", "exchange"]

MOODLE = re.compile(
    r"(?P<name>[^_]+)(?:_(?P<id>\d+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?", re.S
)
CANVAS = re.compile(
    r"(?P<name>\w*?)(?P<late>_LATE)?_(?P<id>\d+)_(?:(?P<file_id>\d+)_(?P<file>.+)"
    r"|(?P<typed>text|link)(?:-\d+)?\.html)",
    re.I | re.S,
)
ANONYMOUS = re.compile(r"(?:LATE_)?anon_\w+?_\d+_.+", re.I | re.S)
EXCHANGE = re.compile(
    r"(?P<id>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d [^+]*)(?:\+(?P<random>[\w=-]+))?",
    re.S,
)


@dataclass(frozen=True)
class Claim:
    """What a name on the way to a file says of whose it is; nothing of it is known to be true."""

    layout: Layout
    group: str  #: what names of the same hand-in have in common
    name: str = ""  #: of the student, as the platform writes it
    id: str = ""  #: of the student, as the platform numbers them
    file: str = ""  #: the file's own name, where all is in one
    is_typed: bool = False  #: it was written into a form, and is no file of the student's
    is_late: bool = False
    assignment: str = ""
    time: str = ""


def read_folder(name: str) -> Claim | None:
    """What the name of a folder says, if it is a platform's."""
    if found := MOODLE.fullmatch(name):
        # a longer name is a file that was handed in as a folder, or an archive
        if not found["file"]:
            kind = found["kind"]
            return Claim("Moodle", name, found["name"], found["id"] or "", is_typed=kind != "file")
        return read_file_name(name)
    if found := EXCHANGE.fullmatch(name):
        assignment, time = found["assignment"], found["time"].strip()
        return Claim("exchange", name, id=found["id"], assignment=assignment, time=time)
    return None


def read_file_name(name: str) -> Claim | None:
    """What the name of a file says, if it is a platform's."""
    if (found := MOODLE.fullmatch(name)) and found["file"]:
        group = name[: found.start("file")]
        is_typed = found["kind"] != "file"
        return Claim("Moodle", group, found["name"], found["id"] or "", found["file"], is_typed)
    if ANONYMOUS.fullmatch(name):
        return Claim("Canvas", name, name="anonymous")
    if found := CANVAS.fullmatch(name):
        late = bool(found["late"])
        group = name[: found.end("id")]
        file, is_typed = found["file"] or name, bool(found["typed"])
        return Claim("Canvas", group, found["name"], found["id"], file, is_typed, late)
    return None
