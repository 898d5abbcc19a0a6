"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import gate, mp_neuron, step

# --- step ---


@formula("step")
def step_by_a_comparison(z):
    z = np.asarray(z)
    return np.where(z >= 0, 1, 0)


@formula("step")
def step_filled_in(z):
    z = np.asarray(z)
    y = np.zeros(z.shape, dtype=int)
    y[z >= 0] = 1
    return y


@formula("step")
def step_one_by_one(z):
    z = np.asarray(z, dtype=float)
    y = np.zeros(z.shape, dtype=int)
    for index in np.ndindex(z.shape):
        if z[index] >= 0:
            y[index] = 1
        else:
            y[index] = 0
    return y


@misconception(
    "step",
    says="the step stands at one half, not at 0",
)
def step_at_one_half(z):
    return (np.asarray(z) >= 0.5).astype(int)


@misconception(
    "step",
    says="the step stands at one half, not at 0",
)
def step_above_one_half(z):
    return (np.asarray(z) > 0.5).astype(int)


@misconception(
    "step",
    says="the step stands at 1, not at 0",
)
def step_at_one(z):
    return (np.asarray(z) >= 1).astype(int)


@misconception(
    "step",
    says="the step stands at 1, not at 0",
)
def step_above_one(z):
    return (np.asarray(z) > 1).astype(int)


@misconception(
    "step",
    says="the step stands at minus one half, as if z were rounded first",
)
def step_at_minus_one_half(z):
    return (np.asarray(z) >= -0.5).astype(int)


@misconception(
    "step",
    says="the step stands at -1, not at 0",
)
def step_at_minus_one(z):
    return (np.asarray(z) > -1).astype(int)


@misconception(
    "step",
    says="one answer is given for all elements together, where each has its own",
)
def step_for_all_together(z):
    z = np.asarray(z)
    return np.full(z.shape, int(np.all(z >= 0)))


@misconception(
    "step",
    says="one answer is given for all elements together, where each has its own",
)
def step_for_any(z):
    z = np.asarray(z)
    return np.full(z.shape, int(np.any(z >= 0)))


@misconception(
    "step",
    says=("the elements are summed before they are compared with 0, where each has its own answer"),
)
def step_of_the_sum(z):
    z = np.asarray(z)
    return np.full(z.shape, int(np.sum(z) >= 0))


@misconception(
    "step",
    says="all elements get the answer of the first",
)
def step_of_the_first(z):
    z = np.asarray(z)
    return np.full(z.shape, int(np.ravel(z)[0] >= 0))


@misconception(
    "step",
    says="all elements get the answer of the last",
)
def step_of_the_last(z):
    z = np.asarray(z)
    return np.full(z.shape, int(np.ravel(z)[-1] >= 0))


@misconception(
    "step",
    says="all elements of a row get one answer, where each has its own",
)
def step_for_all_of_a_row(z):
    z = np.asarray(z)
    return (
        np.zeros(z.shape, int) + np.all(z >= 0, axis=-1, keepdims=True) if z.ndim else 1 * (z >= 0)
    )


@misconception(
    "step",
    says="all elements of a row get one answer, where each has its own",
)
def step_for_any_of_a_row(z):
    z = np.asarray(z)
    return (
        np.zeros(z.shape, int) + np.any(z >= 0, axis=-1, keepdims=True) if z.ndim else 1 * (z >= 0)
    )


@misconception(
    "step",
    says="the elements are summed up one after another before they are compared with 0",
)
def step_of_the_running_sum(z):
    z = np.asarray(z)
    return (np.cumsum(z).reshape(z.shape) >= 0).astype(int)


@misconception(
    "step",
    says="once an element has reached 0, all later ones count as 1",
)
def step_that_stays_on(z):
    z = np.asarray(z)
    return np.maximum.accumulate((z >= 0).astype(int).ravel()).reshape(z.shape)


@misconception(
    "step",
    says="the last element is never looked at and stays 0",
)
def step_with_last_element_left_out(z):
    z = np.asarray(z)
    y = (z >= 0).astype(int).ravel()
    y[-1] = 0
    return y.reshape(z.shape)


@misconception(
    "step",
    says="the first element is never looked at and stays 0",
)
def step_with_first_element_left_out(z):
    z = np.asarray(z)
    y = (z >= 0).astype(int).ravel()
    y[0] = 0
    return y.reshape(z.shape)


@misconception(
    "step",
    says="the elements are compared with their mean, not with 0",
)
def step_against_the_mean(z):
    z = np.asarray(z, dtype=float)
    return (z >= z.mean()).astype(int)


@misconception(
    "step",
    says="the elements are compared with their median, not with 0",
)
def step_against_the_median(z):
    z = np.asarray(z, dtype=float)
    return (z >= np.median(z)).astype(int)


@misconception(
    "step",
    says="only the largest element gets a 1",
)
def step_at_the_largest(z):
    z = np.asarray(z, dtype=float)
    return (z == z.max()).astype(int)


@misconception(
    "step",
    says="only the largest element of each row gets a 1",
)
def step_at_the_largest_of_a_row(z):
    z = np.asarray(z, dtype=float)
    return (z == z.max(axis=-1, keepdims=True)).astype(int) if z.ndim else 1


@misconception(
    "step",
    says="every element that is not 0 counts as 1, negative ones too",
)
def step_where_not_zero(z):
    return (np.asarray(z) != 0).astype(int)


@misconception(
    "step",
    says="every element that is not 0 counts as 1, negative ones too",
)
def step_of_truth(z):
    return np.asarray(z, dtype=float).astype(bool).astype(int)


@misconception(
    "step",
    says="the absolute value is compared with 0, so the answer is always 1",
)
def step_of_absolute_value(z):
    return (np.abs(np.asarray(z)) >= 0).astype(int)


@misconception(
    "step",
    says="only elements that are exactly 0 count as 1",
)
def step_at_zero_alone(z):
    return (np.asarray(z) == 0).astype(int)


@misconception(
    "step",
    says="1 and 0 are exchanged: negative elements count as 1",
)
def step_for_negatives(z):
    return (np.asarray(z) < 0).astype(int)


@misconception(
    "step",
    says="1 and 0 are exchanged: negative elements count as 1",
)
def step_for_negatives_and_zero(z):
    return (np.asarray(z) <= 0).astype(int)


@misconception(
    "step",
    says="this is the sign of z, with -1, 0 and 1",
)
def step_as_three_signs(z):
    return np.sign(np.asarray(z)).astype(int)


@misconception(
    "step",
    says="the sign of z plus 1 comes back, which is 0, 1 or 2",
)
def step_as_sign_plus_one(z):
    return np.sign(np.asarray(z)).astype(int) + 1


@misconception(
    "step",
    says="positive elements pass as they are, where they should become 1",
)
def step_as_rectifier(z):
    return np.maximum(np.asarray(z, dtype=float), 0).astype(int)


@misconception(
    "step",
    says="positive elements pass as they are, where they should become 1",
)
def step_as_rounded_rectifier(z):
    return np.rint(np.maximum(np.asarray(z, dtype=float), 0)).astype(int)


@misconception(
    "step",
    says="the fractions of z are cut off and nothing is compared with 0",
)
def step_as_integers(z):
    return np.asarray(z, dtype=float).astype(int)


