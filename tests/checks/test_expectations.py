"""What passes, what does not, and what the message is called."""

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    Student,
    StudentFunction,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_robust,
    expect_shape,
    expect_stable,
)


def mse(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * len(y))


def mse_gradient(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


@pytest.fixture
def problem():
    rng = np.random.default_rng(5)
    return rng.normal(size=3), rng.normal(size=(5, 3)), rng.normal(size=5)


def labels_of(failing):
    with pytest.raises(CheckFailed) as caught:
        failing()
    return caught.value.labels


def test_a_right_gradient_passes(problem):
    expect_gradient(mse_gradient, of=mse, at=problem)


def test_one_component_off_by_one_in_ten_thousand_is_caught(problem):
    def nearly(w, X, y):
        gradient = mse_gradient(w, X, y)
        gradient[1] *= 1 + 1e-4
        return gradient

    assert "value" in labels_of(lambda: expect_gradient(nearly, of=mse, at=problem))


def test_gradients_for_several_arguments_come_as_a_tuple(problem):
    _w, _X, _y = problem

    def both(w, X, y):
        residual = X @ w - y
        return X.T @ residual / len(y), np.outer(residual, w) / len(y)

    expect_gradient(both, of=mse, at=problem, wrt=("w", "X"))
    only = labels_of(lambda: expect_gradient(mse_gradient, of=mse, at=problem, wrt=("w", "X")))
    assert "type" in only


@pytest.mark.parametrize(
    "got, expected, label",
    [
        (None, 1.0, "type"),
        ("1.0", 1.0, "type"),
        ([[1.0], [2.0, 3.0]], np.ones((2, 2)), "type"),
        (np.ones((3, 1)), np.ones(3), "shape"),
        (np.ones(3, int), np.ones(3), "dtype"),
        (np.ones(3), np.ones(3, int), "dtype"),
        (np.ones(3, bool), np.ones(3, int), "dtype"),
        (np.array([1.0, np.nan]), np.array([1.0, 2.0]), "not-finite"),
        (np.nan, np.nan, "not-finite"),
        (np.inf, 1.0, "not-finite"),
        (-np.inf, np.inf, "not-finite"),
        (1.0 + 1e-6, 1.0, "value"),
        ((1.0,), (1.0, 2.0), "type"),
        (1j, 1.0, "type"),
    ],
)
def test_what_does_not_pass(got, expected, label):
    assert label in labels_of(lambda: expect_close(got, expected))


@pytest.mark.parametrize(
    "got, expected",
    [
        (1.0 + 1e-13, 1.0),
        (0, 0.0),
        (np.float64(2.0), 2.0),
        (np.inf, np.inf),
        ([1.0, 2.0], np.array([1.0, 2.0])),
        ((np.ones(2), 3), (np.ones(2), 3)),
        (np.array([True, False]), np.array([True, False])),
    ],
)
def test_what_passes(got, expected):
    expect_close(got, expected)


def test_shape_alone():
    expect_shape(np.ones((2, 3)), (2, 3))
    assert "shape" in labels_of(lambda: expect_shape(np.ones((2, 3)), (3, 2)))


def refuses(theta):
    if theta <= 0:
        raise ValueError("theta must be positive")
    return theta


def test_the_right_error_is_expected():
    expect_raises(ValueError, refuses, -1, mentions="theta")


@pytest.mark.parametrize(
    "function, kind",
    [
        (lambda theta: theta, "no-error"),
        (lambda theta: [][1], "exception"),
        (lambda theta: int("x"), "no-error"),
    ],
)
def test_another_error_or_none_is_not(function, kind):
    failing = lambda: expect_raises(ValueError, function, -1, mentions="theta")  # noqa: E731
    assert kind in labels_of(failing)


def test_a_generator_may_refuse_at_its_first_step():
    def late(n):
        if n < 1:
            raise ValueError("n must be positive")
        yield n

    expect_raises(ValueError, late, 0, mentions="n")


def test_a_wrong_error_is_told_beside_the_right_one():
    def late(theta):
        yield {}["theta"]

    for function in (late, lambda theta: {}["theta"]):
        with pytest.raises(CheckFailed) as caught:
            expect_raises(ValueError, function, -1, mentions="theta")
        assert "KeyError" in str(caught.value)
        assert "ValueError that names 'theta'" in str(caught.value)


@pytest.mark.parametrize(
    "careless, what",
    [
        (
            lambda w, X, y: mse_gradient(w, X, y) * 1.0 if isinstance(X, np.ndarray) else None,
            "list",
        ),
        (lambda w, X, y: X.T @ (X @ w - y) / len(y), "list"),
        (
            lambda w, X, y: np.zeros_like(w) + mse_gradient(w, X, y).astype(np.asarray(w).dtype),
            "int",
        ),
    ],
)
def test_lists_and_integers_are_tried(careless, what, problem):
    scaled = tuple(3 * part for part in problem)
    with pytest.raises(CheckFailed) as caught:
        expect_robust(careless, mse_gradient, *scaled)
    assert what in str(caught.value)


def test_warnings_of_overflow_are_instability():
    naive = lambda z: 1 / (1 + np.exp(-z))  # noqa: E731

    def stable(z):
        return 0.5 * (1 + np.tanh(z / 2))

    z = np.array([-1e4, 0.0, 1e4])
    assert "unstable" in labels_of(lambda: expect_stable(naive, stable, z))
    expect_stable(stable, stable, z)


def test_changed_arguments_are_noticed_even_when_the_result_is_right():
    def impure(x):
        x[0] = 7.0
        return 1.0

    assert "in-place" in labels_of(lambda: StudentFunction(impure)(np.zeros(2)))
    assert "in-place" in labels_of(lambda: StudentFunction(impure)([0.0, 0.0]))
    assert "in-place" in labels_of(lambda: expect_agrees(impure, lambda x: 1.0, np.zeros(2)))


def test_errors_say_the_line_of_the_student():
    def divides(x):
        return x / 0

    with pytest.raises(CheckFailed) as caught:
        expect_agrees(divides, lambda x: x, 1)
    assert "ZeroDivisionError" in str(caught.value)
    assert "return x / 0" in str(caught.value)


def test_missing_and_unwritten_functions():
    def later(z):
        raise NotImplementedError

    student = Student({"later": later, "number": 3})
    assert labels_of(lambda: student.nowhere) == {"missing"}
    assert labels_of(lambda: student.number) == {"missing"}
    assert labels_of(lambda: student.later(1)) == {"not-implemented"}


def test_public_message_leaves_out_what_was_expected(problem):
    with pytest.raises(CheckFailed) as caught:
        expect_gradient(lambda *at: -mse_gradient(*at), of=mse, at=problem)
    expected = next(fact.text for fact in caught.value.facts if fact.label == "expected")
    assert expected in str(caught.value)
    assert expected not in caught.value.public().replace(f"-{expected}", "")
    assert "sign" in caught.value.public()


def test_both_functions_draw_the_same_random_numbers():
    def draw(n, rng):
        return rng.normal(size=n)

    rng = np.random.default_rng(1)
    before = rng.bit_generator.state
    expect_agrees(draw, draw, 3, rng)
    expect_agrees(draw, draw, 3, rng=rng)
    assert rng.bit_generator.state == before
    assert "value" in labels_of(
        lambda: expect_agrees(lambda n, rng: 2 * draw(n, rng), draw, 3, rng)
    )


def test_the_name_of_an_argument_is_a_word_of_its_own():
    def refuses(p, q):
        raise ValueError("q must hold probabilities")

    expect_raises(ValueError, refuses, 0, 0, mentions="q")
    with pytest.raises(CheckFailed, match="names 'p'"):
        expect_raises(ValueError, refuses, 0, 0, mentions="p")


def message_of(failing):
    with pytest.raises(CheckFailed) as caught:
        failing()
    return str(caught.value)


@pytest.mark.parametrize("got", [[1.0, 2.5, 3.0], (1.0, 2.5, 3.0), np.array([1.0, 2.5, 3.0])])
def test_a_list_of_numbers_is_compared_as_an_array(got):
    expect_close(got, [1.0, 2.5, 3.0])
    text = message_of(lambda: expect_close(got, [1.0, 2.0, 3.0]))
    assert "[1]; 1 of 3 components are wrong" in text
    assert "tuple" not in text


@pytest.mark.parametrize(
    "got, expected",
    [
        ([1, 2], [1.0, 2.0]),  # as for single numbers, a whole number will do in a list
        ([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.0], [3.0, 4.0]]),
        (np.eye(2), [[1.0, 0.0], [0.0, 1.0]]),
        ([], []),
        ([np.eye(2), 1.0], [np.eye(2), 1.0]),
    ],
)
def test_lists_that_pass(got, expected):
    expect_close(got, expected)


