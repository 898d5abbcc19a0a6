"""Each rule shows a mistake that it must name; all rules are listed, and none takes too long."""

import itertools

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    comparison,
    expect_agrees,
    expect_backward,
    expect_gradient,
)
from autograder.checks.diagnosis import (
    RULES,
    Evidence,
    Rule,
    chain,
    diagnose,
    form,
    network,
    options,
    samples,
    scale,
    weighing,
)
from autograder.checks.diagnosis.evidence import Budget

MODULES = (form, scale, options, samples, chain, network)
#: those on known mistakes know none by themselves: see tests/test_known_mistakes.py
WITH_EXAMPLES = [rule for rule in RULES if rule.key != "known"]


def failure_of(example):
    """What a graded check says of the wrong function."""
    with pytest.raises(CheckFailed) as caught, np.errstate(all="ignore"):
        if example.asks == "value":
            expect_agrees(example.wrong, example.right, *example.at)
        elif example.asks == "gradient":
            expect_gradient(example.wrong, example.right, example.at, example.wrt)
        else:
            rng = np.random.default_rng(0)
            expect_backward(example.wrong, example.right, example.at, rng, example.wrt)
    return caught.value


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.name)
def test_a_rule_names_the_mistake_of_its_example(rule, monkeypatch):
    fired = []

    def watched(*evidence):
        fired.extend(weighing.fitting(rule, *evidence))
        return diagnose(*evidence)

    monkeypatch.setattr(comparison, "diagnose", watched)
    failed = failure_of(rule.example)
    assert fired, f"{rule.name} is silent:\n{failed}"
    assert {hint.key for hint in failed.hints} == {rule.key}, str(failed)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_rule_of_a_module_is_tried(module):
    made = [value for value in vars(module).values() if isinstance(value, Rule)]
    assert set(map(id, made)) == set(map(id, module.RULES))
    assert set(map(id, made)) <= set(map(id, RULES))


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_a_rule_that_fails_costs_its_hint_only_but_is_seen_in_tests(monkeypatch):
    def broken(e):
        raise RuntimeError("of the rule")
        yield

    evidence = Evidence("f", np.array([1.23, 4.56]), np.array([-1.23, -4.56]), np.asarray(1e-9))
    monkeypatch.setattr(weighing, "RULES", (Rule("broken", broken), *scale.RULES))
    with pytest.raises(RuntimeError, match="of the rule"):
        diagnose(evidence)
    monkeypatch.setattr(weighing, "STRICT", False)
    assert [hint.key for hint in diagnose(evidence)] == ["sign"]


def test_hypotheses_cost_a_limited_number_of_evaluations():
    counter = itertools.count()

    def reference(x):
        next(counter)
        return np.tanh(x)

    def greedy(e):
        while e.expected_for(x=e.arrays["x"]) is not None:
            yield from ()

    x = np.array([0.3, -1.2])
    evidence = Evidence("f", x, np.tanh(x), np.asarray(1e-9), {"x": x}, reference=reference)
    assert list(Rule("greedy", greedy)(evidence)) == []
    assert next(counter) == Budget().left


def test_where_the_budget_ends_other_rules_still_speak(monkeypatch):
    def greedy(e):
        while True:
            e.loss(x=e.arrays["x"])
        yield

    x = np.array([0.3, -1.2])
    evidence = Evidence(
        "f", 2 * x, -2 * x, np.asarray(1e-9), {"x": x}, of=lambda x: -np.sum(x**2), wrt="x"
    )
    monkeypatch.setattr(weighing, "RULES", (Rule("greedy", greedy), *scale.RULES))
    assert [hint.key for hint in diagnose(evidence)] == ["sign"]
