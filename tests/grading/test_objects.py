"""Classes of an answer: the judge computes with objects that live in the student's process."""

import time
import types
from pathlib import Path

import pytest

from autograder.checks import crosses
from autograder.course import read_course
from autograder.grading.boundary.messages import Limits
from autograder.grading.judge.judge import Judge
from autograder.in_process import namespace_with, run_checks
from tests.grading.judge_support import submission

GRAPH = Path(__file__).parents[1] / "graph_course"
NODE = """
class Node:
    def __init__(self, data, *inputs):
        self.data, self.inputs = data, inputs
def chain(length):
    node = Node(0)
    for number in range(1, length):
        node = Node(number, node)
    return node
"""


@pytest.fixture(scope="module")
def graph():
    """A chapter with a class: ``topological_order`` (3), ``Value`` (4), ``square_error`` (2)."""
    return read_course(GRAPH).chapters["graph"]


@pytest.fixture
def counted(monkeypatch):
    """Count what is asked of a student's process, by what is asked."""

    def count(student):
        asked = []
        request = student.peer.request
        monkeypatch.setattr(student.peer, "request", lambda *a, **k: asked.append(a) or request(*a))
        return asked

    return count


def same_in_both_ways(sandbox, graph, variant=None):
    """The points, once they are found to be the same in this process and through the judge."""
    namespace = namespace_with(graph, variant)
    here = {
        name: [(o.check.name, o.points, o.failure.kind if o.failure else "") for o in outcomes]
        for name, exercise in graph.exercises.items()
        for outcomes in [run_checks(graph, exercise, namespace, "\0x")]
    }
    answers = {variant.function_name: variant.source} if variant else {}
    patient = Limits(check=20.0, cell=20.0)
    verdict = Judge(sandbox, limits=patient).grade(graph, submission(graph, answers, id="x"))
    there = {
        name: [(o.name, o.earned, o.kind) for o in outcomes]
        for name, outcomes in verdict.outcomes.items()
    }
    assert there == here
    return verdict


def test_the_reference_gets_full_marks(sandbox, graph):
    assert same_in_both_ways(sandbox, graph).score == 9


@pytest.mark.parametrize("name", ["marks_the_nodes", "loop"])
def test_right_answers_in_other_styles_pass(sandbox, graph, name):
    variant = next(v for v in graph.solution.alternatives if v.name == name)
    verdict = same_in_both_ways(sandbox, graph, variant)
    assert verdict.points(variant.function_name) == graph.exercises[variant.function_name].points


@pytest.mark.parametrize(
    "name",
    ["root_first", "recursive", "copies", "not_squared", "forgets_the_class", "overwrites"],
)
def test_mistakes_keep_what_they_should(sandbox, graph, name):
    variant = next(v for v in graph.solution.mistakes if v.name == name)
    verdict = same_in_both_ways(sandbox, graph, variant)
    assert verdict.points(variant.function_name) == variant.keeps
    # an exercise that comes later is tried with the reference's class in place of a broken one
    assert variant.function_name == "square_error" or verdict.points("square_error") == 2


def test_an_object_is_the_same_however_it_comes_back(asked):
    student = asked(NODE + "def around(node): return [node, node.inputs, node.inputs[0]]")
    leaf = student.Node(1.0)
    node = student.Node(2.0, leaf)
    itself, inputs, first = student.around(node)
    assert itself is node
    assert inputs == (leaf,)
    assert first is leaf
    assert len({leaf, node, itself, first}) == 2
    assert leaf != student.Node(1.0)


def test_ten_thousand_nodes_take_few_messages(asked, counted):
    student = asked(
        NODE + "def nodes(root):\n    return [root, *nodes(root.inputs[0])] if 0 else 0"
    )
    asked_for = counted(student)
    node, data = student.chain(10_000), []
    while True:
        data.append(node.data)
        if not node.inputs:
            break
        (node,) = node.inputs
    assert data == list(range(9_999, -1, -1))
    assert len(asked_for) < 100


