"""The road through the book: each chapter with what it says of itself, its hours and its points.

All of it stands in the chapters: the sentence that opens the box at the top, the line
``**Time:** about four hours.`` in it, the points in the header. Nothing is typed twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course import Chapter, Course, toc_parts

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TIME = re.compile(r"\*\*Time:\*\*\s+about\s+(\w+)\s+hours?\b")
#: the box at the top of a chapter, up to the list of what its reader will be able to do
OPENING = re.compile(
    r"^:::\{admonition\}[^\n]*\n(?::class:[^\n]*\n)?\s*(.*?)\s+You\s+will\s+be", re.S
)


@dataclass(frozen=True)
class Stage:
    """One chapter on the road; ``hours`` is 0 where the chapter does not say."""

    number: int
    name: str
    about: str
    hours: int
    points: float
    exercises: int


@dataclass(frozen=True)
class Road:
    """The stages of the book by part."""

    parts: tuple[tuple[str, tuple[Stage, ...]], ...]

    @property
    def stages(self) -> list[Stage]:
        return [stage for _, stages in self.parts for stage in stages]

    def to_markdown(self) -> str:
        """A sentence with the sums, and for each part a heading and a table."""
        stages = self.stages
        hours = sum(stage.hours for stage in stages)
        points = sum(stage.points for stage in stages)
        exercises = sum(stage.exercises for stage in stages)
        says = (
            f"{len(stages)} chapters, about {hours} hours, {exercises} exercises "
            f"and questions worth {points:g} points."
        )
        return "\n\n".join([says, *(_table(caption, part) for caption, part in self.parts)])


def road(course: Course) -> Road:
    """The road through ``course``: every part of ``_toc.yml`` in which there are exercises."""
    parts = []
    number = 0
    for caption, names in toc_parts(course.root):
        chapters = [course.chapters[name] for name in names if name in course.chapters]
        if any(chapter.points for chapter in chapters):
            stages = tuple(_stage(number + k, each) for k, each in enumerate(chapters, 1))
            number += len(stages)
            parts.append((caption, stages))
    return Road(tuple(parts))


def _stage(number: int, chapter: Chapter) -> Stage:
    top = next((cell.source for cell in chapter.cells if cell.kind == "text"), "")
    box = top[top.find(":::{admonition}") :]
    opening, time = OPENING.match(box), TIME.search(box)
    about = " ".join(opening[1].split()) if opening else ""
    hours = NUMBERS.index(time[1]) + 1 if time and time[1] in NUMBERS else 0
    tasks = len(chapter.exercises) + len(chapter.written)
    return Stage(number, chapter.name, about, hours, chapter.points, tasks)


def _table(caption: str, stages: Sequence[Stage]) -> str:
    rows = []
    for stage in stages:
        about = stage.about.replace("|", r"\|")
        hours, points = stage.hours or "–", f"{stage.points:g}" if stage.points else "–"
        chapter = f"**{{doc}}`{stage.name}`** {about}"
        rows.append(f"| {stage.number} | {chapter} | {hours} | {points} |")
    head = ["| no. | chapter | hours | points |", "| --: | --- | --: | --: |"]
    return "\n".join([f"### {caption}", "", ":::{div} road", *head, *rows, ":::"])
