"""Feedback pages as ``nbgrader generate_feedback`` makes them, with one warm exporter."""

from __future__ import annotations

import nbformat
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import GenerateFeedback
from traitlets.config import Config

from autograder.grading.gradebook import Entered
from autograder.release.classroom import Classroom


class FeedbackWriter:
    """Makes the pages of one class."""

    def __init__(self, classroom: Classroom) -> None:
        api = classroom.nbgrader()
        converter = GenerateFeedback(coursedir=api.coursedir, parent=api)
        converter.update_config(Config({"HTMLExporter": {"template_name": "feedback"}}))
        self.exporter = converter.exporter_class(parent=converter, config=converter.config)
        self.exporter.register_preprocessor(CSSHTMLHeaderPreprocessor, enabled=True)

    def page(self, notebook: nbformat.NotebookNode, assignment: str, entered: Entered) -> str:
        """HTML of a graded notebook with what stands in the gradebook."""
        for cell in notebook.cells:
            about = cell.metadata.get("nbgrader")
            if about is None:
                continue
            if about["solution"]:
                about["comment"] = entered.comments[about["grade_id"]]
            if about["grade"]:
                about["score"], about["points"] = entered.scores[about["grade_id"]]
        resources = {
            "unique_key": assignment,
            "output_files_dir": f"{assignment}_files",
            "nbgrader": {
                "notebook": assignment,
                "score": entered.score - entered.penalty,
                "max_score": entered.max_score,
                "late_penalty": entered.penalty,
            },
        }
        page, _ = self.exporter.from_notebook_node(notebook, resources=resources)
        return page
