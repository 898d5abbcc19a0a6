"""Feedback pages: what each exercise earned and why, then the answers.

Made from the graded notebook and what stands in the gradebook: nothing is told that neither of
them says, so no page knows more of a check than its message. A page is one file that asks no
server for anything.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
import nbformat

from autograder.grading.coordinator import cells_as_html, sanitize
from autograder.grading.coordinator.gradebook import Entered
from autograder.interrupting import raise_after
from autograder.notebook_files import TEXT_STUB

TEMPLATE = Path(__file__).with_name("feedback.html.j2")
MOST_BYTES = 200_000  #: of a page, its pictures left out
PICTURE = re.compile(r"data:image/[^\"]*")
VISIBLE = re.compile(r"visible_\d+_(?P<name>\w+)")
#: below a visible check, what keeps the answer in ``mine.py``
KEEPS = "\n\nfrom autograder.checks.mine import keep\n"
#: how a message begins that costs only a part of the points, and how its cause
MISSED = re.compile(r"[\d.]+ points missed\. ")
CAUSE = re.compile(r"^  (?:likely cause|or) +(?P<text>.*)$", re.M)


Cells = list[nbformat.NotebookNode]


@dataclass(frozen=True)
class Try:
    """How much of an answer is shown, and how long a page may take until less of it is."""

    seconds: float  #: of processor time
    characters: int  #: of a cell, and of what it printed
    cells: int  #: of the student's own


#: the time that Markdown and colors take can grow with the square of a text
TRIES = (Try(1.0, 20_000, 1000), Try(2.0, 2000, 300), Try(2.0, 300, 100))


@dataclass
class Part:
    """What a page says of one exercise or question, or of a cell that belongs to none.

    ``messages`` are of the checks; ``shown`` is HTML: the question, the answer, what it showed.
    """

    name: str = ""
    points: str = ""
    is_missed: bool = False
    remark: str = ""  #: beside the points
    causes: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    comment: str = ""  #: HTML
    shown: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)  #: HTML: visible checks

    @property
    def id(self) -> str:
        """What links lead to."""
        return f"part-{self.name}"


class FeedbackWriter:
    """Makes pages, of which the code and text of students that is alike is rendered once."""

    def __init__(self) -> None:
        environment = jinja2.Environment(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        self.template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))

    def made_from(self, entered: Entered) -> str:
        """Return a hash of all that decides a page beside its notebook."""
        told = json.dumps(dataclasses.asdict(entered), sort_keys=True)
        return hashlib.sha256(f"{_version()} {told}".encode()).hexdigest()

    def page(
        self, notebook: nbformat.NotebookNode, assignment: str, student: str, entered: Entered
    ) -> str:
        """Render a graded notebook with what stands in the gradebook, as HTML."""
        page = ""
        for how in TRIES:
            with contextlib.suppress(_TooLong), raise_after(how.seconds, _TooLong):
                page = self._page(_cut(notebook, assignment, how), assignment, student, entered)
                if len(PICTURE.sub("", page).encode()) <= MOST_BYTES:
                    break
        return page or self._page([], assignment, student, entered)

    def _page(self, cells: Cells, assignment: str, student: str, entered: Entered) -> str:
        parts = _parts(cells, entered)
        return self.template.render(
            assignment=assignment,
            student=cells_as_html.printable(student),
            mark=_points(entered.mark),
            most=_points(entered.max_score),
            graded=[parts[id.removeprefix("check_")] for id in entered.scores],
            parts=list(parts.values()),
            late=lateness_in_words(entered.seconds_late),
            penalty=_points(entered.penalty),
            is_excused=entered.is_excused,
            unmarked=len(entered.unmarked),
        )


class _TooLong(BaseException):
    """Raised in what takes too long; no ``Exception``, which a library might swallow."""


@functools.cache
def _version() -> str:
    files = (__file__, cells_as_html.__file__, sanitize.__file__, TEMPLATE)
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in files)).hexdigest()


def lateness_in_words(seconds: float) -> str:
    """Say how long ``seconds`` are in the two largest units; ``""`` for none.

    >>> lateness_in_words(93_600)
    '1 day 2 hours'
    """
    minutes = max(1, round(seconds / 60)) if seconds > 0 else 0
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    counted = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    first = next((at for at, (n, _) in enumerate(counted) if n), 0)
    return " ".join(f"{n} {unit}{'s' * (n > 1)}" for n, unit in counted[first : first + 2] if n)


def _points(points: float) -> str:
    """As the table of marks shows them."""
    return f"{round(points, 2):g}"


# --- what is told of each part


def _parts(cells: Cells, entered: Entered) -> dict[str, Part]:
    """The parts of a page in the order of ``cells``, by name; the student's own have numbers."""
    parts: dict[str, Part] = {}
    for number, cell in enumerate(cells):
        about = cell.metadata.get("nbgrader") or {}
        id = about.get("grade_id", "")
        visible = VISIBLE.fullmatch(id)
        if visible and visible["name"] in parts:
            source = cell.source.partition(KEEPS)[0]
            parts[visible["name"]].again.append(cells_as_html.code(source))
            parts[visible["name"]].shown += cells_as_html.outputs(cell)
        elif about.get("grade") and cell.cell_type == "code":
            part = parts.setdefault(id.removeprefix("check_"), Part())
            part.messages += _messages(cell)
        elif about.get("solution") or id.startswith("question_"):
            part = parts.setdefault(id.removeprefix("question_"), Part())
            part.shown += ["<h3>Your answer</h3>"] if about.get("solution") else []
            part.shown += _shown(cell, is_written=bool(about.get("grade")))
        else:
            parts[f" {number}"] = Part(shown=list(_shown(cell)))
    for id in entered.scores:
        _grade(parts.setdefault(id.removeprefix("check_"), Part()), id, entered)
    return parts


