"""This package as a wheel, for students: what notebooks import, and ``autograder check``.

It holds no solution, and nothing that only builds the book. The same package makes the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from autograder.datasets import FOLDER as DATA

PACKAGE = Path(__file__).parent
NAME = "neuron-to-network"
#: what only builds the book: neither notebooks nor ``autograder check`` need it
LEFT_OUT = "publish"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP


def wheel() -> tuple[str, bytes]:
    """Return the name and the content of a wheel of this package.

    Examples
    --------
    >>> name, content = wheel()
    >>> name.startswith("neuron_to_network-") and content.startswith(b"PK")
    True
    """
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
