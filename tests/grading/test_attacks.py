"""What a submission may try, and what it gets: the points of its honest answers, no more.

Every attack hands in a wrong ``mse`` (2 points) and the right ``mse_gradient`` (4 points).
"""

import contextlib
import dataclasses
import gc
import struct
import time
import warnings
import weakref

import numpy as np
import pytest

from autograder.grading.boundary.framing import Lost, TimedOut
from autograder.grading.boundary.messages import Limits
from autograder.grading.boundary.wire import WireError, decode, encode
from autograder.grading.judge.judge import Judge
from autograder.grading.judge.student_process import StudentProcess
from autograder.interrupting import raise_after
from tests.grading.judge_support import submission

WRONG = "def mse(w, X, y):\n    return 0.0\n"

#: text of the cell of ``mse``; the judge calls ``mse(w, X, y)``
IN_THE_ANSWER = {
    "a number that equals everything": """
class Any(float):
    __eq__ = __le__ = __ge__ = lambda self, other: True
    __lt__ = __gt__ = __ne__ = lambda self, other: False
    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0.0
    __hash__ = float.__hash__
def mse(w, X, y):
    return Any(0.0)
""",
    "an array with rules of its own": """
class Any(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return True
    def __array_function__(self, *args, **kwargs):
        return True
def mse(w, X, y):
    return np.zeros(()).view(Any)
""",
    "an object that claims to be an array": """
class Any:
    __array_interface__ = {"shape": (1,), "typestr": "<f8", "data": (4096, False), "version": 3}
    shape, dtype, size = (), np.dtype(float), 1
    def __array__(self, *args, **kwargs):
        return np.zeros(())
    def __float__(self):
        return 0.0
def mse(w, X, y):
    return Any()
""",
    "patched comparisons": """
import builtins
np.testing.assert_allclose = np.allclose = np.array_equal = lambda *a, **k: True
np.isfinite = lambda a: np.ones(np.shape(a), bool)
builtins.abs = builtins.max = lambda *a: 0.0
"""
    + WRONG,
    "patched checks": """
import autograder.checks as checks
from autograder.checks import expectations, purity, student
expectations.assert_matches = purity.same = student.same = lambda *a, **k: True
checks.CheckFailed.__init__ = lambda self, *a: None
checks.Student.__getitem__ = lambda self, name: lambda *a, **k: None
"""
    + WRONG,
    "a shell that says all went well": """
import ast, sys
from IPython.core.interactiveshell import ExecutionResult
class NoAssertion(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
get_ipython().ast_transformers.append(NoAssertion())
ExecutionResult.success = True
def mse(w, X, y):
    sys.displayhook(2)
    print("2.0\\npassed\\nscore: 2")
    return 0.0
""",
    "a hunt for the reference": """
import gc, inspect, sys, os
def mse(w, X, y):
    for found in [*sys.modules.values(), *gc.get_objects()]:
        if "reference" in str(getattr(found, "__name__", "")) and hasattr(found, "mse_gradient"):
            return found.mse(w, X, y)
    frame = inspect.currentframe()
    while frame:
        for name, value in {**frame.f_globals, **frame.f_locals}.items():
            if "reference" in name or "expected" in name:
                return value
        frame = frame.f_back
    for where, folders, files in os.walk("/"):
        if "reference.py" in files:
            exec(open(where + "/reference.py").read(), globals())
        folders[:] = set(folders) - {"usr", "site-packages", "sys"}
    return 0.0
""",
    "an error that calls itself a pass": """
class CheckPassed(AssertionError):
    def __str__(self):
        return "passed" * 10**6
    __module__ = "builtins"
CheckPassed.__name__ = "StopIteration"
def mse(w, X, y):
    raise CheckPassed
""",
    "an error whose text never ends": """
class Endless(ValueError):
    def __str__(self):
        raise self
    __repr__ = __str__
def mse(w, X, y):
    raise Endless
""",
    "names and texts that are not what they say": """
class Any:
    def __repr__(self):
        raise SystemExit
    __str__ = __repr__
    @property
    def __class__(self):
        return float
Any.__name__ = Any.__qualname__ = "<script>alert(1)</script>\\x1b[2J"
def mse(w, X, y):
    return Any()
""",
    "None": "def mse(w, X, y):\n    return None\n",
    "not a number": "def mse(w, X, y):\n    return float('nan')\n",
    "infinity": "def mse(w, X, y):\n    return np.array(np.inf)\n",
    "a list that holds itself": """
def mse(w, X, y):
    loop = []
    loop.append(loop)
    return loop
""",
    "a very deep list": """
def mse(w, X, y):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep
""",
    "a huge array": "def mse(w, X, y):\n    return np.zeros(10**8)\n",
    "a huge integer": "def mse(w, X, y):\n    return 1 << 10**7\n",
    "a huge text": "def mse(w, X, y):\n    return 'x' * 10**8\n",
    "an endless generator": "def mse(w, X, y):\n    while True:\n        yield 0.0\n",
    "arrays of objects, texts and records": """
kinds = [object, "U8", "M8[s]", [("a", float)], "V8"]
def mse(w, X, y):
    kinds.append(kinds.pop(0))
    return np.zeros((), dtype=kinds[0])
""",
    "a function": "def mse(w, X, y):\n    return lambda *args: 0.0\n",
    "recursion": "def mse(w, X, y):\n    return mse(w, X, y)\n",
    "leaving": "import sys\ndef mse(w, X, y):\n    sys.exit(0)\n",
    "interrupting": "def mse(w, X, y):\n    raise KeyboardInterrupt\n",
    "leaving at once": "import os\ndef mse(w, X, y):\n    os._exit(0)\n",
    "aborting": "import os\ndef mse(w, X, y):\n    os.abort()\n",
    "a crash": "import ctypes\ndef mse(w, X, y):\n    ctypes.string_at(0)\n",
    "signals": """
import os, signal
def mse(w, X, y):
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV):
        os.kill(0, number)
        os.kill(-1, number)
    return 0.0
""",
    "a loop": "def mse(w, X, y):\n    while True:\n        pass\n",
    "a loop that swallows what should stop it": """
import signal, time
def mse(w, X, y):
    for number in range(1, 32):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while True:
        try:
            time.sleep(100)
        except BaseException:
            pass
""",
    "processes": """
import os
def mse(w, X, y):
    while True:
        try:
            os.fork()
        except OSError:
            return 0.0
""",
    "threads": """
import threading, time
def mse(w, X, y):
    while True:
        threading.Thread(target=time.sleep, args=(100,)).start()
""",
    "memory": """
def mse(w, X, y):
    kept = []
    while True:
        kept.append(np.ones(10**7))
""",
    "files": """
def mse(w, X, y):
    for number in range(10**6):
        with open(f"/tmp/{number}", "wb") as file:
            file.write(bytes(10**6))
""",
    "output": """
import os
def mse(w, X, y):
    while True:
        print("x" * 10**6)
        os.write(1, bytes(10**6))
        os.write(2, bytes(10**6))
""",
    "input": "def mse(w, X, y):\n    return float(input('expected? '))\n",
    "a forged reply": """
import gc
from autograder.grading.boundary.framing import encode_frame
from autograder.grading.boundary.peer import Peer
from autograder.grading.boundary.wire import encode
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    for number in range(200):
        for kind in (b"=", b"!"):
            peer.connection.sock.sendall(encode_frame(kind, number, encode(0.0)))
    return 0.0
""",
    "replies ahead of the questions": """
import gc, threading
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    def reply():
        while True:
            peer.connection.send(b"=", peer.handles.last_number + 1, b"N")
    threading.Thread(target=reply, daemon=True).start()
    return 0.0
""",
    "bytes on every descriptor": """
import os
def mse(w, X, y):
    for fd in range(64):
        for data in (b"\\xff" * 100, b"=" * 100, bytes(100)):
            try:
                os.write(fd, data)
            except OSError:
                pass
    return 0.0
""",
    "a message without an end": """
import os
def mse(w, X, y):
    for fd in range(3, 64):
        try:
            os.write(fd, b"\\x00\\x00\\x00\\x04=" + bytes(5))
            while True:
                os.write(fd, bytes(2**16))
        except OSError:
            pass
""",
    "closing every descriptor": "import os\ndef mse(w, X, y):\n    os.closerange(0, 1024)\n",
    "replayed replies": """
import gc
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
send, sent = peer.connection.send, []
def replay(*message):
    sent.append(message)
    for kind, number, body, tables in sent[-5:]:
        send(kind, message[1], body, tables)
peer.connection.send = replay
"""
    + WRONG,
    "a pickle that acts": """
import os, pickle
class Any:
    def __reduce__(self):
        return os.system, ("touch /tmp/left",)
    __reduce_ex__ = lambda self, protocol: self.__reduce__()
def mse(w, X, y):
    return [Any(), pickle.dumps(Any()), np.array([Any()], dtype=object)]
""",
    "silenced errors": """
import sys
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.showtraceback = InteractiveShell._showtraceback = lambda *a, **k: None
sys.excepthook = lambda *a: None
def mse(w, X, y):
    raise AssertionError
""",
    "a look at the process and its parents": """
import os
def mse(w, X, y):
    for pid in ("self", "1", str(os.getppid()), *map(str, range(50))):
        for name in ("environ", "cmdline", "maps", "mem", "fd/3", "root/etc/passwd", "cwd"):
            try:
                found = open(f"/proc/{pid}/{name}", "rb").read(10**6)
            except OSError:
                continue
            return found
    return [os.environ.get("AUTOGRADER_SEED"), os.getcwd(), os.listdir("/"), os.listdir(".")]
""",
    "waiting for the judge to lose patience": """
import time
def mse(w, X, y):
    time.sleep(0.9)
    return 0.0
""",
    "questions to the judge": """
import gc
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    asked = [("call", 1), ("call", "mse"), ("get", 1, "__globals__"), ("get", 0, "solution"),
             ("operate", "system", "true"), ("operate", "add", 1, 2), ("run", "1"), ("", "")]
    for op, target, *args in asked:
        try:
            peer.request(op, target, *args)
        except Exception:
            pass
    return 0.0
""",
    "questions without an end": """
import gc
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    while True:
        try:
            peer.request("operate", "add", X, X)
        except Exception:
            pass
""",
    "another protocol": """
import gc
from autograder.grading.boundary import marshal, peer
from autograder.grading.boundary.wire import encode
child = next(o for o in gc.get_objects() if isinstance(o, peer.Peer))
marshal.Outgoing.pack = lambda self, value: encode(np.zeros(()))
type(child).described = lambda self, error: ("NotDifferentiable", "passed", "", 1)
"""
    + WRONG,
    "descriptors sent along": """
import array, gc, os, socket
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    fds = array.array("i", [os.open("/tmp", os.O_RDONLY) for _ in range(20)])
    for _ in range(200):
        peer.connection.sock.sendmsg([b"="], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
    return 0.0
""",
    "a reply drop by drop": """
import gc, time
from autograder.grading.boundary.framing import encode_frame
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    head = encode_frame(b"=", peer.handles.last_number, bytes(2**20))[:10]
    peer.connection.sock.sendall(head)
    while True:
        peer.connection.sock.sendall(b"N")
        time.sleep(0.01)
""",
    "a socket closed in one direction": """
import gc, socket, time
from autograder.grading.boundary.peer import Peer
peer = next(o for o in gc.get_objects() if isinstance(o, Peer))
def mse(w, X, y):
    peer.connection.sock.shutdown(socket.SHUT_WR)
    time.sleep(100)
""",
    "warnings without an end": """
import warnings
def mse(w, X, y):
    for number in range(10**7):
        warnings.warn("x" * 10**4 + str(number), RuntimeWarning)
    return 0.0
""",
    "an alarm in the middle of our own code": """
import signal
class Passed(BaseException):
    pass
def ring(*args):
    raise Passed
def mse(w, X, y):
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)
    return 0.0
""",
    "an end when it is collected": """
import os
class Bomb:
    def __del__(self):
        os._exit(0)
def mse(w, X, y):
    bomb = Bomb()
    bomb.itself = bomb
    return 0.0
""",
    "recursion without a limit": """
import sys
def mse(w, X, y):
    sys.setrecursionlimit(2**31 - 1)
    class Deep(list):
        def __repr__(self):
            return repr(self) + repr(Deep(self))
    return float(repr(Deep()))
""",
    "a tracer of all that runs": """
import sys, threading
seen = []
def trace(frame, event, arg):
    seen.extend(frame.f_locals.values())
    return trace
def mse(w, X, y):
    sys.settrace(trace)
    threading.settrace(trace)
    sys.setprofile(trace)
    for value in seen:
        if isinstance(value, float):
            return value
    return 0.0
""",
    "handles of what was never handed out": """
import gc
from autograder.grading.boundary import peer as peers
from autograder.grading.boundary.wire import Handle, encode
kinds = [Handle(kind, number, "mse") for kind in
         ("yours", "function", "object", "class", "iterator", "generator") for number in range(3)]
def mse(w, X, y):
    kinds.append(kinds.pop(0))
    return kinds[0]
""",
    "a slow change of mind": """
import threading, time
def mse(w, X, y):
    answer = np.zeros(())
    def change():
        while True:
            answer[...] += 1e-3
    threading.Thread(target=change, daemon=True).start()
    return answer
""",
    "limits lifted": """
import resource
def mse(w, X, y):
    for what in range(16):
        for most in (resource.RLIM_INFINITY, 2**40, 0):
            try:
                resource.setrlimit(what, (most, most))
            except (OSError, ValueError):
                pass
    return 0.0
""",
    "the lowest number and the highest": """
values = [5e-324, 1.7976931348623157e308, -0.0, float.fromhex("0x1p-1074"), -(2**63), 2**64,
          np.float16(1e-8), np.float32(np.finfo("f4").max), np.longdouble(0), complex(0, np.nan)]
def mse(w, X, y):
    values.append(values.pop(0))
    return values[0]
""",
    "a name in other letters": """
def ｍｓｅ(w, X, y):
    return 0.0
""",
    "a counter of calls": """
calls = 0
def mse(w, X, y):
    global calls
    calls += 1
    return 0.0 if calls % 2 else np.mean((X @ w - y) ** 2) / 2
""",
}
#: in these the process is lost, or spoilt by its own doing, and the right answer with it
SPOILS_ITSELF = {"another protocol", "patched comparisons", "replayed replies"}


