"""More slips of authors: each is one sentence that names the file and the line at fault."""

import pytest

from autograder.course import CourseError, read_course

TOC, CHAPTER = "_toc.yml", "chapters/line.md"
REFERENCE, CHECKS, MISTAKES, ALTERNATIVES = (
    f"solutions/line/{name}.py" for name in ("reference", "checks", "mistakes", "alternatives")
)
FENCE = "```{code-cell}\n"
LAST_STUB_LINE = "    raise NotImplementedError\n```\n\n```{code-cell}\n:check: mse\n"
PICTURE_AGAIN = f"{FENCE}---\npicture: line-points\nalt: Again.\ncaption: Again.\n---\ny\n```\n\n"

# what is replaced by what; what the line at fault holds; what is said
SLIPS = {
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


def test_a_diagnosis_may_be_a_hint_of_the_checks_themselves(small_course):
    slip(small_course, MISTAKES, '"factor"', '"upside-down"')
    path = small_course / CHECKS
    path.write_text(path.read_text() + '\n\nHINT = "upside-down"\n')
    assert read_course(small_course).chapters["line"].solution.mistakes
