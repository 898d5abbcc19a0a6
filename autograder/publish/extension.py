"""Sphinx extension: publishes the course as a site that holds no solution.

List it among the extensions in ``_config.yml`` and ``jupyter-book build .`` does
the rest. Each chapter's page is the notebook that :func:`autograder.publish.page.page` makes of
it; beside the pages lie the notebooks for students.
"""

from __future__ import annotations

import copy
import hashlib
import os
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast
from weakref import WeakKeyDictionary

import nbformat
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from autograder.course import Course, CourseError, read_course
from autograder.files import digest_of
from autograder.publish import (
    answering,
    chinese,
    cited,
    day_and_night,
    exploring,
    folding,
    formulas,
    front_page,
    head,
    measured,
    not_found,
    page_pictures,
    palette,
    piecemeal,
    search_index,
    tables,
    terms,
)
from autograder.publish.hidden import HIDDEN, Hidden, PlainReferences, write_toc_without
from autograder.publish.page import page, text_of
from autograder.publish.run_pages import run_ahead, write_executed
from autograder.publish.typography import BreakNames, KeepPunctuation

HERE = Path(__file__).parent
LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Site:
    """What one build publishes: the course, and the pages of its chapters by document name."""

    course: Course
    pages: dict[str, nbformat.NotebookNode]


_SITES: WeakKeyDictionary[Sphinx, Site] = WeakKeyDictionary()


def setup(app: Sphinx) -> dict[str, object]:
    """Connect the extension; Sphinx calls this."""
    # a python3 kernel of the user's own must not run the book in place of this environment's
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")
    app.add_config_value("course_solutions_shown", [], "env", [list])
    app.add_config_value("course_hidden", [], "env", [list])
    app.add_config_value("course_served", "", "html", [str])  # another one: all pages are written
    app.add_post_transform(KeepPunctuation)
    app.add_post_transform(BreakNames)
    app.add_post_transform(PlainReferences)
    app.connect("config-inited", _configure)
    app.connect("config-inited", _leave_out, priority=600)  # before the contents are read
    app.connect("builder-inited", _read_course, priority=600)  # after MyST-NB's own
    app.connect("env-get-outdated", _outdated)
    app.connect("env-before-read-docs", _run_pages)
    app.connect("doctree-read", _require_alt)
    app.connect("html-page-context", _offer_notebook, priority=400)  # before the theme looks
    app.connect("build-finished", _write_files)
    formulas.set_up(app)
    answering.set_up(app)
    exploring.set_up(app)
    front_page.set_up(app)
    folding.set_up(app)
    chinese.set_up(app)
    cited.set_up(app)
    day_and_night.set_up(app)
    head.set_up(app)
    measured.set_up(app)
    not_found.set_up(app)
    page_pictures.set_up(app)
    palette.set_up(app)
    piecemeal.set_up(app)
    search_index.set_up(app)
    tables.set_up(app)
    terms.set_up(app)
    app.add_css_file("course.css")
    app.add_css_file("pictures.css")
    app.add_css_file("print.css", media="print")
    app.add_js_file("course.js", loading_method="defer")
    app.add_js_file("wide.js", loading_method="defer")
    return {"version": version("neuron-to-network"), "parallel_read_safe": True}


def _configure(app: Sphinx, config: Config) -> None:
    config.course_served = digest_of(HERE.rglob("*.js"), HERE.rglob("*.css"), HERE.rglob("*.html"))
    config.html_copy_source = False  # sources and executed notebooks are private
    config.html_show_sourcelink = False
    config.html_math_renderer = formulas.NAME
    config.html_static_path.append(str(HERE / "static"))
    config.templates_path.insert(0, str(HERE / "templates"))
    config.html_theme_options["use_download_button"] = False
    # Sphinx would take "/" from an editor and Escape from a dialog; Ctrl+K is the theme's own
    config.html_theme_options["enable_search_shortcuts"] = False
    config.html_theme_options["article_header_end"] = [
        "download-notebook.html",
        "article-header-buttons.html",
    ]
    config.html_theme_options["footer_content_items"] = [
        "author.html",
        "copyright.html",
        "report-mistake.html",
        "extra-footer.html",
    ]


def _leave_out(app: Sphinx, config: Config) -> None:
    """Take hidden chapters from the table of contents, and from what is read."""
    hidden = [f"chapters/{name}" for name in config.course_hidden]
    if hidden:
        toc, path = Path(app.srcdir, "_toc.yml"), Path(app.doctreedir, "toc.yml")
        write_toc_without(toc, hidden, path)
        config.external_toc_path = str(path)
        config.exclude_patterns = [*config.exclude_patterns, *(f"{name}.md" for name in hidden)]


