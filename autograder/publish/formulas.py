"""Formulas, set when the book is built, so that a reader's browser has nothing to compute.

KaTeX turns TeX into HTML, and into MathML inside it, which screen readers read. It runs here in the
JavaScript engine of ``mini-racer``; pages bring its style sheet and fonts along, and no script. The
folder ``katex`` holds version 0.19.1 as published (https://github.com/KaTeX/KaTeX, MIT licence).
"""

from __future__ import annotations

import atexit
import re
import shutil
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

KATEX = Path(__file__).parent / "katex"
STYLE = "katex/katex.min.css"
NAME = "katex"
#: A formula in the text of no more signs than these stands on one line.
SHORT = 14
#: What opens and closes a group, a space that sets two formulas apart, any other command.
MARKS = re.compile(
    r"(?P<open>\\(?:begin|left)\b|\{)|(?P<close>\\(?:end|right)\b|\})|(?P<apart>\\q?quad\b)|\\."
)
#: How such a space ends a part of the formula, and the next one begins.
APART = re.compile(
    r'<span class="mspace allowbreak"></span>'
    r'(?:<span class="mspace" style="margin-right:[\d.]+em;"></span>)*</span>'
    r'(?=<span class="katex-base">)'
)
#: an address of a font in a format that only browsers of before 2016 want
OLD_FONT = re.compile(r",url\([^)]*\.(?:woff|ttf)\) format\(\"[a-z]+\"\)")

logger = logging.getLogger(__name__)


class FormulaError(ValueError):
    """KaTeX cannot set a formula."""


def set_up(app: Sphinx) -> None:
    """Have Sphinx write formulas by KaTeX."""
    app.add_html_math_renderer(NAME, (_visit_math, None), (_visit_math_block, None))
    app.add_css_file(STYLE)


@cache
def _engine() -> Any:
    from py_mini_racer import MiniRacer

    engine = MiniRacer()
    atexit.register(engine.close)  # its threads would keep the interpreter from ending
    engine.eval((KATEX / "katex.min.js").read_text(encoding="utf-8"))
    return engine


@cache
def to_html(tex: str, display: bool = False) -> str:
    r"""Return the formula ``tex`` as HTML with MathML inside.

    Raises :class:`FormulaError` where KaTeX does not know a command or finds no end.

    >>> print(to_html(r"x^2")[:20])
    <span class="katex">
    """
    from py_mini_racer import JSEvalException

    options = {"displayMode": display, "throwOnError": True, "strict": "ignore", "trust": False}
    try:
        return str(_engine().call("katex.renderToString", tex, options))
    except JSEvalException as error:
        told = re.search(r"ParseError: (?:KaTeX parse error: )?(.*)", str(error))
        raise FormulaError(told[1] if told else str(error)) from None


def copy_to(static: Path) -> None:
    """Copy the style sheet and the fonts into ``static`` / ``katex``."""
    target = static / STYLE
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(KATEX / "fonts", target.parent / "fonts", dirs_exist_ok=True)
    style = (KATEX / "katex.min.css").read_text(encoding="utf-8")
    target.write_text(OLD_FONT.sub("", style), encoding="utf-8")


def _may_break(tex: str) -> str:
    """``tex`` with a break allowed at each space that sets apart, if it is in no group."""
    depth = 0

    def allow(mark: re.Match[str]) -> str:
        nonlocal depth
        depth += bool(mark["open"]) - bool(mark["close"])
        return rf"\allowbreak{mark[0]}" if mark["apart"] and depth == 0 else mark[0]

    return MARKS.sub(allow, tex)


def displayed(tex: str) -> str:
    """Return ``tex`` as HTML for a line of its own, in which each formula is a group.

    On a narrow line it breaks between the formulas, and then beside their signs.
    """
    may_break = _may_break(tex)
    head, start, drawn = to_html(may_break, display=True).partition('<span class="katex-html')
    space, rest, drawn = drawn.partition(">")
    drawn, breaks = APART.subn('</span></span><span class="formula">', drawn)
    if not breaks:
        return to_html(tex, display=True)
    apart = " apart" if r"\allowbreak\qquad" in may_break else ""
    end = "</span>" * 3
    groups = f'<span class="formula">{drawn.removesuffix(end)}</span>{end}'
    return f"{head}{start} formulas{apart}{space}{rest}{groups}"


def _set(node: nodes.Element, tex: str, display: bool) -> str:
    """As :func:`to_html`; what cannot be set is told with file and line, and shown as it is."""
    try:
        return displayed(tex) if display else to_html(tex)
    except FormulaError as error:
        logger.warning("formula %s: %s", tex, error, location=node)
        return str(nodes.unescape(tex))


def _signs_in(html: str) -> int:
    """How many signs of the formula the eye sees."""
    drawn = html.partition('<span class="katex-html"')[2].partition(">")[2]
    return len(unescape(re.sub(r"<[^>]*>", "", drawn)))


def _visit_math(self: Any, node: nodes.math) -> None:
    html = _set(node, node.astext(), display=False)
    short = " short" if _signs_in(html) <= SHORT else ""
    self.body.append(self.starttag(node, "span", "", CLASS=f"math{short} notranslate nohighlight"))
    self.body.append(html + "</span>")
    raise nodes.SkipNode


def _visit_math_block(self: Any, node: nodes.math_block) -> None:
    self.body.append(self.starttag(node, "div", CLASS="math notranslate nohighlight"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append(_set(node, node.astext().strip(), display=True) + "</div>\n")
    raise nodes.SkipNode
