"""Lead from a term, where a chapter emphasizes it first, to its line of the glossary.

The glossary is the page whose tables have the columns English, 中文 and meaning; its rows get ids,
and an emphasized word of another page that is such a term becomes a link. What the term means is
then shown beside it (``tips/tips.js``).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from autograder.publish import scripts

GLOSSARY = "chapters/glossary"
ROW = re.compile(r"^\| ([^|]+?) \| [^|]* \| [^|]+ \|$", re.M)
_TERMS: WeakKeyDictionary[Sphinx, dict[str, str]] = WeakKeyDictionary()


def set_up(app: Sphinx) -> None:
    """Link terms, and show boxes beside links."""
    app.connect("env-before-read-docs", lambda app, env, names: _read(app))
    app.add_post_transform(LinkTerms)
    scripts.add(app, "tips/tips.js", style="tips/tips.css")


def terms_in(text: str) -> dict[str, str]:
    """The terms of a glossary in Markdown in small letters, each with the id of its row.

    What stands in parentheses tells two meanings apart: such a term is ambiguous, and left out.

    >>> terms_in("| hidden layer | 隐藏层 | between |\\n| bias (of a unit) | 偏置 | added |")
    {'hidden layer': 'term-hidden-layer'}
    """
    terms = [row[1].lower() for row in ROW.finditer(text) if row[1] != "English"]
    return {
        term: id_of(term) for term in terms if re.fullmatch(r"[\w' –-]+", term) and term != "---"
    }


def id_of(term: str) -> str:
    """The id of the row of ``term``."""
    return "term-" + nodes.make_id(term)


def _read(app: Sphinx) -> None:
    path = Path(app.srcdir, GLOSSARY + ".md")
    _TERMS[app] = terms_in(path.read_text(encoding="utf-8")) if path.exists() else {}


class LinkTerms(SphinxPostTransform):
    """Give the glossary's rows their ids, and link the words of other pages to them."""

    default_priority = 720
    formats = ("html",)

    def run(self, **options: Any) -> None:
        if not (terms := _TERMS.get(self.app)):
            return
        if self.env.docname == GLOSSARY:
            for row in self.document.findall(nodes.row):
                id_ = id_of(row[0].astext().lower())
                if not row["ids"] and id_ in terms.values():
                    row["ids"].append(id_)
            return
        uri = self.app.builder.get_relative_uri(self.env.docname, GLOSSARY)
        seen = set()
        for word in list(self.document.findall(nodes.emphasis)):
            text = " ".join(word.astext().lower().split())
            term = text if text in terms else text.removesuffix("s")
            if term not in terms or term in seen or not _is_prose(word):
                continue
            seen.add(term)
            link = nodes.reference("", "", internal=True, refuri=f"{uri}#{terms[term]}")
            link["classes"].append("term")
            word.replace_self(link)
            link += word


def _is_prose(word: nodes.Node) -> bool:
    """Whether a word stands in the text, where a link may be."""
    node = word.parent
    while node is not None:
        if isinstance(node, nodes.reference | nodes.title | nodes.citation | nodes.caption):
            return False
        node = node.parent
    return True
