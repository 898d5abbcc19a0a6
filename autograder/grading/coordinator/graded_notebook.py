"""The graded notebook: the answers, what they showed, and what the checks say of them.

Its outputs are such that nbgrader's own scoring reads the same points from it. The text of a
graded check is not in it, nor any value that one expects.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat

from autograder.grading.boundary.messages import CheckOutcome, Verdict
from autograder.grading.coordinator.intake import Taken

FAILED = "CheckFailed"


def graded_notebook(
    taken: Taken, verdict: Verdict, checksums: Mapping[str, str]
) -> nbformat.NotebookNode:
    """``taken.notebook`` with outputs; ``checksums`` are those of the release."""
    notebook = taken.notebook
    for index, outputs in zip(taken.cells, verdict.outputs, strict=True):
        notebook.cells[index].outputs = _outputs(outputs)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader")
        if about is None:
            continue
        about["checksum"] = checksums[about["grade_id"]]
        if about["grade"] and cell.cell_type == "code":
            exercise = about["grade_id"].removeprefix("check_")
            cell.outputs = _verdict_outputs(
                exercise, verdict.outcomes[exercise], verdict.points(exercise)
            )
    return notebook


def read_graded_notebook(path: Path) -> nbformat.NotebookNode | None:
    """Read what :func:`graded_notebook` made, or nbgrader; ``None`` where there is none.

    Raises :class:`OSError` where there is one that cannot be read.
    """
    if not path.is_file():
        return None
    try:
        notebook = nbformat.v4.reads(path.read_text(encoding="utf-8"))
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    return notebook if _is_sound(notebook) else None


def _is_sound(notebook: Any) -> bool:
    """Whether it has the form of one: nbformat's own test takes longer than grading does."""
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        return False
    return isinstance(notebook.get("metadata"), dict) and all(map(_is_cell, notebook["cells"]))


def _is_cell(cell: Any) -> bool:
    if not isinstance(cell, dict) or not isinstance(cell.get("metadata"), dict):
        return False
    about = cell["metadata"].get("nbgrader") or {}
    outputs = cell.get("outputs", [])
    return (
        isinstance(cell.get("source"), str)
        and cell.get("cell_type") in ("code", "markdown", "raw")
        and isinstance(about, dict)
        and (not about.get("grade") or isinstance(about.get("grade_id"), str))
        and isinstance(outputs, list)
        and all(isinstance(one, dict) and "output_type" in one for one in outputs)
    )


def changed_answers(
    before: nbformat.NotebookNode | None, now: nbformat.NotebookNode
) -> frozenset[str]:
    """Return the ``grade_id`` of every graded cell whose answer is another than ``before``.

    A written answer is its cell; the answer to an exercise may stand in any of the student's
    cells. Where there was no graded notebook, nothing has changed.
    """
    if before is None:
        return frozenset()
    old, new = _answers(before), _answers(now)
    return frozenset(name for name, answer in new.items() if old.get(name, answer) != answer)


def _answers(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """What answers each graded cell, without its blanks."""
    program, written, checks = [], {}, []
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader") or {}
        answer = "".join(cell.source.split()) + json.dumps(cell.get("attachments") or {})
        if about.get("grade") and cell.cell_type == "code":
            checks.append(about["grade_id"])
        elif about.get("grade"):
            written[about["grade_id"]] = answer
        elif cell.cell_type == "code" and (about.get("solution") or not about):
            program.append(answer)
    return written | dict.fromkeys(checks, "".join(program))


def _outputs(shown: Mapping[str, Any]) -> list[nbformat.NotebookNode]:
    outputs = [
        _output("stream", name=name, text=shown[name])
        for name in ("stdout", "stderr")
        if shown[name]
    ]
    outputs += [_output("display_data", data=data, metadata={}) for data in shown["shown"]]
    if shown["error"]:
        outputs.append(_error(shown["error"]))
    return outputs


def _error(message: str, name: str = "") -> nbformat.NotebookNode:
    last = message.strip().splitlines()[-1]
    kind, _, value = last.partition(": ")
    return _output(
        "error", ename=name or kind, evalue=value or last, traceback=message.splitlines()
    )


def _verdict_outputs(
    exercise: str, outcomes: Sequence[CheckOutcome], earned: float
) -> list[nbformat.NotebookNode]:
    """What nbgrader reads as the points: an error is 0, else the number in the result."""
    missed = [outcome for outcome in outcomes if outcome.kind]
    if not earned:
        messages = dict.fromkeys(outcome.public for outcome in missed)  # each of them once
        return [_error("\n\n".join(messages), FAILED)]
    told = [f"{outcome.points:g} points missed. {outcome.public}\n" for outcome in missed]
    if not missed:
        told = [f"{exercise}: all checks passed\n"]
    return [
        _output("stream", name="stdout", text="\n".join(told)),
        _output(
            "execute_result",
            data={"text/plain": f"{earned:g}"},
            execution_count=None,
            metadata={},
        ),
    ]


def _output(kind: str, **content: Any) -> nbformat.NotebookNode:
    # nbformat's own constructors validate each one, which takes longer than all else here
    return nbformat.from_dict({"output_type": kind, **content})
