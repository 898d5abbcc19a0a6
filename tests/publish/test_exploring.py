"""Explorables compute what the course's references compute, and everybody can use them."""

import ast
import json
import re

import numpy as np
import pytest
from publish_support import HERE, ROOT, serving
from test_browser import AXE, COLORS_ALONE, ON_A_PHONE, Visit

from autograder.datasets import load_digits
from autograder.notebooks.markdown import plain_markdown
from autograder.publish.exploring import FOLDER, NAMES
from solutions.approximation import reference as approximation
from solutions.backpropagation import reference as backpropagation
from solutions.computational_graphs.reference import Value
from solutions.hopfield import reference as hopfield
from solutions.ising_and_annealing import reference as ising
from solutions.linear_regression import reference as linear_regression
from solutions.logistic_regression import reference as logistic_regression
from solutions.mp_neuron import reference as mp_neuron
from solutions.optimizers import reference as optimizers
from solutions.perceptron import reference as perceptron
from solutions.softmax_regression import reference as softmax_regression
from tools import digit_weights

CALL = "async ([file, name, args]) => (await import(file))[name](...args)"
PAGE = "chapters/explorables.html"


def plain(value):
    """Arrays as lists, for the browser."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


class Computed:
    """Calls a function of an explorable's script, in the browser."""

    def __init__(self, page):
        self.page = page

    def __call__(self, file, name, *args):
        return self.page.evaluate(CALL, [f"/explore/{file}.js", name, plain(args)])


@pytest.fixture(scope="module")
def computed(browser):
    with serving(FOLDER.parent) as address:
        page = browser.new_page()
        page.goto(f"{address}/explore/common.js")
        yield Computed(page)
        page.close()


@pytest.fixture(params=range(5))
def rng(request):
    return np.random.default_rng(request.param)


def close(got, expected):
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_an_explorable_is_small(name):
    assert (FOLDER / f"{name}.js").stat().st_size < 6000


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


def test_perceptron(computed, rng):
    y = rng.permutation([-1, 1] * 6)
    X = np.round(4 * (np.outer(y, [1.5, 1.0]) + 0.5 + 0.5 * rng.normal(size=(12, 2)))) / 4
    samples = np.column_stack([X, y])
    state = computed("perceptron", "beginning")
    while not state.get("done"):
        state = computed("perceptron", "update", state, samples)
    w, updates = perceptron.perceptron_fit(perceptron.add_bias(X), y)
    assert state["updates"] == updates > 0
    close(state["w"], w)
    right_by = [computed("perceptron", "rightBy", sample, w) for sample in samples]
    close(right_by, y * (perceptron.add_bias(X) @ w))


def test_descent(computed, rng):
    x, y, start, rate = rng.normal(size=6), rng.normal(size=6), rng.normal(size=2), 0.3
    samples, X = np.column_stack([x, y]), np.column_stack([x, np.ones(6)])
    got = computed("descent", "loss", start, samples)
    close(got["value"], linear_regression.mse(start, X, y))
    close(got["slopes"], linear_regression.mse_gradient(start, X, y))

    def gradient(w):
        return linear_regression.mse_gradient(w, X, y)

    path = linear_regression.gradient_descent(gradient, start, rate, 20)
    close(computed("descent", "way", start, rate, 20, samples), path)
    least = linear_regression.mse(linear_regression.least_squares(X, y), X, y)
    for w in computed("descent", "contour", 0.7, samples, 12):
        close(linear_regression.mse(w, X, y), least + 0.7)


def settings_of_the_chapter() -> dict[str, dict[str, float]]:
    text = (ROOT / "chapters" / "optimizers.md").read_text()
    return ast.literal_eval(re.search(r"^SETTINGS = (\{.*?^\})", text, re.M | re.S)[1])


@pytest.mark.parametrize("name, settings", settings_of_the_chapter().items())
def test_race(computed, name, settings):
    def gradient(theta):
        return np.array(computed("race", "banana", theta)["slopes"])

    for start in ([-0.7, 2.0], [0.3, -0.4], [1.2, 1.9]):
        path = optimizers.minimize(gradient, start, getattr(optimizers, name), 30, **settings)
        close(computed("race", "walk", name, start, 30), path)


def test_the_surface_of_the_race(computed, rng):
    u, v = rng.normal(size=2)
    got = computed("race", "banana", [u, v])
    close(got["value"], (1 - u) ** 2 + 100 * (v - u**2) ** 2)
    close(got["slopes"], [-2 * (1 - u) - 400 * u * (v - u**2), 200 * (v - u**2)])


