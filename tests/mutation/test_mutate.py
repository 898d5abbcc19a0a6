"""Every small mistake is made, once, and nothing else is touched."""

import ast

import pytest

from autograder.mutants import mutants_of


def keys(*body, signature="f(x, y)"):
    """What the mutants of a function with this body are called, without its name."""
    source = f"def {signature}:\n" + "\n".join(f"    {line}" for line in body)
    return [mutant.key.removeprefix("f: ") for mutant in mutants_of(source)]


MISTAKES = {
    "an operator": ("return x - y", ["return x + y", "return x * y"]),
    "an operator's operands": ("return x @ y", ["return y @ x", "return x", "return y"]),
    "a power": ("return x ** 2", ["return x * 2", "return x ** 3", "return x"]),
    "a boundary": ("return x >= y", ["return x > y", "return x < y", "return x <= y"]),
    "an equality": ("return x == y", ["return x != y"]),
    "a junction": ("return x and y", ["return x or y", "return x", "return y"]),
    "a minus sign": ("return -x", ["return x"]),
    "a negation": ("return not x", ["return x"]),
    "a whole number": ("return x + 1", ["return x + 2", "return x + 0", "return x + -1"]),
    "a decimal": ("return 0.5 * x", ["return 1.0 * x", "return 0.25 * x", "return -0.5 * x"]),
    "a truth value": ("return f(x, flag=True)", ["return f(x, flag=False)", "return f(x)"]),
    "an axis": (
        "return np.sum(x, axis=0)",
        ["return np.sum(x, axis=1)", "return np.sum(x, axis=-1)", "return np.sum(x, axis=None)"],
    ),
    "kept dimensions": (
        "return x.max(axis=1, keepdims=True)",
        ["return x.max(axis=1, keepdims=False)", "return x.max(axis=1)", "return x"],
    ),
    "a neighbour of a function": ("return np.maximum(0, x)", ["return np.minimum(0, x)"]),
    "sum and mean": ("return np.sum(x)", ["return np.mean(x)", "return x"]),
    "exp and log": ("return np.exp(np.log(x))", ["return np.expm1(np.log(x))", "return np.log(x)"]),
    "a dtype": (
        "return np.asarray(x, dtype=float)",
        ["return np.asarray(x)", "return np.asarray(x, dtype=int)", "return x"],
    ),
    "a transpose": ("return x.T @ y", ["return x @ y"]),
    "a copy": ("return x.copy()", ["return x"]),
    "the order of arguments": ("return f(x, y)", ["return f(y, x)", "return f(x)"]),
    "an index": ("return x[y]", ["return x[y + 1]", "return x[y - 1]", "return x"]),
    "the bounds of a slice": ("return x[1:y]", ["return x[1:]", "return x[:y]", "return x[2:y]"]),
    "a whole slice": ("return x[:, None]", ["return x[1:, None]", "return x[:-1, None]"]),
    "the result": ("return x * y", ["return None", "return -(x * y)"]),
    "the order of results": ("return x, y", ["return (y, x)", "return (x,)", "return (y,)"]),
    "an entry": ("return {'a': x, 'b': y}", ["return {'a': x}", "return {'b': y}"]),
    "a choice": ("return x if y else -x", ["return x", "return -x"]),
}


@pytest.mark.parametrize("what", MISTAKES)
def test_mistake_in_an_expression(what):
    line, mistakes = MISTAKES[what]
    made = keys(line)
    assert set(mistakes) <= set(made), made


STATEMENTS = {
    "a condition": (["if x > y:", "    x = y", "return x"], ["if True:", "if False:"]),
    "a range": (
        ["for i in range(x):", "    y = y * i", "return y"],
        ["for i in range(x + 1):", "for i in range(x - 1):", "for i in range(1, x):"],
    ),
    "an update": (["x += y", "return x"], ["x -= y", "x *= y", "x = y", "twice x += y"]),
    "a forgotten statement": (["x = x + y", "return x"], ["without x = x + y", "twice x = x + y"]),
    "a way out": (
        ["for i in x:", "    if i:", "        break", "return i"],
        ["continue", "without break"],
    ),
    "an error": (
        ["if x:", "    raise ValueError('x is bad')", "return x"],
        ["raise TypeError('x is bad')", "raise ValueError()"],
    ),
}


@pytest.mark.parametrize("what", STATEMENTS)
def test_mistake_in_a_statement(what):
    lines, mistakes = STATEMENTS[what]
    made = keys(*lines)
    assert set(mistakes) <= set(made), made


def test_defaults_are_mutated():
    assert "def f(x, h=2e-05):" in keys("return x + h", signature="f(x, h=1e-5)")


def test_texts_are_left_alone():
    made = keys('"""Add 1 to x."""', "if x:", "    raise ValueError(f'x is {x}')", "return x + y")
    assert not [key for key in made if "Add 1" in key]
    assert [key for key in made if "x is" in key] == [
        "without if x: raise ValueError(f'x is {x}')",
        "raise TypeError(f'x is {x}')",
        "without raise ValueError(f'x is {x}')",
    ]


WALK = """\
def walk(x, steps=100):
    # where the walk is
    here = 0.0
    for step in range(steps):
        if x[step] > 0 and here < 1.0:
            here = here + x[step]
        else:
            here = here - x[step] / 2
    return here, steps
"""


def test_no_two_mutants_are_the_same_program():
    texts = [mutant.after for mutant in mutants_of(WALK)]
    assert len(texts) > 50
    assert len(set(texts)) == len(texts)
    assert ast.unparse(ast.parse(WALK)) not in texts
    # the sign dropped and the sign of the constant changed: 1 either way, to the compiler
    assert len({"return 1", "return --1"} & set(keys("return -1"))) == 1


def test_every_mutant_is_another_name_and_a_small_diff():
    mutants = mutants_of(WALK)
    assert len({mutant.key for mutant in mutants}) == len(mutants)
    for mutant in mutants:
        removed = [line for line in mutant.diff if line.startswith("- ")]
        added = [line for line in mutant.diff if line.startswith("+ ")]
        assert removed or added
        assert len(added) <= 2, "a mistake is one line, or a statement said twice"


def test_mutants_that_read_the_same_are_counted():
    made = keys("if x:", "    x = 1", "if y:", "    x = 2", "return x")
    assert "if True:" in made and "if True: #2" in made


def test_line_is_that_of_the_file():
    (mutant,) = (m for m in mutants_of(WALK, first_line=40) if "range(1, steps)" in m.key)
    assert mutant.line == 43


def test_methods_of_a_class_are_mutated():
    source = "class Value:\n    def __add__(self, other):\n        return self.x + other.x\n"
    assert "Value: return self.x - other.x" in [m.key for m in mutants_of(source)]


def test_mutants_are_made_without_a_warning(recwarn):
    assert keys("return [(1, 2) for x in y]", "return 1 if x is None else [[1], [2]][0][1]")
    assert not list(recwarn)
