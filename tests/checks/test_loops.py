"""Loops over the points are found in the text, whatever they look like; other loops are not."""

import textwrap

import numpy as np
import pytest

from autograder.checks import CheckFailed, Student
from autograder.checks.loops import expect_no_loop
from autograder.checks.student import definitions_in
from autograder.in_process import define

#: bodies of ``pairwise(A, B)``: the squared distances of all pairs, without a loop over the points
RIGHT = {
    "broadcasting": "return np.sum((A[:, np.newaxis, :] - B[np.newaxis, :, :]) ** 2, axis=2)",
    "none for newaxis": "return ((A[:, None] - B[None]) ** 2).sum(-1)",
    "einsum": "D = A[:, None] - B\nreturn np.einsum('nmd,nmd->nm', D, D)",
    "columns by number": """
        n, d = A.shape
        m = B.shape[0]
        D = np.zeros((n, m))
        for k in range(d):
            D += (A[:, k][:, None] - B[:, k]) ** 2
        return D""",
    "columns by shape": """
        total = 0
        for k in range(A.shape[1]):
            total = total + np.subtract.outer(A[:, k], B[:, k]) ** 2
        return total""",
    "columns by the last axis": """
        D = A[:, None, :] - B
        out = np.zeros(D.shape[:2])
        for k in range(D.shape[-1]):
            out += D[..., k] ** 2
        return out""",
    "length of one row": """
        D = 0.0
        for k in range(len(A[0])):
            D = D + (A[:, [k]] - B[:, [k]].T) ** 2
        return D""",
    "columns by transposing": """
        D = np.zeros((len(A), len(B)))
        for a, b in zip(A.T, B.T):
            D += (a[:, None] - b) ** 2
        return D""",
    "sum over columns": "return sum((a[:, None] - b) ** 2 for a, b in zip(A.T, B.T))",
    "sum of a list": "return sum([np.subtract.outer(a, b) ** 2 for a, b in zip(A.T, B.T)])",
    "a feature first": "D = A.T[:, :, None] - B.T[:, None, :]\nreturn sum(d**2 for d in D)",
    "axes moved": "return sum(np.moveaxis(A[:, None] - B, -1, 0) ** 2)",
    "axes transposed": "D = A[:, None] - B\nreturn sum(d**2 for d in D.transpose(2, 0, 1))",
    "enumerated columns": """
        D = np.zeros((len(A), len(B)))
        for k, column in enumerate(A.T):
            D += np.square(column[:, None] - B[:, k])
        return D""",
    "while over columns": """
        k, D = 0, np.zeros((len(A), len(B)))
        while k < A.shape[1]:
            D += (A[:, k, None] - B[:, k]) ** 2
            k += 1
        return D""",
    "both arguments": """
        A, B = [np.asarray(M, dtype=float) for M in (A, B)]
        return np.sum((A[:, None] - B) ** 2, axis=2)""",
    "both arguments by map": """
        A, B = map(np.asarray, (A, B))
        return np.sum((A[:, None] - B) ** 2, axis=2)""",
    "a check of both": """
        for M in (A, B):
            if np.ndim(M) != 2:
                raise ValueError("two axes")
        return ((np.asarray(A)[:, None] - np.asarray(B)) ** 2).sum(axis=2)""",
    "expanded about the middle": """
        middle = A.mean(axis=0)
        A, B = A - middle, B - middle
        D = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
        return np.maximum(D, 0.0)""",
    "norm": "return np.linalg.norm(A[:, None] - B, axis=-1) ** 2",
    "reduce of NumPy": "return np.add.reduce((A[:, None] - B) ** 2, axis=2)",
    "repeat and tile": """
        n, m = len(A), len(B)
        return ((np.repeat(A, m, axis=0) - np.tile(B, (n, 1))) ** 2).sum(axis=1).reshape(n, m)""",
    "a helper": "return square_of(A[:, None] - B)",
    "a helper with a loop over columns": "return by_columns(A, B)",
    "max of two numbers": "return max(0, 1) * ((A[:, None] - B) ** 2).sum(axis=2)",
    "a function inside": """
        def square(D):
            return (D**2).sum(axis=-1)
        return square(A[:, None] - B)""",
    "a condition": """
        if A.ndim == 1:
            A = A[None, :]
        D = A[:, None] - B if len(B) else np.zeros((len(A), 0, A.shape[1]))
        return (D * D).sum(2)""",
}

