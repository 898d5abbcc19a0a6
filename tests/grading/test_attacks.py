"""What a submission may try, and what it gets: the points of its honest answers, no more.

Every attack hands in a wrong ``mse`` (2 points) and the right ``mse_gradient`` (4 points).
"""

import ast
import contextlib
import dataclasses
import gc
import re
import socket
import struct
import time
import warnings
import weakref
from pathlib import Path

import numpy as np
import pytest

from autograder.grading.boundary.framing import Lost, TimedOut
from autograder.grading.boundary.messages import Limits
from autograder.grading.boundary.wire import WireError, decode, encode
from autograder.grading.child.child import Child
from autograder.grading.judge.judge import Judge
from autograder.grading.judge.student_process import StudentProcess
from autograder.interrupting import raise_after
from tests.grading.judge_support import submission

ATTACKS = Path(__file__).parent / "attacks"


def attacks(folder):
    """The attacks of a folder by name; ``.ipy``, as in IPython, is no plain Python."""
    files = sorted((ATTACKS / folder).glob("*.*py"))
    return {path.stem: path.read_text() for path in files}


#: the cell of ``mse``; the judge calls ``mse(w, X, y)``
IN_THE_ANSWER = attacks("in_the_answer")
#: a cell that comes before everything else
BEFORE_ALL = attacks("before_all")
USES_OURS = [name for name, text in IN_THE_ANSWER.items() if "from autograder" in text]
#: in these the process is lost, or spoilt by its own doing, and the right answer with it
SPOILS_ITSELF = {"another_protocol", "patched_comparisons", "replayed_replies"}
#: what an attack that names what is not there would end in
SLIPS = ("NameError", "AttributeError", "ImportError", "ModuleNotFoundError")


def test_there_are_attacks():
    assert len(IN_THE_ANSWER) > 60
    assert len(BEFORE_ALL) > 8


@pytest.mark.parametrize("attack", IN_THE_ANSWER)
def test_an_attack_earns_nothing_and_costs_nothing_else(judge, line, attack):
    start = time.monotonic()
    attacked = submission(line, {"mse": IN_THE_ANSWER[attack]})
    verdict = judge.grade(line, attacked)
    assert time.monotonic() - start < 30
    assert verdict.points("mse") == 0
    assert all(outcome.public for outcome in verdict.outcomes["mse"])
    if attack not in SPOILS_ITSELF:
        assert verdict.points("mse_gradient") == 4, verdict.outcomes["mse_gradient"]
    assert verdict.points("mse_gradient") in (0, 1, 3, 4)
    assert judge.grade(line, submission(line, id="honest")).score == 6
    # it did what it is here for
    cell = [cell.name for cell in attacked.program].index("mse")
    assert verdict.outputs[cell]["error"] == ""
    told = str(verdict.outcomes["mse"])
    assert not any(slip in told for slip in SLIPS), told


@pytest.fixture
def child():
    """What an attack finds as ``peer`` in its process."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Child(ours, None)


@pytest.mark.parametrize("attack", USES_OURS)
def test_what_an_attack_uses_of_ours_is_there(child, attack):
    tree = ast.parse(IN_THE_ANSWER[attack])
    known = {"type": type}
    used = []
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom() if "autograder" in ast.unparse(node):
                exec(ast.unparse(node), known)
            case ast.Assign([ast.Name(name)], ast.Call(ast.Name("next"))):  # in what gc knows
                known[name] = child
            case ast.Attribute():
                used.append(ast.unparse(node))
    ours = [text for text in used if re.match(r"(type\()?(\w+)", text)[2] in known]
    for text in ours:
        eval(text, known)  # an AttributeError: the attack would strike at nothing


@pytest.mark.parametrize("cell", BEFORE_ALL)
def test_a_bad_cell_costs_no_answer(judge, line, cell):
    bad = submission(line, before=[BEFORE_ALL[cell]])
    verdict = judge.grade(line, bad)
    if cell == "kills_the_shell":  # no cell can run after it
        assert verdict.score == 0
    else:
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
