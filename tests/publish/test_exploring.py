"""Explorables compute what the course's references compute, and everybody can use them."""

import re

import numpy as np
import pytest
from publish_support import HERE, ROOT, serving
from test_browser import AXE, COLORS_ALONE, ON_A_PHONE, Visit
from test_leaks import leaks, secrets

from autograder.notebooks.markdown import plain_markdown
from autograder.publish.exploring import FOLDER, NAMES
from solutions.mp_neuron import reference as mp_neuron

CALL = "async ([file, name, args]) => (await import(file))[name](...args)"
PAGE = "chapters/explorables.html"


def plain(value):
    """Arrays as lists, for the browser."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.fixture(scope="module")
def computed(browser):
    """Calls a function of an explorable's script, in the browser."""
    with serving(FOLDER.parent) as address:
        page = browser.new_page()
        page.goto(f"{address}/explore/common.js")

        def call(file, name, *args):
            return page.evaluate(CALL, [f"/explore/{file}.js", name, plain(args)])

        yield call
        page.close()


@pytest.fixture(params=range(5))
def rng(request):
    return np.random.default_rng(request.param)


def close(got, expected):
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_an_explorable_is_small(name):
    assert (FOLDER / f"{name}.js").stat().st_size < 6000


def test_scripts_hold_no_solution():
    assert leaks(FOLDER, secrets(ROOT)) == []


def test_explorables_are_for_the_page_alone():
    assert plain_markdown("Before.\n\n```{explore} gate\nDrag.\n```\n\nAfter.").split() == [
        "Before.",
        "After.",
    ]


def test_gate(computed, rng):
    w, theta = rng.normal(size=2), rng.normal()
    for x in computed("gate", "inputs"):
        got = computed("gate", "unit", x, w, theta)
        close(got["above"], np.dot(x, w) - theta)
        assert got["output"] == mp_neuron.mp_neuron(x, w, theta)
    for name in ("AND", "OR", "NAND", "NOR"):
        assert computed("gate", "agreement", name, *mp_neuron.gate(name)) == 4
        assert computed("gate", "agreement", "XOR", *mp_neuron.gate(name)) < 4


# in the page


@pytest.fixture(scope="module")
def visit(browser, small_site):
    """The page of all explorables, each of them started."""
    with serving(small_site) as address, Visit(browser, address, PAGE) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        for name in NAMES:
            visit.page.locator(f"explore-{name}").scroll_into_view_if_needed()
            visit.page.locator(f"explore-{name} > .explore-says").wait_for()
        yield visit


def test_all_are_on_the_page_and_start(visit):
    assert set(re.findall(r"{explore} (\w+)", (HERE / "explorables.md").read_text())) == set(NAMES)
    for name in NAMES:
        assert visit.page.locator(f"explore-{name} > .explore-says").text_content()
    assert visit.troubles == []


def test_everybody_can_use_them(visit):
    visit.use_phone()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert visit.findings(ON_A_PHONE) == [], "on a phone"
    visit.use_desk()
    for theme, options in (("light", AXE), ("dark", COLORS_ALONE)):
        visit.use_theme(theme)
        assert visit.findings(options) == [], f"{theme} theme"


def test_without_scripts_and_on_paper_the_pictures_stand_alone(browser, small_site, visit):
    with serving(small_site) as address, Visit(browser, address, PAGE, scripts=False) as without:
        assert without.page.locator(".explore:visible").count() == 0
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".explore:visible").count() == 0
    visit.page.emulate_media(media="screen")
    assert visit.page.locator(".explore:visible").count() == len(NAMES)


def test_a_page_without_one_loads_nothing(small_site):
    assert "explore/" in (small_site / PAGE).read_text()
    assert "explore/" not in (small_site / "chapters" / "line.html").read_text()


def says(visit, name):
    return visit.page.locator(f"explore-{name} > .explore-says").text_content()


def test_a_gate_is_made_by_keyboard(visit):
    handle = visit.page.locator("explore-gate .explore-handle")
    handle.focus()
    for _ in range(4):
        handle.press("ArrowRight")
    assert says(visit, "gate") == "Outputs 0, 0, 0, 1: this is AND."
    assert handle.get_attribute("aria-valuetext").startswith("threshold 1.")
