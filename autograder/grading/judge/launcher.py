"""Become an ordinary user, then start bubblewrap. Run as root, by path, with nothing imported.

Root's bubblewrap would keep its rights inside, and an ordinary user may not be able to enter
the folder Python is installed in. So this makes what the sandbox needs reachable below one
folder that only this process and its children see, and gives up root for good.

Its argument is a JSON list: the user's number, the command, and the folders to
bind; ``{0}``, ``{1}`` … in the command stand for where they are bound.
"""

import ctypes
import json
import os
import sys

STAGING = "/tmp"
NEW_MOUNTS, RECURSIVE, PRIVATE, BIND = 0x00020000, 0x4000, 1 << 18, 0x1000


def main() -> None:
    """Stage, change user, execute."""
    user, command, folders = json.loads(sys.argv[1])
    libc = ctypes.CDLL(None, use_errno=True)

    def checked(result: int) -> None:
        if result:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    checked(libc.unshare(NEW_MOUNTS))
    checked(libc.mount(None, b"/", None, RECURSIVE | PRIVATE, None))
    # opened first: some may lie below the folder that is about to be covered
    opened = [os.open(folder, os.O_PATH) for folder in folders]
    checked(libc.mount(b"none", STAGING.encode(), b"tmpfs", 0, b"mode=755,size=1m"))
    places = []
    for number, fd in enumerate(opened):
        place = f"{STAGING}/{number}"
        if os.path.isdir(f"/proc/self/fd/{fd}"):
            os.mkdir(place, 0o755)
        else:
            os.close(os.open(place, os.O_CREAT))
        source = f"/proc/self/fd/{fd}".encode()
        checked(libc.mount(source, place.encode(), None, BIND | RECURSIVE, None))
        os.close(fd)
        places.append(place)
    os.chdir("/")
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    os.execv(command[0], [part.format(*places) for part in command])


if __name__ == "__main__":
    main()
