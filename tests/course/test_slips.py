"""Slips of authors: each is one sentence that names the file and the line at fault."""

import pytest

from autograder.course import CourseError, read_course

TOC, CHAPTER = "_toc.yml", "chapters/line.md"
REFERENCE, CHECKS, MISTAKES, ALTERNATIVES = (
    f"solutions/line/{name}.py" for name in ("reference", "checks", "mistakes", "alternatives")
)
FENCE = "```{code-cell}\n"
LAST_STUB_LINE = "    raise NotImplementedError\n```\n\n```{code-cell}\n:check: mse\n"
PICTURE_AGAIN = f"{FENCE}---\npicture: line-points\nalt: Again.\ncaption: Again.\n---\ny\n```\n\n"
NO_EXERCISE = '@check("rmse", points=1)\ndef asks_more(student, rng):\n    pass\n\n\n'

# what is replaced by what; what the line at fault holds; what is said
SLIPS = {
    "a stub without reference": (
        (REFERENCE, "def mse(", "def _mse("),
        (FENCE, "stub 'mse' has no reference"),
    ),
    "a reference without stub": (
        (REFERENCE, "def mse(", "def extra():\n    return 1\n\n\ndef mse("),
        ("def extra():", "has no stub"),
    ),
    "differing signatures": (
        (REFERENCE, "def mse(w, X, y)", "def mse(w, X, t)"),
        (FENCE, "stub mse(w, X, y) differs from the reference mse(w, X, t)"),
    ),
    "differing defaults": (
        (REFERENCE, "def mse(w, X, y)", "def mse(w, X, y=0)"),
        (FENCE, "differs from the reference mse(w, X, y=0)"),
    ),
    "two exercises of one name": (
        (CHAPTER, ":exercise: mse_gradient", ":exercise: mse"),
        (FENCE, "exercise 'mse' is already at line"),
    ),
    "an exercise without name": (
        (CHAPTER, ":exercise: mse_gradient", ":exercise:"),
        (FENCE, "exercise needs a name"),
    ),
    "other points in the header": (
        (CHAPTER, "points: 8", "points: 9"),
        ("---", "the exercises add up to 8"),
    ),
    "other points of an exercise": (
        (CHECKS, "points=3", "points=2.5"),
        (FENCE, "its checks add up to 3.5"),
    ),
    "a bug that is no mistake": (
        (CHAPTER, ":exercise: mse\n", ":exercise: mse\n:bug: mse_of_a_mean\n"),
        (FENCE, "bug 'mse_of_a_mean' is no mistake in 'mse' alone; is 'mse_of_a_sum' meant?"),
    ),
    "a bug of another function": (
        (CHAPTER, ":exercise: mse\n", ":exercise: mse\n:bug: uphill\n"),
        (FENCE, "bug 'uphill' is no mistake in 'mse' alone"),
    ),
    "no points": ((CHAPTER, ":points: 4\n", ""), (FENCE, "carries :points:")),
    "negative points": ((CHAPTER, ":points: 4", ":points: -4"), (FENCE, "a positive number")),
    "an exercise with no visible check": (
        (CHAPTER, ":check: mse\n:points: 2\n", ""),
        (FENCE, "'mse' has no cell with :check:"),
    ),
    "an exercise with no graded check": (
        (CHECKS, '@check("mse", points=2)', ""),
        (FENCE, "'mse' has no graded check"),
    ),
    "a graded check for no exercise": (
        (CHECKS, '@check("mse",', f'{NO_EXERCISE}@check("mse",'),
        ("def asks_more(", "check 'asks_more' is for 'rmse', which is no exercise"),
    ),
    "a visible check for no exercise": (
        (CHAPTER, ":check: mse\n", ":check: rmse\n"),
        (FENCE, "no cell has :exercise: rmse"),
    ),
    "two marks on a cell": (
        (CHAPTER, ":check: mse\n", ":check: mse\n:exercise: mse\n"),
        (FENCE, "one of exercise and check, not both"),
    ),
    "no model answer": (
        (REFERENCE, '"why_mean"', '"other"'),
        ("Why is the loss", "no model answer: add 'why_mean'"),
    ),
    "a stub that does not raise": (
        (CHAPTER, LAST_STUB_LINE, LAST_STUB_LINE.replace("raise NotImplementedError", "return 0")),
        (FENCE, "has no 'raise NotImplementedError'"),
    ),
    "a stub that is no Python": (
        (CHAPTER, "def mse(w, X, y):", "def mse(w, X, y:"),
        ("def mse(w, X, y:", "not valid Python"),
    ),
    "options that are no YAML": (
        (CHAPTER, "alt: Three", "alt: Three: a"),
        (FENCE, "quote a text that holds a colon"),
    ),
    "a header that is no YAML": (
        (CHAPTER, "points: 8", "points: 8: 9"),
        ("points: 8: 9", "the header is not valid YAML"),
    ),
    "checks that do not import": (
        (CHECKS, "import reference", "import refrence"),
        ("import refrence", "cannot be imported: ImportError"),
    ),
    "an option of a stub": (
        (CHAPTER, ":exercise: mse\n", ":exercice: mse\n"),
        (FENCE, "no option 'exercice'"),
    ),
    "an option of a check": (
        (CHAPTER, ":points: 2\n", ":point: 2\n"),
        (FENCE, "no option 'point'"),
    ),
    "an option of a picture": (
        (CHAPTER, "alt: Three", "atl: Three"),
        (FENCE, "no option 'atl'"),
    ),
    "an option of given code": (
        (CHAPTER, f"{FENCE}import", f"{FENCE}:experimnt:\n\nimport"),
        (FENCE, "no option 'experimnt'"),
    ),
    "an option of a question": (
        (CHAPTER, '"written": "why', '"writen": "why'),
        ("Why is the loss", "no option 'writen'"),
    ),
    "an option of another kind of cell": (
        (CHAPTER, ":exercise: mse\n", ":exercise: mse\n:points: 2\n"),
        (FENCE, "an option of check and written cells, not of exercise"),
    ),
    "a question that is no JSON": (
        (CHAPTER, '"points": 2}', '"points": 2'),
        ('+++ {"written"', "not valid JSON"),
    ),
    "points that are no number": (
        (CHAPTER, ":points: 2\n", ":points: .nan\n"),
        (FENCE, "positive number"),
    ),
    "points that are true": (
        (CHAPTER, ":points: 2\n", ":points: true\n"),
        (FENCE, "positive number"),
    ),
    "header without a number": (
        (CHAPTER, "points: 8", "points: eight"),
        ("---", "the header needs points:"),
    ),
    "a tab in the header": (
        (CHAPTER, "  language:", "\tlanguage:"),
        ("\tlanguage:", "the header is not valid YAML"),
    ),
    "header without kernel": (
        (CHAPTER, "kernelspec:", "kernlespec:"),
        ("---", "kernelspec"),
    ),
    "a cell that is not closed": (
        (CHAPTER, "16 + 25 + 81) / 6))\n```\n", "16 + 25 + 81) / 6))\n"),
        (FENCE, "not closed"),
    ),
    "a cell that is moved in": (
        (CHAPTER, f"{FENCE}:check: mse\n", f"    {FENCE}:check: mse\n"),
        ("    ```{code-cell}", "left margin"),
    ),
    "given code that is no Python": (
        (CHAPTER, "use_style()\n", "use_style(\n"),
        ("use_style(\n", "not valid Python"),
    ),
    "a tab in a stub": (
        (CHAPTER, '    """Mean', '\t"""Mean'),
        ("    raise NotImplementedError", "not valid Python"),
    ),
    "a check above its stub": (
        (CHAPTER, "## The loss", f"{FENCE}:check: mse\n\nprint(1)\n```\n\n## The loss"),
        (FENCE, "above its stub"),
    ),
    "a stub that says more": (
        (CHAPTER, LAST_STUB_LINE, LAST_STUB_LINE.replace("Error\n", "Error('later')\n")),
        ("raise NotImplementedError('later')", "plain and on its own line"),
    ),
    "two pictures of one name": (
        (CHAPTER, "## Its gradient", f"{PICTURE_AGAIN}## Its gradient"),
        (FENCE, "picture 'line-points' is already at line 49"),
    ),
    "a picture without name": (
        (CHAPTER, "picture: line-points", "picture:"),
        (FENCE, "needs a name"),
    ),
    "a model answer that is no text": (
        (REFERENCE, '"So that the step size does not depend on the number of samples."', "3"),
        ("Why is the loss", "no model answer"),
    ),
    "a reference defined twice": (
        (REFERENCE, "def mse_gradient(", "def mse(w):\n    return 1\n\n\ndef mse_gradient("),
        ("def mse(w):", "defined at line 8 already"),
    ),
    "a check defined twice": (
        (CHECKS, "def takes_lists_integers_and_views(", "def is_the_derivative_of_mse("),
        ("def is_the_derivative_of_mse", "already"),
    ),
    "a check without parentheses": (
        (CHECKS, '@check("mse", points=2)', "@check"),
        ("@check\n", "points"),
    ),
    "a reference that raises": (
        (REFERENCE, "WRITTEN =", "half = 1 / 0\nWRITTEN ="),
        ("half = 1 / 0", "cannot be imported: ZeroDivisionError"),
    ),
    "a reference that exits": (
        (REFERENCE, "WRITTEN =", "exit(3)\nWRITTEN ="),
        ("exit(3)", "cannot be imported: SystemExit"),
    ),
    "checks that raise in two lines": (
        (CHECKS, "def problem", "raise ValueError('one\\ntwo')\n\n\ndef problem"),
        ("raise ValueError", "ValueError: one two"),
    ),
    "checks that are no Python": (
        (CHECKS, "def problem(rng, n, d):", "def problem(rng, n, d)"),
        ("def problem(rng, n, d)", "not valid Python"),
    ),
    "a table of contents without root": (
        (TOC, "root: chapters/welcome\n", ""),
        ("format:", "root:"),
    ),
    "a page listed twice": (
        (TOC, "  - file: chapters/line", "  - file: chapters/line\n  - file: chapters/line"),
        ("  - file: chapters/line", "twice"),
    ),
    "a page that is a number": ((TOC, "chapters/line", "3"), ("file: 3", "no name of a file")),
    "a page that is not there": (
        (TOC, "  - file: chapters/line", "  - file: chapters/line\n  - file: chapters/curve"),
        ("chapters/curve", "missing"),
    ),
}
# slips that are seen when the wrong and right answers are asked for
PRIVATE_SLIPS = {
    "a mistake in no function": (
        (MISTAKES, '@mistake("mse", ', '@mistake("mes", '),
        ("def mse_of_a_sum", "does not define"),
    ),
    "an unknown diagnosis": (
        (MISTAKES, '"factor"', '"factro"'),
        ("def mse_of_a_sum", "no rule gives the diagnosis 'factro'"),
    ),
    "another unknown hint": (
        (MISTAKES, '"factor"', '"factor", also=["factro"]'),
        ("def mse_of_a_sum", "no rule gives the diagnosis 'factro'"),
    ),
    "a mistake defined twice": (
        (MISTAKES, "def changes_y(", "def uphill("),
        ("def uphill(", "already"),
    ),
    "a mistake that is no def": (
        (
            MISTAKES,
            "\n\n@mistake",
            "\nodd = mistake('mse', 'value')(lambda w, X, y: 0)\n\n\n@mistake",
        ),
        ("odd = ", "defined with def"),
    ),
    "mistakes that raise": (
        (MISTAKES, '@mistake("mse",', '{}["a"]\n\n\n@mistake("mse",'),
        ('{}["a"]', "cannot be imported: KeyError"),
    ),
    "an alternative to no function": (
        (ALTERNATIVES, '@alternative("mse")', '@alternative("mes")'),
        ("def loop", "does not define"),
    ),
    "an alternative without parentheses": (
        (ALTERNATIVES, '@alternative("mse")', "@alternative"),
        ("def loop", "parentheses"),
    ),
}


