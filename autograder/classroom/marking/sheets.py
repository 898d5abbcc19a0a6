"""What is on a sheet: all answers to one question, without names, and what was given for them."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder.course import Chapter, Written
from autograder.errors import UserError
from autograder.grading.coordinator.by_hand import Asked, Given, read_by_hand
from autograder.grading.coordinator.grade_class import secret_file
from autograder.grading.coordinator.graded_notebook import read_graded_notebook
from autograder.release.classroom import Classroom

#: names that a spreadsheet does not take for numbers, dates or formulas
CONSONANTS, VOWELS = "bdfghklmnprstvwz", "aeiou"
SYLLABLES = 5
SHARE = re.compile(r"(\d{1,3})/(\d{1,3})")


@dataclass(frozen=True)
class Share:
    """Part ``number`` of ``of`` equal parts of all answers, the same whenever a sheet is made."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> Share:
        """Read ``2/3``. Raises :class:`UserError`."""
        found = SHARE.fullmatch(text.strip())
        if found is None or not 1 <= int(found[1]) <= int(found[2]):
            raise UserError(f"--share {text!r}: write 1/3, 2/3 and 3/3 for three people")
        return cls(int(found[1]), int(found[2]))

    def has(self, pseudonym: str) -> bool:
        """Whether the answer of this name is in it."""
        return int.from_bytes(hashlib.sha256(pseudonym.encode()).digest()) % self.of == (
            self.number - 1
        )


ALL = Share()


@dataclass(frozen=True)
class Answer:
    """One answer of a sheet."""

    pseudonym: str
    student: str  #: never on a sheet
    cell: nbformat.NotebookNode
    asked: Asked

    @property
    def given(self) -> Given:
        """What a person gave for it."""
        return self.asked.given

    @property
    def version(self) -> str:
        """A word for what is answered: another one, and the answer was changed."""
        attached = json.dumps(self.cell.get("attachments") or {}, sort_keys=True)
        return _word("".join(self.cell.source.split()) + attached)

    @property
    def before(self) -> str:
        """A word for what was given when the sheet was made."""
        return word_of(self.given)


@dataclass(frozen=True)
class Sheet:
    """The answers to one question of a chapter; those that wait for a mark come first."""

    chapter: Chapter
    question: Written
    answers: tuple[Answer, ...]
    share: Share = ALL

    @property
    def name(self) -> str:
        """Of its files, without their endings."""
        share = "" if self.share.of == 1 else f"-{self.share.number}of{self.share.of}"
        return f"{self.chapter.name}-{self.question.name}{share}"

    @property
    def waiting(self) -> int:
        """How many answers wait for a mark."""
        return sum(answer.asked.is_waiting for answer in self.answers)

    @property
    def comments(self) -> list[str]:
        """What was said of answers so far, the most frequent first, to be said again."""
        said = Counter(a.given.comment.strip() for a in self.answers if a.given.comment.strip())
        return [comment for comment, _ in said.most_common()]


def word_of(given: Given) -> str:
    """A word for a mark and its comment."""
    points = "" if given.points is None else f"{given.points:g}"
    return _word(f"{points} {' '.join(given.comment.split())}")


def read_sheets(
    classroom: Classroom, chapters: Sequence[Chapter], share: Share = ALL
) -> Iterator[Sheet]:
    """A sheet for each written question of ``chapters`` that somebody has answered."""
    secret = _secret(classroom)
    for chapter in chapters:
        if not chapter.written:
            continue
        asked = read_by_hand(classroom, chapter.name)
        notebooks = {student: _cells(classroom, student, chapter.name) for student, _ in asked}
        for question in chapter.written.values():
            found = [
                Answer(pseudonym, student, notebooks[student][name], one)
                for (student, name), one in asked.items()
                if name == question.name
                and name in notebooks[student]
                and (one.is_waiting or one.given.points is not None)
                and share.has(pseudonym := pseudonym_of(secret, student, chapter.name, name))
            ]
            found.sort(key=lambda one: (not one.asked.is_waiting, one.pseudonym))
            if found:
                yield Sheet(chapter, question, tuple(found), share)


def _cells(classroom: Classroom, student: str, chapter: str) -> dict[str, nbformat.NotebookNode]:
    """The cells of a graded notebook that hold written answers, by ``grade_id``."""
    path = folder_of(classroom, student, chapter) / f"{chapter}.ipynb"
    notebook = read_graded_notebook(path)
    cells = [] if notebook is None else notebook.cells
    return {
        about["grade_id"]: cell
        for cell in cells
        if cell.cell_type == "markdown"
        and (about := cell.metadata.get("nbgrader") or {}).get("grade")
    }


def folder_of(classroom: Classroom, student: str, chapter: str) -> Path:
    """Where the graded notebook lies, with the pictures that belong to it."""
    return classroom.autograded / student / chapter


def _secret(classroom: Classroom) -> bytes:
    try:
        return secret_file(classroom).read_bytes()
    except FileNotFoundError as error:
        raise UserError("nothing is graded yet; run `autograder grade` first") from error


def pseudonym_of(secret: bytes, student: str, chapter: str, question: str) -> str:
    """Another one for each question, so that an answer is read for itself."""
    whose = f"pseudonym\0{student}\0{chapter}\0{question}"
    return _spoken(hmac.digest(secret, whose.encode("utf-8", "surrogatepass"), "sha256"))


def _word(text: str) -> str:
    return _spoken(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())


def _spoken(digest: bytes) -> str:
    """``digest`` as a word that can be said: 80 to the fifth power of them."""
    number = int.from_bytes(digest)
    syllables = []
    for _ in range(SYLLABLES):
        number, vowel = divmod(number, len(VOWELS))
        number, consonant = divmod(number, len(CONSONANTS))
        syllables.append(CONSONANTS[consonant] + VOWELS[vowel])
    return "".join(syllables)
