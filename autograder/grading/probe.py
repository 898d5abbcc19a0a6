"""Try to break out of the sandbox, and say what held.

Each trial is a few lines run where a student's code would run. It prints ``held`` unless
it got what it was after.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.examinee import Examinee
from autograder.grading.peer import Lost
from autograder.grading.sandbox import Mode, Sandbox
from autograder.grading.submission import Limits


@dataclass(frozen=True)
class Probe:
    """A property of the sandbox, how it was tried, and whether it held."""

    name: str
    tried: str
    held: bool


#: (property, how it is tried, code that defines ``got``: what should be false)
TRIALS = (
    (
        "no network",
        "connect to 127.0.0.1 and 192.0.2.1",
        """
import socket
def got():
    names = [name for _, name in socket.if_nameindex()]
    for host in ("127.0.0.1", "192.0.2.1"):
        link = socket.socket()
        link.settimeout(0.2)
        try:
            link.connect((host, 53))
        except (TimeoutError, ConnectionRefusedError):
            return True
    return names != ["lo"]
""",
    ),
    (
        "the course cannot be seen",
        "open its files; look for a chapter's solutions everywhere",
        """
import os
def got():
    if any(os.path.exists(f"{COURSE}/{name}") for name in ("_toc.yml", "chapters", "solutions")):
        return True
    for _, folders, files in os.walk("/"):
        if {"reference.py", "mistakes.py"} <= set(files):
            return True
        folders[:] = set(folders) - {"usr", "lib", "proc", "sys"}
    return False
""",
    ),
    (
        "the environment is empty of yours",
        "look for a variable that was set outside",
        """
def got():
    return MARK in repr(__import__("os").environ)
""",
    ),
    (
        "nothing can be written but its own folder",
        "create a file in every other folder it can find",
        """
import os, sys
def got():
    places = ["/", "/dev", "/dev/shm", "/proc", "/usr", "/usr/lib", "/var/tmp", *sys.path]
    for place in places:
        path = os.path.join(place or ".", "left-by-a-probe")
        if place.startswith("/tmp"):
            continue
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except OSError:
            continue
        os.unlink(path)
        return True
""",
    ),
    (
        "no other process can be seen",
        "list /proc; signal processes 2 to 4000",
        """
import os
def got():
    def exists(pid):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
    return bool(os.listdir("/proc")) or any(map(exists, range(2, 4000)))
""",
    ),
    (
        "no descriptor of the judge is open",
        "look at descriptors 3 to 1023",
        """
import os, stat
def got():
    found = []
    for fd in range(3, 1024):
        try:
            found.append(os.fstat(fd))
        except OSError:
            continue
    return len(found) != 1 or not stat.S_ISSOCK(found[0].st_mode)
""",
    ),
    (
        "no rights",
        "set the host's name (to what it is), mount, change the root folder",
        """
import ctypes, socket
def got():
    c = ctypes.CDLL(None, use_errno=True)
    name = socket.gethostname().encode()
    return not (
        c.sethostname(name, len(name))
        and c.mount(b"none", b"/tmp", b"tmpfs", 0, None)
        and c.chroot(b"/tmp")
    )
""",
    ),
    (
        "no new namespaces",
        "unshare users and mounts",
        """
import ctypes
def got():
    return ctypes.CDLL(None).unshare(0x10000000 | 0x00020000) == 0
""",
    ),
    (
        "no debugging of other processes",
        "ptrace",
        """
import ctypes
def got():
    return ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0
""",
    ),
    (
        "no new processes",
        "fork, vfork, run a program",
        """
import os, subprocess, sys
def got():
    try:
        if os.fork() == 0:
            os._exit(0)
        return True
    except OSError:
        pass
    try:
        subprocess.run([sys.executable, "-c", ""])
        return True
    except OSError:
        return False
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
        return True
    except RuntimeError:
        return False
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
    return sum(map(len, kept)) >= 2**32
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
        return written >= 2**26
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
        return True
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (hard + 1, hard + 1))
        return True
    except (ValueError, OSError):
        return False
""",
    ),
)
LEAVE = 'import os\ntry:\n    os.mkdir("/tmp/left-by-a-probe")\nexcept OSError:\n    pass'
FIND = 'import os\ndef got():\n    return os.path.exists("/tmp/left-by-a-probe")'
ASK = """
try:
    found = got()
except Exception:
    found = False
print("got" if found else "held")
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
            Probe(name, tried, _held(sandbox, known + code + ASK)) for name, tried, code in TRIALS
        ]
        _held(sandbox, LEAVE)
        tried = "leave a folder in /tmp, and look for it in the next one's"
        found.append(Probe("nothing is left for the next", tried, _held(sandbox, FIND + ASK)))
        if mode == "none" and os.path.isdir("/tmp/left-by-a-probe"):
            os.rmdir("/tmp/left-by-a-probe")
        found.append(Probe("limited time", "loop for ever", _is_stopped(sandbox)))
    return found


def _held(sandbox: Sandbox, code: str) -> bool:
    with sandbox.child() as sock:
        examinee = Examinee(sock, Limits(cell=20.0), "")
        return examinee.request("run", code)["stdout"].strip() == "held"


def _is_stopped(sandbox: Sandbox) -> bool:
    start = time.monotonic()
    try:
        with sandbox.child() as sock:
            Examinee(sock, Limits(cell=0.5), "").request("run", "while True: pass")
    except Lost:
        return time.monotonic() - start < 10
    return False
