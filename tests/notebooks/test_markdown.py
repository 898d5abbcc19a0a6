"""MyST becomes Markdown that every notebook program shows."""

import pytest

from autograder.notebooks.markdown import bibliography, plain_markdown
from tests.conftest import the_course

NAMES = {"rosenblatt1958": "Rosenblatt (1958)", "pic": "Figure 2", "loss": "1"}


@pytest.mark.parametrize(
    "myst, plain",
    [
        ("See {cite:t}`rosenblatt1958`.", "See Rosenblatt (1958)."),
        ("It learns {cite:p}`rosenblatt1958`.", "It learns (Rosenblatt, 1958)."),
        ("{numref}`pic` shows it.", "Figure 2 shows it."),
        ("By {eq}`loss`.", "By (1)."),
        ("Read {doc}`mp_neuron`.", "Read *mp neuron*."),
        ("Read {doc}`the neuron <mp_neuron>`.", "Read *the neuron*."),
        ("(a-label)=\n## Title", "## Title"),
        (":::{note}\nMind.\n:::", "> **Note**\n>\n> Mind."),
        (":::{admonition} Erratum\n:class: warning\nWrong.\n\nRight.\n:::",
         "> **Erratum**\n>\n> Wrong.\n>\n> Right."),
        (":::{admonition} Answer\n:class: dropdown\nYes.\n:::",
         "<details><summary>Answer</summary>\n\nYes.\n\n</details>"),
        ("```{math}\n:label: loss\nL = 1\n```", "$$\nL = 1\n\\tag{1}\n$$"),
        ("```{math}\n:label: loss\n\nL = 1\n\n```", "$$\nL = 1\n\\tag{1}\n$$"),
        (":::{note}\n$$\na\n= b\n$$\nand $c\n= d$.\n:::",
         "> **Note**\n>\n> $$ a = b $$\n> and $c = d$."),
        ("```python\nx = {1: 2}  # {not}`a role`? kept\n```",
         "```python\nx = {1: 2}  # {not}`a role`? kept\n```"),
        ("Code `{a}` and $x_{i}$ stay.", "Code `{a}` and $x_{i}$ stay."),
    ],
)  # fmt: skip
def test_each_construct(myst, plain):
    assert plain_markdown(myst, NAMES) == plain


def test_citations_from_bibtex():
    found = bibliography(
        "@book{a1, author = {Minsky, Marvin and Papert, Seymour}, title = {P}, year = {1969}}\n"
        "@book{b2, author = {A, B and C, D and E, F}, title = {Q}, year = 2001}\n"
        "@book{c3, author = {Mont{\\'u}far, Guido}, title = {R}, year = {2014}}\n"
    )
    assert found["a1"] == "Minsky and Papert (1969)"
    assert found["b2"] == "A et al. (2001)"
    assert found["c3"].startswith("Mont") and found["c3"].endswith("far (2014)")


def test_no_directive_or_role_is_left_in_any_notebook():
    from autograder.notebooks.build import student_notebook

    for chapter in the_course().assignments.values():
        for cell in student_notebook(chapter).cells:
            if cell.cell_type == "markdown":
                assert ":::" not in cell.source
                assert "```{" not in cell.source
                for role in ("cite", "numref", "eq", "doc", "ref"):
                    assert f"{{{role}" not in cell.source, cell.source[:200]
