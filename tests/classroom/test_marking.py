"""Sheets of answers without names: out as page and table, marks back in, nothing overwritten."""

import csv
import io
import re
import stat
import urllib.request

import pytest
import typer
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st

from autograder.classroom.marking.formgrader import formgrader
from autograder.classroom.marking.sheets import Share, _spoken, word_of
from autograder.errors import UserError
from autograder.grading.coordinator.by_hand import Given, read_by_hand, write_by_hand
from tests.classroom.typed import LATE, ON_TIME, make_class
from tests.grading.class_support import change, gradebook

WHO = ("student-01", ON_TIME, LATE)
FORMULA = "=1+1 is no reason"


def write_answer(text):
    def edit(notebook):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
                cell["source"] = text

    return edit


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    term = make_class(tmp_path_factory.mktemp("marking") / "class", *WHO)
    change(term.classroom, ON_TIME, write_answer("the **mean** wins <script>alert(1)</script>"))
    change(term.classroom, LATE, write_answer(FORMULA))
    term.grade()
    return term


@pytest.fixture
def term(graded):
    """The class with nothing marked by hand."""
    with gradebook(graded.classroom) as book:
        for student in WHO:
            mark_in_formgrader(book, student, None)
    return graded


def mark_in_formgrader(book, student, points, comment=None):
    """As the formgrader's handlers of grades and comments do."""
    grade = book.find_grade("why_mean", "line", "line", student)
    grade.manual_score = points
    grade.needs_manual_grade = points is None and grade.auto_score is None
    book.find_comment("why_mean", "line", "line", student).manual_comment = comment
    book.db.commit()


def made(term, *options):
    """The rows of the sheet that the class makes, and its page."""
    term.run("mark", "--sheet", *options)
    [path] = (term.folder / "sheets").glob("*.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    page = path.with_suffix(".html").read_text()
    return rows, page


def filled_in(term, rows, delimiter=","):
    path = term.folder.with_name("filled.csv")
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def take(term, rows, **options):
    """What is said of a sheet that was filled in, and whether all of it was taken."""
    from autograder.screen import console

    path = filled_in(term, rows, **options)
    with console.capture() as said:
        try:
            from autograder.cli import app
            from tests.conftest import SMALL

            command = ["mark", "--take", str(path), "--class", str(term.folder)]
            status = app([*command, "--course", str(SMALL)], standalone_mode=False)
        except typer.Exit as end:
            status = end.exit_code
    return said.get(), not status


def row_of(rows, text):
    return next(row for row in rows if text in row["text"])


def marks(term):
    found = read_by_hand(term.classroom, "line")
    return {student: found[student, "why_mean"].given for student in WHO}


def test_a_sheet_has_every_answer_the_model_answer_and_no_name(term):
    rows, page = made(term)
    assert len(rows) == 3 and page.count('class="answer"') == 3
    assert "Model answer" in page and "Why is the loss a mean" in page
    for told in (page, str(rows)):
        assert not re.search("student-|Lovelace|Gödel|example.org", told)
    for ending in ("html", "csv"):
        [path] = (term.folder / "sheets").glob(f"*.{ending}")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_student_writes_runs_nowhere(term):
    rows, page = made(term)
    assert "alert(1)</script>" not in page and "<strong>mean</strong>" in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert row_of(rows, "no reason")["text"] == f"'{FORMULA}"


def test_names_of_answers_stay_and_are_no_numbers_to_a_spreadsheet(term):
    first, _ = made(term)
    again, _ = made(term)
    assert [row["answer"] for row in first] == [row["answer"] for row in again]
    for row in first:
        assert all(re.fullmatch("[a-z]{10}", row[name]) for name in ("answer", "version", "before"))


@given(st.binary(min_size=32, max_size=32))
def test_words_are_syllables(digest):
    assert re.fullmatch(r"([bdfghklmnprstvwz][aeiou]){5}", _spoken(digest))


@given(st.lists(st.text(min_size=1), unique=True), st.integers(1, 9))
def test_of_all_shares_exactly_one_has_an_answer(names, people):
    shares = [Share(number, people) for number in range(1, people + 1)]
    assert all(sum(share.has(name) for share in shares) == 1 for name in names)


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "a third", "1"])
def test_what_is_no_share_is_told(text):
    with pytest.raises(UserError, match="1/3, 2/3 and 3/3"):
        Share.parse(text)


def test_marks_come_back_once(term):
    rows, _ = made(term)
    row_of(rows, "mean").update(points="1,5", comment="-- half of it")
    row_of(rows, "no reason").update(points="0", comment="'=no")
    said, is_all = take(term, rows, delimiter=";")
    assert is_all and "2 marks taken, 1 answer without points" in said
    assert marks(term) == {
        "student-01": Given(None),
        ON_TIME: Given(1.5, "-- half of it"),
        LATE: Given(0.0, "=no"),
    }
    said, is_all = take(term, rows)
    assert is_all and "0 marks taken, 2 there already" in said

    again, page = made(term)
    assert "1 of 3 answers wait for a mark" in page and again[0]["points"] == ""
    assert row_of(again, "mean")["points"] == "1.5"
    said, is_all = take(term, again)
    assert is_all and "0 marks taken, 2 there already, 1 answer without points" in said
    assert term.numbers(term.grade(), ON_TIME) == (3.5, 8)