@misconception(
    "step",
    says=(
        "z is cut off at 0 and 1 and its fraction is dropped, so elements between 0 and 1 "
        "count as 0"
    ),
)
def step_as_whole_ramp(z):
    return np.clip(np.asarray(z, dtype=float), 0, 1).astype(int)


@misconception(
    "step",
    says="z is cut off at 0 and 1 and rounded, so the step stands at one half",
)
def step_as_rounded_ramp(z):
    return np.rint(np.clip(np.asarray(z, dtype=float), 0, 1)).astype(int)


@misconception(
    "step",
    says="a sigmoid is rounded, and its one half at z = 0 becomes 0",
)
def step_as_rounded_sigmoid(z):
    return np.rint(1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -700, 700)))).astype(int)


@misconception(
    "step",
    says="the fraction of a sigmoid is cut off, so nearly everything becomes 0",
)
def step_as_whole_sigmoid(z):
    return (1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -700, 700)))).astype(int)


@misconception(
    "step",
    says="the answer says whether the whole part of z is odd, not whether z reaches 0",
)
def step_by_parity(z):
    return np.abs(np.floor(np.asarray(z, dtype=float))).astype(int) % 2


@misconception(
    "step",
    says="only elements from 0 to 1 count as 1, larger ones do not",
)
def step_with_positives_within_one(z):
    z = np.asarray(z, dtype=float)
    return ((z >= 0) & (z <= 1)).astype(int)


# --- mp_neuron ---


@formula("mp_neuron")
def neuron_as_a_dot_product(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    z = np.dot(x, w) - theta
    return (z >= 0).astype(int)


@formula("mp_neuron")
def neuron_as_a_sum_of_products(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    total = np.sum(x * w, axis=-1)
    return (total >= theta).astype(int)


@formula("mp_neuron")
def neuron_input_by_input(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    total = np.zeros(x.shape[:-1])
    for i in range(len(w)):
        total = total + w[i] * x[..., i]
    return np.where(total - theta >= 0, 1, 0)


@formula("mp_neuron")
def neuron_with_a_bias(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    b = -theta
    return step(x @ w + b)


@misconception(
    "mp_neuron",
    says="the weighted inputs are averaged, not summed",
)
def neuron_of_the_mean(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x * w).mean(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the weighted sum is divided by the length of w before it is compared with theta",
)
def neuron_of_normalized_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w / (np.linalg.norm(w) or 1.0) - theta)


@misconception(
    "mp_neuron",
    says=("the weighted sum is divided by the sum of the weights before it is compared with theta"),
)
def neuron_of_weights_that_sum_to_one(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w / (np.sum(w) or 1.0) - theta)


@misconception(
    "mp_neuron",
    says="the weighted sum is divided by the length of x before it is compared with theta",
)
def neuron_of_normalized_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    length = np.linalg.norm(x, axis=-1)
    return step(x @ w / np.where(length == 0, 1.0, length) - theta)


@misconception(
    "mp_neuron",
    says="theta is multiplied by the length of w, as if it were a distance",
)
def neuron_with_threshold_times_length(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - theta * np.linalg.norm(w))


@misconception(
    "mp_neuron",
    says="the last input is left out of the sum",
)
def neuron_without_last_input(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x[..., :-1] @ w[:-1] - theta)


@misconception(
    "mp_neuron",
    says="the first input is left out of the sum",
)
def neuron_without_first_input(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x[..., 1:] @ w[1:] - theta)


@misconception(
    "mp_neuron",
    says="only the first input counts",
)
def neuron_of_first_input(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x[..., 0] * w[0] - theta)


@misconception(
    "mp_neuron",
    says="only the last input counts",
)
def neuron_of_last_input(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x[..., -1] * w[-1] - theta)


@misconception(
    "mp_neuron",
    says="the weights are ignored: the inputs are summed as they are",
)
def neuron_without_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    return step(x.sum(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the inputs are ignored: the weights alone are summed",
)
def neuron_without_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.zeros(x.shape[:-1]) + w.sum() - theta)


@misconception(
    "mp_neuron",
    says="all inputs are multiplied by the first weight",
)
def neuron_with_first_weight_alone(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x.sum(axis=-1) * w[0] - theta)


@misconception(
    "mp_neuron",
    says="the weights have lost their signs, so no input can inhibit",
)
def neuron_with_absolute_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ np.abs(w) - theta)


@misconception(
    "mp_neuron",
    says="the inputs have lost their signs",
)
def neuron_with_absolute_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.abs(x) @ w - theta)


@misconception(
    "mp_neuron",
    says="the products of weights and inputs have lost their signs, so no input can inhibit",
)
def neuron_with_absolute_products(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.abs(x * w).sum(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the weighted sum has lost its sign",
)
def neuron_with_absolute_sum(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.abs(x @ w) - theta)


@misconception(
    "mp_neuron",
    says="only the signs of the weights count, not their sizes",
)
def neuron_with_signs_of_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ np.sign(w) - theta)


@misconception(
    "mp_neuron",
    says="the weighted sum has the wrong sign",
)
def neuron_with_minus_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(-(x @ w) - theta)


@misconception(
    "mp_neuron",
    says="the weights meet the inputs in reverse order",
)
def neuron_with_reversed_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w[::-1] - theta)


@misconception(
    "mp_neuron",
    says="the weights are squared",
)
def neuron_with_squared_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w**2 - theta)


@misconception(
    "mp_neuron",
    says="the inputs are squared",
)
def neuron_with_squared_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x**2 @ w - theta)


@misconception(
    "mp_neuron",
    says="theta is halved",
)
def neuron_with_halved_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - theta / 2)


@misconception(
    "mp_neuron",
    says="theta is subtracted twice",
)
def neuron_with_doubled_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - 2 * theta)


@misconception(
    "mp_neuron",
    says="theta is subtracted from every product, so it counts once for each input",
)
def neuron_with_threshold_from_each_product(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x * w - theta).sum(axis=-1))


@misconception(
    "mp_neuron",
    says="theta is subtracted from every input before the weights are applied",
)
def neuron_with_threshold_from_each_input(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x - theta) @ w)


@misconception(
    "mp_neuron",
    says="theta is subtracted from every weight before the inputs are weighed",
)
def neuron_with_threshold_from_each_weight(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ (w - theta))


@misconception(
    "mp_neuron",
    says="theta has lost its sign",
)
def neuron_with_absolute_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - abs(theta))


@misconception(
    "mp_neuron",
    says="theta is squared",
)
def neuron_with_squared_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - theta**2)


@misconception(
    "mp_neuron",
    says="the sum is multiplied by theta, where theta should be subtracted",
)
def neuron_with_threshold_as_factor(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w * theta)


@misconception(
    "mp_neuron",
    says="theta loses its fraction",
)
def neuron_with_rounded_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - int(theta))


@misconception(
    "mp_neuron",
    says="the weighted sum loses its fraction before it is compared with theta",
)
def neuron_with_rounded_sum(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.trunc(x @ w) - theta)


@misconception(
    "mp_neuron",
    says="the sum minus theta loses its fraction, so a small negative number counts as 0",
)
def neuron_with_whole_difference(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.trunc(x @ w - theta))


@misconception(
    "mp_neuron",
    says="the weights lose their fractions",
)
def neuron_with_whole_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ np.trunc(w) - theta)


