"""From the course to notebooks for a class, by way of nbgrader."""

from autograder.release.classroom import Classroom, ClassroomError
from autograder.release.release import release_assignments

__all__ = ["Classroom", "ClassroomError", "release_assignments"]
