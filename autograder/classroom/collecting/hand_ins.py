"""From files to what each student handed in for each assignment; a line on whatever is neither."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from autograder.classroom.collecting.archives import ARCHIVE, File, NotTaken
from autograder.classroom.collecting.layouts import Layout
from autograder.classroom.collecting.whose import Matcher, Owner, Unmatched
from autograder.grading.coordinator.attached_pictures import MAX_NAME
from autograder.grading.coordinator.reading import LITTER, MAX_DEPTH
from autograder.grading.coordinator.submissions import (
    ENDINGS,
    MAX_TIMESTAMP,
    NOTEBOOK,
    OWN,
    TIMESTAMP,
)
from autograder.grading.coordinator.timestamps import NoTime, read_timestamp
from autograder.grading.coordinator.which_assignment import Assignments, meant_by, said_by

MAX_TOLD_APART = 16 * 2**20  #: bytes of a notebook that is read to find out what it is
MAX_FILES = 200  #: of a hand-in that are kept
MAX_KEPT = 2**28  #: bytes of them
#: what nbgrader's exchange puts beside a hand-in
OF_THE_EXCHANGE = (TIMESTAMP, "submission_secret.txt")
#: what programs leave in folders and archives by themselves
SYSTEM = (*LITTER, ".ds_store", ".ipynb_checkpoints", ".git", ".localized")


@dataclass(frozen=True)
class Told:
    """A file that was not collected, and why."""

    path: str
    why: str


@dataclass(frozen=True)
class HandIn:
    """What one student handed in at one time for one assignment."""

    student: str
    assignment: str
    files: Mapping[str, bytes]  #: by their path; the notebook's is ``ASSIGNMENT.ipynb``
    found: str  #: path of the notebook in what was collected
    seen: datetime  #: when it came to this machine (UTC, as nbgrader has all times)
    handed_in: datetime | None = None
    is_bound: bool = False  #: it was handed in before :attr:`seen`
    is_late: bool = False  #: the platform says so
    layout: Layout | None = None
    notes: tuple[str, ...] = ()

    def without_files(self) -> HandIn:
        """The same, but for what it holds."""
        return replace(self, files={})


@dataclass
class Sorted:
    """All that was found in what is collected, but for hand-ins."""

    told: list[Told] = field(default_factory=list)
    unmatched: list[Told] = field(default_factory=list)
    left_aside: int = 0  #: files that programs left there


@dataclass(frozen=True)
class _Owned:
    file: File
    owner: Owner

    @property
    def name(self) -> str:
        return posixpath.basename(self.owner.rest)

    @property
    def home(self) -> str:
        return posixpath.dirname(self.owner.rest)


def sort_out(
    files: Iterable[File],
    matcher: Matcher,
    assignments: Assignments,
    found: Sorted,
    *,
    otherwise: str = "",
    zone: tzinfo | None = None,
) -> Iterator[HandIn]:
    """Yield every hand-in among ``files``; the rest is noted in ``found``.

    ``otherwise`` is the assignment of notebooks that do not say to which they belong.
    """
    groups: dict[tuple[str, str], list[_Owned]] = defaultdict(list)
    for file in files:
        if any(part.lower() in SYSTEM or part.startswith("._") for part in file.path.split("/")):
            found.left_aside += 1
        elif file.problem:
            found.told.append(Told(file.path, file.problem))
        else:
            try:
                owner = matcher.owner(file.path)
            except Unmatched as error:
                found.unmatched.append(Told(file.path, str(error)))
            else:
                groups[owner.student.id, owner.group].append(_Owned(file, owner))
    for group in groups.values():
        yield from _Group(group, assignments, found, otherwise, zone).hand_ins()


class _Group:
    """The files that one student handed in at once."""

    def __init__(
        self,
        files: Sequence[_Owned],
        assignments: Assignments,
        found: Sorted,
        otherwise: str,
        zone: tzinfo | None,
    ) -> None:
        self.owner = files[0].owner
        self.assignments, self.found, self.otherwise = assignments, found, otherwise
        self.zone = zone
        self.by_place = {one.owner.rest: one for one in files}
        self.files = files
        self.room = MAX_KEPT

    def hand_ins(self) -> Iterator[HandIn]:
        notebooks: dict[str, list[tuple[_Owned, bytes]]] = defaultdict(list)
        others = []
        # a script is taken where there is no notebook, and may be anything where there is one
        for one in sorted(self.files, key=lambda one: not one.name.lower().endswith(NOTEBOOK)):
            if one.owner.claim and one.owner.claim.is_typed:
                layout = one.owner.claim.layout
                self._tell(one, f"it was typed into {layout}, and only files are graded")
            elif not one.name.lower().endswith(ENDINGS) or one.name in OWN:
                others.append(one)
            elif (read := self._read(one)) is not None:
                name = self._assignment_of(one, read)
                is_notebook = one.name.lower().endswith(NOTEBOOK)
                if not is_notebook and (not name or name in notebooks):
                    others.append(one)
                elif name:
                    notebooks[name].append((one, read))
                else:
                    self._tell(
                        one, "nobody can tell to which assignment it belongs; --assignment says so"
                    )
        beside = self._companions(others, [one for each in notebooks.values() for one, _ in each])
        for name, found in notebooks.items():
            yield self._hand_in(name, found, beside)

    def _tell(self, one: _Owned, why: str) -> None:
        self.found.told.append(Told(one.file.path, why))

    def _read(self, one: _Owned) -> bytes | None:
        try:
            content = one.file.read()
        except NotTaken as error:
            self._tell(one, str(error))
            return None
        if len(content) > self.room:
            self._tell(one, f"the hand-in is larger than {MAX_KEPT // 2**20} MiB")
            return None
        self.room -= len(content)
        return content

    def _assignment_of(self, one: _Owned, content: bytes) -> str:
        """What its cells say, else its name, its folders' names, the exchange's, the user's."""
        claim = one.owner.claim
        says = ""
        if len(content) <= MAX_TOLD_APART:
            says = said_by(one.name, content, self.assignments)
        above = one.file.path.split("/")[-2::-1]
        names = [one.name.partition(".")[0], *(folder.removesuffix(ARCHIVE) for folder in above)]
        if claim and claim.assignment:
            names.insert(1, claim.assignment)
        meant = (meant_by(name, self.assignments) for name in names)
        return says or next(filter(None, meant), self.otherwise)

    def _companions(
        self, others: Sequence[_Owned], notebooks: Sequence[_Owned]
    ) -> list[tuple[_Owned, bytes]]:
        """Files that lie beside a notebook or below it, read; the rest is told."""
        kept: list[tuple[_Owned, bytes]] = []
        homes = {one.home for one in notebooks}
        for one in others:
            if one.name in OF_THE_EXCHANGE:
                if one.owner.is_a_students:  # and no proof of a time
                    self._tell(
                        one, "only nbgrader's exchange and instructors put such a file there"
                    )
            elif not any(_is_below(one.owner.rest, home) for home in homes):
                is_archive = one.name.lower().endswith(ARCHIVE)
                why = "an archive" if is_archive else "no notebook, and none is beside it"
                self._tell(one, why)
            elif len(kept) == MAX_FILES:
                self._tell(one, f"there are more than {MAX_FILES} files beside the notebook")
            elif (content := self._read(one)) is not None:
                kept.append((one, content))
        return kept

    def _hand_in(
        self,
        name: str,
        found: Sequence[tuple[_Owned, bytes]],
        beside: Sequence[tuple[_Owned, bytes]],
    ) -> HandIn:
        notes = []
        names = _Names()
        files = _named(name, found, names)
        if len(files) > 1:
            told = ", ".join(map(repr, files))
            notes.append(f"{len(files)} notebooks: {told}; grading says which one it takes")
        homes = [one.home for one, _ in found]
        for one, content in beside:
            around = [home for home in homes if _is_below(one.owner.rest, home)]
            if not around:
                continue
            path = one.owner.rest.removeprefix(max(around, key=len)).lstrip("/")
            if why := names.unfit(path):
                self._tell(one, why)
            else:
                names.add(path)
                files[path] = content
        first = found[0][0]
        handed_in, why = self._time(first)
        if why:
            notes.append(why)
        claim = first.owner.claim
        return HandIn(
            self.owner.student.id,
            name,
            files,
            first.file.path,
            max(one.file.seen for one, _ in found),
            handed_in,
            all(one.file.is_within for one, _ in found),
            bool(claim and claim.is_late),
            claim.layout if claim else None,
            tuple(notes),
        )

    def _time(self, notebook: _Owned) -> tuple[datetime | None, str]:
        """When it was handed in, as far as whoever collects can know, and what is wrong with it."""
        texts = [notebook.owner.claim.time] if notebook.owner.claim else []
        if not notebook.owner.is_a_students:
            places = {posixpath.join(home, TIMESTAMP) for home in (notebook.home, "")}
            stamps = [one for place, one in self.by_place.items() if place in places]
            for one in sorted(stamps, key=lambda one: -len(one.owner.rest)):
                try:
                    texts.append(one.file.read(MAX_TIMESTAMP).decode("utf-8-sig", "replace"))
                except NotTaken as error:
                    return None, f"{TIMESTAMP}: {error}"
        why = ""
        for text in filter(None, texts):
            try:
                return read_timestamp(text, self.zone), ""
            except NoTime as error:
                why = f"{TIMESTAMP} {error}"
        return None, why


