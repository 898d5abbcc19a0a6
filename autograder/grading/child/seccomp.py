"""Refuse the system calls that no honest answer makes, by a filter in the kernel.

Classic BPF as seccomp(2) takes it, for x86_64 and aarch64. A refused call fails with
``EPERM``, so that Python raises an ordinary ``PermissionError``. One that is newer than the
list below fails with ``ENOSYS``, as on a kernel that does not know it: nobody has looked at
what it gives away, and the C library falls back on older ones.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import platform
import socket
import struct

from autograder.grading.boundary.control import MACHINES

#: of x86_64 and of aarch64; -1 where that machine has no such call
REFUSED = {
    # new programs (new processes: see CLONE below)
    "fork": (57, -1),
    "vfork": (58, -1),
    "execve": (59, 221),
    "execveat": (322, 281),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "pidfd_open": (434, 434),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    # memory that no limit of a process counts
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "vmsplice": (278, 75),
    "splice": (275, 76),
    "tee": (276, 77),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "mbind": (237, 235),
    "set_mempolicy": (238, 237),
    # large parts of the kernel with a long history of holes
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "nfsservctl": (180, 42),
    "lookup_dcookie": (212, 18),
    # the machine
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "vhangup": (153, 58),
    "personality": (135, 92),
    "iopl": (172, -1),
    "ioperm": (173, -1),
    "modify_ldt": (154, -1),
    "uselib": (134, -1),
}
SOCKETS = {"socket": (41, 198), "socketpair": (53, 199)}
CLONE = (56, 220)
CLONE3 = (435, 435)
CLONE_THREAD = 0x10000

#: what the kernel calls each of control.MACHINES, in the order of the columns above
ARCHITECTURES = (0xC000003E, 0xC00000B7)
#: The first number that was free when the list was made. From 424 on the numbers of both machines
#: are the same; the second table of calls that x86_64 kernels offer (x32) begins far above.
FIRST_UNKNOWN = 451

_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_ERRNO = 0x00050000
_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_EQUAL, _AT_LEAST, _ANY_BIT = 0x15, 0x35, 0x45
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16

_SET_NO_NEW_PRIVS, _SET_SECCOMP, _MODE_FILTER = 38, 22, 2


_c = ctypes.CDLL(None, use_errno=True)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


@functools.cache
def program() -> bytes:
    """Return the filter: instructions ``(code, if true skip, if false skip, constant)``."""
    column = MACHINES.index(platform.machine())
    arch = ARCHITECTURES[column]
    out = [
        _instruction(_LOAD, _ARCH),
        _instruction(_EQUAL, arch, 1, 0),
        _instruction(_RETURN, _KILL),
        _instruction(_LOAD, _NUMBER),
    ]
    out += _refuse_if(_AT_LEAST, FIRST_UNKNOWN, errno.ENOSYS)
    # without clone3 the C library falls back to clone, whose flags can be read
    out += _refuse_if(_EQUAL, CLONE3[column], errno.ENOSYS)
    for numbers in REFUSED.values():
        if numbers[column] >= 0:
            out += _refuse_if(_EQUAL, numbers[column], errno.EPERM)
    for numbers in SOCKETS.values():
        out += [
            _instruction(_EQUAL, numbers[column], 0, 4),
            _instruction(_LOAD, _FIRST_ARGUMENT),
            _instruction(_EQUAL, socket.AF_UNIX, 1, 0),
            _instruction(_RETURN, _ERRNO | errno.EPERM),
            _instruction(_RETURN, _ALLOW),
        ]
    # threads yes, processes no
    out += [
        _instruction(_EQUAL, CLONE[column], 0, 3),
        _instruction(_LOAD, _FIRST_ARGUMENT),
        _instruction(_ANY_BIT, CLONE_THREAD, 1, 0),
        _instruction(_RETURN, _ERRNO | errno.EPERM),
        _instruction(_RETURN, _ALLOW),
    ]
    return b"".join(out)


def install() -> None:
    """Put the filter on this process, for good. Raises :class:`OSError`."""
    code = program()
    filter_ = _Program(len(code) // 8, code)
    if _c.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or _c.prctl(
        _SET_SECCOMP, _MODE_FILTER, ctypes.byref(filter_), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "no seccomp: " + os.strerror(ctypes.get_errno()))


def _refuse_if(test: int, constant: int, error: int) -> list[bytes]:
    return [_instruction(test, constant, 0, 1), _instruction(_RETURN, _ERRNO | error)]


def _instruction(code: int, constant: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, constant)
