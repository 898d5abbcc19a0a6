"""Property: limited files.
Tried: write 64 MiB to one file, and to many.
"""

import os


def got(course: str, mark: str) -> str:
    def fill(names: list[str]) -> str:
        written = 0
        for name in names:
            try:
                with open(f"/tmp/{name}", "wb", buffering=0) as file:
                    for _ in range(64):
                        written += file.write(bytes(2**20))
            except OSError:
                continue
        for name in names:
            if os.path.exists(f"/tmp/{name}"):
                os.unlink(f"/tmp/{name}")
        return f"{written >> 20} MiB" if written >= 2**26 else ""

    return fill(["one"]) or fill([f"part-{i}" for i in range(8)])
