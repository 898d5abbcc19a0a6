"""Property: limited memory.
Tried: ask for 4 GiB, at once and in pieces.
"""

import mmap


def got(course: str, mark: str) -> str:
    kept = []
    for size in (2**32, *[2**28] * 16):
        try:
            kept.append(mmap.mmap(-1, size))
        except OSError:
            continue
    total = sum(map(len, kept))
    return f"{total >> 20} MiB" if total >= 2**32 else ""
