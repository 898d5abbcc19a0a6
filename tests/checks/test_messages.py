"""How a failed check reads: in text, in a notebook, and to those who cannot see the picture."""

import re
import xml.etree.ElementTree as ElementTree

import nbformat
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from nbclient import NotebookClient

from autograder.checks import CheckFailed, Fact, Hint, adding, expect_close
from autograder.checks.facts import Comparison
from autograder.checks.failure import NO_PATTERN
from autograder.checks.rendering import MOST, message_html, picture, show_in_notebook


def caught(got, expected):
    with pytest.raises(CheckFailed) as info:
        expect_close(got, expected, "my_function")
    return info.value


def html_of(failure):
    return message_html(failure.name, failure.headline, failure.rows(), failure.comparison)


WRONG = caught(np.array([1.5, -2.0, 7.25]), np.array([1.5, 3.0, 4.125]))


def test_the_text_is_one_short_block():
    failure = CheckFailed(
        "f", "value", (Fact("got", "1"), Fact("expected", "2", secret=True)), (Hint("a", "this"),)
    )
    assert str(failure) == (
        "f: wrong value\n  got           1\n  expected      2\n  likely cause  this"
    )


def test_a_second_cause_is_an_alternative():
    failure = CheckFailed("f", "value", (), (Hint("a", "this"), Hint("b", "that")))
    assert str(failure).splitlines()[1:] == ["  likely cause  this", "  or            that"]


@pytest.mark.parametrize("kind, said", [("value", True), ("shape", False), ("rule", False)])
def test_a_wrong_value_without_explanation_says_so(kind, said):
    failure = CheckFailed("f", kind)
    assert (NO_PATTERN in str(failure)) is said
    assert failure.labels == {kind}
    assert "likely cause" not in str(failure)


def test_a_wrong_number_is_told_with_how_far_off_it_is_and_how_far_it_may_be():
    failure = caught(np.array([1.0, 2.5]), np.array([1.0, 2.0]))
    assert ("off by", "0.5, where up to 2e-09 is allowed") in failure.rows()
    assert "off by" not in failure.public()  # with what came, it tells what was expected


@pytest.mark.parametrize("got, expected", [(3, 4), (True, False), (np.nan, 1.0), (np.inf, 1.0)])
def test_only_numbers_on_a_scale_are_off_by_something(got, expected):
    assert "off by" not in str(caught(got, expected))


def test_what_is_added_later_is_part_of_the_exception_as_of_the_message():
    case, given = Fact("case", "the second"), Fact("input", "x = 1")
    with pytest.raises(CheckFailed) as info, adding(case), adding(given, first=True):
        raise CheckFailed("f", "shape", (Fact("got", "shape (2,)"),))
    failure = info.value
    assert [fact.label for fact in failure.facts] == ["input", "got", "case"]
    assert failure.args == (str(failure),)
    assert "the second" in str(failure)


def test_adding_leaves_other_errors_and_success_alone():
    with adding(Fact("case", "1")):
        pass
    with pytest.raises(ZeroDivisionError), adding(Fact("case", "1")):
        _ = 1 / 0


def test_without_secrets_nothing_tells_what_was_expected():
    safe = WRONG.without_secrets()
    assert str(safe) == WRONG.public()
    assert (safe.labels, safe.headline, safe.comparison) == (WRONG.labels, WRONG.headline, None)
    assert "4.125" not in safe._repr_html_()


def test_the_html_says_what_the_text_says():
    page = html_of(WRONG)
    for label, text in WRONG.rows():
        assert f">{label}</th>" in page
        assert text in page


def test_the_picture_has_a_text_alternative_with_both_values():
    page = html_of(WRONG)
    (alt,) = re.findall(r'<svg role="img" aria-label="([^"]*)"', page)
    assert "at [1] got -2, expected 3" in alt
    assert "<figure" in page and "<figcaption" in page


def test_the_html_asks_nothing_of_the_network_and_runs_nothing():
    page = html_of(WRONG).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//|url\(|<script|<link|<img|@import", page)


def test_lines_and_words_take_the_color_of_the_theme():
    drawing = picture(WRONG.comparison)
    assert re.findall(r"<text[^>]*>", drawing)
    for tag in re.findall(r"<text[^>]*>", drawing):
        assert 'fill="currentColor"' in tag
    for tag in re.findall(r"<line[^>]*>", drawing):
        assert 'stroke="currentColor"' in tag


