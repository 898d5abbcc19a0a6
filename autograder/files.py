"""Files: written so that whoever reads them finds the old content or the new, never a part."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import stat
from collections.abc import Iterable
from pathlib import Path


def write_bytes_atomically(
    path: Path, content: bytes, *, is_durable: bool = False, mode: int | None = None
) -> None:
    """Write ``content`` under a temporary name, then rename; makes the folders on the way.

    A file that is there keeps its rights, unless ``mode`` says which it is to have from its first
    byte on. ``is_durable`` waits for the disk, for what cannot be made again after a power cut.
    Raises :class:`OSError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    if mode is not None:
        temporary.unlink(missing_ok=True)
        temporary.touch(mode)
    with temporary.open("wb") as file:
        file.write(content)
        if is_durable:
            file.flush()
            os.fsync(file.fileno())
    if mode is None:
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    temporary.replace(path)


def write_private(path: Path, text: str) -> None:
    """Write what only those may read who may read the folder it is in, and nobody else."""
    path.touch(mode=0o600 | (path.parent.stat().st_mode & 0o060))
    write_text(path, text, is_durable=True)


def write_text(path: Path, text: str, *, is_durable: bool = False) -> None:
    """Write ``text`` as UTF-8, as :func:`write_bytes_atomically` does."""
    write_bytes_atomically(path, text.encode(), is_durable=is_durable)


def write_if_changed(path: Path, text: str) -> bool:
    """Write unless ``path`` holds ``text`` already; returns whether it was written."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    write_text(path, text)
    return True


def digest_of(*found: Iterable[Path]) -> str:
    """A SHA-256 of the files among ``found``, by their names and what they hold."""
    digest = hashlib.sha256()
    for path in sorted(itertools.chain(*found)):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
