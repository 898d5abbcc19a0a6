"""Read a notebook file in any state as data: for grading, and for ``autograder check``.

Nothing is run and nothing is taken on trust; what can still be read of a damaged file is
read, and said. Standard library only.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.errors import UserError

MAX_BYTES = 128 * 2**20
#: lists, objects and items in the file: each takes up to a hundred bytes once it is read
MAX_ITEMS = 6 * 10**6
MAX_SOURCE = 2**20  #: characters of a cell
MAX_CELLS = 5000
ATTACHED = ("image/png", "image/jpeg", "image/gif")  #: what may be put into a text
MAX_ATTACHED = 16 * 2**20  #: characters of all that is put into a text
#: The tag of cells that only show something (pictures, experiments); grading does not run them.
PICTURE_TAG = "picture"
#: the ``grade_id`` of the cell that brings the digests of known mistakes
KNOWN_MISTAKES = "known_mistakes"
#: What a written answer is before anybody has written it.
TEXT_STUB = "*Write your answer here.*"
#: where a cell may begin in a file that is no valid JSON
CELL_START = re.compile(
    r'\{(?=\s*"(?:attachments|cell_type|collapsed|execution_count|id|metadata)")'
)
#: a string of JSON, or what is left of it at the end of the file
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)', re.S)
#: where a cell begins in a script made of a notebook: by nbconvert, or in the percent format
SCRIPT_CELL = re.compile(r"^# (?:In\[[ \d]*\]:|(?P<percent>%%)(?P<about>.*))[ \t]*$", re.M)
SCRIPT_HEAD = re.compile(r"\A(?:#!.*\n)?(?:#.*coding[:=].*\n)?")

#: a function or class at the left margin
DEFINITION = re.compile(
    r"^(?:(?:def|class)[ \t]+(?P<name>\w+)|(?P<lambda>\w+)[ \t]*=[ \t]*(?:lambda\b|\w+[ \t]*$))",
    re.M,
)


class Unreadable(UserError):
    """The file holds no cells that anybody could make out; the message says why."""


@dataclass(frozen=True)
class NotebookCell:
    """One cell of a file; ``grade_id`` and ``id`` are empty where it has none."""

    is_code: bool
    source: str
    grade_id: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    points: float = 0.0  #: what nbgrader's metadata say that it is worth
    #: pictures in its text by name, each a base64 text by its kind, as in a notebook
    attachments: Mapping[str, dict[str, str]] = field(default_factory=dict)

    @property
    def is_picture(self) -> bool:
        """Whether it only shows something."""
        return PICTURE_TAG in self.tags


def read_cells(content: bytes, is_script: bool = False) -> tuple[list[NotebookCell], list[str]]:
    """The cells of a file with this content, and what a reader should know about the file.

    ``is_script``: it is Python, not a notebook. Raises :class:`Unreadable` when there is none.
    """
    text = _decoded(content)
    notes: list[str] = []
    if is_script:
        cells = list(_script_cells(text))
        notes = ["it is a Python file, not a notebook"]
    else:
        try:
            raw = list(_raw_cells(_parsed(text)))
        except (ValueError, RecursionError):
            raw = list(_salvaged(text))
            notes = [f"the file is no valid notebook; {len(raw)} cells could still be read"]
        cells = [cell for one in raw if (cell := as_cell(one)) is not None]
    sized = [cell for cell in cells[:MAX_CELLS] if len(cell.source) <= MAX_SOURCE]
    if len(sized) < len(cells):
        notes.append(f"{len(cells) - len(sized)} cells are too many or too long, and left out")
    if not cells:
        raise Unreadable("the file is empty" if not text.strip() else "the file is not a notebook")
    return sized, notes


def defined_names(source: str) -> list[str]:
    """Functions and classes that a cell defines at its top level, also where it is broken.

    By their look: parsing what anybody may have written can take any time and memory.
    """
    return [match["name"] or match["lambda"] for match in DEFINITION.finditer(source)]


def _decoded(content: bytes) -> str:
    """Text of the encodings that editors write by themselves, never an error."""
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
    # one byte a letter, as Windows writes it, is hardly ever UTF-8 by chance
    letters = len(re.findall("[^\x00-\x7f\ufffd]", text))
    if encoding.startswith("utf-8") and letters < text.count("\ufffd"):
        return content.decode("cp1252", errors="replace")
    return text


def _parsed(text: str) -> Any:
    """The notebook's JSON. Raises :class:`Unreadable` where it would fill the memory."""
    if sum(map(text.count, "[{,")) > MAX_ITEMS:
        # most of them may be letters of a long text
        items = sum(len(re.findall(r"[\[{,]", part)) for part in _outside_of_strings(text))
        if items > MAX_ITEMS:
            raise Unreadable(f"the file holds more than {MAX_ITEMS:,} values")
    return json.loads(text)


