"""What the last run of grading changed in marks, and why: seen by comparing before and after."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.classroom.exporting.tables import harmless
from autograder.classroom.opening import Decisions
from autograder.files import write_private
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.marks import Deadlines, read_marks
from autograder.grading.coordinator.parts import part_name, read_entries
from autograder.grading.coordinator.rules import Rules
from autograder.release.classroom import Classroom

LATENESS = "lateness"  #: in place of an exercise: the penalty of the whole hand-in
ALL = "whole chapter"  #: in place of an exercise: the mark comes, goes, or does not count
NEW = "graded for the first time"
LEAST = 1e-9  #: points that are a difference

Whose = tuple[str, str]  #: a student and a chapter


@dataclass(frozen=True)
class Seen:
    """One hand-in as a run left it: its points, and all that they come from."""

    points: dict[str, float]  #: by exercise
    by_hand: dict[str, float] = field(default_factory=dict)  #: those of them given by hand
    penalty: float = 0.0
    waived: dict[str, str] = field(default_factory=dict)  #: dropped and bonus, in words
    answer: str = ""  #: hash of what was handed in
    checks: str = ""  #: hash of the checks, too
    due: str = ""  #: the deadline of the class
    extension: float = 0.0  #: of the student's own, in seconds
    late: str = ""  #: the late policy
    is_excused: bool = False

    @property
    def mark(self) -> float:
        """Points after the penalty, as the gradebook has them."""
        return max(0.0, sum(self.points.values()) - self.penalty)


@dataclass(frozen=True)
class Change:
    """One mark that is another one; ``None`` where there was none, or is none any more."""

    student: str
    chapter: str
    exercise: str
    old: float | None
    new: float | None
    why: str


@dataclass(frozen=True)
class Changes:
    """What a class folder keeps of its runs: the last changes, and all as they stand since."""

    at: datetime | None = None  #: of the last run that changed something
    changes: tuple[Change, ...] = ()
    seen: Mapping[Whose, Seen] = field(default_factory=dict)

    @classmethod
    def load(cls, classroom: Classroom) -> Changes | None:
        """What was kept; ``None`` where nothing was, or nothing that can be read."""
        try:
            kept = json.loads(_file(classroom).read_text(encoding="utf-8"))
            seen = {(one.pop("student"), one.pop("chapter")): Seen(**one) for one in kept["seen"]}
            at = kept["at"] and datetime.fromisoformat(kept["at"])
            found = cls(at, tuple(Change(**one) for one in kept["changes"]), seen)
            list(compared({}, seen)), list(compared(seen, seen))  # every value is of its type
            csv_lines(found.changes, {})
            return found
        except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    def save(self, classroom: Classroom) -> None:
        """Keep them, for nobody else to read."""
        seen = [
            {"student": student, "chapter": chapter} | asdict(one)
            for (student, chapter), one in self.seen.items()
        ]
        at = None if self.at is None else self.at.isoformat(timespec="seconds")
        kept = {"at": at, "changes": [asdict(one) for one in self.changes], "seen": seen}
        path = _file(classroom)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, json.dumps(kept, ensure_ascii=False))

    def after(self, seen: Mapping[Whose, Seen], hidden: frozenset[str], now: datetime) -> Changes:
        """What stands after a run that left ``seen``; one without changes leaves the last ones."""
        changes = tuple(compared(self.seen, seen, hidden))
        return Changes(now, changes, seen) if changes else replace(self, seen=seen)


def before_a_run(classroom: Classroom, decided: Decisions) -> Changes:
    """What the last run left; where none has kept anything yet, what stands in the gradebook."""
    kept = Changes.load(classroom)
    if kept is not None:
        return kept
    is_graded = _journal(classroom).exists()
    return Changes(seen=read_seen(classroom, decided) if is_graded else {})


def note_changes(classroom: Classroom, decided: Decisions, before: Changes) -> list[Change]:
    """Keep what the run has changed that has just ended; returns it."""
    now = datetime.now(UTC)
    after = before.after(read_seen(classroom, decided), decided.hidden, now)
    after.save(classroom)
    return list(after.changes) if after.at == now else []


def read_seen(classroom: Classroom, decided: Decisions) -> dict[Whose, Seen]:
    """Read all hand-ins that count as they stand in the gradebook."""
    rules = decided.rules or Rules()
    entries = Journal(_journal(classroom)).entries
    parts = read_entries(classroom).parts
    deadlines = Deadlines(classroom, decided.rules)
    seen = {}
    for (student, chapter), mark in read_marks(classroom, decided.rules).items():
        if chapter in decided.hidden:
            continue
        own = parts.get((student, chapter), {})
        entry = entries.get(f"{student}/{chapter}")
        deadline = deadlines.of(student, chapter)
        seen[student, chapter] = Seen(
            {name: part.points for name, part in own.items()},
            {name: part.by_hand for name, part in own.items() if part.by_hand is not None},
            mark.penalty,
            {part_name(id): words for id, words in rules.waived(chapter).items()},
            entry.digest if entry else "",
            entry.key if entry else "",
            "" if deadline.due is None else deadline.due.isoformat(),
            deadline.extension.total_seconds(),
            repr(rules.late),
            mark.is_excused,
        )
    return seen


def compared(
    before: Mapping[Whose, Seen], after: Mapping[Whose, Seen], hidden: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """Every change between two runs, by chapter and student."""
    for student, chapter in sorted({*before, *after}, key=lambda whose: whose[::-1]):
        old, new = before.get((student, chapter)), after.get((student, chapter))
        if old is None or new is None:
            gone = "hidden" if chapter in hidden else "not in the gradebook any more"
            was = None if old is None else old.mark
            now = None if new is None else new.mark
            yield Change(student, chapter, ALL, was, now, NEW if old is None else gone)
        else:
            yield from _of_one(student, chapter, old, new)


def _of_one(student: str, chapter: str, old: Seen, new: Seen) -> Iterator[Change]:
    if old.is_excused != new.is_excused:
        was = None if old.is_excused else old.mark
        now = None if new.is_excused else new.mark
        why = "no longer excused" if old.is_excused else "excused"
        yield Change(student, chapter, ALL, was, now, why)
    for name in dict.fromkeys([*old.points, *new.points]):
        points = old.points.get(name), new.points.get(name)
        if _differ(*points):
            yield Change(student, chapter, name, *points, _why_points(name, old, new))
    if _differ(old.penalty, new.penalty):
        lost = -old.penalty + 0.0, -new.penalty + 0.0  # and no -0
        yield Change(student, chapter, LATENESS, *lost, _why_penalty(old, new))


def _differ(old: float | None, new: float | None) -> bool:
    return old != new and (old is None or new is None or abs(old - new) > LEAST)


def _why_points(name: str, old: Seen, new: Seen) -> str:
    was, waived = old.waived.get(name, ""), new.waived.get(name, "")
    if was != waived and "dropped" in was + waived:
        return waived if "dropped" in waived else "not dropped any more"
    if old.by_hand.get(name) != new.by_hand.get(name):
        return "mark by hand" if name in new.by_hand else "mark by hand taken back"
    if name not in old.points or name not in new.points:
        return "released anew"
    return _why_graded(old, new) or "graded again"


def _why_penalty(old: Seen, new: Seen) -> str:
    if old.is_excused != new.is_excused:
        return "no longer excused" if old.is_excused else "excused"
    if old.extension != new.extension:
        return "extension"
    if old.due != new.due:
        return "deadline moved"
    if old.late != new.late:
        return "late policy changed"
    if old.answer != new.answer:
        return "handed in again"
    if _differ(sum(old.points.values()), sum(new.points.values())):
        return "follows the points"
    return "free days used by other chapters" if "free_days=0" not in new.late else "graded again"


def _why_graded(old: Seen, new: Seen) -> str:
    if old.answer != new.answer:
        # a journal of before did not keep what was handed in
        return "handed in again" if old.answer else "handed in again, or other checks"
    return "checks corrected" if old.checks != new.checks else ""


def csv_lines(changes: Sequence[Change], names: Mapping[str, str]) -> str:
    """A line for each change; ``names`` are those of students by id."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("student", "name", "chapter", "exercise", "old", "new", "why"))
    for one in changes:
        marks = (shown(one.old, ""), shown(one.new, ""))
        row = (one.student, names.get(one.student, ""), one.chapter, one.exercise)
        # a mark below 0 is no formula
        writer.writerow((*map(harmless, row), *marks, one.why))
    return file.getvalue()


def shown(points: float | None, nothing: str = "–") -> str:
    """Points as tables write them."""
    return nothing if points is None else f"{round(points, 6):g}"


def _journal(classroom: Classroom) -> Path:
    return classroom.state / "journal.jsonl"


def _file(classroom: Classroom) -> Path:
    return classroom.state / "changes.json"
