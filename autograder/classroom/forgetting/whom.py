"""Who is to be forgotten, and how files call them."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.classroom.exporting.matching import SAME_AS, letters
from autograder.classroom.marking.sheets import pseudonym_of
from autograder.classroom.roster import PLATFORM_IDS, Student, guess

LEAST = 4  #: letters of an id that is looked for in text: a shorter one may be anything


@dataclass(frozen=True)
class Whom:
    """A student who is to be forgotten, the ids of all ``others``, and the secret of the class."""

    student: Student
    others: frozenset[str] = frozenset()
    secret: bytes = b""

    @property
    def id(self) -> str:
        """Their id."""
        return self.student.id

    def is_called(self, who: str) -> bool:
        """Whether ``who`` is their id, e-mail address or full name."""
        names = {self.id, self.student.email, *self.names} - {""}
        return _folded(who) in map(_folded, names)

    def pseudonym(self, chapter: str, question: str) -> str:
        """What their answer to ``question`` is called on a sheet."""
        return pseudonym_of(self.secret, self.id, chapter, question)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The full name in both orders; without a first or a last name, nothing that is sure."""
        first, last = self.student.first_name, self.student.last_name
        if not (first and last):
            return frozenset()
        return frozenset({f"{first} {last}", f"{last}, {first}", f"{last} {first}"})

    @functools.cached_property
    def _mention(self) -> re.Pattern[bytes]:
        """Every way to call them, in the bytes of a file."""
        ids = {self.id} if len(self.id) >= LEAST else set()
        names = {*self.names, self.student.email} - {""}
        if self.names:  # as Canvas calls files
            names.add(letters(self.student.last_name + self.student.first_name))
        parts = [
            rf"(?<![\w.@-]){_anyhow(ids)}(?![A-Za-z0-9@-])" if ids else "",
            rf"(?<![A-Za-z0-9]){_anyhow(names)}(?![A-Za-z0-9])" if names else "",
        ]
        pattern = "|".join(part for part in parts if part) or r"(?!)"
        return re.compile(pattern.encode("latin-1"), re.IGNORECASE)

    def is_in(self, content: bytes) -> bool:
        """Whether ``content`` calls them by id, name or e-mail address."""
        return self._mention.search(content) is not None

    def is_line(self, line: str) -> bool:
        """Whether a line of a log or of notes is about them, and not about another one."""
        begin, slash, _ = line.partition("/")
        if slash and begin == self.id:
            return True
        return not (slash and begin in self.others) and self.is_in(line.encode("utf-8", "replace"))

    def is_row(self, headings: Sequence[str], row: Sequence[str]) -> bool:
        """Whether a row of a table of students is theirs.

        The surest id that both know decides; without one, what a platform may have taken for its
        own id; then the name.
        """
        columns = guess(headings)
        for at, heading in enumerate(headings):  # as our own tables have it
            if _folded(heading) == "student" and not set(PLATFORM_IDS) & columns.keys():
                columns["id"] = at
        said = {kind: row[at] for kind, at in columns.items() if at < len(row) and row[at].strip()}
        own = {"id": self.id, "email": self.student.email, **self.student.platform_ids}
        for kind in SUREST_FIRST:
            if kind in said and own.get(kind):
                return _folded(said[kind]) == _folded(own[kind])
        if any("id" in SAME_AS[kind] and said[kind] == self.id for kind in SAME_AS.keys() & said):
            return True
        names = {_folded(name) for name in self.names}
        return any(_folded(cell) in names for cell in row)


SUREST_FIRST = ("id", *PLATFORM_IDS, "email")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _anyhow(words: Iterable[str]) -> str:
    """A pattern for any of ``words`` as files may spell it: composed or not, and as JSON has it."""
    spelled = {
        form
        for word in words
        for text in {word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)}
        for form in (text.encode("utf-8", "surrogatepass"), json.dumps(text)[1:-1].encode())
    }
    return f"(?:{'|'.join(re.escape(form).decode('latin-1') for form in sorted(spelled))})"
