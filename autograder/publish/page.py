"""The page of a chapter: what the site runs and shows, as a notebook.

Stubs are shown and references run, so that everything below an exercise has its output while
the page itself holds no solution.
"""

from __future__ import annotations

import hashlib
import re

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course import Cell, Chapter, Exercise, Written
from autograder.course.chapter import in_points
from autograder.notebooks.build import KERNELSPEC
from autograder.publish import answering
from autograder.publish.exercises import task

# run first, hidden: pictures as SVG, which say where they may be cut for a phone
SETUP = "from autograder.pictures.for_pages import draw_for_page\n\ndraw_for_page()"


def page(chapter: Chapter, stamp: str = "", *, solved: bool = False) -> NotebookNode:
    """The notebook that stands for ``chapter`` in the site.

    ``stamp`` names the version of all that its outputs depend on beside its own code: another
    stamp, and the page is run anew. With ``solved`` the solutions are shown, folded.
    """
    cells = [new_code_cell(SETUP + _lending(chapter), metadata={"tags": ["remove-cell"]})]
    lines = [0]
    for cell in chapter.cells:
        made = _cells(chapter, cell, solved)
        cells += made
        # MyST-NB counts from 0 and adds 1; the box around a question has three lines of its own
        lines += [cell.line - (5 if cell.kind == "written" else 2)] * len(made)
    cells[0].metadata["depends_on"] = stamp
    # ids would be random, and a page that did not change must not look changed
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return new_notebook(cells=cells, metadata={"kernelspec": KERNELSPEC, "source_map": lines})


def text_of(notebook: NotebookNode) -> str:
    """All of the notebook as text: two equal texts make equal pages."""
    return nbformat.writes(notebook)


def _cells(chapter: Chapter, cell: Cell, solved: bool) -> list[NotebookNode]:
    if "predict" in cell.options:
        guess = _box("Predict, then look", str(cell.options["predict"]).strip(), "predict")
        return [new_markdown_cell(guess), new_code_cell(cell.source, metadata=_code(cell))]
    match cell.kind:
        case "exercise":
            return _exercise(chapter, chapter.exercises[cell.name], solved)
        case "written":
            return _written(chapter, chapter.written[cell.name], solved)
        case "text":
            return [new_markdown_cell(cell.source)]
        case "check":
            return [new_code_cell(cell.source, metadata={"tags": ["check"]})]
        case "picture" | "code":
            return [new_code_cell(cell.source, metadata=_code(cell))]


def _lending(chapter: Chapter) -> str:
    """What stands in for the reader's own library; another reference makes another page."""
    if not chapter.borrowed:
        return ""
    names = {name: of.folder.name for name, of in chapter.borrowed.items()}
    texts = [of.path.read_bytes() for of in chapter.borrowed.values()]
    digest = hashlib.sha256(b"".join(texts)).hexdigest()[:16]
    return f"\n\nfrom autograder.in_process import lend\n\nlend({names})  # {digest}"


def _exercise(chapter: Chapter, exercise: Exercise, solved: bool) -> list[NotebookNode]:
    notebook = f'<a href="../notebooks/{chapter.name}.ipynb" download>notebook</a>'
    what, to_do = ("Find the bug:", "Mend") if exercise.is_bug else ("Exercise", "Write")
    body = f"{task(exercise)}\n\n{to_do} it in the {notebook}, then run the check below it."
    body += "\n\n" + answering.box(chapter.name, "exercise", exercise.name)
    shown = _box(f"{what} {exercise.title}", body, "exercise")
    if solved:
        prompt = {"code_prompt_show": "Show the solution", "code_prompt_hide": "Hide the solution"}
        hidden = {"tags": ["hide-input"], "mystnb": prompt}
    else:
        hidden = {"tags": ["remove-cell"]}
    return [new_markdown_cell(shown), new_code_cell(exercise.reference, metadata=hidden)]


def _written(chapter: Chapter, written: Written, solved: bool) -> list[NotebookNode]:
    title = f"Question ({in_points(written.points)})"
    answer = answering.box(chapter.name, "written", written.name)
    body = f"{written.question.source.strip()}\n\n{answer}"
    cells = [new_markdown_cell(_box(title, body, "question"))]
    if solved:
        cells.append(new_markdown_cell(_box("Model answer", written.model_answer, "dropdown")))
    return cells


def _code(cell: Cell) -> dict:
    """What MyST-NB has to know of a cell with code: what is folded, and its figure."""
    tags = list(cell.options.get("tags", ()))
    shown: dict[str, object] = {}
    if cell.kind == "picture":
        tags.append("hide-input")
        shown["figure"] = {"name": cell.name, "caption": cell.options.get("caption", "")}
        shown["image"] = {"alt": cell.options.get("alt", "")}
    if "predict" in cell.options:
        tags.append("hide-output")  # a <details> that needs no script
    if shown or "predict" in cell.options:
        # MyST-NB has one prompt for both, and says "source" or "output" for {type}
        what = "{type}" if "predict" in cell.options else "code"
        shown |= {"code_prompt_show": f"Show the {what}", "code_prompt_hide": f"Hide the {what}"}
    return {key: value for key, value in (("tags", tags), ("mystnb", shown)) if value}


def _box(title: str, body: str, kind: str) -> str:
    return _fenced(":", f"{{admonition}} {title}", f":class: {kind}\n\n{body}")


def _fenced(mark: str, opening: str, body: str) -> str:
    """``body`` in a fence longer than any in it."""
    longest = max(map(len, re.findall(f"{mark}+", body)), default=0)
    fence = mark * max(3, longest + 1)
    return f"{fence}{opening}\n{body}\n{fence}"
