"""Whatever a file holds, a command ends in a result or a sentence. `tools/bad_input` tries more."""

import errno
import json
import os

import pytest

from autograder.classroom.collecting.versions import read_files
from autograder.classroom.extensions import Extensions
from autograder.classroom.opening import open_class
from autograder.classroom.settings import Settings, SettingsError
from autograder.cli import LONGEST, sentence
from autograder.course import CourseError, read_course
from autograder.errors import UserError
from autograder.grading.coordinator import submissions
from autograder.grading.coordinator.graded_notebook import read_graded_notebook
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.submissions import HandedIn, collect
from autograder.notebook_files import read_cells
from autograder.release import Classroom, ClassroomError
from autograder.release.history import handed_out
from autograder.screen import console
from tests.conftest import SMALL
from tools.bad_input.kinds import Kind, World
from tools.bad_input.mutate import OF_TEXT
from tools.bad_input.trying import Tried, contents, try_one

DIGITS = "9" * 5000  # more than Python reads as a whole number
NEST = "[" * 5000
OF_EACH = 9


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return World(tmp_path_factory.mktemp("world"))


def test_a_sample_of_malformed_files_of_every_kind(world, tmp_path):
    found, count = [], 0
    for kind in world.kinds():
        tried = Tried(kind.name)
        for content in contents(kind, OF_EACH, seed=7):
            try_one(kind, content, tmp_path, tried)
        found += [(one.kind, one.told) for one in tried.findings]
        count += tried.ended.total()
    assert not found
    assert count >= 150


def test_the_trial_itself_sees_what_is_no_sentence(tmp_path):
    def read(path):
        if path.read_bytes():
            raise KeyError("x")
        raise UserError("")

    kind = Kind("x", 1, "x", [b"a"], OF_TEXT, read)
    tried = Tried("x")
    for content in (b"a", b""):
        try_one(kind, content, tmp_path, tried)
    assert tried.ended == {"traceback": 2}
    assert "KeyError: 'x'" in tried.findings[0].told


def test_a_quoted_text_can_neither_act_in_a_terminal_nor_fill_it():
    assert sentence(UserError("a\x1b[2J\nb")) == "a\\x1b[2J\nb"
    long = sentence(UserError(f"begin {DIGITS} end"))
    assert len(long) < LONGEST + 10
    assert long.startswith("begin 9") and long.endswith("9 end")
    assert sentence(KeyError("x")) is None


def test_a_number_that_python_does_not_read_costs_no_cell():
    cells = [{"cell_type": "code", "source": "x = 1", "metadata": {"n": 0}}] * 2
    text = json.dumps({"cells": cells}).replace('"n": 0', f'"n": {DIGITS}', 1)
    found, notes = read_cells(text.encode())
    assert [cell.source for cell in found] == ["x = 1", "x = 1"]
    assert notes == ["the file is no valid notebook; 2 cells could still be read"]


@pytest.mark.parametrize(
    "text, line, told",
    [
        (f"best = {DIGITS}", 1, "not understood"),
        (f"name = 'x'\nbest = {NEST}", 2, "not understood"),
        ('[deadlines]\nline = "0001-01-01 00:00+05:00"', 2, "is not between the years"),
        ('[deadlines]\nline = "9999-12-31 23:59"', 2, "is not between the years"),
    ],
)
def test_settings_that_nobody_can_mean(tmp_path, text, line, told):
    (tmp_path / "class.toml").write_text(text)
    with pytest.raises(SettingsError, match=rf"class\.toml:{line}: .*{told}"):
        Settings.load(tmp_path, {"line": ["mse"]})


def test_the_longest_extension_of_the_last_deadline_is_a_time(tmp_path):
    (tmp_path / "class.toml").write_text('[deadlines]\nline = "9900-12-31 23:59"')
    settings = Settings.load(tmp_path, {"line": ["mse"]})
    granted = Extensions({("a", "line"): "+9999 days"})
    assert granted.deadlines(settings)["a", "line"].year == 9928


