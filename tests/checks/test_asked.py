"""Graded feedback says of what sort the arguments were for which an answer failed."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, Student, expect_agrees, expect_close
from autograder.checks.asked import say_what_was_asked
from autograder.checks.known import forget_calls
from autograder.in_process import define, namespace_with, run_checks
from tests.conftest import the_course


@pytest.fixture(scope="module")
def course():
    return the_course()


@pytest.fixture
def graded(course):
    """What the graded checks say, in public, of an answer."""

    def graded(chapter, answer):
        chapter = course.assignments[chapter]
        namespace = namespace_with(chapter)
        name = answer.split("(")[0].removeprefix("def ")
        define(answer, namespace, "<answer>")
        outcomes = run_checks(chapter, chapter.exercise_of(name), namespace)
        return [one.failure.public() for one in outcomes if one.failure]

    return graded


def test_a_label_that_is_no_whole_number_is_named(graded):
    answer = """\
def one_hot(y, k):
    y = np.asarray(y)
    if np.any(y < 0) or np.any(y >= k):
        raise ValueError("y is out of range")
    return np.eye(k)[y.astype(int)]
"""
    (said,) = graded("softmax_regression", answer)
    assert "with a number that is no whole number" in said
    assert "accepted bad input" in said


def test_so_is_a_number_out_of_its_range(graded):
    answer = """\
def dropout_forward(X, p, rng):
    X = np.asarray(X, float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask, mask
"""
    said = graded("regularization", answer)
    assert any("p = 1" in text for text in said)


def test_shapes_are_told_and_numbers_are_not(graded):
    answer = """\
def squared_loss(w, X, y):
    return np.mean((sigmoid(np.asarray(X) @ w) - y) ** 2)
"""
    said = graded("logistic_regression", answer)
    assert "  called with   w (5,), X (9, 5), y (9,)\n" in said[0]
    assert "expected" not in said[0]


def test_the_size_of_large_inputs_is_told(graded):
    answer = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, float)))\n"
    assert any("up to 1e+04 in size" in text for text in graded("logistic_regression", answer))


def test_an_error_is_told_with_the_arguments_it_came_from(graded):
    answer = "def squared_loss(w, X, y):\n    return (X @ y) / len(y)\n"
    assert "X (9, 5), y (9,)" in graded("logistic_regression", answer)[0]


class Reference:
    @staticmethod
    def double(x):
        return 2 * np.asarray(x)


@pytest.fixture
def student():
    forget_calls()
    return Student({"double": lambda x: np.asarray(x) + 1.0})


def failure_of(check):
    with pytest.raises(CheckFailed) as info:
        check()
    say_what_was_asked(info.value, Reference)
    return info.value


def test_the_name_of_an_argument_is_the_references(student):
    failure = failure_of(lambda: expect_agrees(student.double, Reference.double, np.ones(3) / 3))
    assert ("called with", "x (3,)") in failure.rows()


def test_nothing_is_said_of_a_result_that_came_before_the_last(student):
    first = student.double(np.array([3.0, 5.0]))
    student.double(np.array([3.5]))
    failure = failure_of(lambda: expect_close(first, np.zeros(2), "double"))
    assert "called with" not in str(failure)


def test_a_wrong_shape_is_told_with_what_it_came_from():
    forget_calls()
    student = Student({"double": lambda x: np.zeros((1, len(x)))})
    failure = failure_of(lambda: expect_agrees(student.double, Reference.double, [0.5, 0.25]))
    assert ("called with", "x (2,) as a list") in failure.rows()


def test_what_was_asked_is_said_once(student):
    failure = failure_of(lambda: expect_agrees(student.double, Reference.double, 0.25))
    say_what_was_asked(failure, Reference)
    assert [label for label, _ in failure.rows()].count("called with") == 1