@pytest.mark.parametrize("attack", IN_THE_ANSWER)
def test_an_attack_earns_nothing_and_costs_nothing_else(judge, line, attack):
    start = time.monotonic()
    verdict = judge.grade(line, submission(line, {"mse": IN_THE_ANSWER[attack]}))
    assert time.monotonic() - start < 30
    assert verdict.points("mse") == 0
    assert all(outcome.public for outcome in verdict.outcomes["mse"])
    if attack not in SPOILS_ITSELF:
        assert verdict.points("mse_gradient") == 4, verdict.outcomes["mse_gradient"]
    assert verdict.points("mse_gradient") in (0, 1, 3, 4)
    assert judge.grade(line, submission(line, id="honest")).score == 6


#: texts of a cell that comes before everything else
BEFORE_ALL = {
    "leaves": "import os; os._exit(0)",
    "loops": "while True: pass",
    "swallows": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "takes memory": "kept = []\nwhile True:\n    kept.append(bytearray(2**26))",
    "prints for ever": "while True: print('x' * 10**6)",
    "closes all": "import os; os.closerange(0, 1024)",
    "kills the shell": "get_ipython().run_cell = None",
    "leaves the shell": "exit()\nquit()",
    "no syntax": "def (:",
    "asks the shell": "!rm -rf /\n%%bash\necho",
}


