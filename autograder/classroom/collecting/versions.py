"""Every version that a student ever handed in, and which one of them counts.

``versions/STUDENT/ASSIGNMENT/TIME/`` holds them all; ``submitted/STUDENT/ASSIGNMENT/`` is made of
the one that counts. What somebody put there by hand is kept as a version, too, and takes the
place of all that were kept before it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import sha256
from pathlib import Path

from autograder.classroom.collecting.hand_ins import HandIn
from autograder.files import write_bytes_atomically, write_text
from autograder.grading.coordinator.marks import Deadline
from autograder.grading.coordinator.reading import is_folder, is_of_the_file, read_file, walk
from autograder.grading.coordinator.submissions import MAX_TIMESTAMP, TIMESTAMP
from autograder.grading.coordinator.timestamps import NoTime, read_timestamp
from autograder.notebook_files import MAX_BYTES
from autograder.release import Classroom

ABOUT = ".version.json"  #: a name that no file of a student has
STAMP = "%Y-%m-%dT%H.%M.%SZ"  #: a name of a folder on every kind of disk
JUST_LATE = timedelta(seconds=1)


@dataclass(frozen=True)
class Version:
    """One version of a hand-in, in a folder of its own."""

    folder: Path
    handed_in: datetime | None
    seen: datetime
    is_bound: bool  #: it was handed in before :attr:`seen`
    is_late: bool  #: the platform says so
    found: str
    digest: str  #: of its files
    kept: datetime  #: when it was put here
    is_by_hand: bool = False  #: somebody put it into ``submitted/``

    @property
    def at(self) -> datetime:
        """When it was handed in, as far as anybody knows, to sort by."""
        return self.handed_in or self.seen

    def time(self, deadline: Deadline) -> datetime | None:
        """The time to grade by; ``None`` where nobody knows, which counts as on time."""
        if self.handed_in is not None:
            return self.handed_in
        if self.is_late:  # at least by the deadline that the platform knew
            return deadline.due and deadline.due + JUST_LATE
        is_early = self.is_bound and deadline.own is not None and self.seen <= deadline.own
        return self.seen if is_early else None

    def is_on_time(self, deadline: Deadline) -> bool:
        time = self.time(deadline)
        return time is None or deadline.own is None or time <= deadline.own


def that_counts(versions: Sequence[Version], deadline: Deadline, is_last: bool) -> Version:
    """The last version before the student's own deadline, else the last one; or the last anyhow."""
    by_hand = [version.kept for version in versions if version.is_by_hand]
    later = [version for version in versions if not by_hand or version.kept >= max(by_hand)]
    ordered = sorted(later, key=lambda version: (version.at, version.seen))
    on_time = [version for version in ordered if is_last or version.is_on_time(deadline)]
    return (on_time or ordered)[-1]


def digest_of(files: Mapping[str, bytes]) -> str:
    """Hash of the files of a hand-in, whatever their time."""
    parts = (f"{name}\0{sha256(content).hexdigest()}" for name, content in sorted(files.items()))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def read_files(folder: Path) -> dict[str, bytes]:
    """All files of a hand-in but for its time; links, pipes and the like are left out.

    Raises :class:`OSError` where the machine does not let one be read: without it, what is left
    would be taken for another version.
    """
    files = {}
    for name in walk(folder):
        if name == TIMESTAMP:
            continue
        try:
            files[name] = read_file(folder / name, MAX_BYTES)
        except OSError as error:
            if not is_of_the_file(error):
                raise
    return files


