"""Read files and folders that students filled: never through a link, never without an end."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

MAX_DEPTH = 3  #: folders within a folder that was handed in
MAX_ENTRIES = 2000  #: of all these folders that are looked at
#: errors that say what a file is; any other one says that the machine, its disk or its rights are
#: not as they should be, and nothing of what was handed in
OF_THE_FILE = (
    *(errno.ELOOP, errno.EINVAL, errno.EFBIG, errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP),
    *(errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG),
)
#: what programs leave in folders by themselves
LITTER = ("__macosx", "__pycache__", "thumbs.db", "desktop.ini")


def read_file(path: Path, most: int) -> bytes:
    """Content of a file that was handed in.

    Raises :class:`OSError` for anything but an ordinary file of up to ``most`` bytes: a link may
    lead to the reference or to another student, and a pipe or a device has no end.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, "it is a link to another file", str(path)) from error
        raise
    with open(fd, "rb") as file:
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        if about.st_size > most:
            raise OSError(errno.EFBIG, f"it is larger than {_size(most)}", str(path))
        return file.read(most)


def is_of_the_file(error: OSError) -> bool:
    """Whether a file that cannot be read is one that nobody could read."""
    return error.errno in OF_THE_FILE


def _size(size: int) -> str:
    return f"{size // 2**20} MiB" if size >= 2**20 else f"{size} bytes"


def _expected(error: OSError) -> None:
    if not is_of_the_file(error):
        raise error


def is_ordinary(path: Path) -> bool:
    """Whether ``path`` is a file, and neither a link nor a pipe nor a device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is of no interest: hidden, or left by a program."""
    return name.startswith(".") or name.lower() in LITTER


def walk(folder: Path, depth: int = MAX_DEPTH) -> Iterator[str]:
    """Paths within ``folder`` of all that is no folder, in a fixed order, up to a most.

    Links are among them, and not followed; ``depth`` is how many folders down it goes. Raises
    :class:`OSError` for a folder that is there and may not be read.
    """
    left = MAX_ENTRIES
    for root, folders, files in os.walk(folder, onerror=_expected):  # which follows no links
        left -= len(folders) + len(files)
        if left < 0:
            return
        here = Path(root).relative_to(folder)
        links = [name for name in folders if Path(root, name).is_symlink()]
        kept = sorted(name for name in folders if not is_litter(name) and name not in links)
        folders[:] = kept if len(here.parts) < depth else []
        for name in sorted([*files, *links]):
            if not is_litter(name):
                yield (here / name).as_posix()
