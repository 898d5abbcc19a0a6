"""Fork a child for each submission, from a process that has imported everything.

Started by :mod:`autograder.grading.judge.sandbox` inside bubblewrap. Takes the orders of
:mod:`autograder.grading.boundary.control`, and never reads what a child says.
"""

from __future__ import annotations

import array
import contextlib
import gc
import os
import random
import signal
import socket
import sys
import warnings

import matplotlib
import matplotlib.pyplot as plt
import numpy as np

from autograder.grading.boundary import control
from autograder.grading.boundary.framing import Lost
from autograder.grading.boundary.lifetime import die_with
from autograder.grading.child import confine, seccomp
from autograder.grading.child.child import Child
from autograder.grading.child.shell import Shell, make_shell

FOLDER = "/tmp"  #: the only one that student's code can write to


def main(sock: socket.socket, confined: bool) -> None:
    """Fork and kill children as the judge asks, until it is gone."""
    os.environ["AUTOGRADER_CHECKING"] = "1"  # what passes is not kept in a mine.py here
    shell = _warm_up()
    sock.sendall(control.READY)
    while True:
        data, ancillary, _, _ = sock.recvmsg(control.ORDER.size, socket.CMSG_SPACE(4))
        if len(data) != control.ORDER.size:
            return
        match control.ORDER.unpack(data):
            case control.FORK, _:
                ((_, _, fds),) = ancillary
                (fd,) = array.array("i", fds)
                pid = _fork(fd, shell, confined)
                os.close(fd)
                _tell(sock, pid)
            case control.ASK_USAGE, pid:
                sock.sendall(control.USAGE.pack(*_usage(pid)))
            case control.KILL, pid:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                sock.sendall(control.KILL)
            case _:
                return


def _warm_up() -> Shell:
    """Import all that cells commonly import, so that no child has to."""
    import numpy.fft  # NumPy imports these when they are first used
    import numpy.linalg
    import numpy.ma
    import numpy.polynomial
    import numpy.random
    import numpy.testing  # noqa: F401

    import autograder.checks
    import autograder.datasets
    import autograder.pictures

    np.linalg.solve(np.eye(2) + 1, np.ones(2))
    shell = make_shell()
    autograder.pictures.use_style()  # most notebooks begin with it, and its first call is slow
    matplotlib.rcdefaults()
    plt.switch_backend("agg")
    for file in autograder.datasets.FOLDER.glob("*.csv"):  # read once for all children
        autograder.datasets.load_dataset(file.stem)
    warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")
    # the same numbers for the same submission, whatever was graded before
    np.random.seed(0)  # noqa: NPY002
    if control.is_supported():
        seccomp.program()  # once for all children, as what follows
        confine.mounted_below(FOLDER)
    gc.collect()
    gc.freeze()
    return shell


def _tell(sock: socket.socket, pid: int) -> None:
    """Say that ``pid`` was forked, and hand over what the kernel counts for it.

    So the judge reads the time of a check that begins without waking this process.
    """
    stat = control.stat_of(pid)
    socket.send_fds(sock, [control.PID.pack(pid)], [] if stat is None else [stat])
    if stat is not None:
        os.close(stat)


def _usage(pid: int) -> control.Usage:
    """Return how much processor time a child has had, and whether a thread of it wants more."""
    try:
        seconds = control.seconds_of(_stat(f"/proc/{pid}/stat"))
        threads = f"/proc/{pid}/task"
        states = {_stat(f"{threads}/{thread}/stat")[0] for thread in os.listdir(threads)}
    except OSError:  # it has ended, or this system has no /proc
        return control.Usage(0.0, False)
    # D: it waits for a disk or for memory, which is the machine's doing
    return control.Usage(seconds, bool(states & {"R", "D"}))


def _stat(path: str) -> list[str]:
    """Return the fields of a file in /proc that follow the name of the program."""
    with open(path) as file:
        return control.fields(file.read())


def _fork(fd: int, shell: Shell, confined: bool) -> int:
    server = os.getpid()
    pid = confine.fork_apart() if confined else os.fork()
    if pid == 0:
        try:
            if not confined:  # else it ends with its namespace
                die_with(server)
            _child(fd, shell, confined)
        finally:
            os._exit(1)
    return pid


def _child(fd: int, shell: Shell, confined: bool) -> None:
    os.setsid()  # a signal to its process group would reach the server too
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    confine.close_all_but({fd})
    if confined:
        confine.confine(FOLDER, confine.Resources())
    random.seed(0)  # it seeds itself afresh after a fork; NumPy's does not
    with contextlib.suppress(Lost):
        Child(socket.socket(fileno=fd), shell).serve()


if __name__ == "__main__":
    if sys.argv[2:] == ["--trusted"]:  # else bubblewrap sees to it
        die_with(os.getppid())
    main(socket.socket(fileno=int(sys.argv[1])), confined=sys.argv[2:] != ["--trusted"])