@pytest.mark.parametrize("step", [1, -1], ids=["leaf first", "root first"])
def test_so_do_ten_thousand_nodes_in_a_list(asked, counted, step):
    student = asked(
        NODE + "def listed(root):\n    found = [root]\n"
        "    while found[-1].inputs: found.append(found[-1].inputs[0])\n    return found[::-1]"
    )
    asked_for = counted(student)
    listed = student.listed(student.chain(10_000))
    for node, before in list(zip(listed[1:], listed))[::step]:
        assert node.inputs == (before,)
    assert len(asked_for) < 100


def test_an_answer_walks_ten_thousand_nodes_of_the_reference(sandbox, graph):
    start = time.process_time()
    verdict = Judge(sandbox, limits=Limits(check=20.0)).grade(graph, submission(graph))
    assert verdict.points("topological_order") == 3
    assert time.process_time() - start < 2  # the judge's part; messages are counted above


def test_what_a_call_changes_is_seen(asked):
    student = asked(NODE + "def double(node): node.data *= 2")
    nodes = [student.Node(float(number)) for number in range(20)]
    assert [node.data for node in nodes] == list(range(20))
    for node in nodes:
        student.double(node)
    assert [node.data for node in nodes] == list(range(0, 40, 2))


def test_what_a_call_back_sees_is_fresh(asked):
    student = asked(
        NODE + "def count(node, seen):\n    for _ in range(9):\n"
        "        node.data += 1\n        seen(node)"
    )
    seen = []
    student.count(student.Node(0), lambda node: seen.append((node.data, node.data)))
    assert seen == [(number, number) for number in range(1, 10)]


def test_a_property_is_computed_each_time(asked):
    student = asked(
        "class Clock:\n    ticks = 0\n    @property\n    def tick(self):\n"
        "        self.ticks += 1\n        return self.ticks"
    )
    clock = student.Clock()
    assert [clock.tick for _ in range(5)] == [1, 2, 3, 4, 5]
    assert [(clock.tick, clock.ticks, clock.ticks, clock.ticks) for _ in range(3)] == [
        (n, n, n, n) for n in (6, 7, 8)
    ]


def test_a_list_that_is_read_twice_is_not_shared(asked):
    student = asked("class Box:\n    def __init__(self): self.items = [1]")
    boxes = [student.Box() for _ in range(9)]
    for box in boxes * 2:
        items = box.items
        assert items == [1]
        items.append(2)


def test_slots_and_missing_attributes(asked):
    student = asked(
        "class Slim:\n    __slots__ = ('data', 'grad')\n"
        "    def __init__(self, data): self.data = data"
    )
    slim = [student.Slim(number) for number in range(9)]
    assert [one.data for one in slim] == list(range(9))
    for _ in range(3):
        assert not any(hasattr(one, "grad") for one in slim)
    slim[0].grad = 1.0
    assert [hasattr(one, "grad") for one in slim] == [True] + [False] * 8
    with pytest.raises(AttributeError, match="'Slim' object has no attribute 'inputs'"):
        _ = slim[0].inputs


def test_setting_an_attribute_reaches_the_object_of_the_answer(asked):
    student = asked(NODE + "def data(node): return node.data")
    node = student.Node(1.0)
    node.data = 5.0
    assert (node.data, student.data(node)) == (5.0, 5.0)


def test_an_answer_cannot_change_an_object_of_the_reference(asked):
    reference = types.ModuleType("reference")
    exec(NODE, vars(reference))
    crosses(reference.Node)
    node = reference.Node(1.0)
    spoil = "def spoil(node):\n    node.data = 7.0\n    node.inputs = ()\n    return node.data"
    assert asked(spoil).spoil(node) == 7.0
    assert (node.data, node.inputs) == (1.0, ())


def test_what_lies_about_attributes_harms_nothing_else(asked):
    liar = """
import autograder.grading.boundary.prefetch as ahead
def read(handles, number, name, most):
    return REPLY
ahead.read = read
class Node: pass
"""
    replies = ["7", "[]", "[7]", "[(1, 2, 3)]", "[('x', 1)]", "[(1, 1)] * 5000", "[()]"]
    replies += ["[(1, 1), (2, np.zeros(10**6))]", "[(1, 1), (2, [0] * 10**5)]"]
    for reply in replies:
        with pytest.raises(BaseException, match="no value"):
            _ = asked(liar.replace("REPLY", reply)).Node().data
