"""A chapter is read as written; what is not right in it is in test_slips.py."""

import pytest

from autograder.course import CourseError, find_root, read_assignment, read_course
from autograder.known_mistakes import lent
from tests.conftest import ROOT

CHAPTER = "chapters/line.md"


def test_the_small_course(small_course):
    course = read_course(small_course)
    chapter = course.assignments["line"]
    assert chapter.title == "A line through points"
    assert chapter.points == 8
    assert {name: e.points for name, e in chapter.exercises.items()} == {
        "mse": 2,
        "mse_gradient": 4,
    }
    assert [check.name for check in chapter.exercises["mse_gradient"].checks] == [
        "is_the_derivative_of_mse",
        "takes_lists_integers_and_views",
    ]
    assert chapter.written["why_mean"].points == 2
    kinds = [cell.kind for cell in chapter.cells]
    assert kinds.count("text") == 4 and kinds.count("picture") == 1


@pytest.mark.parametrize("cell", ["%matplotlib inline\n!ls", "seven = (11\n% 4)", "%%time\nx = 1"])
def test_a_line_may_begin_with_a_percent_sign(cell, small_course):
    path = small_course / CHAPTER
    fence = "```{code-cell}\n"
    path.write_text(path.read_text() + f"\n{fence}{cell}\n```\n")
    assert read_course(small_course).chapters["line"].cells[-1].source == cell


def test_lines_of_cells_are_those_of_the_file(small_course):
    chapter = read_course(small_course).chapters["line"]
    lines = chapter.path.read_text().splitlines()
    for cell in chapter.cells:
        if cell.kind in ("text", "written"):
            assert "\n".join(lines[cell.line - 1 : cell.end]) == cell.source
        else:
            assert lines[cell.line - 1].startswith("```{code-cell}")
            assert lines[cell.end - 1] == "```"


def test_the_solved_stub_keeps_comments_and_docstrings(small_course):
    solved = read_course(small_course).chapters["line"].exercises["mse"].solved
    assert "# half, so that the gradient has no 2" in solved
    assert "Mean squared error of the predictions" in solved
    assert "raise NotImplementedError" not in solved
    namespace = {"np": __import__("numpy")}
    exec(solved, namespace)
    assert namespace["mse"]([1.0], [[1.0]], [3.0]) == 2.0


def test_the_line_is_that_of_the_cell(small_course):
    path = small_course / CHAPTER
    path.write_text(path.read_text().replace(":check: mse_gradient", ":check: nothing"))
    line = path.read_text().splitlines().index(":check: nothing")  # the fence is one line up
    with pytest.raises(CourseError) as caught:
        read_course(small_course)
    assert caught.value.line == line


def test_a_chapter_missing_from_the_toc(small_course):
    toc = small_course / "_toc.yml"
    toc.write_text(toc.read_text().replace("chapters:\n  - file: chapters/line\n", ""))
    with pytest.raises(CourseError, match=r"line\.md: is not listed in _toc\.yml"):
        read_course(small_course)


def test_a_toc_entry_with_no_chapter(small_course):
    (small_course / "chapters/line.md").unlink()
    with pytest.raises(CourseError, match=r"_toc\.yml.*line.*missing"):
        read_course(small_course)


def test_no_course_here(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_COURSE", raising=False)
    with pytest.raises(CourseError, match=r"no course here or above.* name it with --course"):
        find_root(tmp_path)


def test_the_course_is_found_from_below(small_course, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_COURSE", raising=False)
    assert find_root(small_course / "solutions" / "line") == small_course.resolve()


def test_an_experiment_is_given_code(small_course):
    path = small_course / CHAPTER
    path.write_text(path.read_text().replace(":exercise: mse\n", ":exercise: mse\n:experiment:\n"))
    with pytest.raises(
        CourseError, match=r"line\.md:31: 'experiment' is an option of code cells, not of exercise"
    ):
        read_course(small_course)


# by file, so that a slip in a chapter stops the test of that chapter alone
@pytest.mark.parametrize("name", [p.parent.name for p in ROOT.glob("solutions/*/reference.py")])
def test_what_grading_runs_needs_no_experiment(name):
    chapter = read_assignment(ROOT, name)
    namespace = {"__name__": "__main__"}
    with lent(chapter):
        for cell in chapter.cells:
            if cell.kind == "exercise":
                exec(chapter.exercises[cell.name].reference, namespace)
            elif cell.kind == "code" and "experiment" not in cell.options:
                exec(cell.source, namespace)


def test_a_stub_may_be_a_wrong_answer_to_mend(small_course):
    path = small_course / CHAPTER
    marked = path.read_text().replace(":exercise: mse\n", ":exercise: mse\n:bug: mse_of_a_sum\n")
    path.write_text(marked)
    exercise = read_course(small_course).chapters["line"].exercises["mse"]
    assert '"""Mean squared error of the predictions ``X @ w``, halved.' in exercise.handed_out
    assert "    return np.sum((np.asarray(X) @ w - y) ** 2) / 2" in exercise.handed_out
    assert "NotImplementedError" not in exercise.handed_out
    assert "BEGIN SOLUTION" in exercise.solved and "(2 * len(y))" in exercise.solved


def test_a_wrong_answer_to_mend_earns_nothing_as_it_is(small_course):
    path, mistakes = small_course / CHAPTER, small_course / "solutions/line/mistakes.py"
    path.write_text(
        path.read_text().replace(
            ":exercise: mse_gradient\n", ":exercise: mse_gradient\n:bug: uphill\n"
        )
    )
    mistakes.write_text(
        mistakes.read_text().replace('diagnosis="sign"', 'diagnosis="sign", keeps=1')
    )
    with pytest.raises(CourseError, match="bug 'uphill' keeps 1 point: choose one that earns none"):
        read_course(small_course)


def test_an_exercise_may_be_starred_or_hard(small_course):
    path = small_course / CHAPTER
    marked = path.read_text().replace(":exercise: mse\n", ":exercise: mse\n:star:\n:hard:\n")
    path.write_text(marked)
    exercises = read_course(small_course).chapters["line"].exercises
    assert exercises["mse"].title == "★ `mse` (2 points, hard)"
    assert exercises["mse_gradient"].title == "`mse_gradient` (4 points)"
