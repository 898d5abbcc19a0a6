"""Who is in the class, from the table that Moodle, Canvas or a spreadsheet exports."""

from __future__ import annotations

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.errors import UserError
from autograder.files import write_private

ROSTER = "roster.csv"  #: its name in the class folder
MAX_BYTES = 16 * 2**20
DELIMITERS = ",;\t"
#: headings of each column, as platforms and people write them, the surest first; compared by
#: their letters and digits alone
HEADINGS = {
    "first_name": "first name, given name, forename, firstname, vorname, prénom, nombre, nome",
    "last_name": "last name, surname, family name, lastname, nachname, familienname, "
    "nom de famille, nom, apellido(s), apellidos, cognome",
    "name": "student, full name, student name, name, vollständiger name, nom complet",
    "email": "email address, email, e-mail, mail, e-mail-adresse, adresse de courriel, "
    "dirección de correo, indirizzo email",
    "section": "section, sections, group, group name, gruppe",
    "id": "student id, student number, matriculation number, matrikelnummer, student_id",
    "moodle_id_number": "id number, id-nummer, numéro d'identification, número de id, codice id",
    "moodle_username": "username, user name, anmeldename, nom d'utilisateur, nombre de usuario",
    "moodle_participant": "identifier, bezeichner",
    "canvas_id": "canvas id, canvas user id",
    "sis_user_id": "sis user id, sis id",
    "sis_login_id": "sis login id, login id",
}
#: columns that name a student on a platform, kept as they are
PLATFORM_IDS = tuple(name for name in HEADINGS if name.startswith(("moodle", "canvas", "sis")))
#: where a student's id is taken from: the first of these that the table has
ID_COLUMNS = ("id", "moodle_id_number", "sis_user_id", "moodle_username", "sis_login_id")
LAST_RESORTS = ("canvas_id", "email")
#: of Canvas: its own lines among those of students
NOT_STUDENTS = re.compile(r"\s*(?:Points Possible|Student, Test|Test Student)\s*", re.IGNORECASE)
#: a number that a spreadsheet was told to leave alone: ="00123"
AS_TEXT = re.compile(r'="(.*)"')
#: of the table that a class folder keeps; platforms' columns follow
OWN_HEADINGS = ("Student ID", "First name", "Last name", "Email", "Section")
MAX_ID = 200  #: bytes; it is the name of a folder


class RosterError(UserError):
    """A roster cannot be used; the message says which line and why."""


