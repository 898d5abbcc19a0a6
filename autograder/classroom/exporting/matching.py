"""Which row of a platform's table, or which file of its download, belongs to which student."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.classroom.roster import Student

#: what a platform says, and what of a roster may be the same: numbers of different kinds never are
SAME_AS = {
    "email": ("email", "id"),
    "moodle_id_number": ("moodle_id_number", "id"),
    "moodle_username": ("moodle_username", "id"),
    "moodle_participant": ("moodle_participant",),
    "canvas_id": ("canvas_id",),
    "sis_user_id": ("sis_user_id", "id"),
    "sis_login_id": ("sis_login_id", "id", "email"),
}


@dataclass(frozen=True)
class Called:
    """What a platform says of a student: ids by the keys of :data:`SAME_AS`, and the full name."""

    ids: Mapping[str, str] = field(default_factory=dict)
    name: str = ""


def matched(called: Sequence[Called], students: Iterable[Student]) -> list[Student | None]:
    """The student whom each of ``called`` means, ``None`` where it may be several, or nobody.

    An id decides before a name does. A name that two rows or two students have decides nothing,
    nor does one beside an id that is not the student's, or what would give two rows to one.
    """
    students = list(students)
    by_id = {kind: _index(students, _reader(fields)) for kind, fields in SAME_AS.items()}
    found = _unique([_by_ids(one, by_id) for one in called])
    taken = {student.id for student in found if student is not None}
    by_name = _index(students, lambda student: _orders(student.name, student.id))
    same = Counter(min(_orders(one.name), default="") for one in called)
    for at, one in enumerate(called):
        orders = _orders(one.name)
        if found[at] is not None or not orders or same[min(orders)] > 1:
            continue
        meant = {student.id: student for key in orders for student in by_name.get(key, [])}
        student = _only(list(meant.values()))
        if student and student.id not in taken and not _contradicts(one, student):
            found[at] = student
    return _unique(found)


def _by_ids(called: Called, index: Mapping[str, Mapping[str, list[Student]]]) -> Student | None:
    found = (_only(index[kind].get(_folded(id), [])) for kind, id in called.ids.items())
    return next(filter(None, found), None)


def _contradicts(called: Called, student: Student) -> bool:
    """Whether the platform's id of ``called`` is another than that of ``student``."""
    return any(
        id and _folded(student.platform_ids.get(kind, id)) != _folded(id)
        for kind, id in called.ids.items()
    )


def _reader(fields: Sequence[str]) -> Callable[[Student], list[str]]:
    """Reads the ``fields`` of a student."""

    def read(student: Student) -> list[str]:
        own = {"id": student.id, "email": student.email, **student.platform_ids}
        return [_folded(own.get(name, "")) for name in fields]

    return read


def _only(found: Sequence[Student]) -> Student | None:
    return found[0] if len(found) == 1 else None


def letters(text: str) -> str:
    """``text`` without case, accents and all that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _orders(*names: str) -> set[str]:
    """``names`` by their letters, from each of their words on: first or last name first."""
    found = set()
    for name in names:
        words = [word for word in map(letters, re.split(r"[\W_]+", name)) if word]
        found |= {"".join(words[at:] + words[:at]) for at in range(len(words))}
    return found


def _index(
    students: Iterable[Student], keys: Callable[[Student], Iterable[str]]
) -> dict[str, list[Student]]:
    index: dict[str, list[Student]] = defaultdict(list)
    for student in students:
        for key in set(keys(student)) - {""}:
            index[key].append(student)
    return dict(index)


def _unique(found: Sequence[Student | None]) -> list[Student | None]:
    """``found`` without the students that are in it twice."""
    count = Counter(student.id for student in found if student is not None)
    return [one if one is not None and count[one.id] == 1 else None for one in found]
