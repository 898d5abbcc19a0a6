"""What an export is: a file, what is to be known of it, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Exported:
    """The content of one file for a platform or a person."""

    content: bytes
    students: int  #: of whom the file says something
    notes: list[str] = field(default_factory=list)  #: for the instructor, a line each
    then: str = ""  #: where the file goes


def listed(names: list[str], most: int = 10) -> str:
    """``names`` in one line, the first ``most`` of them."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
