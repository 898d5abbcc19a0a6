"""From the course to notebooks for a class, by way of nbgrader."""

from autograder.release.assignments import Release, release_assignments
from autograder.release.classroom import Classroom, ClassroomError

__all__ = ["Classroom", "ClassroomError", "Release", "release_assignments"]
