"""The search of the site: an index by section, made by Pagefind and read in the reader's browser.

Pagefind is given little pages of its own, one for each section and each exercise, with what a
reader sees there: text, captions and the names of exercises; formulas as signs; no code of cells,
no check and no output. A search asks for a few of its small files, and for nothing elsewhere.

Where Pagefind is not installed, the theme's search stays as it is.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from autograder.publish import scripts

#: Where the index lies in the site.
FOLDER = "pagefind"
#: what lists or repeats is found after what explains
LISTS = ("glossary", "errata", "references", "seed_coverage", "notation", "data_sheets", "index")
#: of Pagefind's files, those that no page of ours asks for
UNUSED = ("*-ui.css", "*-ui.js", "*-highlight.js", "wasm.unknown.pagefind")
#: nothing of these is text that a reader looks for
SKIPPED = (
    nodes.math_block,
    nodes.raw,
    nodes.comment,
    nodes.target,
    nodes.substitution_definition,
    nodes.image,
)
#: the book's own index: places by the words that lead to them
WORDS = "chapters/search_words.toml"
LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Section:
    """A place that a search may lead to: where it is, what it is called, what it says."""

    address: str
    title: str
    page: str
    text: str
    #: what leads here beside its title: names of functions, the book's index
    words: str = ""
    #: how much it is about what it is called: see ranking.js
    kind: str = "name"


def set_up(app: Sphinx) -> None:
    """Put the search in place of the theme's, if Pagefind is there."""
    app.connect("builder-inited", _replace_theme_search)
    app.add_post_transform(NameExercises)
    app.connect("html-collect-pages", _search_page)
    app.connect("html-page-context", _say_which)
    app.connect("build-finished", _write_index)


class NameExercises(SphinxPostTransform):
    """Give exercises an address of their own, as ``#exercise-mse``."""

    default_priority = 10

    def run(self, **options: object) -> None:
        name_exercises(self.document)


def name_exercises(doctree: nodes.document) -> None:
    """Give every exercise its id; a page that was read by an older version has none."""
    for box in doctree.findall(nodes.admonition):
        if (names := exercise_names(box)) and not box["ids"]:
            box["ids"].append(f"exercise-{names[0]}")