def _outside_of_strings(text: str) -> Iterator[str]:
    position = 0
    for string in STRING.finditer(text):
        yield text[position : string.start()]
        position = string.end()
    yield text[position:]


def _raw_cells(notebook: Any) -> Iterator[Any]:
    if not isinstance(notebook, dict):
        return
    cells = notebook.get("cells")
    yield from cells if isinstance(cells, list) else []
    worksheets = notebook.get("worksheets")  # nbformat 3 and before
    for worksheet in worksheets if isinstance(worksheets, list) else []:
        if isinstance(worksheet, dict) and isinstance(worksheet.get("cells"), list):
            yield from worksheet["cells"]


def _salvaged(text: str) -> Iterator[Any]:
    """Whole cells in a file that was cut off, merged badly or edited by hand."""
    # Python refuses to read whole numbers of thousands of digits; a cell needs none of them
    decoder = json.JSONDecoder(strict=False, parse_int=float)
    position, wasted = 0, 0
    # begun in vain at every bracket of a nest, a file would be read a thousand times
    while wasted < 4 * len(text) + 2**20 and (found := CELL_START.search(text, position)):
        start, position = found.span()
        try:
            cell, end = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            wasted += error.pos - start
        except RecursionError:
            wasted += 10_000
        else:
            if isinstance(cell, dict) and "cell_type" in cell:
                position = end
                yield cell
            else:  # metadata of the notebook, or of a cell that is cut off
                wasted += end - start


def as_cell(raw: Any) -> NotebookCell | None:
    """Return a cell as it stands in a notebook's JSON; ``None`` where it is none."""
    if not isinstance(raw, dict):
        return None
    source = raw.get("source", raw.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return None
    metadata = raw.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    about = metadata.get("nbgrader")
    about = about if isinstance(about, dict) else {}
    tags = metadata.get("tags")
    return NotebookCell(
        raw.get("cell_type") == "code",
        _writable(source),
        _text(about.get("grade_id")),
        _text(raw.get("id")),
        tuple(filter(None, map(_text, tags))) if isinstance(tags, list) else (),
        _points(about.get("points")),
        dict(_attachments(raw.get("attachments"))),
    )


def _attachments(raw: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """The pictures that were put into a text, as long as they are pictures and not too large."""
    room = MAX_ATTACHED
    for name, kinds in raw.items() if isinstance(raw, dict) else ():
        for kind, content in kinds.items() if isinstance(kinds, dict) else ():
            content = "".join(content.split()) if isinstance(content, str) else ""
            if kind in ATTACHED and content and len(content) <= room and is_base64(content):
                room -= len(content)
                yield _writable(name), {kind: content}
                break


def is_base64(text: str) -> bool:
    """Return whether ``text`` is what a notebook keeps a picture as, and nothing else."""
    try:
        base64.b64decode(text, validate=True)
    except ValueError:  # binascii's own error is one
        return False
    return True


def _points(value: Any) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and 0 < value < 10**6 else 0.0


def _writable(text: str) -> str:
    """Half of a surrogate pair is valid JSON, and nothing that can be written down."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


# --- scripts


def _script_cells(text: str) -> Iterator[NotebookCell]:
    """The cells of a script, by the marks that were put in when it was made of a notebook."""
    text = "\n".join(text.splitlines())
    marks = list(SCRIPT_CELL.finditer(text))
    if not marks:
        yield NotebookCell(True, text)
        return
    head = SCRIPT_HEAD.sub("", text[: marks[0].start()] + "\n", count=1)
    yield from _code_and_text(["", "", *head.splitlines()])
    for number, mark in enumerate(marks, 1):
        end = marks[number].start() if number < len(marks) else len(text)
        lines = text[mark.end() : end].strip("\n").splitlines()
        if mark["percent"] is None:
            yield from _code_and_text(lines)
        elif mark["about"].strip().startswith(("[markdown]", "[md]")):
            yield NotebookCell(False, _uncommented(lines))
        else:
            yield NotebookCell(True, "\n".join(lines))


def _code_and_text(lines: list[str]) -> Iterator[NotebookCell]:
    """A code cell, and the text cells below it, which nbconvert writes as comments.

    Two empty lines stand between code and text, one between two texts.
    """
    start = len(lines)
    while start and (not lines[start - 1].strip() or lines[start - 1].startswith("#")):
        start -= 1
    start = next(
        (i for i in range(max(start, 2), len(lines)) if not any(lines[i - 2 : i]) and lines[i]),
        len(lines),
    )
    code = "\n".join(lines[:start]).strip("\n")
    if code:
        yield NotebookCell(True, code)
    paragraph: list[str] = []
    for line in [*lines[start:], ""]:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield NotebookCell(False, _uncommented(paragraph))
            paragraph = []


def _uncommented(lines: list[str]) -> str:
    return "\n".join(re.sub(r"^# ?", "", line) for line in lines)
