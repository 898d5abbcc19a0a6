"""From what names say to students of the roster."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from autograder.classroom.collecting.archives import ARCHIVE
from autograder.classroom.collecting.layouts import Claim, read_file_name, read_folder
from autograder.classroom.roster import Roster, Student

#: between a student's id and other words in the name of a file
BETWEEN = re.compile(r"[\s_+,-]+")
#: letters of an id that is looked for among them: fewer may be the number of a copy
MIN_LETTERS = 3


class Unmatched(Exception):
    """Nobody can tell which student is meant; the message says why."""


@dataclass(frozen=True)
class Owner:
    """Whose file it is, by what in its path, and what comes after that."""

    student: Student
    group: str  #: files of the same hand-in have it in common
    rest: str  #: the file's own path, as the student named it
    claim: Claim | None  #: ``None`` where it lies in a folder that somebody named for the student
    is_a_students: bool  #: the folder around it was named by the student, too


class Matcher:
    """Finds students of a roster by what platforms and people call them."""

    def __init__(self, roster: Roster) -> None:
        self._by_word = _index(roster, _words)
        self._by_name = _index(roster, _names)
        self._by_id = _index(roster, lambda s: [_folded(s.id)] * (len(s.id) >= MIN_LETTERS))
        self._by_participant = _index(roster, lambda s: [_number(s, "moodle_participant")])
        self._by_canvas_id = _index(roster, lambda s: [_number(s, "canvas_id")])

    def owner(self, path: str) -> Owner:
        """Whose file lies at ``path``. Raises :class:`Unmatched`.

        The first name on the way that tells anything decides: what comes after it was named
        by the student, who may have written another's name there.
        """
        parts = path.split("/")
        why = ""
        for at, part in enumerate(parts):
            is_file = at == len(parts) - 1
            is_archive = part.lower().endswith(ARCHIVE)
            group = "/".join(parts[: at + 1])
            claim = read_file_name(part) if is_file else read_folder(part)
            if claim is None and is_archive:
                claim = read_file_name(part)
            if claim is not None:
                try:
                    student = self.claimed(claim)
                except Unmatched as error:
                    if claim.layout != "Canvas":  # a file of any name may look like one of those
                        raise
                    why = str(error)
                else:
                    group = "/".join([*parts[:at], claim.group])
                    rest = [claim.file, *parts[at + 1 :]] if claim.file else parts[at + 1 :]
                    is_a_students = claim.layout != "exchange" or _has_archive(rest)
                    return Owner(student, group, "/".join(rest), claim, is_a_students)
            named = self._named(part, is_file or is_archive)
            if named is not None:
                if is_file:
                    return Owner(named, group, part, None, False)
                rest = parts[at + 1 :]
                is_a_students = is_archive or _has_archive(rest)
                return Owner(named, group, "/".join(rest), None, is_a_students)
        raise Unmatched(why or "no student of the roster is named on the way to it")

    def claimed(self, claim: Claim) -> Student:
        """The student whom a platform means. Raises :class:`Unmatched`."""
        if claim.layout == "exchange":
            return _one(self._by_word.get(_folded(claim.id)), f"student {claim.id!r}")
        if claim.layout == "Moodle":
            # a participant's number is of one assignment, so another one says nothing
            found = self._by_participant.get(claim.id) or self._by_name.get(_letters(claim.name))
            return _one(found, claim.name, "Identifier")
        if not claim.id:
            raise Unmatched("Canvas hid the name of its student")
        found = self._by_canvas_id.get(claim.id) or [
            one
            for one in self._by_name.get(_letters(claim.name), ())
            if not one.platform_ids.get("canvas_id")
        ]
        return _one(found, f"{claim.name} ({claim.id})", "Canvas ID")

    def _named(self, part: str, is_file: bool) -> Student | None:
        """The only student for whom a folder, or a file, is named."""
        found = self._called(part)
        if not found and is_file:
            stem = part.partition(".ipynb")[0].removesuffix(ARCHIVE)
            found = self._called(stem) or self._at_an_end(stem)
        return found[0] if len(found) == 1 else None

    def _called(self, word: str) -> list[Student]:
        return self._by_word.get(_folded(word)) or self._by_name.get(_letters(word)) or []

    def _at_an_end(self, stem: str) -> list[Student]:
        """Students whose id begins or ends a name such as ``ada_line`` or ``line-ada``."""
        found: dict[str, Student] = {}
        for between in BETWEEN.finditer(stem):
            for word in (stem[: between.start()], stem[between.end() :]):
                found |= {one.id: one for one in self._by_id.get(_folded(word), ())}
        return list(found.values())


def _index(roster: Roster, names: Callable[[Student], Iterable[str]]) -> dict[str, list[Student]]:
    index: dict[str, dict[str, Student]] = defaultdict(dict)
    for student in roster:
        for name in filter(None, names(student)):
            index[name][student.id] = student
    return {name: list(found.values()) for name, found in index.items()}


def _words(student: Student) -> list[str]:
    others = (v for k, v in student.platform_ids.items() if k != "moodle_participant")
    return [
        _folded(student.id),
        *(_folded(word) for word in (student.email, *others) if len(word) >= MIN_LETTERS),
    ]


def _names(student: Student) -> list[str]:
    first, last = student.first_name, student.last_name
    return [_letters(first + last), _letters(last + first)]


def _number(student: Student, kind: str) -> str:
    """The number in ``Participant 123``."""
    return "".join(re.findall(r"\d+", student.platform_ids.get(kind, ""))[-1:])


def _has_archive(parts: Iterable[str]) -> bool:
    return any(part.lower().endswith(ARCHIVE) for part in parts)


def _one(found: Iterable[Student] | None, who: str, column: str = "") -> Student:
    students = list(found or ())
    if len(students) == 1:
        return students[0]
    if not students:
        raise Unmatched(f"{who} is not in the roster")
    ids = ", ".join(one.id for one in students)
    told = f"; the column {column!r} of the roster can say which" if column else ""
    raise Unmatched(f"{who} may be {ids}{told}")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _letters(text: str) -> str:
    """As platforms leave of a name whatever may be in the name of a file."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()