def _grade(part: Part, id: str, entered: Entered) -> None:
    """Say what the gradebook does of the graded cell ``id``, and of its messages the causes."""
    part.name = id.removeprefix("check_")
    score, most = entered.scores[id]
    waived = entered.waived.get(id)
    part.points = f"{_points(score)} of {_points(most)}"
    if id in entered.unmarked:
        part.points = "not marked yet"
    elif waived:
        part.points = f"{_points(score)} (bonus)" if waived == "bonus" else waived
    if id in entered.outdated:
        part.remark = "marked before the answer was changed"
    part.is_missed = score < most and id not in entered.unmarked
    if part.messages and part.is_missed:
        heads = [MISSED.sub("", message).partition("\n")[0] for message in part.messages]
        remarks = [head.removeprefix(f"{part.name}: ") for head in heads]
        part.remark = "; ".join(dict.fromkeys(remarks))
        found = [cause["text"] for text in part.messages for cause in CAUSE.finditer(text)]
        part.causes = list(dict.fromkeys(found))
    part.again = part.again if part.is_missed else []
    comment = entered.comments.get(part.name)
    if comment:  # it stands in the table too, where a heading would be one of the page
        part.comment = cells_as_html.markdown(comment).replace("h3>", "p>")


def _messages(check: nbformat.NotebookNode) -> Iterator[str]:
    """What a graded check says; its result is the points, which the gradebook knows."""
    for output in check.get("outputs", ()):
        if output.get("output_type") != "execute_result":
            said = cells_as_html.printable(cells_as_html.said_by(output)).strip()
            yield from filter(None, said.split("\n\n"))


def _shown(cell: nbformat.NotebookNode, is_written: bool = False) -> Iterator[str]:
    if cell.cell_type == "code":
        yield cells_as_html.code(cell.source)
        yield from cells_as_html.outputs(cell)
    elif is_written and cell.source.strip() in ("", TEXT_STUB):
        yield "<p>No answer.</p>"
    else:
        yield cells_as_html.markdown(cell.source, cell.get("attachments"))


# --- how much of a notebook is shown


def _cut(notebook: nbformat.NotebookNode, assignment: str, how: Try) -> Cells:
    """The cells of ``notebook`` that are the student's or about what is, as far as they are shown.

    The text of the chapter is not.
    """
    cells: Cells = []
    own = 0
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader") or {}
        id = about.get("grade_id", "")
        is_of_course = bool(about) or cell.get("id", "").startswith(f"{assignment}-")
        is_graded = about.get("grade") or about.get("solution")
        is_about = is_graded or id.startswith("question_") or VISIBLE.fullmatch(id)
        if is_of_course and not is_about and not cell.get("outputs"):
            continue
        own += not is_of_course
        if not is_of_course and own > how.cells:
            continue
        cells.append(_cut_cell(cell, how.characters))
    if own > how.cells:
        told = f"[… {own - how.cells} more cells of yours are left out]"
        cells.append(nbformat.from_dict({"cell_type": "markdown", "metadata": {}, "source": told}))
    return cells


def _cut_cell(cell: nbformat.NotebookNode, most: int) -> nbformat.NotebookNode:
    new: dict[str, Any] = {**cell, "source": _cut_text(cell.source, most)}
    if "outputs" in cell:
        new["outputs"] = [_cut_output(output, most) for output in cell.outputs]
    return nbformat.NotebookNode(new)  # as it is: a deep copy would take as long as a page


def _cut_output(output: Mapping[str, Any], most: int) -> dict[str, Any]:
    if output.get("output_type") in ("stream", "error"):
        said = _cut_text(cells_as_html.said_by(output), most)
        return {"output_type": "stream", "name": "stdout", "text": said}
    data = output.get("data", {})
    if "text/plain" in data:
        data = {**data, "text/plain": _cut_text(cells_as_html.said_by({"data": data}), most)}
    return {**output, "data": data}


def _cut_text(text: str, most: int) -> str:
    left_out = len(text) - most
    if left_out <= 0:
        return text
    return f"{text[:most]}\n\n[… {left_out} more characters are left out]"
