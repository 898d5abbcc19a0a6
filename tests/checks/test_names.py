"""The chapters call their arguments what the diagnosis takes them for."""

import inspect

import pytest

from autograder.checks.diagnosis import names
from tests.conftest import the_course

#: (beta1 and beta2 of Adam count as parameters; a single number has no rows either way.)
#: Names for single numbers that choose or shape something; the rule on ignored arguments
#: knows them by their default value.
OPTIONS = {
    *("a", "alpha", "axis", "batch_size", "d", "degree", "delta", "depth", "drop", "dt"),
    *("eps", "every", "h", "k", "l", "left", "n", "n_bumps", "p", "patience", "resistance", "rho"),
    *("right", "steepness", "t", "tau", "temperature", "total", "v_reset", "v_threshold"),
    *("count", "price", "tax", "log_sigma", "mu", "fan_in", "fan_out", "cost_miss", "cost_alarm"),
    *("max_norm", "momentum", "n_points", "warmup"),
    *("best", "length", "n_init", "noise", "variance"),
    *("N", "i", "max_sweeps"),
    *("J", "K", "i", "j", "n_hidden"),
    *("margin", "kh", "kw", "pad", "size", "stride"),
    *("accuracies", "epoch", "scores", "shares", "start", "validation_loss"),
}
#: Names for what is no array of samples and no parameter: functions, words, generators, tables.
OTHERS = {
    *("activation", "cache", "f", "fit", "fractions", "grad", "gradient", "grads", "hyper", "init"),
    *("loss", "name", "new_theta", "rng", "root", "sample", "sizes", "state", "step", "train"),
    *("zs", "cost", "flow", "propose", "sweep", "x0", "x_shape"),
}
#: Names for arrays of data whose rows are no samples of a batch.
DATA = {
    *("A", "B", "C", "Y", "current", "energies", "intensity", "logits", "losses", "mask"),
    *("nu", "q", "sigma", "spiked", "table", "target", "u", "v", "v0", "mean", "var"),
    *("X_new", "high", "low", "sd"),
    *("loads", "pattern", "patterns", "s"),
    *("cities", "spins", "temperatures"),
    *("e_fake", "e_real"),
    *("centers", "cols", "covs", "means", "weights"),
    *("X_held", "X_train", "y_held"),
}


CHAPTERS = [chapter for chapter in the_course().assignments.values() if chapter.exercises]


def arguments(chapter):
    """Every argument of a function that the chapter asks for, by what to call it."""
    for exercise in chapter.exercises.values():
        for name in exercise.functions:
            function = getattr(chapter.solution.reference, name)
            if not inspect.isclass(function):
                for parameter in inspect.signature(function).parameters.values():
                    yield f"{parameter.name} of {name}", parameter


def roles(name):
    """What the diagnosis takes an argument of this name for."""
    return [
        role
        for role, is_one in {
            "sample": name in names.SAMPLES,
            "parameter": names.PARAMETER.fullmatch(name) and name not in names.STARTS,
            "upstream": names.UPSTREAM.fullmatch(name),
            "step size": name in names.STEP_SIZES,
            "start": name in names.STARTS,
            "penalty": name in names.PENALTIES,
            "count of steps": name in names.STEPS,
        }.items()
        if is_one
    ]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_an_argument_has_one_role_or_is_known_to_have_none(chapter):
    found = {what: (argument.name, roles(argument.name)) for what, argument in arguments(chapter)}
    known = OPTIONS | OTHERS | DATA
    assert {
        what: its for what, (name, its) in found.items() if len(its) != (name not in known)
    } == {}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_the_default_of_an_argument_fits_its_role(chapter):
    kinds = {"step size": float, "penalty": float, "count of steps": int, "parameter": float}
    for what, argument in arguments(chapter):
        if argument.default is not argument.empty:
            for role in roles(argument.name):
                assert type(argument.default) is kinds[role], f"{role} {what}: {argument.default!r}"


def test_every_name_of_the_lists_above_is_used():
    used = {argument.name for chapter in CHAPTERS for _, argument in arguments(chapter)}
    assert used >= (OPTIONS | OTHERS | DATA)


@pytest.mark.parametrize("name, is_one", [("b", True), ("c2", True), ("params[0][1]", True)])
def test_biases_are_told_by_their_names(name, is_one):
    assert names.is_bias(name) is is_one
    assert not names.is_bias("W1") and not names.is_bias("params[0][0]")