@pytest.mark.parametrize("cell", BEFORE_ALL)
def test_a_bad_cell_costs_no_answer(judge, line, cell):
    bad = submission(line, before=[BEFORE_ALL[cell]])
    verdict = judge.grade(line, bad)
    if cell != "kills the shell":  # no cell can run after it
        assert verdict.score == 6, verdict.notes
    assert len(verdict.outputs) == len(bad.program)
    assert judge.grade(line, submission(line, id="honest")).score == 6


def test_the_reference_that_stands_in_for_an_answer_cannot_be_kept(judge, line):
    # called again without the stand-in, the wrong mse would know the right answer
    thief = """
kept = []
def mse_gradient(w, X, y):
    kept.append(mse)
    raise ValueError
"""
    user = """
def mse(w, X, y):
    for function in kept:
        try:
            return function(w, X, y)
        except Exception:
            pass
    return 0.0
kept = []
"""
    verdict = judge.grade(line, submission(line, {"mse": user, "mse_gradient": thief}))
    assert verdict.score == 0


@pytest.mark.parametrize("asks", ["mse(np.zeros(3), Huge(), y)", "mse"], ids=["loops", "returns"])
def test_what_stands_in_for_an_answer_cannot_be_made_to_hang(judge, line, asks):
    # the reference of mse runs with the judge, on what this hands to it
    uses = f"def mse_gradient(w, X, y):\n    return {asks}\n"
    endless = """
class Huge:
    def __array__(self, *args, **kwargs):
        while True:
            pass
"""
    answers = {"mse": "def mse(w, X, y):\n    return 0.0\n", "mse_gradient": endless + uses}
    start = time.monotonic()
    assert judge.grade(line, submission(line, answers)).score == 0
    assert time.monotonic() - start < 20


