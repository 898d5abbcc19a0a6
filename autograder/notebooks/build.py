"""Notebooks made from a chapter: for students, for nbgrader's source/, for instructors."""

from __future__ import annotations

import re
from collections.abc import Mapping

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder import checks
from autograder.checks.known import pack
from autograder.course import Cell, Chapter
from autograder.notebook_files import KNOWN_MISTAKES, PICTURE_TAG, TEXT_STUB
from autograder.notebooks.markdown import bibliography, equation_labels, plain_markdown

#: What nbgrader leaves where a solution was (set as ClearSolutions' stubs on release).
CODE_STUB = "raise NotImplementedError"

#: What holds for every exercise, so that no docstring need say it: ``python -m tools.promises``
#: compares both with what the graded checks ask.
CONVENTIONS = """\
Unless its docstring says otherwise, a function takes arrays of floats or integers, or lists in
their place, also of a single sample or feature, also read-only or strided; their numbers may be
of any size, tiny or huge. It changes no argument. Arrays of numbers come back as `float64`, labels
as integers."""
HOW_TO = f"""\
*From Neuron to Network.* Run the cells from the top. Where a cell says
`raise NotImplementedError`, put your answer in its place and run the check below it: it says
what is right and what is not. Hand the notebook in under the name it has; on a command line,
`autograder check` followed by that name runs all visible checks. If an import fails, install the
course's package, which your instructor hands out with the notebooks.

What passes is kept in `mine.py`, beside the notebook, where later notebooks find it; so keep all
notebooks of the course in one folder. When graded, `mine` has only what this notebook's own cells
import from it: whatever else you want to use again, copy into a cell.

{CONVENTIONS}"""
#: Metadata of a solved cell: what students get for it, where that is no empty stub.
HANDED_OUT = "handed_out"
#: The cell that brings the digests of known mistakes.
KNOWN_SOURCE = """\
# With this the checks below recognize common mistakes by their numbers.
from autograder.checks.known import know_digests
from autograder.checks.progress import know_points

know_digests(
    "{packed}"
)
# With this they say how far you are.
know_points({points})"""
#: A cell that imports the student's own functions.
BORROWING = """\
# Your own functions, kept in mine.py when their checks passed.
from autograder.checks.mine import borrow

borrow({names})
{source}"""
KEEPING = """

from autograder.checks.mine import keep

keep("{place}", "{chapter}", "{exercise}", {names})"""
#: what a notebook or page of the course is run by
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
HIDDEN = re.compile(r"^[ ]*### BEGIN HIDDEN TESTS\n.*?^[ ]*### END HIDDEN TESTS\n?", re.M | re.S)


def source_notebook(
    chapter: Chapter, known_mistakes: Mapping[str, str] | None = None
) -> nbformat.NotebookNode:
    """Return the instructor's notebook that nbgrader makes the release from.

    ``known_mistakes`` are sentences by the digest of what a mistake gives in a visible check.
    """
    return _notebook(chapter, solved=True, known_mistakes=known_mistakes or {})


def student_notebook(
    chapter: Chapter, known_mistakes: Mapping[str, str] | None = None
) -> nbformat.NotebookNode:
    """Return what students get: stubs and visible checks, no solution, no graded check.

    A test holds that nbgrader's own release of :func:`source_notebook` has the same cells.
    """
    notebook = _notebook(chapter, solved=False, known_mistakes=known_mistakes or {})
    for cell in notebook.cells:
        cell.source = HIDDEN.sub("", cell.source).rstrip("\n")
        about = cell.metadata.get("nbgrader")
        if about and cell.cell_type == "markdown" and about["solution"]:
            cell.source = TEXT_STUB
    return notebook


def solved_notebook(chapter: Chapter) -> nbformat.NotebookNode:
    """The instructor's notebook to read and run: the reference in place, no markers."""
    notebook = _notebook(chapter, solved=True, known_mistakes={})
    for cell in notebook.cells:
        cell.source = re.sub(r"^[ ]*### (?:BEGIN|END) SOLUTION\n?", "", cell.source, flags=re.M)
        cell.source = HIDDEN.sub("", cell.source).rstrip("\n")
    return notebook


