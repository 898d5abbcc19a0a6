"""What a page says of itself to search engines and to whoever links to it.

Where the site will be is known only if ``_config.yml`` says so (``html: baseurl:``): then there
are a picture for links, a list of all pages and a line that leads to it.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape

from docutils import nodes
from sphinx.application import Sphinx

from autograder.publish.card import HEIGHT, NAME, WIDTH, draw_card

#: A description of more letters is cut, where a sentence or a word ends.
LONGEST = 200
#: what follows in the box at the top of a chapter is a list
LIST_FOLLOWS = "You will be able to"


def set_up(app: Sphinx) -> None:
    """Describe every page, and list all of them."""
    app.add_config_value("course_report_mistake", "", "html", [str])
    app.connect("html-page-context", _describe)
    app.connect("html-page-context", _report)
    app.connect("build-finished", _list_pages)


def site_name(app: Sphinx) -> str:
    """The title of the book; Jupyter Book sets no project name."""
    return app.config.html_title or app.config.project


def description(doctree: nodes.document) -> str:
    """The first sentences of a page."""
    paragraph = next(doctree.findall(nodes.paragraph), None)
    text = " ".join(paragraph.astext().split()) if paragraph is not None else ""
    text = text.removesuffix(LIST_FOLLOWS).strip()
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    whole, stop, _ = cut.rpartition(". ")
    return whole + "." if stop else cut.rpartition(" ")[0] + " …"


def _describe(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if doctree is None or not (says := description(doctree)):
        return
    title = app.env.titles[pagename].astext()
    tags = {
        "description": says,
        "og:title": title,
        "og:description": says,
        "og:site_name": site_name(app),
        "og:type": "article",
    }
    if base := app.config.html_baseurl:
        tags["og:url"] = urljoin(base, app.builder.get_target_uri(pagename))
        tags |= {
            "og:image": urljoin(base, NAME),
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": f"{site_name(app)}: a network of neurons",
            "twitter:card": "summary_large_image",
        }
    context["metatags"] = context.get("metatags", "") + "".join(
        f'\n<meta {"property" if ":" in name else "name"}="{name}" content="{html.escape(value)}">'
        for name, value in tags.items()
    )


def _report(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Say where a reader tells of a mistake, in an address that may name the ``{page}``."""
    address = app.config.course_report_mistake
    context["report_mistake"] = address.replace("{page}", quote(pagename)) if doctree else ""


def _list_pages(app: Sphinx, exception: Exception | None) -> None:
    base = app.config.html_baseurl
    if exception or app.builder.name != "html" or not base:
        return
    addresses = [urljoin(base, app.builder.get_target_uri(name)) for name in app.env.found_docs]
    urls = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in sorted(addresses))
    sitemap = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{SITEMAPS}">\n{urls}</urlset>\n'
    )
    outdir = Path(app.outdir)
    (outdir / "sitemap.xml").write_text(sitemap, encoding="utf-8")
    robots = f"User-agent: *\nAllow: /\nSitemap: {urljoin(base, 'sitemap.xml')}\n"
    (outdir / "robots.txt").write_text(robots, encoding="utf-8")
    draw_card(site_name(app), CARD_SAYS, outdir / NAME)


CARD_SAYS = (
    "Neural networks from scratch, in NumPy:\n"
    "every function is yours, and a check\n"
    "says what is wrong with it."
)
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
