"""Answers in the page: what a built site needs so that exercises are checked where they stand.

Under each exercise stands an empty element, which ``answer/answer.js`` fills. Python comes to the
reader's browser with the first check: Pyodide from the address in ``course_pyodide_url``, pinned by
the hashes in ``answer/pyodide.json``, and this package from the site itself.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sphinx.application import Sphinx

from autograder.publish import scripts
from autograder.wheel import wheel

#: Where Pyodide's files lie: an address, or a folder of the site as seen from its front page.
PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/"
HERE = Path(__file__).parent


def set_up(app: Sphinx) -> None:
    """Have every page load the script, which does nothing where there is no exercise."""
    app.add_config_value("course_pyodide_url", PYODIDE, "html", [str])
    scripts.add(app, "answer/answer.js", style="answer/answer.css")


def box(chapter: str, kind: str, name: str) -> str:
    """The element that is filled: ``kind`` is ``"exercise"`` or ``"written"``."""
    about = f'data-chapter="{chapter}" data-{kind}="{name}"'
    return f'<div class="answer" id="answer-{name}" {about}></div>'


def copy_to(outdir: Path, pyodide_url: str) -> None:
    """Copy the scripts, tell them where Python lies, and put this package into ``files``."""
    folder = scripts.copy_to(outdir) / "answer"
    name, content = wheel()
    (outdir / "files").mkdir(exist_ok=True)
    (outdir / "files" / name).write_bytes(content)
    pinned = json.loads((folder / "pyodide.json").read_text(encoding="utf-8"))
    (folder / "pyodide.json").unlink()
    digest = hashlib.sha256(content).hexdigest()[:16]  # so that no browser takes an old one
    settings = {
        "wheel": f"{scripts.TO_ROOT}files/{name}?{digest}",
        "url": _from_scripts(pyodide_url),
    }
    (folder / "settings.json").write_text(json.dumps(settings | pinned), encoding="utf-8")


def _from_scripts(url: str) -> str:
    """An address as the scripts see it, with a slash at its end."""
    whole = url if "://" in url else f"{scripts.TO_ROOT}{url.lstrip('/')}"
    return whole.rstrip("/") + "/"
