"""No chapter is longer than a reader was promised, and what is measured is prose."""

import pytest

from tests.conftest import the_course
from tools.measure_prose import LIMIT, words, words_of


@pytest.mark.parametrize("chapter", the_course().assignments.values(), ids=lambda c: c.name)
def test_a_chapter_keeps_to_its_length(chapter):
    count = words_of(chapter)
    assert count <= LIMIT, f"{count - LIMIT} words too many: cut, or make two chapters of it"


@pytest.mark.parametrize(
    "text, count",
    [
        ("A sentence of five words.", 5),
        ("## A heading", 2),
        ("- one point\n- and another", 4),
        ("Let $x_i + y_i$ be\n$a$, then.", 5),
        ("See {doc}`perceptron` and {cite:p}`novikoff1962,\nblock1970`.", 4),
        ("With 1,438 images and 64 pixels", 4),
        ("a well-known one's line", 4),
        (":::{admonition} A title\n:class: dropdown\n\nThe answer is no.\n:::", 4),
        ("```{math}\n:label: sum\n\na + b\n```\n\nAnd this.", 2),
        ("Before.\n\n$$\nL = \\text{loss of it}\n$$\n\nAfter.", 2),
        ("```python\nx = one\n```", 0),
        ("| a table | has |\n| --- | --- |\n| no | words |", 0),
    ],
)
def test_words_of_prose(text, count):
    assert words(text) == count
