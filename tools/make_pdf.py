"""The whole book as one PDF: every page as Chromium prints it, bound in the order of the contents.

    python -m tools.make_pdf [FILE]        (default: _build/book.pdf)

It takes the built site. Bookmarks lead to parts and chapters, and links between pages lead to
where these pages begin.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

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


def printed(browser: Any, url: str) -> tuple[str, bytes]:
    """The title of the page at ``url``, and the page as a PDF."""
    context = browser.new_context(viewport={"width": 1000, "height": 1400})
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.goto(url, wait_until="networkidle")
    page.evaluate(PREPARE)
    title = page.locator("article h1").first.evaluate("(h1) => h1.firstChild.textContent")
    data = page.pdf(format="A4", margin=MARGIN, print_background=True, tagged=True)
    context.close()
    return title.strip(), data


class Binder:
    """Puts printed pages one behind the other."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.starts: dict[str, int] = {}
        self.parts: dict[str, Any] = {}

    def add(self, address: str, title: str, data: bytes, part: str = "") -> None:
        """Add the printed page that stood at ``address``, with a bookmark below its part's."""
        start = len(self.writer.pages)
        self.starts[address] = start
        self.writer.append(PdfReader(io.BytesIO(data)), import_outline=False)
        if part and part not in self.parts:
            self.parts[part] = self.writer.add_outline_item(
                title=part, page_number=start, bold=True
            )
        above = self.parts.get(part)
        self.writer.add_outline_item(title=title, page_number=start, parent=above)

    def lead_inside(self, base: str) -> None:
        """Let links to pages that are bound here lead to where they begin, and none to ``base``."""
        for page in self.writer.pages:
            for reference in page.get("/Annots", ()):
                link = reference.get_object()
                uri = str(link.get("/A", {}).get("/URI", "")).partition("#")[0]
                if uri in self.starts:
                    target = self.writer.pages[self.starts[uri]].indirect_reference
                    place = ArrayObject([target, NameObject("/Fit")])
                    action = {NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): place}
                    link[NameObject("/A")] = DictionaryObject(action)
                elif uri.startswith(base):
                    del link["/A"]  # a notebook, or a file, that is not in the book


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