#: as above, with one
LOOPS = {
    "pairs": "return np.array([[np.sum((a - b) ** 2) for b in B] for a in A])",
    "rows by number": """
        D = np.zeros((len(A), len(B)))
        for i in range(len(A)):
            D[i] = np.sum((A[i] - B) ** 2, axis=1)
        return D""",
    "rows by shape": """
        n, d = A.shape
        m, _ = B.shape
        D = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                D[i, j] = ((A[i] - B[j]) ** 2).sum()
        return D""",
    "rows of the result": """
        D = np.zeros((A.shape[0], B.shape[0]))
        for i in range(D.shape[0]):
            D[i] = np.sum((A[i] - B) ** 2, axis=1)
        return D""",
    "enumerated": """
        D = np.zeros((len(A), len(B)))
        for j, b in enumerate(B):
            D[:, j] = np.sum((A - b) ** 2, axis=1)
        return D""",
    "lists": """
        D = []
        for a in np.asarray(A).tolist():
            D.append([sum((p - q) ** 2 for p, q in zip(a, b)) for b in np.asarray(B).tolist()])
        return np.array(D, dtype=float)""",
    "while": """
        i, rows = 0, []
        while i < len(A):
            rows.append(np.sum((A[i] - B) ** 2, axis=1))
            i += 1
        return np.array(rows)""",
    "while true": """
        rows = []
        while True:
            if len(rows) == len(A):
                return np.array(rows)
            rows.append(np.sum((A[len(rows)] - B) ** 2, axis=1))""",
    "map": "return np.array(list(map(lambda a: np.sum((a - B) ** 2, axis=1), A)))",
    "vectorize": """
        distance = np.vectorize(lambda i, j: np.sum((A[i] - B[j]) ** 2))
        return distance(*np.indices((len(A), len(B))))""",
    "vectorize with a signature": """
        f = np.vectorize(lambda a, b: ((a - b) ** 2).sum(), signature="(d),(d)->()")
        return f(A[:, None], B)""",
    "apply along an axis": "return np.apply_along_axis(lambda a: ((a - B) ** 2).sum(1), 1, A)",
    "from an iterator": """
        each = (np.sum((a - b) ** 2) for a in A for b in B)
        return np.fromiter(each, float).reshape(len(A), len(B))""",
    "indices": """
        D = np.zeros((len(A), len(B)))
        for i, j in np.ndindex(D.shape):
            D[i, j] = np.sum((A[i] - B[j]) ** 2)
        return D""",
    "product": """
        D = [np.sum((a - b) ** 2) for a, b in itertools.product(A, B)]
        return np.reshape(D, (len(A), len(B)))""",
    "product by its name": """
        D = [np.sum((a - b) ** 2) for a, b in product(A, B)]
        return np.reshape(D, (len(A), len(B)))""",
    "recursion": """
        first = np.sum((A[:1] - B) ** 2, axis=1)[None]
        return first if len(A) == 1 else np.vstack([first, pairwise(A[1:], B)])""",
    "a helper that loops": "return by_rows(A, B)",
    "a helper for each row": "return np.array([row_of(a, B) for a in A])",
    "a helper made by vectorize": "return each_pair(*np.indices((len(A), len(B))))",
    "columns, then rows of each": """
        D = np.zeros((len(A), len(B)))
        for a, b in zip(A.T, B.T):
            for i, x in enumerate(a):
                D[i] += (x - b) ** 2
        return D""",
    "sum of Python": "return np.array([[sum((a - b) ** 2) for b in B] for a in A])",
    "reduce": """
        return functools.reduce(lambda D, a: np.vstack([D, ((a - B) ** 2).sum(1)]),
                                A, np.zeros((0, len(B))))""",
    "rows by zip of one": "return np.array([((a - B) ** 2).sum(1) for (a,) in zip(A)])",
    "hidden": """
        names = {"A": A, "B": B, "np": np}
        exec("D = np.array([((a - B) ** 2).sum(1) for a in A])", names)
        return names["D"]""",
}

