"""An exercise answered in the page, in Chromium, with Pyodide's official files.

They are fetched by `make pyodide`; without them these tests are skipped. Set EVERY_CHAPTER=1, as
`make pages-in-wasm` does, to run the checks of all chapters and draw all their pictures there.
"""

import os
import re
import string
import time

import nbformat
import pytest
from playwright.sync_api import expect
from publish_support import PYODIDE, serving

from autograder.in_page.cells import code_cells
from autograder.notebooks.build import student_notebook
from autograder.publish import scripts
from tests.conftest import the_course
from tools.fetch_pyodide import is_there

pytestmark = pytest.mark.skipif(
    not is_there(PYODIDE), reason="no Pyodide in _build/pyodide: `make pyodide` fetches it"
)
SLOW = 300_000  # milliseconds: on a busy machine Python starts in a minute
MSE = "def mse(w, X, y):\n    return np.sum((X @ w - y) ** 2) / (2 * len(y))"
FLIPPED = "def mse_gradient(w, X, y):\n    return X.T @ (y - X @ w) / len(y)"
GRADIENT = "def mse_gradient(w, X, y):\n    return X.T @ (X @ w - y) / len(y)"
ASK = """async ([kind, order]) => {
    const { ask } = await import("/_static/FOLDER/answer/python.js");
    return ask(kind, order);
}""".replace("FOLDER", scripts.folder())
SAMPLE = ("mp_neuron",)


@pytest.fixture(scope="module")
def address(small_site):
    with serving(small_site) as address:
        yield address


