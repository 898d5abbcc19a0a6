"""The judge gives the marks that the same checks give in one process, whatever crosses."""

import builtins
import dataclasses
import socket
import threading
import time
import types
from collections.abc import Iterator

import numpy as np
import psutil
import pytest

from autograder.checks import CheckFailed, StudentFunction, crosses, expect_raises, expect_stable
from autograder.checks.known import knowing
from autograder.checks.loops import expect_no_loop
from autograder.grading.boundary import framing
from autograder.grading.boundary.framing import Lost, TimedOut, encode_frame
from autograder.grading.boundary.messages import Limits, ProgramCell, Submission
from autograder.grading.boundary.peer import Peer
from autograder.grading.boundary.wire import WireError, encode
from autograder.grading.judge.judge import Judge
from autograder.grading.judge.sandbox import Usage
from autograder.grading.judge.student_process import StudentProcess
from autograder.in_process import run_checks
from autograder.known_mistakes import lookup_for
from tests.grading.judge_support import program, submission


def in_one_process(chapter, handed_in, secret):
    """``{exercise: [(check, points, message)]}`` by running everything right here."""
    namespace = {}
    for cell in handed_in.program:
        exec(cell.source, namespace)
    found = {}
    for exercise in chapter.exercises.values():
        with knowing(lookup_for(chapter.solution)):
            outcomes = run_checks(chapter, exercise, namespace, f"{secret}\0{handed_in.id}")
        found[exercise.name] = [
            (o.check.name, o.points, o.failure.public() if o.failure else "") for o in outcomes
        ]
    return found


def variants(chapter):
    return [*chapter.solution.mistakes, *chapter.solution.alternatives]


def test_every_mistake_and_alternative_gets_the_same_marks_and_messages(judge, line):
    for number, variant in enumerate([None, *variants(line)]):
        answers = {variant.function_name: variant.source} if variant else {}
        handed_in = submission(line, answers, id=f"student-{number}")
        verdict = judge.grade(line, handed_in)
        got = {
            exercise: [(o.name, o.earned, o.public) for o in outcomes]
            for exercise, outcomes in verdict.outcomes.items()
        }
        assert got == in_one_process(line, handed_in, "secret"), variant


@pytest.mark.parametrize("op", ["call", "run"])
def test_a_process_that_the_machine_ends_costs_nothing(judge, line, monkeypatch, op):
    """In a check or in a cell: as where there is no memory left, it is killed from outside."""
    handed_in = submission(line)
    undisturbed = judge.grade(line, handed_in)
    request, to_kill = StudentProcess.request, [op]

    def killing(self, asked, *args, **kwargs):
        if [asked] == to_kill:
            to_kill.clear()
            _end_the_students_process()
        return request(self, asked, *args, **kwargs)

    monkeypatch.setattr(StudentProcess, "request", killing)
    verdict = judge.grade(line, handed_in)
    assert to_kill == []
    assert verdict.outcomes == undisturbed.outcomes
    assert verdict.notes == undisturbed.notes and verdict.outputs == undisturbed.outputs


def _end_the_students_process():
    below = psutil.Process().children(recursive=True)
    forked = [one for one in below if "fork_server" in " ".join(one.cmdline())]
    (student,) = (one for one in forked if one.parent() in forked and not one.children())
    student.kill()
    psutil.wait_procs([student], timeout=10)


def test_an_answer_that_ends_its_process_twice_fails(judge, line):
    verdict = judge.grade(
        line, submission(line, {"mse": "import os\ndef mse(w, X, y):\n    os._exit(0)\n"})
    )
    assert {one.kind for one in verdict.outcomes["mse"]} == {"ended"}


def test_same_verdict_every_time_and_other_inputs_for_another_student(judge, line):
    wrong = {"mse": "def mse(w, X, y):\n    return float(X[0] @ w)\n"}
    first, again, other = (
        judge.grade(line, submission(line, wrong, id=id)).outcomes for id in ("a", "a", "b")
    )
    assert first == again
    assert first["mse"][0].private != other["mse"][0].private


