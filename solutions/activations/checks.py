"""What is graded: activation functions."""

import functools

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_robust,
    expect_shape,
    expect_stable,
    numerical_jacobian,
)
from autograder.checks.inputs import ARRAYS, HUGE, nonzero, whole

from . import reference


def agrees_everywhere(function, wanted, rng, *options):
    """On arrays of several shapes, single numbers and 0, of either sign, small and moderate."""
    # many numbers first: where wrong ones are all 0 or 1, it is their count that tells
    for z in (2 * rng.normal(size=99), 30 * rng.normal(size=23)):
        expect_agrees(function, wanted, z, *options)
    for shape in ARRAYS:
        expect_agrees(function, wanted, 2 * rng.normal(size=shape), *options)
    kink = np.array([0.0, 0.37, 0.0, -0.61])
    for z in (kink, np.array([-9.0, 9.0, -1e-3, 1e-3]), float(rng.normal()), -2.0, 0.0, 3.0):
        expect_agrees(function, wanted, z, *options)


def is_a_derivative(gradient, of, rng, *options):
    """At random points away from 0, where some of the functions have a kink."""
    wanted = getattr(reference, of)

    # the derivative of a sum with respect to z holds every slope
    def summed(z):
        return np.sum(wanted(z))

    def summed_with(z, option):
        return np.sum(wanted(z, option))

    for shape in ARRAYS:
        at = nonzero(rng, shape, high=4.0), *options
        expect_gradient(gradient, of=summed_with if options else summed, at=at)


def takes_anything(function, wanted, rng, *options):
    """Lists, integers, read-only and strided arrays, and numbers of up to 1e4 in size."""
    many = rng.permutation([*range(-11, 12), -370, -230, 290])
    for z in (many, -2, 3):
        expect_agrees(function, wanted, z, *options)
    whole = rng.permutation([-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0])
    expect_robust(function, wanted, whole, *options)
    expect_stable(function, wanted, rng.permutation(HUGE), *options)
    expect_stable(function, wanted, -1e4, *options)
    expect_stable(function, wanted, 1e4, *options)
    for first in (-1e4, 0.0, 1e4):  # where a function may return a whole number
        expect_stable(function, wanted, np.array([first, *rng.normal(size=6), 38.7]), *options)


def says_where_slopes_are_wrong(slope, wanted, rng, *options):
    """Wrong slopes of 0, 1/2 or 1 tell nothing by their values, so tell on which side they are."""
    size = rng.uniform(0.3, 3.0, size=9)
    z = np.concatenate([-size, [0.0], size])
    got, right = slope(z.copy(), *options), wanted(z, *options)
    expect_shape(got, z.shape, slope.name)
    wrong = ~np.isclose(got, right, rtol=1e-9, atol=0.0)
    if np.isin(np.asarray(got)[wrong], (0.0, 0.5, 1.0)).all():
        for side, words in (
            (z < 0, "for negative z the slope is that of the left branch"),
            (z > 0, "for positive z the slope is that of the right branch"),
            (z == 0, "at the kink, z = 0, the slope is the one from the left"),
        ):
            expect(not wrong[side].any(), slope.name, words)


# --- every activation is asked the same three things -----------------------------------------

#: those with a kink at 0, or with a slope that is the same for all positive z
BENT = ("relu", "leaky_relu", "elu")
#: exercise, its name in the titles of its checks, its points, options to try before the default
ACTIVATIONS = (
    ("sigmoid", "the sigmoid", 0.5, ()),
    ("tanh", "tanh", 0.5, ()),
    ("symmetric_sigmoid", "the symmetric sigmoid", 0.5, (1.7, 0.6, 3.1)),
    ("relu", "the rectifier", 0.5, ()),
    ("leaky_relu", "the leaky rectifier", 0.5, (0.37, 0.05, 0.9)),
    ("elu", "the elu", 0.5, (1.7, 0.4, 3.1)),
    ("swish", "swish", 0.5, ()),
    ("gelu", "the gelu", 1, ()),
    ("gelu_sigmoid", "the approximated gelu", 0.5, ()),
)


def value_check(name, options):
    def agrees(student, rng):
        for option in (*((option,) for option in options), ()):
            agrees_everywhere(student[name], getattr(reference, name), rng, *option)

    return agrees


def slope_check(name, options):
    slope = f"{name}_gradient"

    def differentiates(student, rng):
        for option in (*((option,) for option in options), ()):
            if name in BENT:
                says_where_slopes_are_wrong(student[slope], getattr(reference, slope), rng, *option)
            agrees_everywhere(student[slope], getattr(reference, slope), rng, *option)
            is_a_derivative(student[slope], name, rng, *option)

    return differentiates


def input_check(name, options):
    def copes(student, rng):
        for function in (name, f"{name}_gradient"):
            takes_anything(student[function], getattr(reference, function), rng)

    return copes


