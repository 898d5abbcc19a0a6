"""What the page of a chapter shows, runs and hides."""

from docutils import nodes
from docutils.utils import new_document

from autograder.course import read_course
from autograder.publish.page import SETUP, page, text_of
from autograder.publish.typography import KeepPunctuation


def small_page(root, **options):
    chapter = read_course(root).chapters["line"]
    return chapter, page(chapter, **options)


def hidden(notebook):
    return [cell for cell in notebook.cells if "remove-cell" in cell.metadata.get("tags", ())]


def test_shows_the_stub_and_runs_the_reference(small_course):
    chapter, notebook = small_page(small_course)
    references = [exercise.reference for exercise in chapter.exercises.values()]
    assert [cell.source for cell in hidden(notebook)] == [SETUP, *references]
    shown = "\n".join(cell.source for cell in notebook.cells if cell not in hidden(notebook))
    assert "{admonition} Exercise `mse` (2 points)" in shown
    assert "Mean squared error of the predictions `X @ w`, halved." in shown
    assert "def mse(w, X, y):\n    raise NotImplementedError" in shown
    assert '<a href="../notebooks/line.ipynb" download>notebook</a>' in shown
    for reference in references:
        assert reference not in shown


def test_the_shown_stub_is_not_run(small_course):
    _, notebook = small_page(small_course)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert "NotImplementedError" not in cell.source


def test_check_runs_without_our_options(small_course):
    _, notebook = small_page(small_course)
    check = next(cell for cell in notebook.cells if cell.source.startswith("check_gradient"))
    assert check.metadata == {"tags": ["check"]}


def test_picture_is_a_numbered_figure_with_alt_text_and_folded_code(small_course):
    _, notebook = small_page(small_course)
    picture = next(cell for cell in notebook.cells if "mystnb" in cell.metadata).metadata
    assert picture["tags"] == ["hide-input"]
    assert picture["mystnb"]["image"] == {"alt": "Three targets as dots against the sample number."}
    assert picture["mystnb"]["figure"] == {
        "name": "line-points",
        "caption": "The targets $y$ by sample.",
    }


def marked(root, old, new):
    path = root / "chapters" / "line.md"
    path.write_text(path.read_text().replace(old, new))


def test_a_prediction_is_asked_for_and_the_picture_is_folded(small_course):
    marked(small_course, "alt: Three", "predict: How many dots?\nalt: Three")
    _, notebook = small_page(small_course)
    at = next(i for i, cell in enumerate(notebook.cells) if "How many dots?" in cell.source)
    assert notebook.cells[at].source.startswith(":::{admonition} Predict, then look")
    picture = notebook.cells[at + 1].metadata
    assert picture["tags"] == ["hide-input", "hide-output"]
    assert picture["mystnb"]["figure"]["name"] == "line-points"
    assert picture["mystnb"]["code_prompt_show"] == "Show the {type}"


def test_a_bug_is_shown_and_its_reference_runs(small_course):
    marked(small_course, ":exercise: mse\n", ":exercise: mse\n:bug: mse_of_a_sum\n")
    chapter, notebook = small_page(small_course)
    box = next(cell.source for cell in notebook.cells if "Find the bug" in cell.source)
    assert "{admonition} Find the bug: `mse` (2 points)" in box
    assert "return np.sum((np.asarray(X) @ w - y) ** 2) / 2" in box and "Mend it in the" in box
    assert hidden(notebook)[1].source == chapter.exercises["mse"].reference


def test_question_is_boxed_with_its_points(small_course):
    chapter, notebook = small_page(small_course)
    text = text_of(notebook)
    assert "{admonition} Question (2 points)" in text
    assert chapter.written["why_mean"].model_answer not in text


def test_fence_is_longer_than_any_inside(small_course):
    path = small_course / "chapters" / "line.md"
    question = ":::::{note}\nA box.\n:::::\n\n````python\nx\n````\n\nWhy is the loss"
    path.write_text(path.read_text().replace("Why is the loss", question))
    _, notebook = small_page(small_course)
    box = next(cell.source for cell in notebook.cells if "Question (2 points)" in cell.source)
    assert box.startswith("::::::{admonition}")
    assert box.endswith("\n::::::")


def test_cells_keep_their_lines(small_course):
    """A warning about a cell names its line in the chapter."""
    _, notebook = small_page(small_course)
    lines = (small_course / "chapters" / "line.md").read_text().splitlines()
    starts = notebook.metadata["source_map"]
    for cell, start in zip(notebook.cells, starts, strict=True):
        if cell.cell_type == "code" and cell.source != SETUP:
            assert lines[start + 1].startswith("```{code-cell}")
    heading = next(
        start
        for cell, start in zip(notebook.cells, starts, strict=True)
        if cell.source.startswith("# A line through points")
    )
    assert lines[heading + 1] == "# A line through points"


def test_solutions_are_shown_when_the_deadline_has_passed(small_course):
    chapter, notebook = small_page(small_course, solved=True)
    assert [cell.source for cell in hidden(notebook)] == [SETUP]
    text = text_of(notebook)
    assert "Show the solution" in text
    assert chapter.written["why_mean"].model_answer in text


def test_pages_are_equal_when_nothing_changed(small_course):
    once, again = (text_of(small_page(small_course)[1]) for _ in range(2))
    assert once == again


def test_stamp_makes_another_page(small_course):
    once, again = (text_of(small_page(small_course, stamp=stamp)[1]) for stamp in ("a", "b"))
    assert once != again


def test_a_comma_stays_with_its_own_formula():
    paragraph = nodes.paragraph()
    paragraph += [nodes.math(text="a"), nodes.Text(", "), nodes.strong("", "b"), nodes.Text(", ")]
    paragraph += [nodes.math(text="c"), nodes.Text(", "), nodes.strong("", "d")]
    document = new_document("page")
    document += paragraph
    KeepPunctuation(document).run()
    assert document.astext() == "a, b, c, d"