def test_a_loop_in_what_the_judge_was_asked_for_is_interrupted(sandbox, line):
    def hands_out(student, rng):
        student.mse(lambda n: sum(1 for _ in range(n)))

    judge = Judge(sandbox, limits=Limits(check=0.5))
    steps = {"mse": "def mse(f): return f(10**12)"}
    used = time.process_time()
    verdict = judge.grade(checked_by(line, hands_out), submission(line, steps))
    assert verdict.outcomes["mse"][0].kind == "timeout"
    assert time.process_time() - used < 5


@pytest.mark.parametrize("name", ["StopIteration", "StopAsyncIteration"])
def test_an_error_cannot_end_a_loop_of_the_check(asked, name):
    # all(map(…)) over objects would be true for a process that ends it at the first
    source = f"class Node:\n    @property\n    def is_right(self): raise {name}\n"
    nodes = [asked(source).Node() for _ in range(3)]
    with pytest.raises(RuntimeError):
        all(map(lambda node: node.is_right, nodes))


def test_what_goes_wrong_in_the_judge_again_and_again_is_not_all_kept(asked):
    # the traceback of an error holds the arguments, here 8 MB each time
    student = asked(
        "def ask(f):\n    X = np.zeros(10**6)\n    for _ in range(30):\n"
        "        try: f(X)\n        except ValueError: pass"
    )
    kept = []

    def refuse(X):
        kept.append(weakref.ref(X))
        raise ValueError

    student.ask(refuse)
    gc.collect()
    assert len(kept) == 30
    assert sum(ref() is not None for ref in kept) <= 1


