"""The engine and stock nbgrader give the same marks, cell by cell."""

from autograder.course import read_course
from tests.conftest import SMALL
from tools.same_marks import differences, packed


def test_every_variant_is_in_a_submission():
    chapter = read_course(SMALL).chapters["line"]
    together = "".join("".join(answers.values()) for answers in packed(chapter).values())
    for variant in (*chapter.solution.mistakes, *chapter.solution.alternatives):
        assert variant.source in together


def test_the_marks_of_all_mistakes_and_alternatives_are_those_of_stock(tmp_path):
    course = read_course(SMALL)
    assert differences(course, course.chapters["line"], tmp_path) == []
