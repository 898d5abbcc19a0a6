"""Formulas are set when the book is built; what KaTeX does not know stops the build."""

import re

import pytest
from bs4 import BeautifulSoup

from autograder.publish.formulas import (
    KATEX,
    STYLE,
    FormulaError,
    _signs_in,
    copy_to,
    displayed,
    to_html,
)


def test_a_formula_is_read_aloud_as_mathml_and_drawn_for_the_eye():
    page = BeautifulSoup(to_html(r"\frac{a}{b} \le 2"), "html.parser")
    assert page.select_one("math mfrac").get_text() == "ab"
    assert "≤" in page.select_one(".katex-html[aria-hidden=true]").get_text()


def test_a_formula_of_its_own_stands_large():
    sums = [to_html(r"\sum_{i=1}^n x_i", display) for display in (False, True)]
    assert "large-op" not in sums[0] and "large-op" in sums[1]
    assert "katex-display" in sums[1]


@pytest.mark.parametrize(
    "tex, groups",
    [
        (r"a = b , \qquad c = d", ["a=b,", "c=d"]),
        (r"x \quad (i \ne j), \qquad y", ["x", "(i\ue020=j),", "y"]),
        (r"\left( a \quad b \right) \quad \leftarrow c", ["(ab)", "←c"]),
        (r"\begin{aligned} a &= b \quad c \end{aligned}", []),
        (r"{a \qquad b}", []),
        ("a + b", []),
    ],
)
def test_formulas_beside_each_other_are_groups_between_which_a_line_breaks(tex, groups):
    page = BeautifulSoup(displayed(tex), "html.parser")
    drawn = page.select_one(".katex-display > .katex > .katex-html")
    found = drawn.select(":scope > .formula")
    assert [re.sub(r"\s|\u200b", "", group.get_text()) for group in found] == groups
    assert ("apart" in drawn["class"]) == (bool(groups) and r"\qquad" in tex)
    assert len(page.select("math")) == 1


@pytest.mark.parametrize(
    "tex, signs", [("z < 0", 3), (r"\sigma(-z)", 5), (r"\frac{1}{1 + e^{-z}}", 6), ("a_{10}", 3)]
)
def test_the_signs_that_the_eye_sees_are_counted(tex, signs):
    assert signs <= _signs_in(to_html(tex)) <= signs + 2  # KaTeX adds some without width


@pytest.mark.parametrize(
    "tex, said", [(r"\nosuch{x}", r"\nosuch"), (r"\frac{a}{", "}"), ("a & b", "&")]
)
def test_what_cannot_be_set_is_told(tex, said):
    with pytest.raises(FormulaError, match=re.escape(said)):
        to_html(tex)


def test_a_page_asks_for_fonts_that_are_there(tmp_path):
    copy_to(tmp_path)
    style = (tmp_path / STYLE).read_text()
    fonts = set(re.findall(r"url\(([^)]+)\)", style))
    assert len(fonts) == 20 and all(font.endswith(".woff2") for font in fonts)
    assert all((tmp_path / "katex" / font).is_file() for font in fonts)


def test_the_version_is_the_one_that_is_said():
    script = (KATEX / "katex.min.js").read_text()
    assert 'version:"0.19.1"' in script.replace('version="0.19.1"', 'version:"0.19.1"')
