"""Put Pyodide's files into a folder, each compared with the hash that the site pins.

    python -m tools.fetch_pyodide [FOLDER]        (default: _build/pyodide)

The tests run it. A site of your own can carry the folder as well, in place of a CDN:
``course_pyodide_url: pyodide`` in ``_config.yml``. The files come from the package index, in the
package that ``tests/pyodide.txt`` names; what is not as pinned is not written.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PINNED = ROOT / "autograder" / "publish" / "answer" / "pyodide.json"
REQUIREMENT = ROOT / "tests" / "pyodide.txt"


def hashes() -> dict[str, str]:
    """The SHA-256 (hex) of every file that a page may ask for, by its name."""
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    core = {name: base64.b64decode(text).hex() for name, text in pinned["files"].items()}
    packages = pinned["lock"]["packages"].values()
    return core | {package["file_name"]: package["sha256"] for package in packages}


def is_there(folder: Path) -> bool:
    """Whether ``folder`` has all these files, as they should be."""
    return all(
        (folder / name).is_file() and _sha256((folder / name).read_bytes()) == digest
        for name, digest in hashes().items()
    )


def fetch(folder: Path) -> None:
    """Write the files into ``folder``.

    Raises :class:`ValueError` where one is not what is pinned, and
    :class:`subprocess.CalledProcessError` where the package cannot be had.
    """
    with tempfile.TemporaryDirectory() as name:
        pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
        options = ["--no-deps", "--require-hashes", "-d", name, "-r", str(REQUIREMENT)]
        subprocess.run([*pip, *options], check=True)
        (wheel,) = Path(name).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            places = {Path(place).name: place for place in archive.namelist()}
            contents = {name: archive.read(places[name]) for name in hashes()}
    for name, digest in hashes().items():
        if _sha256(contents[name]) != digest:
            raise ValueError(f"{name} is not the file that {PINNED.name} pins")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        part = folder / f"{name}.part"
        part.write_bytes(content)
        part.replace(folder / name)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main() -> int:
    """Fetch what is not there; return the exit status."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "_build" / "pyodide"
    if is_there(folder):
        return 0
    try:
        fetch(folder)
    except (ValueError, OSError, subprocess.CalledProcessError) as error:
        print(f"Pyodide could not be fetched: {error}", file=sys.stderr)
        return 2
    print(f"Pyodide is in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
