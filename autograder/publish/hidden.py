"""Leave chapters out of a site: their pages, and what leads to them in pages that stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import docname_join

from autograder.course import Chapter

#: keys of _toc.yml below which pages are listed
LISTS = ("parts", "chapters", "sections", "subtrees", "entries")
#: what a reference to something in a chapter reads as when the chapter is not there
WORDS = {"eq": "an equation", "numref": "a figure"}
KINDS = ("doc", "ref", "myst", *WORDS)
#: of each build; the extension knows what its configuration says
HIDDEN: WeakKeyDictionary[Sphinx, Hidden] = WeakKeyDictionary()


def toc_without(toc: Mapping[str, Any], hidden: Collection[str]) -> dict[str, Any]:
    """The table of contents ``toc`` without the pages ``hidden``, by name without ending.

    Pages below a hidden one take its place; a part that has no page left is left out.
    """
    kept = dict(toc)
    for key in LISTS:
        if key in kept:
            kept[key] = [one for entry in kept[key] for one in _kept(entry, hidden)]
            if not kept[key]:
                del kept[key]
    return kept


def _kept(entry: Mapping[str, Any], hidden: Collection[str]) -> Iterator[dict[str, Any]]:
    own = toc_without(entry, hidden)
    if str(entry.get("file", "")).removesuffix(".md") in hidden:
        for key in LISTS:
            yield from own.get(key, ())
    elif "file" in own or any(key in own for key in (*LISTS, "url", "glob")):
        yield own


def write_toc_without(toc: Path, hidden: Collection[str], path: Path) -> None:
    """Write the table of contents at ``toc`` to ``path``, without the pages ``hidden``."""
    kept = toc_without(yaml.safe_load(toc.read_text(encoding="utf-8")), hidden)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(kept, sort_keys=False, allow_unicode=True), encoding="utf-8")


class Hidden:
    """The chapters that a site leaves out, by the name of their document."""

    def __init__(self, chapters: Mapping[str, Chapter]) -> None:
        self.chapters = dict(chapters)
        self._texts = {
            docname: chapter.path.read_text(encoding="utf-8")
            for docname, chapter in chapters.items()
        }

    def text_for(self, node: addnodes.pending_xref, docname: str) -> str | None:
        """What a reference in ``docname`` reads as; ``None`` where it leads to a page that stays.

        A title of its own stays.
        """
        kind, target = node["reftype"], node["reftarget"]
        is_page = kind == "doc" or node.get("refdomain") == "doc"
        if is_page:
            place = docname_join(node.get("refdoc", docname), target)
            found = next((self.chapters[p] for p in (place, target) if p in self.chapters), None)
        else:
            found = self._with(target)
        if found is None:
            return None
        own = node.astext()
        is_own = node.get("refexplicit") or kind == "myst"
        if own and is_own and not re.search(r"%s|\{(?:number|name)\}", own):
            return own
        return found.title if kind not in WORDS else f"{WORDS[kind]} of “{found.title}”"

    def _with(self, label: str) -> Chapter | None:
        """The chapter in which ``label`` stands, other than as a reference."""
        defined = re.compile(rf"(?<![`\w-]){re.escape(label)}(?![\w-])", re.IGNORECASE)
        for docname, text in self._texts.items():
            if label and defined.search(text):
                return self.chapters[docname]
        return None


class PlainReferences(SphinxPostTransform):
    """Let references to chapters that are left out be text."""

    default_priority = 5  # before Sphinx and MyST look for what they lead to

    def run(self, **options: object) -> None:
        hidden = HIDDEN.get(self.app)
        if hidden is None or not hidden.chapters:
            return
        labels = _labels(self.env)
        for node in list(self.document.findall(addnodes.pending_xref)):
            if node["reftype"] not in KINDS or node["reftarget"].lower() in labels:
                continue  # of something else, or of a page that stays
            text = hidden.text_for(node, self.env.docname)
            if text is not None:
                node.replace_self(nodes.inline("", text))


def _labels(env: Any) -> set[str]:
    """All that a reference can lead to in the pages that are there."""
    equations = env.get_domain("math").equations
    return {*env.get_domain("std").anonlabels, *(label.lower() for label in equations)}
