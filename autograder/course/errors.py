"""The one error an author sees."""

from __future__ import annotations

from pathlib import Path


class CourseError(Exception):
    """Something in the course's files does not fit: where, what, and what to do."""

    def __init__(self, path: Path | str, line: int | None, message: str) -> None:
        self.path = Path(path)
        self.line = line
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {message}")
