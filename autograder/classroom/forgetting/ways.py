"""How one student is taken out of one kind of file, each a plan that can be told before it is done.

Whatever is rewritten keeps every other byte, and takes the old file's place in one step.
"""

from __future__ import annotations

import csv
import functools
import html
import io
import json
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.classroom.forgetting.whom import Whom
from autograder.files import write_bytes_atomically

ENCODINGS = ("utf-8", "cp1252")
#: by the mark at their begin, which stays a letter of the text
MARKED = {b"\xff\xfe": ("utf-16-le",), b"\xfe\xff": ("utf-16-be",)}
#: what a page of answers says of itself
SHEET = re.compile(r'<main [^>]*data-chapter="([^"]*)" data-question="([^"]*)"')


@dataclass(frozen=True)
class Step:
    """One thing to be removed."""

    path: Path
    what: str
    do: Callable[[], None]


Way = Callable[[Path, Whom], Iterable[Step]]


def nothing(path: Path, whom: Whom) -> Iterable[Step]:
    """What is the same for all students."""
    return ()


def folder_of_theirs(path: Path, whom: Whom) -> Iterable[Step]:
    """A folder with a folder for each student."""
    own = path / whom.id
    if own.is_symlink():
        yield Step(own, "a link", own.unlink)
    elif own.is_dir():
        files = sum(one.is_file() for one in own.rglob("*"))
        yield Step(own, "1 file" if files == 1 else f"{files} files", lambda: shutil.rmtree(own))


def lines(path: Path, whom: Whom) -> Iterable[Step]:
    """Notes and logs: every line about them."""
    return _without_lines(path, whom.is_line, "lines")


def journal(path: Path, whom: Whom) -> Iterable[Step]:
    """One object a line, of a hand-in."""

    def is_theirs(line: str) -> bool:
        try:
            return str(json.loads(line)["submission"]).partition("/")[0] == whom.id
        except (ValueError, TypeError, LookupError):  # a line that was cut off
            return f'"{whom.id}/' in line

    return _without_lines(path, is_theirs, "hand-ins noted")


def table(path: Path, whom: Whom) -> Iterable[Step]:
    """A table of students: their rows. What is no table is left as it is."""
    return _without_rows(path, whom.is_row)


def first_column(path: Path, whom: Whom) -> Iterable[Step]:
    """A table whose rows begin with the id."""
    return _without_rows(path, lambda _, row: bool(row) and row[0] == whom.id)


def derived(path: Path, whom: Whom) -> Iterable[Step]:
    """A file that a command makes of all students, and makes again without this one."""
    yield Step(path, "all of it: it can be made again", path.unlink)


def changes(path: Path, whom: Whom) -> Iterable[Step]:
    """What `autograder changes` keeps."""

    def without(kept: Any) -> int:
        return sum(_drop(kept[key], "student", whom.id) for key in ("changes", "seen"))

    return _without_entries(path, without, None)


def exported(path: Path, whom: Whom) -> Iterable[Step]:
    """The marks as JSON."""
    return _without_entries(path, lambda told: _drop(told["students"], "id", whom.id), 1)


def sheet(path: Path, whom: Whom) -> Iterable[Step]:
    """A table of answers without names: theirs is known by its pseudonym."""

    def is_theirs(headings: list[str], row: list[str]) -> bool:
        told = dict(zip(headings, row))
        return bool(told.get("answer")) and told["answer"] == whom.pseudonym(
            told.get("chapter", ""), told.get("question", "")
        )

    return _without_rows(path, is_theirs)


def sheet_page(path: Path, whom: Whom) -> Iterable[Step]:
    """A page of answers: all of it where theirs is on it, or a comment that names them."""
    content = path.read_bytes()
    found = SHEET.search(content.decode("utf-8", "replace"))
    answer = found and whom.pseudonym(html.unescape(found[1]), html.unescape(found[2]))
    if whom.is_in(content) or (answer and f'data-answer="{answer}"'.encode() in content):
        yield from derived(path, whom)


def collecting_notes(path: Path, whom: Whom) -> Iterable[Step]:
    """The notes of collecting, by what was collected."""

    def without(kept: Any) -> int:
        count = 0
        for source in list(kept):
            before = kept.pop(source)
            stays = [line for line in before if not whom.is_line(line)]
            if whom.is_line(source):
                stays = []
            if stays:  # in the order it had
                kept[source] = stays
            count += len(before) - len(stays)
        return count

    return _without_entries(path, without, 1, is_ascii=True)


def _drop(entries: list[Any], key: str, id: str) -> int:
    """Take out of ``entries`` those whose ``key`` is ``id``; returns how many."""
    stay = [one for one in entries if one[key] != id]
    count = len(entries) - len(stay)
    entries[:] = stay
    return count


def _without_entries(
    path: Path, without: Callable[[Any], int], indent: int | None, is_ascii: bool = False
) -> Iterable[Step]:
    """A file of JSON as we write it."""
    try:
        text = path.read_text(encoding="utf-8")
        kept = json.loads(text)
        count = without(kept)
    except (OSError, ValueError, TypeError, LookupError):
        return
    end = "\n" if text.endswith("\n") else ""
    new = json.dumps(kept, ensure_ascii=is_ascii, indent=indent) + end
    if count:
        yield _rewritten(path, new.encode(), f"{count} of its entries")


def _without_lines(path: Path, is_theirs: Callable[[str], bool], noun: str) -> Iterable[Step]:
    before = path.read_bytes().split(b"\n")
    after = [line for line in before if not is_theirs(line.decode("utf-8", "replace"))]
    count = len(before) - len(after)
    if count:
        yield _rewritten(path, b"\n".join(after), f"{count} of its {noun}")


def _without_rows(path: Path, is_theirs: Callable[[list[str], list[str]], bool]) -> Iterable[Step]:
    content = path.read_bytes()
    for encoding in MARKED.get(content[:2], ENCODINGS):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        return
    kept, students, removed = [], 0, 0
    headings: list[str] = []
    try:
        for row, raw in _rows(text):
            if not headings:
                headings = row
                kept.append(raw)
            elif is_theirs(headings, row):
                removed += 1
            else:
                kept.append(raw)
                students += any(row)
    except csv.Error:
        return
    if removed and not students and path.name == "roster.csv":  # one without students is none
        yield Step(path, "all of it: nobody else is in it", path.unlink)
    elif removed:
        told = f"{removed} of its rows"
        yield _rewritten(path, "".join(kept).encode(encoding), told)


def _rows(text: str) -> Iterable[tuple[list[str], str]]:
    """Each row of a table, and the text that it stands in."""
    physical = io.StringIO(text, newline="").readlines()
    first = next((line for line in physical if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    reader, at = csv.reader(physical, delimiter=delimiter), 0
    for row in reader:
        raw = "".join(physical[at : reader.line_num])
        at = reader.line_num
        yield [cell.removeprefix("\ufeff") for cell in row], raw


def _rewritten(path: Path, content: bytes, told: str) -> Step:
    write = functools.partial(write_bytes_atomically, path, content, is_durable=True)
    return Step(path, told, write)
