"""The chapter on the perceptron: its functions against oracles, its theorems as tests."""

from itertools import product
from math import comb
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog, minimize

from autograder.course import Solution
from autograder.datasets import load_digits

reference = Solution(Path(__file__).parents[2] / "solutions" / "perceptron").reference

TOY_X = np.array([[1.0, 1.0], [2.0, 0.0], [-1.0, 2.0]])
TOY_Y = np.array([1, -1, 1])
CORNERS = np.array([[-1.0, -1.0, 1.0], [-1.0, 1.0, 1.0], [1.0, -1.0, 1.0], [1.0, 1.0, 1.0]])
XOR = np.array([-1, 1, 1, -1])

#: no deadline: the machine may be busy with other things
quick = settings(max_examples=40, deadline=None)

#: integers divided by 8: products and sums of a few of them have no rounding error
eighths = st.integers(-40, 40).map(lambda k: k / 8)


@st.composite
def samples(draw, most=8):
    """``(X, y)`` with one to ``most`` samples, labels by chance."""
    n, d = draw(st.integers(1, most)), draw(st.integers(1, 4))
    X = draw(arrays(float, (n, d), elements=eighths))
    y = draw(arrays(int, n, elements=st.sampled_from([-1, 1])))
    return X, y


@st.composite
def separable_samples(draw, most=8):
    """``(X, y, u)`` with ``y (u . x) >= 1/64`` for every sample."""
    X, _ = draw(samples(most))
    u = draw(arrays(float, X.shape[1], elements=eighths))
    z = X @ u
    assume(np.all(z != 0))
    return X, np.where(z > 0, 1, -1), u


def mistakes(w, X, y):
    return [i for i in range(len(y)) if y[i] * sum(a * b for a, b in zip(w, X[i])) <= 0]


def can_be_separated(X, y):
    """By linear programming: is there a w with y (w . x) >= 1 for all samples?"""
    signed = np.asarray(y)[:, None] * X
    answer = linprog(np.zeros(X.shape[1]), A_ub=-signed, b_ub=-np.ones(len(y)), bounds=(None, None))
    return answer.status == 0


def largest_margin(X, y):
    """Distance of the origin from the convex hull of the signed samples, by optimization."""
    signed = y[:, None] * X
    n = len(y)
    found = minimize(
        lambda t: np.sum((t @ signed) ** 2),
        np.full(n, 1 / n),
        bounds=[(0, 1)] * n,
        constraints={"type": "eq", "fun": lambda t: t.sum() - 1},
        options={"ftol": 1e-15, "maxiter": 500},
    )
    return np.sqrt(found.fun)


# the neuron


@given(samples(), st.data())
@quick
def test_a_neuron_with_bias_is_one_without_on_one_more_feature(problem, data):
    X, _ = problem
    w = data.draw(arrays(float, X.shape[1], elements=eighths))
    bias = data.draw(eighths)
    with_bias = [1 if row @ w + bias >= 0 else -1 for row in X]
    assert reference.predict(np.append(w, bias), reference.add_bias(X)).tolist() == with_bias


@given(samples())
@quick
def test_add_bias_keeps_the_features_and_appends_ones(problem):
    X, _ = problem
    out = reference.add_bias(X)
    assert np.array_equal(out[:, :-1], X)
    assert np.array_equal(out[:, -1], np.ones(len(X)))


def test_the_answer_on_the_boundary_is_plus_one():
    assert reference.predict([0.0, 0.0], [[1.0, 2.0], [-3.0, 4.0]]).tolist() == [1, 1]
    assert reference.predict([-1.0, 1.0], [[1.0, 1.0]]).tolist() == [1]
    assert reference.predict([1.0], [[-0.0]]).tolist() == [1]


# the criterion


def test_the_worked_example():
    assert reference.perceptron_loss([1, 1], TOY_X, TOY_Y) == 2.0
    assert reference.perceptron_gradient([1, 1], TOY_X, TOY_Y).tolist() == [2.0, 0.0]


