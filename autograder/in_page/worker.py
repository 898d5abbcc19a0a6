"""What the page's worker calls: text in and text out, so that nothing of Python is left in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from autograder.checks.mine import FILE
from autograder.in_page.no_pictures import stand_in, step_aside
from autograder.in_page.run import Page

_pages: dict[str, Page] = {}


def check(order: str, tell: Callable[[str], object]) -> str:
    """Check an answer.

    ``order`` is JSON with the ``notebook`` as text, the ``exercise``, all ``answers`` of the
    chapter by exercise and the text of ``mine`` as the reader's browser keeps it. Returns JSON: the
    :class:`~autograder.in_page.run.Outcome`, and ``mine`` as it is afterwards.
    """
    asked = json.loads(order)
    if not _pages:
        stand_in()
    outcome = _page(asked).check(asked["exercise"], asked["answers"], tell)
    return json.dumps(asdict(outcome) | {"mine": _mine()})


def draw(order: str, tell: Callable[[str], object]) -> str:
    """As :func:`check`, for the ``picture`` in the cell with this id. Needs matplotlib."""
    asked = json.loads(order)
    if step_aside():
        _pages.clear()
    outcome = _page(asked).draw(asked["picture"], asked["answers"], tell)
    return json.dumps(asdict(outcome) | {"mine": _mine()})


def _page(asked: dict) -> Page:
    FILE.write_text(asked["mine"], encoding="utf-8") if asked["mine"] else FILE.unlink(True)
    notebook = asked["notebook"]
    if notebook not in _pages:
        _pages[notebook] = Page(notebook)
    return _pages[notebook]


def _mine() -> str:
    return FILE.read_text(encoding="utf-8") if FILE.exists() else ""