def test_objects_without_an_end_are_refused(asked):
    student = asked(
        "class Node: pass\ndef nodes(): return [Node() for _ in range(90_000)]\n"
        "def kinds(): return [type(f'Kind{i}', (), {})() for i in range(1000)]"
    )
    assert len({type(one) for one in student.kinds()}) < 200
    with pytest.raises(Lost):
        for _ in range(10):
            student.nodes()


def checked_by(chapter, function):
    """The chapter with the one exercise ``mse``, and ``function(student, rng)`` as its check."""
    exercise = chapter.exercises["mse"]
    check = dataclasses.replace(exercise.checks[0], function=function)
    return dataclasses.replace(
        chapter, exercises={"mse": dataclasses.replace(exercise, checks=(check,))}
    )


def test_the_judges_own_work_on_an_answer_is_interrupted(sandbox, line):
    # this check believes that a count is small
    def counts(student, rng):
        for _ in range(student.mse()):
            pass

    chapter = checked_by(line, counts)
    judge = Judge(sandbox, limits=Limits(check=1.0))
    used = time.process_time()
    verdict = judge.grade(
        chapter, submission(line, {"mse": "def mse(*args):\n    return 10**15\n"})
    )
    assert verdict.points("mse") == 0
    assert verdict.outcomes["mse"][0].kind == "timeout"
    assert time.process_time() - used < 8


