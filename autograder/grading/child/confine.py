"""Leave a forked process nothing but to compute: namespaces, mounts, limits, no rights.

Linux only, through the C library, because Python 3.11 has no ``os.unshare``. What may go
wrong raises :class:`OSError` before any student's code runs.
"""

from __future__ import annotations

import ctypes
import functools
import os
import platform
import re
import resource
import signal
from dataclasses import dataclass

from autograder.grading.child import seccomp

MiB = 2**20

_CLONE = {"x86_64": 56, "aarch64": 220}
_NEW_NAMESPACES = (
    0x00020000  # mounts
    | 0x04000000  # host name
    | 0x08000000  # System V objects
    | 0x10000000  # users
    | 0x20000000  # processes
    | 0x40000000  # network
)
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC = 1, 2, 4, 8
_MS_BIND, _MS_REC = 0x1000, 0x4000
_CAPBSET_DROP, _LAST_CAP_TRIED = 24, 63
_CAPABILITY_VERSION_3 = 0x20080522

#: the C library, with this thread keeping the interpreter's lock: for calls around a fork
_c = ctypes.PyDLL(None, use_errno=True)


@dataclass(frozen=True)
class Resources:
    """What one student's process may take."""

    memory: int = 1024 * MiB  #: of address space
    cpu_seconds: int = 180  #: a last resort: the limits of the judge are shorter
    file_size: int = 16 * MiB
    folder_size: int = 16 * MiB  #: of the one folder that can be written to
    threads: int = 32
    open_files: int = 64


def fork_apart() -> int:
    """Fork as ``os.fork()`` does, with the child in namespaces of its own.

    One ``clone`` in place of ``fork``, ``unshare`` and a second ``fork``: the pages of a warm
    interpreter are copied once, and the pid returned is that of the process itself.
    """
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    flags = _NEW_NAMESPACES | signal.SIGCHLD
    pid = _c.syscall(_CLONE[platform.machine()], ctypes.c_ulong(flags), None, None, None, None)
    if pid == 0:
        python.PyOS_AfterFork_Child()
        return 0
    error = ctypes.get_errno()
    python.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(error, "no new namespaces: " + os.strerror(error))
    return pid


def confine(writable: str, resources: Resources) -> None:
    """Give up everything this child of :func:`fork_apart` does not need to compute.

    ``writable`` becomes an empty folder of its own, the only one it can write to; what is
    mounted below it stays where it is.
    """
    _map_user()
    below = {path: os.open(path, os.O_PATH) for path in mounted_below(writable)}
    _mount_empty(writable, f"size={resources.folder_size},nr_inodes=1000,mode=700")
    for path, fd in below.items():
        _mount_again(path, fd)
    # what else is in /proc belongs to the server; a new one would show this process to itself.
    # Terminals are not needed, and would be seen by the server's other children.
    for place in ("/dev/pts", "/proc"):
        _mount_empty(place, "size=4k,nr_inodes=1,mode=555", _MS_RDONLY)
    os.chdir(writable)
    limit(resources)
    _drop_capabilities()
    seccomp.install()


@functools.cache
def mounted_below(folder: str) -> tuple[str, ...]:
    """Return what is mounted inside ``folder``: Python's own files, where they lie there."""
    with open("/proc/self/mountinfo") as file:
        points = [re.sub(r"\\(\d{3})", _unescaped, line.split()[4]) for line in file]
    return tuple(point for point in points if point.startswith(folder + "/"))


def _unescaped(found: re.Match) -> str:
    return chr(int(found[1], 8))


def limit(resources: Resources) -> None:
    """Set the resource limits of this process."""
    for what, most in (
        (resource.RLIMIT_AS, resources.memory),
        (resource.RLIMIT_CPU, resources.cpu_seconds),
        (resource.RLIMIT_FSIZE, resources.file_size),
        (resource.RLIMIT_NPROC, resources.threads),
        (resource.RLIMIT_NOFILE, resources.open_files),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(what, (most, most))
    # a write beyond RLIMIT_FSIZE is then an OSError, not a death
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def close_all_but(keep: set[int]) -> None:
    """Close every file descriptor above 2 that is not in ``keep``."""
    low = 3
    for fd in sorted(keep):
        os.closerange(low, fd)
        low = fd + 1
    os.closerange(low, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _map_user() -> None:
    """Keep the user this process had outside; nobody else exists for it."""
    uid, gid = _outer_ids
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {uid} 1"),
        ("gid_map", f"{gid} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(line)


#: of the server, taken before any fork: a child sees the overflow user until it is mapped
_outer_ids = (os.getuid(), os.getgid())


def _mount_empty(path: str, options: str, flags: int = 0) -> None:
    flags |= _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    _checked(
        _c.mount(b"none", path.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode()), path
    )


def _mount_again(path: str, fd: int) -> None:
    """Mount what ``fd`` is open on at ``path``, as protected as it was, and close ``fd``."""
    source = f"/proc/self/fd/{fd}"
    if os.path.isdir(source):
        os.makedirs(path, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.close(os.open(path, os.O_CREAT))
    flags = ctypes.c_ulong(_MS_BIND | _MS_REC)
    _checked(_c.mount(source.encode(), os.fsencode(path), None, flags, None), path)
    os.close(fd)


def _drop_capabilities() -> None:
    for capability in range(_LAST_CAP_TRIED + 1):
        if _c.prctl(_CAPBSET_DROP, capability, 0, 0, 0):
            break  # the kernel knows no more of them
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    _checked(_c.capset(header, none), "capabilities")


def _checked(result: int, what: str) -> None:
    if result:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), what)
