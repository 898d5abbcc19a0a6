"""The old name of :mod:`autograder.in_process`, which released source notebooks import."""

from autograder.in_process import grade_cell

__all__ = ["grade_cell"]