@pytest.fixture
def page(browser, address):
    """A page of the small course; whatever goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(SLOW)
    troubles = []
    page.on("console", lambda m: m.type == "error" and troubles.append(m.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.asked = asked
    page.goto(f"{address}/chapters/line.html")
    yield page
    context.close()
    assert troubles == []
    own = (address, "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []


def box(page, name):
    return page.locator(f".answer[data-exercise={name}], .answer[data-written={name}]")


def opened(page, name):
    its = box(page, name)
    its.get_by_role("button", name="Answer here").click()
    its.locator(".cm-content" if its.get_attribute("data-exercise") else "textarea").wait_for()
    return its


def check(its, code):
    its.get_by_role("textbox").fill(code)
    its.get_by_role("button", name="Check", exact=True).click()
    return said_by(its)


def said_by(its):
    expect(its.get_by_role("button", name="Stop")).to_be_hidden(timeout=SLOW)
    return its.locator(".answer-result").inner_text()


def test_nothing_of_python_is_loaded_before_the_first_check(page):
    its = opened(page, "mse")
    value = its.locator("textarea").input_value()
    assert value.startswith("def mse(w, X, y):")
    assert value.endswith("raise NotImplementedError")
    lines = its.get_by_role("textbox", name="Your answer to mse").locator(".cm-line")
    assert "\n".join(lines.all_text_contents()) == value
    assert not [url for url in page.asked if "pyodide" in url or url.endswith(".whl")]


def test_the_whole_way(page, tmp_path):
    """Wrong, its cause, right, kept, and downloaded as it was typed."""
    page.evaluate("localStorage.clear()")
    said = check(opened(page, "mse"), MSE)
    assert "mse: visible checks passed; more are run when graded" in said
    its = opened(page, "mse_gradient")
    its.get_by_role("textbox").fill(FLIPPED)
    page.keyboard.press("Shift+Enter")
    said = said_by(its)
    expect(its.get_by_role("textbox")).to_be_focused()
    assert "wrong value" in said
    assert "the sign is flipped" in said
    expect(its.locator(".answer-result section").first).to_be_in_viewport()
    said = check(its, GRADIENT)
    expect(its.get_by_role("button", name="Check", exact=True)).to_be_focused()
    assert page.evaluate("JSON.parse(localStorage['neuron-to-network']).last.name") == "why_mean"
    assert "mse_gradient: kept in mine.py" in said
    expect(page.locator(".answer-done")).to_have_count(2)

    words = "Because of $n$ & <b>“samples”</b>."
    opened(page, "why_mean").get_by_role("textbox").fill(words)

    page.reload()
    field = box(page, "mse_gradient").get_by_role("textbox")
    expect(field).to_have_value(GRADIENT)
    expect(page.locator(".answer-done")).to_have_count(3)
    expect(page.locator(".answer-mark")).to_have_attribute("title", "all done")

    with page.expect_download() as waiting:
        page.locator("a.course-download").click()
    assert waiting.value.suggested_filename == "line.ipynb"
    notebook = nbformat.read(waiting.value.path(), 4)
    nbformat.validate(notebook)
    answers = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    assert answers == {"mse": MSE, "mse_gradient": GRADIENT, "why_mean": words}


def test_a_check_that_loops_is_stopped_and_the_next_ones_run(page):
    its = opened(page, "mse")
    its.get_by_role("textbox").fill("while True:\n    pass")
    its.get_by_role("button", name="Check", exact=True).click()
    status = its.get_by_role("status")
    expect(status).to_have_text("Running …", timeout=SLOW)
    its.get_by_role("button", name="Stop").click()
    expect(status).to_contain_text("Stopped while this ran: your mse.")
    assert "SyntaxError: unmatched ')'" in check(its, "def mse(w, X, y)) + 1")
    assert "visible checks passed" in check(its, MSE)


def test_the_keyboard_gets_in_and_out_of_the_field(page):
    its = box(page, "mse")
    its.get_by_role("button", name="Answer here").press("Enter")
    field = its.locator(".cm-content")
    expect(field).to_be_focused()
    field.fill("def f():")
    field.press("End")
    for key in ("Enter", "x", "Enter", "Tab", "y", "Shift+Tab", "Shift+Tab"):
        page.keyboard.press(key)
    value = its.locator("textarea")
    expect(value).to_have_value("def f():\n    x\ny")
    page.keyboard.press("Control+z")
    expect(value).not_to_have_value("def f():\n    x\ny")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(its.get_by_role("button", name="Check", exact=True)).to_be_focused()


def test_every_sign_that_is_typed_is_written(page):
    its = opened(page, "mse")
    page.keyboard.press("Control+a")
    signs = string.ascii_letters + string.digits + string.punctuation
    page.keyboard.type(signs)
    expect(its.locator("textarea")).to_have_value(signs)


def test_words_of_python_have_the_colors_of_the_page(page):
    its = opened(page, "mse")
    its.locator(".cm-content").fill('def f(x):\n    return "a"  # b')
    for name, word in {"k": "def", "nf": "f", "s2": '"a"', "c1": "# b"}.items():
        ours = its.locator(f".cm-content .{name}").first
        expect(ours).to_have_text(word)
        color = "(word) => getComputedStyle(word).color"
        given = page.locator(f".highlight pre .{name}").first
        if given.count():
            assert ours.evaluate(color) == given.evaluate(color)


def test_where_no_editor_is_to_be_had_the_field_stays(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/codemirror.js", lambda route: route.abort())
    page.goto(f"{address}/chapters/line.html")
    its = box(page, "mse")
    its.get_by_role("button", name="Answer here").click()
    its.locator("textarea").fill("x = 1")
    page.reload()
    expect(box(page, "mse").locator("textarea")).to_have_value("x = 1")
    context.close()


def test_what_was_reset_is_shown(page):
    its = opened(page, "mse")
    its.locator(".cm-content").fill("x = 1")
    page.once("dialog", lambda dialog: dialog.accept())
    its.get_by_role("button", name="Reset to the stub").click()
    expect(its.locator(".cm-content")).to_contain_text("raise NotImplementedError")


def test_answers_go_to_another_browser_in_a_file(page, browser, address, tmp_path):
    opened(page, "mse").get_by_role("textbox").fill(MSE)
    page.locator(".answer-files summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").click()
    saved = tmp_path / "my-answers.json"
    waiting.value.save_as(saved)
    other = browser.new_context().new_page()
    other.goto(f"{address}/chapters/line.html")
    other.locator(".answer-files input").set_input_files(saved)
    expect(other.locator(".answer-files")).to_contain_text("1 answers were read")
    other.reload()
    expect(box(other, "mse").get_by_role("textbox")).to_have_value(MSE)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    other.locator(".answer-files input").set_input_files(wrong)
    expect(other.locator(".answer-files")).to_contain_text("This file holds no answers")
    other.context.close()


def test_a_picture_is_redrawn_with_the_readers_own_function(page):
    redraw = page.get_by_role("button", name="Redraw with mine")
    assert redraw.count() == 0
    check(opened(page, "mse"), MSE)
    redraw.click()
    drawn = page.locator(".answer-drawn img")
    expect(drawn).to_have_attribute("src", re.compile("^data:image/png;base64,iVBOR"), timeout=SLOW)
    expect(drawn).to_have_attribute("alt", re.compile("^With your answers. Three targets"))


def test_html_of_a_check_can_do_nothing_in_the_page(page):
    html = (
        '<section aria-label="a"><img src=x onerror="alert(1)"><script>alert(1)</script>'
        '<a href="javascript:alert(1)">b</a><p style="background:url(//x)">c</p></section>'
    )
    made = page.evaluate(
        """async (html) => {
            const { safe } = await import("/_static/FOLDER/answer/safe.js");
            return safe(html).map((node) => node.outerHTML).join("");
        }""".replace("FOLDER", scripts.folder()),
        html,
    )
    assert made == '<section aria-label="a"><img><p>c</p></section>'


def test_without_scripts_the_page_is_as_it_was(browser, address):
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{address}/chapters/line.html")
    assert still.get_by_role("button", name="Answer here").count() == 0
    assert still.locator(".admonition.exercise pre").first.is_visible()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_answer(page, theme):
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    opened(page, "mse")
    opened(page, "why_mean")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = (
        Axe()
        .run(page, ".answer", {"preload": False, "resultTypes": ["violations"]})
        .response["violations"]
    )
    assert [one["id"] for one in found] == []


def chapters():
    if os.environ.get("EVERY_CHAPTER"):
        return list(the_course().assignments.values())
    return [the_course().assignments[name] for name in SAMPLE]


def test_the_references_of_the_chapters_pass_in_the_page(page):
    """Every given cell and visible check; with EVERY_CHAPTER every experiment and picture too."""
    mine, failed = "", []
    for chapter in chapters():
        start = time.monotonic()
        notebook = nbformat.writes(student_notebook(chapter))
        answers = {name: one.reference for name, one in chapter.exercises.items()}
        order = {"notebook": notebook, "answers": answers}
        for name in answers:
            outcome = page.evaluate(ASK, ["check", order | {"exercise": name, "mine": mine}])
            mine = outcome["mine"]
            if not outcome["passed"]:
                failed.append(f"{chapter.name}: {name}: {outcome['shown'][-1]['text']}")
        for cell in code_cells(notebook) if os.environ.get("EVERY_CHAPTER") else ():
            if cell.kind == "picture":
                outcome = page.evaluate(ASK, ["draw", order | {"picture": cell.id, "mine": mine}])
                if not outcome["passed"]:
                    failed.append(f"{chapter.name}: {cell.id}: {outcome['shown'][-1]['text']}")
        print(f"{chapter.name}: {time.monotonic() - start:.1f} s")
    assert not failed, "\n".join(failed)