@pytest.mark.parametrize(
    "got, expected, label",
    [
        ([1.0, 2.0], [1, 2], "dtype"),
        (np.array([1, 2]), [1.0, 2.0], "dtype"),
        ([1.0], [1.0, 2.0], "shape"),
        ([True, False], [1, 0], "dtype"),
        (1.0, [1.0, 2.0], "shape"),
        (np.array([1.0, 2.0]), (1.0, 2.0), "type"),  # a tuple is several results, not one
    ],
)
def test_lists_that_do_not_pass(got, expected, label):
    assert label in labels_of(lambda: expect_close(got, expected))


@pytest.mark.parametrize(
    "got, said",
    [
        (np.zeros(3), "an array of shape (3,)"),
        (np.array([object(), object()]), "an array of objects"),
        (3, "an int"),
        (None, "without reaching a return"),
        ((1.0,), "a tuple of 1"),
    ],
)
def test_a_wrong_type_is_named_in_words(got, said):
    assert said in message_of(lambda: expect_close(got, (1.0, "text")))


@pytest.mark.parametrize(
    "got, said", [(np.ones(2, complex), "complex128"), (np.array(["a", "b"]), "<U1")]
)
def test_an_array_of_no_numbers_is_called_by_its_dtype(got, said):
    assert said in message_of(lambda: expect_close(got, np.ones(2)))


