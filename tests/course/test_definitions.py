"""A variant is a whole definition under the name that the exercise asks for."""

import shutil
import textwrap

import pytest

from autograder.course import CourseError, read_course
from autograder.course.definitions import definitions
from autograder.in_process import namespace_with, run_checks
from tests.conftest import ROOT

GRAPH = ROOT / "tests/graph_course"


def only(text):
    (definition,) = definitions(textwrap.dedent(text), "answers.py").values()
    return definition


RENAMED = {
    "a call of itself": (
        "def f(n):\n    return n * f(n - 1)",
        "def g(n):\n    return n * g(n - 1)",
    ),
    "two on a line": ("def f(n):\n    return f(n) + f(n)", "def g(n):\n    return g(n) + g(n)"),
    "beside letters of two bytes": (
        "def f(n):\n    return 'é' + f(n)",
        "def g(n):\n    return 'é' + g(n)",
    ),
    "in a function inside": (
        "def f(n):\n    def go():\n        return f(n)\n    return go()",
        "def g(n):\n    def go():\n        return g(n)\n    return go()",
    ),
    "not in a text or a longer name": (
        "def f(n):\n    '''f of n'''\n    return ff(n).f",
        "def g(n):\n    '''f of n'''\n    return ff(n).f",
    ),
    "not a variable of that name": (
        "def f(n):\n    f = n\n    return f",
        "def g(n):\n    f = n\n    return f",
    ),
    "not an argument of that name": (
        "def f(f):\n    return f(1)",
        "def g(f):\n    return f(1)",
    ),
    "a class": (
        "class f:\n    def new(self):\n        return f()",
        "class g:\n    def new(self):\n        return g()",
    ),
    "below a decorator": (
        "@mark('f')\ndef f(n):\n    return f",
        "def g(n):\n    return g",
    ),
}


@pytest.mark.parametrize("case", RENAMED)
def test_renamed_with_what_it_says_of_itself(case):
    before, after = RENAMED[case]
    assert only(before).renamed("g") == after


RECURSIVE = """

@alternative("mse")
def by_recursion(w, X, y, done=0.0, n=None):
    n = n or len(y)
    if len(y) == 0:
        return done / (2 * n)
    error = sum(a * b for a, b in zip(X[0], w)) - y[0]
    return by_recursion(w, X[1:], y[1:], done + error**2, n)
"""


def test_a_recursive_variant_calls_itself(small_course):
    path = small_course / "solutions/line/alternatives.py"
    path.write_text(path.read_text() + RECURSIVE)
    chapter = read_course(small_course).assignments["line"]
    variant = chapter.solution.alternatives[-1]
    assert variant.name == "by_recursion"
    outcomes = run_checks(chapter, chapter.exercises["mse"], namespace_with(chapter, variant))
    assert [outcome.failure for outcome in outcomes] == [None]


COUNTER = """
class Counter:
    # how often
    def __init__(self):
        self.count = 0

    @staticmethod
    def of(x):
        return Counter()

    def up(self):
        # one more
        self.count += 1

    __call__ = up
"""


def test_a_patch_replaces_methods_and_adds_new_ones():
    patch = """
    class counter_by_two(Counter):
        def up(self):
            # two at a time
            self.count += 2

        @property
        def twice(self):
            return counter_by_two.of(self)

        @staticmethod
        def of(x):
            return x
    """
    expected = """
    class Counter:
        # how often
        def __init__(self):
            self.count = 0

        @staticmethod
        def of(x):
            return x

        def up(self):
            # two at a time
            self.count += 2

        __call__ = up

        @property
        def twice(self):
            return Counter.of(self)
    """
    patched = only(COUNTER).patched(only(patch))
    assert patched == textwrap.dedent(expected).strip()


def test_only_a_class_with_that_one_base_is_a_patch():
    assert only("class wrong(Value):\n    pass").derives_from("Value")
    for other in (
        "class wrong:\n    pass",
        "class w(A, Value):\n    pass",
        "def w(Value):\n    pass",
    ):
        assert not only(other).derives_from("Value")


PATCH = """

from .reference import Value


@mistake("Value", diagnosis="value")
class value_with_a_constant(Value):
    slope = 1
"""


def test_a_patch_that_holds_more_than_methods_is_told_at_its_line(tmp_path):
    shutil.copytree(GRAPH, tmp_path / "course")
    path = tmp_path / "course/solutions/graph/mistakes.py"
    path.write_text(path.read_text() + PATCH)
    line = path.read_text().splitlines().index("class value_with_a_constant(Value):") + 1
    solution = read_course(tmp_path / "course").chapters["graph"].solution
    with pytest.raises(CourseError, match="derived from Value holds methods and nothing else") as e:
        _ = solution.mistakes
    assert (e.value.path, e.value.line) == (path, line)


def test_the_mistakes_of_a_class_are_whole_classes_as_students_have_them():
    chapter = read_course(ROOT).chapters["computational_graphs"]
    reference = chapter.solution.definitions["Value"].source
    sources = [m.source for m in chapter.solution.mistakes if m.function_name == "Value"]
    assert len(set(sources)) == len(sources) > 10
    for source in sources:
        assert source.startswith("class Value:\n") and source != reference
        assert reference.count("\n    def ") <= source.count("\n    def ")