@given(samples(), st.data())
@quick
def test_the_loss_is_zero_exactly_when_nothing_is_strictly_wrong(problem, data):
    X, y = problem
    w = data.draw(arrays(float, X.shape[1], elements=eighths))
    strictly_wrong = any(y_i * (x_i @ w) < 0 for x_i, y_i in zip(X, y))
    assert (reference.perceptron_loss(w, X, y) > 0) == strictly_wrong
    assert reference.perceptron_loss(w, X, y) >= 0


@given(samples(), st.data())
@quick
def test_the_loss_is_convex_and_scales_with_the_weights(problem, data):
    X, y = problem
    v, w = (data.draw(arrays(float, X.shape[1], elements=eighths)) for _ in range(2))
    loss = reference.perceptron_loss
    assert loss((v + w) / 2, X, y) <= (loss(v, X, y) + loss(w, X, y)) / 2 + 1e-12
    assert loss(4 * w, X, y) == 4 * loss(w, X, y)


@given(samples(), st.data())
@quick
def test_the_gradient_is_a_subgradient_everywhere(problem, data):
    X, y = problem
    v, w = (data.draw(arrays(float, X.shape[1], elements=eighths)) for _ in range(2))
    below = reference.perceptron_loss(w, X, y) + reference.perceptron_gradient(w, X, y) @ (v - w)
    assert reference.perceptron_loss(v, X, y) >= below - 1e-12


@pytest.mark.parametrize("n, d", [(1, 1), (5, 3), (1, 4), (8, 1), (20, 6)])
def test_the_gradient_agrees_with_autograd(n, d):
    rng = np.random.default_rng(n + 10 * d)

    def loss(w, X, y):
        return anp.sum(anp.maximum(0.0, -y * anp.dot(X, w)))

    for _ in range(10):
        w, X, y = rng.normal(size=d), rng.normal(size=(n, d)), rng.choice([-1, 1], size=n)
        np.testing.assert_allclose(
            reference.perceptron_gradient(w, X, y), grad(loss)(w, X, y), rtol=1e-12, atol=1e-12
        )


def test_at_zero_every_sample_counts_in_the_gradient():
    gradient = reference.perceptron_gradient([0, 0], TOY_X, TOY_Y)
    assert gradient.tolist() == [-(1 - 2 - 1), -(1 - 0 + 2)]


def test_the_seed_notes_loss_over_all_samples_prefers_weights_that_make_a_mistake():
    X, y = np.array([[6.0, 0.0], [1.0, -2.0]]), np.array([1, -1])

    def printed(w):
        return -np.sum(y * (X @ w)) / np.linalg.norm(w)

    assert printed(np.array([5, 2])) == pytest.approx(-np.sqrt(29))
    assert printed(np.array([1, 1])) == pytest.approx(-7 / np.sqrt(2))
    lowest = min(printed(np.array([np.cos(t), np.sin(t)])) for t in np.linspace(0, 2 * np.pi, 3601))
    assert lowest >= -np.sqrt(29) - 1e-12
    assert mistakes([5, 2], X, y) == [1]
    assert mistakes([1, 1], X, y) == []


# learning


def test_the_run_written_out_in_the_chapter():
    after = {1: ([-1, 1], 2), 2: ([-2, 2], 4), 3: ([-1, 3], 5), 4: ([-1, 3], 5), 100: ([-1, 3], 5)}
    for epochs, (w, updates) in after.items():
        got = reference.perceptron_fit(TOY_X, TOY_Y, max_epochs=epochs)
        assert (got[0].tolist(), got[1]) == (w, updates)


def test_the_seed_notes_rule_never_mends_the_example():
    w = np.zeros(2)
    path, scores_of_q = [], []
    for _ in range(50):
        for i in range(3):
            score = TOY_Y[i] * (TOY_X[i] @ w)
            if i == 1:
                scores_of_q.append(score)
            if score >= 0:  # as printed
                w = w + TOY_Y[i] * TOY_X[i]
                path.append(w.tolist())
    assert path[:4] == [[1, 1], [0, 3], [1, 4], [0, 6]]
    assert set(scores_of_q) == {-2.0}


