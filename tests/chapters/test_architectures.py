"""Architectures: the references against autograd and by hand; the star's margin; the text."""

import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from autograder.checks import numerical_derivative
from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "architectures")
reference = solution.reference
optimizers = Solution(Path(__file__).parents[2] / "solutions" / "optimizers").reference
networks = Solution(Path(__file__).parents[2] / "solutions" / "backpropagation").reference


def rng(seed=0):
    return np.random.default_rng(seed)


def sigmoid(z):
    return 0.5 * (anp.tanh(z / 2) + 1)


# --- the LSTM ---


def step(x, h, c, Wx, Wh, b):
    """A step from its definition, unit by unit of the sums, for autograd."""
    m = h.shape[1]
    z = anp.dot(x, Wx) + anp.dot(h, Wh) + b
    i, f, o = (sigmoid(z[:, k * m : (k + 1) * m]) for k in range(3))
    new = f * c + i * anp.tanh(z[:, 3 * m :])
    return o * anp.tanh(new), new


def arguments(seed, n, d, m):
    sizes = (n, d), (n, m), (n, m), (d, 4 * m), (m, 4 * m), (4 * m,)
    return [rng(seed + k).normal(size=size) for k, size in enumerate(sizes)]


@pytest.mark.parametrize("n, d, m", [(3, 2, 4), (1, 1, 1), (5, 3, 2), (1, 4, 3)])
def test_a_step_and_its_gradients_are_those_of_autograd(n, d, m):
    at = arguments(n, n, d, m)
    h, c, cache = reference.lstm_step_forward(*at)
    expected = step(*at)
    np.testing.assert_allclose(h, expected[0], rtol=1e-12)
    np.testing.assert_allclose(c, expected[1], rtol=1e-12)
    dh, dc = rng(8).normal(size=(n, m)), rng(9).normal(size=(n, m))

    def loss(*at):
        h, c = step(*at)
        return anp.sum(dh * h) + anp.sum(dc * c)

    found = reference.lstm_step_backward(dh, dc, cache)
    assert len(found) == 6
    for k, gradient in enumerate(found):
        np.testing.assert_allclose(gradient, grad(loss, k)(*at), atol=1e-12)


def test_gradients_through_time_are_those_of_the_whole_graph():
    n, m, steps = 3, 4, 6
    X, V = rng(1).normal(size=(n, steps)), rng(2).normal(size=m)
    weights = arguments(5, n, 1, m)[3:]

    def loss(Wx, Wh, b):
        h = c = np.zeros((n, m))
        for t in range(steps):
            h, c = step(X[:, t : t + 1], h, c, Wx, Wh, b)
        return anp.sum(anp.dot(h, V) ** 2) / 2

    h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
    for t in range(steps):
        h, c, cache = reference.lstm_step_forward(X[:, t : t + 1], h, c, *weights)
        caches.append(cache)
    dh, dc, totals = np.outer(h @ V, V), np.zeros((n, m)), [0.0] * 3
    for cache in reversed(caches):
        _, dh, dc, *slopes = reference.lstm_step_backward(dh, dc, cache)
        totals = [total + slope for total, slope in zip(totals, slopes)]
    for k, total in enumerate(totals):
        np.testing.assert_allclose(total, grad(loss, k)(*weights), atol=1e-12)


def test_the_step_by_hand():
    def opens(gate):
        return math.log(gate / (1 - gate))

    b = np.array([opens(0.1), opens(0.9), opens(0.5), -40.0])
    zero = np.zeros((1, 1))
    h, c, _ = reference.lstm_step_forward(zero, zero, [[2]], np.zeros((1, 4)), np.zeros((1, 4)), b)
    assert c[0, 0] == pytest.approx(1.7) and h[0, 0] == pytest.approx(0.468, abs=5e-4)


def test_an_open_forget_gate_keeps_a_cell_for_ever():
    x, h, c, *_ = arguments(3, 2, 1, 3)
    b = np.repeat([-1e4, 1e4, 1e4, 0.0], 3)
    for _ in range(50):
        h, kept, _ = reference.lstm_step_forward(x, h, c, np.zeros((1, 12)), np.zeros((3, 12)), b)
    np.testing.assert_array_equal(kept, c)


# --- the memory ---


def share_right(params, seed, n=2000):
    Wx, Wh, b, V, k = params
    X = rng(seed).integers(0, 2, size=(n, 20))
    h = c = np.zeros((n, len(V)))
    for t in range(20):
        h, c = step(X[:, t : t + 1], h, c, Wx, Wh, b)
    return np.mean((h @ V + k > 0) == (X[:, 0] == 1))


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_a_plain_right_answer_remembers(seed):
    assert share_right(reference.remember(rng(seed)), 100 + seed) >= 0.998


