"""Mutants of the references that no check can tell from them, each with the reason."""

CONVERTED = "the other operand is float64, so the product converts this one, a list too"
ANY_WEIGHTS = "any weights that compute the table are right"

EQUIVALENT = {
    "mp_neuron: x, w = (x, np.asarray(w, dtype=float))": CONVERTED,
    "mp_neuron: x, w = (np.asarray(x), np.asarray(w, dtype=float))": CONVERTED,
    "mp_neuron: x, w = (np.asarray(x, dtype=float), w)": CONVERTED,
    "mp_neuron: x, w = (np.asarray(x, dtype=float), np.asarray(w))": CONVERTED,
    **{
        f"gate: gates = …{gate}…": ANY_WEIGHTS
        for gate in (
            "'AND': ([0.5, 1.0], 1.5)",
            "'AND': ([1.001, 1.0], 1.5)",
            "'AND': ([1.0, 0.5], 1.5)",
            "'AND': ([1.0, 1.001], 1.5)",
            "'AND': ([1.0, 1.0], 1.5015)",
            "'OR': ([2.0, 1.0], 0.5)",
            "'OR': ([0.5, 1.0], 0.5)",
            "'OR': ([1.001, 1.0], 0.5)",
            "'OR': ([1.0, 2.0], 0.5)",
            "'OR': ([1.0, 0.5], 0.5)",
            "'OR': ([1.0, 1.001], 0.5)",
            "'OR': ([1.0, 1.0], 1.0)",
            "'OR': ([1.0, 1.0], 0.25)",
            "'OR': ([1.0, 1.0], 0.5005)",
            "'NAND': ([-1.001, -1.0], -1.5)",
            "'NAND': ([-1.0, -1.001], -1.5)",
            "'NAND': ([-1.0, -1.0], -1.5015)",
            "'NOR': ([-2.0, -1.0], -0.5)",
            "'NOR': ([-1.001, -1.0], -0.5)",
            "'NOR': ([-1.0, -2.0], -0.5)",
            "'NOR': ([-1.0, -1.001], -0.5)",
            "'NOR': ([-1.0, -1.0], -0.25)",
            "'NOR': ([-1.0, -1.0], -0.5005)",
            "'NOT': ([-2.0], -0.5)",
            "'NOT': ([-1.001], -0.5)",
            "'NOT': ([-1.0], -0.25)",
            "'NOT': ([-1.0], -0.5005)",
        )
    },
    "gate: raise ValueError()": "the stub asks for the error, not for a wording",
    "gate: return (w, theta)": "a list of numbers will do for an array of them",
    "xor: return mp_neuron(np.stack([not_both, either], axis=1), *gate('AND'))": (
        "AND has the same weight for both inputs"
    ),
    "xor: return mp_neuron(np.stack([either, not_both], axis=-1), *gate('AND'))": (
        "axis 1 of the two is the last"
    ),
    "boolean_network: if d < 1 or len(table) > 2 ** d:": "2**d is never more than the length",
    "boolean_network: ones = inputs[table >= 1]": "a table holds 0 and 1 only",
    **{
        f"boolean_network: {line}": ANY_WEIGHTS
        for line in (
            # off by a thousandth: right up to some hundreds of inputs, whose table nobody can store
            "W = 2.002 * ones.T - 1.0",
            "W = 2.0 * ones.T - 1.001",
            "theta = ones.sum(axis=1)",
            "theta = ones.sum(axis=1) - 0.25",
            "theta = ones.sum(axis=1) - 0.5005",
            "return (W, theta, np.ones(len(ones)), 1.0)",
            "return (W, theta, np.ones(len(ones)), 0.25)",
            "return (W, theta, np.ones(len(ones)), 0.5005)",
        )
    },
    "boolean_network: theta = ones.sum(axis=-1) - 0.5": "axis 1 of the two is the last",
}
