"""Wrong answers by people who had not read the rules that look for causes.

They wrote from the text of a chapter and its docstrings alone, and said in words what is wrong with
each. No rule may be written from, and no message tuned to, an answer below ``closed/``: it is there
for measuring. Those below ``open/`` may be read by whoever writes rules; so the difference between
the halves tells how far rules only fit what their authors saw: ``python -m tools.measure_causes``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).parent
HALVES = ("open", "closed")
F = TypeVar("F", bound=Callable)


def wrong_answer(function_name: str, *, cause: str) -> Callable[[F], F]:
    """Mark a wrong answer to ``function_name``, with its ``cause`` in words."""

    def mark(function: F) -> F:
        function.__wrong_answer__ = {"function": function_name, "cause": cause}
        return function

    return mark


@dataclass(frozen=True)
class WrongAnswer:
    """One of them: its ``source`` defines ``function_name``, as a student's cell would."""

    chapter: str
    half: str
    name: str
    function_name: str
    cause: str
    source: str


def read_wrong_answers(chapter: str, half: str) -> Iterator[WrongAnswer]:
    """Read those to the exercises of ``chapter`` in ``half`` (one of :data:`HALVES`)."""
    path = HERE / half / f"{chapter}.py"
    if not path.exists():
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    companions = {
        node.name.removeprefix("companion_"): node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("companion_")
    }
    for node in tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)) or not node.decorator_list:
            continue
        (mark,) = node.decorator_list
        function_name = mark.args[0].value
        cause = next(k.value for k in mark.keywords if k.arg == "cause")
        yield WrongAnswer(
            chapter,
            half,
            node.name,
            function_name,
            ast.literal_eval(cause),
            _cell(node, function_name, companions),
        )


def _cell(node: ast.AST, function_name: str, companions: dict[str, ast.FunctionDef]) -> str:
    """The answer under the name asked for; below it its other half, if it needs its own one."""
    parts = [_renamed(node, function_name)]
    family, _, side = function_name.rpartition("_")
    other = {"forward": "backward", "backward": "forward"}.get(side)
    if f"{family}_{other}" in companions:
        parts.append(_renamed(companions[f"{family}_{other}"], f"{family}_{other}"))
    return "\n\n\n".join(parts) + "\n"


def _renamed(node: ast.AST, name: str) -> str:
    old = node.name
    tree = ast.parse(ast.unparse(node))
    for part in ast.walk(tree):
        if isinstance(part, ast.Name) and part.id == old:
            part.id = name
        elif isinstance(part, (ast.FunctionDef, ast.ClassDef)) and part.name == old:
            part.name = name
    tree.body[0].decorator_list = []
    return ast.unparse(tree)