@dataclass(frozen=True)
class Student:
    """One student; ``id`` names the folder in ``submitted/`` and the row in the gradebook."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    section: str = ""
    #: by the names in :data:`PLATFORM_IDS`, only those that are not empty
    platform_ids: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """Their full name, or the id where no name is known."""
        return f"{self.first_name} {self.last_name}".strip() or self.id


@dataclass(frozen=True)
class Roster:
    """The students of a class, in the order of the table they were read from."""

    students: tuple[Student, ...] = ()
    #: the heading that each column was taken from, to be shown
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __iter__(self) -> Iterator[Student]:
        return iter(self.students)

    def __len__(self) -> int:
        return len(self.students)

    @property
    def by_id(self) -> dict[str, Student]:
        """The students by their id."""
        return {student.id: student for student in self.students}

    @classmethod
    def read(cls, path: Path) -> Roster:
        """Read an exported table. Raises :class:`RosterError` with the line of what is wrong."""
        rows = _rows(path, _text(path))
        headings = next(((line, row) for line, row in rows if any(row)), None)
        if headings is None:
            raise RosterError(f"{path} is empty; expected is a table with a line of headings")
        columns = guess(headings[1])
        id_column = _id_column(path, headings, columns)
        _check_names(path, headings, columns)
        students = tuple(_students(path, rows, columns, id_column))
        if not students:
            raise RosterError(f"{path} has headings, and no student below them")
        shown = {name: headings[1][index] for name, index in columns.items()}
        shown["id"] = headings[1][columns[id_column]]
        return cls(students, shown)

    @classmethod
    def load(cls, class_folder: Path) -> Roster:
        """The roster that a class folder keeps, without students where it keeps none."""
        path = class_folder / ROSTER
        return cls.read(path) if path.exists() else cls()

    def save(self, class_folder: Path) -> Path:
        """Keep the roster in a class folder, for nobody else to read; returns its file."""
        kept = [name for name in PLATFORM_IDS if any(name in s.platform_ids for s in self)]
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*OWN_HEADINGS, *(HEADINGS[name].partition(",")[0] for name in kept)])
        for one in self.students:
            own = [one.id, one.first_name, one.last_name, one.email, one.section]
            writer.writerow(own + [one.platform_ids.get(name, "") for name in kept])
        path = class_folder / ROSTER
        write_private(path, file.getvalue())
        return path

    def find(self, who: str) -> Student:
        """The student whose id, e-mail or full name is ``who``, in any case.

        Raises :class:`RosterError` where that is nobody, or more than one.
        """
        wanted = _folded(who)
        for names in (
            lambda s: (s.id, *s.platform_ids.values()),
            lambda s: (s.email,),
            lambda s: (s.name, f"{s.last_name}, {s.first_name}", f"{s.last_name} {s.first_name}"),
        ):
            found = [one for one in self.students if wanted in map(_folded, names(one))]
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(one.id for one in found)
                raise RosterError(f"{who!r} may be several students: {ids}; say which by the id")
        known = {_folded(name): one for one in self.students for name in (one.id, one.name)}
        close = difflib.get_close_matches(wanted, known, n=1)
        meant = f"; do you mean {known[close[0]].id} ({known[close[0]].name})?" if close else ""
        raise RosterError(f"no student {who!r} in {ROSTER}{meant}")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise RosterError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise RosterError(f"{path} is larger than any roster (more than 16 MB)")
    if content.startswith(b"PK"):
        raise RosterError(f"{path} is a workbook or an archive; save the table as CSV first")
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RosterError(f"{path} is no text; save the table as CSV in UTF-8")


def _encodings(content: bytes) -> Sequence[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in content[:100]:
        return ("utf-16-le", "utf-16-be") if content[1:2] == b"\0" else ("utf-16-be", "utf-16-le")
    return ("utf-8-sig", "cp1252")


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Number of the first line, and cells, of each row."""
    lines = io.StringIO(text, newline="")
    skipped = 0
    stated = re.match(r"sep=(.)\r?\n", text)  # as Excel has it
    if stated:
        lines.readline()
        skipped = 1
    headings = next((line for line in text.splitlines()[skipped:] if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", headings)
    delimiter = stated[1] if stated else max(DELIMITERS, key=bare.count)
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1 + skipped
    try:
        for row in reader:
            yield line, [_cell(cell) for cell in row]
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise RosterError(f"{path}:{line}: no line of a table: {error}") from error


def _cell(text: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    as_text = AS_TEXT.fullmatch(text)
    return as_text[1] if as_text else text


def guess(headings: Sequence[str]) -> dict[str, int]:
    """The index of each column that a heading is known for."""
    found = [_letters(heading) for heading in headings]
    columns = {
        name: index
        for name, known in HEADINGS.items()
        for index in [next((found.index(k) for k in _known(known) if k in found), None)]
        if index is not None
    }
    if "id" in found:  # a platform's number beside its other ids, else the student's own
        is_canvas = "sis_user_id" in columns or "sis_login_id" in columns
        columns.setdefault("canvas_id" if is_canvas else "id", found.index("id"))
    return columns


def _known(headings: str) -> list[str]:
    return [_letters(heading) for heading in headings.split(",")]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _id_column(path: Path, headings: tuple[int, Sequence[str]], columns: Mapping[str, int]) -> str:
    for name in (*ID_COLUMNS, *LAST_RESORTS):
        if name in columns:
            return name
    line, found = headings
    raise RosterError(
        f"{path}:{line}: no column is known to hold ids of students; the headings are"
        f" {_listed(found)}; name one of them 'Student ID'"
    )


def _check_names(
    path: Path, headings: tuple[int, Sequence[str]], columns: Mapping[str, int]
) -> None:
    if not {"first_name", "last_name", "name"} & columns.keys():
        line, found = headings
        raise RosterError(
            f"{path}:{line}: no column is known to hold names; the headings are"
            f" {_listed(found)}; name two of them 'First name' and 'Last name'"
        )


def _listed(headings: Iterable[str]) -> str:
    return ", ".join(repr(heading) for heading in headings if heading) or "empty"


def _students(
    path: Path,
    rows: Iterator[tuple[int, list[str]]],
    columns: Mapping[str, int],
    id_column: str,
) -> Iterator[Student]:
    lines: dict[str, int] = {}
    for line, row in rows:
        values = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        if not any(values.values()) or NOT_STUDENTS.fullmatch(values.get("name", "")):
            continue
        student = _student(values, id_column)
        where = f"{path}:{line}"
        _check_id(where, student)
        before = lines.setdefault(_folded(student.id), line)
        if before != line:
            raise RosterError(
                f"{where}: the id {student.id!r} stands in line {before} already;"
                " every student needs an id of their own"
            )
        yield student


def _student(values: Mapping[str, str], id_column: str) -> Student:
    first, last = values.get("first_name", ""), values.get("last_name", "")
    if not first and not last:
        first, last = _split(values.get("name", ""))
    platform_ids = {name: values[name] for name in PLATFORM_IDS if values.get(name)}
    email, section = values.get("email", ""), values.get("section", "")
    return Student(values[id_column], first, last, email, section, platform_ids)


def _split(name: str) -> tuple[str, str]:
    """First and last name of ``Hopper, Grace`` or ``Grace Hopper``."""
    last, comma, first = name.partition(", ")
    if comma:
        return first, last
    first, _, last = name.rpartition(" ")
    return first, last


def _check_id(where: str, student: Student) -> None:
    id = student.id
    who = f" of {student.name}" if student.name else ""
    if not id:
        raise RosterError(f"{where}: the id{who} is empty; every student needs one")
    if id.startswith(".") or not id.isprintable() or {"/", "\\"} & set(id):
        raise RosterError(f"{where}: the id {id!r}{who} cannot be the name of a folder")
    if len(id.encode()) > MAX_ID:
        raise RosterError(f"{where}: the id{who} is longer than {MAX_ID} bytes")
