"""What a page folds, and what it says below a check."""

import pytest
from docutils import nodes
from docutils.utils import new_document

from autograder.publish.folding import fold_cells, plumbing

DRAWING = "def draw(ax, x):\n" + "    ax.plot(x)\n" * 12
TRAINING = "def train(w, X, y):\n" + "    w = w - gradient(w, X, y)\n" * 12


def page_with(source: str, *outputs: str, classes=("cell",), **attributes) -> nodes.document:
    """A page as MyST-NB reads it, of one cell."""
    document = new_document("page")
    cell = nodes.container(nb_element="cell_code", classes=list(classes), **attributes)
    code = nodes.container(nb_element="cell_code_source")
    code += nodes.literal_block(source, source)
    cell += code
    if outputs:
        below = nodes.container(nb_element="cell_code_output")
        below += [nodes.literal_block(text, text) for text in outputs]
        cell += below
    document += cell
    return document


def folded(document: nodes.document) -> str:
    return document.children[0].get("prompt_show", "")


def test_a_check_is_folded_and_what_it_prints_is_named():
    page = page_with("check_close(f)", "f: passed", classes=("cell", "tag_check"))
    fold_cells(None, page)
    assert folded(page) == "What the check asks"
    _, says, output = page.children[0].children
    assert says.astext() == "A right answer prints" and output.astext() == "f: passed"


def test_equal_lines_of_a_check_are_said_once():
    page = page_with("c()", "f: passed\nf: passed", "f: passed\ng", classes=("cell", "tag_check"))
    fold_cells(None, page)
    assert page.children[0].children[-1].astext().split("\n\n") == ["f: passed", "g"]


@pytest.mark.parametrize(
    "source, what",
    [
        ("import numpy as np\nfrom autograder.pictures import use_style\n\nuse_style()", "set-up"),
        (DRAWING, "drawing code"),
        ("import time\n\nprint(time.time())", ""),
        ("from mine import mse", ""),
        (DRAWING.replace("    ax.plot(x)\n" * 12, "    ax.plot(x)\n"), ""),
        (TRAINING, ""),
        (f"{DRAWING}\ndraw(plt.gca(), 1)", ""),
        ("%timeit x", ""),
    ],
)
def test_plumbing_is_folded_and_what_the_text_is_about_is_not(source, what):
    assert plumbing(source) == what
    page = page_with(source)
    fold_cells(None, page)
    assert folded(page) == (what and f"Show the {what}")


def test_what_an_author_has_folded_stays_as_it_is():
    page = page_with(DRAWING, hide_mode="input", prompt_show="Show the code")
    fold_cells(None, page)
    assert folded(page) == "Show the code"
