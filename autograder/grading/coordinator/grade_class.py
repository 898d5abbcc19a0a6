"""Grade a class: from what was handed in to gradebook, graded notebooks, feedback, journal.

Student's code runs in the pool's sandboxes; this process alone writes. Of each submission it
writes the journal's line last, so whatever was interrupted is done again by the next run.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import functools
import json
import secrets
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import nbformat
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.files import write_text
from autograder.grading.boundary.messages import Limits, Submission, Verdict
from autograder.grading.coordinator import pool
from autograder.grading.coordinator.attached_pictures import find_pictures, put_pictures
from autograder.grading.coordinator.feedback import FeedbackWriter
from autograder.grading.coordinator.gradebook import Assessment, Entered, GradebookWriter
from autograder.grading.coordinator.graded_notebook import (
    changed_answers,
    graded_notebook,
    read_graded_notebook,
)
from autograder.grading.coordinator.intake import Intake, Taken
from autograder.grading.coordinator.journal import Entry, Journal, course_key, key_of
from autograder.grading.coordinator.scores import points_of, scores_of
from autograder.grading.coordinator.submissions import (
    HandedIn,
    find_notebook,
    read_file,
    read_submitted_cells,
)
from autograder.grading.judge.sandbox import Mode
from autograder.notebook_files import MAX_BYTES, Unreadable
from autograder.release.classroom import Classroom, ClassroomError
from autograder.release.history import handed_out

MAX_TIMESTAMP = 1000  #: bytes of timestamp.txt
#: errors after which nothing can be written; any other one costs the submission it is met in
ENDS_ALL = (OSError, SQLAlchemyError)


@dataclass(frozen=True)
class Options:
    """How to grade."""

    jobs: int = 1
    force: bool = False
    run_all: bool = False
    mode: Mode = "bubblewrap"
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Graded:
    """One submission that is done; ``reason`` says why it could not be graded, if so."""

    handed_in: HandedIn
    entered: Entered | None = None
    reason: str = ""


class Grading:
    """One run over a class folder, as a context; raises what keeps it from starting."""

    def __init__(self, course: Course, classroom: Classroom, options: Options) -> None:
        self.course, self.classroom, self.options = course, classroom, options
        self.graded: list[str] = []  #: ids, in this run
        self._keys: dict[str, str] = {}
        self._refused: list[Graded] = []
        self._under_way: dict[str, tuple[HandedIn, Taken, str, float]] = {}
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Grading:
        self._stack.enter_context(_alone(self.classroom))
        self.secret = _secret(self.classroom)
        journal = Journal(self.classroom.state / "journal.jsonl")
        self.journal = self._stack.enter_context(journal)
        self.gradebook = self._stack.enter_context(GradebookWriter(self.classroom))
        self.feedback = FeedbackWriter(self.classroom)
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def due(self, handed_in: Iterable[HandedIn]) -> list[HandedIn]:
        """Those that were not graded yet as they would be now."""
        return [
            one
            for one in handed_in
            if self.options.force or not self.journal.has(one.id, self._key(one))
        ]

    def grade(self, handed_in: Iterable[HandedIn]) -> Iterator[Graded]:
        """Grade all of ``handed_in``, each yielded when everything of it is written.

        Raises :class:`SandboxError` where student's code cannot be shut in, and
        :class:`GradebookError` when the release does not fit the course.
        """
        handed_in = list(handed_in)
        names = dict.fromkeys(one.assignment for one in handed_in)
        intakes = {
            name: Intake(
                self.course.assignments[name],
                self.options.run_all,
                handed_out(self.classroom, name),
            )
            for name in names
        }
        checksums = {
            name: self.gradebook.checksums(name, points_of(self.course.assignments[name]))
            for name in names
        }
        settings = pool.Settings(
            self.course.root,
            self.secret,
            self.options.limits,
            self.options.mode,
            pictures=self.options.run_all,
        )
        coming = (self._submission(one, intakes[one.assignment]) for one in handed_in)
        submissions = (submission for submission in coming if submission is not None)
        for verdict in pool.grade_all(submissions, settings, self.options.jobs):
            one, taken, key, since = self._under_way.pop(verdict.submission)
            if isinstance(verdict, pool.Failure):
                yield Graded(one, reason=verdict.reason)
                continue
            try:
                graded = self._write(one, taken, key, since, verdict, checksums[one.assignment])
            except ENDS_ALL:
                raise
            except Exception as error:
                graded = Graded(one, reason=_fault(error))
            yield graded
        yield from self._refused

    def _submission(self, one: HandedIn, intake: Intake) -> Submission | None:
        """What the judge is given, or ``None`` when :attr:`_refused` says why it is nothing."""
        try:
            if not one.is_named:
                raise Unreadable("the name of the student's folder is not printable text")
            return self._taken(one, intake)
        except Exception as error:
            reason = str(error) if isinstance(error, Unreadable) else _fault(error)
            self._refused.append(Graded(one, reason=reason))
            return None

    def _taken(self, one: HandedIn, intake: Intake) -> Submission:
        key = self._key(one)
        path = find_notebook(one.folder, one.assignment)
        try:
            if path is None:
                raise Unreadable("there is no notebook in the folder")
            cells, notes = read_submitted_cells(path)
            if path.name != f"{one.assignment}.ipynb":
                notes.append(f"taken from {path.name!r}")
        except Unreadable as error:
            cells, notes = [], [f"nothing could be graded: {error}"]
        taken = intake.take(cells, notes)
        self._under_way[one.id] = (one, taken, key, time.monotonic())
        return Submission(one.id, one.assignment, taken.program)

    def _write(
        self,
        one: HandedIn,
        taken: Taken,
        key: str,
        since: float,
        verdict: Verdict,
        checksums: dict[str, str],
    ) -> Graded:
        chapter = self.course.assignments[one.assignment]
        pictures, left_out = find_pictures(one.folder)
        notes = [*taken.notes, *left_out, *verdict.notes]
        try:
            timestamp = _timestamp(one)
        except (ValueError, OverflowError, OSError):
            timestamp = None
            notes.append("timestamp.txt holds no time")
        notebook = graded_notebook(taken, verdict, checksums)
        path = self._file(self.classroom.autograded, one, ".ipynb")
        before = self.journal.entries.get(one.id)
        assessment = Assessment(
            one.student,
            one.assignment,
            scores_of(chapter, taken, verdict),
            frozenset(taken.unanswered),
            timestamp,
            changed=changed_answers(read_graded_notebook(path), notebook),
            outdated=frozenset(before.outdated if before else ()),
        )
        with self.gradebook.enter(assessment) as entered:
            write_text(path, json.dumps(notebook, ensure_ascii=False))
            self._write_page(one, notebook, entered)
            for folder in (self.classroom.autograded, self.classroom.feedback):
                put_pictures(folder / one.id, pictures)
        for name in entered.outdated:
            notes.append(f"{name}: the answer was changed after it was marked by hand")
        seconds = time.monotonic() - since
        page = self.feedback.made_from(entered)
        outdated = list(entered.outdated)
        self.journal.add(
            Entry(one.id, key, entered.mark, notes, seconds, time.time(), page, outdated)
        )
        self.graded.append(one.id)
        return Graded(one, entered)

    def bring_up_to_date(self, graded: Iterable[HandedIn]) -> int:
        """Take over into marks and feedback what changed in the gradebook since the grading.

        A deadline, an extension, what lateness costs, marks and comments by hand. No student's
        code runs. Returns how many feedback pages were written again.
        """
        by_assignment: dict[str, dict[str, HandedIn]] = defaultdict(dict)
        for one in graded:
            by_assignment[one.assignment][one.student] = one
        written = 0
        for name, by_student in by_assignment.items():
            standing = self.gradebook.bring_up_to_date(name, by_student)
            for student, entered in standing.items():
                written += self._renew_page(by_student[student], entered)
        return written

    def forget(self, ones: Iterable[HandedIn]) -> None:
        """Note that another program graded these: they are due again."""
        for one in ones:
            self.journal.add(Entry(one.id, key=""))

    def _renew_page(self, one: HandedIn, entered: Entered) -> bool:
        """Write the feedback page again unless it says what ``entered`` does."""
        entry = self.journal.entries.get(one.id) or Entry(one.id, key="")
        page = self.feedback.made_from(entered)
        if entry.page == page and self._file(self.classroom.feedback, one, ".html").exists():
            return False
        path = self._file(self.classroom.autograded, one, ".ipynb")
        notebook = read_graded_notebook(path)
        if notebook is None:
            return False
        self._write_page(one, notebook, entered)
        self.journal.add(dataclasses.replace(entry, page=page, score=entered.mark))
        return True

    def _write_page(self, one: HandedIn, notebook: nbformat.NotebookNode, entered: Entered) -> None:
        page = self.feedback.page(notebook, one.assignment, entered)
        write_text(self._file(self.classroom.feedback, one, ".html"), page)

    def _file(self, folder: Path, one: HandedIn, ending: str) -> Path:
        return folder / one.student / one.assignment / f"{one.assignment}{ending}"

    def _key(self, one: HandedIn) -> str:
        """Of all that decides the marks of ``one``."""
        name = one.assignment
        if name not in self._keys:
            chapter = course_key(self.course.assignments[name])
            how = f"{self.options.run_all} {self.options.limits}"
            self._keys[name] = f"{chapter} {self.secret} {how}"
        path = find_notebook(one.folder, name) or one.folder / f"{name}.ipynb"
        pictures, _ = find_pictures(one.folder)
        shown = (f"{place} {sha256(content).hexdigest()}" for place, content in pictures.items())
        files = [path, one.folder / "timestamp.txt"]
        read = functools.partial(read_file, most=MAX_BYTES)
        return key_of(files, one.id, self._keys[name], *shown, read=read)


def _timestamp(one: HandedIn) -> datetime | None:
    """When it was handed in (UTC), as nbgrader's collect noted it."""
    try:
        said = read_file(one.folder / "timestamp.txt", MAX_TIMESTAMP).decode().strip()
    except FileNotFoundError:
        return None
    return parse_utc(said) if said else None


def _fault(error: Exception) -> str:
    """What to tell of an error that is ours, and met in one submission."""
    return f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def _alone(classroom: Classroom) -> Iterator[None]:
    """Raise :class:`ClassroomError` where another process grades; its end, however, frees it."""
    path = classroom.state / "lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ClassroomError(
                f"another `autograder grade` is at work in {classroom.folder}; wait for its end"
            ) from error
        yield


def _secret(classroom: Classroom) -> str:
    """Known to this class folder alone: nobody can tell the inputs of a check beforehand."""
    path = secret_file(classroom)
    if not path.exists():
        write_text(path, secrets.token_hex(16) + "\n", is_durable=True)
        path.chmod(0o600)
    return path.read_text().strip()


def secret_file(classroom: Classroom) -> Path:
    """Where the text lies from which the inputs of all checks derive."""
    return classroom.state / "secret"
