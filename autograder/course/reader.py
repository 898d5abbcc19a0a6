"""The whole course: its root, the order of its pages, its chapters."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from autograder.course.chapter import Chapter, read_chapter
from autograder.course.errors import CourseError, Findings, read_text
from autograder.course.solution import Solution


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
    what = "no course here or above: no _toc.yml beside a chapters folder"
    remedy = "go to the course's folder, or name it with --course or in AUTOGRADER_COURSE"
    raise CourseError(start, None, f"{what}; {remedy}")


def read_course(root: Path | None = None) -> Course:
    """Read every chapter that ``_toc.yml`` lists.

    Raises :class:`CourseError` with everything that does not fit in any of them.
    """
    root = find_root(root)
    pages = toc_files(root)
    listed = {Path(page).with_suffix("").as_posix() for page in pages}
    found = Findings()
    for path in sorted((root / "chapters").glob("*.md")):
        if path.relative_to(root).with_suffix("").as_posix() not in listed:
            found.add(path, None, "is not listed in _toc.yml; add it where it belongs")
    chapters = {}
    for page in pages:
        path = root / Path(page).with_suffix(".md")
        with found.kept():
            if not path.exists():
                raise _toc_error(root, f"lists {page!r}, but {path} is missing", page)
            if is_notebook(path):
                chapters[path.stem] = read_chapter(path, root / "solutions")
            elif (root / "solutions" / path.stem).exists():
                says = "its header names no kernelspec, but it has a folder in solutions"
                raise CourseError(path, 1, says)
    with found.kept():
        _put_in_order(chapters)
    found.raise_all()
    return Course(root, chapters)


def _put_in_order(chapters: dict[str, Chapter]) -> None:
    """Number the chapters with exercises, and find out which lends what to which later one."""
    found = Findings()
    lenders: dict[str, Solution] = {}
    place = 0
    for name, chapter in chapters.items():
        borrowed = {}
        for cell in chapter.cells:
            for borrows, line in cell.imported_from_mine().items():
                if borrows in lenders:
                    borrowed[borrows] = lenders[borrows]
                else:
                    says = f"imports {borrows!r} from mine, which is in no exercise before"
                    found.add(chapter.path, line, says)
        place += bool(chapter.exercises)
        chapters[name] = replace(chapter, place=place, borrowed=borrowed)
        for exercise in chapter.exercises.values():
            lenders |= dict.fromkeys(exercise.functions, chapter.solution)
    found.raise_all()


def read_assignment(root: Path, name: str) -> Chapter:
    """Read the chapter ``name`` alone, with what it borrows: slips in others do not stop it.

    Raises :class:`CourseError` as :func:`read_chapter` does.
    """
    chapter = read_chapter(root / "chapters" / f"{name}.md", root / "solutions")
    wanted = {borrows for cell in chapter.cells for borrows in cell.imported_from_mine()}
    borrowed: dict[str, Solution] = {}
    for page in toc_files(root) if wanted else ():
        stem = Path(page).with_suffix("").name
        if stem == name:
            break
        solution = Solution(root / "solutions" / stem)
        if solution.path.exists():
            borrowed |= dict.fromkeys(wanted & solution.definitions.keys(), solution)
    return replace(chapter, borrowed=borrowed)


def is_notebook(path: Path) -> bool:
    """Whether the page at ``path`` is a MyST notebook: a header that names its kernel."""
    text = read_text(path)
    return text.startswith("---\n") and "\nkernelspec:" in text.split("\n---", 1)[0]


def toc_files(root: Path) -> list[str]:
    """Every file that ``_toc.yml`` names, in reading order."""
    toc = _read_toc(root)
    files = [toc["root"], *_files_in({key: value for key, value in toc.items() if key != "root"})]
    for number, file in enumerate(files):
        if not isinstance(file, str) or not Path(file).name or "\0" in file:
            raise _toc_error(root, f"lists {file!r}, which is no name of a file", str(file))
        if file in files[:number]:
            raise _toc_error(root, f"lists {file!r} twice", file)
    return files


def toc_parts(root: Path) -> list[tuple[str, list[str]]]:
    """The parts of the book: the caption of each and the names of its pages, in reading order."""
    return [
        (str(part.get("caption", "")), [Path(file).stem for file in _files_in(part)])
        for part in _read_toc(root).get("parts", [])
        if isinstance(part, dict)
    ]


def _read_toc(root: Path) -> dict[str, Any]:
    path = root / "_toc.yml"
    try:
        toc = yaml.safe_load(read_text(path))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise CourseError(path, mark.line + 1 if mark else None, "not valid YAML") from error
    if not isinstance(toc, dict) or "root" not in toc:
        raise CourseError(path, 1, "needs a line root: with the first page of the book")
    return toc


def _files_in(node: object) -> list[Any]:
    """The files that ``node`` of the table of contents and all below it name."""
    if isinstance(node, list):
        return [file for item in node for file in _files_in(item)]
    if not isinstance(node, dict):
        return []
    below = [node.get(key, []) for key in ("parts", "chapters", "sections", "subtrees", "entries")]
    return ([node["file"]] if "file" in node else []) + _files_in(below)


def _toc_error(root: Path, says: str, page: str) -> CourseError:
    """At the last line of ``_toc.yml`` that names ``page``."""
    path = root / "_toc.yml"
    lines = enumerate(read_text(path).splitlines(), 1)
    return CourseError(path, max((n for n, text in lines if page in text), default=1), says)
