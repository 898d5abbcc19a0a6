"""What an author sees: every error of a chapter, each with its place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.errors import UserError


class CourseError(UserError):
    """Something in the course's files does not fit: where, what, and what to do.

    ``errors`` are the single ones of which this one is made up.
    """

    def __init__(self, path: Path | str, line: int | None, message: str) -> None:
        self.path = Path(path)
        self.line = line
        self.errors: tuple[CourseError, ...] = (self,)
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {message}")


class CourseErrors(CourseError):
    """Several errors that were found together, a line for each; the place is that of the first."""

    def __init__(self, errors: Sequence[CourseError]) -> None:
        self.path, self.line, self.errors = errors[0].path, errors[0].line, tuple(errors)
        UserError.__init__(self, "\n".join(map(str, errors)))


class Findings:
    """Errors that are kept, so that all of them can be told at once."""

    def __init__(self) -> None:
        self._found: dict[str, CourseError] = {}  # by text: one cause may be met more than once

    def add(self, path: Path, line: int | None, message: str) -> None:
        self._keep(CourseError(path, line, message))

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is raised inside, and go on after it."""
        try:
            yield
        except CourseError as error:
            self._keep(error)

    def _keep(self, error: CourseError) -> None:
        self._found.update((str(one), one) for one in error.errors)

    def raise_all(self) -> None:
        """Raise what was kept, file by file in the order they came up, by lines; or do nothing."""
        paths = list(dict.fromkeys(error.path for error in self._found.values()))
        errors = sorted(
            self._found.values(), key=lambda error: (paths.index(error.path), error.line or 0)
        )
        if errors:
            raise errors[0] if len(errors) == 1 else CourseErrors(errors)


def read_text(path: Path) -> str:
    """The text of a file of the course. Raises :class:`CourseError` where it is not UTF-8."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CourseError(path, line, "is not UTF-8; save the file as UTF-8") from error
    return text.replace("\r\n", "\n")
