"""What the private side of a chapter declares: its checks, its hints, its equivalent mutants."""

import pytest

from autograder.course import CourseError, read_course
from autograder.in_process import namespace_with, run_checks

CHECKS, MISTAKES = "solutions/line/checks.py", "solutions/line/mistakes.py"
LOOP = """

def agrees(n, d):
    def agrees_at_this_size(student, rng):
        expect_agrees(student.mse, reference.mse, *problem(rng, n, d))

    return agrees_at_this_size


for n, d in ((1, 1), (7, 3)):
    check("mse", points=1, name=f"is_right_for_{n}_samples", title=f"is right for n = {n}")(
        agrees(n, d)
    )
"""


@pytest.fixture
def looped(small_course):
    """The small course with the one check of ``mse`` made in a loop, for two sizes."""
    path = small_course / CHECKS
    text = path.read_text()
    start, end = text.index('@check("mse"'), text.index('@check("mse_gradient"')
    path.write_text(text[:start] + LOOP.strip() + "\n\n\n" + text[end:])
    return small_course


def test_checks_may_be_made_in_a_loop(looped):
    chapter = read_course(looped).chapters["line"]
    checks = chapter.exercises["mse"].checks
    assert [check.name for check in checks] == ["is_right_for_1_samples", "is_right_for_7_samples"]
    assert [check.title for check in checks] == ["is right for n = 1", "is right for n = 7"]
    assert [check.points for check in checks] == [1, 1]
    outcomes = run_checks(chapter, chapter.exercises["mse"], namespace_with(chapter))
    assert [outcome.failure for outcome in outcomes] == [None, None]


def test_a_check_in_a_loop_is_failed_by_a_wrong_answer(looped):
    chapter = read_course(looped).chapters["line"]
    (mistake,) = (m for m in chapter.solution.mistakes if m.name == "mse_of_a_sum")
    namespace = namespace_with(chapter, mistake)
    outcomes = run_checks(chapter, chapter.exercises["mse"], namespace)
    # the sum over one sample is its mean
    assert [outcome.failure is None for outcome in outcomes] == [True, False]


def test_the_name_of_a_check_is_its_title_in_words(small_course):
    (check,) = read_course(small_course).chapters["line"].exercises["mse"].checks
    assert (check.name, check.title) == ("is_half_the_mean_square", "is half the mean square")


def test_two_checks_of_one_name_are_an_error_at_the_second(looped):
    path = looped / CHECKS
    path.write_text(path.read_text().replace('name=f"is_right_for_{n}_samples", ', ""))
    line = path.read_text().splitlines().index("    def agrees_at_this_size(student, rng):") + 1
    with pytest.raises(CourseError, match=r"'agrees_at_this_size' is at line .* already") as caught:
        read_course(looped)
    assert (caught.value.path, caught.value.line) == (path, line)


@pytest.mark.parametrize("text", ["", "EQUIVALENT = ['mse: …']\n", "EQUIVALENT = {'mse: …': 1}\n"])
def test_equivalent_mutants_without_a_reason_are_an_error(small_course, text):
    path = small_course / "solutions/line/equivalent.py"
    path.write_text(text)
    with pytest.raises(CourseError, match=r"equivalent\.py: needs EQUIVALENT"):
        _ = read_course(small_course).chapters["line"].solution.equivalent


def test_a_chapter_needs_no_equivalent_mutants(small_course):
    assert read_course(small_course).chapters["line"].solution.equivalent == {}


UPSIDE_DOWN = """

HINTS = ("upside-down",)
"""


def replaced(path, old, new):
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))


def test_a_diagnosis_may_be_a_hint_that_the_checks_declare(small_course):
    replaced(small_course / MISTAKES, '"factor"', '"upside-down"')
    with (small_course / CHECKS).open("a") as checks:
        checks.write(UPSIDE_DOWN)
    solution = read_course(small_course).chapters["line"].solution
    assert "upside-down" in {mistake.diagnosis for mistake in solution.mistakes}


def test_a_word_of_the_checks_is_no_diagnosis(small_course):
    """A misspelled diagnosis may be the name of an argument, say, that the checks quote."""
    replaced(small_course / MISTAKES, '"factor"', '"mse"')
    with pytest.raises(CourseError, match="no rule gives the diagnosis 'mse'"):
        _ = read_course(small_course).chapters["line"].solution.mistakes


def test_an_unknown_diagnosis_is_told_with_all_that_are_known(small_course):
    with (small_course / CHECKS).open("a") as checks:
        checks.write(UPSIDE_DOWN)
    replaced(small_course / MISTAKES, '"factor"', '"factro"')
    with pytest.raises(CourseError) as caught:
        _ = read_course(small_course).chapters["line"].solution.mistakes
    message = str(caught.value)
    assert "'factro'; is 'factor' meant?" in message
    for word in ("in-place", "value", "sign", "transposed", "upside-down"):
        assert f"{word}, " in message or f", {word};" in message


def test_hints_that_are_one_text_are_an_error(small_course):
    with (small_course / CHECKS).open("a") as checks:
        checks.write('\n\nHINTS = "upside-down"\n')
    with pytest.raises(CourseError, match=r"checks\.py: HINTS is a tuple of words"):
        _ = read_course(small_course).chapters["line"].solution.mistakes
