"""Pictures that were handed in beside a notebook, for its written answers to show.

They are data like the rest: taken by their content and never opened, only copied.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from autograder.files import write_bytes_atomically
from autograder.grading.coordinator.reading import MAX_DEPTH, read_file, walk

SHOWN = (".png", ".jpg", ".jpeg", ".gif")
#: how these begin; one that is named as another is shown all the same
STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
#: may hold a program, or not every browser shows them
NOT_SHOWN = (".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".pdf")
MAX_NAME = 200  #: bytes of a file's name, which grows while it is written
MAX_PICTURES = 100
MAX_BYTES = 16 * 2**20  #: of all pictures of a submission


def find_pictures(folder: Path, depth: int = MAX_DEPTH) -> tuple[dict[str, bytes], list[str]]:
    """Pictures below ``folder`` by their path in it, and notes on those that are left out.

    ``depth`` is how many folders down they are looked for.
    """
    found: dict[str, bytes] = {}
    notes = []
    room = MAX_BYTES
    for path in _candidates(folder, depth):
        name = path.relative_to(folder).as_posix()
        try:
            content = _picture(path, room) if len(found) < MAX_PICTURES else None
        except OSError as error:
            notes.append(f"{name!r} is not shown: {error.strerror}")
            continue
        if content is None:
            notes.append(f"{name!r} is not shown: only PNG, JPEG and GIF are, up to {MAX_PICTURES}")
            continue
        found[name] = content
        room -= len(content)
    return found, notes


def _candidates(folder: Path, depth: int) -> Iterator[Path]:
    """Files that have the name of a picture, in a fixed order."""
    for name in walk(folder, depth):
        if name.lower().endswith(SHOWN + NOT_SHOWN) and all(map(_is_sane, name.split("/"))):
            yield folder / name


def _is_sane(name: str) -> bool:
    """Whether it is fit to be written and shown."""
    is_short = len(name.encode("utf-8", "replace")) <= MAX_NAME
    return is_short and name.isprintable()


def _picture(path: Path, most: int) -> bytes | None:
    """What ``path`` holds, if it is a picture that is shown."""
    if not path.name.lower().endswith(SHOWN):
        return None
    content = read_file(path, most)
    return content if content.startswith(STARTS) else None


def put_pictures(folder: Path, pictures: Mapping[str, bytes]) -> None:
    """Make ``pictures`` those below ``folder``, in place of the ones put there before."""
    for root, folders, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(root, name)
            kept = path.relative_to(folder).as_posix() in pictures
            if name.lower().endswith(SHOWN) and not kept:
                path.unlink()
        for name in folders:
            with contextlib.suppress(OSError):  # something else is in it
                os.rmdir(Path(root, name))
    for name, content in pictures.items():
        write_bytes_atomically(folder / name, content)
