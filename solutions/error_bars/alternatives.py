"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import chi_square, fit_covariance, least_squares


@alternative("chi_square")
def deviations_by_a_loop(w, X, y, sigma):
    if np.any(np.asarray(sigma) <= 0):
        raise ValueError("every sigma must be larger than 0")
    sigma = np.broadcast_to(sigma, len(y))
    return sum(((t - np.dot(x, w)) / s) ** 2 for x, t, s in zip(X, y, sigma))


@alternative("chi_square")
def deviations_of_scaled_rows(w, X, y, sigma):
    sigma = np.broadcast_to(np.asarray(sigma, dtype=float), len(y))
    if sigma.min() <= 0:
        raise ValueError("sigma must be positive everywhere")
    residual = (X / sigma[:, None]) @ np.asarray(w) - y / sigma
    return residual @ residual


@alternative("chi_square_gradient")
def pull_of_each_deviation(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.broadcast_to(sigma, len(y))
    if (sigma <= 0).any():
        raise ValueError("sigma must be positive")
    gradient = np.zeros(X.shape[1])
    for x, t, s in zip(X, y, sigma):
        gradient -= 2 * (t - x @ w) / s**2 * x
    return gradient


@alternative("chi_square_gradient")
def pull_by_a_matrix_of_weights(w, X, y, sigma):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if np.min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    weights = np.diag(np.broadcast_to(np.asarray(sigma, dtype=float), y.shape) ** -2.0)
    return -2 * X.T @ weights @ (y - X @ w)


@alternative("fit_covariance")
def covariance_by_a_matrix_of_weights(X, sigma):
    X = np.asarray(X, dtype=float)
    sigma = np.broadcast_to(np.asarray(sigma, dtype=float), len(X))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv(X.T @ np.diag(1 / sigma**2) @ X)


@alternative("fit_covariance")
def covariance_by_triangles(X, sigma):
    X = np.asarray(X, dtype=float)
    sigma = np.ones(len(X)) * sigma
    if sigma.min() <= 0:
        raise ValueError("sigma has to be positive")
    inverse = np.linalg.inv(np.linalg.qr(X / sigma[:, None])[1])
    return inverse @ inverse.T


@alternative("fit_covariance")
def covariance_by_solving_for_the_identity(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not (sigma > 0).all():
        raise ValueError("sigma must be positive")
    weighted = X.T / sigma**2
    return np.linalg.solve(weighted @ X, np.eye(X.shape[1]))


@alternative("error_ellipse")
def ellipse_by_a_formula_for_the_root(C, n_points):
    C = np.asarray(C, dtype=float)
    s = np.sqrt(C[0, 0] * C[1, 1] - C[0, 1] * C[1, 0])
    root = (C + s * np.eye(2)) / np.sqrt(C[0, 0] + C[1, 1] + 2 * s)
    points = []
    for k in range(n_points):
        angle = 2 * np.pi * k / n_points
        points.append(root @ [np.cos(angle), np.sin(angle)])
    return np.array(points)


@alternative("error_ellipse")
def ellipse_by_singular_values(C, n_points):
    U, s, Vt = np.linalg.svd(np.array(C, dtype=float))
    angles = np.linspace(0, 2 * np.pi, n_points, endpoint=False)
    circle = np.array([np.cos(angles), np.sin(angles)])
    return (U * np.sqrt(s) @ Vt @ circle).T


@alternative("weighted_fit")
def fit_by_triangles(X, y, sigma):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    sigma = np.broadcast_to(np.asarray(sigma, dtype=float), len(y))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Q, R = np.linalg.qr(X / sigma[:, None])
    w = np.linalg.solve(R, Q.T @ (y / sigma))
    inverse = np.linalg.inv(R)
    return w, inverse @ inverse.T, np.sum(((y - X @ w) / sigma) ** 2)


@alternative("weighted_fit")
def fit_from_its_parts(X, y, sigma):
    C = fit_covariance(X, sigma)
    s = np.full(len(y), sigma, dtype=float)
    rows = [np.asarray(x, dtype=float) / one for x, one in zip(X, s)]
    w = least_squares(rows, np.asarray(y) / s)
    return [w, C, chi_square(w, X, y, s)]


@alternative("fit_temperature")
def temperature_until_nothing_moves(nu, intensity, sigma):
    nu, intensity, sigma = (np.array(a, dtype=float) for a in (nu, intensity, sigma))

    def law(T):
        return 39.7289171 * nu**3 / (np.exp(1.4387769 * nu / T) - 1)

    T, delta = 3.0, 1.0
    while abs(delta) > 1e-11 * T:
        h = 1e-6 * T
        g = (law(T + h) - law(T - h)) / (2 * h)
        delta = np.sum(g * (intensity - law(T)) / sigma**2) / np.sum(g**2 / sigma**2)
        T = T + delta
    return T, np.sum(g**2 / sigma**2) ** -0.5, np.sum(((intensity - law(T)) / sigma) ** 2)


@alternative("fit_temperature")
def temperature_between_two_others(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))

    def misfit(T):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        return np.sum(((intensity - law) / sigma) ** 2)

    def slope(T):
        x = 1.4387769 * nu / T
        law = 39.7289171 * nu**3 / np.expm1(x)
        rise = law * x / T * (1 + 1 / np.expm1(x))
        return -2 * np.sum((intensity - law) * rise / sigma**2), rise

    low, high = 1.0, 9.0
    for _ in range(60):
        middle = (low + high) / 2
        if slope(middle)[0] > 0:
            high = middle
        else:
            low = middle
    T = (low + high) / 2
    return np.array([T, 1 / np.linalg.norm(slope(T)[1] / sigma), misfit(T)]).tolist()
