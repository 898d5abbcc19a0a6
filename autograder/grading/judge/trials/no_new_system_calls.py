"""Property: no system call that is newer than the filter.
Tried: read the list of mounts that /proc no longer shows; call what Linux has had since 6.5.
"""

import ctypes
import errno
import struct


def got(course: str, mark: str) -> str:
    c = ctypes.CDLL(None, use_errno=True)
    listmount, of_the_root = 458, 2**64 - 1
    asked, mounts = struct.pack("=IIQQ", 24, 0, of_the_root, 0), (ctypes.c_uint64 * 64)()
    found = c.syscall(listmount, asked, mounts, ctypes.c_size_t(64), 0)
    if found > 0:
        return f"{found} mounts"
    known = []
    for number in range(451, 469):
        ctypes.set_errno(0)
        # of no use to any of them, but only a kernel that knows the call can say so
        c.syscall(number, *[ctypes.c_long(-1)] * 6)
        if ctypes.get_errno() != errno.ENOSYS:
            known.append(number)
    return f"system calls {known}" if known else ""
