"""Mutants of the references that no check can tell from them, each with the reason."""

ARRAYS = "what is divided, indexed or compared beside it makes an array of a list"
AXES = "a table has two axes, and the second is the last"
LISTS = "a list of numbers stands for an array"
WIDTH = "any model is welcome"

EQUIVALENT = {
    "choose_setting: means = accuracies.mean(axis=-1)": AXES,
    "choose_setting: return np.argmax(means > means[best] - error)": (
        "a mean that lies at the bar to the last digit is an accident of rounding"
    ),
    "stratified_split: if not (np.all(np.asarray(shares) > 0) and np.isclose(1, np.sum(…": (
        "the sum is close to 1 as 1 is to the sum"
    ),
    "stratified_split: without y = np.asarray(y)": ARRAYS,
    "stratified_split: y = y": ARRAYS,
    "stratified_split: ends = (len(members) * np.cumsum(shares)).astype(int)": (
        "ends that are rounded down keep a part within one sample of its share, too"
    ),
    "stratified_split: for part, piece in zip(parts, np.split(members, ends)):": (
        "behind the last end there is an empty piece, and no part for it"
    ),
    "stratified_split: for part, piece in zip(parts, np.split(members, ends[:])):": (
        "behind the last end there is an empty piece, and no part for it"
    ),
    "train_with_patience: return (best, losses)": LISTS,
    "error_analysis: said, sure = (scores.argmax(axis=-1), softmax(scores).max(axis=1))": AXES,
    "error_analysis: said, sure = (scores.argmax(axis=1), softmax(scores).max(axis=-1))": AXES,
    "error_analysis: k = scores.shape[-1]": AXES,
    "prepare: X_train, X_new = (np.asarray(X_train), X_new)": ARRAYS,
    "prepare: scale = np.where(np.ptp(X_train, axis=0) > 0, spread, -np.inf)": (
        "a zero has no sign that is looked at"
    ),
    "error_analysis: order = np.argsort(-sure[wrong], kind='stable_')": (
        "NumPy looks at the first letter"
    ),
    "learning_curve: X, y, y_held = (np.asarray(X), np.asarray(y), y_held)": ARRAYS,
    "learning_curve: held, seen = ([], [])": "two empty lists are alike",
    "learning_curve: return (seen, np.array(held))": LISTS,
    "learning_curve: return (np.array(seen), held)": LISTS,
    "build_model: return (arrays(init_mlp([d, k], rng)), scores, loss_and_gradients)": WIDTH,
    "build_model: return (arrays(init_mlp([d, 33, k], rng)), scores, loss_and_gradients)": WIDTH,
    "build_model: return (arrays(init_mlp([d, 31, k], rng)), scores, loss_and_gradients)": WIDTH,
    "build_model: return (arrays(init_mlp([d, 16, k], rng)), scores, loss_and_gradients)": WIDTH,
}
