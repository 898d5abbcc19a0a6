"""The whole book as one PDF: every page as Chromium prints it, bound in the order of the contents.

    python -m tools.make_pdf [FILE]        (default: _build/book.pdf)

It takes the built site. Bookmarks lead to parts and chapters, and links lead to the very place
that they name, in their own page or another one.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NullObject

from tools.site_browser import ROOT, SITE, chromium, parts, serving

MARGIN = {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"}
PREPARE = """async () => {
    document.documentElement.dataset.theme = "light";
    const pictures = [...document.querySelectorAll("article img")];
    for (const picture of pictures) picture.loading = "eager";
    const shown = pictures.filter((picture) => picture.offsetParent !== null);
    await Promise.all(shown.map((picture) => picture.decode().catch(() => {})));
    await document.fonts.ready;
}"""

TITLE = """(h1) => [...h1.childNodes]
    .filter((part) => !part.classList?.contains("headerlink"))
    .map((part) => part.textContent).join("")"""


def printed(browser: Any, url: str) -> tuple[str, bytes]:
    """The title of the page at ``url``, and the page as a PDF."""
    context = browser.new_context(viewport={"width": 1000, "height": 1400})
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.goto(url, wait_until="networkidle")
    page.evaluate(PREPARE)
    title = page.locator("article h1").first.evaluate(TITLE)
    data = page.pdf(format="A4", margin=MARGIN, print_background=True, tagged=True)
    context.close()
    return title.strip(), data


class Binder:
    """Puts printed pages one behind the other."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.parts: dict[str, Any] = {}
        #: the address of the page that each sheet is of
        self.addresses: list[str] = []
        #: the sheet of each address, with a fragment or none, and how far up on it
        self.places: dict[str, tuple[int, float | None]] = {}

    def add(self, address: str, title: str, data: bytes, part: str = "") -> None:
        """Add the printed page that stood at ``address``, with a bookmark below its part's."""
        start = len(self.writer.pages)
        reader = PdfReader(io.BytesIO(data))
        self.writer.append(reader, import_outline=False)
        self.addresses += [address] * len(reader.pages)
        self.places[address] = (start, None)
        for name, place in reader.named_destinations.items():
            number = reader.get_destination_page_number(place)
            if number is not None:
                top = None if place.top is None else float(place.top)
                self.places[f"{address}#{name.removeprefix('/')}"] = (start + number, top)
        if part and part not in self.parts:
            self.parts[part] = self.writer.add_outline_item(
                title=part, page_number=start, bold=True
            )
        above = self.parts.get(part)
        self.writer.add_outline_item(title=title, page_number=start, parent=above)

    def lead_inside(self, base: str) -> None:
        """Let links to what is bound here lead there, and none to ``base``.

        Chromium names places within a page; here many pages have a place of the same name, so
        each link is told its sheet.
        """
        for page, address in zip(self.writer.pages, self.addresses):
            for reference in page.get("/Annots", ()):
                link = reference.get_object()
                uri = str(link.get("/A", {}).get("/URI", ""))
                if "/Dest" in link:
                    uri = f"{address}#{str(link.pop('/Dest')).removeprefix('/')}"
                place = self.places.get(uri) or self.places.get(uri.partition("#")[0])
                if place:
                    link[NameObject("/A")] = self._way_to(*place)
                elif uri.startswith(base):
                    del link["/A"]  # a notebook, or a file, that is not in the book
        self.writer.root_object.pop("/Names", None)
        self.writer.root_object.pop("/Dests", None)

    def _way_to(self, sheet: int, top: float | None) -> DictionaryObject:
        target = self.writer.pages[sheet].indirect_reference
        height = NullObject() if top is None else FloatObject(top)
        view = [NameObject("/XYZ"), NullObject(), height, NullObject()]
        return DictionaryObject(
            {NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): ArrayObject([target, *view])}
        )


def bind(browser: Any, site: Path, root: Path, title: str) -> PdfWriter:
    """All pages of ``site``, as they are printed, in the order of the contents at ``root``."""
    binder = Binder()
    with serving(site) as base:
        for caption, names in parts(root):
            for name in names:
                if not (site / f"{name}.html").is_file():
                    continue  # a chapter that is left out
                url = f"{base}/{name}.html"
                heading, data = printed(browser, url)
                binder.add(url, heading, data, caption)
                print(f"{len(binder.writer.pages):5} pages: {heading}", flush=True)
        binder.lead_inside(base)
    binder.writer.add_metadata({"/Title": title})
    binder.writer.compress_identical_objects()
    return binder.writer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "_build" / "book.pdf")
    file = parser.parse_args().file
    if not SITE.is_dir():
        raise SystemExit("no site in _build/html; `make site` builds it")
    with chromium() as browser:
        bind(browser, SITE, ROOT, "From Neuron to Network").write(file)
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
