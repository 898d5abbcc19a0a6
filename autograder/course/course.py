"""The whole course: its root, the order of its pages, its chapters."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from autograder.course.chapter import Chapter, read_chapter
from autograder.course.errors import CourseError


@dataclass(frozen=True)
class Course:
    """Chapters in the order of ``_toc.yml``; those with exercises are the assignments."""

    root: Path
    chapters: dict[str, Chapter]

    @property
    def assignments(self) -> dict[str, Chapter]:
        return {name: c for name, c in self.chapters.items() if c.exercises or c.written}


def find_root(start: Path | None = None) -> Path:
    """The nearest course at or above ``start``; by default ``$AUTOGRADER_COURSE``, or from here.

    A course is a folder with ``_toc.yml`` and ``chapters/``. Raises :class:`CourseError`.
    """
    start = start or Path(os.environ.get("AUTOGRADER_COURSE") or Path.cwd())
    for folder in (start, *start.resolve().parents):
        if (folder / "_toc.yml").exists() and (folder / "chapters").is_dir():
            return folder.resolve()
    raise CourseError(start, None, "no course here or above: no _toc.yml beside a chapters folder")


def read_course(root: Path | None = None) -> Course:
    """Read every chapter that ``_toc.yml`` lists. Raises :class:`CourseError`."""
    root = find_root(root)
    pages = toc_files(root)
    listed = {Path(page).with_suffix("").as_posix() for page in pages}
    for path in sorted((root / "chapters").glob("*.md")):
        if path.relative_to(root).with_suffix("").as_posix() not in listed:
            raise CourseError(path, None, "is not listed in _toc.yml; add it where it belongs")
    chapters = {}
    for page in pages:
        path = root / Path(page).with_suffix(".md")
        if not path.exists():
            raise CourseError(root / "_toc.yml", None, f"lists {page!r}, but {path} is missing")
        if is_notebook(path):
            chapters[path.stem] = read_chapter(path, root / "solutions")
    return Course(root, chapters)


def is_notebook(path: Path) -> bool:
    """Whether the page at ``path`` is a MyST notebook: a header that names its kernel."""
    text = path.read_text(encoding="utf-8")
    return text.startswith("---\n") and "\nkernelspec:" in text.split("\n---", 1)[0]


def toc_files(root: Path) -> list[str]:
    """Every file that ``_toc.yml`` names, in reading order."""
    path = root / "_toc.yml"
    try:
        toc = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise CourseError(path, mark.line + 1 if mark else None, "not valid YAML") from error
    files = [toc["root"]]

    def walk(node) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, dict):
            if "file" in node:
                files.append(node["file"])
            for key in ("parts", "chapters", "sections", "subtrees", "entries"):
                walk(node.get(key, []))

    walk({key: value for key, value in toc.items() if key != "root"})
    return files