def test_a_mistake_in_one_exercise_does_not_cost_the_next(judge, line):
    answers = {
        "mse": "def mse(w, X, y):\n    return 0.0\n",
        "mse_gradient": """
def mse_gradient(w, X, y):
    w = np.asarray(w, dtype=float)
    steps = np.eye(len(w))
    return np.array([(mse(w + s, X, y) - mse(w - s, X, y)) / 2 for s in steps])
""",
    }
    verdict = judge.grade(line, submission(line, answers))
    assert verdict.points("mse") == 0
    assert verdict.points("mse_gradient") == 4


def test_a_loop_in_one_exercise_does_not_cost_the_next(judge, line):
    answers = {
        "mse": "def mse(w, X, y):\n    while True: pass\n",
        "mse_gradient": "def mse_gradient(w, X, y):\n    mse(w, X, y)\n"
        "    w, X, y = map(np.asarray, (w, X, y))\n    return X.T @ (X @ w - y) / len(y)\n",
    }
    verdict = judge.grade(line, submission(line, answers))
    assert verdict.points("mse") == 0
    assert "took too long" in verdict.outcomes["mse"][0].public
    assert verdict.points("mse_gradient") == 4


def test_what_is_expected_is_only_in_the_private_message(judge, line):
    outcome = judge.grade(line, submission(line, {"mse": "def mse(w, X, y):\n    return 0.0\n"}))
    outcome = outcome.outcomes["mse"][0]
    assert "expected" in outcome.private
    assert "expected" not in outcome.public


def test_no_answer_at_all(judge, line):
    verdict = judge.grade(line, Submission("x", "line", ()))
    assert verdict.score == 0
    assert {o.kind for outcomes in verdict.outcomes.values() for o in outcomes} == {"missing"}


def test_magics_helpers_and_pictures_work_as_in_a_notebook(sandbox, line):
    extra = [
        "%matplotlib inline\nimport matplotlib.pyplot as plt",
        "%timeit -n 1 -r 1 1 + 1",
        "scale = 2",
        "!ls",
        "1 / 0",
        "plt.plot([1, 2]);\nplt.show()",
    ]
    uses = "def mse(w, X, y):\n    return np.sum((np.asarray(X) @ w - y) ** 2) / (scale * len(y))\n"
    handed_in = submission(line, {"mse": uses}, before=extra)
    patient = Limits(check=30.0, cell=30.0)
    verdict = Judge(sandbox, limits=patient).grade(line, handed_in, pictures=True)
    assert verdict.score == 6
    timed, listed, failed, drawn = (verdict.outputs[i] for i in (1, 3, 4, 5))
    assert "per loop" in timed["stdout"]
    assert "not run" in listed["stdout"]
    assert "ZeroDivisionError" in failed["error"]
    assert any("image/png" in shown for shown in drawn["shown"])


def test_the_data_sets_are_there_and_nothing_else_of_the_chapters(judge, line):
    extra = [
        "from autograder.datasets import load_digits\nprint(load_digits()[0].shape)",
        "import autograder.datasets as d\nprint(sorted({p.suffix for p in d.FOLDER.iterdir()}))",
        "print([p.name for p in d.FOLDER.parent.parent.glob('*.md')])",
    ]
    outputs = judge.grade(line, submission(line, before=extra)).outputs
    assert outputs[0]["stdout"] == "(1797, 64)\n"
    assert outputs[1]["stdout"] == "['.csv']\n"
    assert outputs[2]["stdout"] == "[]\n"


def test_a_warning_costs_nothing(judge, line):
    warns = "def mse(w, X, y):\n    np.log(0.0)\n" + "    w, X, y = map(np.asarray, (w, X, y))\n"
    warns += "    return np.sum((X @ w - y) ** 2) / (2 * len(y))\n"
    assert judge.grade(line, submission(line, {"mse": warns})).score == 6


def test_the_line_of_an_error_is_told(judge, line):
    raises = "def mse(w, X, y):\n    zero = 0\n    return 1 / zero\n"
    outcome = judge.grade(line, submission(line, {"mse": raises})).outcomes["mse"][0]
    assert outcome.kind == "exception"
    assert "ZeroDivisionError" in outcome.public
    assert "return 1 / zero" in outcome.public


# --- what crosses


