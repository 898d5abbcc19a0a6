"""The files in an archive or a folder, as data: nothing is unpacked, and there is a most of all.

Whatever an instructor was given holds files of students, which may be anything: names that lead
elsewhere, links, archives that unpack to more than any disk. Of each there is a :class:`File`,
whose ``problem`` says why it cannot be taken.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from autograder.errors import UserError
from autograder.grading.coordinator.reading import read_file
from autograder.notebook_files import MAX_BYTES

MAX_FOLDERS = 12  #: within each other
MAX_IN_FOLDER = 200_000  #: files of a folder, which may be a term's exchange


@dataclass(frozen=True)
class Most:
    """What an archive may hold. Deflated text shrinks to a tenth, never to a thousandth."""

    files: int
    total: int  #: bytes of all files, unpacked
    free: int  #: bytes that may be unpacked whatever the ratio
    ratio: int = 200  #: of what is unpacked to the archive


OF_A_CLASS = Most(files=50_000, total=16 * 2**30, free=2**30)
OF_A_STUDENT = Most(files=2_000, total=2**28, free=2**26)
MAX_WITHIN = 16 * 2**20  #: bytes of an archive within an archive
#: methods that platforms use; others may take gigabytes of memory
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED, IN_UTF_8 = 0x1, 0x800  #: flags of an entry
AT_THE_ROOT = re.compile(r"/|[A-Za-z]:/")
ARCHIVE = ".zip"


class SourceError(UserError):
    """What was to be collected cannot be read at all; the message says why."""


class NotTaken(Exception):
    """A file cannot be read; the message says why."""


@dataclass(frozen=True)
class File:
    """A file that was handed in, wherever it lies."""

    path: str  #: in the archive or folder, with slashes
    read_up_to: Callable[[int], bytes]
    seen: datetime  #: when it, or the archive that it is in, came here (UTC, as nbgrader has it)
    is_within: bool = False  #: within an archive, so that :attr:`seen` is after it was handed in
    problem: str = ""

    def read(self, most: int = MAX_BYTES) -> bytes:
        """Content of up to ``most`` bytes. Raises :class:`NotTaken`."""
        if self.problem:
            raise NotTaken(self.problem)
        return self.read_up_to(most)


@contextlib.contextmanager
def files_of(path: Path) -> Iterator[list[File]]:
    """All files in an archive, in a folder and in archives in it, or the one that ``path`` is.

    They can be read until the end of the context. Raises :class:`SourceError` where there is
    nothing to read.
    """
    with contextlib.ExitStack() as stack:
        if path.is_dir():
            yield list(_in_folder(path, stack))
        elif not path.is_file():
            raise SourceError(f"{path} is no archive and no folder")
        elif path.name.lower().endswith(ARCHIVE) or zipfile.is_zipfile(path):
            try:
                yield list(_in_archive(path, "", stack))
            except NotTaken as error:
                raise SourceError(f"{path} cannot be collected: {error}") from error
        else:
            yield [_on_disk(path, path.name)]


def _nothing(most: int) -> bytes:
    return b""


def _problem(path: str, why: str, seen: datetime, is_within: bool = False) -> File:
    return File(path, _nothing, seen, is_within, problem=why)


# --- folders


def _in_folder(folder: Path, stack: contextlib.ExitStack) -> Iterator[File]:
    for count, file in enumerate(_walk(folder)):
        if count == MAX_IN_FOLDER:
            raise SourceError(
                f"{folder} holds more than {MAX_IN_FOLDER:,} files; name a part of it"
            )
        if file.path.lower().endswith(ARCHIVE) and not file.problem:
            try:
                within = list(_in_archive(folder / file.path, f"{file.path}/", stack))
            except NotTaken as error:
                within = [_problem(file.path, str(error), file.seen)]
            yield from within
        else:
            yield file


def _walk(folder: Path) -> Iterator[File]:
    """All files below ``folder``, in a fixed order; links are among them, and not followed."""
    folders = [(folder, "", 0)]
    while folders:
        here, prefix, depth = folders.pop()
        try:
            entries = sorted(here.iterdir())
        except OSError as error:
            if not prefix:
                raise SourceError(f"{here} cannot be read: {error.strerror}") from error
            yield _problem(prefix, f"the folder cannot be read: {error.strerror}", _now())
            continue
        below = []
        for entry in entries:
            path = prefix + entry.name
            if entry.is_symlink() or not entry.is_dir():
                yield _on_disk(entry, path)
            elif depth == MAX_FOLDERS:
                yield _problem(path, f"a folder within {MAX_FOLDERS} others", _now())
            else:
                below.append((entry, f"{path}/", depth + 1))
        folders += reversed(below)


def _on_disk(file: Path, path: str) -> File:
    try:
        about = file.lstat()
    except OSError as error:
        return _problem(path, f"it cannot be read: {error.strerror}", _now())
    seen = _utc(about.st_mtime)
    if stat.S_ISLNK(about.st_mode):
        return _problem(path, "it is a link, and links are not followed", seen)
    if not stat.S_ISREG(about.st_mode):
        return _problem(path, "it is no ordinary file", seen)

    def read(most: int) -> bytes:
        try:
            return read_file(file, most)
        except OSError as error:
            raise NotTaken(f"it cannot be read: {error.strerror}") from error

    return File(path, read, seen)


def _utc(seconds: float) -> datetime:
    with contextlib.suppress(OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
    return _now()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


# --- archives


def _in_archive(path: Path, prefix: str, stack: contextlib.ExitStack) -> Iterator[File]:
    """The files of an archive on the disk. Raises :class:`NotTaken` for all of it."""
    if os.path.islink(path) and prefix:
        raise NotTaken("it is a link, and links are not followed")
    try:
        about, opened = path.stat(), path.open("rb")
    except OSError as error:
        raise NotTaken(f"it cannot be read: {error.strerror}") from error
    stack.enter_context(opened)
    archive = _open(opened)
    seen = _utc(about.st_mtime)
    for entry in _entries(archive, about.st_size, OF_A_CLASS):
        file = _entry(archive, entry, prefix, seen)
        if file.path.lower().endswith(ARCHIVE) and not file.problem:
            yield from _within(file)
        else:
            yield file


def _open(file: io.BufferedIOBase) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except Exception as error:  # of a torn or forged list of files there are a dozen kinds
        raise NotTaken("it is no zip archive, or a torn one") from error


def _entries(archive: zipfile.ZipFile, size: int, most: Most) -> list[zipfile.ZipInfo]:
    """All that is no folder. Raises :class:`NotTaken` where it is more than anybody hands in."""
    # not by `is_dir`, which before Python 3.12 fails at a name that is empty
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if len(entries) > most.files:
        raise NotTaken(f"it holds more than {most.files:,} files")
    total = sum(entry.file_size for entry in entries if entry.file_size <= MAX_BYTES)
    if total > min(most.total, max(most.free, most.ratio * size)):
        raise NotTaken(f"it would unpack to {total / 2**30:,.1f} GiB, far more than its size")
    return entries


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, prefix: str, seen: datetime) -> File:
    name = _name(entry)
    why = _problem_of(entry, name)
    if why:
        return _problem(prefix + name, why, seen, is_within=True)
    path = prefix + "/".join(part for part in name.split("/") if part not in ("", "."))

    def read(most: int) -> bytes:
        if entry.file_size > most:
            raise NotTaken(f"it is larger than {most // 2**20} MiB")
        try:
            with archive.open(entry) as file:
                return file.read(most)  # never more than it said
        except Exception as error:  # as for the list
            raise NotTaken("it is torn in the archive") from error

    return File(path, read, seen, is_within=True)


def _name(entry: zipfile.ZipInfo) -> str:
    """Its name with slashes. Many programs write UTF-8 and do not say so."""
    name = entry.orig_filename
    if not entry.flag_bits & IN_UTF_8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _problem_of(entry: zipfile.ZipInfo, name: str) -> str:
    """Why an entry cannot be taken, or ``""``."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "it is a link, and links are not followed"
    if kind not in (0, stat.S_IFREG):
        return "it is no ordinary file"
    if "\0" in name or not name.strip("/. "):
        return "its name is no name of a file"
    if AT_THE_ROOT.match(name) or ".." in name.split("/"):
        return "its name leads out of the archive"
    if entry.flag_bits & ENCRYPTED:
        return "it is locked with a password"
    if entry.compress_type not in METHODS:
        return "it is packed in an unusual way; unpack the archive and collect the folder"
    return ""


def _within(outer: File) -> Iterator[File]:
    """The files of an archive that a student handed in."""
    try:
        content = outer.read(MAX_WITHIN)
        archive = _open(io.BytesIO(content))
        entries = _entries(archive, len(content), OF_A_STUDENT)
    except NotTaken as error:
        yield _problem(outer.path, f"an archive: {error}", outer.seen, is_within=True)
        return
    for index, entry in enumerate(entries):
        file = _entry(archive, entry, f"{outer.path}/", outer.seen)

        def read(most: int, index: int = index) -> bytes:
            # opened again each time: all archives of a class would fill the memory
            again = _open(io.BytesIO(outer.read(MAX_WITHIN)))
            inner = _entries(again, len(content), OF_A_STUDENT)[index]
            return _entry(again, inner, "", outer.seen).read(most)

        yield File(file.path, read, file.seen, is_within=True, problem=file.problem)
