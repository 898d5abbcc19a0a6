"""Nothing that only instructors may see is anywhere in the built site."""

import gzip
import html
import io
import json
import re
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from publish_support import ROOT

from autograder.course import read_course
from tests.conftest import the_course

#: Pagefind's files are packed, and unpacked here: what is found, word by word
PACKED = (".pf_fragment", ".pf_index", ".pf_meta")
SHORTEST = 16  # shorter lines, such as `return result`, are in every library


def canonical(text: str) -> str:
    """Letters, digits and underscores alone: no markup, quoting or escaping hides a line."""
    return re.sub(r"[^A-Za-z0-9_]", "", text)


def public_texts(root: Path) -> list[str]:
    """All pages as written, and the bugs that are put into them to be found."""
    pages = [path.read_text() for path in sorted((root / "chapters").glob("*.md"))]
    handed_out = [
        exercise.handed_out
        for chapter in read_course(root).assignments.values()
        for exercise in chapter.exercises.values()
    ]
    return [*pages, *handed_out]


def public_text(root: Path) -> str:
    """What readers may see: the pages, and the package that students get."""
    package = [path.read_text() for path in sorted((ROOT / "autograder").rglob("*.py"))]
    return canonical("\n".join([*public_texts(root), *package]))


def secrets(root: Path) -> dict[str, str]:
    """Distinctive private lines in canonical form, each with the place it comes from."""
    public = public_text(root)
    found = {}
    for chapter in read_course(root).assignments.values():
        texts = {path.name: path for path in chapter.solution.folder.glob("*.py")}
        lines = [
            (f"{chapter.name}/{name}:{number}", line)
            for name, path in texts.items()
            for number, line in enumerate(path.read_text().splitlines(), 1)
        ]
        lines += [(f"check of {chapter.name}", c.name) for c in chapter.solution.checks]
        lines += [
            (f"model answer of {chapter.name}", line)
            for written in chapter.written.values()
            for line in written.model_answer.splitlines()
        ]
        for place, line in lines:
            # in `s = sigmoid(z)` nothing is private where a page says `sigmoid(z)`
            said = canonical(re.sub(r"^\s*\w+ = ", "", line))
            line = canonical(line)
            if len(line) >= SHORTEST and line not in public and said not in public:
                found.setdefault(line, place)
    return found


def views(path: Path) -> list[str]:
    """What a file says: as it is, without markup, and unpacked."""
    return [text for data in unpacked(path.name, path.read_bytes()) for text in texts_of(data)]


def unpacked(name: str, data: bytes) -> list[bytes]:
    if name.endswith(".inv"):
        return [zlib.decompress(data.split(b"\n", 4)[4])]
    if data.startswith(b"\x1f\x8b"):
        return [gzip.decompress(data)]
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [part for n in archive.namelist() for part in unpacked(n, archive.read(n))]
    return [data]


def texts_of(data: bytes) -> list[str]:
    raw = data.decode("latin-1")
    texts = [raw, html.unescape(re.sub(r"<[^<>]*>", "", raw))]
    if raw.lstrip().startswith("{"):
        try:
            cells = json.loads(raw).get("cells", [])
        except json.JSONDecodeError:
            cells = []
        texts += ["".join(cell["source"]) for cell in cells]
    return [canonical(text) for text in texts]


class Scanner:
    """Finds any of many strings in long texts, by their first eight letters."""

    def __init__(self, wanted: dict[str, str]) -> None:
        self.by_start: dict[bytes, list[str]] = {}
        for line in wanted:
            self.by_start.setdefault(line[:8].encode(), []).append(line)
        self.starts = np.unique(np.frombuffer(b"".join(self.by_start), dtype=np.uint64))

    def found_in(self, text: str) -> set[str]:
        data = np.frombuffer(text.encode(), dtype=np.uint8)
        if len(data) < SHORTEST:
            return set()
        windows = np.lib.stride_tricks.sliding_window_view(data, 8)
        keys = np.ascontiguousarray(windows).view(np.uint64)[:, 0]
        found = set()
        for place in np.flatnonzero(np.isin(keys, self.starts)):
            start = text[place : place + 8].encode()
            found.update(line for line in self.by_start[start] if text.startswith(line, place))
        return found


def leaks(site: Path, wanted: dict[str, str]) -> list[str]:
    scanner = Scanner(wanted)
    return [
        f"{path.relative_to(site)} holds {wanted[line]}: {line}"
        for path in sorted(site.rglob("*"))
        if path.is_file()
        for line in sorted(set().union(*map(scanner.found_in, views(path))))
    ]


def test_no_file_of_the_site_holds_a_private_line(site):
    wanted = secrets(ROOT)
    assert len(wanted) > 100
    assert leaks(site, wanted) == []


def test_site_has_no_sources(site):
    assert not (site / "_sources").exists()
    assert sorted(path.parent.name for path in site.rglob("*.ipynb")) == ["notebooks"] * len(
        the_course().assignments
    )


def words(text: str) -> set[str]:
    from sphinx.search.en import SearchEnglish

    stem = SearchEnglish({}).stem
    return {stem(word) for word in set(re.findall(r"\w+", text.lower()))}


def test_search_index_knows_no_word_of_a_solution_alone(site):
    public = words("\n".join(public_texts(ROOT)))
    files = [path for path in (site / "pagefind").rglob("*") if path.name.endswith(PACKED)]
    texts = [data.decode("latin-1") for path in files for data in unpacked("", path.read_bytes())]
    terms = words("\n".join([*texts, (site / "pagefind" / "words.json").read_text()]))
    assert len(terms) > 1000 and "perceptron" in terms
    for chapter in the_course().assignments.values():
        private = {word for word in words(chapter.solution.path.read_text()) if len(word) > 8}
        assert terms & (private - public) == set()


@pytest.fixture(scope="module")
def line_of_mse():
    return {canonical("return np.sum((X @ w - y) ** 2) / (2 * len(y))"): "reference.py:13"}


@pytest.mark.parametrize(
    "name, content",
    [
        ("page.html", "<span>return</span> np.sum((<i>X</i> @ w - y) ** 2) / (2 * len(y))"),
        ("quoted.html", "&quot;return np.sum((X @&nbsp;w - y) ** 2)&quot; / (2 * len(y))"),
        (
            "book.ipynb",
            '{"cells": [{"source": ["return np.sum((X @ w - y) ", "** 2) / (2 * len(y))"]}]}',
        ),
        ("data.js", '{"a":"  return np.sum((X @ w - y) ** 2) / (2 * len(y))\\n"}'),
    ],
)
def test_scan_finds_a_leak_in(tmp_path, line_of_mse, name, content):
    (tmp_path / name).write_text(content)
    assert len(leaks(tmp_path, line_of_mse)) >= 1


def test_scan_looks_into_archives(tmp_path, line_of_mse):
    text = "return np.sum((X @ w - y) ** 2) / (2 * len(y))"
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", text)
    (tmp_path / "one.gz").write_bytes(gzip.compress(text.encode()))
    header = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# compressed\n"
    (tmp_path / "objects.inv").write_bytes(header + zlib.compress(text.encode()))
    assert len(leaks(tmp_path, line_of_mse)) == 3
