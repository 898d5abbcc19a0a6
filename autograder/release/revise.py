"""Change an assignment that was handed in already: questions dropped, questions added.

nbgrader refuses to release one that has submissions and other cells than before. Here its
gradebook is fitted to the new cells first; marks of the cells that stay are not touched.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import api
from nbgrader.api import Gradebook, MissingEntry

#: nbgrader's kinds of cells, and the attribute of a notebook that lists them
KINDS = {
    "grade": (api.GradeCell, "grade_cells"),
    "solution": (api.SolutionCell, "solution_cells"),
    "source": (api.SourceCell, "source_cells"),
}


@dataclass(frozen=True)
class Revision:
    """What is different for those who have handed in."""

    dropped: tuple[str, ...] = ()  #: graded cells by ``grade_id``
    added: tuple[str, ...] = ()
    lost: int = 0  #: marks and comments by hand that stood in dropped cells

    def __bool__(self) -> bool:
        return bool(self.dropped or self.added)


def plan_revision(book: Gradebook, name: str, source: nbformat.NotebookNode) -> Revision:
    """Compare the graded cells of ``source`` with those of the assignment ``name``."""
    notebook = _handed_in(book, name)
    if notebook is None:
        return Revision()
    before = {cell.name: cell for cell in notebook.grade_cells}
    after = _names(source, "grade")
    dropped = {n: cell for n, cell in before.items() if n not in after}
    by_hand = [
        one
        for cell in [*dropped.values(), *notebook.solution_cells]
        if cell.name in dropped
        for one in (*cell.grades, *cell.comments)
        if _is_by_hand(one)
    ]
    return Revision(tuple(dropped), tuple(n for n in after if n not in before), len(by_hand))


def revise(book: Gradebook, name: str, source: nbformat.NotebookNode) -> None:
    """Fit the cells of the assignment ``name`` to ``source``, in one transaction."""
    notebook = _handed_in(book, name)
    if notebook is None:
        return
    for kind, (table, attribute) in KINDS.items():
        wanted = _names(source, kind)
        known = {cell.name: cell for cell in getattr(notebook, attribute)}
        for cell in [cell for n, cell in known.items() if n not in wanted]:
            _delete(book, cell)
        for cell in [cell for n, cell in wanted.items() if n not in known]:
            _add(book, table, cell, notebook)
    book.db.commit()


def back_up(db_url: str, folder: Path) -> Path | None:
    """Copy a gradebook that is one file into ``folder``; ``None`` for another kind."""
    path = Path(db_url.removeprefix("sqlite:///"))
    if not db_url.startswith("sqlite:///") or not path.exists():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + len(list(folder.glob("gradebook-*.db")))
    return Path(shutil.copy2(path, folder / f"gradebook-{number}.db"))


def notebook_of(book: Gradebook, name: str) -> Any:
    """The notebook of the assignment ``name``, where ``book`` knows it; else ``None``."""
    try:
        return book.find_notebook(name, name)
    except MissingEntry:
        return None


def _handed_in(book: Gradebook, name: str) -> Any:
    """The notebook of the assignment ``name``, where somebody has handed it in."""
    notebook = notebook_of(book, name)
    return notebook if notebook and notebook.submissions else None


def _names(source: nbformat.NotebookNode, kind: str) -> dict[str, nbformat.NotebookNode]:
    """The cells of one kind by ``grade_id``."""
    found = {}
    for cell in source.cells:
        about = cell.metadata.get("nbgrader", {})
        is_source = about.get("grade") or about.get("solution") or about.get("locked")
        if is_source if kind == "source" else about.get(kind):
            found[about["grade_id"]] = cell
    return found


def _is_by_hand(one: Any) -> bool:
    return any(
        getattr(one, name, None) is not None
        for name in ("manual_score", "extra_credit", "manual_comment")
    )


def _delete(book: Gradebook, cell: Any) -> None:
    for one in (*getattr(cell, "grades", ()), *getattr(cell, "comments", ())):
        book.db.delete(one)
    book.db.delete(cell)


def _add(book: Gradebook, table: type, cell: nbformat.NotebookNode, notebook: Any) -> None:
    """Add a cell, with an empty row for everyone who has handed in."""
    about = cell.metadata["nbgrader"]
    values: dict[str, Any] = {"name": about["grade_id"], "notebook": notebook}
    if table is not api.SolutionCell:
        values["cell_type"] = cell.cell_type
    if table is api.GradeCell:
        values["max_score"] = about["points"]
    new = table(**values)
    book.db.add(new)
    if table is not api.SourceCell:
        row = api.Grade if table is api.GradeCell else api.Comment
        for handed_in in notebook.submissions:
            book.db.add(row(cell=new, notebook=handed_in))