def _notebook(
    chapter: Chapter, solved: bool, known_mistakes: Mapping[str, str]
) -> nbformat.NotebookNode:
    names = _names(chapter)
    cells = [new_markdown_cell(HOW_TO)]
    if chapter.exercises:
        points = {exercise.name: exercise.points for exercise in chapter.exercises.values()}
        cells.append(_known_mistakes_cell(known_mistakes, points))
    given = visible = 0
    for cell in chapter.cells:
        if "predict" in cell.options:
            guess = plain_markdown(str(cell.options["predict"]).strip(), names)
            cells.append(new_markdown_cell(f"**Predict, then run.** {guess}"))
        if cell.kind == "text":
            cells.append(new_markdown_cell(plain_markdown(cell.source, names)))
        elif cell.kind == "code":
            given += 1
            about = _locked(f"given_{given}")
            if "experiment" in cell.options:
                about["tags"] = [PICTURE_TAG]
            cells.append(new_code_cell(_borrowing(chapter, cell), metadata=about))
        elif cell.kind == "picture":
            cells.append(new_code_cell(cell.source, metadata={"tags": [PICTURE_TAG]}))
            caption = str(cell.options.get("caption", "")).strip()
            if caption:
                text = f"*{names[cell.name]}.* {plain_markdown(caption, names)}"
                cells.append(new_markdown_cell(text))
        elif cell.kind == "exercise":
            exercise = chapter.exercises[cell.name]
            about = _answer(cell.name)
            if solved and exercise.is_bug:
                about[HANDED_OUT] = exercise.handed_out
            source = exercise.solved if solved else exercise.handed_out
            cells.append(new_code_cell(source, metadata=about))
        elif cell.kind == "check":
            visible += 1
            about = _locked(f"visible_{visible}_{cell.name}")
            source = _with_imports(cell.source) + _keeping(chapter, cell)
            cells.append(new_code_cell(source, metadata=about))
            if "points" in cell.options:
                cells.append(_graded_cell(chapter, cell))
        elif cell.kind == "written":
            cells += _written_cells(chapter, cell, names)
    for index, cell in enumerate(cells):
        cell.id = f"{chapter.name}-{index:03d}"[-64:]
    return new_notebook(
        cells=cells,
        metadata={"kernelspec": KERNELSPEC, "language_info": {"name": "python"}},
    )


def _names(chapter: Chapter) -> dict[str, str]:
    """What the text calls its works, figures and formulas, numbered as they come."""
    bib = chapter.path.parent / "references.bib"
    names = bibliography(bib.read_text(encoding="utf-8")) if bib.exists() else {}
    pictures = [cell.name for cell in chapter.cells if cell.kind == "picture"]
    names |= {name: f"Figure {number}" for number, name in enumerate(pictures, 1)}
    text = "\n".join(cell.source for cell in chapter.cells if cell.kind in ("text", "written"))
    return names | {label: str(n) for n, label in enumerate(equation_labels(text), 1)}


def _known_mistakes_cell(
    known_mistakes: Mapping[str, str], points: Mapping[str, float]
) -> nbformat.NotebookNode:
    """Return the folded cell with which visible checks recognize mistakes and count points."""
    about = _locked(KNOWN_MISTAKES) | {"jupyter": {"source_hidden": True}}
    source = KNOWN_SOURCE.format(packed=pack(known_mistakes), points=dict(points))
    return new_code_cell(source, metadata=about)


def _borrowing(chapter: Chapter, cell: Cell) -> str:
    """A given cell; one that takes the student's own functions says first which are missing."""
    names = {name: chapter.borrowed[name].folder.name for name in cell.imported_from_mine()}
    return BORROWING.format(names=names, source=cell.source) if names else cell.source


def _keeping(chapter: Chapter, cell: Cell) -> str:
    """What the last visible check of an exercise does when all have passed."""
    last = [c for c in chapter.cells if c.kind == "check" and c.name == cell.name][-1]
    if cell is not last:
        return ""
    number = 1 + list(chapter.exercises).index(cell.name)
    functions = ", ".join(chapter.exercises[cell.name].functions)
    place = f"{chapter.place}.{number}"
    return KEEPING.format(place=place, chapter=chapter.name, exercise=cell.name, names=functions)


def _graded_cell(chapter: Chapter, cell: Cell) -> nbformat.NotebookNode:
    exercise = chapter.exercises[cell.name]
    earlier = chapter.functions_before(exercise)
    source = (
        f"# Graded: more checks of {exercise.name} run here once you have handed in "
        f"({exercise.points:g} points).\n"
        "### BEGIN HIDDEN TESTS\n"
        "from autograder.in_process import grade_cell\n\n"
        f'grade_cell("{chapter.name}", "{exercise.name}", globals(), earlier={earlier})\n'
        "### END HIDDEN TESTS"
    )
    about = _nbgrader(f"check_{exercise.name}", grade=True, locked=True, points=exercise.points)
    return new_code_cell(source, metadata=about)


def _written_cells(
    chapter: Chapter, cell: Cell, names: dict[str, str]
) -> list[nbformat.NotebookNode]:
    written = chapter.written[cell.name]
    question = f"**Question ({written.points:g} points).** {plain_markdown(cell.source, names)}"
    about = _nbgrader(cell.name, grade=True, solution=True, points=written.points)
    return [
        new_markdown_cell(question, metadata=_locked(f"question_{cell.name}")),
        new_markdown_cell(written.model_answer, metadata=about),
    ]


def _with_imports(check: str) -> str:
    """Return a visible check that finds its functions in a kernel that knows nothing yet.

    So it can say what to run first, where Python alone would miss the check itself.
    """
    called = set(re.findall(r"^check_\w+(?=\()", check, re.M))
    used = sorted(called & set(checks.__all__))  # a chapter may have a check of its own
    return f"from autograder.checks import {', '.join(used)}\n\n{check}" if used else check


def _answer(name: str) -> dict:
    return _nbgrader(name, solution=True)


def _locked(name: str) -> dict:
    return _nbgrader(name, locked=True)


def _nbgrader(
    grade_id: str,
    *,
    grade: bool = False,
    locked: bool = False,
    solution: bool = False,
    points: float | None = None,
) -> dict:
    about = {
        "grade": grade,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        about["points"] = points
    return {"nbgrader": about}
