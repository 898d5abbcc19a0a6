"""What students write cannot act in a page that an instructor looks at."""

import re
import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook

from autograder.grading.coordinator.sanitize import harmless
from tests.conftest import SMALL
from tests.grading.class_support import change, grade, make_class, notebook_of

EXPORTER = HTMLExporter(template_name="basic")


def rendered(markdown):
    notebook = new_notebook(cells=[new_markdown_cell(markdown)])
    return BeautifulSoup(EXPORTER.from_notebook_node(notebook)[0], "html.parser")


def acts(page):
    """Whether something in ``page`` could run, as a browser reads it."""
    for element in page.find_all(True):
        if element.name in {"script", "style", "iframe", "object", "embed", "form", "svg", "base"}:
            return True
        for name, value in element.attrs.items():
            if name.startswith("on"):
                return True
            address = re.sub(r"[\x00-\x20]", "", str(value)).lower()
            if name in ("href", "action") and address.startswith(("javascript:", "vbscript:")):
                return True
    return False


ACTING = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<IMG\nSRC=x\nonerror=alert(1)>",
    "<img src=x onerror=alert(1) src=y>",
    "<b onclick=alert(1)>x</b>",
    "<br onclick=alert(1)>",
    "<b/onclick=alert(1)>x</b>",
    "<style>body { display: none }</style>",
    "</div></div><iframe src=x></iframe>",
    "<svg onload=alert(1)>",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "$<script>alert(1)</script>$",
    "$$<img src=x onerror=alert(1)>$$",
    "\\begin{a<img src=x onerror=alert(1)>}x\\end{a<img src=x onerror=alert(1)>}",
    "```mermaid\n</pre></div><script>alert(1)</script>\n```",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "[x](javascript:alert(1))",
    "[x]( JaVaScript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](<&#106;ava\tscript:alert(1)>)",
    "[x](< java\tscript:alert(1)>)",
    "[x](\n<java\tscript:alert(1)>)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[x][r]\n\n[r]: < java\tscript:alert(1)>",
    "<javascript:alert(1)>",
    "[x](vbscript:a)",
    '![x](y "t\\" onerror=\\"alert(1)")',
]


@pytest.mark.parametrize("markdown", ACTING)
def test_nothing_acts(markdown):
    assert not acts(rendered(harmless(markdown)))


def test_these_would_act():
    assert sum(acts(rendered(markdown)) for markdown in ACTING) > 15


@pytest.mark.parametrize(
    "markdown",
    [
        "Because $a<b$ fails and $x \\le y$; `if a <= b:` and 1<2.",
        "**Why?** See [the page](https://example.org/a?b=c&d=e) or ![plot](images/plot.png).",
        "two lines<br>H<sub>2</sub>O and <b>bold</b>",
        "> quoted\n\n```python\nfor i in range(3):\n    print(i < 2)\n```",
        "The data: 3 points (x: 1, y: 2).",
    ],
)
def test_what_students_write_looks_the_same(markdown):
    before, after = rendered(markdown).get_text(), rendered(harmless(markdown)).get_text()
    assert re.sub(r"<\s", "<", after) == re.sub(r"<\s", "<", before)


def test_a_picture_in_html_becomes_one_in_markdown():
    page = rendered(harmless('<img src="images/a.png" width=300 onload=x> and <img src=b.png>'))
    assert [image["src"] for image in page.find_all("img")] == ["images/a.png", "b.png"]


PIECES = [
    *"<>[]()$\\`\"'!/:&ab \t\n",
    *["script", "img", "src=", "x", "onerror=", "javascript:", "&#106;", "&lt;"],
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_the_pieces_nothing_acts(markdown):
    assert not acts(rendered(harmless(markdown)))


def test_long_texts_take_no_time():
    start = time.process_time()
    for piece in ("<img ", "<img src=", "](", "]( ", "&#106;", "<b", "]:\n"):
        harmless(piece * (2**18 // len(piece)))
    assert time.process_time() - start < 10


def test_it_is_done_to_answers_and_to_cells_of_the_students_own(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})

    def attack(notebook):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
                cell["source"] = "<script>fetch('/formgrader/api')</script>"
        extra = {"cell_type": "markdown", "metadata": {}, "source": "<img src=x onerror=alert(1)>"}
        notebook["cells"].append(extra)

    change(classroom, "student-01", attack)
    grade(course, classroom)
    sources = [cell.source for cell in notebook_of(classroom, "student-01").cells]
    assert "< script>fetch('/formgrader/api')< /script>" in sources
    assert "![](x)" in sources
