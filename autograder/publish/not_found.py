"""What is shown where there is no page: ``404.html``, as most servers want it.

It is served at whatever address was asked for, so it brings all that it needs with it. Where the
site begins it knows from ``html: baseurl:``, or else from the address itself.
"""

from __future__ import annotations

import html
from pathlib import Path

from sphinx.application import Sphinx

from autograder.publish.head import site_name


def set_up(app: Sphinx) -> None:
    """Write the page beside the others."""
    app.connect("build-finished", _write)


def not_found(title: str, base: str, language: str = "en") -> str:
    """The page as HTML; ``base`` is where the site is, or nothing where that is not known."""
    address = html.escape(base or "./")
    find = "" if base else FIND
    return PAGE.format(title=html.escape(title), base=address, language=language, find=find)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    title = site_name(app)
    page = not_found(title, app.config.html_baseurl, app.config.language or "en")
    Path(app.outdir, "404.html").write_text(page, encoding="utf-8")


#: pages lie in chapters/, and what is asked for lies most often there too
FIND = """
const [root, inside] = location.pathname.split("/chapters/");
const base = inside === undefined ? new URL("./", location).pathname : `${root}/`;
document.querySelector("a").href = base;
document.querySelector("form").action = `${base}search.html`;"""

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not found – {title}</title>
<link rel="icon" href="data:,">
<style>
:root {{ color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }}
body {{ max-width: 36rem; margin: 15vh auto; padding: 0 1rem; }}
a {{ color: LinkText; }}
input, button {{ min-height: 2.25rem; padding: 0.25rem 0.75rem; font: inherit; }}
</style>
</head>
<body>
<main>
<h1>There is no such page</h1>
<p>It may have moved. You find everything from the front page of
<a href="{base}">{title}</a>, or by its words:</p>
<form action="{base}search.html" role="search">
<input type="search" name="q" aria-label="Search the book"> <button>Search</button>
</form>
</main>
<script>
const words = location.pathname.split("/").pop().replace(/\\.html$/, "").replace(/[_-]+/g, " ");
document.querySelector("input").value = decodeURIComponent(words);{find}
</script>
</body>
</html>
"""
