"""Answers in the page: what a built site needs so that exercises are checked where they stand.

Under each exercise stands an empty element, which ``answer/answer.js`` fills. Python comes to the
reader's browser with the first check: Pyodide from the address in ``course_pyodide_url``, pinned by
the hashes in ``answer/pyodide.json``, and this package from the site itself.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from sphinx.application import Sphinx

from autograder.datasets import FOLDER as DATA

#: Where Pyodide's files lie: an address, or a folder of the site as seen from its front page.
PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/"
HERE = Path(__file__).parent
PACKAGE = HERE.parent
NAME = "neuron-to-network"
#: what only builds the book: neither notebooks nor `autograder check` need it
LEFT_OUT = "publish"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP; the same package makes the same bytes


def set_up(app: Sphinx) -> None:
    """Have every page load the script, which does nothing where there is no exercise."""
    app.add_config_value("course_pyodide_url", PYODIDE, "html", [str])
    app.add_css_file("answer/answer.css")
    app.add_js_file("answer/answer.js", type="module")


def box(chapter: str, kind: str, name: str) -> str:
    """The element that is filled: ``kind`` is ``"exercise"`` or ``"written"``."""
    about = f'data-chapter="{chapter}" data-{kind}="{name}"'
    return f'<div class="answer" id="answer-{name}" {about}></div>'


def copy_to(outdir: Path, pyodide_url: str) -> None:
    """Copy the scripts into ``_static/answer``, and the wheel of this package into ``files``."""
    folder = outdir / "_static" / "answer"
    shutil.copytree(HERE / "answer", folder, dirs_exist_ok=True)
    name, content = wheel()
    (outdir / "files").mkdir(exist_ok=True)
    (outdir / "files" / name).write_bytes(content)
    pinned = json.loads((folder / "pyodide.json").read_text(encoding="utf-8"))
    (folder / "pyodide.json").unlink()
    digest = hashlib.sha256(content).hexdigest()[:16]  # so that no browser takes an old one
    settings = {"wheel": f"../../files/{name}?{digest}", "url": _from_scripts(pyodide_url)}
    (folder / "settings.json").write_text(json.dumps(settings | pinned), encoding="utf-8")


def _from_scripts(url: str) -> str:
    """An address as the scripts see it, with a slash at its end."""
    whole = url if "://" in url else f"../../{url.lstrip('/')}"
    return whole.rstrip("/") + "/"


def wheel() -> tuple[str, bytes]:
    """The name and the content of a wheel of this package: for the browser, and for ``pip``."""
    about = distribution(NAME)
    stem = f"{NAME.replace('-', '_')}-{about.version}"
    files = {
        f"autograder/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and LEFT_OUT not in path.relative_to(PACKAGE).parts
    }
    files |= {f"autograder/datasets/data/{p.name}": p.read_bytes() for p in DATA.glob("*.csv")}
    for name in ("METADATA", "entry_points.txt"):
        files[f"{stem}.dist-info/{name}"] = (about.read_text(name) or "").encode()
    files[f"{stem}.dist-info/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    record = f"{stem}.dist-info/RECORD"
    listed = [f"{name},," for name in [*files, record]]
    files[record] = "\n".join(listed).encode() + b"\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
    return f"{stem}-py3-none-any.whl", packed.getvalue()
