"""Feedback pages: what each exercise earned, the answers, and what is said of them.

Made with one warm exporter, from the graded notebook and what stands in the gradebook. They ask
no other server for anything.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbgrader.converters import GenerateFeedback
from traitlets.config import Config

from autograder.grading.coordinator.gradebook import Entered
from autograder.interrupting import raise_after
from autograder.release.classroom import Classroom

REMEMBERED = 2048  #: cells; most of a notebook is the course's own, the same for everyone
SHORT = 10_000  #: characters of a cell that may be remembered
#: seconds of processor time that a page may take, and what its cells are cut to after that: the
#: time that Markdown and colors take can grow with the square of a text
TRIES = ((1.0, 2000), (2.0, 100))
TEMPLATE = Path(__file__).with_name("feedback.html.j2")
BARE_IMAGE = re.compile(r"<img(?![^>]*\balt=)")
#: nbconvert's own words
NO_ALT = '<img alt="No description has been provided for this image"'


class FeedbackWriter:
    """Makes the pages of one class."""

    def __init__(self, classroom: Classroom) -> None:
        api = classroom.nbgrader()
        converter = GenerateFeedback(coursedir=api.coursedir, parent=api)
        converter.update_config(Config({"HTMLExporter": {"template_name": "feedback"}}))
        self.exporter = _WarmExporter(parent=converter, config=converter.config)

    def made_from(self, entered: Entered) -> str:
        """Return a hash of all that decides a page beside its notebook."""
        told = json.dumps(dataclasses.asdict(entered), sort_keys=True)
        return hashlib.sha256(f"{_version()} {told}".encode()).hexdigest()

    def page(
        self, notebook: nbformat.NotebookNode, assignment: str, student: str, entered: Entered
    ) -> str:
        """Render a graded notebook with what stands in the gradebook, as HTML."""
        cells = [cell for cell in notebook.cells if _is_shown(cell, assignment)]
        for cell in cells:
            about = cell.metadata.get("nbgrader")
            if about is not None:
                cell.metadata["feedback"] = _part(about, entered)
        notebook = nbformat.from_dict({**notebook, "cells": cells})
        resources = {
            "unique_key": assignment,
            "output_files_dir": f"{assignment}_files",
            "nbgrader": {
                "notebook": assignment,
                "score": entered.mark,
                "max_score": entered.max_score,
                "late_penalty": entered.penalty,
            },
            "feedback": {
                "assignment": assignment,
                "student": student,
                "is_excused": entered.is_excused,
                "parts": [_part({"grade_id": n, "grade": True}, entered) for n in entered.scores],
            },
        }
        for seconds, most in TRIES:
            with contextlib.suppress(_TooLong), raise_after(seconds, _TooLong):
                return self._page(notebook, resources)
            notebook = _cut(notebook, most)
        return self._page(notebook, resources)

    def _page(self, notebook: nbformat.NotebookNode, resources: dict[str, Any]) -> str:
        return self.exporter.from_notebook_node(_Own(notebook), resources=resources)[0]


@functools.cache
def _version() -> str:
    return hashlib.sha256(Path(__file__).read_bytes() + TEMPLATE.read_bytes()).hexdigest()


def _is_shown(cell: nbformat.NotebookNode, assignment: str) -> bool:
    """Whether a cell is the student's, or says something of what is: not the chapter's text."""
    about = cell.metadata.get("nbgrader") or {}
    if about.get("grade") or about.get("solution") or cell.get("outputs"):
        return True
    is_question = about.get("grade_id", "").startswith("question_")
    return is_question or not cell.get("id", "").startswith(f"{assignment}-")


def _part(about: Mapping[str, Any], entered: Entered) -> dict[str, Any]:
    """What a page says about a cell that is graded, answered or the course's own."""
    id = about["grade_id"]
    name = id.removeprefix("check_").removeprefix("question_")
    part = {"id": id, "name": name, "heading": name, "is_missed": False}
    if about.get("grade"):
        score, most = entered.scores[id]
        is_unmarked = id in entered.unmarked
        waived = entered.waived.get(id)
        if waived == "bonus" and not is_unmarked:
            part["points"] = f"{score:g} (bonus)"
        elif waived and waived != "bonus":
            part["points"] = waived
        else:
            part["points"] = "not marked yet" if is_unmarked else f"{score:g} of {most:g}"
        in_words = is_unmarked or waived
        part["heading"] = f"{name}: {part['points']}{'' if in_words else ' points'}"
        part["is_missed"] = score < most and not is_unmarked
    elif about.get("solution"):
        part["heading"] = f"{name}: your answer"
    elif id.startswith("question_"):
        part["heading"] = f"{name}: the question"
    if about.get("solution"):
        part["comment"] = entered.comments.get(id)
    return part


class _TooLong(BaseException):
    """Raised in what takes too long; no ``Exception``, which a library might swallow."""


def _cut(notebook: nbformat.NotebookNode, most: int) -> nbformat.NotebookNode:
    """``notebook`` with at most ``most`` characters of each cell's text."""
    cells = []
    for cell in notebook.cells:
        if len(cell.source) > most:
            told = f"[… {len(cell.source) - most} more characters are left out]"
            cell = nbformat.from_dict({**cell, "source": f"{cell.source[:most]}\n\n{told}"})
        cells.append(cell)
    return nbformat.from_dict({**notebook, "cells": cells})


class _Own(nbformat.NotebookNode):
    """A notebook that nobody else will read: an exporter need not copy it."""

    def __deepcopy__(self, memo: dict) -> _Own:
        return self


class _WarmExporter(HTMLExporter):
    """An nbconvert exporter that caches rendered cells and skips the second parse.

    A page of `perceptron`: 19 ms of processor time, 426 with nbconvert's own. It overrides
    private names of nbconvert 7, to which pyproject.toml pins it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(raw_template=TEMPLATE.read_text(encoding="utf-8"), **options)
        self._cells: dict[str, str] = {}
        self.register_filter("remembered", self.cell)
        highlight = Highlight2HTML(pygments_lexer="python", parent=self)
        self._highlight = functools.lru_cache(REMEMBERED)(highlight)

    def cell(self, cell: nbformat.NotebookNode, render: Callable[[], str]) -> str:
        """HTML of ``cell``, which ``render`` makes."""
        key = json.dumps(cell)
        if len(key) > SHORT:
            return render()
        if key not in self._cells:
            if len(self._cells) >= REMEMBERED:
                self._cells.clear()
            self._cells[key] = render()
        return self._cells[key]

    def highlight(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        language = (metadata or {}).get("magics_language", language)
        return self._highlight(source, language)

    def from_notebook_node(  # type: ignore[override]  # as TemplateExporter's own
        self, nb: nbformat.NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        resources = self._init_resources(resources)
        widgets = WidgetsDataTypeFilter(
            notebook_metadata=self._nb_metadata, parent=self, resources=resources
        )
        self.register_filter("highlight_code", self.highlight)
        self.register_filter("filter_data_type", widgets)
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        return BARE_IMAGE.sub(NO_ALT, page), resources

    def _preprocess(
        self, nb: nbformat.NotebookNode, resources: dict[str, Any]
    ) -> tuple[nbformat.NotebookNode, dict[str, Any]]:
        """Without a copy and a validation around each step: the notebook is our own."""
        for preprocessor in self._preprocessors:
            nb, resources = preprocessor(nb, resources)
        return nb, resources
