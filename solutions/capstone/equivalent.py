"""Mutants of the references that no check can tell from them, each with the reason."""

ARRAYS = "what is divided, indexed or compared beside it makes an array of a list"
AXES = "a table has two axes, and the second is the last"
LISTS = "a list of numbers stands for an array"
WIDTH = "any model is welcome"
ENOUGH = "many networks and trainings are good enough"

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
    "train_classifier: X, y = (np.asarray(X), np.asarray(y))": ARRAYS,
    "train_classifier: for _ in range(2 + 1):": ENOUGH,
    "train_classifier: for _ in range(2 - 1):": ENOUGH,
    "train_classifier: for _ in range(1, 2):": ENOUGH,
    "train_classifier: params, _ = …]), 20,…": ENOUGH,
    "train_classifier: params, _ = …[64, X.shape…": ENOUGH,
    "train_classifier: params, _ = …X.shape[-1], …": AXES,
    "train_classifier: params, _ = …65, np.…": ENOUGH,
    "train_classifier: params, _ = …63, np.…": ENOUGH,
    "train_classifier: params, _ = …32, np.…": ENOUGH,
    "train_classifier: params, _ = …2], rng…": ENOUGH,
    "train_classifier: params, _ = …seen], 2…": ENOUGH,
    "train_classifier: params, _ = …33, rng…": ENOUGH,
    "train_classifier: params, _ = …31, rng…": ENOUGH,
    "train_classifier: params, _ = …16, rng…": ENOUGH,
    "train_classifier: params, _ = …32, rng)…": ENOUGH,
    "train_classifier: params, _ = …lr=0.006…": ENOUGH,
    "train_classifier: params, _ = …=0.0015…": ENOUGH,
    "train_classifier: params, _ = ….003003…": ENOUGH,
    "train_classifier: params, _ = …held]), 6…": ENOUGH,
    "train_classifier: params, _ = …held]), 4…": ENOUGH,
    "train_classifier: params, _ = …, 2, 20…": ENOUGH,
    "train_classifier: params, _ = …, 5, 21…": ENOUGH,
    "train_classifier: params, _ = …, 5, 19…": ENOUGH,
    "train_classifier: params, _ = …, 5, 10…": ENOUGH,
    "train_classifier: twice networks.append(params)": ENOUGH,
    "train_classifier: p = sum((mlp_forward(params, X)[0] for params in networks))": ENOUGH,
    "train_classifier: return p.argmax(axis=-1)": AXES,
}