def relative_luminance(color):
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("page", ["#ffffff", "#121212"])
def test_marks_stand_out_on_light_and_dark_pages(page):
    colors = set(re.findall(r'(?:fill|stroke)="(#\w{6})"', picture(WRONG.comparison)))
    assert len(colors) == 2
    for color in colors:
        lighter, darker = sorted(map(relative_luminance, (color, page)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 3  # WCAG 2.2, 1.4.11


def test_students_text_is_escaped():
    failure = CheckFailed("<b>", "exception", (Fact("error", '<script>alert("x")</script>'),))
    assert "<script" not in html_of(failure)
    assert "<b>" not in html_of(failure)


def test_a_single_number_needs_no_picture():
    assert "<svg" not in html_of(caught(1.0, 2.5))


def test_of_many_components_the_most_wrong_are_drawn():
    expected = np.zeros((10, 10))
    got = expected.copy()
    got[7, 3] = 5.0
    drawing = picture(Comparison(got, expected))
    assert drawing.count("<circle") == MOST
    assert "at [7,3] got 5, expected 0" in drawing
    assert f"the {MOST} most wrong of 100 components" in drawing


anything = hnp.arrays(float, (5,), elements=st.floats(allow_nan=True, allow_infinity=True))


@given(got=anything, expected=anything)
@settings(max_examples=60, deadline=None)
def test_any_numbers_make_a_picture_that_is_well_formed(got, expected):
    drawing = picture(Comparison(got, expected))
    if not drawing:
        return
    root = ElementTree.fromstring(drawing.replace("&nbsp;", " "))
    for circle in root.iter("{http://www.w3.org/2000/svg}circle"):
        assert 0 <= float(circle.get("cx")) <= 520
        assert 0 <= float(circle.get("cy")) <= 200


CELL = """\
import numpy as np
from autograder.checks import check_gradient

def loss(w):
    return np.sum(w**2)

def gradient(w):
    return -2 * w

check_gradient(gradient, of=loss, at=(np.array([1.0, -2.0, 0.5]),))
"""
UNWRITTEN = """\
def unwritten(w):
    raise NotImplementedError

check_gradient(gradient, of=unwritten, at=(np.array([1.0, -2.0, 0.5]),))
"""


@pytest.fixture(scope="module")
def cells():
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in (CELL, UNWRITTEN)]
    )
    NotebookClient(notebook, allow_errors=True, kernel_name="python3", timeout=60).execute()
    return notebook.cells


def test_a_notebook_shows_the_block_once_and_still_fails(cells):
    shown, error = cells[0].outputs
    assert shown.output_type == "display_data"
    assert "<svg" in shown.data["text/html"]
    assert "the sign is flipped" in shown.data["text/plain"]
    assert error.output_type == "error"  # what nbgrader looks for, and what stops "Run All"
    assert error.ename == "CheckFailed"


def test_a_notebook_shows_no_traceback_of_ours(cells):
    for cell in cells:
        error = cell.outputs[-1]
        assert len(error.traceback) == 1
        assert "autograder" not in error.traceback[0]


def test_a_loss_that_fails_is_a_message_too(cells):
    assert "not implemented" in cells[1].outputs[-1].evalue


def test_a_terminal_gets_the_text(monkeypatch):
    terminal = type("TerminalInteractiveShell", (), {})()
    import IPython

    monkeypatch.setattr(IPython, "get_ipython", lambda: terminal)
    assert WRONG._render_traceback_() == str(WRONG).splitlines()


def test_a_front_end_that_takes_no_html_gets_the_text_and_a_warning(monkeypatch):
    import IPython

    class Shell:
        @property
        def display_pub(self):
            raise OSError("no front end")

    monkeypatch.setattr(IPython, "get_ipython", Shell)
    with pytest.warns(UserWarning, match="no front end"):
        assert not show_in_notebook("<p>x</p>", "x")


def test_public_feedback_has_no_expected_value():
    assert "expected" in str(WRONG)
    assert "expected" not in WRONG.public()


def test_numbers_that_no_picture_can_hold_leave_no_warning(recwarn):
    assert picture(Comparison(np.array([1e308, 1.0]), np.array([-1e308, 1.0]))) == ""
    assert not recwarn.list