def test_an_object_does_no_arithmetic_where_no_class_was_asked_for(sandbox, line):
    # a check that is careless: the difference would be computed by the answer
    def careless(student, rng):
        difference = student.mse.function() - np.ones(3)
        assert np.all(np.abs(difference) < 1e-9)

    sly = """
class Any:
    shape, dtype, size = (3,), np.dtype(float), 3
    def __sub__(self, other):
        return np.zeros(3)
    def __abs__(self):
        return 0.0
def mse():
    return Any()
"""
    verdict = Judge(sandbox).grade(checked_by(line, careless), submission(line, {"mse": sly}))
    assert verdict.points("mse") == 0

    def looks(student, rng):
        assert student.mse.function().shape == (3,)

    verdict = Judge(sandbox).grade(checked_by(line, looks), submission(line, {"mse": sly}))
    assert verdict.points("mse") == 0


def test_an_interruption_does_not_mix_up_what_the_worker_says(sandbox):
    for _ in range(20):
        with sandbox.child() as sock:
            with contextlib.suppress(TimedOut), raise_after(0.003, TimedOut, "wall"):
                while True:
                    sandbox.usage(sock)
            assert StudentProcess(sock, Limits()).request("defined", "", "no") == [False]


def test_nobody_steers_the_inputs_of_a_check_by_the_generator_it_is_given(sandbox, line):
    # this one draws as long as that suits it: the check's next input would be what it wants
    steers = """
def mse(rng):
    while True:
        after = np.random.default_rng()
        after.bit_generator.state = rng.bit_generator.state
        if after.integers(1000) == 7:
            return 0.0
        rng.random()
"""
    drawn = []

    def draws(student, rng):
        student.mse(rng)
        drawn.append(int(rng.integers(1000)))

    chapter = checked_by(line, draws)
    for student in "abc":
        verdict = Judge(sandbox).grade(chapter, submission(line, {"mse": steers}, id=student))
        assert verdict.points("mse") == 2
    assert set(drawn) != {7}
    honest = submission(line, {"mse": "def mse(rng):\n    return rng.random()\n"}, id="c")
    Judge(sandbox).grade(chapter, honest)
    assert drawn[-1] == drawn[-2]  # what was drawn from it makes no difference


