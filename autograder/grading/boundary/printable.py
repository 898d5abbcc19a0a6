"""Make text of the other side fit to be shown: the one way in which it reaches a reader."""

from __future__ import annotations

from typing import Any

MAX_MESSAGE = 300  #: characters of an error or a warning


def printable(text: Any, most: int = MAX_MESSAGE) -> str:
    """Return at most ``most`` characters of ``text``, or ``""`` if it is no text.

    Control characters, of which a terminal would take some for orders, and halves of surrogate
    pairs, which cannot be written to a file, become ``\\ufffd``; lines and tabs stay.
    """
    if type(text) is not str:
        return ""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text[:most])
