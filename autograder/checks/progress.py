"""How far a student has come in a notebook: the points of exercises whose visible checks passed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_points: dict[str, float] = {}  #: of the notebook's exercises, in their order


def know_points(points: Mapping[str, float]) -> None:
    """Count with ``points`` by exercise from here on; the notebook of a chapter says them."""
    _points.clear()
    _points.update(points)


def so_far(passed: Collection[str]) -> str:
    """Say how many points the exercises in ``passed`` are worth, and which comes next.

    Empty where nobody said what they are worth.

    >>> know_points({"mse": 2.0, "mse_gradient": 4.0})
    >>> so_far(["mse"])
    'so far 2 of 6 points, if the hidden checks agree; next: mse_gradient'
    """
    if not _points:
        return ""
    reached = sum(points for name, points in _points.items() if name in passed)
    left = [name for name in _points if name not in passed]
    told = f"so far {reached:g} of {sum(_points.values()):g} points, if the hidden checks agree"
    return f"{told}; next: {left[0] if left else '`autograder check`, then hand it in'}"
