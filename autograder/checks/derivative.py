r"""Numerical derivatives that know how wrong they are.

Central differences :math:`D(h) = (f(x+h) - f(x-h)) / 2h` at steps :math:`h`, :math:`h/2`
and :math:`h/4` are extrapolated by Richardson's rule (Ridders 1982; Press et al.,
*Numerical Recipes*, section 5.7). The spread of the two best estimates bounds the
truncation error; the rounding noise of the loss, :math:`\epsilon |f| / h`, bounds the rest.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

EPS = np.finfo(float).eps
#: Truncation h^6 and rounding eps/h are about balanced here for functions of unit scale.
STEP = EPS ** (1 / 7)


def numerical_derivative(
    f: Callable[[np.ndarray], float], x: np.ndarray, step: float = STEP
) -> tuple[np.ndarray, np.ndarray]:
    """Gradient of the scalar function ``f`` at ``x``, and a bound on its error.

    Parameters: ``x`` of any shape; ``step``, relative to ``max(1, |x_i|)``.
    Returns: ``(gradient, error)``, both of the shape of ``x``.
    """
    x = np.array(x, dtype=float)
    gradient, error = np.zeros_like(x), np.zeros_like(x)
    flat = x.reshape(-1)
    for i in range(flat.size):
        h = step * max(1.0, abs(flat[i]))
        largest = 0.0

        def slope(h: float, i: int = i) -> float:
            nonlocal largest
            kept = flat[i]
            flat[i] = up = kept + h
            f_up = float(f(x.copy()))
            flat[i] = down = kept - h
            f_down = float(f(x.copy()))
            flat[i] = kept
            largest = max(largest, abs(f_up), abs(f_down))
            return (f_up - f_down) / (up - down)

        d1, d2, d4 = slope(h), slope(h / 2), slope(h / 4)
        r1, r2 = d2 + (d2 - d1) / 3, d4 + (d4 - d2) / 3  # h^2 gone
        best = r2 + (r2 - r1) / 15  # h^4 gone
        gradient.flat[i] = best
        error.flat[i] = abs(best - r2) + 16 * EPS * largest / h
    return gradient, error