class _Names:
    """Which names of a hand-in's files are given, on any kind of disk."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def add(self, path: str) -> None:
        self._files.add(path.casefold())
        self._folders.update(_above(path))

    def unfit(self, path: str) -> str:
        """Why a file cannot be written under this name beside the notebook, or ``""``."""
        parts = path.split("/")
        is_given = path.casefold() in self._files | self._folders
        if is_given or not self._files.isdisjoint(_above(path)):
            return "another file of the hand-in has the same name"
        if len(parts) > MAX_DEPTH + 1:
            return f"it lies more than {MAX_DEPTH} folders below the notebook"
        if not all(
            len(p.encode("utf-8", "replace")) <= MAX_NAME and p.isprintable() for p in parts
        ):
            return "its name is too long, or not printable"
        if any(part.startswith(".") for part in parts):
            return "its name begins with a dot"
        return ""


def _above(path: str) -> set[str]:
    parts = path.casefold().split("/")
    return {"/".join(parts[:count]) for count in range(1, len(parts))}


def _named(
    assignment: str, found: Sequence[tuple[_Owned, bytes]], names: _Names
) -> dict[str, bytes]:
    """The notebooks of a hand-in by the names they get; copies of one another are one."""
    different: dict[bytes, _Owned] = {}
    # the one with the right name keeps it; grading takes that one first
    for one, content in sorted(found, key=lambda item: item[0].name != f"{assignment}.ipynb"):
        different.setdefault(content, one)
    files: dict[str, bytes] = {}
    for content, one in different.items():
        ending = next(e for e in ENDINGS if one.name.lower().endswith(e))
        name = f"{assignment}{ending}" if len(different) == 1 else one.name
        number = 1
        while names.unfit(name):
            number += 1
            name = f"{assignment} ({number}){ending}"
        names.add(name)
        files[name] = content
    return files


def _is_below(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")
