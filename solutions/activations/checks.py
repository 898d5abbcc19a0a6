"""What is graded: activation functions."""

import numpy as np

from autograder.checks import (
    check,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_robust,
    expect_stable,
    numerical_jacobian,
)
from autograder.checks.inputs import ARRAYS, HUGE, nonzero, whole

from . import reference


def agrees_everywhere(function, wanted, rng, *options):
    """On arrays of several shapes, single numbers and 0, of either sign, small and moderate."""
    for shape in ARRAYS:
        expect_agrees(function, wanted, 2 * rng.normal(size=shape), *options)
    kink = np.array([0.0, 0.5, 0.0, -0.5])
    for z in (kink, np.array([-9.0, 9.0, -1e-3, 1e-3]), float(rng.normal()), -2, 0.0, 3):
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
    whole = rng.permutation([-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0])
    expect_robust(function, wanted, whole, *options)
    expect_stable(function, wanted, rng.permutation(HUGE), *options)
    expect_stable(function, wanted, -1e4, *options)
    expect_stable(function, wanted, 1e4, *options)


# --- sigmoid -------------------------------------------------------------------------------


@check("sigmoid", points=0.25)
def has_the_values_of_the_sigmoid(student, rng):
    agrees_everywhere(student.sigmoid, reference.sigmoid, rng)