@pytest.mark.parametrize(
    "value",
    [
        *(3, 2.5, "text", None, [1, (2.0, "x")], {"a": np.arange(3)}, np.float32(0.1), 1j),
        *(b"bytes", True, [False, True], np.bool_(True), (1,), {True: 1}),
    ],
    ids=repr,
)
def test_values_cross_unchanged(asked, value):
    got = asked("def same(x): return x").same(value)
    assert type(got) is type(value)
    assert repr(got) == repr(value)


def test_a_function_that_is_passed_is_called_back(asked):
    student = asked("def twice(f, x): return f(f(x))")
    assert student.twice(lambda x: x + 1, 5) == 7
    inner = asked("def inc(x): return x + 1\ndef twice(f, x): return f(f(x))")
    assert inner.twice(inner.inc, 5) == 7


def test_an_error_of_a_function_that_is_passed_comes_back_as_itself(asked):
    class Own(Exception):
        pass

    def fail(x):
        raise Own("mine")

    with pytest.raises(Own, match="mine") as raised:
        asked("def call(f):\n    return f(1)").call(fail)
    assert raised.value.in_line == "return f(1)"


def test_a_failed_check_of_one_function_inside_another_is_reported_as_such(asked):
    student = asked("def g(x): raise NotImplementedError\ndef f(g): return g(1)")
    with pytest.raises(CheckFailed) as failed:
        StudentFunction(student.f, "f")(StudentFunction(student.g, "g"))
    assert (failed.value.name, failed.value.kind) == ("g", "not-implemented")


def test_a_function_that_is_returned_can_be_called(asked):
    make = asked("def make(k): return lambda x: k * x").make
    assert make(3)(5) == 15


def test_a_generator_of_random_numbers_goes_on_where_the_answer_left_it(asked):
    ours, theirs = np.random.default_rng(1), np.random.default_rng(1)
    got = asked("def draw(rng, n): return rng.normal(size=n)").draw(theirs, 5)
    np.testing.assert_array_equal(got, ours.normal(size=5))
    assert ours.random() == theirs.random()


def test_a_generator_of_random_numbers_goes_on_where_a_call_back_left_it(asked):
    source = (
        "def anneal(propose, x, rng): return [propose(x, rng) + rng.random() for _ in range(3)]"
    )

    def propose(x, rng):
        return x + rng.normal()

    ours, theirs = np.random.default_rng(1), np.random.default_rng(1)
    got = asked(source).anneal(propose, 1.0, theirs)
    assert got == [propose(1.0, ours) + ours.random() for _ in range(3)]


def test_nobody_chooses_the_next_random_inputs(asked):
    rng = np.random.default_rng(1)
    student = asked(
        "def rig(rng):\n    state = rng.bit_generator.state\n    state['state']['state'] = 5\n"
        "    rng.bit_generator.state = state"
    )
    with pytest.raises(Lost):
        student.rig(rng)


def test_iterators_come_with_all_they_yield_and_then_their_error(asked):
    student = asked(
        "def good(n):\n    for i in range(n): yield np.full(2, i)\n"
        "def bad(n):\n    if n < 1: raise ValueError('n')\n    yield n"
    )
    got = student.good(3)
    assert isinstance(got, Iterator)
    np.testing.assert_array_equal(list(got), [[0, 0], [1, 1], [2, 2]])
    expect_raises(ValueError, student.bad, 0, mentions="n")


def test_a_changed_argument_is_noticed(asked):
    change = asked("def change(x):\n    x += 1\n    return x").change
    with pytest.raises(CheckFailed) as failed:
        StudentFunction(change, "change")(np.zeros(3))
    assert failed.value.kind == "in-place"


def test_views_lists_and_protected_arrays_arrive_as_such(asked):
    about = asked(
        "def about(x): return [type(x).__name__, x.flags.contiguous, x.flags.writeable]"
    ).about
    wide, fixed = np.zeros((4, 4)), np.zeros(3)
    fixed.flags.writeable = False
    assert about(wide[::2, ::2]) == ["ndarray", False, True]
    assert about(fixed) == ["ndarray", True, False]


