"""Failed checks as HTML for notebooks: a block that reads well in any theme, and aloud.

Standard library and NumPy only: IPython is used where it runs already, never imported.
"""

from __future__ import annotations

import html
import sys
import warnings
from collections.abc import Sequence

import numpy as np

from autograder.checks.facts import Comparison

#: Vermilion and blue, apart for any color vision, 3:1 or more against white and dark pages.
GOT, EXPECTED = "#D55E00", "#2A8FD0"
#: The picture shows so many components at most, the most wrong ones.
MOST = 24
WIDTH, HEIGHT = 520, 200
LEFT, RIGHT, TOP, BOTTOM = 76, 12, 14, 44


def show_in_notebook(page: str, text: str) -> bool:
    """Display a message as HTML if a notebook is running; return whether it was.

    A terminal, and a front end that cannot take it, get nothing: the ``text`` serves there.
    """
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    if shell is None or type(shell).__name__ == "TerminalInteractiveShell":
        return False
    try:
        shell.display_pub.publish({"text/html": page, "text/plain": text})
    except Exception as error:
        warnings.warn(f"a message could not be shown as HTML: {error!r}", stacklevel=2)
        return False
    return True


def message_html(
    name: str,
    headline: str,
    labeled: Sequence[tuple[str, str]],
    comparison: Comparison | None = None,
) -> str:
    """Return the whole message, with a picture where there are components to compare.

    ``labeled`` are the lines of the message, each with its label.
    """
    title = f"<code>{html.escape(name)}</code>: {html.escape(headline)}"
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left;font-weight:600;padding:.1em 1em .1em 0;'
        f'vertical-align:top;white-space:nowrap">{html.escape(label)}</th>'
        f'<td style="text-align:left;padding:.1em 0">{html.escape(text)}</td></tr>'
        for label, text in labeled
    )
    table = f'<table style="margin:.4em 0;border:0;color:inherit">{rows}</table>' if rows else ""
    drawn = picture(comparison) if comparison else ""
    label = html.escape(f"Failed check of {name}", quote=True)
    return (
        f'<section aria-label="{label}" style="border-left:4px solid {GOT};'
        f'padding:.2em 0 .2em 1em;margin:.4em 0"><p style="margin:0"><strong>{title}</strong></p>'
        f"{table}{drawn}</section>"
    )


def picture(comparison: Comparison) -> str:
    """Return a ``<figure>`` of got (dots) against expected (squares), component by component.

    Empty for a single number, which the text says as well.
    """
    got, expected = (
        np.asarray(array, float).ravel() for array in (comparison.got, comparison.expected)
    )
    values = np.concatenate([got, expected])
    finite = values[np.isfinite(values)]
    with np.errstate(over="ignore"):
        is_too_wide = not finite.size or not np.isfinite(np.ptp(finite))
    if got.size < 2 or is_too_wide:
        return ""
    shown = most_wrong(got, expected, MOST)
    labels = [name(comparison.got.shape, i) for i in shown]
    drawing = draw(got[shown], expected[shown], labels)
    alt = html.escape(in_words(got[shown], expected[shown], labels, got.size), quote=True)
    part = f"the {len(shown)} most wrong of {got.size} components" if len(shown) < got.size else ""
    key = (
        f'<span style="color:{GOT}" aria-hidden="true">●</span> got &nbsp; '
        f'<span style="color:{EXPECTED}" aria-hidden="true">□</span> expected'
        f"{', ' + part if part else ''}"
    )
    return (
        f'<figure style="margin:.4em 0"><svg role="img" aria-label="{alt}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" style="max-width:100%;height:auto" '
        f'xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'
        f'<figcaption style="font-size:.9em">{key}</figcaption></figure>'
    )


def most_wrong(got: np.ndarray, expected: np.ndarray, most: int) -> np.ndarray:
    """Return positions of the components that are furthest off, in their order."""
    with np.errstate(invalid="ignore", over="ignore"):
        away = np.abs(got - expected)
    away = np.where(got == expected, 0.0, np.where(np.isfinite(away), away, np.inf))
    return np.sort(np.argsort(-away, kind="stable")[:most])


def name(shape: tuple[int, ...], position: int) -> str:
    """Return the index of a component as one writes it between brackets."""
    return ",".join(map(str, np.unravel_index(position, shape)))


def in_words(got: np.ndarray, expected: np.ndarray, labels: list[str], size: int) -> str:
    """Say what the picture shows, for those who do not see it."""
    said = [
        f"at [{labels[i]}] got {got[i]:.4g}, expected {expected[i]:.4g}"
        for i in most_wrong(got, expected, 8)
    ]
    more = f"; and {size - len(said)} more" if size > len(said) else ""
    return f"Got against expected for each component: {'; '.join(said)}{more}."


def draw(got: np.ndarray, expected: np.ndarray, labels: list[str]) -> str:
    """Return the inside of the SVG; text and lines take the color of the page's text."""
    values = np.concatenate([got, expected])
    finite = values[np.isfinite(values)]
    low, high = float(finite.min()), float(finite.max())
    room = (high - low) or max(abs(high), 1.0)
    bottom = HEIGHT - BOTTOM

    def x(i: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (i + 0.5) / len(labels)

    def y(value: float) -> float:
        if not np.isfinite(value):
            return TOP if value > 0 or np.isnan(value) else bottom
        return bottom - 10 - (bottom - TOP - 20) * ((value - low) / room)

    parts = []
    ticks = [low, high] if low == high or low * high >= 0 else [low, 0.0, high]
    for tick in dict.fromkeys(ticks):
        parts.append(line(LEFT, y(tick), WIDTH - RIGHT, y(tick), 0.25))
        if tick != 0 or min(abs(y(tick) - y(low)), abs(y(tick) - y(high))) > 12 or 0 in (low, high):
            parts.append(text(LEFT - 8, y(tick) + 4, f"{tick:.4g}", "end"))
    every = 1 + (sum(map(len, labels)) + len(labels)) // 64  # labels that fit beside each other
    for i, label in enumerate(labels):
        parts.append(line(x(i), y(expected[i]), x(i), y(got[i]), 0.6))
        parts.append(
            f'<rect x="{x(i) - 5:.1f}" y="{y(expected[i]) - 5:.1f}" width="10" height="10" '
            f'fill="none" stroke="{EXPECTED}" stroke-width="2"/>'
        )
        if np.isfinite(got[i]):
            parts.append(f'<circle cx="{x(i):.1f}" cy="{y(got[i]):.1f}" r="4" fill="{GOT}"/>')
        else:
            parts.append(text(x(i), y(got[i]) + 4, f"{got[i]}", "middle"))
        if i % every == 0:
            parts.append(text(x(i), bottom + 16, label, "middle"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "component", "middle"))
    parts.append(
        f'<text transform="translate(14 {(TOP + bottom) / 2:.0f}) rotate(-90)" '
        'text-anchor="middle" font-size="12" fill="currentColor">value</text>'
    )
    return "".join(parts)


def line(x1: float, y1: float, x2: float, y2: float, opacity: float) -> str:
    """Return a straight line."""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="currentColor" stroke-opacity="{opacity}"/>'
    )


def text(x: float, y: float, words: str, anchor: str) -> str:
    """Return a few words at a place."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" '
        f'fill="currentColor">{html.escape(words)}</text>'
    )