@given(separable_samples())
@quick
def test_novikoffs_bound_holds_and_the_weights_separate(problem):
    X, y, u = problem
    bound = reference.mistake_bound(u, X, y)
    assume(bound < 3000)
    w, updates = reference.perceptron_fit(X, y, max_epochs=int(bound) + 1)
    assert updates <= bound * (1 + 1e-12)
    assert mistakes(w, X, y) == []


@given(separable_samples(), st.randoms())
@quick
def test_both_inequalities_of_the_proof_hold_after_every_update_in_any_order(problem, random):
    X, y, u = problem
    u = u / np.linalg.norm(u)
    gamma, radius = min(y * (X @ u)), max(np.linalg.norm(X, axis=1))
    visits = [random.randrange(len(y)) for _ in range(60)]
    for t in range(1, 61, 7):
        w, k = reference.perceptron_fit(X[visits[:t]], y[visits[:t]], max_epochs=1)
        assert u @ w >= k * gamma - 1e-9
        assert w @ w <= k * radius**2 + 1e-9


@pytest.mark.parametrize("n", [1, 2, 5, 30])
def test_orthogonal_samples_attain_the_bound(n):
    X, y = np.eye(n), np.ones(n)
    assert reference.perceptron_fit(X, y)[1] == n
    assert reference.mistake_bound(np.ones(n), X, y) == pytest.approx(n)


@given(samples(), st.sampled_from([0.125, 0.5, 4.0]))
@quick
def test_the_step_size_only_scales_the_weights(problem, eta):
    X, y = problem
    w, updates = reference.perceptron_fit(X, y, max_epochs=12)
    scaled, same_updates = reference.perceptron_fit(X, y, eta=eta, max_epochs=12)
    assert np.array_equal(scaled, eta * w)
    assert same_updates == updates


@given(samples())
@quick
def test_the_weights_are_a_sum_of_as_many_samples_as_updates(problem):
    X, y = problem
    w, updates = reference.perceptron_fit(X, y, max_epochs=1)
    total = np.zeros(X.shape[1])
    count = 0
    for x_i, y_i in zip(X, y):
        if y_i * np.dot(x_i, total) <= 0:
            total += y_i * x_i
            count += 1
    assert np.array_equal(w, total)
    assert updates == count


@pytest.mark.parametrize("labels", [[0, 1, 1], [1, 2, 1], [1, -1, 0.5], [True, False, True]])
def test_labels_other_than_plus_and_minus_one_are_refused(labels):
    with pytest.raises(ValueError, match="y"):
        reference.perceptron_fit(TOY_X, labels)


def test_labels_of_one_kind_are_fine():
    w, updates = reference.perceptron_fit([[1.0, 2.0]], [-1])
    assert (w.tolist(), updates) == ([-1.0, -2.0], 1)


# the margin


def test_margin_and_bound_of_the_worked_example():
    assert reference.margin([-1, 3], TOY_X, TOY_Y) == pytest.approx(2 / np.sqrt(10))
    assert reference.margin([-1, 3], TOY_X, TOY_Y) == pytest.approx(largest_margin(TOY_X, TOY_Y))
    assert reference.mistake_bound([-1, 3], TOY_X, TOY_Y) == pytest.approx(12.5)
    assert reference.margin([1, 1], TOY_X, TOY_Y) == pytest.approx(-np.sqrt(2))


@given(separable_samples(most=5))
@quick
def test_no_weights_have_a_larger_margin_than_the_distance_of_the_convex_hull(problem):
    X, y, u = problem
    assert 0 < reference.margin(u, X, y) <= largest_margin(X, y) + 1e-5


@given(separable_samples())
@quick
def test_the_margin_is_the_distance_to_the_nearest_point_of_the_boundary(problem):
    X, y, u = problem
    distances = []
    for x in X:
        # the nearest point of the hyperplane, by least squares on its tangent directions
        along = np.linalg.svd(u[None, :])[2][1:]
        distances.append(np.linalg.norm(x - along.T @ (along @ x)))
    assert reference.margin(u, X, y) == pytest.approx(min(distances))


