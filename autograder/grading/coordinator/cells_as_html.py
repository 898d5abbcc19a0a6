"""Cells of a graded notebook as HTML: code in colors, text that cannot act, what a cell showed.

All that comes in may be a student's. Code and outputs are escaped, Markdown is rendered by
``sanitize``, and of pictures only those are shown that are nothing else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import nbformat
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]
from pygments.token import STANDARD_TYPES, Token  # type: ignore[import-untyped]

from autograder.grading.coordinator.sanitize import html_of
from autograder.notebook_files import ATTACHED, is_base64

REMEMBERED = 2048  #: cells; most students leave many as they were
SHORT = 10_000  #: characters of a cell that may be remembered
#: what HTML cannot hold, and the colors of a terminal
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
TERMINAL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
#: kinds of tokens that have a color; the rest is as the text around it
COLORED = (
    Token.Keyword,
    Token.Operator.Word,
    Token.Literal.String,
    Token.Literal.Number,
    Token.Comment,
    Token.Name.Function,
    Token.Name.Class,
    Token.Name.Decorator,
)
HEADING = re.compile(r"<(/?)h[1-6]>")
BARE_PICTURE = re.compile(r"<img(?![^>]*\balt=)")
BOX = re.compile(r"<input\b[^>]*>")
#: nbconvert's own words
NO_ALT = "No description has been provided for this image"


def code(source: str) -> str:
    """Python code with its colors, as ``<pre>``."""
    clean = printable(source)
    return _remembered_code(clean) if len(clean) <= SHORT else _code(clean)


def markdown(source: str, attachments: Mapping[str, dict[str, str]] | None = None) -> str:
    """Markdown as HTML in which nothing acts, and which fits below a heading of the page.

    A student's own headings get one level, so that the order of the page's is kept.
    """
    html = html_of(printable(source), attachments or {})
    html = HEADING.sub(r"<\1h3>", html)
    html = BOX.sub(lambda box: "☑" if "checked" in box[0] else "☐", html)
    return BARE_PICTURE.sub(f'<img alt="{NO_ALT}"', html)


def text(said: str) -> str:
    """Plain text as ``<pre>``."""
    return f"<pre>{escape(printable(said))}</pre>" if said.strip() else ""


def outputs(cell: nbformat.NotebookNode) -> Iterator[str]:
    """What ``cell`` printed and drew, one text of HTML after the other.

    Of a value that has several forms, a picture is shown, else its text; never its HTML.
    """
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        pictures = [(kind, _joined(data[kind])) for kind in ATTACHED if kind in data]
        shown = [(kind, it) for kind, raw in pictures if is_base64(it := "".join(raw.split()))]
        if shown:
            kind, content = shown[0]
            yield f'<p><img alt="{NO_ALT}" src="data:{kind};base64,{content}"></p>'
        else:
            yield text(said_by(output))


def said_by(output: Mapping[str, Any]) -> str:
    """The text of an output: what was printed, an error, or a value."""
    if output.get("output_type") == "error":
        return "\n".join(output.get("traceback", ()))
    return _joined(output.get("text", "")) or _joined(output.get("data", {}).get("text/plain", ""))


def printable(text: str) -> str:
    """``text`` without a terminal's colors, and a sign for whatever HTML cannot hold."""
    return CONTROL.sub("\ufffd", TERMINAL.sub("", text.replace("\r\n", "\n")))


def _joined(content: Any) -> str:
    """A notebook keeps a text as one, or as its lines."""
    return content if isinstance(content, str) else "".join(content)


def _code(source: str) -> str:
    parts = []
    for kind, piece in PythonLexer(stripnl=False).get_tokens(source.rstrip()):
        piece = escape(piece)
        if any(kind in colored for colored in COLORED):
            piece = f'<span class="{STANDARD_TYPES.get(kind, "s")}">{piece}</span>'
        parts.append(piece)
    return f'<pre class="highlight"><code>{"".join(parts).rstrip()}</code></pre>'


_remembered_code = functools.lru_cache(REMEMBERED)(_code)