def test_losses(computed, rng):
    X, y, w = rng.normal(size=(9, 3)), rng.integers(2, size=9), 4 * rng.normal(size=3)
    X[:, 2] = 1
    samples = np.column_stack([X[:, :2], y])
    for kind, name in (("squared", "squared_loss"), ("entropy", "cross_entropy")):
        got = computed("losses", "loss", kind, w, samples)
        close(got["value"], getattr(logistic_regression, name)(w, X, y))
        close(got["slopes"], getattr(logistic_regression, f"{name}_gradient")(w, X, y))
    assert computed("losses", "sigmoid", -800) == 0


def test_softmax(computed, rng):
    z, temperature = 5 * rng.normal(size=6), 10 ** rng.uniform(-2, 2)
    p = softmax_regression.softmax(z, temperature)
    close(computed("softmax", "softmax", z, temperature), p)
    close(computed("softmax", "entropy", p), -np.sum(p * np.log(np.where(p > 0, p, 1))))


def test_graph(computed, rng):
    w, x, b, y = (Value(number) for number in rng.normal(size=4))
    a = w * x
    z = a + b
    t = z.tanh()
    e = t - y
    loss = e * e
    loss.backward()
    nodes = {"w": w, "x": x, "b": b, "y": y, "a": a, "z": z, "t": t, "e": e, "L": loss}
    values = computed("graph", "forward", {name: nodes[name].data for name in "wxby"})
    slopes = computed("graph", "backward", values)
    assert set(values) == set(slopes) == set(nodes)
    for name, node in nodes.items():
        close(values[name], node.data)
        close(slopes[name], node.grad)
    assert set(computed("graph", "backward", values, 1)) == {"L", "e"}


def test_network(computed, rng):
    layers = [(W, rng.normal(size=len(b))) for W, b in backpropagation.init_mlp([2, 5, 4, 2], rng)]
    X, y = rng.normal(size=(7, 2)), rng.integers(2, size=7)
    output, _ = backpropagation.mlp_forward(layers, X)
    close(computed("network", "pass", layers, X)["outputs"], output)
    got = computed("network", "slopes", layers, X, y)
    close(got["loss"], backpropagation.mlp_loss(layers, X, y))
    gradients = backpropagation.mlp_gradients(layers, X, y)
    next_layers = computed("network", "learn", layers, X, y, 0.3)["next"]
    trained, _ = backpropagation.train(layers, X, y, 0.3, 1, 7, rng)
    for found, expected in ((got["found"], gradients), (next_layers, trained)):
        for (dW, db), (dV, dc) in zip(found, expected, strict=True):
            close(dW, dV)
            close(db, dc)


def test_bumps(computed, rng):
    heights, ends, steepness = rng.normal(size=5), [-1.0, 2.0], 12.0
    layers = approximation.bump_network(lambda middles: heights, *ends, 5, steepness)
    x = rng.uniform(-1, 2, size=(20, 1))
    output, _ = backpropagation.mlp_forward(layers, x, "sigmoid")
    got = [computed("bumps", "output", *one, heights, ends, steepness) for one in x]
    close(got, output[:, 0])
    close(computed("bumps", "bump", 0.3, [0, 1], 7), approximation.bump(0.3, 0, 1, 7))


def test_folds(computed, rng):
    for depth in (1, 2, 3, 6):
        x, y = np.transpose(computed("folds", "corners", depth, [0.5, 1]))
        assert len(x) == 2**depth + 1
        close(y, approximation.sawtooth(x, depth))
    peak = rng.uniform(0.2, 0.8, size=2)
    fine = rng.uniform(size=50)
    folded = fine
    for _ in range(4):
        folded = np.array([computed("folds", "fold", value, peak) for value in folded])
    close(np.interp(fine, *np.transpose(computed("folds", "corners", 4, peak))), folded)


def test_digit(computed, rng):
    weights = json.loads((FOLDER / "digit.json").read_text())
    W, b = np.array(weights["W"]), np.array(weights["b"])
    X, y = load_digits()
    for image in rng.choice(X, size=5):
        z = image @ W + b
        close(computed("digit", "read", image, weights), softmax_regression.softmax(z))
        votes = computed("digit", "votes", image, weights, 3)
        close(np.sum(votes), (z - b)[3] - np.mean(z - b))
    assert softmax_regression.accuracy(W, b, X, y) > 0.95
    painted = np.reshape(computed("digit", "painted", np.zeros(64), 8, True), (8, 8))
    assert painted[1, 0] == 1 and np.sum(painted) == 1.75