@check("sigmoid", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_sigmoid(student, rng):
    slope = student.sigmoid_gradient
    agrees_everywhere(slope, reference.sigmoid_gradient, rng)
    is_a_derivative(slope, "sigmoid", rng)


@check("sigmoid", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_sigmoid(student, rng):
    takes_anything(student.sigmoid, reference.sigmoid, rng)
    takes_anything(student.sigmoid_gradient, reference.sigmoid_gradient, rng)


# --- tanh ----------------------------------------------------------------------------------


@check("tanh", points=0.25)
def has_the_values_of_tanh(student, rng):
    agrees_everywhere(student.tanh, reference.tanh, rng)


@check("tanh", points=0.5)
def has_a_slope_that_is_the_derivative_of_tanh(student, rng):
    slope = student.tanh_gradient
    agrees_everywhere(slope, reference.tanh_gradient, rng)
    is_a_derivative(slope, "tanh", rng)


@check("tanh", points=0.25)
def copes_with_lists_and_huge_inputs_of_tanh(student, rng):
    takes_anything(student.tanh, reference.tanh, rng)
    takes_anything(student.tanh_gradient, reference.tanh_gradient, rng)


# --- symmetric_sigmoid ---------------------------------------------------------------------


@check("symmetric_sigmoid", points=0.25)
def has_the_values_of_the_symmetric_sigmoid(student, rng):
    agrees_everywhere(student.symmetric_sigmoid, reference.symmetric_sigmoid, rng)
    for option in (0.5, 1.7, 3.0):
        agrees_everywhere(student.symmetric_sigmoid, reference.symmetric_sigmoid, rng, option)


@check("symmetric_sigmoid", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_symmetric_sigmoid(student, rng):
    slope = student.symmetric_sigmoid_gradient
    agrees_everywhere(slope, reference.symmetric_sigmoid_gradient, rng)
    is_a_derivative(slope, "symmetric_sigmoid", rng)
    for option in (0.5, 1.7, 3.0):
        agrees_everywhere(slope, reference.symmetric_sigmoid_gradient, rng, option)
        is_a_derivative(slope, "symmetric_sigmoid", rng, option)


@check("symmetric_sigmoid", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_symmetric_sigmoid(student, rng):
    takes_anything(student.symmetric_sigmoid, reference.symmetric_sigmoid, rng)
    takes_anything(student.symmetric_sigmoid_gradient, reference.symmetric_sigmoid_gradient, rng)


# --- relu ----------------------------------------------------------------------------------


@check("relu", points=0.25)
def has_the_values_of_the_rectifier(student, rng):
    agrees_everywhere(student.relu, reference.relu, rng)


@check("relu", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_rectifier(student, rng):
    slope = student.relu_gradient
    agrees_everywhere(slope, reference.relu_gradient, rng)
    is_a_derivative(slope, "relu", rng)


@check("relu", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_rectifier(student, rng):
    takes_anything(student.relu, reference.relu, rng)
    takes_anything(student.relu_gradient, reference.relu_gradient, rng)


# --- leaky_relu ----------------------------------------------------------------------------


@check("leaky_relu", points=0.25)
def has_the_values_of_the_leaky_rectifier(student, rng):
    agrees_everywhere(student.leaky_relu, reference.leaky_relu, rng)
    for option in (0.05, 0.3, 0.9):
        agrees_everywhere(student.leaky_relu, reference.leaky_relu, rng, option)


@check("leaky_relu", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_leaky_rectifier(student, rng):
    slope = student.leaky_relu_gradient
    agrees_everywhere(slope, reference.leaky_relu_gradient, rng)
    is_a_derivative(slope, "leaky_relu", rng)
    for option in (0.05, 0.3, 0.9):
        agrees_everywhere(slope, reference.leaky_relu_gradient, rng, option)
        is_a_derivative(slope, "leaky_relu", rng, option)


@check("leaky_relu", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_leaky_rectifier(student, rng):
    takes_anything(student.leaky_relu, reference.leaky_relu, rng)
    takes_anything(student.leaky_relu_gradient, reference.leaky_relu_gradient, rng)


# --- elu -----------------------------------------------------------------------------------


@check("elu", points=0.25)
def has_the_values_of_the_elu(student, rng):
    agrees_everywhere(student.elu, reference.elu, rng)
    for option in (0.4, 1.7, 3.0):
        agrees_everywhere(student.elu, reference.elu, rng, option)


@check("elu", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_elu(student, rng):
    slope = student.elu_gradient
    agrees_everywhere(slope, reference.elu_gradient, rng)
    is_a_derivative(slope, "elu", rng)
    for option in (0.4, 1.7, 3.0):
        agrees_everywhere(slope, reference.elu_gradient, rng, option)
        is_a_derivative(slope, "elu", rng, option)


@check("elu", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_elu(student, rng):
    takes_anything(student.elu, reference.elu, rng)
    takes_anything(student.elu_gradient, reference.elu_gradient, rng)


# --- swish ---------------------------------------------------------------------------------


@check("swish", points=0.25)
def has_the_values_of_swish(student, rng):
    agrees_everywhere(student.swish, reference.swish, rng)


@check("swish", points=0.5)
def has_a_slope_that_is_the_derivative_of_swish(student, rng):
    slope = student.swish_gradient
    agrees_everywhere(slope, reference.swish_gradient, rng)
    is_a_derivative(slope, "swish", rng)


@check("swish", points=0.25)
def copes_with_lists_and_huge_inputs_of_swish(student, rng):
    takes_anything(student.swish, reference.swish, rng)
    takes_anything(student.swish_gradient, reference.swish_gradient, rng)


# --- gelu ----------------------------------------------------------------------------------


@check("gelu", points=0.5)
def has_the_values_of_the_gelu(student, rng):
    agrees_everywhere(student.gelu, reference.gelu, rng)


@check("gelu", points=1)
def has_a_slope_that_is_the_derivative_of_the_gelu(student, rng):
    slope = student.gelu_gradient
    agrees_everywhere(slope, reference.gelu_gradient, rng)
    is_a_derivative(slope, "gelu", rng)


@check("gelu", points=0.5)
def copes_with_lists_and_huge_inputs_of_the_gelu(student, rng):
    takes_anything(student.gelu, reference.gelu, rng)
    takes_anything(student.gelu_gradient, reference.gelu_gradient, rng)


# --- gelu_sigmoid --------------------------------------------------------------------------


@check("gelu_sigmoid", points=0.25)
def has_the_values_of_the_approximated_gelu(student, rng):
    agrees_everywhere(student.gelu_sigmoid, reference.gelu_sigmoid, rng)


@check("gelu_sigmoid", points=0.5)
def has_a_slope_that_is_the_derivative_of_the_approximated_gelu(student, rng):
    slope = student.gelu_sigmoid_gradient
    agrees_everywhere(slope, reference.gelu_sigmoid_gradient, rng)
    is_a_derivative(slope, "gelu_sigmoid", rng)


@check("gelu_sigmoid", points=0.25)
def copes_with_lists_and_huge_inputs_of_the_approximated_gelu(student, rng):
    takes_anything(student.gelu_sigmoid, reference.gelu_sigmoid, rng)
    takes_anything(student.gelu_sigmoid_gradient, reference.gelu_sigmoid_gradient, rng)


# --- softmax_jacobian ------------------------------------------------------------------


def softmax(z):
    """The definition, for numbers of moderate size."""
    return np.exp(z) / np.sum(np.exp(z))


@check("softmax_jacobian", points=1)
def holds_the_derivatives_of_softmax(student, rng):
    for k in (4, 2, 1, 7):
        z = 1.5 * rng.normal(size=k)
        expected, error = numerical_jacobian(softmax, z)
        got = student.softmax_jacobian(z)
        bound = 8 * float(error.max()) + 1e-12
        expect_close(got, expected, "softmax_jacobian", given={"z": z}, rtol=1e-9, atol=bound)
        expect_agrees(student.softmax_jacobian, reference.softmax_jacobian, z)


@check("softmax_jacobian", points=1)
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
