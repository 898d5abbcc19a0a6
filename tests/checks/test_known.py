"""A mistake that authors know is told by the numbers it gives, and only if they tell enough."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, check_close, expect_agrees
from autograder.checks import known as module
from autograder.checks.diagnosis import Evidence
from autograder.checks.diagnosis.evidence import information
from autograder.checks.known import (
    KnownMistake,
    digest,
    digest_of_all,
    know_digests,
    knowing,
    pack,
)

X = np.array([0.31, -1.7, 2.9, 0.83, -0.46])
SAYS = "the cube is taken instead of the square"


def right(x):
    return np.asarray(x) ** 2


def cube(x):
    return np.asarray(x) ** 3


def message(function, *at, mistakes=(), **options):
    with knowing(lambda name: mistakes, **options), pytest.raises(CheckFailed) as failed:
        expect_agrees(function, right, *at)
    return failed.value


def hints(failure):
    return [(hint.key, hint.text) for hint in failure.hints]


def test_the_sentence_is_said_where_the_numbers_are_the_same():
    def answer(x):  # in another style
        return np.array([value * value * value for value in np.asarray(x).ravel()])

    failure = message(answer, X, mistakes=[KnownMistake(SAYS, cube)])
    assert hints(failure) == [("known", SAYS)]


def test_another_wrong_answer_is_not_told_so():
    failure = message(lambda x: np.asarray(x) ** 5, X, mistakes=[KnownMistake(SAYS, cube)])
    assert SAYS not in str(failure)


def test_a_lone_round_number_is_no_evidence():
    failure = message(
        lambda x: np.asarray(8.0), np.asarray(2.0), mistakes=[KnownMistake(SAYS, cube)]
    )
    assert SAYS not in str(failure)


def test_a_mistake_that_cannot_be_called_is_passed_over():
    def breaks(x):
        raise ZeroDivisionError

    mistakes = [KnownMistake("breaks", breaks), KnownMistake(SAYS, cube)]
    assert hints(message(cube, X, mistakes=mistakes)) == [("known", SAYS)]


def test_what_was_picked_from_fewer_comes_first():
    mistakes = [KnownMistake("one of many", cube, choices=2), KnownMistake(SAYS, cube)]
    assert hints(message(cube, X, mistakes=mistakes)) == [("known", SAYS)]


def test_no_more_than_the_processor_time_allowed_is_spent():
    asked = []

    def counted(x):
        asked.append(x)
        return cube(x)

    message(cube, X, mistakes=[KnownMistake(SAYS, counted)], seconds=0.0)
    assert not asked


def test_nothing_is_asked_of_a_right_answer():
    def lookup(name):
        raise AssertionError("asked")

    with knowing(lookup):
        expect_agrees(right, right, X)


def test_the_random_numbers_are_those_the_answer_drew(monkeypatch):
    def reference(n, rng):
        return rng.normal(size=n)

    def uniform(n, rng):
        return rng.uniform(size=n)

    mistakes = [KnownMistake("uniform draws", uniform)]
    with knowing(lambda name: mistakes), pytest.raises(CheckFailed) as failed:
        expect_agrees(uniform, reference, 5, np.random.default_rng(3))
    assert hints(failed.value) == [("known", "uniform draws")]


class TestDigests:
    @pytest.fixture(autouse=True)
    def nothing_known_before(self, monkeypatch):
        monkeypatch.setattr(module, "_digests", {})

    def failure(self, function):
        with pytest.raises(CheckFailed) as failed:
            check_close(function, ((X,), right(X)))
        return failed.value

    def test_a_notebook_knows_its_visible_cases_by_digest(self):
        packed = pack({digest("cube", cube(X)): SAYS})
        assert "cube" not in packed
        assert SAYS not in str(self.failure(cube))
        know_digests(packed)
        assert ("known", SAYS) in hints(self.failure(cube))

    def test_a_digest_is_of_the_function_the_shape_and_seven_digits(self):
        numbers = cube(X)
        same = digest("cube", numbers * (1 + 1e-13) + 1e-16)
        assert digest("cube", numbers) == same
        assert digest("square", numbers) != same
        assert digest("cube", numbers[:, None]) != same
        assert digest("cube", numbers * (1 + 1e-5)) != same

    def test_all_cases_together_tell_what_the_first_does_not(self):
        def above(z):
            return int(z > 0)

        cases = [((-0.7,), 0), ((0.0,), 1), ((0.4,), 1)]

        def said():
            with pytest.raises(CheckFailed) as failed:
                check_close(above, *cases)
            return hints(failed.value)

        know_digests(pack({digest_of_all("above", [0, 0, 1]): SAYS}))
        assert said() == [("known", SAYS)]
        cases.append(((0.9,), 1))  # other cases, another digest
        assert SAYS not in str(said())

    def test_a_case_that_raises_leaves_only_the_first_wrong_one_to_tell(self):
        def above(z):
            return int(z > 0) if z < 1 else 1 / 0

        know_digests(pack({digest_of_all("above", [0, 0]): SAYS}))
        with pytest.raises(CheckFailed) as failed:
            check_close(above, ((-0.7,), 0), ((0.0,), 1), ((2.0,), 1))
        assert SAYS not in str(failed.value)

    def test_the_package_is_the_same_every_time(self):
        one, other = {"b": "2", "a": "1"}, {"a": "1", "b": "2"}
        assert pack(one) == pack(other)


def test_of_several_results_the_one_that_is_wrong_is_compared():
    def both(x):
        return np.asarray(x) ** 2, np.asarray(x) ** 4

    def second_wrong(x):
        return np.asarray(x) ** 2, np.asarray(x) ** 3

    def first_wrong(x):  # its first part is what comes second in the answer
        return np.asarray(x) ** 3, np.asarray(x) ** 4

    mistakes = [KnownMistake("the first", first_wrong), KnownMistake("the second", second_wrong)]
    with knowing(lambda name: mistakes), pytest.raises(CheckFailed) as failed:
        expect_agrees(second_wrong, both, X)
    assert hints(failed.value) == [("known", "the second")]


def test_arguments_of_any_size_are_not_computed_with():
    huge = np.ones(module.MOST_NUMBERS + 1)
    failure = message(cube, np.append(X, huge), mistakes=[KnownMistake(SAYS, cube)])
    assert SAYS not in str(failure)


def test_which_of_many_labels_are_wrong_tells_something():
    expected = np.tile([0, 1, 1, 0, 1], 5)
    got = expected.copy()
    got[[2, 7, 12, 16]] = 0
    evidence = Evidence("step", got, expected, np.array(0.0))
    assert evidence.bits(got) > 13  # 4 of 25: 12,650 ways
    assert evidence.bits(expected) is None
    ones = Evidence("step", np.ones(25), expected, np.array(0.0))
    assert ones.bits(np.ones(25)) < 8  # whatever the cause, all are ones


def test_the_largest_number_tells_something_and_overflows_nowhere():
    largest = np.finfo(float).max
    with np.errstate(over="raise"):
        assert information(np.array([largest, -largest])) >= 0
