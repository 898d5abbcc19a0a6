"""Pictures of every page of the built site, to be looked at: both themes, a desk and a phone.

    python -m tools.contact_sheets [PAGE …] --out FOLDER     (a part of a name is enough)

A page is cut into columns that stand side by side, so that one picture shows many screens. What is
folded is open in the light theme, and closed, as a reader finds it, in the dark one.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from rich.progress import track

from tools.measure_site import SCROLL
from tools.site_browser import ROOT, addresses, chromium, serving

#: width of the window, columns in one picture, and how much smaller than on the screen they are
WINDOWS = {"desk": (1280, 2, 0.62), "phone": (390, 4, 1.0)}
THEMES = ("light", "dark")
COLUMN = 2000  #: pixels of the page in one column of a phone; as many of the picture at a desk
BETWEEN = 12
OPEN_ALL = "for (const one of document.querySelectorAll('article details')) one.open = true"
HEIGHT = "document.documentElement.scrollHeight"


def columns(page: Any, height: int) -> Iterator[Image.Image]:
    """The whole page, from its top to its end, in a window of ``height``."""
    whole = page.evaluate(HEIGHT)
    for top in range(0, whole, height):
        page.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
        data = page.screenshot(animations="disabled")
        # the last window shows the end of the page, and something of the one before
        yield Image.open(io.BytesIO(data)).convert("RGB")


def side_by_side(pieces: Sequence[Image.Image], scale: float) -> Image.Image:
    """One picture of ``pieces``, each scaled."""
    small = [
        one.resize((round(one.width * scale), round(one.height * scale)), Image.Resampling.LANCZOS)
        for one in pieces
    ]
    width = sum(one.width + BETWEEN for one in small) - BETWEEN
    sheet = Image.new("RGB", (width, max(one.height for one in small)), "gray")
    left = 0
    for one in small:
        sheet.paste(one, (left, 0))
        left += one.width + BETWEEN
    return sheet


def take(browser: Any, base: str, address: str, window: str, theme: str) -> Iterator[Image.Image]:
    """The sheets of one page as it is in ``window`` and ``theme``."""
    width, many, scale = WINDOWS[window]
    height = round(COLUMN / scale)
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.add_init_script(f"localStorage.mode = localStorage.theme = '{theme}'")
    page.goto(f"{base}/{address}", wait_until="networkidle")
    if theme == "light":
        page.evaluate(OPEN_ALL)
    page.evaluate(SCROLL)
    pieces = list(columns(page, height))
    context.close()
    for first in range(0, len(pieces), many):
        yield side_by_side(pieces[first : first + many], scale)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("page", nargs="*", help="part of a page's name (default: all pages)")
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "sheets")
    parser.add_argument("--window", choices=WINDOWS, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    options = parser.parse_args()
    wanted = [one for one in addresses() if any(part in one for part in options.page or [""])]
    if not wanted:
        raise SystemExit("no such page in _build/html; `make site` builds it")
    options.out.mkdir(parents=True, exist_ok=True)
    with serving() as base, chromium() as browser:
        for address in track(wanted, "pages"):
            for window in options.window or WINDOWS:
                for theme in options.theme or THEMES:
                    for number, sheet in enumerate(take(browser, base, address, window, theme)):
                        name = f"{Path(address).stem}-{window}-{theme}-{number + 1:02d}.png"
                        sheet.save(options.out / name)


if __name__ == "__main__":
    main()
