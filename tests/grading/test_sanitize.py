"""What students write cannot act in a page that an instructor looks at, and stays as it is."""

import re
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook
from traitlets.utils.importstring import import_item

from autograder.grading.coordinator.sanitize import ATTRIBUTES, markdown2html, render
from autograder.release.classroom import FILTER, Classroom
from tests.conftest import SMALL
from tests.grading.class_support import change, grade, make_class, notebook_of, page_of

TABLE = Path(__file__).with_name("xss.md").read_text()
CASE = re.compile(
    r"^(?P<title>.+)\n\.\n(?P<typed>(?:(?!\.\n).*\n)*)\.\n(?P<seen>(?:(?!\.\n).*\n)*)\.\n", re.M
)
CASES = {m["title"]: (m["typed"], m["seen"]) for m in CASE.finditer(TABLE)}
PNG = {"image/png": "iVBORw0KGgo="}


def words(text):
    return " ".join(text.split())


def acts(html):
    """Whether something in ``html`` could run or lead astray, as a parser of HTML reads it."""
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        if element.name not in ATTRIBUTES:
            return True
        for name, value in element.attrs.items():
            if name.startswith("on") or name in ("id", "name", "srcdoc", "action"):
                return True
            address = re.sub(r"[\x00-\x20]", "", str(value)).lower()
            allowed = r"https?:|mailto:|(?![a-z][a-z0-9+.-]*:)"
            if element.name == "img":
                allowed += r"|data:image/(png|jpeg|gif);base64,"
            if name in ("href", "src") and not re.match(allowed, address):
                return True
    return False


def test_the_table_is_read_as_a_whole():
    assert len(CASES) == TABLE.splitlines().count(".") / 3 > 50


@pytest.mark.parametrize("title", CASES)
def test_nothing_acts_and_every_word_is_there(title):
    typed, seen = CASES[title]
    html = render(typed, {})
    assert not acts(html)
    assert words(BeautifulSoup(html, "html.parser").get_text()) == words(seen)


IN_A_BROWSER = """() => {
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
        found.push(element.localName);
        for (const attribute of element.attributes) found.push("@" + attribute.name);
        if (element.localName == "a" && element.hasAttribute("href")) found.push(element.protocol);
        for (const event of ["click", "mouseover", "focus", "toggle"])
            element.dispatchEvent(new Event(event, {bubbles: true, cancelable: true}));
        if (element.protocol == "javascript:") element.click();
    }
    return [...new Set(found)];
}"""


@pytest.fixture
def open_page(browser):
    """Show HTML in a browser; returns what ran, and the elements and attributes it made."""

    def open_page(html):
        ran = []
        page = browser.new_page()
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.route("**/*", lambda route: route.abort())  # nothing is fetched
        page.set_content(f"<!doctype html><html><body>{html}</body></html>")
        page.wait_for_timeout(300)
        made = page.evaluate(IN_A_BROWSER)
        page.wait_for_timeout(300)
        page.close()
        return ran, set(made)

    return open_page


def test_nothing_acts_in_a_browser(open_page):
    html = "\n".join(render(typed, {}) for typed, _ in CASES.values())
    ran, made = open_page(html)
    assert ran == []
    allowed = {f"@{name}" for names in ATTRIBUTES.values() for name in names} | {"@rel"}
    assert made <= ATTRIBUTES.keys() | allowed | {"http:", "https:", ":"}


@pytest.mark.parametrize("title", ["A handler of a picture", "A link to a script", "A script"])
def test_unsanitized_these_would_act(open_page, title):
    notebook = new_notebook(cells=[new_markdown_cell(CASES[title][0])])
    html, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    ran, made = open_page(html)
    assert ran or "script" in made


PIECES = [
    *"<>[]()$\\`\"'!/:&ab \t\n",
    *["script", "img", "src=", "x", "onerror=", "javascript:", "&#106;", "&lt;", "data:", "href="],
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_the_pieces_nothing_acts(markdown):
    assert not acts(render(markdown, {}))


def test_a_picture_that_was_put_into_the_text_is_shown():
    html = render("![a dot](attachment:dot.png)", {"dot.png": PNG})
    image = BeautifulSoup(html, "html.parser").img
    assert (image["src"], image["alt"]) == ("data:image/png;base64,iVBORw0KGgo=", "a dot")


def test_code_keeps_its_colors_and_tables_their_sides():
    html = render("```python\nfor x in y: pass\n```\n\n| a |\n|:-:|\n| 1 |", {})
    page = BeautifulSoup(html, "html.parser")
    assert page.find("span", class_="k").text == "for"
    assert "center" in page.td["style"]


# --- wherever it is shown

ATTACK = "<script>fetch('/formgrader/api')</script> vector<int> [x](javascript:alert(1))"


def attack(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
            cell["source"] = ATTACK
    extra = {"cell_type": "markdown", "metadata": {}, "source": "<img src=x onerror=alert(1)>"}
    notebook["cells"].append(extra)


def body(page):
    """What the template shows of the notebook, without the page's own scripts."""
    found = BeautifulSoup(page, "html.parser")
    return str(found.find("main") or found.find(id="notebook-container"))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    course, classroom, _ = make_class(SMALL, tmp_path_factory.mktemp("class"), {"student-01"})
    change(classroom, "student-01", attack)
    grade(course, classroom)
    return course, classroom


def test_the_text_of_an_answer_stays_as_it_was_typed(attacked):
    sources = [cell.source for cell in notebook_of(attacked[1], "student-01").cells]
    assert ATTACK in sources
    assert "<img src=x onerror=alert(1)>" in sources


@pytest.mark.parametrize("who", ["ours", "nbgrader's", "nbgrader's, with an old configuration"])
def test_feedback_shows_it_and_nothing_in_it_acts(attacked, who):
    _, classroom = attacked
    if "old" in who:
        config = classroom.folder / "nbgrader_config.py"
        config.write_text("c = get_config()\nc.CourseDirectory.course_id = 'old'\n")
    if who != "ours":
        result = (
            Classroom(classroom.folder)
            .nbgrader()
            .generate_feedback("line", "student-01", force=True)
        )
        assert result["success"], result["log"]
    page = body(page_of(classroom, "student-01"))
    assert "vector&lt;int&gt;" in page
    assert "&lt;script&gt;fetch" in page
    for sign in ("<script", "onerror", 'href="javascript'):
        assert sign not in page


def test_a_class_folder_from_before_gets_the_filter_for_the_formgrader_too(tmp_path):
    config = tmp_path / "nbgrader_config.py"
    config.write_text("c = get_config()\nc.Mine.option = 1\n")
    for _ in range(2):
        Classroom.open(tmp_path)
    text = config.read_text()
    assert text.count(FILTER) == 1
    assert text.startswith("c = get_config()\nc.Mine.option = 1\n")


def test_a_class_folder_that_chose_a_filter_keeps_its_own(tmp_path):
    config = tmp_path / "nbgrader_config.py"
    chosen = 'c = get_config()\nc.HTMLExporter.filters = {"markdown2html": "mine.filter"}\n'
    config.write_text(chosen)
    Classroom.open(tmp_path)
    assert config.read_text().startswith(chosen)
    assert config.read_text().count("HTMLExporter.filters") == 1


def test_the_name_in_these_folders_leads_to_the_filter():
    assert import_item(FILTER) is markdown2html


def test_long_texts_take_no_time():
    start = time.process_time()
    for piece in ("<img ", "<img src=", "](", "&#106;", "<b", "]:\n", "$<", "\\href"):
        render(piece * (2**15 // len(piece)), {})
    assert time.process_time() - start < 10
