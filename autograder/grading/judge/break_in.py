"""Try to break out of the sandbox, and say what held.

Each trial is a few lines run where a student's code would run. It prints ``held`` unless
it got what it was after; a trial that fails in any other way proves nothing, and counts as
broken. The tests run each where nothing protects, too: it must do no harm there.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.boundary.framing import Lost
from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.sandbox import Mode, Sandbox
from autograder.grading.judge.student_process import StudentProcess


@dataclass(frozen=True)
class Probe:
    """A property of the sandbox, how it was tried, and what got through: ``""`` if it held."""

    name: str
    tried: str
    why: str = ""

    @property
    def held(self) -> bool:
        return not self.why


#: (property, how it is tried, code that defines ``got``: what should be false, or a text)
TRIALS = (
    (
        "an ordinary user",
        "become root",
        """
import os
def got():
    if os.getuid() == 0 or os.geteuid() == 0:
        return "it runs as root"
    for become in (os.setuid, os.setgid, os.seteuid):
        try:
            become(0)
            return "it became root"
        except OSError:
            pass
    if len(os.getgroups()) > 1:
        return f"groups {os.getgroups()}"
""",
    ),
    (
        "no capabilities",
        "set the host's name (to what it is), mount, change the root; look at the sets",
        """
import ctypes, socket, tempfile
def got():
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
""",
    ),
    (
        "no network",
        "list the interfaces; connect to 127.0.0.1 and 192.0.2.1",
        """
import socket
def got():
    try:
        names = [name for _, name in socket.if_nameindex()]
    except OSError:
        names = []
    if set(names) - {"lo"}:
        return f"interfaces {names}"
    for host in ("127.0.0.1", "192.0.2.1"):
        try:
            with socket.socket() as link:
                link.settimeout(0.2)
                link.connect((host, 53))
        except (TimeoutError, ConnectionRefusedError):
            return "a socket to the network"
        except OSError:
            continue
        return f"a connection to {host}"
""",
    ),
    (
        "the course cannot be seen",
        "open its files; look for a chapter's solutions everywhere",
        """
import os
def got():
    for name in ("_toc.yml", "chapters", "solutions"):
        if os.path.exists(f"{COURSE}/{name}"):
            return f"{COURSE}/{name}"
    for place, folders, files in os.walk("/"):
        if {"reference.py", "mistakes.py"} <= set(files):
            return place
        folders[:] = set(folders) - {"usr", "lib", "proc", "sys"}
""",
    ),
    (
        "the environment is empty of yours",
        "look for a variable that was set outside",
        """
import os
def got():
    return "the variable" if MARK in repr(os.environ) else ""
""",
    ),
    (
        "nothing can be written but its own folder",
        "create a file in every other folder it can find",
        """
import os, sys
def got():
    places = ["/", "/dev", "/dev/shm", "/proc", "/run", "/usr", "/usr/lib", "/var/tmp", *sys.path]
    for place in places:
        path = os.path.join(place, "left-by-a-probe")
        try:
            if os.stat(place or ".").st_dev == os.stat("/tmp").st_dev:
                continue  # its own, or a folder in it that holds what is mounted below
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except OSError:
            continue
        os.unlink(path)
        return path
""",
    ),
    (
        "no other process can be seen",
        "list /proc; signal processes 2 to 4000",
        """
