"""From what an instructor wrote to the rules that grading follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

from autograder.classroom.extensions import Extensions
from autograder.classroom.settings import Settings
from autograder.course import Chapter, Course
from autograder.grading.coordinator.rules import Dropped, Rules


def rules_of(course: Course, settings: Settings, extensions: Extensions) -> Rules:
    """Name graded cells as the gradebook does, and times in UTC without a zone."""
    dropped: dict[str, dict[str, Dropped]] = defaultdict(dict)
    for name in settings.left_out:
        chapter, cell = _cell(course, name)
        dropped[chapter][cell] = "absent"
    for name, how in settings.dropped.items():
        chapter, cell = _cell(course, name)
        dropped[chapter][cell] = how
    bonus: dict[str, set[str]] = defaultdict(set)
    for name in settings.bonus:
        chapter, cell = _cell(course, name)
        bonus[chapter].add(cell)
    return Rules(
        late=settings.late,
        due={name: _naive(due) for name, due in settings.deadlines.items()},
        own={one: _naive(until) for one, until in extensions.deadlines(settings).items()},
        excused=extensions.excused,
        dropped=dropped,
        bonus={chapter: frozenset(cells) for chapter, cells in bonus.items()},
    )


def built_on_hidden(chapters: Iterable[Chapter], hidden: Collection[str]) -> Iterator[str]:
    """A line for each of ``chapters`` that uses what students write in a ``hidden`` one."""
    for chapter in chapters:
        used: dict[str, list[str]] = defaultdict(list)
        for name, lender in chapter.borrowed.items():
            if lender.folder.name in hidden:
                used[lender.folder.name].append(name)
        for lender_name, names in used.items():
            what = f"{', '.join(names)} of {lender_name}, which is hidden"
            yield (
                f"{chapter.name} uses {what}: grading has it, and students have to write it into"
                " their own mine.py"
            )


def _cell(course: Course, name: str) -> tuple[str, str]:
    """The chapter and the ``grade_id`` of ``chapter/question``."""
    chapter, _, question = name.partition("/")
    is_exercise = question in course.assignments[chapter].exercises
    return chapter, f"check_{question}" if is_exercise else question


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
