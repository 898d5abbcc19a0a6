"""``autograder check``: run a student's notebook cell by cell, and say how its checks go.

Its cells are read as grading reads them and run by grading's shell, on the student's own
machine and with no sandbox: nothing is at stake, and the code is the student's own.
"""

from autograder.check_notebook.report import (
    ExerciseResult,
    NotChecked,
    Report,
    Stopped,
    check_notebook,
)

__all__ = ["ExerciseResult", "NotChecked", "Report", "Stopped", "check_notebook"]
