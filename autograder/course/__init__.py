"""The course as data: chapters, exercises, written questions, read and validated.

Reads ``chapters/`` and ``solutions/``; nothing else in the package does.
"""

from autograder.course.cells import Cell
from autograder.course.chapter import Chapter, Exercise, Written, read_chapter
from autograder.course.errors import CourseError
from autograder.course.reader import Course, find_root, read_assignment, read_course, toc_parts
from autograder.course.solution import Solution

__all__ = [
    "Cell",
    "Chapter",
    "Course",
    "CourseError",
    "Exercise",
    "Solution",
    "Written",
    "find_root",
    "read_assignment",
    "read_chapter",
    "read_course",
    "toc_parts",
]
