"""The one error an author sees."""

from __future__ import annotations

from pathlib import Path

from autograder.errors import UserError


class CourseError(UserError):
    """Something in the course's files does not fit: where, what, and what to do."""

    def __init__(self, path: Path | str, line: int | None, message: str) -> None:
        self.path = Path(path)
        self.line = line
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {message}")


def read_text(path: Path) -> str:
    """The text of a file of the course. Raises :class:`CourseError` where it is not UTF-8."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CourseError(path, line, "is not UTF-8; save the file as UTF-8") from error
    return text.replace("\r\n", "\n")