def _read_course(app: Sphinx) -> None:
    """Make MyST-NB read each chapter as its page."""
    try:
        course = read_course(Path(app.srcdir))
    except CourseError as error:
        raise _stop(str(error)) from None
    stamp = _stamp(course.root)
    shown = app.config.course_solutions_shown
    hidden = app.config.course_hidden
    for name in (*shown, *hidden):
        if name not in course.assignments:
            known = ", ".join(course.assignments)
            raise _stop(
                f"_config.yml: there is no chapter {name!r} to show or hide; known: {known}"
            )
    there = {name: one for name, one in course.chapters.items() if name not in hidden}
    pages = {
        _docname(course, name): page(chapter, stamp, solved=name in shown)
        for name, chapter in there.items()
    }
    left_out = {_docname(course, name): course.chapters[name] for name in hidden}
    _SITES[app] = Site(course, pages)
    HIDDEN[app] = Hidden(left_out)
    formats = _mystnb(app.env).custom_formats
    for name, chapter in there.items():
        notebook = pages[_docname(course, name)]
        formats[str(chapter.path)] = (f"{__name__}.read_page", {"notebook": notebook}, False)


def read_page(text: str, notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """MyST-NB's reader of a chapter: the page made ahead, whatever ``text`` says."""
    return copy.deepcopy(notebook)


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Pages that came out otherwise than last time: a reference changed, or a check."""
    kept = cast(Any, env)  # Sphinx pickles what is hung on it, for the next build
    before = getattr(env, "course_digests", {})
    kept.course_digests = {
        docname: hashlib.sha256(text_of(notebook).encode()).hexdigest()
        for docname, notebook in _SITES[app].pages.items()
    }
    chapters = [name for name, digest in kept.course_digests.items() if before.get(name) != digest]
    return chapters + front_page.keep_road(env, _SITES[app].course)


def _run_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    config, site = _mystnb(env), _SITES[app]
    if config.execution_mode != "cache":
        return
    waiting = {
        site.course.chapters[Path(docname).name].path: site.pages[docname]
        for docname in docnames
        if docname in site.pages
    }
    failures = run_ahead(waiting, config.execution_cache_path, config.execution_timeout)
    if failures:
        raise _stop("\n".join(failures))


def _mystnb(env: BuildEnvironment) -> Any:
    """MyST-NB's configuration, which it hangs on the environment."""
    return cast(Any, env).mystnb_config


def _stop(says: str) -> SystemExit:
    """End the build with this alone: Jupyter Book shows a traceback with every other error."""
    print(says, file=sys.stderr)
    return SystemExit(2)


def _require_alt(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of every picture that says nothing to those who do not see it."""
    for image in doctree.findall(nodes.image):
        if not image.get("alt", "").strip():
            place: nodes.Element = image
            while not place.line and place.parent:
                place = place.parent
            LOGGER.warning("picture without alt text", location=place, type="course")
    chapter = _SITES[app].course.chapters.get(Path(app.env.docname).name)
    for cell in chapter.cells if chapter else ():
        if cell.kind == "picture":
            for option in ("alt", "caption"):
                if not str(cell.options.get(option, "")).strip():
                    LOGGER.warning(
                        f"picture {cell.name!r} has no {option}:",
                        location=(app.env.docname, cell.line),
                        type="course",
                    )


def _offer_notebook(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    name, course = Path(pagename).name, _SITES[app].course
    if name in course.assignments and pagename == _docname(course, name):
        context["student_notebook"] = f"notebooks/{name}.ipynb"


def _write_files(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    # imported late: what student notebooks need is not needed to read the course
    from autograder.known_mistakes import keep_digests, kept_digests
    from autograder.notebooks.build import student_notebook
    from autograder.originals import carry

    outdir = Path(app.outdir)
    formulas.copy_to(outdir / "_static")
    answering.copy_to(outdir, app.config.course_pyodide_url)
    folder = outdir / "notebooks"
    folder.mkdir(exist_ok=True)
    site = _SITES[app]
    assignments = {
        name: chapter
        for name, chapter in site.course.assignments.items()
        if _docname(site.course, name) in site.pages
    }
    keep_digests(assignments.values())
    for name, chapter in assignments.items():
        notebook = student_notebook(chapter, kept_digests(chapter))
        carry(notebook)
        nbformat.write(notebook, folder / f"{name}.ipynb")
    config = _mystnb(app.env)
    if config.execution_mode == "cache":
        write_executed(site.pages, config.execution_cache_path, outdir.parent / "jupyter_execute")


def _docname(course: Course, name: str) -> str:
    path = course.chapters[name].path
    return path.relative_to(course.root).with_suffix("").as_posix()


def _stamp(root: Path) -> str:
    """Changes when outputs may: the checks, the pictures, the data, the libraries."""
    package = HERE.parent
    folders = (package / "checks", package / "pictures", root / "chapters" / "data")
    own = digest_of(*(folder.rglob("*") for folder in folders))
    libraries = " ".join(version(library) for library in ("numpy", "matplotlib"))
    return hashlib.sha256(f"{libraries} {own}".encode()).hexdigest()[:16]
