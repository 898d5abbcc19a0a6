"""Property: no capabilities.
Tried: set the host's name (to what it is), mount, change the root; look at the sets.
"""

import ctypes
import socket
import tempfile


def got(course: str, mark: str) -> str:
    c = ctypes.CDLL(None, use_errno=True)
    name = socket.gethostname().encode()
    with tempfile.TemporaryDirectory() as folder:
        tried = {
            "sethostname": c.sethostname(name, len(name)),
            "mount": c.mount(b"none", folder.encode(), b"tmpfs", 0, None),
            "chroot": c.chroot(b"/"),
        }
        c.umount2(folder.encode(), 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    c.capget(header, sets)
    if any(sets):
        return f"capabilities {[hex(part) for part in sets]}"
    return ", ".join(call for call, result in tried.items() if result == 0)
