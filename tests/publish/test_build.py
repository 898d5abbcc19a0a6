"""What building the site does, and does again when something changed."""

import re

import nbformat
import pytest
from publish_support import build, make_small_site


@pytest.fixture
def course(small_course):
    """The small course as a site of one chapter that runs quickly."""
    return make_small_site(small_course, extra_pages=())


def html(course):
    return (course / "_build" / "html" / "chapters" / "line.html").read_text()


def said(result):
    return re.sub(r"\x1b\[[\d;]*m", "", result.stdout + result.stderr)


def built(course):
    result = build(course)
    assert result.returncode == 0, said(result)[-4000:]
    assert "IPKernelApp" not in said(result)  # kernels that run pages have nothing to complain of


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_changed_reference_is_published_and_nothing_is_when_nothing_changed(course, monkeypatch):
    monkeypatch.setenv(
        "MPLBACKEND", "agg"
    )  # as many shells have it; pages show pictures all the same
    built(course)
    assert html(course).count("loss 20.3") == html(course).count(">loss 20.3</text>") == 1
    written = (course / "_build" / "html" / "chapters" / "line.html").stat().st_mtime_ns

    built(course)
    assert (course / "_build/html/chapters/line.html").stat().st_mtime_ns == written
    run = nbformat.read(course / "_build/jupyter_execute/chapters/line.ipynb", 4)
    outputs = [cell.outputs for cell in run.cells if cell.cell_type == "code"]
    assert any(outputs)  # or running it again would compare them with nothing

    reference = course / "solutions" / "line" / "reference.py"
    picture = course / "chapters" / "line.md"
    edit(reference, "return np.sum", "print('a new reference')\n    return np.sum")
    edit(picture, 'plt.title(f"loss', 'print("a new picture")\nplt.title(f"loss')
    built(course)
    assert "a new reference" in html(course)
    assert "a new picture" in html(course)


def test_course_that_does_not_fit_is_one_line(course):
    edit(course / "chapters" / "line.md", ":points: 4", ":points: 5")
    result = build(course)
    assert result.returncode == 2
    assert "is worth 5 points here, but its checks add up to 4" in said(result)
    assert "Traceback" not in said(result)


def test_a_picture_that_shows_nothing_is_not_published(course):
    edit(course / "chapters" / "line.md", "plt.show()", "plt.close()")
    result = build(course)
    assert result.returncode != 0
    assert "the picture 'line-points' shows nothing" in said(result)


def test_failing_cell_is_named_by_its_line(course):
    edit(course / "chapters" / "line.md", "plt.show()", "plt.sow()")
    result = build(course)
    assert result.returncode == 2
    assert "Traceback" not in said(result)
    lines = (course / "chapters" / "line.md").read_text().splitlines()
    fence = lines.index("picture: line-points") - 1
    assert f"line.md:{fence}: cell fails: AttributeError" in said(result)


def test_warnings_name_their_line_of_the_chapter(course):
    path = course / "chapters" / "line.md"
    path.write_text(re.sub(r"\n(alt|caption):.*", "", path.read_text()))
    edit(
        path, "That was", "![](_static/logo.svg)\n\nHere is {ref}`nothing` and $\\nosuch$. That was"
    )
    result = build(course)
    assert result.returncode != 0
    lines = path.read_text().splitlines()
    fence = lines.index("picture: line-points") - 1
    assert f"line.md:{fence}: WARNING: picture 'line-points' has no alt" in said(result)
    assert f"line.md:{fence}: WARNING: picture 'line-points' has no caption" in said(result)
    image = lines.index("![](_static/logo.svg)") + 1
    assert f"line.md:{image}: WARNING: picture without alt text" in said(result)
    text = next(number for number, line in enumerate(lines, 1) if line.startswith("Here is"))
    assert f"line.md:{text}: WARNING: undefined label" in said(result)
    assert f"line.md:{text}: WARNING: formula \\nosuch: Undefined control" in said(result)


def test_warnings_and_errors_of_a_reference_are_not_published(course):
    """Python quotes the line that warns, and that line is the solution."""
    reference = course / "solutions" / "line" / "reference.py"
    edit(reference, "return np.sum", "np.log(np.zeros(1))\n    return np.sum")
    result = build(course)
    assert result.returncode != 0
    assert "np.log(np.zeros(1))" not in html(course)
