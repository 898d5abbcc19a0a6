"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- standardize ---


@formula("standardize")
def standardize_as_in_the_text(X):
    X = np.asarray(X, dtype=float)
    constant = np.ptp(X, axis=0) == 0
    mu = np.mean(X, axis=0)
    sigma = np.sqrt(np.mean((X - mu) ** 2, axis=0))
    sigma = np.where(constant, 1.0, sigma)
    Z = (X - mu) / sigma
    return np.where(constant, 0.0, Z)


@formula("standardize")
def standardize_with_sums(X):
    X = np.asarray(X, dtype=float)
    n = X.shape[0]
    constant = (X == X[0]).all(axis=0)
    mu = np.sum(X, axis=0) / n
    variance = np.sum((X - mu) ** 2, axis=0) / n
    sigma = np.sqrt(variance)
    sigma[constant] = 1.0
    Z = (X - mu) / sigma
    Z[:, constant] = 0.0
    return Z


@formula("standardize")
def standardize_column_by_column(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    Z = np.zeros((n, d))
    for j in range(d):
        column = X[:, j]
        if np.all(column == column[0]):
            continue
        mu = np.sum(column) / n
        sigma = np.sqrt(np.sum((column - mu) ** 2) / n)
        Z[:, j] = (column - mu) / sigma
    return Z


@formula("standardize")
def standardize_number_by_number(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    Z = np.zeros((n, d))
    for j in range(d):
        mu = 0.0
        for i in range(n):
            mu += X[i, j]
        mu /= n
        variance = 0.0
        for i in range(n):
            variance += (X[i, j] - mu) ** 2
        variance /= n
        if X[:, j].max() == X[:, j].min():
            continue
        for i in range(n):
            Z[i, j] = (X[i, j] - mu) / np.sqrt(variance)
    return Z


@misconception(
    "standardize",
    says=(
        "each column is scaled to the range from 0 to 1, which fixes its smallest and "
        "largest number and not its mean and spread"
    ),
)
def columns_scaled_to_zero_and_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    low, high = X.min(axis=0), X.max(axis=0)
    Z = (X - low) / np.where(constant, 1.0, high - low)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "each column is scaled to the range from -1 to 1, which fixes its smallest and "
        "largest number and not its mean and spread"
    ),
)
def columns_scaled_to_minus_one_and_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    low, high = X.min(axis=0), X.max(axis=0)
    Z = 2 * (X - low) / np.where(constant, 1.0, high - low) - 1
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "you divide by the range, the largest number minus the smallest, and not by the "
        "standard deviation"
    ),
)
def columns_divided_by_their_range(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.ptp(X, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="you divide by half the range of a column and not by its standard deviation",
)
def columns_divided_by_half_their_range(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = 2 * (X - mean) / np.where(constant, 1.0, np.ptp(X, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the columns are divided by their spread, but their mean is not subtracted",
)
def mean_not_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = X / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the columns are divided by their spread, but their mean is not subtracted",
)
def mean_not_subtracted_and_constants_kept(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    return X / spread


@misconception(
    "standardize",
    says="the mean is subtracted, but nothing is divided by the spread",
)
def spread_not_divided(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = X - mean
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the spread is the root of the mean square of X itself, not of the distances from the mean"
    ),
)
def divided_by_root_mean_square(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(np.mean(X**2, axis=0)))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "you divide by the mean square of X itself, with neither the mean subtracted in "
        "it nor a root taken"
    ),
)
def divided_by_mean_square(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.mean(X**2, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the mean is subtracted nowhere, neither in the numerator nor in the spread",
)
def uncentered_over_root_mean_square(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = X / np.where(constant, 1.0, np.sqrt(np.mean(X**2, axis=0)))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the mean is subtracted nowhere, neither in the numerator nor in the spread",
)
def uncentered_over_root_mean_square_and_constants_too(X):
    X = np.asarray(X, dtype=float)
    return X / np.sqrt(np.maximum(np.mean(X**2, axis=0), 1e-300))


@misconception(
    "standardize",
    says="the spread is the mean absolute distance from the mean, with no squares in it",
)
def divided_by_mean_absolute_deviation(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.mean(np.abs(X - mean), axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the median is subtracted from each column, not the mean",
)
def median_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - np.median(X, axis=0)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the columns are scaled by medians, the robust way, and not by mean and standard deviation"
    ),
)
def median_and_its_absolute_deviation(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    middle = np.median(X, axis=0)
    spread = np.median(np.abs(X - middle), axis=0)
    Z = (X - middle) / np.where(constant | (spread == 0), 1.0, spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the columns are scaled by the median and the distance of the quartiles, not by "
        "mean and standard deviation"
    ),
)
def median_and_quartiles(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    low, middle, high = np.percentile(X, [25, 50, 75], axis=0)
    Z = (X - middle) / np.where(constant | (high == low), 1.0, high - low)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the squared distances are summed and not averaged, so that each column gets the length 1"
    ),
)
def squares_not_averaged(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(np.sum((X - mean) ** 2, axis=0)))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="you divide by the sum of the squared distances: neither averaged nor under a root",
)
def squares_summed_and_no_root(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.sum((X - mean) ** 2, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="you divide by the length of the column as it was before the mean is subtracted",
)
def divided_by_length_of_column(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.linalg.norm(X, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="each column is divided by its length as a vector, and no mean is subtracted",
)
def columns_of_length_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = X / np.where(constant, 1.0, np.linalg.norm(X, axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "each row is divided by its length as a vector, where each column has to lose its "
        "mean and unit"
    ),
)
def rows_of_length_one(X):
    X = np.asarray(X, dtype=float)
    length = np.linalg.norm(X, axis=1, keepdims=True)
    return X / np.where(length == 0, 1.0, length)


@misconception(
    "standardize",
    says=(
        "you divide by too little: the division by n stands outside the root, as in the "
        "standard error"
    ),
)
def n_outside_the_root(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(np.sum((X - mean) ** 2, axis=0)) / len(X))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the root is taken twice: you divide by the root of the standard deviation",
)
def root_taken_twice(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / np.sqrt(spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=("the sum of squares is divided by the number of columns d, not by the number of rows n"),
)
def squares_averaged_over_features(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    variance = np.sum((X - mean) ** 2, axis=0) / X.shape[1]
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(variance))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum of squares is divided by n + 1, not by n",
)
def spread_with_n_plus_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    variance = np.sum((X - mean) ** 2, axis=0) / (len(X) + 1)
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(variance))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum that makes the mean is divided by n - 1",
)
def mean_over_n_minus_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.sum(axis=0) / max(len(X) - 1, 1)
    spread = np.where(constant, 1.0, np.sqrt(np.mean((X - mean) ** 2, axis=0)))
    Z = (X - mean) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum that makes the mean is divided by n - 1",
)
def mean_over_n_minus_one_in_numerator(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.sum(axis=0) / max(len(X) - 1, 1)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum that makes the mean of a column is divided by the number of columns d",
)
def mean_over_features(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.sum(axis=0) / X.shape[1]) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum of each column is subtracted, not its mean",
)
def sum_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.sum(axis=0)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sum of each column is taken for its mean",
)
def sum_subtracted_in_spread_too(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mu = X.sum(axis=0)
    spread = np.where(constant, 1.0, np.sqrt(np.mean((X - mu) ** 2, axis=0)))
    Z = (X - mu) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the sign is wrong: each number is subtracted from the mean",
)
def mean_minus_number(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (mean - X) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the mean is added to each column, where it should be taken away",
)
def mean_added(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X + mean) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the distances from the mean are multiplied by the spread and not divided by it",
)
def multiplied_by_the_spread(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) * spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the columns are divided by their spread first, and then the mean of the unscaled "
        "column is subtracted"
    ),
)
def mean_subtracted_after_scaling(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = X / spread - mean
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the division reaches the mean alone: parentheses around the difference are missing",
)
def only_the_mean_is_divided(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = X - mean / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the signs are lost: the result holds the absolute distances from the mean",
)
def absolute_distances(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.abs(X - mean) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the distances from the mean are squared in the result",
)
def squared_distances(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = ((X - mean) / spread) ** 2
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="one mean of the whole table is subtracted from all columns",
)
def mean_of_whole_table(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.mean()) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="one standard deviation of the whole table divides all columns",
)
def spread_of_whole_table(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / (X.std() or 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="one standard deviation, over all columns together, divides the centered table",
)
def spread_of_whole_centered_table(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / (np.sqrt(np.mean((X - mean) ** 2)) or 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the mean is taken along the rows, and the spread along the columns",
)
def mean_of_rows_and_spread_of_columns(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.mean(axis=1, keepdims=True)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the mean is taken down the columns, but the spread along the rows",
)
def mean_of_columns_and_spread_of_rows(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = X.std(axis=1, keepdims=True)
    Z = (X - mean) / np.where(spread == 0, 1.0, spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the means of the rows are subtracted as well as those of the columns",
)
def centered_both_ways(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Y = X - mean
    Z = (Y - Y.mean(axis=1, keepdims=True)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the first row is subtracted from all, where the mean of each column belongs",
)
def first_row_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X[0]) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the smallest number of each column is subtracted, where its mean belongs",
)
def smallest_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.min(axis=0)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the largest number of each column is subtracted, where its mean belongs",
)
def largest_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - X.max(axis=0)) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the middle between the smallest and the largest number is subtracted, where the "
        "mean belongs"
    ),
)
def middle_of_range_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - (X.min(axis=0) + X.max(axis=0)) / 2) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="mean and spread of the first column are used for all columns",
)
def first_column_for_all(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = (X - X[:, 0].mean()) / (X[:, 0].std() or 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="mean and spread of the last column are used for all columns",
)
def last_column_for_all(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = (X - X[:, -1].mean()) / (X[:, -1].std() or 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="only the first column is standardized, and the others stay as they were",
)
def only_first_column_done(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = X.copy()
    Z[:, 0] = (X[:, 0] - mean[0]) / spread[0]
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="mean and spread are those of all rows but the last",
)
def last_row_left_out_of_mean_and_spread(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X[:-1].mean(axis=0) if len(X) > 1 else X[0]
    spread = X[:-1].std(axis=0) if len(X) > 1 else mean * 0
    Z = (X - mean) / np.where(spread == 0, 1.0, spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="mean and spread are those of all rows but the first",
)
def first_row_left_out_of_mean_and_spread(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X[1:].mean(axis=0) if len(X) > 1 else X[0]
    spread = X[1:].std(axis=0) if len(X) > 1 else mean * 0
    Z = (X - mean) / np.where(spread == 0, 1.0, spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="you divide by the largest absolute distance from the mean, not by the typical one",
)
def divided_by_largest_distance(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.abs(X - mean).max(axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="each column is divided by its largest absolute number, and no mean is subtracted",
)
def divided_by_largest_number(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = X / np.where(constant, 1.0, np.abs(X).max(axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="you divide by the largest absolute number of a column, not by its standard deviation",
)
def centered_over_largest_number(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.where(constant, 1.0, np.abs(X).max(axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="each column is divided by its mean, and nothing is subtracted",
)
def ratio_to_the_mean(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = X / np.where(constant, 1.0, mean)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="each column is divided by its sum, so that its numbers add up to 1",
)
def share_of_the_column_sum(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Z = X / np.where(constant, 1.0, X.sum(axis=0))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "mean and standard deviation are exchanged: the spread is subtracted, and the mean divides"
    ),
)
def mean_and_spread_exchanged(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - spread) / np.where(constant, 1.0, mean)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the standard deviation is subtracted as well, and nothing is divided",
)
def spread_subtracted_without_division(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = X - mean - spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="a spread below 1 is raised to 1, so that columns of small spread are not scaled",
)
def spread_at_least_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / np.maximum(spread, 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="1 is added to the spread, which changes every column",
)
def one_added_to_the_spread(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / (spread + 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="1 is added to the variance under the root, which changes every column",
)
def one_added_to_the_variance(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Z = (X - mean) / np.sqrt(X.var(axis=0) + 1.0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the result is divided by n once more",
)
def result_over_n(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / spread / len(X)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the result is half of what it should be: a factor ½ too many",
)
def result_halved(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / (2 * spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the rows are standardized after the columns, which undoes the columns",
)
def standardized_by_rows_afterwards(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.where(constant, 0.0, (X - mean) / spread)
    s = Z.std(axis=1, keepdims=True)
    return (Z - Z.mean(axis=1, keepdims=True)) / np.where(s == 0, 1.0, s)


@misconception(
    "standardize",
    says="the rows are standardized before the columns, which changes every number",
)
def scaled_by_columns_after_rows(X):
    X = np.asarray(X, dtype=float)
    s = X.std(axis=1, keepdims=True)
    X = (X - X.mean(axis=1, keepdims=True)) / np.where(s == 0, 1.0, s)
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(spread < 1e-12, 1.0, spread)


@misconception(
    "standardize",
    says=(
        "the mean is taken anew after each row has been shifted, so later rows lose a wrong mean"
    ),
)
def mean_taken_anew_for_each_row(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Y = X.copy()
    for i in range(len(Y)):
        Y[i] -= Y.mean(axis=0)
    Z = Y / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "mean and spread are taken anew after each row has been overwritten, so later "
        "rows get wrong ones"
    ),
)
def mean_and_spread_taken_anew_for_each_row(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    Y = X.copy()
    for i in range(len(Y)):
        s = Y.std(axis=0)
        Y[i] = (Y[i] - Y.mean(axis=0)) / np.where(s == 0, 1.0, s)
    Z = Y
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="from each row the mean of the rows so far is subtracted, not the mean of all",
)
def running_mean_subtracted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    running = np.cumsum(X, axis=0) / np.arange(1, len(X) + 1)[:, None]
    Z = (X - running) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the columns are rotated and mixed, as in whitening, where each should stay by itself",
)
def columns_decorrelated(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    Y = X - mean
    scale, axes = np.linalg.eigh(Y.T @ Y / len(X))
    Z = Y @ axes / np.sqrt(np.maximum(scale, 1e-12))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the numbers of each column are sorted, so they no longer belong to their rows",
)
def columns_sorted(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (np.sort(X, axis=0) - mean) / spread
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="each column is turned into probabilities by exponentials, which is the softmax",
)
def probabilities_of_columns(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    e = np.exp(X - X.max(axis=0))
    Z = e / e.sum(axis=0)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the standardized numbers are squashed by tanh, so the variance is no longer 1",
)
def squashed_after_standardizing(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.tanh((X - mean) / spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the standardized numbers are cut off at -1 and 1",
)
def clipped_to_one(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.clip((X - mean) / spread, -1, 1)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the result is rounded to two decimals",
)
def rounded_to_two_decimals(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.round((X - mean) / spread, 2)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the result is rounded to three decimals",
)
def rounded_to_three_decimals(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.round((X - mean) / spread, 3)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the result is rounded to four decimals",
)
def rounded_to_four_decimals(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.round((X - mean) / spread, 4)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the numbers in X lose their fractions before anything is computed",
)
def rounded_input(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    X = np.trunc(X)
    spread = X.std(axis=0)
    Z = (X - X.mean(axis=0)) / np.where(spread == 0, 1.0, spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says="the fractions of the result are cut off",
)
def fractions_of_result_cut_off(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = np.trunc((X - mean) / spread)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_under_the_root_8(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 1e-8)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_under_the_root_5(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 1e-5)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_under_the_root_12(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 1e-12)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_5(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-5)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_6(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-6)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_7(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-7)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_9(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-9)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_10(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-10)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_12(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_15(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-15)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_16(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-16)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_epsilon(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + np.finfo(float).eps)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_and_constants_guarded(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / (spread + 1e-8)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_12_and_constants_guarded(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / (spread + 1e-12)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the spread is never less than a fixed small number, which changes columns of small numbers"
    ),
)
def spread_at_least_a_small_number_8(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / np.maximum(spread, 1e-8)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the spread is never less than a fixed small number, which changes columns of small numbers"
    ),
)
def spread_at_least_a_small_number_12(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    Z = (X - mean) / np.maximum(spread, 1e-12)
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "numbers that are merely close count as equal, so columns of small differences become zeros"
    ),
)
def close_numbers_count_as_equal(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=0)
    small = np.isclose(X, X[0]).all(axis=0)
    return np.where(small, 0.0, (X - X.mean(axis=0)) / np.where(small, 1.0, spread))


@misconception(
    "standardize",
    says=(
        "numbers that are merely close in relation to their size count as equal, so small "
        "differences are lost"
    ),
)
def close_numbers_count_as_equal_in_relation(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=0)
    small = np.isclose(X, X[0], atol=0).all(axis=0)
    return np.where(small, 0.0, (X - X.mean(axis=0)) / np.where(small, 1.0, spread))


@misconception(
    "standardize",
    says="in the difference for the variance the mean is not squared",
)
def mean_square_minus_mean(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    variance = np.abs(np.mean(X**2, axis=0) - mean)
    Z = (X - mean) / np.where(constant | (variance == 0), 1.0, np.sqrt(variance))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize",
    says=(
        "the square of the mean is added to the mean of the squares, where it should be taken away"
    ),
)
def mean_square_plus_square_of_mean(X):
    X = np.asarray(X, dtype=float)
    constant = X.max(axis=0) == X.min(axis=0)
    mean = X.mean(axis=0)
    variance = np.mean(X**2, axis=0) + mean**2
    Z = (X - mean) / np.where(constant, 1.0, np.sqrt(variance))
    return np.where(constant, 0.0, Z)


@misconception(
    "standardize", says="you divide by a variance with n - 1, where its root with n belongs"
)
def standardized_divided_by_sample_variance(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.var(axis=0, ddof=1)


@misconception(
    "standardize", says="the mean of each column is subtracted once more after the division"
)
def standardized_mean_subtracted_again(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0) - X.mean(axis=0)


@misconception(
    "standardize", says="only the last column is standardized, and the others stay as they were"
)
def standardized_only_last_column(X):
    X = np.asarray(X, dtype=float)
    X = X.copy()
    X[:, -1] = (X[:, -1] - X[:, -1].mean()) / X[:, -1].std()
    return X


@misconception(
    "standardize", says="you divide by the distance of the quartiles, not by the standard deviation"
)
def standardized_by_quartiles(X):
    X = np.asarray(X, dtype=float)
    low, high = np.percentile(X, [25, 75], axis=0)
    return (X - X.mean(axis=0)) / (high - low)


@misconception("standardize", says="you divide by twice the standard deviation")
def standardized_by_two_spreads(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (2 * X.std(axis=0))


@misconception("standardize", says="you divide by three times the standard deviation")
def standardized_by_three_spreads(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (3 * X.std(axis=0))


@misconception("standardize", says="the standardized numbers are cut off at -2 and 2")
def standardized_cut_off_at_two(X):
    X = np.asarray(X, dtype=float)
    return np.clip((X - X.mean(axis=0)) / X.std(axis=0), -2, 2)


@misconception("standardize", says="standardized numbers below 0 are set to 0")
def standardized_cut_off_below_zero(X):
    X = np.asarray(X, dtype=float)
    return np.maximum((X - X.mean(axis=0)) / X.std(axis=0), 0)


@misconception("standardize", says="you divide by the root of the mean, not of the variance")
def standardized_by_root_of_mean(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / np.sqrt(np.abs(X.mean(axis=0)))


@misconception(
    "standardize",
    says="after the division one mean of the whole table is subtracted from all columns",
)
def standardized_total_mean_after_scaling(X):
    X = np.asarray(X, dtype=float)
    X = X / X.std(axis=0)
    return X - X.mean()


@misconception(
    "standardize", says="all columns are divided by the mean of their standard deviations"
)
def standardized_by_mean_spread(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0).mean()


@misconception(
    "standardize", says="all columns are divided by the largest of their standard deviations"
)
def standardized_by_largest_spread(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0).max()


@misconception(
    "standardize", says="all columns are divided by the smallest of their standard deviations"
)
def standardized_by_smallest_spread(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0).min()


@misconception(
    "standardize",
    says="you divide by the mean difference of neighboring rows, not by the standard deviation",
)
def standardized_by_differences_of_rows(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / np.abs(np.diff(X, axis=0)).mean(axis=0)


@misconception(
    "standardize", says="each row is divided by its sum, where each column has to be standardized"
)
def standardized_rows_add_up_to_one(X):
    X = np.asarray(X, dtype=float)
    return X / X.sum(axis=1, keepdims=True)


@misconception(
    "standardize",
    says="the ranks of the numbers come back, not the numbers in units of their spread",
)
def standardized_ranks(X):
    X = np.asarray(X, dtype=float)
    return X.argsort(axis=0).argsort(axis=0).astype(float)


@misconception("standardize", says="the ranks of the numbers come back, scaled to 0 to 1")
def standardized_ranks_as_shares(X):
    X = np.asarray(X, dtype=float)
    return X.argsort(axis=0).argsort(axis=0) / max(len(X) - 1, 1)


@misconception("standardize", says="the standardized numbers are squashed by a sigmoid")
def standardized_squashed_by_sigmoid(X):
    X = np.asarray(X, dtype=float)
    return 1 / (1 + np.exp(-(X - X.mean(axis=0)) / X.std(axis=0)))


@misconception("standardize", says="the signs in X are lost before mean and spread are taken")
def standardized_of_absolute_numbers(X):
    X = np.asarray(X, dtype=float)
    X = np.abs(X)
    return (X - X.mean(axis=0)) / X.std(axis=0)


@misconception("standardize", says="the last row is left out of the spread")
def standardized_spread_without_last_row(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D / np.sqrt((D[:-1] ** 2).mean(axis=0))


@misconception("standardize", says="the first row is left out of the spread")
def standardized_spread_without_first_row(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D / np.sqrt((D[1:] ** 2).mean(axis=0))


@misconception(
    "standardize", says="the last row is left out of the sum of squares, but counted in n"
)
def standardized_last_row_missing_in_sum(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D / np.sqrt((D[:-1] ** 2).sum(axis=0) / len(X))


@misconception("standardize", says="mean and spread are those of the first half of the rows")
def standardized_mean_of_first_half(X):
    X = np.asarray(X, dtype=float)
    half = X[: len(X) // 2]
    return (X - half.mean(axis=0)) / half.std(axis=0)


@misconception("standardize", says="the spread is that of the centered rows, not of the columns")
def standardized_spread_along_rows_of_centered(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D / D.std(axis=1, keepdims=True)


@misconception(
    "standardize",
    says="you divide by the median distance from the mean, not by the standard deviation",
)
def standardized_by_median_distance(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D / np.median(np.abs(D), axis=0)


@misconception("standardize", says="logarithms of the numbers are standardized, not the numbers")
def standardized_of_logarithms(X):
    X = np.asarray(X, dtype=float)
    X = np.log(np.abs(X))
    return (X - X.mean(axis=0)) / X.std(axis=0)


@misconception(
    "standardize",
    says="each column has its own mean, but the spread of the first column divides all",
)
def standardized_by_spread_of_first_column(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X[:, 0].std()


@misconception(
    "standardize",
    says="each column has its own mean, but the spread of the last column divides all",
)
def standardized_by_spread_of_last_column(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X[:, -1].std()


@misconception(
    "standardize",
    says="the mean of the first column is subtracted from all, while each has its own spread",
)
def standardized_mean_of_first_column(X):
    X = np.asarray(X, dtype=float)
    return (X - X[:, 0].mean()) / X.std(axis=0)


@misconception(
    "standardize",
    says="the mean of the last column is subtracted from all, while each has its own spread",
)
def standardized_mean_of_last_column(X):
    X = np.asarray(X, dtype=float)
    return (X - X[:, -1].mean()) / X.std(axis=0)


@misconception(
    "standardize", says="the last row is subtracted from all, where the mean of each column belongs"
)
def standardized_last_row_subtracted(X):
    X = np.asarray(X, dtype=float)
    return (X - X[-1]) / X.std(axis=0)


@misconception("standardize", says="you divide by the sum of spread and mean")
def standardized_by_spread_plus_mean(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + X.mean(axis=0))


@misconception(
    "standardize", says="the spread of a column is divided by its mean before it divides the column"
)
def standardized_coefficient_of_variation(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) / X.mean(axis=0))


@misconception(
    "standardize", says="the standardized columns are divided by the spread of the whole table, too"
)
def standardized_standardized_twice_over_all(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0) / X.std()


# --- pairwise_squared_distances ---


@formula("pairwise_squared_distances")
def distances_by_a_new_axis(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None] - B[None]) ** 2).sum(axis=-1)


@formula("pairwise_squared_distances")
def distances_by_the_expanded_square(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    aa = np.sum(A**2, axis=1)
    bb = np.sum(B**2, axis=1)
    return aa[:, None] - 2 * A @ B.T + bb[None, :]


@formula("pairwise_squared_distances")
def distances_by_a_double_loop(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    n, m = len(A), len(B)
    D = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            for k in range(A.shape[1]):
                D[i, j] += (A[i, k] - B[j, k]) ** 2
    return D


@formula("pairwise_squared_distances")
def distances_by_norms(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.linalg.norm(A[:, None, :] - B[None, :, :], axis=2) ** 2


@misconception(
    "pairwise_squared_distances",
    says="the absolute differences of the coordinates are summed, with no square",
)
def absolute_differences_summed(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(np.abs(difference), axis=2)


@misconception(
    "pairwise_squared_distances",
    says=(
        "each entry is the largest difference of one coordinate, where all should be "
        "squared and summed"
    ),
)
def largest_absolute_difference(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.max(np.abs(difference), axis=2)


@misconception(
    "pairwise_squared_distances",
    says=("only the largest squared difference of a coordinate counts, where all should be summed"),
)
def largest_squared_difference(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.max(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says=(
        "only the smallest squared difference of a coordinate counts, where all should be summed"
    ),
)
def smallest_squared_difference(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.min(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the differences of the coordinates are summed first, and their sum is squared",
)
def square_of_the_sum(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference, axis=2) ** 2


@misconception(
    "pairwise_squared_distances",
    says="the differences are summed with their signs and not squared",
)
def differences_summed_without_square(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="every entry is half of what it should be: there is no factor ½ in a distance",
)
def distances_halved(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference**2, axis=2) / 2


@misconception(
    "pairwise_squared_distances",
    says="every entry is twice what it should be: each pair of coordinates counts twice",
)
def distances_doubled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return 2 * np.sum(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the square is taken twice: each entry is the square of the squared distance",
)
def squared_twice(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference**2, axis=2) ** 2


@misconception(
    "pairwise_squared_distances",
    says="fourth powers of the differences are summed, not squares",
)
def fourth_powers(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference**4, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="third powers of the differences are summed, not squares",
)
def cubes_of_absolute_differences(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(np.abs(difference) ** 3, axis=2)


@misconception(
    "pairwise_squared_distances",
    says=(
        "the squared differences are averaged and a root is taken: neither belongs to a "
        "squared distance"
    ),
)
def root_of_the_mean_square(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sqrt(np.mean(difference**2, axis=2))


@misconception(
    "pairwise_squared_distances",
    says="the sum of squares is divided by the number of points in A",
)
def averaged_over_rows_of_a(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference**2, axis=2) / len(A)


@misconception(
    "pairwise_squared_distances",
    says="the sum of squares is divided by the number of points in B",
)
def averaged_over_rows_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference**2, axis=2) / len(B)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the variance of the differences: their mean is subtracted first",
)
def variance_of_the_differences(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.var(difference, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the standard deviation of the differences of the coordinates",
)
def spread_of_the_differences(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.std(difference, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the median of the squared differences, where their sum belongs",
)
def median_of_the_squares(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.median(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says=("the squared differences of the coordinates are multiplied with each other, not summed"),
)
def product_of_the_squares(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.prod(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="only the first coordinate counts",
)
def first_coordinate_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return difference[:, :, 0] ** 2


@misconception(
    "pairwise_squared_distances",
    says="only the last coordinate counts",
)
def last_coordinate_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return difference[:, :, -1] ** 2


@misconception(
    "pairwise_squared_distances",
    says="the last coordinate is left out of the sum",
)
def last_coordinate_left_out(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference[:, :, :-1] ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the first coordinate is left out of the sum",
)
def first_coordinate_left_out(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference[:, :, 1:] ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="only the first two coordinates count, as in the plane",
)
def two_coordinates_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference[:, :, :2] ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says=("the two points are added, or the middle term of the expanded square has the wrong sign"),
)
def sums_of_points(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((A[:, None] + B[None]) ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the dot product of the two points, which is no distance",
)
def dot_products(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return A @ B.T


@misconception(
    "pairwise_squared_distances",
    says="each entry is the square of the dot product of the two points, which is no distance",
)
def dot_products_squared(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return (A @ B.T) ** 2


@misconception(
    "pairwise_squared_distances",
    says="only the middle term of the expanded square is left",
)
def cross_term_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return -2 * A @ B.T


@misconception(
    "pairwise_squared_distances",
    says="each entry is the cosine of the angle between the two points as vectors",
)
def cosine_of_points(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return A @ B.T / (np.linalg.norm(A, axis=1)[:, None] * np.linalg.norm(B, axis=1) + 1e-300)


@misconception(
    "pairwise_squared_distances",
    says=(
        "each entry is 1 minus the cosine of the angle between the points, which is no "
        "distance of positions"
    ),
)
def one_minus_cosine(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    length = np.linalg.norm(A, axis=1)[:, None] * np.linalg.norm(B, axis=1) + 1e-300
    return 1 - A @ B.T / length


@misconception(
    "pairwise_squared_distances",
    says="the middle term of the expanded square is missing",
)
def cross_term_left_out(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] + np.sum(B**2, axis=1)


@misconception(
    "pairwise_squared_distances",
    says=("the two points are added, or the middle term of the expanded square has the wrong sign"),
)
def cross_term_added(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] + 2 * A @ B.T + np.sum(B**2, axis=1)


@misconception(
    "pairwise_squared_distances",
    says="the middle term of the expanded square lacks its factor 2",
)
def cross_term_without_two(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] - A @ B.T + np.sum(B**2, axis=1)


@misconception(
    "pairwise_squared_distances",
    says="the squared lengths of the points in B are missing from the expanded square",
)
def norms_of_b_left_out(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] - 2 * A @ B.T


@misconception(
    "pairwise_squared_distances",
    says="the squared lengths of the points in A are missing from the expanded square",
)
def norms_of_a_left_out(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(B**2, axis=1) - 2 * A @ B.T


@misconception(
    "pairwise_squared_distances",
    says="the squared lengths of the points in B are subtracted, where they should be added",
)
def norms_of_b_subtracted(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] - 2 * A @ B.T - np.sum(B**2, axis=1)


@misconception(
    "pairwise_squared_distances",
    says="the lengths in the expanded square are not squared",
)
def norms_not_squared(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.linalg.norm(A, axis=1)[:, None] - 2 * A @ B.T + np.linalg.norm(B, axis=1)


@misconception(
    "pairwise_squared_distances",
    says="in the expanded square the coordinates are summed and their sum is squared",
)
def norms_as_sums_of_coordinates(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return A.sum(axis=1)[:, None] ** 2 - 2 * A @ B.T + B.sum(axis=1) ** 2


@misconception(
    "pairwise_squared_distances",
    says="in the expanded square the squares are summed over all points of a table together",
)
def norms_of_whole_tables(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2) - 2 * A @ B.T + np.sum(B**2)


@misconception(
    "pairwise_squared_distances",
    says="the coordinates are squared first and then subtracted",
)
def differences_of_squares(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A[:, None] ** 2 - B[None] ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the coordinates are squared first and then subtracted",
)
def differences_of_squares_made_positive(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(np.abs(A[:, None] ** 2 - B[None] ** 2), axis=2)


@misconception(
    "pairwise_squared_distances",
    says=(
        "the lengths of the two points are subtracted and squared, so points in other "
        "directions count as near"
    ),
)
def differences_of_lengths(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return (np.linalg.norm(A, axis=1)[:, None] - np.linalg.norm(B, axis=1)) ** 2


@misconception(
    "pairwise_squared_distances",
    says="the signs of the coordinates are lost before the subtraction",
)
def differences_of_absolute_coordinates(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((np.abs(A[:, None]) - np.abs(B[None])) ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="every column is the distance to the first point of B",
)
def only_the_first_point_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.repeat(np.sum((A - B[0]) ** 2, axis=1)[:, None], len(B), axis=1)


@misconception(
    "pairwise_squared_distances",
    says="every column is the distance to the last point of B",
)
def only_the_last_point_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.repeat(np.sum((A - B[-1]) ** 2, axis=1)[:, None], len(B), axis=1)


@misconception(
    "pairwise_squared_distances",
    says="every row holds the distances from the first point of A",
)
def only_the_first_point_of_a(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.repeat(np.sum((A[0] - B) ** 2, axis=1)[None], len(A), axis=0)


@misconception(
    "pairwise_squared_distances",
    says="every column is the distance to the mean of the points in B",
)
def distances_to_the_mean_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.repeat(np.sum((A - B.mean(axis=0)) ** 2, axis=1)[:, None], len(B), axis=1)


@misconception(
    "pairwise_squared_distances",
    says=(
        "the table is made for B and A and then reshaped, which puts the entries in wrong "
        "places; its transpose is another thing"
    ),
)
def reshaped_for_transposed(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((B[:, None] - A[None]) ** 2, axis=2).reshape(len(A), len(B))


@misconception(
    "pairwise_squared_distances",
    says="each table loses its own mean first, so the distance between the two groups is lost",
)
def tables_centered_each(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum((difference - A.mean(axis=0) + B.mean(axis=0)) ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says=(
        "the points are standardized before the distances are taken, so these are in other units"
    ),
)
def standardized_first(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    spread = np.concatenate([A, B]).std(axis=0)
    return np.sum((difference / np.where(spread == 0, 1.0, spread)) ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="only the entries above the diagonal are filled in",
)
def strict_upper_triangle_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.triu(np.sum(difference**2, axis=2), 1)


@misconception(
    "pairwise_squared_distances",
    says="only the entries below the diagonal are filled in",
)
def lower_triangle_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.tril(np.sum(difference**2, axis=2))


@misconception(
    "pairwise_squared_distances",
    says="only the diagonal is filled in: A[i] meets B[i] and no other point",
)
def diagonal_alone(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    D = np.sum(difference**2, axis=2)
    return np.where(np.eye(len(A), len(B)) == 1, D, 0.0)


@misconception(
    "pairwise_squared_distances",
    says="every entry has the wrong sign",
)
def distances_with_a_minus_sign(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return -np.sum(difference**2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the table is divided by its largest entry",
)
def distances_scaled_to_one(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    D = np.sum(difference**2, axis=2)
    return D / (D.max() or 1.0)


@misconception(
    "pairwise_squared_distances",
    says="the distances of each row are sorted, so they no longer belong to their columns",
)
def distances_sorted(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sort(np.sum(difference**2, axis=2), axis=1)


@misconception(
    "pairwise_squared_distances",
    says="each entry is a similarity exp(-distance), not the distance itself",
)
def bell_curve_of_distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.exp(-np.sum(difference**2, axis=2))


@misconception(
    "pairwise_squared_distances",
    says="each entry is a similarity exp(-distance / 2), not the distance itself",
)
def bell_curve_of_half_the_distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.exp(-np.sum(difference**2, axis=2) / 2)


@misconception(
    "pairwise_squared_distances",
    says="each entry counts the coordinates that differ, whatever by how much",
)
def count_of_unequal_coordinates(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.sum(difference != 0, axis=2).astype(float)


@misconception(
    "pairwise_squared_distances",
    says="the coordinates lose their fractions before the subtraction",
)
def coordinates_cut_off(A, B):
    A, B = np.asarray(A).astype(int), np.asarray(B).astype(int)
    return np.sum((A[:, None] - B) ** 2, axis=2).astype(float)


@misconception(
    "pairwise_squared_distances",
    says="the fractions of the squared distances are cut off",
)
def result_cut_off(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.floor(np.sum(difference**2, axis=2))


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to two decimals",
)
def distances_rounded_to_two(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 2)


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to three decimals",
)
def distances_rounded_to_three(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 3)


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to four decimals",
)
def distances_rounded_to_four(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 4)


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to six decimals",
)
def distances_rounded_to_six(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 6)


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to eight decimals",
)
def distances_rounded_to_eight(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 8)


@misconception(
    "pairwise_squared_distances",
    says="the result is rounded to ten decimals",
)
def distances_rounded_to_ten(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.round(np.sum(difference**2, axis=2), 10)


@misconception(
    "pairwise_squared_distances",
    says="the numbers are kept in float32, which holds about 7 digits only",
)
def distances_in_single_precision(A, B):
    A, B = np.asarray(A, dtype=np.float32), np.asarray(B, dtype=np.float32)
    return np.sum((A[:, None] - B) ** 2, axis=2).astype(float)


@misconception(
    "pairwise_squared_distances",
    says="the differences are taken in the few bits of the input, where they run over",
)
def bytes_that_overflow(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.sum((A[:, None] - B) ** 2, axis=2).astype(float)


@misconception(
    "pairwise_squared_distances",
    says="the differences are taken in the few bits of the input, where they run over",
)
def bytes_whose_differences_overflow(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.sum((A[:, None] - B).astype(float) ** 2, axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the absolute differences are summed first, and their sum is squared",
)
def distances_sum_of_absolutes_squared(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.abs(A[:, None] - B).sum(axis=2) ** 2


@misconception(
    "pairwise_squared_distances",
    says="each point is divided by its length first, so only directions are compared",
)
def distances_of_unit_vectors(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    A, B = A / np.linalg.norm(A, axis=1)[:, None], B / np.linalg.norm(B, axis=1)[:, None]
    return ((A[:, None] - B) ** 2).sum(axis=2)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the sum of all distances up to it: the sum is not set back to 0",
)
def distances_accumulated(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    return np.cumsum(D).reshape(D.shape)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the sum of the distances in its row up to it: the sum is not set back to 0",
)
def distances_accumulated_along_rows(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.cumsum(((A[:, None] - B) ** 2).sum(axis=2), axis=1)


@misconception(
    "pairwise_squared_distances",
    says="each entry is the sum of the distances in its column up to it",
)
def distances_accumulated_down_columns(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.cumsum(((A[:, None] - B) ** 2).sum(axis=2), axis=0)


@misconception(
    "pairwise_squared_distances",
    says="negative differences count as 0, and the others are not squared",
)
def distances_positive_parts(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.maximum(A[:, None] - B, 0).sum(axis=2)


@misconception("pairwise_squared_distances", says="negative differences of coordinates count as 0")
def distances_squared_positive_parts(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return (np.maximum(A[:, None] - B, 0) ** 2).sum(axis=2)


@misconception("pairwise_squared_distances", says="positive differences of coordinates count as 0")
def distances_squared_negative_parts(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return (np.minimum(A[:, None] - B, 0) ** 2).sum(axis=2)


@misconception(
    "pairwise_squared_distances",
    says="the entries with equal indices are set to 0, though A and B are different points",
)
def distances_zero_diagonal(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    np.fill_diagonal(D, 0)
    return D


@misconception(
    "pairwise_squared_distances",
    says="only entries with j at least i are filled in, and the others stay 0",
)
def distances_upper_triangle(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.triu(((A[:, None] - B) ** 2).sum(axis=2))


@misconception(
    "pairwise_squared_distances",
    says="only entries with j above i are filled in, and the others stay 0",
)
def distances_strict_upper_triangle(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.triu(((A[:, None] - B) ** 2).sum(axis=2), 1)


@misconception(
    "pairwise_squared_distances",
    says="only entries with j at most i are filled in, and the others stay 0",
)
def distances_lower_triangle(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.tril(((A[:, None] - B) ** 2).sum(axis=2))


@misconception(
    "pairwise_squared_distances",
    says="entries below the diagonal are copied from above, as if A and B were the same points",
)
def distances_mirrored_triangle(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    k = min(D.shape)
    i, j = np.tril_indices(k, -1)
    D[i, j] = D[j, i]
    return D


@misconception(
    "pairwise_squared_distances",
    says="each entry is the hypotenuse of the two squared lengths, and no difference is taken",
)
def distances_hypotenuse_of_lengths(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.hypot((A**2).sum(axis=1)[:, None], (B**2).sum(axis=1))


@misconception("pairwise_squared_distances", says="only the first row is filled in")
def distances_only_first_row_filled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    D[1:] = 0
    return D


@misconception("pairwise_squared_distances", says="only the last row is filled in")
def distances_only_last_row_filled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    D[:-1] = 0
    return D


@misconception("pairwise_squared_distances", says="only the first column is filled in")
def distances_only_first_column_filled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    D[:, 1:] = 0
    return D


@misconception("pairwise_squared_distances", says="only the last column is filled in")
def distances_only_last_column_filled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    D[:, :-1] = 0
    return D


@misconception(
    "pairwise_squared_distances", says="only the entries with equal indices are filled in"
)
def distances_only_diagonal_filled(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    return D * np.eye(*D.shape)


@misconception("pairwise_squared_distances", says="all rows are distances from the last point of A")
def distances_last_row_of_distances_only(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None] * 0 + A[-1] - B) ** 2).sum(axis=2)


@misconception(
    "pairwise_squared_distances", says="all rows are distances from the first point of A"
)
def distances_first_row_of_distances_only(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None] * 0 + A[0] - B) ** 2).sum(axis=2)


@misconception(
    "pairwise_squared_distances", says="every column is the distance to the mean of the points in B"
)
def distances_to_mean_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None] - B.mean(axis=0) + 0 * B) ** 2).sum(axis=2)


@misconception(
    "pairwise_squared_distances", says="the distances are divided by the largest of them"
)
def distances_over_largest(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = ((A[:, None] - B) ** 2).sum(axis=2)
    return D / D.max()


@misconception(
    "pairwise_squared_distances", says="the sum of squares is divided by d - 1, as in a variance"
)
def distances_by_sample_count(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return ((A[:, None] - B) ** 2).sum(axis=2) / (A.shape[1] - 1)


@misconception("pairwise_squared_distances", says="the squared distances have a minus")
def distances_negated(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return -((A[:, None] - B) ** 2).sum(axis=2)


# --- directional_derivative ---


@formula("directional_derivative")
def slope_by_two_values(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    ahead = f(x + h * u)
    behind = f(x - h * u)
    return (ahead - behind) / (2 * h)


@formula("directional_derivative")
def slope_by_a_step(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    step = h * np.asarray(u, dtype=float)
    return (f(x + step) - f(x - step)) / (h + h)


@formula("directional_derivative")
def slope_by_halves(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    forward = (f(x + h * u) - f(x)) / h
    backward = (f(x) - f(x - h * u)) / h
    return (forward + backward) / 2


@formula("directional_derivative")
def slope_by_the_gradient(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    slope = 0.0
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = 1.0
        slope += (f(x + h * e) - f(x - h * e)) / (2 * h) * u[index]
    return slope


@misconception(
    "directional_derivative",
    says="the slope is taken to one side only, from behind x up to x",
)
def slope_backward(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x) - f(x - h * u)) / h


@misconception(
    "directional_derivative",
    says="the divisor is twice the distance between the two points where f is called",
)
def slope_forward_over_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the divisor is twice the distance between the two points where f is called",
)
def slope_backward_over_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says=(
        "the difference is halved and then multiplied by h: parentheses around the "
        "divisor are missing"
    ),
)
def divisor_without_parentheses(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / 2 * h


@misconception(
    "directional_derivative",
    says="the difference of the two values is not divided by anything",
)
def difference_not_divided(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return f(x + h * u) - f(x - h * u)


@misconception(
    "directional_derivative",
    says="the difference is divided by 2 alone, and h is missing from the divisor",
)
def difference_halved(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / 2


@misconception(
    "directional_derivative",
    says="the difference is multiplied by 2h, where it should be divided",
)
def difference_times_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) * (2 * h)


@misconception(
    "directional_derivative",
    says="a factor h is missing in the step, or there is one too many in the divisor",
)
def difference_over_h_squared(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h**2)


@misconception(
    "directional_derivative",
    says="the divisor is twice the distance between the two points where f is called",
)
def difference_over_four_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (4 * h)


@misconception(
    "directional_derivative",
    says="only the second value is divided: parentheses around the difference are missing",
)
def only_the_second_value_divided(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return f(x + h * u) - f(x - h * u) / (2 * h)


@misconception(
    "directional_derivative",
    says="the two values of f are added, where they should be subtracted",
)
def values_added(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) + f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="a value of f comes back, not a slope",
)
def values_averaged(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) + f(x - h * u)) / 2


@misconception(
    "directional_derivative",
    says="a value of f comes back, not a slope",
)
def value_of_f(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    return f(x)


@misconception(
    "directional_derivative",
    says="a value of f comes back, not a slope",
)
def value_ahead(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return f(x + h * u)


@misconception(
    "directional_derivative",
    says="this is a second derivative: f(x) is subtracted twice and the divisor is a square",
)
def second_derivative_along_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - 2 * f(x) + f(x - h * u)) / h**2


@misconception(
    "directional_derivative",
    says="f(x) is subtracted twice, so the two one-sided differences cancel",
)
def second_difference_over_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - 2 * f(x) + f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="f(x) is subtracted from the sum of the two values",
)
def both_steps_from_x_with_f_subtracted(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) + f(x - h * u) - f(x)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is divided by the length of u, which should be used as it is",
)
def direction_normalized_and_zero_guarded(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / (np.linalg.norm(u) or 1.0)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is divided by the length of u, which should be used as it is",
)
def direction_normalized_with_a_small_number(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / (np.linalg.norm(u) + 1e-12)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is divided by the squared length of u, which should be used as it is",
)
def direction_over_its_squared_length(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / (np.sum(u**2) or 1.0)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="u is divided by its largest element, though it should be used as it is",
)
def direction_over_its_largest_element(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / (np.max(np.abs(u)) or 1.0)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is divided by the sum of the elements of u, which should be used as it is",
)
def direction_over_its_sum(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / (np.sum(u) or 1.0)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is multiplied by the length of u once more",
)
def multiplied_by_the_length(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h) * np.linalg.norm(u)


@misconception(
    "directional_derivative",
    says="the slope is divided by the squared length of u, which should be used as it is",
)
def divided_by_the_squared_length(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h * (np.sum(u**2) or 1.0))


@misconception(
    "directional_derivative",
    says="the slope is divided by the sum of the elements of u, which should be used as it is",
)
def divided_by_the_sum_of_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h * (np.sum(u) or 1.0))


@misconception(
    "directional_derivative",
    says="the step has the length h whatever the length of u, and not h times u",
)
def step_of_length_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    length = np.linalg.norm(u) or 1.0
    step = h * u / length
    return (f(x + step) - f(x - step)) / (2 * h) * length


@misconception(
    "directional_derivative",
    says="u is left out: the partial derivatives are summed as if every component of u were 1",
)
def sum_of_partials(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sum(gradient)


@misconception(
    "directional_derivative",
    says="the partial derivatives are averaged, and u is left out",
)
def mean_of_the_partials(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.mean(gradient)


@misconception(
    "directional_derivative",
    says="the length of the gradient comes back: the steepest slope, not that along u",
)
def length_of_the_gradient(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.linalg.norm(gradient)


@misconception(
    "directional_derivative",
    says="the cosine of the angle between gradient and u comes back, without their lengths",
)
def cosine_with_the_gradient(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sum(gradient * u) / (np.linalg.norm(gradient) * np.linalg.norm(u) or 1.0)


@misconception(
    "directional_derivative",
    says=(
        "the products of partial derivatives and components of u are squared and summed "
        "under a root"
    ),
)
def length_of_the_products(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.linalg.norm(gradient * u)


@misconception(
    "directional_derivative",
    says=(
        "the absolute products of partial derivatives and components of u are summed, so "
        "nothing can cancel"
    ),
)
def absolute_products(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sum(np.abs(gradient * u))


@misconception(
    "directional_derivative",
    says="only the first coordinate is nudged, whatever u is",
)
def partial_along_the_first_axis(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.flat[0]


@misconception(
    "directional_derivative",
    says="only the last coordinate is nudged, whatever u is",
)
def partial_along_the_last_axis(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.flat[-1]


@misconception(
    "directional_derivative",
    says="only the first component of u counts",
)
def first_component_alone(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.flat[0] * u.flat[0]


@misconception(
    "directional_derivative",
    says="only the last component of u counts",
)
def last_component_alone(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.flat[-1] * u.flat[-1]


@misconception(
    "directional_derivative",
    says="the components of u meet the partial derivatives in reverse order",
)
def gradient_with_its_elements_reversed(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sum(gradient.ravel()[::-1] * u.ravel())


@misconception(
    "directional_derivative",
    says="the components of u are squared",
)
def direction_squared(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u**2) - f(x - h * u**2)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the components of u lose their signs",
)
def direction_without_signs(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * np.abs(u)) - f(x - h * np.abs(u))) / (2 * h)


@misconception(
    "directional_derivative",
    says="u is left out: the partial derivatives are summed as if every component of u were 1",
)
def direction_of_ones(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    step = h * np.ones(x.shape)
    return (f(x + step) - f(x - step)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope has lost its sign",
)
def slope_without_sign(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return abs(f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="x and u are exchanged: this is the slope at u along x",
)
def point_and_direction_exchanged(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(u + h * x) - f(u - h * x)) / (2 * h)


@misconception(
    "directional_derivative",
    says="x is left out: this is the slope at the origin",
)
def point_left_out(f, x, u, h=1e-5):
    u = np.asarray(u, dtype=float)
    return (f(h * u) - f(-h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="h and x are left out where f is called",
)
def direction_alone(f, x, u, h=1e-5):
    u = np.asarray(u, dtype=float)
    return (f(u) - f(-u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="each component of x is nudged in relation to its size, so the slope is weighted by x",
)
def point_nudged_in_relation(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x * (1 + h * u)) - f(x * (1 - h * u))) / (2 * h)


@misconception(
    "directional_derivative",
    says="a factor h is missing in the step, or there is one too many in the divisor",
)
def step_without_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + u) - f(x - u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the step to either side is the whole u, and h appears nowhere",
)
def step_and_divisor_without_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + u) - f(x - u)) / 2


@misconception(
    "directional_derivative",
    says="h is added to u, where the two should be multiplied",
)
def step_of_u_plus_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + (u + h)) - f(x - (u + h))) / (2 * h)


@misconception(
    "directional_derivative",
    says="the step to either side is half of h",
)
def half_a_step_over_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u / 2) - f(x - h * u / 2)) / h


@misconception(
    "directional_derivative",
    says="the divisor is twice the distance between the two points where f is called",
)
def half_a_step_over_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u / 2) - f(x - h * u / 2)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the step to either side is 2h, not h",
)
def two_steps_over_four_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 2 * h * u) - f(x - 2 * h * u)) / (4 * h)


@misconception(
    "directional_derivative",
    says="the divisor is half the distance between the two points where f is called",
)
def two_steps_over_two_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 2 * h * u) - f(x - 2 * h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the step ahead is 2h and there is none behind",
)
def two_steps_ahead(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 2 * h * u) - f(x)) / (2 * h)


@misconception(
    "directional_derivative",
    says="one step ahead is 2h long and the one behind is h, while the divisor is 2h",
)
def one_step_back_from_one_ahead(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 2 * h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="four values of f are combined in a formula of higher order, where two are asked for",
)
def four_values(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    near = f(x + h * u) - f(x - h * u)
    far = f(x + 2 * h * u) - f(x - 2 * h * u)
    return (8 * near - far) / (12 * h)


@misconception(
    "directional_derivative",
    says="the slopes of two step sizes are combined, where one step of h is asked for",
)
def two_step_sizes_combined(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    whole = (f(x + h * u) - f(x - h * u)) / (2 * h)
    half = (f(x + h * u / 2) - f(x - h * u / 2)) / h
    return (4 * half - whole) / 3


@misconception(
    "directional_derivative",
    says="three values ahead of x are combined, and none behind it",
)
def three_values_ahead(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (-3 * f(x) + 4 * f(x + h * u) - f(x + 2 * h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="h is ignored: the step has a size of its own",
)
def h_ignored_4(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 1e-4 * u) - f(x - 1e-4 * u)) / 2e-4


@misconception(
    "directional_derivative",
    says="h is ignored: the step has a size of its own",
)
def h_ignored_6(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 1e-6 * u) - f(x - 1e-6 * u)) / 2e-6


@misconception(
    "directional_derivative",
    says="h is ignored: the step has a size of its own",
)
def h_ignored_3(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 1e-3 * u) - f(x - 1e-3 * u)) / 2e-3


@misconception(
    "directional_derivative",
    says="h is ignored in the step, and used in the divisor alone",
)
def h_of_step_ignored(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="h is ignored in the divisor, and used in the step alone",
)
def h_of_divisor_ignored(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / 2e-5


@misconception(
    "directional_derivative",
    says="the step to either side is a square of h",
)
def h_squared_for_the_step(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h**2 * u) - f(x - h**2 * u)) / (2 * h**2)


@misconception(
    "directional_derivative",
    says="the step to either side is a root of h",
)
def root_of_h_for_the_step(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    k = np.sqrt(h)
    return (f(x + k * u) - f(x - k * u)) / (2 * k)


@misconception(
    "directional_derivative",
    says="the step is scaled by the size of x, but the divisor is not",
)
def step_scaled_by_the_point(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    k = h * max(1.0, np.max(np.abs(x)))
    return (f(x + k * u) - f(x - k * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the step is scaled by the size of x, where it should be h",
)
def step_and_divisor_scaled_by_the_point(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    k = h * max(1.0, np.max(np.abs(x)))
    return (f(x + k * u) - f(x - k * u)) / (2 * k)


@misconception(
    "directional_derivative",
    says="the step is scaled by 1 plus the length of x, but the divisor is not",
)
def step_scaled_by_the_length_of_the_point(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    k = h * (1 + np.linalg.norm(x))
    return (f(x + k * u) - f(x - k * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is taken to one side only, with half a step",
)
def forward_with_half_step(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h / 2 * u) - f(x)) / (h / 2)


@misconception(
    "directional_derivative",
    says="the slope is divided by f itself: this is the slope of the logarithm",
)
def slope_over_the_value(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h) / (f(x) or 1.0)


@misconception(
    "directional_derivative",
    says="the angle of the slope comes back, not the slope",
)
def angle_of_the_slope(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return np.arctan((f(x + h * u) - f(x - h * u)) / (2 * h))


@misconception(
    "directional_derivative",
    says="the slope is rounded to two decimals",
)
def slope_rounded_to_two(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return np.round((f(x + h * u) - f(x - h * u)) / (2 * h), 2)


@misconception(
    "directional_derivative",
    says="the slope is rounded to three decimals",
)
def slope_rounded_to_three(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return np.round((f(x + h * u) - f(x - h * u)) / (2 * h), 3)


@misconception(
    "directional_derivative",
    says="the slope is rounded to four decimals",
)
def slope_rounded_to_four(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return np.round((f(x + h * u) - f(x - h * u)) / (2 * h), 4)


@misconception(
    "directional_derivative",
    says="the slope is rounded to five decimals",
)
def slope_rounded_to_five(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return np.round((f(x + h * u) - f(x - h * u)) / (2 * h), 5)


@misconception(
    "directional_derivative",
    says="the components of x lose their fractions",
)
def whole_point(f, x, u, h=1e-5):
    x, u = np.asarray(x).astype(int), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the slope is taken along x, and u is left out",
)
def slope_with_the_point_as_direction(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    return (f(x + h * x) - f(x - h * x)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the point moves by the whole u, and h is added to every component",
)
def slope_shifted_by_whole_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + u + h) - f(x + u - h)) / (2 * h)


@misconception("directional_derivative", says="only the first component of u is used")
def slope_first_component_only(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    e = np.zeros(x.shape)
    e.flat[0] = u.flat[0]
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


@misconception("directional_derivative", says="only the last component of u is used")
def slope_last_component_only(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    e = np.zeros(x.shape)
    e.flat[-1] = u.flat[-1]
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


@misconception("directional_derivative", says="the signs of the components of u are lost")
def slope_absolute_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = np.abs(u)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative", says="only the signs of the components of u are used, not their sizes"
)
def slope_signs_of_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = np.sign(u)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="u is divided by the number of its components, though it should be used as it is",
)
def slope_direction_by_size(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / u.size
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative", says="u is taken for a point, and the slope is that along u - x"
)
def slope_toward_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u - x
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative", says="u is taken for a point, and the slope is that along x - u"
)
def slope_away_from_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = x - u
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative",
    says="the difference of f at x + u and at x comes back, and h appears nowhere",
)
def slope_difference_over_whole_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return f(x + u) - f(x)


@misconception("directional_derivative", says="the components of u are used in reverse order")
def slope_reversed_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u[..., ::-1]
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative", says="the slope is multiplied by the dot product of x and u"
)
def slope_times_dot_of_x(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h) * np.sum(x * u)


@misconception(
    "directional_derivative", says="the slope is multiplied by the sum of the components of u"
)
def slope_times_sum_of_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h) * np.sum(u)


@misconception("directional_derivative", says="the components of u are squared")
def slope_squared_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u**2
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception("directional_derivative", says="the mean of the components is subtracted from u")
def slope_centered_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u - u.mean()
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception("directional_derivative", says="these are slopes of the square of f")
def slope_slope_of_square(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) ** 2 - f(x - h * u) ** 2) / (2 * h)


@misconception("directional_derivative", says="the slope is squared")
def slope_squared_slope(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return ((f(x + h * u) - f(x - h * u)) / (2 * h)) ** 2


@misconception("directional_derivative", says="the components of u lose their fractions")
def slope_rounded_direction(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = np.trunc(u)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@misconception(
    "directional_derivative", says="f is called at multiples of x and u, not at points beside x"
)
def slope_point_times_u(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x * (u + h)) - f(x * (u - h))) / (2 * h)


@misconception(
    "directional_derivative",
    says="the length of the gradient is multiplied by that of u, without the angle between them",
)
def slope_length_of_gradient(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.linalg.norm(g) * np.linalg.norm(u)


@misconception(
    "directional_derivative",
    says="the products of the partial derivatives and u are averaged, not summed",
)
def slope_mean_of_products(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.mean(g * u)


@misconception(
    "directional_derivative",
    says="only the largest product of a partial derivative and its component of u counts",
)
def slope_largest_product(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.max(g * u)


@misconception(
    "directional_derivative",
    says="the products of the partial derivatives and u lose their signs before they are summed",
)
def slope_absolute_products(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sum(np.abs(g * u))


# --- numerical_gradient ---


@formula("numerical_gradient")
def gradient_by_a_step_array(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@formula("numerical_gradient")
def gradient_by_two_copies(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        up = x.copy()
        down = x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@formula("numerical_gradient")
def gradient_by_putting_back(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        above = f(x)
        x[index] = old - h
        below = f(x)
        x[index] = old
        gradient[index] = (above - below) / (2 * h)
    return gradient


@formula("numerical_gradient")
def gradient_of_a_flat_view(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat = x.reshape(-1)
    gradient = np.zeros(flat.size)
    for k in range(flat.size):
        flat[k] += h
        above = f(x)
        flat[k] -= 2 * h
        below = f(x)
        flat[k] += h
        gradient[k] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)


@misconception(
    "numerical_gradient",
    says="the slope of each element is taken to one side only, from behind x up to x",
)
def gradient_backward(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x) - f(x - e)) / h
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is twice the distance between the two points where f is called",
)
def gradient_forward_over_two_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is twice the distance between the two points where f is called",
)
def gradient_backward_over_two_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the sign is wrong: the value ahead is subtracted from the value behind",
)
def gradient_behind_minus_ahead(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return -gradient


@misconception(
    "numerical_gradient",
    says=(
        "the difference is halved and then multiplied by h: parentheses around the "
        "divisor are missing"
    ),
)
def gradient_divisor_without_parentheses(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / 2 * h
    return gradient


@misconception(
    "numerical_gradient",
    says="the differences of the values are not divided by anything",
)
def gradient_not_divided(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = f(x + e) - f(x - e)
    return gradient


@misconception(
    "numerical_gradient",
    says="the differences are divided by 2 alone, and h is missing from the divisor",
)
def gradient_differences_halved(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / 2
    return gradient


@misconception(
    "numerical_gradient",
    says="a factor h is missing in the step, or there is one too many in the divisor",
)
def gradient_over_h_squared(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h**2)
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is twice the distance between the two points where f is called",
)
def gradient_over_four_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / 2


@misconception(
    "numerical_gradient",
    says="the two values of f are added, where they should be subtracted",
)
def gradient_values_added(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) + f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the values of f at the nudged points come back, not slopes",
)
def gradient_of_values(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = f(x + e)
    return gradient


@misconception(
    "numerical_gradient",
    says="only the second value is divided: parentheses around the difference are missing",
)
def gradient_only_the_second_value_divided(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = f(x + e) - f(x - e) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="these are second derivatives: f(x) is subtracted twice and the divisor is a square",
)
def gradient_second_derivatives(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - 2 * f(x) + f(x - e)) / h**2
    return gradient


@misconception(
    "numerical_gradient",
    says="f(x) is subtracted twice, so the two one-sided differences cancel",
)
def gradient_second_differences(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - 2 * f(x) + f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says=(
        "each element gets the sum of the slopes up to it: earlier steps stay in when the "
        "next element is nudged"
    ),
)
def element_left_ahead(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    base = f(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        gradient[index] = (f(x) - base) / h
    return gradient


@misconception(
    "numerical_gradient",
    says="a nudged element is not put back, and the slope is taken to one side only",
)
def element_left_ahead_of_a_moving_base(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        below = f(x)
        x[index] += h
        gradient[index] = (f(x) - below) / h
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is twice the distance between the two points where f is called",
)
def element_moved_back_by_h_alone(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= h
        gradient[index] = (above - f(x)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the second point lies 2h behind x, while the divisor is 2h",
)
def element_moved_behind_by_two_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - 2 * e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="after its turn an element is put back too far and stays ahead of where it was",
)
def element_put_back_twice(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
        x[index] += 2 * h
    return gradient


@misconception(
    "numerical_gradient",
    says=(
        "each element gets the sum of the slopes up to it: earlier steps stay in when the "
        "next element is nudged"
    ),
)
def steps_never_set_back(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    e = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the copy that is nudged upward is made once before the loop, so its steps pile up",
)
def upper_copy_made_once(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    up = x.copy()
    for index in np.ndindex(x.shape):
        up[index] += h
        down = x.copy()
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the copy that is nudged downward is made once before the loop, so its steps pile up",
)
def lower_copy_made_once(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    down = x.copy()
    for index in np.ndindex(x.shape):
        up = x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="every element gets the mean of all slopes",
)
def mean_of_the_slopes_everywhere(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.full(x.shape, np.mean(gradient))


@misconception(
    "numerical_gradient",
    says="every element gets the slope of the first",
)
def first_slope_everywhere(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.full(x.shape, gradient.flat[0])


@misconception(
    "numerical_gradient",
    says="every element gets the slope of the last: each turn overwrites the whole array",
)
def last_slope_everywhere(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.full(x.shape, gradient.flat[-1])


@misconception(
    "numerical_gradient",
    says="every element gets the length of the gradient",
)
def length_of_the_gradient_everywhere(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.full(x.shape, np.linalg.norm(gradient))


@misconception(
    "numerical_gradient",
    says="the loop ends after as many elements as x has rows, and the others stay 0",
)
def elements_up_to_len(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    gradient.flat[len(x) if x.ndim else 1 :] = 0
    return gradient


@misconception(
    "numerical_gradient",
    says="only the first row is filled in",
)
def first_row_alone(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    if x.ndim > 1:
        gradient[1:] = 0
    return gradient


@misconception(
    "numerical_gradient",
    says="only the first column is filled in",
)
def first_column_alone(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    if x.ndim > 1:
        gradient[..., 1:] = 0
    return gradient


@misconception(
    "numerical_gradient",
    says="only elements with equal indices are filled in",
)
def diagonal_of_the_gradient_alone(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    if x.ndim < 2:
        return gradient
    return np.where(
        np.eye(*x.shape[:2]).reshape(x.shape[:2] + (1,) * (x.ndim - 2)) == 1, gradient, 0
    )


@misconception(
    "numerical_gradient",
    says=(
        "whole columns are nudged at once, so every element gets the sum of the slopes of "
        "its column"
    ),
)
def columns_nudged_for_elements(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.sum(axis=0, keepdims=True) + np.zeros(x.shape) if x.ndim > 1 else gradient


@misconception(
    "numerical_gradient",
    says="the elements are visited row by row but filled in column by column",
)
def filled_column_by_column(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.ravel().reshape(x.shape, order="F")


@misconception(
    "numerical_gradient",
    says="the elements are visited column by column but filled in row by row",
)
def visited_column_by_column(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.ravel(order="F").reshape(x.shape)


@misconception(
    "numerical_gradient",
    says="the slopes stand in reverse order",
)
def elements_reversed(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient.ravel()[::-1].reshape(x.shape)


@misconception(
    "numerical_gradient",
    says="the slopes are sorted by size, so they no longer belong to their elements",
)
def gradient_sorted(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sort(gradient.ravel()).reshape(x.shape)


@misconception(
    "numerical_gradient",
    says="the gradient is scaled to length 1: its length, the steepest slope, is lost",
)
def gradient_of_length_one(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / (np.linalg.norm(gradient) or 1.0)


@misconception(
    "numerical_gradient",
    says="the gradient is divided by the sum of its elements",
)
def gradient_over_its_sum(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / (np.sum(gradient) or 1.0)


@misconception(
    "numerical_gradient",
    says="the gradient is divided by its largest element",
)
def gradient_over_its_largest(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / (np.max(np.abs(gradient)) or 1.0)


@misconception(
    "numerical_gradient",
    says="the slopes are multiplied by the number of elements",
)
def gradient_times_the_count(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient * x.size


@misconception(
    "numerical_gradient",
    says="each slope is divided by its element of x",
)
def gradient_over_x(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / np.where(x == 0, 1.0, x)


@misconception(
    "numerical_gradient",
    says="the slopes are divided by f itself: these are slopes of the logarithm",
)
def gradient_over_the_value(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient / (f(x) or 1.0)


@misconception(
    "numerical_gradient",
    says="the slopes have lost their signs",
)
def gradient_without_signs(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.abs(gradient)


@misconception(
    "numerical_gradient",
    says="only the signs of the slopes come back",
)
def gradient_signs_alone(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.sign(gradient)


@misconception(
    "numerical_gradient",
    says="the slopes are squared",
)
def gradient_squared(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient**2


@misconception(
    "numerical_gradient",
    says="x plus the gradient comes back, not the gradient itself",
)
def point_after_a_step_uphill(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return x + gradient


@misconception(
    "numerical_gradient",
    says="x minus the gradient comes back: a step of descent, not the gradient itself",
)
def point_after_a_step_downhill(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return x - gradient


@misconception(
    "numerical_gradient",
    says="x after a step of descent comes back, not the gradient itself",
)
def point_after_a_small_step_downhill(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return x - h * gradient


@misconception(
    "numerical_gradient",
    says="the step of each element grows with its size, but the divisor does not",
)
def nudged_in_relation(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] *= 1 + h
        down[index] *= 1 - h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step of each element is scaled by its size, where it should be h",
)
def step_in_relation_to_the_element(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = k = h * max(1.0, abs(x[index]))
        gradient[index] = (f(x + e) - f(x - e)) / (2 * k)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step of each element grows with its size, but the divisor does not",
)
def step_in_relation_to_the_element_and_divisor_not(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h * max(1.0, abs(x[index]))
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step is scaled by the largest element of x, but the divisor is not",
)
def step_in_relation_to_the_point_and_divisor_not(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h * max(1.0, np.max(np.abs(x)))
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="x is left out where f is called: this is the gradient at the origin",
)
def gradient_at_the_origin(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(e) - f(-e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="all other elements are set to 0 while one is nudged, so f is asked at another point",
)
def other_elements_set_to_zero(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = np.zeros(x.shape), np.zeros(x.shape)
        up[index] = x[index] + h
        down[index] = x[index] - h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the element is replaced by h and -h, where it should be moved by them",
)
def element_replaced_by_the_step(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] = h
        down[index] = -h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="a factor h is missing in the step, or there is one too many in the divisor",
)
def step_of_one(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = 1.0
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step to either side is 1, and h appears nowhere",
)
def step_and_divisor_of_one(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = 1.0
        gradient[index] = (f(x + e) - f(x - e)) / 2
    return gradient


@misconception(
    "numerical_gradient",
    says="the step to either side is half of h",
)
def gradient_half_a_step(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h / 2
        gradient[index] = (f(x + e) - f(x - e)) / h
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is twice the distance between the two points where f is called",
)
def gradient_half_a_step_over_two_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h / 2
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step to either side is 2h, not h",
)
def gradient_two_steps(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = 2 * h
        gradient[index] = (f(x + e) - f(x - e)) / (4 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the divisor is half the distance between the two points where f is called",
)
def gradient_two_steps_over_two_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = 2 * h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="four values of f are combined in a formula of higher order, where two are asked for",
)
def gradient_of_four_values(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        near, far = f(x + e) - f(x - e), f(x + 2 * e) - f(x - 2 * e)
        gradient[index] = (8 * near - far) / (12 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the slopes of two step sizes are combined, where one step of h is asked for",
)
def gradient_of_two_step_sizes(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        whole, half = (f(x + e) - f(x - e)) / (2 * h), (f(x + e / 2) - f(x - e / 2)) / h
        gradient[index] = (4 * half - whole) / 3
    return gradient


@misconception(
    "numerical_gradient",
    says="h is ignored: the step has a size of its own",
)
def gradient_with_own_step_4(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-4
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="h is ignored: the step has a size of its own",
)
def gradient_with_own_step_3(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-3
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="h is ignored: the step has a size of its own",
)
def gradient_with_own_step_6(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-6
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step is far too small, and rounding spoils the difference",
)
def gradient_with_tiny_step_8(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-8
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step is far too small, and rounding spoils the difference",
)
def gradient_with_tiny_step_10(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-10
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step is far too small, and rounding spoils the difference",
)
def gradient_with_tiny_step_12(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-12
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the step is far too small, and rounding spoils the difference",
)
def gradient_with_squared_step(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = h**2
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="h is ignored in the divisor, and used in the step alone",
)
def gradient_step_in_the_divisor_ignored(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / 2e-5
    return gradient


@misconception(
    "numerical_gradient",
    says="the nudged points are kept in float32, which is too coarse for the step",
)
def gradient_in_single_precision(f, x, h=1e-5):
    x = np.asarray(x, dtype=np.float32)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape, dtype=np.float32)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says="the slopes are rounded to two decimals",
)
def gradient_rounded_to_two(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 2)


@misconception(
    "numerical_gradient",
    says="the slopes are rounded to three decimals",
)
def gradient_rounded_to_three(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 3)


@misconception(
    "numerical_gradient",
    says="the slopes are rounded to four decimals",
)
def gradient_rounded_to_four(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 4)


@misconception(
    "numerical_gradient",
    says="the slopes are rounded to five decimals",
)
def gradient_rounded_to_five(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 5)


@misconception(
    "numerical_gradient",
    says="the slopes are rounded to six decimals",
)
def gradient_rounded_to_six(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 6)


@misconception(
    "numerical_gradient",
    says="the fractions of the slopes are cut off",
)
def gradient_cut_to_whole_numbers(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.trunc(gradient)


@misconception(
    "numerical_gradient",
    says="the elements of x lose their fractions before f is called",
)
def point_cut_to_whole_numbers(f, x, h=1e-5):
    x = np.trunc(np.asarray(x, dtype=float))
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient",
    says=(
        "element k is the slope along the step from the element before it, so the slopes "
        "are differences"
    ),
)
def gradient_of_differences_between_elements(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.diff(gradient.ravel(), prepend=0).reshape(x.shape)


@misconception(
    "numerical_gradient",
    says="slopes below 1 are taken for noise and set to 0",
)
def small_slopes_set_to_zero(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.where(np.abs(gradient) < 1, 0.0, gradient)


@misconception("numerical_gradient", says="the first element is left out and stays 0")
def gradient_first_element_left_out(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    g.flat[0] = 0
    return g


@misconception("numerical_gradient", says="the last element is left out and stays 0")
def gradient_last_element_left_out(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    g.flat[-1] = 0
    return g


@misconception(
    "numerical_gradient",
    says="each element gets the slope of the one before it, the first that of the last",
)
def gradient_shifted_by_one(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.roll(g.ravel(), 1).reshape(g.shape)


@misconception(
    "numerical_gradient",
    says="each element gets the slope of the one after it, the last that of the first",
)
def gradient_shifted_back_by_one(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.roll(g.ravel(), -1).reshape(g.shape)


@misconception("numerical_gradient", says="each slope is multiplied by its element of x")
def gradient_times_elements(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g * x


@misconception("numerical_gradient", says="these are slopes of the square of f, not of f")
def gradient_of_the_square(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)

    def square(z):
        return f(z) ** 2

    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (square(x + e) - square(x - e)) / (2 * h)
    return g


@misconception(
    "numerical_gradient",
    says="the slope of each element is taken ahead only, between x and the point 2h ahead",
)
def gradient_ahead_by_two_steps(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + 2 * e) - f(x)) / (2 * h)
    return g


@misconception(
    "numerical_gradient",
    says="the slope of each element is taken behind only, between the point 2h behind and x",
)
def gradient_behind_by_two_steps(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x) - f(x - 2 * e)) / (2 * h)
    return g


@misconception("numerical_gradient", says="negative slopes are set to 0")
def gradient_negative_cut_off(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.maximum(g, 0)


@misconception("numerical_gradient", says="positive slopes are set to 0")
def gradient_positive_cut_off(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.minimum(g, 0)


@misconception("numerical_gradient", says="all elements but the one in turn are nudged")
def gradient_all_others_nudged(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.full(x.shape, h)
        e[i] = 0
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g


@misconception("numerical_gradient", says="the mean of all slopes is subtracted from each")
def gradient_mean_subtracted(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g - g.mean()


@misconception("numerical_gradient", says="f is called beside the unit vectors, and x is left out")
def gradient_at_basis_vectors(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1
        g[i] = (f(e + h) - f(e - h)) / (2 * h)
    return g


@misconception(
    "numerical_gradient",
    says="x takes a step of descent after each element, so later slopes belong to other points",
)
def gradient_x_descends_meanwhile(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    x = x.copy()
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
        x[i] -= g[i]
    return g


@misconception(
    "numerical_gradient", says="only the slope of largest size is kept, and the others are 0"
)
def gradient_only_largest_slope(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.where(np.abs(g) == np.abs(g).max(), g, 0)


@misconception("numerical_gradient", says="each element gets the sum of the slopes up to it")
def gradient_cumulated_slopes(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.cumsum(g).reshape(g.shape)


@misconception("numerical_gradient", says="every element gets the sum of all slopes")
def gradient_of_one_sum(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.full(g.shape, g.sum())


@misconception("numerical_gradient", says="1 is added to every slope")
def gradient_one_plus(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g + 1


@misconception("numerical_gradient", says="the first row is left out and stays 0")
def gradient_first_row_left_out(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    if g.ndim:
        g[0] = 0
    return g


@misconception("numerical_gradient", says="the last row is left out and stays 0")
def gradient_last_row_left_out(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    if g.ndim:
        g[-1] = 0
    return g


@misconception("numerical_gradient", says="the rows of the gradient stand in reverse order")
def gradient_rows_upside_down(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g[::-1]


@misconception("numerical_gradient", says="the slopes are divided by the length of x")
def gradient_divided_by_x_norm(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g / np.linalg.norm(x)


# --- relative_error ---


@formula("relative_error")
def error_by_elements(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    difference = np.abs(a - b)
    largest = np.maximum(np.abs(a), np.abs(b))
    ratio = np.where((a == 0) & (b == 0), 0.0, difference / np.where(largest == 0, 1.0, largest))
    return np.max(ratio)


@formula("relative_error")
def error_in_a_loop(a, b):
    a, b = np.atleast_1d(np.asarray(a, dtype=float)), np.atleast_1d(np.asarray(b, dtype=float))
    worst = 0.0
    for index in np.ndindex(a.shape):
        if a[index] == 0 and b[index] == 0:
            continue
        ratio = abs(a[index] - b[index]) / max(abs(a[index]), abs(b[index]))
        worst = max(worst, ratio)
    return worst


@formula("relative_error")
def error_by_division_where_there_is_a_scale(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    ratio = np.divide(np.abs(a - b), scale, out=np.zeros(a.shape), where=scale != 0)
    return np.max(ratio)


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |a| alone divides"
    ),
)
def relative_to_a_alone(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.where(a == 0, 1.0, np.abs(a)))


@misconception(
    "relative_error",
    says=("b alone stands in the divisor, with its sign, where the larger of |a| and |b| belongs"),
)
def relative_to_signed_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.where(b == 0, 1.0, b))


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |a| alone divides"
    ),
)
def relative_to_signed_a(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.where(a == 0, 1.0, a))


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |b| alone divides"
    ),
)
def absolute_relative_change_of_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs((a - b) / np.where(b == 0, 1.0, b)))


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |b| alone divides"
    ),
)
def relative_to_the_smaller(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    small = np.minimum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.where(small == 0, 1.0, small))


@misconception(
    "relative_error",
    says="the difference is divided by the mean of |a| and |b|, not by the larger",
)
def relative_to_half_the_sum(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    middle = (np.abs(a) + np.abs(b)) / 2
    return np.max(np.abs(a - b) / np.where(middle == 0, 1.0, middle))


@misconception(
    "relative_error",
    says="the difference is divided by the product of |a| and |b|",
)
def relative_to_product(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    product = np.abs(a * b)
    return np.max(np.abs(a - b) / np.where(product == 0, 1.0, product))


@misconception(
    "relative_error",
    says="the difference is divided by the root of |a b|, not by the larger of |a| and |b|",
)
def relative_to_geometric_mean(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    product = np.sqrt(np.abs(a * b))
    return np.max(np.abs(a - b) / np.where(product == 0, 1.0, product))


@misconception(
    "relative_error",
    says="the difference is divided by the root of a² + b², not by the larger of |a| and |b|",
)
def relative_to_hypotenuse(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    both = np.sqrt(a**2 + b**2)
    return np.max(np.abs(a - b) / np.where(both == 0, 1.0, both))


@misconception(
    "relative_error",
    says=(
        "the divisor is never less than 1, so small elements are compared by their plain difference"
    ),
)
def relative_to_at_least_one(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.maximum(1.0, scale))


@misconception(
    "relative_error",
    says="1 is added to the divisor, so small elements are compared by their plain difference",
)
def relative_to_one_plus_the_larger(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (1.0 + scale))


@misconception(
    "relative_error",
    says="the divisor is 1 + |b|, so small elements are compared by their plain difference",
)
def relative_to_one_plus_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / (1.0 + np.abs(b)))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_8(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 1e-8))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_10(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 1e-10))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_12(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 1e-12))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_15(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 1e-15))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_16(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 1e-16))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_added_to_the_larger_epsilon(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + np.finfo(float).eps))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def divisor_of_at_least_12(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.maximum(scale, 1e-12))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def divisor_of_at_least_15(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.maximum(scale, 1e-15))


@misconception(
    "relative_error",
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def divisor_of_at_least_epsilon(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.maximum(scale, np.finfo(float).eps))


@misconception(
    "relative_error",
    says="elements below a small number count as 0, so their errors vanish",
)
def small_elements_count_as_zero_8(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.where(scale < 1e-8, 0.0, np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="elements below a small number count as 0, so their errors vanish",
)
def small_elements_count_as_zero_12(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.where(scale < 1e-12, 0.0, np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="elements that are merely close count as equal, so their error vanishes",
)
def close_elements_count_as_equal(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.where(np.isclose(a, b), 0.0, np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="an element counts as equal where only one of the two is 0",
)
def either_zero_counts_as_equal(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.where((a == 0) | (b == 0), 0.0, np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="where both elements are 0 the error counts as 1, not as 0",
)
def two_zeros_count_as_wrong(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.where(scale == 0, 1.0, np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says=("the largest plain difference comes back: it is not divided by the size of the numbers"),
)
def plain_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b))


@misconception(
    "relative_error",
    says="the mean of the plain differences comes back, not divided by the size of the numbers",
)
def mean_plain_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.mean(np.abs(a - b))


@misconception(
    "relative_error",
    says="the length of a - b comes back, not divided by the size of the numbers",
)
def length_of_the_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sqrt(np.sum((a - b) ** 2))


@misconception(
    "relative_error",
    says=("the squared differences are summed, and nothing is divided by the size of the numbers"),
)
def sum_of_squared_differences(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sum((a - b) ** 2)


@misconception(
    "relative_error",
    says=(
        "the squared differences are averaged, and nothing is divided by the size of the numbers"
    ),
)
def mean_of_squared_differences(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.mean((a - b) ** 2)


@misconception(
    "relative_error",
    says="the relative errors are summed, where the largest is asked for",
)
def sum_of_the_errors(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.sum(np.abs(a - b) / safe)


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def smallest_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.min(np.abs(a - b) / safe)


@misconception(
    "relative_error",
    says="the median of the relative errors comes back, not the largest",
)
def median_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.median(np.abs(a - b) / safe)


@misconception(
    "relative_error",
    says="the root of the mean square of the relative errors comes back, not the largest",
)
def root_mean_square_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.sqrt(np.mean((np.abs(a - b) / safe) ** 2))


@misconception(
    "relative_error",
    says=(
        "the relative errors are squared and summed under a root, where the largest is asked for"
    ),
)
def length_of_the_errors(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.linalg.norm(np.ravel(np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def first_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.ravel(np.abs(a - b) / safe)[0]


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def last_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.ravel(np.abs(a - b) / safe)[-1]


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def all_but_the_last(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.ravel(np.abs(a - b) / safe)[:-1], initial=0.0)


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def all_but_the_first(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.ravel(np.abs(a - b) / safe)[1:], initial=0.0)


@misconception(
    "relative_error",
    says="the relative errors are averaged, where the largest is asked for",
)
def mean_over_elements_that_are_not_zero(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    errors = (np.abs(a - b) / safe)[scale != 0]
    return np.mean(errors) if errors.size else 0.0


@misconception(
    "relative_error",
    says=("the lengths of whole arrays are compared, where elements should be compared one by one"),
)
def lengths_by_the_larger_length(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    length = max(np.sqrt(np.sum(a**2)), np.sqrt(np.sum(b**2)))
    return np.sqrt(np.sum((a - b) ** 2)) / (length or 1.0)


@misconception(
    "relative_error",
    says=("the lengths of whole arrays are compared, where elements should be compared one by one"),
)
def lengths_by_the_sum_of_lengths(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    length = np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(b**2))
    return np.sqrt(np.sum((a - b) ** 2)) / (length or 1.0)


@misconception(
    "relative_error",
    says=("the lengths of whole arrays are compared, where elements should be compared one by one"),
)
def lengths_by_the_length_of_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sqrt(np.sum((a - b) ** 2)) / (np.sqrt(np.sum(b**2)) or 1.0)


@misconception(
    "relative_error",
    says=("the lengths of whole arrays are compared, where elements should be compared one by one"),
)
def lengths_by_the_length_of_a(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sqrt(np.sum((a - b) ** 2)) / (np.sqrt(np.sum(a**2)) or 1.0)


@misconception(
    "relative_error",
    says=(
        "the differences and the sizes are summed before the division, where elements "
        "should be compared one by one"
    ),
)
def sums_by_sums(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.sum(np.abs(a - b)) / (np.sum(scale) or 1.0)


@misconception(
    "relative_error",
    says=(
        "the sum of the differences is divided by the sum of |b|, where elements should "
        "be compared one by one"
    ),
)
def means_by_the_mean_of_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sum(np.abs(a - b)) / (np.sum(np.abs(b)) or 1.0)


@misconception(
    "relative_error",
    says=(
        "the largest difference is divided by one largest element, where elements "
        "should be compared one by one"
    ),
)
def largest_difference_by_largest_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (np.max(np.abs(b)) or 1.0)


@misconception(
    "relative_error",
    says=(
        "the largest difference is divided by one largest element, where elements "
        "should be compared one by one"
    ),
)
def largest_difference_by_largest_a(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (np.max(np.abs(a)) or 1.0)


@misconception(
    "relative_error",
    says="the largest difference is divided by the sum of the two largest elements",
)
def largest_difference_by_sum_of_largest(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (np.max(np.abs(a)) + np.max(np.abs(b)) or 1.0)


@misconception(
    "relative_error",
    says=(
        "the largest difference is divided by one largest element, where elements "
        "should be compared one by one"
    ),
)
def largest_difference_by_largest_signed(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (max(np.max(a), np.max(b)) or 1.0)


@misconception(
    "relative_error",
    says="the largest difference is divided by the mean size of all elements",
)
def largest_difference_by_mean_size(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b)) / (np.mean(scale) or 1.0)


@misconception(
    "relative_error",
    says="the largest difference is divided by the smallest of all elements",
)
def largest_difference_by_smallest_element(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b)) / (np.min(scale) or 1.0)


@misconception(
    "relative_error",
    says="the mean difference is divided by the largest element of all",
)
def differences_by_the_largest_of_all_averaged(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.mean(np.abs(a - b)) / (np.max(scale) or 1.0)


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def relative_at_the_largest_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    worst = np.argmax(np.abs(a - b))
    return np.ravel(np.abs(a - b))[worst] / np.ravel(safe)[worst]


@misconception(
    "relative_error",
    says="the error of one element comes back, and that is not the worst one",
)
def relative_at_the_largest_element(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.ravel(np.abs(a - b) / safe)[np.argmax(scale)]


@misconception(
    "relative_error",
    says="the signs are lost before the subtraction, so a flipped sign goes unnoticed",
)
def difference_of_absolute_values(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(np.abs(a) - np.abs(b)) / safe)


@misconception(
    "relative_error",
    says="the sizes alone are compared, so a flipped sign goes unnoticed",
)
def one_minus_the_ratio_of_sizes(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    small = np.minimum(np.abs(a), np.abs(b))
    return np.max(np.where(scale == 0, 0.0, 1 - small / safe))


@misconception(
    "relative_error",
    says="the ratio of a and b comes back, not of their difference and their size",
)
def ratio_of_a_and_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a) / np.where(b == 0, 1.0, np.abs(b)))


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |b| alone divides"
    ),
)
def ratio_minus_one(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(np.where(b == 0, 0.0, a / np.where(b == 0, 1.0, b) - 1)))


@misconception(
    "relative_error",
    says="the logarithm of the ratio of a and b comes back",
)
def logarithm_of_the_ratio(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    tiny = 1e-300
    return np.max(np.abs(np.log((np.abs(a) + tiny) / (np.abs(b) + tiny))))


@misconception(
    "relative_error",
    says="the elements are added, where they should be subtracted",
)
def sum_over_the_larger(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a + b) / safe)


@misconception(
    "relative_error",
    says="the relative errors are squared",
)
def squared_error_relative(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max((np.abs(a - b) / safe) ** 2)


@misconception(
    "relative_error",
    says="the difference is squared, but the size that divides it is not",
)
def difference_squared_alone(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max((a - b) ** 2 / safe)


@misconception(
    "relative_error",
    says="the squared difference is divided by the sum of the squares",
)
def squared_by_sum_of_squares(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    both = a**2 + b**2
    return np.max((a - b) ** 2 / np.where(both == 0, 1.0, both))


@misconception(
    "relative_error",
    says="a root of the relative error is taken",
)
def root_of_the_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.sqrt(np.max(np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="the error is multiplied by 100, as a percentage",
)
def error_in_percent(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return 100 * np.max(np.abs(a - b) / safe)


@misconception(
    "relative_error",
    says="the result is half of what it should be",
)
def error_halved(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a - b) / safe) / 2


@misconception(
    "relative_error",
    says="the result is twice what it should be",
)
def error_doubled(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return 2 * np.max(np.abs(a - b) / safe)


@misconception(
    "relative_error",
    says="the error is cut off at 1, though a flipped sign gives 2",
)
def error_cut_off_at_one(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return min(np.max(np.abs(a - b) / safe), 1.0)


@misconception(
    "relative_error",
    says=(
        "the differences are multiplied by the size of the numbers, where they should be divided"
    ),
)
def error_multiplied_by_size(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) * scale)


@misconception(
    "relative_error",
    says="numerator and denominator are exchanged",
)
def size_over_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    difference = np.abs(a - b)
    return np.max(scale / np.where(difference == 0, 1.0, difference))


@misconception(
    "relative_error",
    says="the difference keeps its sign, so elements of one of the two signs lose",
)
def error_with_signs_and_absolute_value_last(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.abs(np.max((a - b) / safe))


@misconception(
    "relative_error",
    says="the difference keeps its sign, so elements of one of the two signs lose",
)
def difference_with_the_other_sign(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.max((b - a) / safe)


@misconception(
    "relative_error",
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |b| alone divides"
    ),
)
def larger_chosen_before_the_absolute_value(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    larger = np.abs(np.maximum(a, b))
    return np.max(np.abs(a - b) / np.where(larger == 0, 1.0, larger))


@misconception(
    "relative_error",
    says="the error is rounded to three decimals",
)
def error_rounded_to_three(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.round(np.max(np.abs(a - b) / safe), 3)


@misconception(
    "relative_error",
    says="the error is rounded to four decimals",
)
def error_rounded_to_four(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.round(np.max(np.abs(a - b) / safe), 4)


@misconception(
    "relative_error",
    says="the error is rounded to six decimals",
)
def error_rounded_to_six(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.round(np.max(np.abs(a - b) / safe), 6)


@misconception(
    "relative_error",
    says="the error is rounded to eight decimals",
)
def error_rounded_to_eight(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return np.round(np.max(np.abs(a - b) / safe), 8)


@misconception(
    "relative_error",
    says="the numbers are kept in float32, which holds about 7 digits only",
)
def error_in_single_precision(a, b):
    a, b = np.asarray(a, dtype=np.float32), np.asarray(b, dtype=np.float32)
    scale = np.maximum(np.abs(a), np.abs(b))
    return float(np.max(np.abs(a - b) / np.where(scale == 0, 1, scale)))


@misconception(
    "relative_error",
    says="the numbers lose their fractions before they are compared",
)
def numbers_cut_to_integers(a, b):
    a, b = np.trunc(np.asarray(a, dtype=float)), np.trunc(np.asarray(b, dtype=float))
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@misconception(
    "relative_error",
    says="the place of the largest relative error comes back, not the error",
)
def index_of_the_worst(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return float(np.argmax(np.abs(a - b) / safe))


@misconception(
    "relative_error",
    says="the elements are sorted before they are compared, so they no longer belong together",
)
def sorted_before_comparison(a, b):
    a, b = np.sort(np.ravel(np.asarray(a, float))), np.sort(np.ravel(np.asarray(b, float)))
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@misconception(
    "relative_error",
    says="every element of a is compared with every element of b, not with its own partner",
)
def every_element_with_every_other(a, b):
    a, b = np.ravel(np.asarray(a, dtype=float))[:, None], np.ravel(np.asarray(b, dtype=float))
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@misconception(
    "relative_error",
    says="the share of elements that differ comes back, not by how much they do",
)
def share_of_unequal_elements(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.mean(a != b)


@misconception(
    "relative_error",
    says=("the angle between a and b as vectors is measured, not the difference of their elements"),
)
def cosine_distance(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    length = np.sqrt(np.sum(a**2)) * np.sqrt(np.sum(b**2))
    return 1 - np.sum(a * b) / (length or 1.0)


@misconception(
    "relative_error", says="parentheses around the difference are missing, so only b is divided"
)
def error_only_b_divided(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a - b / scale))


@misconception(
    "relative_error", says="only |b| is divided: parentheses around the difference are missing"
)
def error_only_second_absolute_divided(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a) - np.abs(b) / scale)


@misconception(
    "relative_error",
    says="the sums of all elements are compared, where elements should be compared one by one",
)
def error_sums_compared(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return abs(a.sum() - b.sum()) / max(abs(a.sum()), abs(b.sum()))


@misconception(
    "relative_error",
    says="the means of the absolute elements are compared, where elements should be compared",
)
def error_means_compared(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return abs(np.abs(a).mean() - np.abs(b).mean()) / max(np.abs(a).mean(), np.abs(b).mean())


@misconception(
    "relative_error",
    says="the signs are lost before the subtraction, so a flipped sign goes unnoticed",
)
def error_sizes_compared(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(np.abs(a) - np.abs(b)) / scale)


@misconception(
    "relative_error", says="the largest difference is divided by the range of all elements"
)
def error_by_range_of_both(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (max(a.max(), b.max()) - min(a.min(), b.min()))


@misconception("relative_error", says="the largest difference is divided by the range of b")
def error_by_range_of_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / (b.max() - b.min())


@misconception("relative_error", says="the size that divides is squared, but the difference is not")
def error_by_square_of_larger(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a - b) / scale**2)


@misconception(
    "relative_error", says="the difference is divided by the root of the larger of |a| and |b|"
)
def error_by_root_of_larger(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.max(np.abs(a - b) / np.sqrt(scale))


@misconception(
    "relative_error", says="the largest difference is divided by the standard deviation of b"
)
def error_by_spread_of_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / np.std(b)


@misconception(
    "relative_error", says="the largest difference is divided by the standard deviation of a"
)
def error_by_spread_of_a(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b)) / np.std(a)


@misconception(
    "relative_error",
    says="sums of squares are compared, where elements should be compared one by one",
)
def error_sums_of_squares(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sum((a - b) ** 2) / np.sum(a**2 + b**2)


@misconception(
    "relative_error",
    says="the sum of squared differences is divided by the sum of the squares of b",
)
def error_squares_over_b(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sum((a - b) ** 2) / np.sum(b**2)


@misconception("relative_error", says="a number as large as 0.01 is added to the divisor")
def error_one_hundredth_in_divisor(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 0.01))


@misconception("relative_error", says="a number as large as 0.1 is added to the divisor")
def error_tenth_in_divisor(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / (scale + 0.1))


@misconception(
    "relative_error", says="the decimal logarithm of the error comes back, not the error"
)
def error_decimal_logarithm(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.log10(np.max(np.abs(a - b) / scale))


@misconception(
    "relative_error", says="the natural logarithm of the error comes back, not the error"
)
def error_natural_logarithm(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.log(np.max(np.abs(a - b) / scale))


@misconception("relative_error", says="the largest difference is divided by the sum of all sizes")
def error_largest_over_sum(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.abs(a - b).max() / np.maximum(np.abs(a), np.abs(b)).sum()


@misconception("relative_error", says="the smallest relative error is subtracted from the largest")
def error_range_of_errors(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    error = np.abs(a - b) / scale
    return error.max() - error.min()


@misconception(
    "relative_error",
    says="the relative errors are multiplied with each other, where the largest is asked for",
)
def error_product_of_errors(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.prod(np.abs(a - b) / scale)


@misconception(
    "relative_error",
    says="the standard deviation of the relative errors comes back, not the largest",
)
def error_variance_of_errors(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return np.std(np.abs(a - b) / scale)


@misconception(
    "relative_error",
    says="1 minus the error comes back: how well a and b agree, not how much they differ",
)
def error_one_minus_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    scale = np.where(scale == 0, 1.0, scale)
    return 1 - np.max(np.abs(a - b) / scale)


@misconception(
    "relative_error",
    says="the root of the mean squared difference is divided by the largest element",
)
def error_spread_of_squares_over_larger(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.sqrt(np.mean((a - b) ** 2)) / np.maximum(np.abs(a), np.abs(b)).max()