def test_what_somebody_else_gave_since_is_told_and_stays(term):
    rows, _ = made(term)
    with gradebook(term.classroom) as book:
        mark_in_formgrader(book, ON_TIME, 2.0, "all of it")
    row_of(rows, "mean").update(points="1")
    row_of(rows, "no reason").update(points="1")
    said, is_all = take(term, rows)
    assert not is_all and "1 mark taken" in said
    assert "somebody else gave 2 and said 'all of it' since the sheet was made" in said
    assert marks(term)[ON_TIME] == Given(2.0, "all of it")
    assert marks(term)[LATE] == Given(1.0)


def test_a_formgrader_that_writes_meanwhile_wins(term):
    with gradebook(term.classroom) as book:
        mark_in_formgrader(book, ON_TIME, 2.0)
    answer = (ON_TIME, "why_mean")
    others = write_by_hand(term.classroom, "line", {answer: (Given(None), Given(1.0))})
    assert others == {answer: Given(2.0)} and marks(term)[ON_TIME] == Given(2.0)


def test_an_answer_that_was_changed_since_is_told_and_waits_again(term):
    with gradebook(term.classroom) as book:
        mark_in_formgrader(book, LATE, 2.0)
    rows, _ = made(term)
    row_of(rows, "no reason").update(points="1")
    change(term.classroom, LATE, write_answer("Another reason"))
    term.grade()
    said, is_all = take(term, rows)
    assert not is_all and "the answer was changed since the sheet was made" in said
    assert marks(term)[LATE] == Given(2.0)

    rows, page = made(term)
    assert "The answer was changed since it got 2 points." in page
    row = row_of(rows, "Another reason")
    assert row["points"] == ""
    row.update(points="2")
    said, is_all = take(term, rows)
    assert is_all and "1 mark taken" in said
    assert "waiting" not in term.grade() and made(term)[1].count("answers wait") == 1
    assert row_of(made(term)[0], "Another reason")["points"] == "2"
    change(term.classroom, LATE, write_answer(FORMULA))
    term.grade()


WRONG = {
    "many": "is no number of points",
    "-1": "not from 0 to 2",
    "2.5": "not from 0 to 2",
    "nan": "not from 0 to 2",
}


@pytest.mark.parametrize("points", WRONG)
def test_points_that_cannot_be_are_told_with_their_line(term, points):
    rows, _ = made(term)
    rows[0]["points"] = points
    said, is_all = take(term, rows)
    assert not is_all and WRONG[points] in said and "line 2, " in said
    assert set(marks(term).values()) == {Given(None)}


def test_rows_of_no_sheet_and_comments_alone_are_told(term):
    rows, _ = made(term)
    stranger = rows[0] | {"answer": "bababababa", "points": "1"}
    twice = [rows[1] | {"points": "1"}, rows[1] | {"points": "2"}]
    said, is_all = take(term, [stranger, *twice, rows[2] | {"comment": "why?"}])
    assert not is_all and "no such answer" in said and "1 mark taken" in said
    assert "stands in line 3 already" in said and "a comment without points" in said


def test_a_file_that_is_no_sheet_is_one_sentence(term):
    path = term.folder.with_name("other.csv")
    path.write_text("name,points\nada,1\n")
    with pytest.raises(UserError, match=r"no sheet of marks: it has no column 'chapter'"):
        term.run("mark", "--take", str(path))
    with pytest.raises(UserError, match="--share goes with --sheet"):
        term.run("mark", "--share", "1/2")


def test_the_formgrader_opens_at_its_chapter_and_asks_for_the_token(term):
    with formgrader(term.classroom, "line") as (address, server):
        assert "/formgrader/gradebook/line/line?token=" in address
        with urllib.request.urlopen(address) as answer:
            assert "nbgrader formgrade" in answer.read().decode()
        with urllib.request.urlopen(address.partition("?")[0]) as stranger:
            assert "/login" in stranger.url
    assert server.poll() is not None


def test_blanks_make_no_other_comment():
    assert word_of(Given(1.0, "a  b\nc")) == word_of(Given(1.0, "a b c"))
    assert len({word_of(Given(p, c)) for p in (None, 0.0, 1.0) for c in ("", "1")}) == 6


def test_the_page_saves_what_take_takes(term, browser):
    rows, _ = made(term)
    name = row_of(rows, "mean")["answer"]
    [path] = (term.folder / "sheets").glob("*.html")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())

    answer = page.get_by_role("region", name=name)
    answer.get_by_label("points").fill("1.5")
    answer.locator(".comment").fill('He said "mean",\nand why?')
    answer.locator(".comment").blur()
    other = page.get_by_role("region", name=row_of(rows, "no reason")["answer"])
    other.get_by_label("say again").select_option('He said "mean", and why?')
    other.get_by_label("points").fill("0.5")
    page.reload()  # what was written is still there
    assert "2 of 3 have points" in page.get_by_role("status").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    saved = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    found = Axe().run(page).response["violations"]
    page.close()

    assert asked[0] == path.as_uri() and set(asked) <= {path.as_uri(), download.value.url}
    assert not wrong and not [one["id"] for one in found]
    said, is_all = take(term, saved)
    assert is_all and "2 marks taken" in said
    assert marks(term)[ON_TIME] == Given(1.5, 'He said "mean", and why?')
    assert marks(term)[LATE] == Given(0.5, 'He said "mean", and why?')