def slip(course, where, old, new):
    path = course / where
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def assert_says(error: CourseError, course, fault: str, says: str) -> None:
    message = str(error)
    assert says in message
    assert "\n" not in message
    assert error.path.is_relative_to(course)
    assert f"{error.path}:{error.line}: " in message
    lines = error.path.read_text().splitlines(keepends=True)
    assert fault in lines[error.line - 1]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_at_its_line(name, small_course):
    change, (fault, says) = SLIPS[name]
    slip(small_course, *change)
    with pytest.raises(CourseError) as caught:
        read_course(small_course)
    assert_says(caught.value, small_course, fault, says)


@pytest.mark.parametrize("name", PRIVATE_SLIPS)
def test_a_slip_in_the_answers_is_named_at_its_line(name, small_course):
    change, (fault, says) = PRIVATE_SLIPS[name]
    slip(small_course, *change)
    solution = read_course(small_course).chapters["line"].solution
    with pytest.raises(CourseError) as caught:
        _ = solution.mistakes, solution.alternatives
    assert_says(caught.value, small_course, fault, says)


@pytest.mark.parametrize("where", [TOC, CHAPTER, REFERENCE, CHECKS])
def test_another_encoding_is_named_at_its_line(where, small_course):
    path = small_course / where
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, b"# \xe4\n"]))
    with pytest.raises(CourseError, match=f":{len(lines) + 1}: is not UTF-8"):
        read_course(small_course)


