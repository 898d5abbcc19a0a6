"""How many words of prose a chapter has: at most 3,500, or it is two chapters.

Run ``python -m tools.measure_prose [CHAPTER …]``; without names, it measures every page with cells.

What counts is what is read from the first line to the last: headings, paragraphs, lists, boxes
(answers to self-check questions among them) and written questions. A formula in a line counts as
one word, and so does a reference to a page, a picture or a source. Numbers count nothing.

Left out are code cells with all that stands in them (docstrings, predictions, captions, alternative
texts), code blocks, formulas on lines of their own, tables, and the title of a box.
"""

from __future__ import annotations

import argparse
import re

from autograder.course import Chapter, read_course

#: what a chapter may have at most
LIMIT = 3500

#: what is no prose, and what stands in its place; in this order
NO_PROSE: tuple[tuple[re.Pattern[str], str], ...] = (
    # a fenced block: code, a formula, a figure
    (re.compile(r"^(`{3,}).*?^\1`*$", re.M | re.S), ""),
    (re.compile(r"\$\$.*?\$\$", re.S), ""),
    # the first and the last line of a box, and its options
    (re.compile(r"^:{3,}.*$", re.M), ""),
    (re.compile(r"^:[a-z_-]+:.*$", re.M), ""),
    (re.compile(r"^\|.*$", re.M), ""),
    (re.compile(r"\$[^$]+\$"), " formula "),
    (re.compile(r"\{[a-z:]+\}`[^`]*`"), " reference "),
)
WORD = re.compile(r"[A-Za-z][\w'’-]*")


def words(text: str) -> int:
    """Return how many words of prose a piece of Markdown has."""
    for pattern, stands_for in NO_PROSE:
        text = pattern.sub(stands_for, text)
    return len(WORD.findall(text))


def words_of(chapter: Chapter) -> int:
    """Return how many words of prose a chapter has: its text cells and its written questions."""
    return sum(words(cell.source) for cell in chapter.cells if cell.kind in ("text", "written"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER")
    names = parser.parse_args().chapters
    chapters = read_course().chapters
    if unknown := [name for name in names if name not in chapters]:
        parser.error(f"no such chapter: {', '.join(unknown)}")
    print("words  chapter")
    for name in names or chapters:
        count = words_of(chapters[name])
        note = f"  ({count - LIMIT} too many)" if count > LIMIT else ""
        print(f"{count:5d}  {name}{note}")


if __name__ == "__main__":
    main()