for exercise, words, points, options in ACTIVATIONS:
    for share, asks, make in (
        (0.25, "has the values of", value_check),
        (0.5, "has a slope that is the derivative of", slope_check),
        (0.25, "copes with lists and huge inputs of", input_check),
    ):
        asked = f"{asks} {words}".replace(" ", "_")
        check(exercise, points=share * points, name=asked)(make(exercise, options))


# --- softmax_jacobian ------------------------------------------------------------------


def softmax(z):
    """The definition, for numbers of moderate size."""
    return np.exp(z) / np.sum(np.exp(z))


@check("softmax_jacobian", points=0.5)
def holds_the_derivatives_of_softmax(student, rng):
    for k in (5, 2, 1, 7):
        z = 1.5 * rng.normal(size=k)
        expected, error = numerical_jacobian(softmax, z)
        got = student.softmax_jacobian(z)
        bound = 8 * float(error.max()) + 1e-12
        expect_close(got, expected, "softmax_jacobian", given={"z": z}, rtol=1e-9, atol=bound)
        expect_agrees(student.softmax_jacobian, reference.softmax_jacobian, z)


@check("softmax_jacobian", points=0.5)
def copes_with_lists_and_huge_logits(student, rng):
    function, wanted = student.softmax_jacobian, reference.softmax_jacobian
    expect_robust(function, wanted, rng.permutation([-3.0, -1.0, 0.0, 1.0, 2.0]))
    for shift in (1e4, -1e4, 800.0):
        expect_stable(function, wanted, shift + rng.integers(-3, 4, size=4))
    expect_stable(function, wanted, rng.permutation([-1e4, 0.0, 1e4]))


# --- backward_signal -------------------------------------------------------------------


def parabola(z):
    """A slope that needs an array, as the stub promises one."""
    return 3 - z**2


@check("backward_signal", points=1)
def multiplies_the_slopes_of_one_chain(student, rng):
    for depth in (5, 2, 1, 12):
        zs = rng.normal(size=depth)
        for gradient in (reference.tanh_gradient, reference.elu_gradient, np.cos):
            expect_agrees(student.backward_signal, reference.backward_signal, gradient, zs)
    zs = rng.permutation([-1.0, 2.0, 1.0])
    expect_robust(student.backward_signal, reference.backward_signal, parabola, zs)


@check("backward_signal", points=1)
def keeps_several_chains_apart(student, rng):
    for shape in ((5, 3), (3, 5), (4, 4), (1, 3), (4, 1)):
        zs = rng.normal(size=shape)
        for gradient in (reference.sigmoid_gradient, np.cos):
            expect_agrees(student.backward_signal, reference.backward_signal, gradient, zs)
    zs = whole(rng, (5, 3))
    expect_robust(student.backward_signal, reference.backward_signal, parabola, zs)


# --- choose_activation -----------------------------------------------------------------

NAMES = [name for name, *_ in ACTIVATIONS]


@functools.cache
def size_left(name, depth):
    """What is left of a gradient in an endlessly wide network: no experiment, but integrals."""
    f, slope = getattr(reference, name), getattr(reference, f"{name}_gradient")
    z, weight = np.polynomial.hermite_e.hermegauss(200)
    weight = weight / weight.sum()
    spread, left = 1.0, 1.0
    for _ in range(depth):
        left *= np.sqrt(weight @ slope(spread * z) ** 2)
        spread = np.sqrt(weight @ f(spread * z) ** 2)
    return left


def expect_best(student, depth, rng):
    """Raise unless the best name comes back, from an experiment with ``rng``."""
    which, before = "choose_activation", rng.bit_generator.state
    found = student.choose_activation(depth, rng)
    is_name = isinstance(found, str) and found in NAMES
    expect(is_name, which, "it returns the name of one of the nine functions, a text")
    drew = rng.bit_generator.state != before
    expect(drew, which, "it draws the networks of its experiment from rng")
    best = min(NAMES, key=lambda name: abs(np.log(size_left(name, depth))))
    # a small experiment may miss by chance: two more then have to be right
    if found != best and any(
        student.choose_activation(depth, generator) != best for generator in rng.spawn(2)
    ):
        facts = (
            Fact("at depth", str(depth)),
            Fact("got", f"{found}, which leaves {size_left(found, depth):.2g} of a gradient"),
            Fact("rule", f"another one leaves {size_left(best, depth):.2g}, nearer to 1"),
        )
        raise CheckFailed(which, "rule", facts)


@check("choose_activation", points=3, patience=4)
def finds_the_best_for_a_shallow_and_for_a_deep_network(student, rng):
    for depth in (3, 40):
        expect_best(student, depth, rng)


@check("choose_activation", points=1, patience=4)
def finds_the_best_at_other_depths(student, rng):
    for depth in (rng.integers(4, 6), 1, rng.integers(20, 25), rng.integers(45, 61)):
        expect_best(student, int(depth), rng)