@pytest.mark.parametrize(
    "line",
    ["  - file: ''", "  - file: .", "  - file: 2027-13-45", f"  - file: {NEST}", '  - file: "\\0"'],
)
def test_a_table_of_contents_with_what_is_no_page(small_course, line):
    with (small_course / "_toc.yml").open("a") as toc:
        toc.write(line + "\n")
    with pytest.raises(CourseError, match=r"_toc\.yml"):
        read_course(small_course)


def test_a_chapter_whose_kernel_has_no_name(small_course):
    page = small_course / "chapters" / "line.md"
    text = page.read_text()
    assert "  display_name: " in text
    lines = [one for one in text.splitlines() if not one.startswith("  display_name: ")]
    page.write_text("\n".join(lines) + "\n")
    with pytest.raises(CourseError, match=r"line\.md:1: the header .*display_name"):
        read_course(small_course)


@pytest.mark.parametrize(
    "entry",
    [
        NEST,
        '{"submission": 1, "key": "1"}',
        '{"submission": "a", "key": "1", "score": "x"}',
        '{"submission": "a", "key": "1", "notes": [1]}',
        '{"submission": "a", "key": "1", "notes": null}',
    ],
)
def test_a_journal_with_values_of_another_type(tmp_path, entry):
    path = tmp_path / "journal.jsonl"
    path.write_text(f'{entry}\n{{"submission": "b", "key": "1"}}\n')
    assert list(Journal(path).entries) == ["b"]


@pytest.fixture
def classroom(tmp_path):
    return Classroom.create(tmp_path / "class", SMALL)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '["a", {}]', NEST])
def test_hashes_of_cells_that_were_damaged(classroom, content):
    path = classroom.state / "released" / "line.json"
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(ClassroomError, match=r"line\.json is damaged, .*from a backup"):
        handed_out(classroom, "line")


def test_a_release_that_was_damaged(classroom):
    path = classroom.release / "line" / "line.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("{")
    with pytest.raises(ClassroomError, match=r"line\.ipynb is damaged: .*release` again"):
        handed_out(classroom, "line")


@pytest.mark.parametrize(
    "content, told", [(b"# \xff", "not UTF-8"), (b"raise SystemExit(3)", "cannot be used: System")]
)
def test_a_configuration_that_is_no_program_or_ends_it(classroom, content, told):
    (classroom.folder / "nbgrader_config.py").write_bytes(
        (classroom.folder / "nbgrader_config.py").read_bytes() + content + b"\n"
    )
    with console.capture(), pytest.raises(UserError, match=rf"nbgrader_config\.py .*{told}"):
        open_class(console, SMALL, classroom.folder)


@pytest.mark.parametrize("name", ["class.toml", ".autograder/secret"])
def test_a_link_whose_disk_is_away_is_no_file_that_nobody_has_made(classroom, name):
    path = classroom.folder / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("/nowhere/at/all")
    with pytest.raises(ClassroomError, match=f"{name} is a link to nothing"):
        Classroom.open(classroom.folder)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ClassroomError, match=f"{name} is no ordinary file"):
        Classroom.open(classroom.folder)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"cells": 1, "metadata": {}}', '{"cells": [1], "metadata": {}}']
)
def test_a_graded_notebook_that_was_damaged_is_none(tmp_path, content):
    path = tmp_path / "line.ipynb"
    path.write_text(content)
    assert read_graded_notebook(path) is None


def refuse(path, most):
    raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))


@pytest.mark.parametrize("name", ["line.ipynb", "timestamp.txt"])
def test_rights_and_broken_disks_say_nothing_of_what_was_handed_in(tmp_path, monkeypatch, name):
    (tmp_path / name).write_text("{}")
    monkeypatch.setattr(submissions, "read_file", refuse)
    with pytest.raises(PermissionError):
        collect(HandedIn("a", "line", tmp_path))


def test_a_hand_in_of_which_a_file_cannot_be_read_is_no_version_without_it(tmp_path, monkeypatch):
    for name in ("line.ipynb", "a.png"):
        (tmp_path / name).write_text("x")
    assert set(read_files(tmp_path)) == {"line.ipynb", "a.png"}
    monkeypatch.setattr("autograder.classroom.collecting.versions.read_file", refuse)
    with pytest.raises(PermissionError):
        read_files(tmp_path)
