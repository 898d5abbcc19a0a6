"""Mutants of the references that no check can tell from them, each with the reason."""

EQUIVALENT = {
    "choose_setting: means = accuracies.mean(axis=-1)": "the table has two axes",
    "choose_setting: return np.argmax(means > means[best] - error)": (
        "a mean that lies at the bar to the last digit is an accident of rounding"
    ),
}
