"""Grade a class: from what was handed in to gradebook, graded notebooks, feedback, journal.

Student's code runs in the judges' sandboxes; this process alone writes. Of each submission it
writes the journal's line last, so whatever was interrupted is done again by the next run.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import json
import secrets
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import nbformat
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.files import write_text
from autograder.grading.boundary.messages import Limits, Submission, Verdict
from autograder.grading.coordinator import pool
from autograder.grading.coordinator.attached_pictures import put_pictures
from autograder.grading.coordinator.cell_errors import explain
from autograder.grading.coordinator.feedback import FeedbackWriter
from autograder.grading.coordinator.gradebook import Assessment, Entered, GradebookWriter
from autograder.grading.coordinator.graded_notebook import (
    changed_answers,
    graded_notebook,
    read_graded_notebook,
)
from autograder.grading.coordinator.graders import Failure, Graders
from autograder.grading.coordinator.intake import Intake, Taken
from autograder.grading.coordinator.journal import Entry, Journal, course_key, key_of
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.scores import points_of, scores_of
from autograder.grading.coordinator.submissions import TIMESTAMP, Collected, HandedIn, collect
from autograder.grading.coordinator.timestamps import NoTime, read_timestamp
from autograder.grading.judge.sandbox import Mode
from autograder.notebook_files import Unreadable
from autograder.release.classroom import Classroom, ClassroomError
from autograder.release.history import handed_out

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
    rules: Rules | None = None  #: of a class with settings
    graders: Graders | None = None  #: that compute the verdicts, in place of ``jobs`` judges here


@dataclass(frozen=True)
class Graded:
    """One submission that is done; ``reason`` says why it could not be graded, if so."""

    handed_in: HandedIn
    entered: Entered | None = None
    reason: str = ""


@dataclass(frozen=True)
class InFlight:
    """A submission that is with the judges."""

    collected: Collected
    taken: Taken
    key: str
    since: float  #: on the monotonic clock


class Grading:
    """One run over a class folder, as a context; raises what keeps it from starting."""

    def __init__(self, course: Course, classroom: Classroom, options: Options) -> None:
        self.course, self.classroom, self.options = course, classroom, options
        self.graded: list[str] = []  #: ids, in this run
        self._keys: dict[str, str] = {}
        self._refused: list[Graded] = []
        self._in_flight: dict[str, InFlight] = {}
        self._intakes: dict[str, Intake] = {}
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Grading:
        self._stack.enter_context(alone(self.classroom, "grade"))
        self.secret = _secret(self.classroom)
        journal = Journal(self.classroom.state / "journal.jsonl")
        self.journal = self._stack.enter_context(journal)
        self.gradebook = self._stack.enter_context(
            GradebookWriter(self.classroom, self.options.rules)
        )
        self.feedback = FeedbackWriter()
        self._zone = zone_of(self.classroom)
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def due(self, handed_in: Iterable[HandedIn]) -> list[HandedIn]:
        """Those that were not graded yet as they would be now."""
        return [one for one in handed_in if self.options.force or not self._is_done(one)]

    def _is_done(self, one: HandedIn) -> bool:
        if one.id not in self.journal.entries:  # it need not be read to know that
            return False
        try:
            return self.journal.has(one.id, self._key(self._collected(one)))
        except OSError:  # it is told of when it is graded
            return False

    def grade(self, handed_in: Iterable[HandedIn]) -> Iterator[Graded]:
        """Grade all of ``handed_in``, each yielded when everything of it is written.

        Raises :class:`SandboxError` where student's code cannot be shut in, and
        :class:`GradebookError` when the release does not fit the course.
        """
        handed_in = list(handed_in)
        names = dict.fromkeys(one.assignment for one in handed_in)
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
        coming = (self._submission(one) for one in handed_in)
        submissions = (submission for submission in coming if submission is not None)
        graders = self.options.graders or pool.LocalGraders(self.options.jobs)
        for verdict in graders.grade_all(submissions, settings):
            yield from self._met()
            flight = self._in_flight.pop(verdict.submission)
            one = flight.collected.handed_in
            if isinstance(verdict, Failure):
                yield Graded(one, reason=verdict.reason)
                continue
            try:
                graded = self._write(flight, verdict, checksums[one.assignment])
            except ENDS_ALL:
                raise
            except Exception as error:
                graded = Graded(one, reason=_fault(error))
            yield graded
        yield from self._met()

    def _met(self) -> Iterator[Graded]:
        """Those that were refused since the last time."""
        refused, self._refused = self._refused, []
        yield from refused

    def _submission(self, one: HandedIn) -> Submission | None:
        """What the judge is given, or ``None`` when :attr:`_refused` says why it is nothing."""
        try:
            if not one.is_named:
                raise Unreadable("the name of the student's folder is not printable text")
            return self._taken(self._collected(one))
        except Exception as error:
            reason = str(error) if isinstance(error, Unreadable) else _fault(error)
            self._refused.append(Graded(one, reason=reason))
            return None

    def _intake(self, name: str) -> Intake:
        if name not in self._intakes:
            chapter = self.course.assignments[name]
            before = handed_out(self.classroom, name)
            self._intakes[name] = Intake(chapter, self.options.run_all, before)
        return self._intakes[name]

    def _collected(self, one: HandedIn) -> Collected:
        return collect(one, self._intake(one.assignment).answered)

    def _taken(self, collected: Collected) -> Submission:
        one = collected.handed_in
        try:
            cells, notes = collected.cells()
        except Unreadable as error:
            cells, notes = [], [f"nothing could be graded: {error}"]
        taken = self._intake(one.assignment).take(cells, [*notes, *collected.notes])
        flight = InFlight(collected, taken, self._key(collected), time.monotonic())
        self._in_flight[one.id] = flight
        return Submission(one.id, one.assignment, taken.program)

    def _write(self, flight: InFlight, verdict: Verdict, checksums: dict[str, str]) -> Graded:
        one, taken = flight.collected.handed_in, flight.taken
        chapter = self.course.assignments[one.assignment]
        verdict = explain(taken, verdict, chapter.exercises)
        notes = [*taken.notes, *verdict.notes]
        timestamp = self._timestamp(flight.collected, notes)
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
                put_pictures(folder / one.id, flight.collected.pictures)
        for name in entered.outdated:
            notes.append(f"{name}: the answer was changed after it was marked by hand")
        seconds = time.monotonic() - flight.since
        page = self.feedback.made_from(entered)
        outdated = list(entered.outdated)
        digest = flight.collected.digest
        self.journal.add(
            Entry(
                one.id,
                flight.key,
                entered.mark,
                notes,
                seconds,
                time.time(),
                page,
                outdated,
                digest,
            )
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
            points = points_of(self.course.assignments[name])
            for student, entered in self.gradebook.bring_up_to_date(name, by_student, points):
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
        page = self.feedback.page(notebook, one.assignment, one.student, entered)
        write_text(self._file(self.classroom.feedback, one, ".html"), page)

    def _file(self, folder: Path, one: HandedIn, ending: str) -> Path:
        return folder / one.student / one.assignment / f"{one.assignment}{ending}"

    def _timestamp(self, collected: Collected, notes: list[str]) -> datetime | None:
        """When it was handed in (UTC); ``None`` counts as on time, and is told."""
        text = collected.timestamp
        if text is None:
            if self.gradebook.has_deadline(collected.handed_in.assignment):
                notes.append(f"there is no {TIMESTAMP}: counts as on time")
            return None
        try:
            return read_timestamp(text, self._zone)
        except NoTime as error:
            notes.append(f"{TIMESTAMP} {error}: counts as on time")
            return None

    def _key(self, collected: Collected) -> str:
        """Return a hash of everything that decides the marks of this submission."""
        one = collected.handed_in
        if one.assignment not in self._keys:
            chapter = course_key(self.course.assignments[one.assignment])
            how = f"{self.options.run_all} {self.options.limits}"
            self._keys[one.assignment] = f"{chapter} {self.secret} {how}"
        return key_of([], one.id, self._keys[one.assignment], collected.digest)


def zone_of(classroom: Classroom) -> ZoneInfo | None:
    """The zone in which nbgrader was told to note times, if so."""
    name = classroom.nbgrader().config.Exchange.get("timezone")
    with contextlib.suppress(TypeError, ValueError, LookupError, OSError):
        return ZoneInfo(name)
    return None


def _fault(error: Exception) -> str:
    """What to tell of an error that is ours or the machine's, and met in one submission."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename} cannot be read: {error.strerror}; its marks stay as they were"
    return f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def alone(classroom: Classroom, command: str) -> Iterator[None]:
    """Raise :class:`ClassroomError` where another process grades or collects.

    ``command`` is what this one does. Its end, however it comes, lets others in.
    """
    path = classroom.state / "lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            other = file.read().strip() or "grade"
            raise ClassroomError(
                f"another `autograder {other}` is at work in {classroom.folder}; wait for its end"
            ) from error
        file.truncate(0)
        file.write(command)
        file.flush()
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
