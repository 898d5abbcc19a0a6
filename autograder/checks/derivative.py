r"""Numerical derivatives that know how wrong they are.

For each component, central differences at three steps, the longest of them :math:`h`, are
extrapolated to :math:`h \to 0` (Richardson 1911; Ridders 1982; Press et al., *Numerical
Recipes*, section 5.7). Three things decide how good that is:

- *Truncation* is bounded by how far apart the extrapolations of the first two and of the last
  two steps lie. The same is asked of the second differences,
  :math:`(f(x+h) - 2f(x) + f(x-h)) / h^2`, which cost a single call more and see what
  central differences cannot: at a kink these are as smooth in :math:`h` as can be, and wrong.
- *Rounding* noise of the function is measured, not assumed, from the high differences of
  its values at nearly equal points (Hamming 1973, chapter 10; Moré and Wild 2011,
  "Estimating computational noise", SIAM J. Sci. Comput. 33).
- *Scale*: the first step follows from the size of ``x``. Where the differences have not
  converged, since the function is steep, has a kink nearby or ends there, the step
  shrinks, until they have, or a smaller one would cost more in rounding than it
  gains. It never grows, so that no derivative is taken from far away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

EPS = np.finfo(float).eps
TINY = np.finfo(float).tiny
#: The first step, relative to max(1, |x_i|); truncation, h^6, and rounding, eps / h,
#: are about balanced here for functions of unit scale.
STEP = 2.0**-7
#: The three steps. Near 1/2 and 1/4, but no period of a function fits all of them, or
#: waves much shorter than the step could pass for a gentle slope.
FRACTIONS = 1 / np.sqrt([1.0, 5.0, 17.0])
#: The step is divided by this in each further round.
SHRINK = 16.0
ROUNDS = 12
#: A component is done when its truncation error is this small, relatively.
CONVERGED = 1e-8
#: Rounding noise of standard deviation s puts 4 s/h on the extrapolated slope. 32 of these,
#: because s is itself an estimate from few values.
AMPLIFICATION = 128.0
#: Numbers of this size are taken to be rounded somewhere in the function, even if all its values
#: are smaller: log(1 + e^z) - z cancels to e^-z in stairs too wide to be seen as noise.
UNIT = 1.0
#: An error above this share of the slopes, which rounding does not explain, is a kink.
KINK = 1e-3


class NotDifferentiable(ValueError):
    """The function has no derivative at the point where a check asks for it.

    Whoever chose the function and the point is to blame, not the answer that is checked.
    """


@dataclass(frozen=True)
class Derivative:
    """A numerical derivative: ``value``, a bound on its ``error``, and where it has a ``kink``.

    All three have the shape ``(*f(x).shape, *x.shape)``. At a kink (or a jump, or the end
    of the function's domain) the error covers every slope between the one-sided ones.
    """

    value: np.ndarray
    error: np.ndarray
    kink: np.ndarray


def numerical_derivative(
    f: Callable[[np.ndarray], float], x: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the gradient of the scalar function ``f`` at ``x``, and a bound on its error.

    Parameters: ``x`` of any shape. Returns: ``(gradient, error)``, both of the shape of ``x``.
    Raises: :class:`NotDifferentiable` if ``f(x)`` is not finite, and whatever ``f(x)`` raises.

    >>> gradient, error = numerical_derivative(lambda x: np.sum(x**3), np.array([1.0, -2.0]))
    >>> bool(np.all(np.abs(gradient - [3.0, 12.0]) <= error)), bool(np.max(error) < 1e-9)
    (True, True)
    """
    found = differentiate(lambda point: float(f(point)), x)
    return found.value, found.error


def numerical_jacobian(
    f: Callable[[np.ndarray], np.ndarray], x: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the derivative of the array-valued ``f`` at ``x``, and a bound on its error.

    Of a gradient it is the Hessian. Parameters: ``x`` of any shape.
    Returns: ``(jacobian, error)``, both of shape ``(*f(x).shape, *x.shape)``.
    Raises: :class:`NotDifferentiable` if ``f(x)`` is not finite, and whatever ``f(x)`` raises.

    >>> A = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    >>> jacobian, error = numerical_jacobian(lambda x: A @ x, np.array([0.3, -0.2]))
    >>> jacobian.shape, bool(np.all(np.abs(jacobian - A) <= error))
    ((3, 2), True)
    """
    found = differentiate(f, x)
    return found.value, found.error


def differentiate(f: Callable[[np.ndarray], np.ndarray | float], x: np.ndarray) -> Derivative:
    """Return the derivative of ``f`` at ``x`` with its error and its kinks.

    Six calls of ``f`` a component where the first step will do, and about ten beside.
    Elsewhere than at ``x`` itself, a ``ValueError`` or ``ArithmeticError`` of ``f`` and a
    value that is not finite mean that the step left the domain of ``f``.
    """
    x = np.array(x, dtype=float)
    with np.errstate(all="ignore"):
        center = np.array(f(x.copy()), dtype=float)
        if not np.isfinite(center).all():
            raise NotDifferentiable("the function is not finite at the given point")
        points = _Points(f, x, center.reshape(-1))
        value, error, kink = _refine(points)
    shape = center.shape + x.shape
    return Derivative(value.T.reshape(shape), error.T.reshape(shape), kink.T.reshape(shape))


class _Points:
    """``f`` near ``x``, flat: points (components,) in, values (outputs,) out.

    Values are nan outside the domain of ``f``; ``center`` (outputs,) holds those at ``x``.
    """

    def __init__(
        self, f: Callable[[np.ndarray], np.ndarray | float], x: np.ndarray, center: np.ndarray
    ) -> None:
        self.f, self.shape, self.x, self.center = f, x.shape, x.reshape(-1), center

    def __call__(self, point: np.ndarray) -> np.ndarray:
        try:
            return np.array(self.f(point.reshape(self.shape)), dtype=float).reshape(-1)
        except (ValueError, ArithmeticError):
            return np.full(self.center.size, np.nan)

    def moved(self, i: int, to: float) -> np.ndarray:
        """Return the values (outputs,) with component ``i`` at ``to``."""
        point = self.x.copy()
        point[i] = to
        return self(point)


@dataclass
class _Best:
    """The best estimates so far, all of shape (components, outputs).

    ``doubt`` is the ``error`` relative to ``steep``, the steepest slope at the same step;
    ``explained`` says whether rounding accounts for it.
    """

    value: np.ndarray
    error: np.ndarray
    doubt: np.ndarray
    steep: np.ndarray
    explained: np.ndarray

    @classmethod
    def unknown(cls, shape: tuple[int, int]) -> _Best:
        """Return estimates that any other is better than."""
        infinite = np.full(shape, np.inf)
        return cls(
            np.zeros(shape), infinite, infinite.copy(), np.zeros(shape), np.zeros(shape, bool)
        )

    def update(self, components: np.ndarray, better: np.ndarray, new: _Best) -> None:
        """Take over from ``new``, which is of these ``components`` alone, what is ``better``."""
        for own, other in zip(vars(self).values(), vars(new).values(), strict=True):
            own[components] = np.where(better, other, own[components])


def _refine(points: _Points) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Value, error and kink for each component (rows) and each output of ``f`` (columns)."""
    x = points.x
    best = _Best.unknown((x.size, points.center.size))
    step = STEP * np.maximum(1.0, np.abs(x))
    todo = np.arange(x.size)
    for _ in range(ROUNDS if x.size else 0):
        noise = _noise(points, todo, step[todo])
        slope, steep, truncation, rounding = _estimate(points, todo, step[todo], noise)
        bound = np.maximum(truncation, rounding)
        explained = truncation <= 4 * rounding
        converged = explained | (truncation <= CONVERGED * np.abs(slope))
        # Relative to the slopes at the same step: steps that are long beside the wiggles of f
        # see small slopes, and differences between them that are small too.
        relative = bound / np.maximum(steep, TINY)
        better = (relative < best.doubt[todo]) | (converged & (bound < best.error[todo]))
        best.update(todo, better, _Best(slope, bound, relative, steep, explained))
        hopeless = SHRINK * rounding >= best.doubt[todo] * steep
        resolved = step[todo] > SHRINK * 2.0**12 * EPS * np.abs(x[todo])
        todo = todo[~(converged | hopeless).all(axis=1) & resolved]
        if not todo.size:
            break
        step[todo] /= SHRINK
    kink = ~best.explained & ~(best.doubt <= KINK)
    # several kinks around the point can agree on a wrong slope, and on being sure of it
    return best.value, np.where(kink, np.maximum(best.error, 2 * best.steep), best.error), kink


def _estimate(
    points: _Points, components: np.ndarray, step: np.ndarray, noise: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Slope, steepest one-sided slope, truncation and rounding error at these steps.

    Each of shape (components, outputs), for ``step`` (components,) and ``noise`` (outputs,).
    Values that are not finite give infinite errors.
    """
    here = points.x[components, np.newaxis]
    h = step[:, np.newaxis] * FRACTIONS
    up, down = here + h, here - h
    f_up, f_down = (
        np.array([[points.moved(i, to) for to in row] for i, row in zip(components, ends)])
        for ends in (up, down)
    )
    # what was added after rounding, not what was meant to be
    above, below, h = (a[..., np.newaxis] for a in (up - here, here - down, h))
    forward, backward = (f_up - points.center) / above, (points.center - f_down) / below
    slope, doubt = _extrapolate((f_up - f_down) / (above + below))
    _, bend = _extrapolate((forward - backward) / h)
    truncation = np.maximum(doubt, h[:, 0] * bend)
    largest = np.maximum(np.abs(f_up), np.abs(f_down)).max(axis=1)
    largest = np.maximum(np.maximum(largest, np.abs(points.center)), UNIT)
    largest = np.maximum(largest, _hidden_size(points, components, f_up, f_down))
    # a value is rounded at least once
    noise = np.maximum(noise, EPS / 2 * largest)
    rounding = AMPLIFICATION * noise / h[:, 0]
    usable = np.isfinite(slope + truncation + rounding)
    steep = np.maximum(np.abs(forward), np.abs(backward)).max(axis=1)
    return (
        np.where(usable, slope, 0.0),
        np.where(usable, steep, 0.0),
        np.where(usable, truncation, np.inf),
        # not infinite, or smaller steps would seem hopeless
        np.where(usable, rounding, 0.0),
    )


def _hidden_size(
    points: _Points, components: np.ndarray, f_up: np.ndarray, f_down: np.ndarray
) -> np.ndarray:
    """Size (components, outputs) of what may have been rounded where no value changes at all.

    ``f_up`` and ``f_down`` (components, steps, outputs) are the values at the steps.
    A saturated unit is flat in float64 and not in truth, and another of the opposite sign can hide
    the size of both. Far from here it shows. Zero where the values do change.
    """
    ends = np.concatenate([f_up, f_down], axis=1)
    flat = (ends == points.center).all(axis=1)
    size = np.zeros(flat.shape)
    for row in np.flatnonzero(flat.any(axis=1)):
        i = components[row]
        far = np.maximum(1.0, np.abs(points.x[i]))
        values = [points.moved(i, points.x[i] + side * far) for side in (1, -1)]
        size[row] = np.where(flat[row], np.nan_to_num(np.abs(values), posinf=0.0).max(axis=0), 0.0)
    return size


def _extrapolate(at_steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Limit of a quantity with errors h², h⁴, … from three steps, and its doubt.

    ``at_steps`` is (components, 3, outputs), both results are (components, outputs).
    The last correction is a sixteenth of the distance between the two extrapolations
    before it. All of that distance is a bound for smooth functions with much to spare, and
    still one for a kink anywhere between -h and h, if both kinds of differences are asked.
    """
    first, second, third = at_steps[:, 0], at_steps[:, 1], at_steps[:, 2]
    coarse = second + (second - first) / (5 - 1)  # h² gone
    fine = third + (third - second) / (17 / 5 - 1)
    return fine + (fine - coarse) / (17 - 1), np.abs(fine - coarse)  # h⁴ gone


def _noise(points: _Points, components: np.ndarray, step: np.ndarray) -> np.ndarray:
    """Standard deviation (outputs,) of the rounding noise, one ``step`` away from ``x``.

    One step away and not at ``x``, where parts of a loss may vanish and their noise with
    them. Nine nearly equal points on a line: the fourth to sixth differences of a smooth
    function vanish there, those of noise do not. If most neighbors have the same value the
    points are too close to see the noise, and move apart. The largest noise counts, up to the
    second spacing that shows it, since steps of a whole number of roundings hide it.
    """
    x = points.x
    away = np.zeros_like(x)
    # fixed, so that a check gives the same result every time
    direction = np.random.default_rng(0).uniform(-1, 1, size=step.size)
    away[components] = step * np.copysign(0.5 + np.abs(direction) / 2, direction)
    for distance in (1.0, 1 / 16, 1 / 256, 0.0):
        start = x + distance * away
        if np.isfinite(points(start)).all():
            break
    noise, seen = np.zeros(points.center.size), np.zeros(points.center.size, dtype=int)
    spacing = 64 * EPS / STEP
    apart = away * (np.maximum(1.0, np.abs(x)) * STEP / np.maximum(np.abs(away), TINY)) * spacing
    while (seen < 2).any() and (np.abs(apart) <= np.abs(away) / 8).all():
        values = np.array([points(start + k * apart) for k in range(9)])
        if not np.isfinite(values).all():
            break
        noise = np.where(seen < 2, np.maximum(noise, _scatter(values)), noise)
        seen += (np.diff(values, axis=0) != 0).sum(axis=0) >= 4
        apart = apart * 8
    return noise


def _scatter(values: np.ndarray) -> np.ndarray:
    """Standard deviation (outputs,) of the noise in equally spaced ``values`` (9, outputs).

    Independent noise of variance s² gives k-th differences of variance s² (2k)! / (k!)².
    Where some neighbors are equal and others not, the values are rounded to multiples
    of the smallest difference, of which the noise is about 0.3.
    """
    size = np.maximum(np.abs(values).max(axis=0), TINY)  # so that no square overflows
    first = np.diff(values / size, axis=0)
    moves = first != 0
    stair = np.where(moves, np.abs(first), np.inf).min(axis=0)
    rounded = np.where(moves.any(axis=0) & ~moves.all(axis=0), 0.3 * stair, 0.0)
    fourth, fifth, sixth = (np.diff(first, k, axis=0) for k in (3, 4, 5))
    variances = [(fourth**2).mean(axis=0) / 70, (fifth**2).mean(axis=0) / 252]
    variances.append((sixth**2).mean(axis=0) / 924)
    return np.asarray(size * np.maximum(rounded, np.sqrt(np.max(variances, axis=0))))
