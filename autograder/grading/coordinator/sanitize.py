"""Render Markdown that a student may have written, so that it cannot act in a browser.

Nbconvert passes HTML in Markdown on as it is, and links to scripts too. In the formgrader such a
script has the rights of the instructor: it could change marks. The text itself is left as it
was typed: what is cleaned is the HTML that is made of it, in formgrader and feedback alike.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from html import escape
from typing import Any

import nh3
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

REMEMBERED = 2048  #: texts; most of a notebook is the course's own, the same for everyone
SHORT = 10_000  #: characters of a text that may be remembered
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: what Markdown makes, and what may be written as HTML; anything else is shown as it was typed
ATTRIBUTES: dict[str, set[str]] = {
    **{name: set() for name in (*HEADINGS, "p", "br", "hr", "blockquote", "ul", "li", "pre", "dl")},
    **{name: set() for name in ("b", "i", "em", "strong", "u", "del", "s", "sub", "sup", "kbd")},
    **{name: set() for name in ("table", "thead", "tbody", "tr", "dt", "dd", "details", "summary")},
    **{name: {"class"} for name in ("code", "span", "div")},
    **{name: {"style", "colspan", "rowspan"} for name in ("td", "th")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "input": {"type", "checked", "disabled"},  # a list of tasks
}
SCHEMES = {"http", "https", "mailto", "data"}
#: the only content of an address that is no address: a picture
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*", re.ASCII)
#: all that Markdown and Pygments write; a class of the page itself could cover its buttons
CLASSES = {"highlight", *STANDARD_TYPES.values()}
LANGUAGE = re.compile(r"language-[\w+#.-]+", re.ASCII)
ALIGNED = re.compile(r"text-align: ?(?:left|center|right);?")
#: where something begins that looks like a tag, and is none that students write
OTHER_TAG = re.compile(
    rf"<(?!/?(?:{'|'.join(name for name in ATTRIBUTES if name != 'input')})(?=[\s/>]))",
    re.IGNORECASE,
)
#: MathJax's commands for links, classes and styles; it reads no formula in code
COMMAND_OR_CODE = re.compile(
    r"<(?P<code>pre|code)\b.*?</(?P=code)>|\\(?:href|class|cssId|style|data)(?![A-Za-z])", re.DOTALL
)


@pass_context
def markdown2html(context: Any, source: str) -> str:
    """Return ``source`` as HTML that is safe to show: nbconvert's filter of this name."""
    return html_of(source, context.get("cell", {}).get("attachments") or {})


def html_of(source: str, attachments: Mapping[str, dict[str, str]]) -> str:
    """As :func:`render`, which it calls once for a text that many have."""
    if attachments or len(source) > SHORT:
        return render(source, attachments)
    return _remembered(source)


def render(source: str, attachments: Mapping[str, dict[str, str]]) -> str:
    """Return Markdown as HTML in which nothing runs and no link leads to a script."""
    renderer = _Renderer(escape=False, exclude_anchor_links=True, attachments=dict(attachments))
    clean = nh3.clean(
        MarkdownWithMath(renderer=renderer).render(source),
        tags=set(ATTRIBUTES),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    return COMMAND_OR_CODE.sub(lambda m: m[0] if m["code"] else r"\mathrm", clean)


@functools.lru_cache(REMEMBERED)
def _remembered(source: str) -> str:
    return render(source, {})


class _Renderer(IPythonRenderer):
    """Nbconvert's, to which ``vector<int>`` is text and a lost picture no error."""

    def inline_html(self, html: str) -> str:
        return OTHER_TAG.sub("&lt;", html)

    def block_html(self, html: str) -> str:
        return OTHER_TAG.sub("&lt;", html) + "\n"

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        name = url.removeprefix("attachment:")
        if name != url and name not in self.attachments:
            return escape(f"[{text or name}: this picture was not handed in]")
        return super().image(text, url, title)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return the value that an attribute may have, or ``None`` to drop it."""
    is_kept = True
    if name == "class":
        is_kept = value in CLASSES or LANGUAGE.fullmatch(value) is not None
    elif name == "style":
        is_kept = ALIGNED.fullmatch(value) is not None
    elif name == "type":
        is_kept = value == "checkbox"
    elif name in ("href", "src") and _scheme(value) == "data":
        is_kept = (tag, name) == ("img", "src") and PICTURE.fullmatch(value) is not None
    return value if is_kept else None


def _scheme(address: str) -> str:
    """The scheme as a browser reads it, which drops blanks and control characters."""
    return re.sub(r"[\x00-\x20]", "", address).partition(":")[0].lower()