def pagefind() -> Path | None:
    """The program that makes the index, if it is installed."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None


def sections(
    doctree: nodes.document, page: str, uri: str, index: Mapping[str, Sequence[str]] = {}
) -> Iterator[Section]:
    """The sections and the exercises of a page, each with its own text alone."""
    name_exercises(doctree)
    chapter = Path(uri).stem
    kind = "listed" if chapter in LISTS else "name"
    for section in doctree.findall(nodes.section):
        title = readable(section.next_node(nodes.title))
        body = [child for child in section.children if not isinstance(child, nodes.title)]
        text = " ".join(readable(child) for child in body if not isinstance(child, nodes.section))
        at_top = section.parent is doctree
        address = uri if at_top else f"{uri}#{section['ids'][0]}"
        words = ", ".join(index.get(f"{chapter}#{section['ids'][0]}", ()))
        yield Section(address, title, "" if at_top else page, text, words, kind)
    for box in doctree.findall(nodes.admonition):
        if exercise_names(box):
            name, *asked = box.children
            text = " ".join(readable(part) for part in asked if not _is_same(part))
            yield Section(f"{uri}#{box['ids'][0]}", readable(name), page, text, kind="task")


def _is_same(part: nodes.Node) -> bool:
    """Whether an exercise says it as all others do, or in code."""
    is_code = isinstance(part, nodes.literal_block)
    return is_code or any(isinstance(inside, nodes.raw) for inside in part.findall())


def exercise_names(box: nodes.Element) -> list[str]:
    """What the exercise in ``box`` asks to be written, or nothing where there is none."""
    if "exercise" not in box.get("classes", ()):
        return []
    title = box.next_node(nodes.title)
    return [code.astext() for code in title.findall(nodes.literal)] if title else []


def readable(node: nodes.Node | None) -> str:
    """What a reader reads in ``node``, on one line."""
    return " ".join("".join(_pieces(node)).split()) if node is not None else ""


def _pieces(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.math):
        yield tex_to_text(node.astext())
    elif isinstance(node, addnodes.pending_xref):
        if node.get("refexplicit") or node["reftype"] == "myst":
            yield from _all(node)
        elif node["reftype"] == "doc":
            yield node["reftarget"].rpartition("/")[2].replace("_", " ")
    elif isinstance(node, SKIPPED):
        yield " "
    elif isinstance(node, nodes.Element):
        is_cell = node.get("nb_element") == "cell_code"
        is_box = isinstance(node, nodes.admonition) and exercise_names(node)
        if is_cell:
            for caption in node.findall(nodes.caption):
                yield from _all(caption)
        elif not is_box:
            yield from _all(node)
        yield "" if isinstance(node, nodes.Inline) else " "


def _all(node: nodes.Node) -> Iterator[str]:
    for child in node.children:
        yield from _pieces(child)


def tex_to_text(tex: str) -> str:
    r"""A formula as a line of signs, to be read in what a search shows.

    >>> tex_to_text(r"\hat{y} = \sigma(\mathbf{w}^\top x_i)")
    'y = σ(w^⊤ x_i)'
    """
    tex = re.sub(r"\\(?:mathrm|text|operatorname)\*?", "", tex)
    tex = re.sub(r"\\([A-Za-z]+)", lambda found: _sign(found[1]), tex)
    return " ".join(re.sub(r"[{}$&\\]", "", tex).split())


SIGNS = {"top": "⊤", "partial": "∂", "nabla": "∇", "le": "≤", "ge": "≥", "to": "→", "cdot": "·"}
FUNCTIONS = ("exp", "log", "ln", "max", "min", "tanh", "sin", "cos", "sqrt", "det")


def _sign(command: str) -> str:
    if command in SIGNS or command in FUNCTIONS:
        return SIGNS.get(command, command)
    size = "SMALL" if command.islower() else "CAPITAL"
    name = command.upper().replace("VAR", "").replace("LAMBDA", "LAMDA")
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name}")
    except KeyError:
        return " "


def little_page(section: Section) -> str:
    """What Pagefind is given of a section; numbers are weights."""
    title, page, text, words, href = map(
        html.escape, (section.title, section.page, section.text, section.words, section.address)
    )
    heading, body = ("1", "0.2") if section.kind == "listed" else ("9", "1")
    return (
        '<!DOCTYPE html><html lang="en"><head>'
        f'<meta data-pagefind-meta="{section.kind}[content]" content="{title}">'
        f'<meta data-pagefind-meta="words[content]" content="{words}">'
        f'<meta data-pagefind-meta="page[content]" content="{page}">'
        f'<meta data-pagefind-meta="href[content]" content="{href}">'
        "</head><body data-pagefind-body>"
        f'<div data-pagefind-weight="{heading}">{title}.</div>'
        f'<p data-pagefind-weight="{body}">{text}</p></body></html>'
    )


def vocabulary(found: Iterable[Section]) -> list[str]:
    """The longer words of the book: what is none of them was mistyped (spelling.js)."""
    texts = (f"{one.title} {one.words} {one.text}".lower() for one in found)
    return sorted({word for text in texts for word in re.findall(r"[a-z]{5,}", text)})


def make_index(found: list[Section], target: Path, program: Path) -> None:
    """Write the index of ``found`` to ``target``, anew."""
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, section in enumerate(found):
            Path(folder, f"{number}.html").write_text(little_page(section), encoding="utf-8")
        command = [str(program), "--silent", "--site", folder, "--output-path", str(target)]
        # identifiers are words
        subprocess.run([*command, "--include-characters", "_"], check=True)
    (target / "words.json").write_text(json.dumps(vocabulary(found)), encoding="utf-8")
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()


def _is_ours(app: Sphinx) -> bool:
    return app.builder.name == "html" and pagefind() is not None


def _replace_theme_search(app: Sphinx) -> None:
    if app.builder.name != "html":
        return
    if pagefind() is None:
        LOGGER.info("search: the theme's own, because Pagefind is not installed")
    else:
        cast(Any, app.builder).search = False  # no index of Sphinx's, and no page
        scripts.add(app, "search/search.js", style="search/search.css")


def _search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if _is_ours(app):
        yield "search", {}, "search.html"


def _say_which(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    context["own_search"] = _is_ours(app)


def _write_index(app: Sphinx, exception: Exception | None) -> None:
    program = pagefind()
    if exception or app.builder.name != "html" or program is None:
        return
    outdir = Path(app.outdir)
    (outdir / "searchindex.js").unlink(missing_ok=True)  # of a build without Pagefind
    listed = Path(app.srcdir, WORDS)
    index = tomllib.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    found = [
        section
        for docname in sorted(app.env.found_docs)
        for section in sections(
            app.env.get_doctree(docname),
            app.env.titles[docname].astext(),
            app.builder.get_target_uri(docname),
            index,
        )
    ]
    make_index(found, outdir / FOLDER, program)
