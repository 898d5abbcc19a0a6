"""What stands in for the reference's beside the student's code, and asks little."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.grading.boundary.peer import Peer
from autograder.grading.judge.judge import Judge
from tests.conftest import one_chapter
from tests.grading.judge_support import submission

GRAPHS = one_chapter("computational_graphs")
STAND_INS = GRAPHS.solution.module("stand_ins")
Value, loss_value = STAND_INS.Value, STAND_INS.loss_value


def some_of_everything(a, b, c):
    u = (a * b - 2 / c + a) ** 2 + (-b).tanh()
    v = (u / 7 + c**b + 3**a).log() * a + (1 - b) ** -1
    return (v - a).exp() + (u * u).relu() + (a - 5).relu() / b


def losses(a, b, c):
    """Of both labels, and with a weight that comes twice."""
    return loss_value([a, b, a], c, [3.0, -2.0, 1.0], 1) * loss_value([b], a, [0.5], 0)


numbers = st.floats(0.2, 0.8)


@pytest.mark.parametrize("function", [some_of_everything, losses])
@given(a=numbers, b=numbers, c=numbers)
def test_its_derivatives_are_those_of_differences(function, a, b, c):
    values = [Value(number) for number in (a, b, c)]
    function(*values).backward()
    h = 1e-5
    for k, value in enumerate(values):
        moved = [[(a, b, c)[j] + sign * h * (j == k) for j in range(3)] for sign in (1, -1)]
        up, down = (function(*map(Value, point)).data for point in moved)
        assert value.grad == pytest.approx((up - down) / (2 * h), rel=1e-6, abs=1e-6)


def test_a_record_holds_the_numbers_as_they_were_and_is_swept_anew():
    a = Value(3.0)
    square = a * a
    a.data = 100.0
    for _ in range(2):
        square.backward()
        assert (square.grad, a.grad) == (1.0, 6.0)
    made = Value(4.0, [a, a, square], [1, 2, 0.5])  # an operation of the student's own
    made.backward()
    assert a.grad == 1 + 2 + 0.5 * 6


def test_what_is_no_operation_is_not_done():
    with pytest.raises(ValueError, match="not an operation: __class__"):
        STAND_INS.differentiate(["given", "__class__"], [[], [0]], [[], [1.0]])


@given(z=st.floats(-1e4, 1e4), y=st.sampled_from([0, 1]))
def test_its_loss_is_that_of_the_logit(z, y):
    loss = loss_value([], Value(z), [], y).data
    # the softplus by its own definition where that does not overflow, else by its asymptote
    softplus = math.log(1 + math.exp(z)) if abs(z) < 30 else max(z, 0.0)
    assert loss == pytest.approx(softplus - y * z, abs=1e-12)


WRONG = "class Value:\n    def __init__(self, data): self.data = data"


def test_its_text_holds_no_slope():
    source = GRAPHS.solution.stand_ins.source
    assert "import math" in source and "reference" not in source
    names = {"Value": None, "differentiate": None}
    exec(source, names)
    made = names["Value"](2.0) * 3.0
    assert made.slopes == () and made._record == ("__mul__", [2.0, 3.0])


def test_a_wrong_value_and_loss_cost_a_training_nothing(judge):
    answers = {"loss_value": "def loss_value(w, b, x, y): return b", "Value": WRONG}
    verdict = judge.grade(GRAPHS, submission(GRAPHS, answers))
    assert verdict.points("Value") == verdict.points("loss_value") == 0
    assert verdict.points("fit_values") == GRAPHS.exercises["fit_values"].points
    assert not verdict.notes


# --- anneal, while a tour is looked for ---

ISING = one_chapter("ising_and_annealing")
ANNEAL = ISING.solution.module("stand_ins")


def walk_of(anneal, temperatures, seed):
    """A walk over whole numbers, and how often their costs were asked for."""
    asked = []

    def cost(x):
        asked.append(x)
        return (x % 7) / 2 + abs(x) / 10

    def propose(x, rng):
        return x + int(rng.choice([-1, 1]))

    return *anneal(cost, propose, 3, temperatures, np.random.default_rng(seed)), asked


@given(seed=st.integers(0, 10**6), T=st.floats(0.01, 10))
def test_its_walk_keeps_the_account_that_the_docstring_promises(seed, T):
    best_x, best_cost, costs, asked = walk_of(ANNEAL.anneal, np.full(30, T), seed)
    assert len(asked) == 31 and costs.shape == (30,)
    assert best_cost == min([(3 % 7) / 2 + 0.3, *costs])
    assert best_x in asked and (best_x % 7) / 2 + abs(best_x) / 10 == best_cost


def test_it_goes_up_as_often_as_the_temperature_says():
    generator = np.random.default_rng(2)
    _, _, costs = ANNEAL.anneal(lambda x: 0.7 * x, lambda x, rng: x + 1, 0, [0.9] * 4000, generator)
    p = math.exp(-0.7 / 0.9)
    assert costs[-1] / 0.7 / 4000 == pytest.approx(p, abs=5 * math.sqrt(p * (1 - p) / 4000))
    _, _, costs = ANNEAL.anneal(lambda x: -x, lambda x, rng: x + 1, 0, [1e-9] * 50, generator)
    assert costs[-1] == -50


def test_its_text_does_not_know_what_is_accepted():
    source = ISING.solution.stand_ins.source
    assert "def anneal" in source and "exp" not in source and "log" not in source
    assert set(ISING.solution.stand_ins.functions) == {"highest_rises", "account"}


def test_wrong_functions_cost_the_search_for_a_tour_nothing_and_few_questions(sandbox, monkeypatch):
    asked = []
    answer = Peer._answer

    def counted(peer, body, tables):
        asked.append(body)
        return answer(peer, body, tables)

    monkeypatch.setattr(Peer, "_answer", counted)
    names = ("energy", "metropolis_sweep", "anneal")
    answers = {name: f"def {name}(*args, **kwargs): return 1.0" for name in names}
    verdict = Judge(sandbox, "secret").grade(ISING, submission(ISING, answers))
    assert all(verdict.points(name) == 0 for name in names)
    for star in ("critical_temperature", "shortest_tour"):
        assert verdict.points(star) == ISING.exercises[star].points
    # the sweeps of three hidden magnets, and an energy for most of them
    assert len(asked) < 10_000
    assert not verdict.notes
