"""Property: no rare system calls.
Tried: new namespaces, tracing, keys, io_uring, BPF, memory files, other sockets.
"""

import ctypes
import errno
import platform
import socket


def got(course: str, mark: str) -> str:
    c = ctypes.CDLL(None, use_errno=True)
    column = ("x86_64", "aarch64").index(platform.machine())
    spare = ctypes.create_string_buffer(256)
    calls: dict[str, tuple[tuple[int, int], tuple[object, ...]]] = {
        "unshare": ((272, 97), (0x10000000 | 0x00020000,)),
        "ptrace": ((101, 117), (0, 0, 0, 0)),
        "add_key": ((248, 217), (b"user", b"probe", b"x", 1, -3)),
        "io_uring_setup": ((425, 425), (1, spare)),
        "memfd_create": ((319, 279), (b"probe", 0)),
        "userfaultfd": ((323, 282), (1,)),
        "clone3": ((435, 435), (spare, 0)),
    }
    found = []
    for name, (numbers, arguments) in calls.items():
        ctypes.set_errno(0)
        result = c.syscall(numbers[column], *arguments)
        if result >= 0 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
            found.append(name)
    for family in ("AF_INET", "AF_NETLINK", "AF_VSOCK", "AF_ALG", "AF_PACKET"):
        try:
            socket.socket(getattr(socket, family), socket.SOCK_RAW).close()
            found.append(family)
        except OSError:
            pass
    return ", ".join(found)
