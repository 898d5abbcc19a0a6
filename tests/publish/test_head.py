"""What a page says of itself to search engines."""

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from autograder.publish.head import LONGEST, description


def page(*paragraphs: str) -> nodes.document:
    document = new_document("page")
    document += [nodes.paragraph("", text) for text in paragraphs]
    return document


@pytest.mark.parametrize(
    "paragraphs, says",
    [
        (("One sentence.\nAnother.", "More."), "One sentence. Another."),
        (("A neuron learns. You will be able to",), "A neuron learns."),
        (("First. " + "word " * 60,), "First."),
        ((), ""),
    ],
)
def test_a_page_is_described_by_its_first_sentences(paragraphs, says):
    assert description(page(*paragraphs)) == says


@given(st.text(min_size=1, max_size=600))
def test_a_description_is_one_short_line(text):
    says = description(page(text))
    assert len(says) <= LONGEST + 2 and "\n" not in says
