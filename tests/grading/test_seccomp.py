"""The filter of system calls refuses by the right numbers, on both machines.

The numbers are held against libseccomp's, and the filter is run step by step as the kernel would.
"""

import errno
import platform
import socket
import struct

import pytest

from autograder.grading.boundary.control import MACHINES
from autograder.grading.child import seccomp

ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
#: from the kernel's <linux/audit.h>
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
#: made by Python and NumPy all the time
HONEST = [
    *("read", "write", "close", "mmap", "munmap", "mprotect", "brk", "futex", "openat", "fstat"),
    *("clock_gettime", "getrandom", "rt_sigaction", "sched_yield", "exit_group", "rseq", "madvise"),
]


@pytest.fixture(scope="module")
def number():
    """The number of a call on a machine, by libseccomp's tables; negative if it has none."""
    try:
        import pyseccomp
    except Exception as error:
        pytest.fail(f"libseccomp is missing ({error}): `apt-get install libseccomp2`")
    arch = {"x86_64": pyseccomp.Arch.X86_64, "aarch64": pyseccomp.Arch.AARCH64}
    return lambda name, machine: pyseccomp.resolve_syscall(arch[machine], name)


@pytest.fixture(params=MACHINES)
def machine(request, monkeypatch):
    """Each machine that the filter is made for, as if this were one."""
    monkeypatch.setattr(platform, "machine", lambda: request.param)
    seccomp.program.cache_clear()
    yield request.param
    seccomp.program.cache_clear()


def outcome(machine, call, *arguments, architecture=None):
    """What the kernel would make of the filter for this call: ``"allow"``, ``"kill"``, a number."""
    data = struct.pack(
        "=iIQ6Q", call, architecture or AUDIT[machine], 0, *(*arguments, *[0] * 6)[:6]
    )
    program = list(struct.iter_unpack("=HBBI", seccomp.program()))
    value = at = 0
    while True:
        code, if_true, if_false, constant = program[at]
        at += 1
        match code:
            case 0x20:  # load a word
                (value,) = struct.unpack_from("=I", data, constant)
            case 0x15:  # equal
                at += if_true if value == constant else if_false
            case 0x35:  # at least
                at += if_true if value >= constant else if_false
            case 0x45:  # any of these bits
                at += if_true if value & constant else if_false
            case 0x06:  # return
                break
            case _:
                raise ValueError(code)
    if constant & 0xFFFF0000 == ERRNO:
        return errno.errorcode[constant & 0xFFFF]
    return {ALLOW: "allow", KILL: "kill"}[constant]


NUMBERS = seccomp.REFUSED | seccomp.SOCKETS | {"clone": seccomp.CLONE, "clone3": seccomp.CLONE3}


@pytest.mark.parametrize("name", NUMBERS)
def test_the_numbers_are_those_of_libseccomp(number, name):
    found = [number(name, machine) for machine in MACHINES]
    assert list(NUMBERS[name]) == [n if n >= 0 else -1 for n in found]


@pytest.mark.parametrize("name", seccomp.REFUSED)
def test_what_is_on_the_list_is_refused(number, machine, name):
    call = number(name, machine)
    if call >= 0:
        assert outcome(machine, call) == "EPERM"


@pytest.mark.parametrize("name", HONEST)
def test_what_python_does_is_allowed(number, machine, name):
    assert outcome(machine, number(name, machine)) == "allow"


def test_threads_and_local_sockets_are_allowed_processes_and_networks_are_not(number, machine):
    thread, process = 0x10000 | 0x100, 17
    assert outcome(machine, number("clone", machine), thread) == "allow"
    assert outcome(machine, number("clone", machine), process) == "EPERM"
    assert outcome(machine, number("clone3", machine), thread) == "ENOSYS"
    for name in ("socket", "socketpair"):
        assert outcome(machine, number(name, machine), socket.AF_UNIX) == "allow"
        for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
            assert outcome(machine, number(name, machine), family) == "EPERM"


#: all from Linux 6.5 on: newer than the list; the last is of the second table of x86_64
@pytest.mark.parametrize("call", [451, 457, 458, 468, 500, 2**16, 0x40000000 + 59])
def test_what_is_newer_than_the_list_does_not_exist(machine, call):
    assert outcome(machine, call) == "ENOSYS"


def test_the_newest_call_that_was_looked_at_exists(number, machine):
    assert number("set_mempolicy_home_node", machine) == seccomp.FIRST_UNKNOWN - 1
    assert outcome(machine, seccomp.FIRST_UNKNOWN - 1) == "allow"


def test_calls_by_another_machines_numbers_end_the_process(machine):
    assert outcome(machine, 0, architecture=0x40000003) == "kill"  # i386
