"""nbgrader's step that takes solutions out of a notebook, and puts in a bug to be found."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import preprocessors
from nbgrader.converters import GenerateAssignment

from autograder.notebooks.build import HANDED_OUT


class HandOut(preprocessors.ClearSolutions):
    """As nbgrader's own, configured as ``ClearSolutions`` too."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Replace a solution by the stub, or by what the cell says is handed out instead."""
        handed_out = cell.metadata.pop(HANDED_OUT, None)
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if handed_out is not None:
            cell.source = handed_out
        return cell, resources


def steps() -> list[type]:
    """nbgrader's steps from an instructor's notebook to the students', in order."""
    usual = GenerateAssignment.preprocessors.default()
    return [HandOut if step is preprocessors.ClearSolutions else step for step in usual]