def test_warnings_of_numpy_reach_the_check(asked):
    student = asked("def inverse(x): return 1 / np.exp(x)")
    with pytest.raises(CheckFailed) as failed:
        expect_stable(student.inverse, lambda x: 0.0, 1e4)
    assert failed.value.kind == "unstable"


@pytest.mark.parametrize("name", ["ValueError", "KeyError", "NotImplementedError", "OSError"])
def test_errors_come_back_as_the_builtin_they_are(asked, name):
    with pytest.raises(getattr(builtins, name)):
        asked(f"def f(): raise {name}('text')").f()


def test_own_errors_come_back_as_the_builtin_they_derive_from(asked):
    student = asked("class Own(ValueError): pass\ndef f(): raise Own('text')")
    with pytest.raises(ValueError, match="text"):
        student.f()
    with pytest.raises(ValueError, match="Singular"):
        asked("def f(): return np.linalg.inv(np.zeros((2, 2)))").f()


VALUE = """
class Value:
    def __init__(self, data, inputs=()):
        self.data, self.grad, self.inputs = data, 0.0, inputs
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other))
    __radd__ = __add__
    def backward(self):
        self.grad = 1.0
        for value in self.inputs:
            value.backward()
"""


def test_objects_of_the_answer_can_be_computed_with(asked):
    student = asked(VALUE + "def inputs(value): return list(value.inputs)")
    a = student.Value(2.0)
    total = 1 + a + 3.0
    total.backward()
    assert (total.data, a.grad) == (6.0, 1.0)
    assert student.inputs(1 + a)[0] is a
    assert type(a).__name__ == "Value"
    with pytest.raises(AttributeError):
        _ = a.__array_interface__  # NumPy would believe it


def test_a_class_of_the_reference_can_stand_in_for_that_of_the_answer(asked):
    reference = types.ModuleType("reference")
    exec(VALUE, vars(reference))
    crosses(reference.Value)
    student = asked(
        "class Value: pass\ndef use(v):\n"
        "    w = Value(1.5) + v + 1\n    assert isinstance(w, Value)\n    return w.data"
    )
    student.peer.request("substitute", "", {"Value": reference.Value})
    assert student.use(reference.Value(2.0)) == 4.5
    student.peer.request("restore", "")
    with pytest.raises(TypeError):
        student.use(1.0)


def test_nothing_of_the_judge_but_the_references_own_objects_is_handed_out(asked):
    student = asked("def f(x): return x.name")
    for secret in (np.random, object(), {1, 2}, dict):
        with pytest.raises(WireError):
            student.f(secret)


def test_an_object_of_a_check_crosses_by_its_mark_and_not_by_the_name_of_its_module(asked):
    @crosses
    class Marked:
        name = "marked"

    class Derived(Marked):
        pass

    class Pretends:
        name, __module__ = "secret", "reference"

    student = asked("def f(x): return x.name")
    assert student.f(Marked()) == "marked"
    for unmarked in (Derived(), Pretends()):
        with pytest.raises(WireError):
            student.f(unmarked)


def test_what_a_check_handed_out_is_of_no_use_in_the_next(asked):
    student = asked("kept = []\ndef keep(f): kept.append(f)\ndef use(): return kept[0](1)")
    student.keep(lambda x: x)
    assert student.use() == 1
    student.peer.forget()
    with pytest.raises(Exception, match="no such handle"):
        student.use()


def test_cells_run_in_their_order_in_one_namespace(judge, line):
    cells = (
        ProgramCell("extra", "", "a = 1"),
        ProgramCell("extra", "", "a += 1"),
        ProgramCell("extra", "", "a"),
    )
    outputs = judge.grade(line, Submission("x", "line", (*cells, *program(line)))).outputs
    assert outputs[2]["shown"] == [{"text/plain": "2"}]


def test_a_process_that_waits_for_a_processor_is_given_time():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        examinee = StudentProcess(ours, Limits(cell=0.3), lambda: Usage(0.01, True))
        reply = encode_frame(framing.VALUE, 1, encode(7))
        threading.Timer(1.0, theirs.sendall, [reply]).start()
        assert examinee.request("call", "f") == 7