@pytest.mark.parametrize("error", [1e-7, 1e-5])
def test_numbers_that_are_nearly_right_are_said_to_be(error):
    right = np.array([0.3, -1.2, 7.0])
    text = message_of(lambda: expect_close(right * (1 + error * np.array([1, -1, 0.3])), right))
    assert "right to about" in text
    assert "right to about" not in message_of(lambda: expect_close(right * 1.01, right))
    assert "right to about" not in message_of(lambda: expect_close([0.3, -1.2, 7.1], right))


def test_numbers_that_are_nearly_right_by_float32_are_said_to_be():
    right = np.array([0.3, -1.2, 7.0])
    assert "float32" in message_of(lambda: expect_close(right.astype("float32"), right))


def test_a_small_component_that_is_all_wrong_is_not_nearly_right():
    text = message_of(lambda: expect_close(np.array([1e-7, 2.0]), np.array([3e-7, 2.0])))
    assert "right to about" not in text and "no known pattern" in text
    text = message_of(lambda: expect_close(np.array([1.0, 2e-7]), np.array([1.0, 0.0])))
    assert "right to about" not in text
    assert "right to about" not in message_of(lambda: expect_close(1_000_001, 1_000_000))


def writes_to_its_argument(x):
    x[0] = 1.0
    return x


def writes_to_a_broadcast_copy(x):
    many = np.broadcast_to(x, (2, 3))
    many[0] = 1.0
    return many


def puts_back_what_it_changed(x):
    x[0] += 1.0
    x[0] -= 1.0
    return x


def test_a_change_that_is_taken_back_is_one():
    x = np.zeros(3)
    x.flags.writeable = False
    assert labels_of(lambda: StudentFunction(puts_back_what_it_changed)(x)) == {"in-place"}


@pytest.mark.parametrize("freeze", [True, False])
def test_an_array_that_is_read_only_for_another_reason_is_no_argument(freeze):
    x = np.zeros(3)
    x.flags.writeable = not freeze
    assert labels_of(lambda: StudentFunction(writes_to_its_argument)(x)) == {"in-place"}
    assert labels_of(lambda: StudentFunction(writes_to_a_broadcast_copy)(x)) == {"exception"}
    assert "many[0] = 1.0" in message_of(lambda: StudentFunction(writes_to_a_broadcast_copy)(x))


def test_digits_that_an_offset_leaves_right_are_not_talked_of():
    energies = np.array([-10_000.3, -9_999.1, -10_001.7])
    text = message_of(lambda: expect_close(energies.mean() + 0.37, energies.mean()))
    assert "right to about" not in text


def test_an_integer_too_large_for_an_array_is_a_wrong_value():
    with pytest.raises(CheckFailed) as caught:
        expect_close(10**26 + 1, 123456789, "count")
    assert caught.value.labels == {"value"}
    assert "a whole number of about 27 digits" in str(caught.value)