@pytest.mark.parametrize("w", [[1, 1], [-1, 1], [0, 0], [1, -3]])
def test_the_bound_refuses_weights_that_do_not_separate(w):
    with pytest.raises(ValueError, match="w"):
        reference.mistake_bound(w, TOY_X, TOY_Y)


# where one neuron fails


def test_the_signed_samples_of_xor_add_up_to_zero():
    assert not np.any(XOR @ CORNERS)
    assert not can_be_separated(CORNERS, XOR)


def test_xor_sends_the_perceptron_round_a_cycle_of_one_epoch():
    order = [0, 1, 2, 3] * 3
    path = [
        reference.perceptron_fit(CORNERS[order[:t]], XOR[order[:t]], max_epochs=1)[0].tolist()
        for t in range(1, 13)
    ]
    assert path == 3 * [[1, 1, -1], [0, 2, 0], [1, 1, 1], [0, 0, 0]]
    w, updates = reference.perceptron_fit(CORNERS, XOR)
    assert (w.tolist(), updates) == ([0, 0, 0], 400)


def test_the_product_of_the_inputs_as_a_feature_solves_xor():
    X = np.column_stack([CORNERS[:, :2], CORNERS[:, 0] * CORNERS[:, 1]])
    assert reference.margin([0, 0, -1], X, XOR) == 1.0
    assert reference.predict(reference.perceptron_fit(X, XOR)[0], X).tolist() == XOR.tolist()


def test_fourteen_of_the_sixteen_functions_of_two_inputs_can_be_learned():
    learned = []
    for labels in product([-1, 1], repeat=4):
        w, _ = reference.perceptron_fit(CORNERS, labels)
        done = reference.predict(w, CORNERS).tolist() == list(labels)
        assert done == can_be_separated(CORNERS, labels)
        learned.append(done)
    assert sum(learned) == 2 * sum(comb(3, j) for j in range(3)) == 14


# the numbers stated in the text


@pytest.fixture(scope="module")
def fourteen():
    rng = np.random.default_rng(39)
    labels = rng.permutation(np.repeat([-1, 1], 7))
    noise = 0.7 * rng.normal(size=(14, 2))
    points = np.round(4 * (np.outer(labels, [0.9, 0.6]) + 1 + noise)) / 4
    return points, labels


def test_the_fourteen_samples_are_as_the_text_says(fourteen):
    points, labels = fourteen
    X = reference.add_bias(points)
    w, updates = reference.perceptron_fit(X, labels)
    assert (w.tolist(), updates) == ([2.25, 1.5, -4.0], 12)
    assert reference.perceptron_fit(X, labels, max_epochs=5)[1] == 11
    assert reference.perceptron_fit(X, labels, max_epochs=6)[1] == 12
    assert reference.margin(w, X, labels) == pytest.approx(0.13, abs=0.005)
    assert reference.margin([1, 1, -2], X, labels) == pytest.approx(0.20, abs=0.005)
    assert reference.mistake_bound([1, 1, -2], X, labels) == pytest.approx(355.5)
    assert reference.perceptron_loss([0, 1, -1], X, labels) == 2.0
    assert len(mistakes([0, 1, -1], X, labels)) == 3
    assert not can_be_separated(points, labels)


# the average


@given(samples(), st.integers(1, 6))
@quick
def test_the_average_is_the_mean_of_the_weights_after_each_visit(problem, most):
    X, y = problem
    w, after, clean = [0.0] * X.shape[1], [], False
    while not clean and len(after) < most * len(y):
        clean = True
        for x_i, y_i in zip(X.tolist(), y.tolist()):
            if y_i * sum(a * b for a, b in zip(w, x_i)) <= 0:
                w, clean = [a + y_i * b for a, b in zip(w, x_i)], False
            after.append(w)
    expected = [sum(column) / len(after) for column in zip(*after)]
    got = reference.averaged_perceptron(X, y, max_epochs=most)
    np.testing.assert_allclose(got, expected, rtol=1e-12, atol=1e-12)


