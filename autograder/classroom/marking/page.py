"""A sheet as files: a page to mark on, and a table for those who would rather use a spreadsheet."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import mimetypes
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.classroom.exporting.tables import harmless, written
from autograder.classroom.marking.sheets import Answer, Sheet, folder_of
from autograder.grading.coordinator.sanitize import render
from autograder.release.classroom import Classroom

HERE = Path(__file__).parent
HEADINGS = ("chapter", "question", "answer", "points", "comment", "version", "before", "text")
#: a picture beside the graded notebook, as Markdown names it; grading has put it there
PICTURE = re.compile(r'(<img [^>]*?src=")(?!data:)([^"]+)(")')


def as_table(sheet: Sheet) -> bytes:
    """The sheet as CSV; what is said in columns ``points`` and ``comment`` can be taken back."""
    rows = [
        (
            *(sheet.chapter.name, sheet.question.name, answer.pseudonym),
            points_shown(answer),
            harmless(answer.given.comment),
            answer.version,
            answer.before,
            harmless(answer.cell.source),
        )
        for answer in sheet.answers
    ]
    return written([HEADINGS, *rows])


def as_page(sheet: Sheet, classroom: Classroom) -> str:
    """The sheet as one HTML file that asks nobody for anything; it saves the table of marks."""
    script = (HERE / "sheet.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        _templates()
        .get_template("sheet.html.j2")
        .render(
            sheet=sheet,
            question=Markup(render(sheet.question.question.source, {})),
            model_answer=Markup(render(sheet.question.model_answer, {})),
            answers=[(one, _shown(one, sheet, classroom)) for one in sheet.answers],
            points_shown=points_shown,
            comments=Markup(json.dumps(sheet.comments).replace("<", "\\u003c")),
            headings=Markup(json.dumps(HEADINGS[:-1])),
            script=Markup(script),
            digest=digest,
        )
    )


def points_shown(answer: Answer) -> str:
    """The points that stand on the sheet: none where the answer waits for a mark."""
    points = answer.given.points
    return "" if answer.asked.is_waiting or points is None else f"{points:g}"


def _shown(answer: Answer, sheet: Sheet, classroom: Classroom) -> Markup:
    """An answer as HTML in which nothing runs, with its pictures in it."""
    folder = folder_of(classroom, answer.student, sheet.chapter.name)
    html = render(answer.cell.source, answer.cell.get("attachments") or {})
    return Markup(PICTURE.sub(functools.partial(_with_picture, folder), html))


def _with_picture(folder: Path, found: re.Match[str]) -> str:
    path = folder / found[2]
    kind = mimetypes.guess_type(path.name)[0] or ""
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
        content = path.read_bytes() if is_inside and kind.startswith("image/") else b""
    except (OSError, ValueError):
        content = b""
    if not content:
        return found[0]
    return f"{found[1]}data:{kind};base64,{base64.b64encode(content).decode()}{found[3]}"


@functools.cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