def test_a_process_does_not_answer_for_the_time_that_the_judge_takes(sandbox):
    with sandbox.child() as sock:
        examinee = StudentProcess(sock, Limits(asleep=0.4), lambda: sandbox.usage(sock))
        examinee.request("run", "def ask(f):\n    return sum(f() for _ in range(20))")
        examinee.start_clock(0.5)
        assert examinee.request("call", "ask", lambda: time.sleep(0.05) or 1) == 20


def test_nor_for_the_time_that_its_questions_take(sandbox):
    asked = []  # each took it 0.4 ms, all of them more than the limit of 0.5 s
    with sandbox.child() as sock:
        usage = lambda: Usage(4e-4 * len(asked), True)  # noqa: E731
        examinee = StudentProcess(sock, Limits(), usage)
        asks = "def ask(f):\n    for _ in range(1500): f(1)\n    import time; time.sleep(0.7)"
        examinee.request("run", asks)
        examinee.start_clock(0.5)
        assert examinee.request("call", "ask", lambda x: asked.append(x)) is None


def test_nor_for_the_time_that_large_arrays_take_to_cross(sandbox):
    asked = []  # each took it 10 ms, all of them more than the limit of 0.5 s
    with sandbox.child() as sock:
        usage = lambda: Usage(1e-2 * len(asked), True)  # noqa: E731
        examinee = StudentProcess(sock, Limits(), usage)
        asks = (
            "import numpy as np, time\nX = np.zeros(200_000)\n"
            "def ask(f):\n    for _ in range(60): f(X)\n    time.sleep(0.7)"
        )
        examinee.request("run", asks)
        examinee.start_clock(0.5)
        assert examinee.request("call", "ask", lambda x: asked.append(1)) is None


def test_nor_for_the_time_that_the_judge_takes_to_tell_of_an_error():
    class Slow(StudentProcess):
        def described(self, error):
            time.sleep(0.6)
            return super().described(error)

    ours, theirs = socket.socketpair()

    def ask():
        child = Peer(theirs)
        _, question, _, _ = child.connection.receive()
        with pytest.raises(ZeroDivisionError):
            child.request("call", number)
        child.connection.send(framing.VALUE, question, encode(7))

    with ours, theirs:
        examinee = Slow(ours, Limits(asleep=0.3), lambda: Usage(0.01, False))
        number = examinee.handles.share(lambda: 1 / 0).number
        thread = threading.Thread(target=ask)
        thread.start()
        assert examinee.request("call", "f") == 7
        thread.join()


@pytest.mark.parametrize("usage", [Usage(9.0, True), Usage(0.0, False)], ids=["loops", "sleeps"])
def test_a_process_that_has_had_its_time_is_not(usage):
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(TimedOut):
        start = time.monotonic()
        limits = Limits(cell=0.3, asleep=0.3)
        StudentProcess(ours, limits, lambda: usage).request("call", "f")
    assert time.monotonic() - start < 1.5


LOOPED = (
    "def mse(w, X, y):\n    return sum((x @ w - t) ** 2 for x, t in zip(X, y)) / (2 * len(y))\n"
)
WHOLE = "def mse(w, X, y):\n    return np.sum((X @ w - y) ** 2) / (2 * len(y))\n"


@pytest.mark.parametrize(
    ("answer", "after", "points"),
    [
        (WHOLE, [], 2),
        (LOOPED, [], 0),
        ("%time 1 + 1\n" + WHOLE, [], 2),
        (WHOLE, [LOOPED], 0),  # the last definition counts
        ("loop = np.vectorize(float)\n" + WHOLE, [], 2),
        (LOOPED, ["1 / 0", WHOLE], 2),
    ],
)
def test_the_judge_reads_the_text_of_what_it_calls(judge, line, answer, after, points):
    def has_no_loop(student, rng):
        expect_no_loop(student, "mse", "no loop")

    exercise = line.exercises["mse"]
    check = dataclasses.replace(exercise.checks[0], function=has_no_loop)
    exercise = dataclasses.replace(exercise, checks=(check,))
    chapter = dataclasses.replace(line, exercises={"mse": exercise})
    verdict = judge.grade(chapter, submission(line, {"mse": answer}, after=after))
    assert verdict.points("mse") == points
