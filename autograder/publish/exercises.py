"""An exercise for readers: what is asked as text, arguments and results as a table, a short stub.

All of it comes from the stub's docstring, which in the notebook stands in the code. Text of
docstrings is Markdown but for its code, ``x``, and its links, :func:`f`, which here are code spans.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from autograder.course import Exercise
from autograder.publish.docstrings import Entry, read_docstring

#: code in a docstring, plain or as a link
CODE = re.compile(r"``(.+?)``|:\w+:`~?([^`]+)`", re.S)
#: what would be something else in Markdown
TAKEN = re.compile(r"\*\*|<(?=[A-Za-z/!])|(?<=\])\(")
#: A stub of more lines is folded.
LONGEST = 16

Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def task(exercise: Exercise) -> str:
    """What ``exercise`` asks for, in Markdown, and its stub without the docstrings."""
    source = exercise.handed_out.strip()
    tree = ast.parse(source)
    defined = [node for node in tree.body if isinstance(node, Defined)]
    parts = [part for node in defined for part in _asked(node, named=len(defined) > 1)]
    stub = "\n".join(_without_docstrings(source, tree))
    code = f"```{{code-block}} python\n{stub}\n```"
    if stub.count("\n") >= LONGEST:
        code = f"````{{dropdown}} The stub\n{code}\n````"
    return "\n\n".join([*parts, code])


def to_markdown(text: str) -> str:
    """The text of a docstring in Markdown: every ``x`` and :func:`f` is a code span."""
    pieces = []
    start = 0
    for code in CODE.finditer(text):
        pieces += [_plain(text[start : code.start()]), f"`{code[1] or code[2]}`"]
        start = code.end()
    return "".join([*pieces, _plain(text[start:])])


def _plain(text: str) -> str:
    return TAKEN.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)


def _asked(node: Defined, named: bool) -> Iterator[str]:
    """The docstring of ``node`` as paragraphs and a table; its signature first, if ``named``."""
    read = read_docstring(ast.get_docstring(node) or "", _parameters(node))
    if named and not isinstance(node, ast.ClassDef):
        yield f"**`{node.name}({ast.unparse(node.args)})`**"
    yield to_markdown(read.summary)
    yield from map(to_markdown, read.paragraphs)
    of = "attribute" if isinstance(node, ast.ClassDef) else "argument"
    yield from _table(of, [*read.arguments, *read.results])
    if isinstance(node, ast.ClassDef):
        yield from _table("method", list(_methods(node)))


def _methods(node: ast.ClassDef) -> Iterator[Entry]:
    """What the methods of a class are to do, of those that say it."""
    for method in node.body:
        if isinstance(method, ast.FunctionDef) and (says := ast.get_docstring(method)):
            yield Entry(f"``{method.name}``", "", " ".join(says.split()))


def _parameters(node: Defined) -> set[str]:
    if isinstance(node, ast.ClassDef):
        return set()
    return {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}


def _table(of: str, entries: Sequence[Entry]) -> Iterator[str]:
    """A table of ``entries``, with a column for shapes where there are any.

    What names nothing is about all, and stands below as sentences.
    """
    if not any("`" in entry.names for entry in entries):
        yield from _lines(of, entries)
        return
    shapes = any(entry.shape for entry in entries)
    rows = [[of, "shape", "what it is"]]
    for entry in entries:
        if entry.names:
            names = entry.names if "`" in entry.names else f"*{entry.names}*"
            rows.append([names, entry.shape, entry.what])
    lines = []
    for names, shape, what in rows:
        cells = [names, shape, what] if shapes else [names, what]
        lines.append(
            "| " + " | ".join(to_markdown(cell).replace("|", "\\|") for cell in cells) + " |"
        )
    lines.insert(1, "| --- " * (3 if shapes else 2) + "|")
    yield "\n".join([":::{div} signature", *lines, ":::"])
    if about_all := " ".join(_sentence(entry.what) for entry in entries if not entry.names):
        yield to_markdown(about_all)


def _lines(of: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Where no argument is named ("as for :func:`mse`"): a line on all, and one on each result."""
    clauses: dict[str, list[str]] = {}
    for entry in entries:
        says = " ".join(filter(None, [entry.shape, entry.what]))
        clauses.setdefault(entry.names or f"{of}s", []).append(says)
    for name, says_all in clauses.items():
        yield to_markdown(f"*{name.capitalize()}:* {'; '.join(says_all)}")


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:].removesuffix('.')}."


def _without_docstrings(source: str, tree: ast.Module) -> list[str]:
    """The lines of ``source`` but for its docstrings, and blank lines that these leave behind."""
    dropped: set[int] = set()
    lines = source.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, Defined) and ast.get_docstring(node) is not None:
            docstring = node.body[0]
            end = docstring.end_lineno or docstring.lineno
            dropped |= set(range(docstring.lineno, end + 1))
            if end < len(lines) and not lines[end].strip():
                dropped.add(end + 1)
    return [line for number, line in enumerate(lines, 1) if number not in dropped]