def test_weights_of_the_digit_are_those_that_the_command_writes():
    kept = json.loads(digit_weights.PATH.read_text())
    for name, numbers in digit_weights.trained().items():
        np.testing.assert_allclose(kept[name], numbers, atol=0.0101)  # a rounding apart, at most


SWEEP = """async ([spins, size, temperature, numbers]) => {
    const { sweep } = await import("/explore/ising.js");
    return sweep(spins, size, temperature, () => numbers.shift());
}"""


class Given:
    """A generator of given numbers, in place of a random one."""

    def __init__(self, numbers):
        self.numbers = list(numbers)

    def random(self, shape):
        return self.numbers.pop(0).reshape(shape)


def test_ising(computed, rng):
    spins, temperature = rng.choice([-1.0, 1.0], size=(6, 6)), rng.uniform(1, 4)
    flat = spins.ravel()
    for i, j in ((0, 0), (5, 5), tuple(rng.integers(6, size=2))):
        rise = ising.delta_energy(spins, i, j)
        assert computed("ising", "cost", flat, 6, i, j) == rise
        chance = np.exp(-max(rise, 0) / temperature)
        close(computed("ising", "acceptance", rise, temperature), chance)
    numbers = rng.random((2, 36))
    swept = ising.metropolis_sweep(spins, 1 / temperature, Given(numbers))
    got = computed.page.evaluate(SWEEP, plain([flat, 6, temperature, numbers.ravel()]))
    np.testing.assert_array_equal(got, swept.ravel())
    averages = computed("ising", "averages", flat, 6)
    close(averages["energy"], ising.energy(spins) / 36)
    close(averages["magnetization"], np.mean(spins))


def test_hopfield(computed, rng):
    patterns, state = rng.choice([-1.0, 1.0], size=(3, 20)), rng.choice([-1.0, 1.0], size=20)
    W = hopfield.hebbian_weights(patterns)
    close(computed("hopfield", "hebb", patterns), W)
    close(computed("hopfield", "energy", W, state), hopfield.energy(W, state))
    close(computed("hopfield", "overlap", state, patterns[0]), hopfield.overlap(state, patterns[0]))
    for i in rng.permutation(20):
        followed = hopfield.local_field_update(W, state, i)
        np.testing.assert_array_equal(computed("hopfield", "follow", W, state, i), followed)
        state = followed
    still = np.zeros((20, 20))
    np.testing.assert_array_equal(computed("hopfield", "follow", still, state, 4), state)


def test_letters_are_those_of_the_chapter(computed):
    text = (ROOT / "chapters" / "hopfield.md").read_text()
    lines = re.search(r'PICTURE = """\n(.*?)"""', text, re.S)[1].split("\n")
    rows = [line.split() for line in lines if line]
    letters = [[1 if mark == "#" else -1 for mark in "".join(art)] for art in zip(*rows)]
    assert computed("hopfield", "letters") == letters


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


#: pixels by which explorables are higher than the room that is kept for them
HIGHER = """([most, names]) => names.flatMap((name) => {
    const one = document.querySelector(`explore-${name}`);
    const more = one.offsetHeight - parseFloat(getComputedStyle(one).minHeight);
    return more > most ? [`${name} by ${Math.round(more)}`] : [];
}).join()"""


def test_nothing_below_them_moves_when_they_are_filled(visit):
    visit.use_phone()
    higher = visit.page.evaluate(HIGHER, [64, NAMES])  # phones differ in width
    visit.use_desk()
    assert (higher, visit.page.evaluate(HIGHER, [12, NAMES])) == ("", "")


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


def test_a_start_is_tapped(visit):
    plane = visit.page.locator("explore-descent .explore-plane")
    plane.scroll_into_view_if_needed()
    before = says(visit, "descent")
    plane.click(position={"x": 250, "y": 100})
    assert says(visit, "descent") != before


def test_a_digit_is_drawn_by_keyboard(visit):
    digit = visit.page.locator("explore-digit")
    digit.get_by_role("button", name="Clear").click()
    assert says(visit, "digit") == "Draw a digit."
    paper = digit.locator(".explore-drawing").first
    paper.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", *["Space", "ArrowDown"] * 8):
        paper.press(key)
    assert says(visit, "digit").startswith("It reads a 1 (")


def test_without_motion_a_run_shows_where_it_leads(visit):
    run = visit.page.locator("explore-hopfield").get_by_role("button", name="Run")
    run.click()
    assert says(visit, "hopfield").startswith("Nothing moves any more")
    assert run.text_content() == "Run"
