"""The page's own scripts, as they are served: all in one folder that is named for what they say.

A browser keeps files by their address. Modules name each other by relative paths, so a new version
of one file could meet an old one of another; in a folder of another name it cannot.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx

from autograder.files import digest_of

HERE = Path(__file__).parent
#: folders beside this file that are served side by side
FOLDERS = ("answer", "codemirror", "explore", "search", "tips")
#: what a module finds beside itself once it is served: the way up to the site's front page
TO_ROOT = "../../../"


@cache
def folder() -> str:
    """The name of the folder inside ``_static``: another one whenever a script has changed.

    >>> folder()[:1], len(folder())
    ('v', 13)
    """
    return "v" + digest_of(*((HERE / name).iterdir() for name in FOLDERS))[:12]


def add(app: Sphinx, module: str, style: str = "") -> None:
    """Have pages load ``module``, such as ``"answer/answer.js"``, and its ``style``."""
    app.add_js_file(f"{folder()}/{module}", type="module")
    if style:
        app.add_css_file(f"{folder()}/{style}")


def copy_to(outdir: Path) -> Path:
    """Copy the scripts into the site at ``outdir``, in place of those of other versions."""
    static = outdir / "_static"
    for old in static.glob("v" + "?" * 12):
        shutil.rmtree(old)
    for name in FOLDERS:
        shutil.copytree(HERE / name, static / folder() / name)
    return static / folder()
