"""MathJax beside the pages, so that formulas need no other server.

The files come from the package ``sphinx-mathjax-offline``. Of its 24 MB a page with formulas
asks for the one script, its fonts and, at most, an extension of TeX.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from sphinx.errors import ExtensionError

SCRIPT = "mathjax/tex-mml-chtml.js"
NEEDED = ("tex-mml-chtml.js", "output/chtml/fonts/woff-v2", "input/tex/extensions")


def copy_to(static: Path) -> None:
    """Copy what pages ask for into ``static`` / ``mathjax``."""
    spec = find_spec("sphinx-mathjax-offline")
    if spec is None or spec.origin is None:
        raise ExtensionError("MathJax is missing: pip install sphinx-mathjax-offline")
    source = Path(spec.origin).parent / "static" / "mathjax"
    for part in NEEDED:
        target = static / "mathjax" / part
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (source / part).is_dir() else shutil.copyfile
        copy(source / part, target)