def test_marks_of_other_systems_do_no_harm(small_course):
    """A byte order mark and Windows' ends of lines."""
    cells = read_course(small_course).chapters["line"].cells
    for where in (TOC, CHAPTER, REFERENCE, CHECKS):
        path = small_course / where
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_course(small_course).chapters["line"].cells == cells


@pytest.mark.parametrize("text", ["", "- a\n- b\n"])
def test_a_table_of_contents_that_is_none(text, small_course):
    (small_course / TOC).write_text(text)
    with pytest.raises(CourseError, match=r"_toc\.yml:1: needs a line root:"):
        read_course(small_course)


def test_a_name_that_is_no_name_of_a_chapter(small_course):
    (small_course / CHAPTER).rename(small_course / "chapters" / "my line.md")
    slip(small_course, TOC, "chapters/line", "chapters/my line")
    with pytest.raises(CourseError, match=r"my line\.md: a chapter's name is letters"):
        read_course(small_course)


def faults(course) -> list[tuple[str, str, int]]:
    """The file, the end of the sentence and the line of every error, in the order they are told."""
    with pytest.raises(CourseError) as caught:
        read_course(course)
    errors = caught.value.errors
    assert str(caught.value) == "\n".join(map(str, errors))
    assert (caught.value.path, caught.value.line) == (errors[0].path, errors[0].line)
    return [(e.path.name, str(e).split(": ", 1)[1], e.line) for e in errors]


