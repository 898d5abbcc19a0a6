"""The journal keeps what is done, whatever happens to the process that writes it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import autograder
from autograder.course import read_course
from autograder.grading.coordinator.journal import Entry, Journal, course_key, grader_key, key_of

WRITER = """
import os, sys
from pathlib import Path
from autograder.grading.coordinator.journal import Entry, Journal
with Journal(Path(sys.argv[1])) as journal:
    for number in range(5):
        journal.add(Entry(f"student-{number}", "key", score=number))
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.jsonl"


def write(path, *entries):
    with Journal(path) as journal:
        for entry in entries:
            journal.add(entry)


def test_what_was_written_is_there_and_the_last_word_counts(path):
    write(path, Entry("a", "1", 3.0, ["a note"]), Entry("b", "1"))
    write(path, Entry("a", "2", 4.0))
    journal = Journal(path)
    assert journal.has("a", "2") and not journal.has("a", "1")
    assert journal.has("b", "1") and not journal.has("c", "1")
    assert journal.entries["a"].score == 4.0
    assert len(path.read_text().splitlines()) == 3


def test_what_was_added_survives_a_kill(path):
    killed = subprocess.run([sys.executable, "-c", WRITER, str(path)], timeout=120)
    assert killed.returncode == -9
    assert [entry.score for entry in Journal(path).entries.values()] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("cut", range(2, 40, 6))
def test_a_torn_last_line_costs_that_line_alone(path, cut):
    write(path, Entry("a", "1"), Entry("b", "1"))
    os.truncate(path, path.stat().st_size - cut)
    assert set(Journal(path).entries) == {"a"}
    write(path, Entry("c", "1"))
    assert set(Journal(path).entries) == {"a", "c"}


def test_lines_that_are_no_entries_are_passed_over(path):
    path.write_bytes(b'{"submission": "a"}\n[]\nnonsense\n\xff\n{"submission": "b", "key": "1"}\n')
    assert set(Journal(path).entries) == {"b"}


def test_the_key_of_a_submission_follows_its_content(tmp_path):
    path = tmp_path / "notebook"
    keys = {key_of([path], "course")}
    path.write_text("one")
    keys |= {key_of([path], "course"), key_of([path], "another course"), key_of([path, path])}
    path.write_text("two")
    keys.add(key_of([path], "course"))
    assert len(keys) == 5
    assert key_of([path], "course") in keys


@pytest.mark.parametrize(
    "file, counts",
    [
        ("checks.py", True),
        ("reference.py", True),
        ("mistakes.py", False),
        ("alternatives.py", False),
        ("equivalent.py", False),
        ("misconceptions.py", False),
    ],
)
def test_the_key_of_a_chapter_follows_what_grades_it(small_course, file, counts):
    before = course_key(read_course(small_course).chapters["line"])
    path = small_course / "solutions" / "line" / file
    with path.open("a") as source:
        source.write("\n# another word\n")
    after = course_key(read_course(small_course).chapters["line"])
    assert (before != after) == counts


def test_the_key_of_a_chapter_follows_what_it_borrows(two_chapters):
    before = course_key(read_course(two_chapters).chapters["root"])
    with (two_chapters / "solutions" / "line" / "reference.py").open("a") as source:
        source.write("\n# another word\n")
    assert course_key(read_course(two_chapters).chapters["root"]) != before


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the package, to change."""
    copy = tmp_path_factory.mktemp("copy") / "autograder"
    shutil.copytree(Path(autograder.__file__).parent, copy)
    return copy


DECIDES = (
    "checks/gradients.py",
    "checks/diagnosis/form.py",
    "course/chapter.py",
    "datasets/__init__.py",
    "grading/boundary/messages.py",
    "grading/child/shell.py",
    "grading/coordinator/intake.py",
    "grading/coordinator/scores.py",
    "grading/coordinator/submissions.py",
    "grading/judge/judge.py",
    "in_process.py",
    "notebooks/build.py",
)
DOES_NOT = (
    "cli.py",
    "doctor.py",
    "grading/coordinator/feedback.py",
    "grading/coordinator/gradebook.py",
    "grading/coordinator/journal.py",
    "grading/coordinator/sample_class.py",
    "grading/coordinator/stock.py",
    "grading/coordinator/terminal.py",
    "mutants/try_mutants.py",
    "publish/page.py",
    "release/classroom.py",
)


@pytest.mark.parametrize("module", [*DECIDES, *DOES_NOT])
def test_another_progress_bar_regrades_nobody_and_another_check_does(package, module):
    before = grader_key.__wrapped__(package)
    path = package / module
    kept = path.read_bytes()
    path.write_bytes(kept + b"\n# another word\n")
    after = grader_key.__wrapped__(package)
    path.write_bytes(kept)
    assert (before != after) == (module in DECIDES)