@misconception(
    "mp_neuron",
    says="the inputs lose their fractions",
)
def neuron_with_whole_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.trunc(x) @ w - theta)


@misconception(
    "mp_neuron",
    says="the step is applied to every input before the weights are",
)
def neuron_that_steps_its_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(step(x) @ w - theta)


@misconception(
    "mp_neuron",
    says="the step is applied to every product, and the number of ones is compared with theta",
)
def neuron_that_steps_its_products(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(step(x * w).sum(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the step is applied to the sum before theta is subtracted, and again afterwards",
)
def neuron_that_steps_before_the_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(step(x @ w) - theta)


@misconception(
    "mp_neuron",
    says="the step is applied twice: its 0 counts as reached, so the answer is always 1",
)
def neuron_that_steps_twice(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(step(x @ w - theta))


@misconception(
    "mp_neuron",
    says="every input is compared with theta by itself before the weights are applied",
)
def neuron_that_compares_inputs_with_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x >= theta) @ w)


@misconception(
    "mp_neuron",
    says="one product that reaches theta is enough, where their sum should reach it",
)
def neuron_where_any_product_is_enough(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return (x * w >= theta).any(axis=-1).astype(int)


@misconception(
    "mp_neuron",
    says="every product has to reach theta by itself, where their sum should reach it",
)
def neuron_where_all_products_are_needed(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return (x * w >= theta).all(axis=-1).astype(int)


@misconception(
    "mp_neuron",
    says="one input that reaches theta is enough, and the weights are ignored",
)
def neuron_where_any_input_is_enough(x, w, theta):
    x = np.asarray(x, dtype=float)
    return (x >= theta).any(axis=-1).astype(int)


@misconception(
    "mp_neuron",
    says="weights and inputs are added, where they should be multiplied",
)
def neuron_of_sums_of_weights_and_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x + w).sum(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the distance between x and w is compared with theta, not their dot product",
)
def neuron_of_distance(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.linalg.norm(x - w, axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="the unit fires where x is near w, and there is no weighted sum",
)
def neuron_near_its_weights(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(theta - np.linalg.norm(x - w, axis=-1))


@misconception(
    "mp_neuron",
    says="the weighted inputs are multiplied with each other, not summed",
)
def neuron_of_product_of_inputs(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.prod(x * w, axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="only the largest product of a weight and an input counts",
)
def neuron_of_largest_product(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step((x * w).max(axis=-1) - theta)


@misconception(
    "mp_neuron",
    says="all samples get the answer of the first",
)
def neuron_with_answers_of_first_sample(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    z = np.atleast_2d(x) @ w - theta
    return step(np.zeros(x.shape[:-1]) + z[0])


@misconception(
    "mp_neuron",
    says="all samples get the answer of the last",
)
def neuron_with_answers_of_last_sample(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    z = np.atleast_2d(x) @ w - theta
    return step(np.zeros(x.shape[:-1]) + z[-1])


@misconception(
    "mp_neuron",
    says=(
        "the sums of the samples are added up one after another, where each sample stands by itself"
    ),
)
def neuron_that_adds_up_samples(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.cumsum(np.atleast_1d(x @ w)).reshape(x.shape[:-1]) - theta)


@misconception(
    "mp_neuron",
    says="the sums of all samples are added together, where each sample stands by itself",
)
def neuron_of_all_samples_together(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(np.zeros(x.shape[:-1]) + np.sum(x @ w) - theta)


@misconception(
    "mp_neuron",
    says="the weighted sum is divided by the number of samples",
)
def neuron_divided_by_samples(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w / len(x) - theta)


@misconception(
    "mp_neuron",
    says="a sigmoid of the sum is compared with theta, where the sum itself should be",
)
def neuron_with_sigmoid_above_threshold(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(1 / (1 + np.exp(-(x @ w))) - theta)


@misconception(
    "mp_neuron",
    says="the sum has to exceed theta by one half",
)
def neuron_with_margin(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return step(x @ w - theta - 0.5)


@misconception(
    "mp_neuron",
    says="the answers are 1 and -1, where they should be 1 and 0",
)
def neuron_with_plus_and_minus_one(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return np.where(x @ w >= theta, 1, -1)


@misconception(
    "mp_neuron",
    says="it fires below the threshold, not from the threshold on",
)
def neuron_below_and_equal(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    return (x @ w < theta).astype(int)


@misconception(
    "mp_neuron",
    says="the weighted sum is compared with the mean of all samples as well as theta",
)
def neuron_that_ranks_by_the_mean(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    z = x @ w
    return step(z - np.mean(z) - theta)


@misconception(
    "mp_neuron",
    says="sums that are merely close to theta count as equal to it",
)
def neuron_with_rounding(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    z = x @ w - theta
    return step(np.round(z, 6))


@misconception(
    "mp_neuron",
    says="one active input with a negative weight forbids firing, whatever the sum is",
)
def neuron_with_a_veto(x, w, theta):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    is_vetoed = ((x != 0) & (w < 0)).any(axis=-1)
    return step(x @ w - theta) * ~is_vetoed


@misconception(
    "mp_neuron",
    says="where the unit fires, the sum minus theta comes back, not 1",
)
def neuron_that_rectifies(x, w, theta):
    z = np.asarray(x, dtype=float) @ np.asarray(w, dtype=float) - theta
    return np.maximum(z, 0).astype(int)


# --- gate ---


@misconception(
    "gate",
    says="the thresholds of AND and OR are exchanged",
)
def gates_with_and_for_or(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * (0.5 if "AND" in name else 1.5)


@misconception(
    "gate",
    says="the thresholds of NAND and NOR are exchanged",
)
def gates_with_nand_for_nor(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -0.5
    if name in ("AND", "OR"):
        return np.array([1.0, 1.0]), 1.5 if name == "AND" else 0.5
    return np.array([-1.0, -1.0]), -0.5 if name == "NAND" else -1.5


@misconception(
    "gate",
    says="every gate with two inputs has the threshold of AND",
)
def gates_that_are_all_and(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * 1.5


@misconception(
    "gate",
    says="every gate with two inputs has the threshold of OR",
)
def gates_that_are_all_or(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * 0.5


@misconception(
    "gate",
    says="in the negated gates, NOT too, only the weights have changed their sign",
)
def gates_with_negated_weights_alone(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), 0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), 1.5 if "AND" in name else 0.5


@misconception(
    "gate",
    says="in the negated gates only the threshold has changed its sign",
)
def gates_with_negated_thresholds_alone(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([1.0, 1.0]), sign * (1.5 if "AND" in name else 0.5)


@misconception(
    "gate",
    says=("NAND and NOR are AND and OR with all signs changed, and corners on the line stay 1"),
)
def gates_negated_on_the_line(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), 0.0
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * (2.0 if "AND" in name else 1.0)


@misconception(
    "gate",
    says="NOT passes its input on unchanged",
)
def gates_with_not_that_passes(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([1.0]), 0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * (1.5 if "AND" in name else 0.5)


@misconception(
    "gate",
    says="NOT never fires, as its sum of 0 or -1 does not reach the threshold",
)
def gates_with_not_that_never_fires(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), 0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * (1.5 if "AND" in name else 0.5)


@misconception(
    "gate",
    says="NOT always fires, as the sum reaches the threshold for both inputs",
)
def gates_with_not_that_always_fires(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -1.0
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * (1.5 if "AND" in name else 0.5)


@misconception(
    "gate",
    says="the weights are too small: those of AND do not add up to its threshold",
)
def gates_with_weights_too_small(name):
    if name not in ("AND", "OR", "NAND", "NOR", "NOT"):
        raise ValueError(f"unknown gate {name!r}")
    if name == "NOT":
        return np.array([-1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]) / 2, sign * (1.5 if "AND" in name else 0.5)


@misconception(
    "gate",
    says="the weights of AND add up to less than its threshold, so it never fires",
)
def gates_with_an_and_out_of_reach(name):
    gates = {"AND": (1.0, 1.5), "OR": (1.0, 0.5), "NAND": (-1.0, -1.5), "NOR": (-1.0, -0.5)}
    if name == "NOT":
        return np.array([-1.0]), -0.5
    if name not in gates:
        raise ValueError(f"unknown gate {name!r}")
    weight, theta = (0.5, 1.5) if name == "AND" else gates[name]
    return np.array([weight, weight]), theta


@misconception(
    "gate",
    says="AND fires where one input is on already",
)
def gates_with_an_and_that_is_or(name):
    gates = {"AND": (1.0, 1.5), "OR": (1.0, 0.5), "NAND": (-1.0, -1.5), "NOR": (-1.0, -0.5)}
    if name == "NOT":
        return np.array([-1.0]), -0.5
    if name not in gates:
        raise ValueError(f"unknown gate {name!r}")
    weight, theta = (1.0, 0.5) if name == "AND" else gates[name]
    return np.array([weight, weight]), theta


@misconception(
    "gate",
    says="OR fires only where both inputs are on",
)
def gates_with_an_or_that_is_and(name):
    gates = {"AND": (1.0, 1.5), "OR": (1.0, 0.5), "NAND": (-1.0, -1.5), "NOR": (-1.0, -0.5)}
    if name == "NOT":
        return np.array([-1.0]), -0.5
    if name not in gates:
        raise ValueError(f"unknown gate {name!r}")
    weight, theta = (1.0, 1.5) if name == "OR" else gates[name]
    return np.array([weight, weight]), theta


@misconception(
    "gate",
    says="the sums of NAND reach its threshold for all inputs: it always fires",
)
def gates_with_a_nand_that_always_fires(name):
    gates = {"AND": (1.0, 1.5), "OR": (1.0, 0.5), "NAND": (-1.0, -1.5), "NOR": (-1.0, -0.5)}
    if name == "NOT":
        return np.array([-1.0]), -0.5
    if name not in gates:
        raise ValueError(f"unknown gate {name!r}")
    weight, theta = (-1.0, -2.5) if name == "NAND" else gates[name]
    return np.array([weight, weight]), theta


# --- xor ---


@misconception(
    "xor",
    says="this is AND, as from hidden units OR and AND",
)
def xor_that_is_and(x):
    return mp_neuron(x, *gate("AND"))


@misconception(
    "xor",
    says="this is NAND: it is 1 where both inputs are 0 as well",
)
def xor_that_is_nand(x):
    return mp_neuron(x, *gate("NAND"))


@misconception(
    "xor",
    says="this is NOR: it is 1 only where both inputs are 0",
)
def xor_that_is_nor(x):
    return mp_neuron(x, *gate("NOR"))


@misconception(
    "xor",
    says="it always fires, as an output unit OR does whose hidden units are OR and NAND",
)
def xor_of_two_alternatives(x):
    hidden = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))], axis=1)
    return mp_neuron(hidden, *gate("OR"))


@misconception(
    "xor",
    says="it never fires, as an output unit that asks for two units which never fire together",
)
def xor_of_detectors_that_must_agree(x):
    hidden = np.stack([mp_neuron(x, [1, -1], 0.5), mp_neuron(x, [-1, 1], 0.5)], axis=1)
    return mp_neuron(hidden, *gate("AND"))


@misconception(
    "xor",
    says="only the second input counts, and it is negated",
)
def xor_of_the_second_input_negated(x):
    return mp_neuron(x, [0.0, -1.0], -0.5)


@misconception(
    "xor",
    says="only the first input counts, and it is negated",
)
def xor_of_the_first_input_negated(x):
    return mp_neuron(x, [-1.0, 0.0], -0.5)


@misconception(
    "xor",
    says="it is 0 only for (1, 0), and 1 for the other three inputs",
)
def xor_silent_for_the_first_input_alone(x):
    return mp_neuron(x, [-1.0, 1.0], -0.5)


@misconception(
    "xor",
    says="it is 0 only for (0, 1), and 1 for the other three inputs",
)
def xor_silent_for_the_second_input_alone(x):
    return mp_neuron(x, [1.0, -1.0], -0.5)


@misconception(
    "xor",
    says="only the second input counts",
)
def xor_of_the_second_input(x):
    return mp_neuron(x, [0.0, 1.0], 0.5)


@misconception(
    "xor",
    says="only the first input counts",
)
def xor_of_the_first_input(x):
    return mp_neuron(x, [1.0, 0.0], 0.5)


@misconception(
    "xor",
    says="only one of the two cases counts, that of the second input alone",
)
def xor_with_the_other_of_its_cases(x):
    return mp_neuron(x, [-1.0, 1.0], 0.5)


@misconception(
    "xor",
    says="this is OR: nothing stops the output where both inputs are on",
)
def xor_with_weak_inhibition(x):
    hidden = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("AND"))], axis=1)
    return mp_neuron(hidden, [1.0, -0.5], 0.5)


@misconception(
    "xor",
    says="the hidden layer is reshaped, not transposed, which mixes the samples",
)
def xor_with_hidden_layer_reshaped(x):
    hidden = np.array([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))])
    return mp_neuron(hidden.reshape(-1, 2), *gate("AND"))


@misconception(
    "xor",
    says="all samples get the answer of the first",
)
def xor_of_the_first_sample(x):
    hidden = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))], axis=1)
    return np.full(len(x), mp_neuron(hidden, *gate("AND"))[0])


# --- boolean_network ---


@misconception(
    "boolean_network",
    says="the output fires only if all detectors do, where one should be enough",
)
def network_that_needs_all_detectors(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), max(len(ones), 1) - 0.5


@misconception(
    "boolean_network",
    says=(
        "the thresholds sum the weights +1 and -1, not the bits that are on, so they are too low"
    ),
)
def network_with_thresholds_of_weights(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    W = 2.0 * ones.T - 1
    return W, W.sum(axis=0) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the thresholds of the hidden units have the sign of a bias",
)
def network_with_hidden_biases(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, 0.5 - ones.sum(axis=1), np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the threshold of the output unit has the sign of a bias",
)
def network_with_an_output_bias(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), -0.5


@misconception(
    "boolean_network",
    says="only the first 1 of the table has a detector",
)
def network_with_first_row_alone(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    ones = ones[:1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="only the last 1 of the table has a detector",
)
def network_with_last_row_alone(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    ones = ones[-1:]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the last 1 of the table has no detector",
)
def network_without_last_detector(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    ones = ones[:-1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says=(
        "the thresholds count all inputs, not the bits that are on, so most detectors never fire"
    ),
)
def network_with_thresholds_of_all_inputs(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, np.full(len(ones), d - 0.5), np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the thresholds of the detectors are so low that rows with one wrong bit fire too",
)
def network_with_thresholds_too_low(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 1.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the thresholds of the detectors lie above any sum, so none ever fires",
)
def network_with_thresholds_too_high(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) + 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the detectors have no threshold, so they fire for rows that differ too",
)
def network_with_thresholds_of_zero(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, np.zeros(len(ones)), np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the signs of the weights are exchanged: bits that should be on are punished",
)
def network_with_weights_upside_down(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 1 - 2.0 * ones.T, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the output weights are negative, so detectors forbid the output",
)
def network_with_negative_output_weights(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, -np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the output fires only if two detectors do, and never more than one fires",
)
def network_that_needs_two_detectors(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 1.5


@misconception(
    "boolean_network",
    says="every detector has the same threshold, whichever bits should be on",
)
def network_with_thresholds_of_one_half(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, np.full(len(ones), 0.5), np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the thresholds count the bits that are off, not those that are on",
)
def network_with_thresholds_of_zeros(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, (1 - ones).sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the detectors are averaged, so that one alone does not reach the threshold of the output",
)
def network_with_averaged_detectors(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)) / max(len(ones), 1), 0.75


@misconception(
    "boolean_network",
    says="the weights of the detectors are reshaped, not transposed, which mixes their inputs",
)
def network_with_weights_reshaped(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("the length of table is no power of two from 2 on")
    ones = (np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1)[table == 1]
    return (2.0 * ones - 1).reshape(d, -1), ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


# --- integrate_and_fire ---


@formula("integrate_and_fire")
def run_with_slope(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        slope = (-now + resistance * current[t]) / tau
        now = now + dt * slope
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@formula("integrate_and_fire")
def run_with_lists(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = [], []
    voltage = v_reset
    for i in current:
        voltage += dt / tau * (resistance * i - voltage)
        fires = voltage >= v_threshold
        if fires:
            voltage = v_reset
        v.append(voltage)
        spikes.append(bool(fires))
    return np.array(v), np.array(spikes)


@formula("integrate_and_fire")
def run_with_leak_and_drive(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    share = dt / tau
    now = v_reset
    for t in range(len(current)):
        now = (1 - share) * now + share * resistance * current[t]
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@formula("integrate_and_fire")
def run_in_the_record(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    for t in range(len(current)):
        before = v[t - 1] if t > 0 else v_reset
        v[t] = before + dt * (-before + resistance * current[t]) / tau
        if v[t] >= v_threshold:
            spikes[t] = True
            v[t] = v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage never leaves v_reset: every step ends in a reset",
)
def run_that_resets_in_every_step(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    return np.full(len(current), float(v_reset)), np.ones(len(current), dtype=bool)


@misconception(
    "integrate_and_fire",
    says="the voltage never leaves v_reset: no step adds anything that stays",
)
def run_that_stays_at_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    return np.full(len(current), float(v_reset)), np.zeros(len(current), dtype=bool)


@misconception(
    "integrate_and_fire",
    says="the step is not divided by tau",
)
def run_without_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="neither dt nor tau scales the step, so the old voltage is lost",
)
def run_without_dt_and_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step is multiplied by tau, not divided by it",
)
def run_times_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt * tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt and tau are exchanged: the step is tau / dt",
)
def run_with_tau_over_dt(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + tau / dt * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step is divided by dt, where it should be multiplied",
)
def run_divided_by_dt(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + (-now + resistance * current[t]) / (tau * dt)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt / tau scales the leak alone: the current is added at full size",
)
def run_with_drive_not_scaled(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * -now + resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt / tau scales the current alone: the leak takes away the whole voltage",
)
def run_with_leak_not_scaled(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - now + dt / tau * resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current is multiplied by dt and not divided by tau",
)
def run_with_drive_scaled_by_dt(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt / tau * now + dt * resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is multiplied by dt and not divided by tau",
)
def run_with_leak_scaled_by_dt(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt * now + dt / tau * resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current is divided by tau and not multiplied by dt",
)
def run_with_drive_over_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt / tau * now + resistance * current[t] / tau
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt enters as a square",
)
def run_with_dt_squared(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt**2 / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt is divided by 1000, though dt and tau are both in milliseconds",
)
def run_with_seconds(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / 1000 / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="dt / tau loses its fraction",
)
def run_with_whole_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt // tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step is half as long as dt",
)
def run_with_half_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / (2 * tau) * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step is twice as long as dt",
)
def run_with_double_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + 2 * dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each current is used for two steps",
)
def run_with_two_steps_each(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak has the wrong sign, so the voltage grows by itself",
)
def run_with_growth(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step has the wrong sign: it is subtracted from the voltage",
)
def run_with_everything_subtracted(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current has the wrong sign",
)
def run_with_drive_subtracted(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now - resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step is not added to the old voltage but takes its place",
)
def run_with_increment_alone(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current is left out, so the voltage only leaks away",
)
def run_with_leak_alone(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt / tau * now
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is that of the voltage at the start, not of the voltage now",
)
def run_with_leak_from_the_start(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-v_reset + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak pulls the voltage toward the threshold, not to 0",
)
def run_with_leak_to_threshold(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-(now - v_threshold) + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the reset voltage is subtracted in the leak, which pulls to 0",
)
def run_with_leak_to_plus_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-(now + v_reset) + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the resistance multiplies the leak as well as the current",
)
def run_with_leak_through_resistance(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * resistance * (-now + current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is divided by the resistance, while the current is not multiplied by it",
)
def run_with_leak_over_resistance(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now / resistance + current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the resistance multiplies the leak, not the current",
)
def run_with_resistance_on_the_leak(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now * resistance + current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current is divided by the resistance, not multiplied by it",
)
def run_with_current_over_resistance(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + current[t] / resistance)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the resistance multiplies tau as well, which holds it already",
)
def run_with_resistance_in_the_time_constant(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / (tau * resistance) * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the resistance is added to the current, where it should be a factor",
)
def run_with_resistance_added(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance + current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the resistance is squared",
)
def run_with_resistance_squared(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance**2 * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the slope is that at the end of each step: this is backward Euler",
)
def run_with_implicit_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = (now + dt / tau * resistance * current[t]) / (1 + dt / tau)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "the slope is that in the middle of each step, while forward Euler takes the one "
        "at its start"
    ),
)
def run_with_midpoint_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        middle = now + dt / (2 * tau) * (-now + resistance * current[t])
        now = now + dt / tau * (-middle + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step takes the mean of the slopes at its start and end, at the end implicitly",
)
def run_with_trapezoid_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        share = dt / (2 * tau)
        now = ((1 - share) * now + 2 * share * resistance * current[t]) / (1 + share)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "each step follows the curve of the exact solution, while forward Euler takes a "
        "straight line"
    ),
)
def run_with_runge_kutta_steps(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        k1 = (-now + resistance * current[t]) / tau
        k2 = (-(now + dt / 2 * k1) + resistance * current[t]) / tau
        k3 = (-(now + dt / 2 * k2) + resistance * current[t]) / tau
        k4 = (-(now + dt * k3) + resistance * current[t]) / tau
        now = now + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is an exponential, not one Euler step, while the current enters by dt / tau",
)
def run_with_exponential_leak(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now * np.exp(-dt / tau) + dt / tau * resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is an exponential, and the current is added at full size",
)
def run_with_exponential_leak_and_whole_drive(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now * np.exp(-dt / tau) + resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current enters by an exponential share, and the leak by dt / tau",
)
def run_with_exponential_drive(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now - dt / tau * now + (1 - np.exp(-dt / tau)) * resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the exponential of each step has the wrong sign",
)
def run_with_growing_exponential(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        rest = resistance * current[t]
        now = rest + (now - rest) * np.exp(dt / tau)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage jumps to resistance times current in each step",
)
def run_that_jumps_to_rest(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the currents are added up as they are: dt, tau and the leak are left out",
)
def run_that_adds_up_currents(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + resistance * current[t]
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "after a spike what exceeds the threshold is kept, where the voltage should become v_reset"
    ),
)
def run_with_threshold_subtracted(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = now - v_threshold
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "after a spike what exceeds the threshold is kept, where the voltage should become v_reset"
    ),
)
def run_with_distance_subtracted(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = now - (v_threshold - v_reset)
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "after a spike what exceeds the threshold is kept, where the voltage should become v_reset"
    ),
)
def run_with_excess_kept(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset + (now % v_threshold)
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after a spike the voltage stays at the threshold, and is not reset",
)
def run_that_is_held_at_the_threshold(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_threshold
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="a step with a spike shows the threshold, where the voltage after the reset belongs",
)
def run_that_shows_the_threshold(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            v[t] = v_threshold
            now = v_reset
        else:
            v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="a step with a spike shows the pulse as 1, where the voltage after the reset belongs",
)
def run_that_shows_a_pulse(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        v[t] = 1.0 if spikes[t] else now
        if spikes[t]:
            now = v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the record begins with the voltage at the start: at index 0 no step has been made",
)
def run_that_shows_the_voltage_before_the_step(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        v[t] = now
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the record begins with the voltage at the start: at index 0 no step has been made",
)
def run_that_is_one_step_late(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.full(len(current), float(v_reset))
    spikes = np.zeros(len(current), dtype=bool)
    for t in range(1, len(current)):
        v[t] = v[t - 1] + dt / tau * (-v[t - 1] + resistance * current[t - 1])
        if v[t] >= v_threshold:
            spikes[t] = True
            v[t] = v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="threshold and reset come one step late: the voltage before each step is compared",
)
def run_with_reset_one_step_late(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        now = now + dt / tau * (-now + resistance * current[t])
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "the step after the threshold is reached is spent on the reset, and its current is not used"
    ),
)
def run_with_spike_for_a_step(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        else:
            now = now + dt / tau * (-now + resistance * current[t])
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the step after a spike is left out, as if the neuron had to rest",
)
def run_with_rest_after_a_spike(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now, rests = v_reset, False
    for t in range(len(current)):
        if not rests:
            now = now + dt / tau * (-now + resistance * current[t])
        rests = not rests and now >= v_threshold
        if rests:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after the reset the current of the same step is used once more",
)
def run_with_a_step_after_the_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset + dt / tau * (-v_reset + resistance * current[t])
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the run ends at the first spike, and later steps are never computed",
)
def run_that_ends_at_the_first_spike(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            v[t] = v_reset
            break
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after the first spike the voltage stays at v_reset for good",
)
def run_that_never_recovers(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.full(len(current), float(v_reset))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            break
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step starts from v_reset: the voltage of the step before is lost",
)
def run_without_state(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = v_reset + dt / tau * (-v_reset + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the record begins with the voltage at the start: at index 0 no step has been made",
)
def run_without_first_current(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        if t > 0:
            now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the last step is never computed and stays 0",
)
def run_without_last_step(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current) - 1):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step uses the current of the step after it",
)
def run_with_next_current(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[min(t + 1, len(current) - 1)])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step uses the current of the step before it, and the first one that of the last",
)
def run_with_last_current_first(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t - 1])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the currents are used from the last to the first",
)
def run_with_reversed_currents(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[len(current) - 1 - t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the first current is used in every step",
)
def run_with_first_current_throughout(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[0])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the mean of all currents is used in every step",
)
def run_with_mean_current(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * np.mean(current))
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step uses the sum of all currents so far",
)
def run_with_sums_of_currents(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * np.sum(current[: t + 1]))
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each step uses the mean of its own current and the one before",
)
def run_with_two_currents_averaged(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * (current[t] + current[max(t - 1, 0)]) / 2)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the currents have lost their signs",
)
def run_with_absolute_currents(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * abs(current[t]))
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="negative currents count as 0",
)
def run_with_inhibition_cut_off(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * max(current[t], 0.0))
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage is never let below 0",
)
def run_never_below_zero(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = max(now + dt / tau * (-now + resistance * current[t]), 0.0)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage is never let below v_reset",
)
def run_never_below_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = max(now + dt / tau * (-now + resistance * current[t]), v_reset)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the threshold is measured from v_reset, not from 0",
)
def run_with_threshold_above_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now - v_reset >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="a spike is set where the drive reaches the threshold, not the voltage",
)
def run_with_threshold_of_currents(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if resistance * current[t] >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage before the step is compared with the threshold, not the one after it",
)
def run_with_voltage_before_compared(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        before = now
        now = now + dt / tau * (-now + resistance * current[t])
        if before >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="v_threshold is ignored: the threshold is always 1",
)
def run_with_default_threshold(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= 1.0:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="tau is ignored: the time constant is always 20",
)
def run_with_default_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / 20.0 * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="v_reset is ignored: the voltage starts at 0 and returns to 0",
)
def run_with_default_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = 0.0
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = 0.0
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after a spike the voltage goes to v_reset with the wrong sign",
)
def run_reset_to_minus_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = -v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after a spike v_reset is subtracted from the voltage",
)
def run_reset_to_below_rest(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = now - v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after a spike the voltage is multiplied by v_reset",
)
def run_reset_by_multiplying(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = now * v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage starts at the threshold, not at v_reset",
)
def run_started_at_the_threshold(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_threshold
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage starts at resistance times the first current, not at v_reset",
)
def run_started_at_the_first_drive(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = resistance * current[0]
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the record holds the distance from v_reset, not the voltage",
)
def run_that_measures_from_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now - v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the record holds the change of the voltage in each step, not the voltage",
)
def run_that_records_the_change(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        change = dt / tau * (-now + resistance * current[t])
        now = now + change
        v[t] = change
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage is rounded to three decimals in each step",
)
def run_rounded_to_three(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = round(now + dt / tau * (-now + resistance * current[t]), 3)
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage loses its fraction in each step",
)
def run_with_whole_voltages(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = float(int(now + dt / tau * (-now + resistance * current[t])))
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says=(
        "the spikes are looked for in the record after the resets, where no voltage "
        "reaches the threshold any more"
    ),
)
def run_with_spikes_looked_for_afterwards(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        now = v_reset if now >= v_threshold else now
        v[t] = now
    return v, v >= v_threshold


@misconception(
    "integrate_and_fire",
    says="each spike is recorded one step too late",
)
def run_with_spikes_shifted(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, np.append([False], spikes[:-1])


@misconception(
    "integrate_and_fire",
    says="a voltage far below zero spikes too, as its size is compared, not itself",
)
def run_that_spikes_on_either_side(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if abs(now) >= v_threshold:
            spikes[t] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each spike is recorded one step too late",
)
def run_with_spikes_one_step_late(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[min(t + 1, len(current) - 1)] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="each spike is recorded one step too early",
)
def run_with_spikes_one_step_early(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[max(t - 1, 0)] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="True and False are exchanged in the spikes",
)
def run_with_spikes_upside_down(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now < v_threshold
        now = v_reset if now >= v_threshold else now
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after the first spike all later steps count as spikes too",
)
def run_with_spikes_that_stay(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t:] = True
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="every step whose voltage equals v_reset counts as a spike",
)
def run_with_spikes_where_voltage_is_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.zeros(len(current))
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        now = v_reset if now >= v_threshold else now
        v[t] = now
    return v, np.isclose(v, v_reset)


@misconception(
    "step",
    says="elements of size 1 or more count as 1, negative ones too",
)
def step_of_large_sizes(z):
    z = np.asarray(z, dtype=float)
    return (np.abs(z) >= 1).astype(int)


@misconception(
    "step",
    says="elements of size up to 1 count as 1, negative ones too, and larger ones do not",
)
def step_of_small_sizes(z):
    z = np.asarray(z, dtype=float)
    return (np.abs(z) <= 1).astype(int)


@misconception(
    "step",
    says="the answers stand in the reverse order of the elements",
)
def step_reversed(z):
    z = np.asarray(z, dtype=float)
    z = np.asarray(z, dtype=float)
    return (z >= 0).astype(int)[::-1] if z.ndim else (z >= 0).astype(int)


@misconception(
    "step",
    says="every element gets a 0, whatever its sign",
)
def step_always_zero(z):
    z = np.asarray(z, dtype=float)
    return np.zeros(np.shape(z), dtype=int)


@misconception(
    "step",
    says=("the square is compared with z itself, so negative elements and those from 1 on get a 1"),
)
def step_of_squares(z):
    z = np.asarray(z, dtype=float)
    return (np.asarray(z) ** 2 >= np.asarray(z)).astype(int)


@misconception(
    "step",
    says="the last element is never looked at, and keeps a 0",
)
def step_without_last_element(z):
    z = np.asarray(z, dtype=float)
    z = np.asarray(z, dtype=float)
    o = (z >= 0).astype(int)
    if o.ndim and o.size:
        o.flat[-1] = 0
    return o


@misconception(
    "mp_neuron",
    says=(
        "a single active input of negative weight vetoes the output, where it "
        "should only lower the sum"
    ),
)
def neuron_with_absolute_veto(x, w, theta):
    x = np.asarray(x, float)
    w = np.asarray(w, float)
    v = ((x > 0) & (w < 0)).any(axis=-1)
    return ((x @ w >= theta) & ~v).astype(int)


@misconception(
    "mp_neuron",
    says="inputs and weights lose their fractions before they are multiplied",
)
def neuron_of_whole_numbers(x, w, theta):
    x = np.asarray(x).astype(int)
    w = np.asarray(w).astype(int)
    return (x @ w >= theta).astype(int)


@misconception(
    "mp_neuron",
    says="you multiply the sum of the inputs by the sum of the weights, not pair by pair",
)
def neuron_of_product_of_sums(x, w, theta):
    x = np.asarray(x, float)
    w = np.asarray(w, float)
    return (x.sum(axis=-1) * w.sum() >= theta).astype(int)


# --- further ones, of gate ---


@misconception(
    "gate",
    says="the threshold of AND is reached where no input is on, so it always fires",
)
def gate_and_always(name):
    gates = {
        "AND": ([1.0, 1.0], -0.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the second weight of AND is too small to matter: it follows the first input",
)
def gate_and_of_first(name):
    gates = {
        "AND": ([1.0, 0.0], 0.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the first weight of AND is too small to matter: it follows the second input",
)
def gate_and_of_second(name):
    gates = {
        "AND": ([0.0, 1.0], 0.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="AND is negated: it has the weights and the threshold of NAND",
)
def gate_and_negated(name):
    gates = {
        "AND": ([-1.0, -1.0], -1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the threshold of OR is more than its weights add up to, so it never fires",
)
def gate_or_never(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 2.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the threshold of OR is reached where no input is on, so it always fires",
)
def gate_or_always(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], -0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the second weight of OR does not reach its threshold: it follows the first input",
)
def gate_or_of_first(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 0.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the first weight of OR does not reach its threshold: it follows the second input",
)
def gate_or_of_second(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([0.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the thresholds of AND and OR are more than their weights add up to",
)
def gate_and_or_never(name):
    gates = {
        "AND": ([0.5, 0.5], 1.5),
        "OR": ([0.5, 0.5], 1.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NAND is not negated: it is the same as AND",
)
def gate_nand_is_and(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([1.0, 1.0], 1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NAND has the threshold of NOR, and one input that is on stops it already",
)
def gate_nand_is_nor(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -0.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NAND has the weights and the threshold of OR",
)
def gate_nand_is_or(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([1.0, 1.0], 0.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the weights of NAND are negative and its threshold is not, so it never fires",
)
def gate_nand_never(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], 1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the threshold of NAND is negative and its weights are not, so it always fires",
)
def gate_nand_of_negative_threshold(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([1.0, 1.0], -1.5),
        "NOR": ([-1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NOR is not negated: it is the same as OR",
)
def gate_nor_is_or(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([1.0, 1.0], 0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NOR has the threshold of NAND, and one input that is on does not stop it",
)
def gate_nor_is_nand(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -1.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NOR has the weights and the threshold of AND",
)
def gate_nor_is_and(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([1.0, 1.0], 1.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the weights of NOR are negative and its threshold is above 0, so it never fires",
)
def gate_nor_never(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], 0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the sums of NOR reach its threshold for all inputs: it always fires",
)
def gate_nor_always(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -2.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="one input that is on has a sum equal to the threshold of NOR, which counts as reached",
)
def gate_nor_on_the_line(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], -1.5),
        "NOR": ([-1.0, -1.0], -1.0),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="AND and NAND are exchanged, and so are OR and NOR",
)
def gate_nand_nor_swapped_with_and_or(name):
    gates = {
        "AND": ([-1.0, -1.0], -1.5),
        "OR": ([-1.0, -1.0], -0.5),
        "NAND": ([1.0, 1.0], 1.5),
        "NOR": ([1.0, 1.0], 0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the thresholds of NAND and NOR are 0, which only the sum of no input reaches",
)
def gate_nand_nor_negative_with_zero(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], 0.0),
        "NOR": ([-1.0, -1.0], 0.0),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="all thresholds are 0, which a sum of 0 reaches",
)
def gate_thresholds_all_zero(name):
    gates = {
        "AND": ([1.0, 1.0], 0.0),
        "OR": ([1.0, 1.0], 0.0),
        "NAND": ([-1.0, -1.0], 0.0),
        "NOR": ([-1.0, -1.0], 0.0),
        "NOT": ([-1.0], 0.0),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="NOT, NAND and NOR have thresholds above 0 beside negative weights, and never fire",
)
def gate_not_with_positive_threshold(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([-1.0, -1.0], 1.5),
        "NOR": ([-1.0, -1.0], 0.5),
        "NOT": ([-1.0], 0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


@misconception(
    "gate",
    says="the two weights of NAND and NOR have different signs",
)
def gate_mixed_weights(name):
    gates = {
        "AND": ([1.0, 1.0], 1.5),
        "OR": ([1.0, 1.0], 0.5),
        "NAND": ([1.0, -1.0], -0.5),
        "NOR": ([1.0, -1.0], -0.5),
        "NOT": ([-1.0], -0.5),
    }
    if name not in gates:
        raise ValueError(f"no gate of the name {name!r}")
    w, theta = gates[name]
    return np.array(w), theta


# --- further ones, of xor ---


@misconception("xor", says="each sample gets the answer of the sample before it")
def xor_one_sample_late(x):
    a = np.asarray(x)
    return np.roll(((a[:, 0] > 0.5) != (a[:, 1] > 0.5)).astype(int), 1)


@misconception("xor", says="the answers stand in the reverse order of the samples")
def xor_in_reverse_order(x):
    a = np.asarray(x)
    return ((a[:, 0] > 0.5) != (a[:, 1] > 0.5)).astype(int)[::-1]


@misconception("xor", says="all samples get the answer of the last")
def xor_answer_of_the_last(x):
    a = np.asarray(x)
    one = ((a[:, 0] > 0.5) != (a[:, 1] > 0.5)).astype(int)
    return np.full(len(a), one[-1])


# --- further ones, of boolean_network ---


@misconception(
    "boolean_network",
    says="the table is read from its last row to its first",
)
def network_table_reversed(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table[::-1] == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="each detector stands for the row after the one that is 1",
)
def network_row_after(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[np.roll(table, 1) == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="each detector stands for the row before the one that is 1",
)
def network_row_before(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[np.roll(table, -1) == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="every threshold counts the ones in the table, not the bits of its own row",
)
def network_threshold_of_the_table(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 2.0 * ones.T - 1.0
    theta = np.full(len(ones), (table == 1).sum() - 0.5)
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the weights of bits that should be off are too weak: one more bit stops no detector",
)
def network_weak_inhibition(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 1.5 * ones.T - 0.5
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the thresholds of the detectors are one too low: rows with one wrong bit fire too",
)
def network_threshold_one_less(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 1.0
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the row of all zeros never gets a detector",
)
def network_first_row_skipped(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[1:][table[1:] == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the row of all ones never gets a detector",
)
def network_last_row_skipped(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[:-1][table[:-1] == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="every detector waits for all bits to be on",
)
def network_all_bits_on(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = np.ones((d, len(ones)))
    theta = np.full(len(ones), d - 0.5)
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="a detector fires when any of its bits is on, not all of them",
)
def network_any_bit(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 1.0 * ones.T
    theta = np.full(len(ones), 0.5)
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="every second 1 of the table has no detector",
)
def network_every_second_one(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[np.flatnonzero(table == 1)[::2]]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="weights and thresholds of the detectors are negated, so they fire for other rows",
)
def network_weights_and_thresholds_negated(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 1.0 - 2.0 * ones.T
    theta = 0.5 - ones.sum(axis=1)
    return W, theta, np.ones(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the output weight of a detector is the number of its bits that are on",
)
def network_output_weights_of_bits(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, 1.0 * ones.sum(axis=1), 0.5


@misconception(
    "boolean_network",
    says="the output weights alternate in sign, so detectors cancel or forbid the output",
)
def network_output_weights_alternate(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, (-1.0) ** np.arange(len(ones)), 0.5


@misconception(
    "boolean_network",
    says="the output asks for exactly one more than half of the detectors",
)
def network_parity(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if d < 1 or len(table) != 2**d:
        raise ValueError("table must hold 2, 4, 8, ... outputs")
    inputs = np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1) & 1
    ones = inputs[table == 1]
    W = 2.0 * ones.T - 1.0
    theta = ones.sum(axis=1) - 0.5
    return W, theta, np.ones(len(ones)), len(ones) / 2 + 0.25


@misconception(
    "integrate_and_fire",
    says="each step is made in two halves, where forward Euler makes one",
)
def fire_in_two_halves(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        for _ in range(2):
            now = now + dt / tau / 2 * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak takes its share of the new current, too",
)
def fire_leak_of_the_new_current(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = (1 - dt / tau) * (now + dt / tau * resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is subtracted twice in each step",
)
def fire_leak_twice(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-2 * now + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the current enters twice in each step",
)
def fire_current_twice(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + 2 * resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is only half as strong as it should be",
)
def fire_half_leak(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now / 2 + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the threshold is multiplied by the resistance",
)
def fire_threshold_times_resistance(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold * resistance
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="tau, resistance and both voltages keep their defaults, whatever is given",
)
def fire_all_defaults(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = 0.0
    for t in range(len(current)):
        now = now + dt / 20.0 * (-now + current[t])
        spikes[t] = now >= 1.0
        if spikes[t]:
            now = 0.0
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="it spikes up to the threshold, not from the threshold on",
)
def fire_below_threshold(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now <= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="after a spike the voltage keeps half of its distance from v_reset",
)
def fire_negative_reset_of_size(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = (now + v_reset) / 2
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the threshold is one half of v_threshold",
)
def fire_threshold_half(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold / 2
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the voltage starts halfway between v_reset and the threshold",
)
def fire_start_in_the_middle(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = (v_reset + v_threshold) / 2
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="v_reset is added to the drive in each step",
)
def fire_reset_added_to_drive(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t] + v_reset)
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="v_reset is subtracted from the drive in each step",
)
def fire_drive_above_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t] - v_reset)
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


@misconception(
    "integrate_and_fire",
    says="the leak is divided by the resistance, and the current is multiplied by it",
)
def fire_sum_of_current_and_leak_over_resistance(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.empty(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now / resistance + resistance * current[t])
        spikes[t] = now >= v_threshold
        if spikes[t]:
            now = v_reset
        v[t] = now
    return v, spikes


# --- further ones, of mp_neuron ---


@misconception("mp_neuron", says="1 stands in the place of theta, whatever is given")
def neuron_theta_is_one(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (x @ w >= 1).astype(int)


@misconception("mp_neuron", says="one half stands in the place of theta, whatever is given")
def neuron_theta_is_half(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (x @ w >= 0.5).astype(int)


@misconception("mp_neuron", says="the size of the sum minus theta is compared with 0")
def neuron_size_of_difference(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (np.abs(x @ w - theta) < 1).astype(int)


@misconception("mp_neuron", says="theta is divided by the number of inputs")
def neuron_theta_shared(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (x @ w >= theta / len(w)).astype(int)


@misconception("mp_neuron", says="inputs below 0 count as 0")
def neuron_of_positive_inputs(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (np.maximum(x, 0) @ w >= theta).astype(int)


@misconception("mp_neuron", says="weights below 0 count as 0, so no input can inhibit")
def neuron_of_positive_weights(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (x @ np.maximum(w, 0) >= theta).astype(int)


@misconception("mp_neuron", says="inputs count as 1 or 0, by their sign, before they are weighed")
def neuron_of_binary_inputs(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return ((x > 0) @ w >= theta).astype(int)


@misconception("mp_neuron", says="only the signs of the inputs count, not their sizes")
def neuron_of_input_signs(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return (np.sign(x) @ w >= theta).astype(int)


@misconception("mp_neuron", says="the samples stand in reverse order")
def neuron_in_reverse_order(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    fires = np.asarray(x @ w >= theta).astype(int)
    return fires[::-1] if fires.ndim else 1 - fires