def batches_until_learned(bias, seed, most=250):
    """Batches that our own answer needs with another forget bias; None if it does not learn."""
    m, n = 16, 32
    draw = rng(seed)
    b = np.zeros(4 * m)
    b[m : 2 * m] = bias
    Wx, Wh, V = draw.normal(size=(1, 4 * m)), draw.normal(size=(m, 4 * m)), draw.normal(size=m)
    params, states = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0], [None] * 5
    for batch in range(1, most + 1):
        X = draw.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = reference.lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid(h @ params[3] + params[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            return batch
        dh, dc, totals = np.outer(error / n, params[3]), np.zeros((n, m)), [0.0] * 3
        for cache in reversed(caches):
            _, dh, dc, *slopes = reference.lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [optimizers.adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return None


def test_the_forget_bias_decides_whether_it_learns():
    # counts of batches depend on the last digit of every sum, so only what is far apart is asked
    found = {bias: [batches_until_learned(bias, seed) for seed in range(3)] for bias in (0, 1, 3)}
    assert found[0] == [None] * 3
    assert None not in found[3] and max(found[3]) < 125
    assert sum(batches or 250 for batches in found[1]) > 2 * sum(found[3])


def plain_batches(seed, most=400):
    """Batches that a plain recurrent unit needs, from orthogonal weights."""
    m, n, draw = 16, 32, rng(seed)
    Wh = np.linalg.qr(draw.normal(size=(m, m)))[0]
    P = [draw.normal(size=(1, m)), Wh, np.zeros(m), draw.normal(size=m) / np.sqrt(m), 0.0]
    states = [None] * 5
    for batch in range(1, most + 1):
        X, hs = draw.integers(0, 2, size=(n, 20)).astype(float), [np.zeros((n, m))]
        for t in range(20):
            hs.append(np.tanh(X[:, t : t + 1] @ P[0] + hs[-1] @ P[1] + P[2]))
        error = sigmoid(hs[-1] @ P[3] + P[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            return batch
        dh, totals = np.outer(error / n, P[3]), [0.0] * 3
        for t in reversed(range(20)):
            dz = dh * (1 - hs[t + 1] ** 2)
            slopes = X[:, t : t + 1].T @ dz, hs[t].T @ dz, dz.sum(axis=0)
            totals = [total + slope for total, slope in zip(totals, slopes)]
            dh = dz @ P[1].T
        totals += [hs[-1].T @ error / n, np.mean(error)]
        moved = [optimizers.adam(*at, lr=0.01) for at in zip(P, totals, states)]
        P, states = zip(*moved)
    return None


def test_a_plain_recurrent_unit_manages_twenty_steps_too():
    assert all(plain_batches(seed) is not None for seed in range(3))


# --- cross layers ---


@pytest.mark.parametrize("n, d", [(5, 3), (1, 1), (3, 4)])
def test_a_cross_layer_is_what_its_formula_says(n, d):
    x0, x, w, b, dout = (
        rng(k).normal(size=s) for k, s in enumerate([(n, d), (n, d), d, d, (n, d)])
    )

    def out(x0, x, w, b):
        return anp.einsum("ni,nj,j->ni", x0, x, w) + b + x

    np.testing.assert_allclose(reference.cross_layer_forward(x0, x, w, b), out(x0, x, w, b))
    found = reference.cross_layer_backward(dout, x0, x, w, b)
    for k, gradient in enumerate(found):
        expected = grad(lambda *at: anp.sum(dout * out(*at)), k)(x0, x, w, b)
        np.testing.assert_allclose(gradient, expected, atol=1e-12)


def test_the_cross_layer_by_hand():
    out = reference.cross_layer_forward([[2, 3]], [[2, 3]], [0, 1], [0, 0])
    np.testing.assert_array_equal(out, [[8, 12]])


def test_two_cross_layers_are_of_degree_three():
    x = rng(1).normal(size=(1, 4))
    w = rng(2).normal(size=(2, 4))
    zero = np.zeros(4)

    def two(t):
        first = reference.cross_layer_forward(t * x, t * x, w[0], zero)
        return reference.cross_layer_forward(t * x, first, w[1], zero)[0, 0]

    t = np.linspace(-1, 1, 9)
    values = [two(s) for s in t]
    left = [np.polyfit(t, values, degree, full=True)[1] for degree in (2, 3)]
    assert left[0][0] > 1e-4 and left[1][0] < 1e-20


def test_a_cross_layer_finds_a_product_where_there_are_no_data():
    draw = rng(3)
    X, far = draw.uniform(-1, 1, size=(300, 6)), draw.uniform(-2, 2, size=(500, 6))
    y, far_y = X[:, 1] * X[:, 4], far[:, 1] * far[:, 4]

    def beside(X, w, b):
        return np.hstack([reference.cross_layer_forward(X, X, w, b), X])

    params, states = (
        [0.3 * draw.normal(size=6), np.zeros(6), 0.3 * draw.normal(size=12)],
        [None] * 3,
    )
    for _ in range(400):
        w, b, u = params
        out = beside(X, w, b)
        error = (out @ u - y) / len(y)
        slopes = reference.cross_layer_backward(np.outer(error, u[:6]), X, X, w, b)[2:]
        moved = [
            optimizers.adam(*at, lr=0.02) for at in zip(params, (*slopes, out.T @ error), states)
        ]
        params, states = zip(*moved)

    def off(says):
        return np.sqrt(np.mean((says - far_y) ** 2))

    assert off(beside(far, *params[:2]) @ params[2]) < 1e-4
    assert np.flatnonzero(np.abs(params[0]) > 1e-3).tolist() == [4]
    assert np.flatnonzero(np.abs(params[2][:6]) > 1e-3).tolist() == [1]
    assert np.std(far_y) == pytest.approx(1.37, abs=0.005)
    net = networks.init_mlp([6, 32, 1], draw)
    assert sum(W.size + b.size for W, b in net) == 257
    net, _ = networks.train(net, X, y[:, None], 0.1, 200, 30, draw, loss="mse")
    assert off(networks.mlp_forward(net, far)[0][:, 0]) == pytest.approx(0.75, abs=0.01)


# --- graphs ---


def graph(seed, n):
    A = np.triu(rng(seed).integers(0, 3, size=(n, n)), 1)
    return (A + A.T).astype(float)


@pytest.mark.parametrize("n, d, k", [(6, 3, 2), (1, 2, 3), (5, 1, 1)])
def test_a_graph_convolution_is_what_its_formula_says(n, d, k):
    A, X, W = graph(n, n), rng(1).normal(size=(n, d)), rng(2).normal(size=(d, k))
    loops = A + np.eye(n)
    root = np.diag(1 / np.sqrt(loops.sum(axis=1)))

    def out(X, W):
        return anp.dot(anp.dot(root @ loops @ root, X), W)

    np.testing.assert_allclose(reference.graph_conv_forward(A, X, W), out(X, W), atol=1e-14)
    dout = rng(3).normal(size=(n, k))
    for which, gradient in enumerate(reference.graph_conv_backward(dout, A, X, W)):
        expected = grad(lambda *at: anp.sum(dout * out(*at)), which)(X, W)
        np.testing.assert_allclose(gradient, expected, atol=1e-12)


def test_numbering_the_nodes_anew_changes_nothing():
    A, X, W = graph(4, 7), rng(1).normal(size=(7, 3)), rng(2).normal(size=(3, 2))
    order = rng(5).permutation(7)
    found = reference.graph_conv_forward(A[np.ix_(order, order)], X[order], W)
    np.testing.assert_allclose(found, reference.graph_conv_forward(A, X, W)[order], atol=1e-14)


def test_the_three_nodes_of_the_text():
    row = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    S = reference.graph_conv_forward(row, np.eye(3), np.eye(3))
    np.testing.assert_allclose(S[0], [0.5, 0.408, 0], atol=5e-4)
    assert S[1, 1] == pytest.approx(1 / 3)


def test_averages_never_grow_and_end_at_the_roots_of_the_degrees():
    A = graph(4, 8)
    S = reference.graph_conv_forward(A, np.eye(8), np.eye(8))
    values = np.linalg.eigvalsh(S)
    assert values[0] > -1 and values[-1] == pytest.approx(1)
    held = np.linalg.matrix_power(S, 500) @ np.eye(8)[0]
    root = np.sqrt(A.sum(axis=1) + 1)
    np.testing.assert_allclose(held / held.max(), root / root.max(), atol=1e-9)


# --- energies ---


def test_the_energies_of_the_text():
    d_loss, g_loss = reference.ebgan_losses([0.2, 0.6], [0.5, 3], 1)
    assert d_loss == pytest.approx(0.65) and g_loss == pytest.approx(1.75)


def test_slopes_of_both_losses_are_their_derivatives():
    real, fake = rng(1).uniform(0, 3, size=5), np.array([0.2, 2.0, 0.9, 4.0])
    by_real, by_fake, of_generator = reference.ebgan_gradients(real, fake, 1.5)
    for got, at, loss in (
        (by_real, real, lambda e: reference.ebgan_losses(e, fake, 1.5)[0]),
        (by_fake, fake, lambda e: reference.ebgan_losses(real, e, 1.5)[0]),
        (of_generator, fake, lambda e: reference.ebgan_losses(real, e, 1.5)[1]),
    ):
        expected, error = numerical_derivative(loss, at)
        np.testing.assert_allclose(got, expected, atol=2 * error.max() + 1e-12)


def test_the_best_energy_is_zero_where_data_are_denser_and_the_margin_where_fakes_are():
    e = np.linspace(0, 3, 301)
    for p, q, best in ((0.6, 0.4, 0.0), (0.3, 0.7, 1.0)):
        assert e[np.argmin(p * e + q * np.maximum(0, 1 - e))] == pytest.approx(best)


# --- numbers of the text ---


def test_numbers_of_the_text():
    assert pytest.approx(0.0000019, abs=5e-8) == 2.0**-19
    assert pytest.approx(0.38, abs=0.005) == 0.95**19
    assert math.log(19) == pytest.approx(2.9, abs=0.05)
    keeps = 0.5**0.01
    assert keeps == pytest.approx(0.9931, abs=5e-5)
    assert math.log(keeps / (1 - keeps)) == pytest.approx(4.97, abs=0.005)
    assert sum(part.size for part in arguments(0, 1, 10, 20)[3:]) == 2480
    assert math.log(2) == pytest.approx(0.693, abs=5e-4)
