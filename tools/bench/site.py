"""How long the book takes to build, beside the same notebooks in a plain Jupyter Book."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import yaml

from autograder.course import Course
from autograder.known_mistakes import keep_digests
from autograder.publish.page import page

PLAIN = {
    "title": "Plain",
    "only_build_toc_files": True,
    "execute": {"execute_notebooks": "cache", "timeout": 300},
    "parse": {"myst_enable_extensions": ["amsmath", "colon_fence", "deflist", "dollarmath"]},
}


def ours(course: Course, folder: Path) -> float:
    """Seconds of the whole book, every page run anew; the digests of known mistakes are kept."""
    keep_digests(course.assignments.values())
    for name in ("chapters", "solutions", "_build/known_mistakes"):
        shutil.copytree(course.root / name, folder / name)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(course.root / name, folder)
    return _build(folder)


def plain(course: Course, folder: Path) -> float:
    """Seconds of the chapters' notebooks alone: no search, links to terms, answers in the page."""
    chapters = folder / "chapters"
    chapters.mkdir(parents=True)
    shutil.copytree(course.root / "chapters" / "data", chapters / "data", dirs_exist_ok=True)
    names = list(course.chapters)
    for name, chapter in course.chapters.items():
        nbformat.write(page(chapter, ""), chapters / f"{name}.ipynb")
    config = dict(PLAIN)
    bibliography = course.root / "chapters" / "references.bib"
    if bibliography.exists():
        shutil.copy(bibliography, chapters)
        config["bibtex_bibfiles"] = ["chapters/references.bib"]
    (folder / "_config.yml").write_text(yaml.safe_dump(config))
    files = [{"file": f"chapters/{name}"} for name in names[1:]]
    toc = {"format": "jb-book", "root": f"chapters/{names[0]}", "chapters": files}
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc))
    return _build(folder, AUTOGRADER_COURSE=str(course.root))


def _build(folder: Path, **environment: str) -> float:
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder)]
    begun = time.perf_counter()
    found = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )
    seconds = time.perf_counter() - begun
    if found.returncode:
        raise SystemExit(f"jupyter-book ended with {found.returncode}:\n{found.stderr[-2000:]}")
    return seconds