import os
def got():
    if os.listdir("/proc"):
        return f"{len(os.listdir('/proc'))} entries in /proc"
    for pid in range(2, 4000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            continue
        except PermissionError:
            pass
        return f"process {pid}"
""",
    ),
    (
        "no descriptor of the judge is open",
        "look at descriptors 3 to 1023",
        """
import os, stat
def got():
    found = {}
    for fd in range(3, 1024):
        try:
            found[fd] = stat.S_ISSOCK(os.fstat(fd).st_mode)
        except OSError:
            continue
    return "" if list(found.values()) == [True] else f"descriptors {list(found)}"
""",
    ),
    (
        "no rare system calls",
        "new namespaces, tracing, keys, io_uring, BPF, memory files, other sockets",
        """
import ctypes, platform, socket
def got():
    c = ctypes.CDLL(None, use_errno=True)
    column = ("x86_64", "aarch64").index(platform.machine())
    spare = ctypes.create_string_buffer(256)
    calls = {
        "unshare": ((272, 97), 0x10000000 | 0x00020000),
        "ptrace": ((101, 117), 0, 0, 0, 0),
        "add_key": ((248, 217), b"user", b"probe", b"x", 1, -3),
        "io_uring_setup": ((425, 425), 1, spare),
        "memfd_create": ((319, 279), b"probe", 0),
        "userfaultfd": ((323, 282), 1),
        "clone3": ((435, 435), spare, 0),
    }
    found = []
    for name, (numbers, *arguments) in calls.items():
        ctypes.set_errno(0)
        result = c.syscall(numbers[column], *arguments)
        if result >= 0 or ctypes.get_errno() not in (1, 38):  # EPERM, ENOSYS
            found.append(name)
    for family in ("AF_INET", "AF_NETLINK", "AF_VSOCK", "AF_ALG", "AF_PACKET"):
        try:
            socket.socket(getattr(socket, family), socket.SOCK_RAW).close()
            found.append(family)
        except OSError:
            pass
    return ", ".join(found)
""",
    ),
    (
        "no new processes",
        "fork, run a program",
        """
import os, subprocess, sys
def got():
    try:
        if os.fork() == 0:
            os._exit(0)
        return "a fork"
    except OSError:
        pass
    try:
        subprocess.run([sys.executable, "-c", ""])
        return "a program"
    except OSError:
        return ""
""",
    ),
    (
        "few threads",
        "start 200 of them",
        """
import threading
def got():
    stop = threading.Event()
    try:
        for _ in range(200):
            threading.Thread(target=stop.wait, daemon=True).start()
        return "200 threads"
    except RuntimeError:
        return ""
    finally:
        stop.set()
""",
    ),
    (
        "limited memory",
        "ask for 4 GiB, at once and in pieces",
        """
import mmap
def got():
    kept = []
    for size in (2**32, *[2**28] * 16):
        try:
            kept.append(mmap.mmap(-1, size))
        except OSError:
            continue
    total = sum(map(len, kept))
    return f"{total >> 20} MiB" if total >= 2**32 else ""
""",
    ),
    (
        "limited files",
        "write 64 MiB to one file, and to many",
        """
import os
def got():
    def fill(names):
        written = 0
        for name in names:
            try:
                with open(f"/tmp/{name}", "wb", buffering=0) as file:
                    for _ in range(64):
                        written += file.write(bytes(2**20))
            except OSError:
                continue
        for name in names:
            os.path.exists(f"/tmp/{name}") and os.unlink(f"/tmp/{name}")
        return f"{written >> 20} MiB" if written >= 2**26 else ""
    return fill(["one"]) or fill([f"part-{i}" for i in range(8)])
""",
    ),
    (
        "limited processor time",
        "raise the limit",
        """
import resource
def got():
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or hard > 600:
        return "no limit"
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (hard + 1, hard + 1))
        return "a higher limit"
    except (ValueError, OSError):
        return ""
""",
    ),
)
#: what one submission does, and what another looks for, at the same time or later
LEAVE = """
import os, socket
try:
    os.mkdir("/tmp/left-by-a-probe")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(chr(0) + MARK)
    listener.listen()
    terminal = os.openpty()
except OSError:
    pass
"""
FIND = """
import os
def got():
    return "its folder" if os.path.exists("/tmp/left-by-a-probe") else ""
"""
MEET = """
import os, socket
def got():
    if os.path.exists("/tmp/left-by-a-probe"):
        return "its folder"
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.connect(chr(0) + MARK)
        return "its socket"
    except OSError:
        pass
    terminals = set(os.listdir("/dev/pts")) - {"ptmx"}
    return f"terminals {terminals}" if terminals else ""
"""
ASK = """
try:
    found = got()
except Exception as error:
    found = f"the trial failed: {type(error).__name__}: {error}"
print(found or "held")
"""


def probe(course: Path, mode: Mode = "bubblewrap") -> list[Probe]:
    """Every property with the outcome of really trying to break it.

    ``course`` is the folder that must not be seen. Raises :class:`SandboxError`.
    """
    mark = f"probe-{os.getpid()}-{time.monotonic_ns()}"
    os.environ["AUTOGRADER_PROBE"] = mark
    try:
        sandbox = Sandbox(mode)
    finally:
        del os.environ["AUTOGRADER_PROBE"]
    known = f"MARK, COURSE = {mark!r}, {str(course.resolve())!r}\n"
    with sandbox:
        found = [
            Probe(name, tried, _got(sandbox, known + code + ASK)) for name, tried, code in TRIALS
        ]
        with sandbox.child() as sock:
            _run(sock, known + LEAVE)
            tried = "meet another submission that runs now: its files, sockets, terminals"
            found.append(Probe("namespaces of its own", tried, _got(sandbox, known + MEET + ASK)))
        tried = "leave a folder in /tmp, and look for it in the next one's"
        found.append(Probe("nothing is left for the next", tried, _got(sandbox, FIND + ASK)))
        if mode == "none":
            with contextlib.suppress(OSError):
                os.rmdir("/tmp/left-by-a-probe")
        found.append(Probe("limited time", "loop for ever", _outlasted(sandbox)))
    return found


def _got(sandbox: Sandbox, code: str) -> str:
    """What the code printed, unless that was ``held``."""
    with sandbox.child() as sock:
        try:
            said = _run(sock, code)
        except Lost as reason:
            return f"the trial's process {reason}"
    return "" if said == "held" else said or "the trial said nothing"


def _run(sock: socket.socket, code: str) -> str:
    said = StudentProcess(sock, Limits(cell=20.0), "").request("run", code)["stdout"]
    return str(said).strip()[:200]


def _outlasted(sandbox: Sandbox) -> str:
    start = time.monotonic()
    try:
        with sandbox.child() as sock:
            StudentProcess(sock, Limits(cell=0.5), "").request("run", "while True: pass")
    except Lost:
        took = time.monotonic() - start
        return "" if took < 10 else f"it ran for {took:.0f} s"
    return "the loop ended"