def test_the_average_of_the_worked_example():
    np.testing.assert_allclose(
        reference.averaged_perceptron(TOY_X, TOY_Y), np.array([-11, 27]) / 12, rtol=1e-12
    )


@given(separable_samples())
@quick
def test_the_average_too_is_on_the_right_side_of_a_separating_direction(problem):
    X, y, u = problem
    assert u @ reference.averaged_perceptron(X, y, max_epochs=5) > 0


# ones and eights


def share(w, X, y):
    """Computed with no function of the chapter."""
    return np.mean((X @ w[:-1] + w[-1] >= 0) == (y > 0))


@pytest.fixture(scope="module")
def digits():
    X, numbers = load_digits()
    which = np.flatnonzero((numbers == 1) | (numbers == 8))
    return X[which], np.where(numbers[which] == 1, 1, -1), which % 5 == 4


def with_ones(X):
    return np.column_stack([X, np.ones(len(X))])


def last_weights(X, y, max_epochs=10):
    return reference.perceptron_fit(with_ones(X), y, max_epochs=max_epochs)[0]


def averaged(X, y, max_epochs=100):
    return reference.averaged_perceptron(with_ones(X), y, max_epochs=max_epochs)


def trials(learn, X, y, seed):
    """As in the chapter, where the seed is 1."""
    rng, shares = np.random.default_rng(seed), []
    for _ in range(20):
        half, other = np.split(rng.permutation(len(y)), [178])
        given = y[half]
        given[rng.choice(178, 17, replace=False)] *= -1
        shares.append(share(learn(X[half], given), X[other], y[other]))
    return np.sort(shares)


def test_how_well_ones_and_eights_are_told_apart(digits):
    X, y, held_out = digits
    assert (len(y), held_out.sum()) == (356, 68)
    learn, test = (X[~held_out], y[~held_out]), (X[held_out], y[held_out])
    w, updates = reference.perceptron_fit(with_ones(learn[0]), learn[1])
    assert (updates, round(68 * share(w, *test))) == (224, 66)
    assert share(reference.tell_apart(*learn), *test) == pytest.approx(0.941, abs=5e-4)
    for epochs in (2, 3, 5, 8, 10, 20, 100):
        assert share(averaged(*learn, epochs), *test) > 0.92


def test_the_jagged_line_and_the_smooth_one(digits):
    X, y, held_out = digits
    rng = np.random.default_rng(8)
    noisy = y[~held_out].copy()
    noisy[rng.choice(288, 29, replace=False)] *= -1
    order = np.arange(3 * 288) % 288
    seen, given = X[~held_out][order], noisy[order]
    visits = range(4, len(order) + 1, 4)
    test = X[held_out], y[held_out]
    last = [68 * (1 - share(last_weights(seen[:t], given[:t], 1), *test)) for t in visits]
    assert (round(min(last)), round(max(last))) == (3, 47)
    third = last[2 * len(last) // 3 :]
    assert max(third) - min(third) > 40
    mean = [68 * (1 - share(averaged(seen[:t], given[:t], 1), *test)) for t in visits]
    assert max(mean[54:72]) < 10.5
    assert round(mean[-1]) == 4


def test_the_twenty_trials_in_the_picture(digits):
    X, y, _ = digits
    yours, plain = (trials(learn, X, y, 1) for learn in (reference.tell_apart, last_weights))
    assert (yours > plain).all()
    assert yours[:5].mean() == pytest.approx(0.898, abs=5e-4)
    ends = [*yours[[0, -1]], *plain[[0, -1]]]
    np.testing.assert_allclose(ends, [0.88, 0.97, 0.50, 0.93], atol=0.005)


def test_the_goal_lies_between_averages_and_last_weights(digits):
    X, y, _ = digits
    for seed in range(100, 120):
        assert trials(reference.tell_apart, X, y, seed)[:5].mean() > 0.85
        assert trials(last_weights, X, y, seed)[:5].mean() < 0.79
    longer = trials(averaged, X, y, 100)  # over all hundred epochs
    assert longer[:5].mean() > 0.81
    assert longer.mean() < trials(reference.tell_apart, X, y, 100).mean() - 0.02