BESIDE = """
import functools, itertools
from itertools import product
import numpy as np

def square_of(D):
    return np.sum(D**2, axis=-1)

def by_columns(A, B):
    return sum((A[:, [k]] - B[:, k]) ** 2 for k in range(A.shape[1]))

def by_rows(A, B):
    return np.array([row_of(a, B) for a in A])

def row_of(a, B):
    return np.sum((a - B) ** 2, axis=1)

each_pair = np.vectorize(lambda i, j: np.sum((STORE[0][i] - STORE[1][j]) ** 2))
STORE = []
"""


def cell(body):
    return (
        f"{BESIDE}\ndef pairwise(A, B):\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n"
    )


def students(body):
    """The same answer in this process, and as the judge has it: by its text alone."""
    source, namespace = cell(body), {}
    define(source, namespace, "<answer>")
    return Student(namespace), Student({}, definitions_in(source).get)


def squared_distances(A, B):
    return [[sum((p - q) ** 2 for p, q in zip(a, b)) for b in B] for a in A]


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT)
def test_an_answer_without_a_loop_passes(body):
    for student in students(body):
        expect_no_loop(student, "pairwise", "no loop")


@pytest.mark.parametrize("body", LOOPS.values(), ids=LOOPS)
def test_a_loop_is_found_both_ways(body):
    for student in students(body):
        with pytest.raises(CheckFailed) as failed:
            expect_no_loop(student, "pairwise", "no loop over the points")
        assert failed.value.kind == "rule"
        assert "no loop over the points" in failed.value.public()
        assert "in line" in failed.value.public()


@pytest.mark.parametrize("body", [*RIGHT.values(), *LOOPS.values()], ids=[*RIGHT, *LOOPS])
def test_these_are_right_answers(body):
    namespace = {}
    define(cell(body), namespace, "<answer>")
    A, B = np.arange(6.0).reshape(3, 2), np.array([[1.0, 2], [0, 5], [3, 3], [-1, 4]])
    namespace["STORE"][:] = A, B
    np.testing.assert_allclose(namespace["pairwise"](A, B), squared_distances(A, B))


def test_the_line_of_the_loop_is_told():
    with pytest.raises(CheckFailed) as failed:
        expect_no_loop(students(LOOPS["rows by number"])[1], "pairwise", "no loop")
    assert ("in line", "for i in range(len(A)):") in failed.value.rows()


@pytest.mark.parametrize(("body", "is_right"), [("pairs", False), ("broadcasting", True)])
def test_a_name_that_was_kept_and_put_back_stands_for_its_function(body, is_right):
    # as grading does where a name is used again below its check
    source = cell((RIGHT if is_right else LOOPS)[body])
    cells = [source, "kept = pairwise", "def pairwise(A, B):\n    return 1", "pairwise = kept"]
    namespace, texts = {}, {}
    for number, text in enumerate(cells):
        define(text, namespace, f"<cell {number}>")
        texts = definitions_in(text, texts)
    for student in (Student(namespace), Student({}, texts.get)):
        if is_right:
            expect_no_loop(student, "pairwise", "no loop")
        else:
            with pytest.raises(CheckFailed, match="no loop"):
                expect_no_loop(student, "pairwise", "no loop")


@pytest.mark.parametrize("text", [None, "pairwise = thing", "def pairwise(A, B"])
def test_a_function_without_a_text_says_what_to_do(text):
    with pytest.raises(CheckFailed, match="not defined with def"):
        expect_no_loop(Student({}, lambda name: text), "pairwise", "no loop")


@pytest.mark.parametrize(
    "nested",
    ["(" * 5000 + ")" * 5000, "-" * 50_000 + "1", "+".join("1" * 50_000), "lambda: " * 5000 + "1"],
    ids=["brackets", "signs", "sums", "functions"],
)
def test_no_text_brings_the_reader_down(nested):
    source = f"def pairwise(A, B):\n    return {nested}\n"
    student = Student({}, lambda name: definitions_in(source).get(name))
    try:
        expect_no_loop(student, "pairwise", "no loop")
    except CheckFailed as failed:
        assert failed.kind == "rule"