def test_all_slips_of_a_chapter_are_told_at_once_in_the_order_of_lines(small_course):
    slip(small_course, REFERENCE, "def mse_gradient(w, X, y)", "def mse_gradient(w, X, t)")
    slip(small_course, REFERENCE, '"why_mean"', '"other"')
    slip(small_course, CHECKS, "points=2", "points=1")
    found = faults(small_course)
    assert [name for name, _, _ in found] == ["line.md"] * 3
    assert [line for _, _, line in found] == sorted(line for _, _, line in found)
    assert [says.split(" ", 2)[1] for _, says, _ in found] == ["is", "mse_gradient(w,", "model"]


def test_all_cells_that_are_not_right_are_told_at_once(small_course):
    slip(small_course, CHAPTER, ":exercise: mse\n", ":exercice: mse\n")
    slip(small_course, CHAPTER, "use_style()\n", "use_style(\n")
    slip(small_course, CHAPTER, "alt: Three", "atl: Three")
    found = faults(small_course)
    assert [says.split(";")[0].split(": ")[0] for _, says, _ in found] == [
        "not valid Python",
        "no option 'exercice'",
        "no option 'atl'",
    ]


def test_what_follows_from_a_slip_is_not_told(small_course):
    """Without its name an exercise has no check and no points; the author mends the name."""
    slip(small_course, CHAPTER, ":exercise: mse\n", ":exercice: mse\n")
    assert len(faults(small_course)) == 1


def test_one_cause_that_is_met_twice_is_told_once(small_course):
    """Both exercises ask for the checks."""
    slip(small_course, CHECKS, "def problem", "raise ValueError('no')\n\n\ndef problem")
    ((name, says, _),) = faults(small_course)
    assert (name, says) == ("checks.py", "cannot be imported: ValueError: no")


def test_the_slips_of_all_chapters_are_told(small_course):
    """Each file has its own, in the order of the book."""
    text = (small_course / CHAPTER).read_text()
    (small_course / "chapters/again.md").write_text(text)
    (small_course / "chapters/lost.md").write_text("# Lost\n")
    slip(small_course, TOC, "chapters/line", "chapters/line\n  - file: chapters/again")
    slip(small_course, CHAPTER, "points: 8", "points: 9")
    found = faults(small_course)
    assert [name for name, _, _ in found] == ["lost.md", "line.md", "again.md"]