class Shelf:
    """The versions of one student's hand-ins to one assignment."""

    def __init__(self, classroom: Classroom, student: str, assignment: str) -> None:
        self.student, self.assignment = student, assignment
        self.folder = versions_of(classroom) / student / assignment
        self.submitted = classroom.submitted / student / assignment

    @functools.cached_property
    def versions(self) -> list[Version]:
        """All versions that are kept, in the order of their folders."""
        names = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return [version for name in names if (version := _read_version(name)) is not None]

    def add(self, one: HandIn) -> Version | None:
        """Keep ``one``; returns ``None`` where it is kept already."""
        same = [version for version in self.versions if version.digest == digest_of(one.files)]
        if self._is_kept(one, same):
            return None
        version = self._keep(one)
        for other in same:  # its time was not known, and is now
            if one.handed_in and other.handed_in is None and one.handed_in <= other.seen:
                shutil.rmtree(other.folder)
                self.versions.remove(other)
        return version

    def _is_kept(self, one: HandIn, same: Sequence[Version]) -> bool:
        """Whether ``one`` tells nothing that a version of the ``same`` files does not."""
        if one.handed_in is not None:
            return any(version.handed_in == one.handed_in for version in same)
        before = [version for version in self.versions if version.at <= one.seen]
        if before:  # the same files may come again after others
            return max(before, key=lambda version: version.at) in same
        return bool(same) and not one.is_bound

    def adopt(self, zone: tzinfo | None) -> bool:
        """Keep what lies in ``submitted/`` unless it is a version; returns whether it was none."""
        files = read_files(self.submitted) if is_folder(self.submitted) else {}
        if not files or digest_of(files) in {version.digest for version in self.versions}:
            return False
        handed_in, seen = None, datetime.fromtimestamp(0, UTC).replace(tzinfo=None)
        with contextlib.suppress(OSError, NoTime):
            text = read_file(self.submitted / TIMESTAMP, MAX_TIMESTAMP)
            handed_in = read_timestamp(text.decode("utf-8-sig", "replace"), zone)
        for name in files:
            changed = (self.submitted / name).lstat().st_mtime
            seen = max(seen, datetime.fromtimestamp(changed, UTC).replace(tzinfo=None))
        found = f"submitted/{self.student}/{self.assignment}"
        one = HandIn(self.student, self.assignment, files, found, seen, handed_in)
        self._keep(one, is_by_hand=True)
        return True

    def put(self, version: Version, deadline: Deadline) -> bool:
        """Make ``submitted/`` hold ``version``; returns whether it did not before."""
        stamp = _stamp(version, deadline)
        if self._holds(version, stamp):
            return False
        new = self.submitted.with_name(f".{self.assignment}.part")
        old = self.submitted.with_name(f".{self.assignment}.old")
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)
        _write(new, read_files(version.folder))
        if stamp is not None:
            write_text(new / TIMESTAMP, stamp)
        if is_folder(self.submitted):  # a folder cannot take another's place in one step
            self.submitted.rename(old)
        new.rename(self.submitted)
        shutil.rmtree(old, ignore_errors=True)
        return True

    def may_change(self, deadline: Deadline) -> bool:
        """Whether another deadline may have changed what counts; a look that is cheap."""
        if len(self.versions) == 1 and is_folder(self.submitted):  # only its time may be another
            return self._stamp() != _stamp(self.versions[0], deadline)
        return bool(self.versions)

    def _holds(self, version: Version, stamp: str | None) -> bool:
        if not is_folder(self.submitted) or self._stamp() != stamp:
            return False
        return digest_of(read_files(self.submitted)) == version.digest

    def _stamp(self) -> str | None:
        with contextlib.suppress(OSError):
            content = read_file(self.submitted / TIMESTAMP, MAX_TIMESTAMP)
            return content.decode("utf-8", "replace")
        return None

    def _keep(self, one: HandIn, is_by_hand: bool = False) -> Version:
        name = (one.handed_in or one.seen).strftime(STAMP)
        number, folder = 1, self.folder / name
        while folder.exists():
            number += 1
            folder = self.folder / f"{name}-{number}"
        version = Version(
            folder,
            one.handed_in,
            one.seen,
            one.is_bound,
            one.is_late,
            one.found,
            digest_of(one.files),
            datetime.now(UTC).replace(tzinfo=None),
            is_by_hand,
        )
        part = folder.with_name(f".{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        _write(part, one.files)
        write_text(part / ABOUT, _about(version))
        part.rename(folder)
        self.versions.append(version)
        self.versions.sort(key=lambda version: version.folder)
        return version


def versions_of(classroom: Classroom) -> Path:
    """Where all versions are kept."""
    return classroom.folder / "versions"


def shelves(classroom: Classroom) -> Iterator[Shelf]:
    """The versions of every student and assignment."""
    for folder in sorted(versions_of(classroom).glob("*/*")):
        yield Shelf(classroom, folder.parent.name, folder.name)


def _stamp(version: Version, deadline: Deadline) -> str | None:
    """What ``timestamp.txt`` is to say, if there is to be one."""
    time = version.time(deadline)
    return f"{time:%Y-%m-%d %H:%M:%S.%f} UTC\n" if time else None


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        write_bytes_atomically(folder / name, content)


def _about(version: Version) -> str:
    about = dataclasses.asdict(version)
    del about["folder"]
    return json.dumps(about, indent=1, default=datetime.isoformat)


def _read_version(folder: Path) -> Version | None:
    """The version that is kept in ``folder``, ``None`` where that is no version."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        for name in ("handed_in", "seen", "kept"):
            about[name] = about[name] and datetime.fromisoformat(about[name])
        return Version(folder, **about)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