def test_nothing_is_left_for_the_next_student(judge, line):
    places = """
import os, sys, builtins
places = ["/tmp", "/var/tmp", "/dev/shm", "/run", "/", os.getcwd(), os.path.expanduser("~"),
          os.path.dirname(np.__file__), "/grader", "/grader/autograder/checks"]
"""
    leave = """
for place in places:
    try:
        with open(os.path.join(place, "left"), "w") as file:
            file.write("def mse(w, X, y): return 0.0")
    except OSError:
        pass
np.left = builtins.left = sys.modules["left"] = os.environ["left"] = "0.0"
"""
    find = """
def found():
    yield from (name for name in ("left",) if hasattr(np, name) or hasattr(builtins, name))
    yield from (name for name in ("left",) if name in sys.modules or name in os.environ)
    for place in places:
        yield from (place for name in ("left",) if os.path.exists(os.path.join(place, name)))
list(found())
"""
    assert judge.grade(line, submission(line, before=[places + leave], id="first")).score == 6
    outputs = judge.grade(line, submission(line, after=[places + find], id="second")).outputs[-1]
    assert (outputs["shown"], outputs["error"]) == ([{"text/plain": "[]"}], "")


def test_keys_made_to_collide_do_not_hold_up_the_judge():
    message = encode({key: None for key in range(2000)})
    assert decode(message)[1999] is None
    collide = b"d" + struct.pack("<I", 50_000)
    for number in range(50_000):
        collide += encode(number * (2**61 - 1)) + b"N"
    with pytest.raises(WireError, match="keys"):
        decode(collide)


def test_keys_that_are_long_tuples_do_not_either():
    # all have one hash, and each comparison goes on to the end
    M = 2**61 - 1
    keys = [(M,) * 80 + tuple(M * (i >> bit & 1) for bit in range(11)) for i in range(2000)]
    assert len({hash(key) for key in keys[:50]}) == 1
    message = b"d" + struct.pack("<I", len(keys))
    message += b"".join(encode(key) + b"N" for key in keys)
    start = time.process_time()
    with contextlib.suppress(WireError):
        decode(message)
    assert time.process_time() - start < 0.5
    assert decode(encode({(1, "a", 2.0): 3})) == {(1, "a", 2.0): 3}
    with pytest.raises(WireError, match="key"):
        encode({(1,) * 100: 1})


def test_what_a_cell_shows_cannot_act(judge, line):
    show = """
from IPython.display import HTML, Javascript, Image, display
display(HTML("<script>alert(1)</script>"), Javascript("alert(1)"))
display({"image/png": "\\"><script>alert(1)</script>"}, raw=True)
print("\\x1b[2J<b>text</b>")
"""
    outputs = judge.grade(line, submission(line, after=[show])).outputs[-1]
    assert all(set(shown) <= {"text/plain"} for shown in outputs["shown"])
    assert outputs["stdout"] == "�[2J<b>text</b>\n"


def test_a_warning_is_not_shown_on_the_instructors_terminal(sandbox, line):
    chapter = checked_by(line, lambda student, rng: student.mse.function())
    warns = "def mse():\n    np.log(np.zeros(1))\n"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert Judge(sandbox).grade(chapter, submission(line, {"mse": warns})).score == 2
    assert caught == []


def test_an_error_is_shown_as_in_a_notebook(judge, line):
    outputs = judge.grade(line, submission(line, after=["x = 0\n1 / x", "{}['a']"])).outputs[-2:]
    for output, line_ in zip(outputs, ("----> 2 1 / x", "----> 1 {}['a']")):
        assert line_ in output["error"]
        assert "grader" not in output["error"]


def test_what_a_cell_shows_is_cut(judge, line):
    flood = "for _ in range(300):\n    print('x' * 10**5)\n'y' * 10**7"
    outputs = judge.grade(line, submission(line, after=[flood])).outputs[-1]
    assert outputs["stdout"].startswith("xxx")
    assert sum(len(str(value)) for value in outputs.values()) < 10**5


def test_what_is_printed_while_being_graded_is_shown_to_nobody(judge, line):
    loud = "def mse(w, X, y):\n    print('the hidden inputs', w, X, y)\n    return 0.0\n"
    verdict = judge.grade(line, submission(line, {"mse": loud}))
    assert "hidden" not in str(verdict.outputs) + str(verdict.outcomes)
