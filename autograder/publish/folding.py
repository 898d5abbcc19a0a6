"""Fold what a reader need not read: how a check asks, what a chapter imports, how it draws.

It is done to the page as read, and not to its cells: what is folded is no reason to run a page
anew.
"""

from __future__ import annotations

import ast
import re

from docutils import nodes
from sphinx.application import Sphinx

#: Drawing code of more lines is folded.
LONGEST = 12
DRAWS = re.compile(r"\b(?:ax|axes|fig|plt|left|right)\.\w+\(")


def set_up(app: Sphinx) -> None:
    """Fold cells of every page that is read."""
    app.connect("doctree-read", fold_cells)


def fold_cells(app: Sphinx | None, doctree: nodes.document) -> None:
    """Fold the checks and the plumbing of a page, and say what stands below a check."""
    for cell in list(doctree.findall(nodes.container)):
        if cell.get("nb_element") != "cell_code" or not cell.children:
            continue
        if "tag_check" in cell["classes"]:
            _fold(cell, "What the check asks", "Hide what the check asks")
            _say_what_is_printed(cell)
        elif not cell.get("hide_mode") and (what := plumbing(cell.children[0].astext())):
            _fold(cell, f"Show the {what}", f"Hide the {what}")


def plumbing(source: str) -> str:
    """What the code of a given cell is for, if it is not the point of the text around it.

    >>> plumbing("import numpy as np\\n\\nuse_style()")
    'set-up'
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:  # a line for Jupyter
        return ""
    if statements and isinstance(statements[0], ast.Import | ast.ImportFrom):
        return "set-up" if "use_style()" in source else ""
    defines = all(isinstance(statement, ast.FunctionDef | ast.Assign) for statement in statements)
    long = source.strip().count("\n") >= LONGEST
    return "drawing code" if defines and long and DRAWS.search(source) else ""


def _fold(cell: nodes.container, show: str, hide: str) -> None:
    """As MyST-NB does for the tag hide-input."""
    cell["hide_mode"], cell["prompt_show"], cell["prompt_hide"] = "input", show, hide


def _say_what_is_printed(cell: nodes.container) -> None:
    for output in cell.children:
        if isinstance(output, nodes.Element) and output.get("nb_element") == "cell_code_output":
            _say_once(output)
            place = cell.index(output)
            cell.insert(place, nodes.paragraph("", "A right answer prints", classes=["prints"]))
            return


def _say_once(output: nodes.Element) -> None:
    """Leave out lines that the line before says already."""
    before = ""
    for block in list(output.findall(nodes.literal_block)):
        lines = []
        for line in block.astext().splitlines():
            if line != before:
                lines.append(line)
            before = line
        if lines:
            block.rawsource = "\n".join(lines)
            block.children = [nodes.Text(block.rawsource)]
        else:
            block.parent.remove(block)
