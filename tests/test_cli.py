"""The command line says what to do, and ends bad input in one sentence with status 2."""

import fcntl
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.release import Classroom
from tests.conftest import SMALL
from tests.grading.class_support import gradebook
from tests.typist import Typist

COMMANDS = (
    *("init", "check", "pack", "release", "collect", "grade", "extend", "excuse", "status"),
    *("export", "feedback", "demo", "mutants", "doctor"),
)


@pytest.fixture(scope="module")
def run():
    with Typist() as typist:
        yield typist.type


def test_the_command_is_installed():
    program = Path(sys.executable).with_name("autograder")
    assert subprocess.run([program, "frobnicate"], capture_output=True).returncode == 2


def test_help_lists_the_commands(run):
    result = run("--help")
    assert result.returncode == 0
    for command in COMMANDS:
        assert command in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run, command):
    result = run(command, "--help")
    assert result.returncode == 0
    assert "Usage" in result.stdout


BAD = {
    "no such notebook": (["check", "nowhere.ipynb"], "nowhere.ipynb"),
    "not a notebook": (["check", SMALL / "_toc.yml"], "not a notebook"),
    "no notebook named": (["check"], "notebook"),
    "no such command": (["frobnicate"], "frobnicate"),
    "no such option": (["grade", "--frobnicate"], "frobnicate"),
    "no course there": (["release", "--course", "nowhere"], "_toc.yml"),
    "no class there": (["grade", "--course", SMALL, "--class", "nowhere"], "autograder init"),
    "no class to collect for": (
        ["collect", "x.zip", "--course", SMALL, "--class", "nowhere"],
        "autograder init",
    ),
    "no processes": (["grade", "--jobs", "0"], "jobs"),
    "no such sandbox": (["grade", "--sandbox", "glass"], "bubblewrap"),
    "no date": (
        ["release", "--course", SMALL, "--due", "next friday"],
        "--due 'next friday' is no time; write it as 2027-01-31T23:59",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_in_one_sentence(run, case, tmp_path):
    args, says = BAD[case]
    result = run(*args, cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_release_then_nothing_handed_in_then_check(run, tmp_path):
    folder = tmp_path / "class"
    result = run("release", "--course", SMALL, "--class", folder)
    assert result.returncode == 0, result.stderr
    notebook = folder / "release" / "line" / "line.ipynb"
    assert notebook.exists()
    assert "1 notebook to hand out" in result.stdout
    (package,) = (folder / "release").glob("*.whl")
    assert package.name in result.stdout
    assert "autograder/check_notebook/commands.py" in zipfile.ZipFile(package).namelist()

    result = run("grade", "--course", SMALL, "--class", folder)
    assert result.returncode == 2
    assert "nothing handed in" in result.stderr

    result = run("grade", "circle", "--course", SMALL, "--class", folder)
    assert result.returncode == 2
    assert "circle" in result.stderr

    result = run("check", notebook)
    assert result.returncode == 1
    assert "not implemented" in result.stdout

    result = run("release", "--course", SMALL, "--class", folder, "-a", "circle")
    assert result.returncode == 2
    assert "circle" in result.stderr


def test_an_authors_slip_is_one_sentence(run, small_course, tmp_path):
    path = Path(small_course / "chapters/line.md")
    path.write_text(path.read_text().replace("points: 8", "points: 9"))
    result = run("release", "--course", small_course, "--class", tmp_path / "class")
    assert result.returncode == 2
    assert "line.md:1:" in result.stderr


def test_doctor_finds_what_is_installed(run):
    result = run("doctor")
    assert result.returncode in (0, 1)  # 1 where no sandbox starts
    assert "numpy" in result.stdout and "nbgrader" in result.stdout


@pytest.fixture(scope="module")
def handed_in(run, tmp_path_factory):
    """A class folder with one submission, not graded yet."""
    folder = tmp_path_factory.mktemp("handed in") / "class"
    assert run("release", "--course", SMALL, "--class", folder).returncode == 0
    shutil.copytree(folder / "release" / "line", folder / "submitted" / "[b]ob" / "line")
    return folder


def is_locked(folder):
    """Another run is at work in ``folder``."""
    path = folder / ".autograder" / "lock"
    path.parent.mkdir()
    file = path.open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


MISHAPS = {
    "broken gradebook": (lambda f: (f / "gradebook.db").write_text("junk"), "not a database"),
    "broken configuration": (
        lambda f: (f / "nbgrader_config.py").write_text("c = get_config()\nc.d = ("),
        "nbgrader_config.py",
    ),
    "odd configuration": (lambda f: (f / "nbgrader_config.py").write_text("1 / 0"), "division"),
    "a file in place of a folder": (
        lambda f: (f / "autograded").write_text(""),
        "autograded",
    ),
    "a file in place of the state": (lambda f: (f / ".autograder").write_text(""), ".autograder"),
    "two at once": (is_locked, "another"),
}


@pytest.mark.parametrize("mishap", MISHAPS)
def test_a_mishap_ends_in_one_sentence(run, handed_in, tmp_path, mishap):
    folder = tmp_path / "class"
    shutil.copytree(handed_in, folder)
    make, says = MISHAPS[mishap]
    kept = make(folder)
    result = run("grade", "--course", SMALL, "--class", folder, "--sandbox", "none", "-j", 1)
    assert result.returncode == 2, result.stderr
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    if hasattr(kept, "close"):  # the lock of the run beside
        kept.close()


def test_a_name_that_looks_like_markup_is_shown(run, handed_in):
    result = run("grade", "--course", SMALL, "--class", handed_in, "--sandbox", "none", "-j", 1)
    assert result.returncode == 0, result.stderr
    assert "[b]ob" in result.stdout


def rights(path):
    return stat.S_IMODE(path.stat().st_mode)


def inside(folder):
    """All that is made for the class, but for what is handed out."""
    return [path for path in folder.rglob("*") if "release" not in path.relative_to(folder).parts]


@pytest.mark.parametrize("own, left", [(None, 0o700), (0o2770, 0o770), (0o755, 0o750)])
def test_marks_and_solutions_are_for_the_instructor_and_whom_the_folder_is_shared_with(
    run, tmp_path, own, left
):
    folder = tmp_path / "class"
    if own:
        folder.mkdir()
        folder.chmod(own)
    options = ["--course", SMALL, "--class", folder]
    before = os.umask(0o022)
    try:
        released = run("release", *options)
        shutil.copytree(folder / "release" / "line", folder / "submitted" / "ada" / "line")
        result = run("grade", *options, "--sandbox", "none", "-j", 1)
    finally:
        os.umask(before)
    assert result.returncode == 0, result.stderr
    # what an instructor gave is not taken away, but from strangers
    assert rights(folder) == ((own or 0o700) & ~0o007)
    made = [path for path in inside(folder) if "submitted" not in path.parts]
    names = {path.name for path in made}
    assert {"gradebook.db", "journal.jsonl", "secret", "line.html", "nbgrader_config.py"} <= names
    for path in made:
        assert rights(path) & 0o777 & ~left == 0, path
    assert ("open to everybody on this machine" in released.stdout) == (own == 0o755)


@pytest.mark.parametrize(
    "due, utc",
    [("2027-01-31T23:59", "2027-01-31 23:59"), ("2027-02-01 00:30+01:00", "2027-01-31 23:30")],
)
def test_a_deadline_is_in_utc_or_in_the_zone_it_names(run, tmp_path, due, utc):
    result = run("release", "--course", SMALL, "--class", tmp_path / "class", "--due", due)
    assert f"due {utc} UTC" in result.stdout
    with gradebook(Classroom.open(tmp_path / "class")) as book:
        assert f"{book.find_assignment('line').duedate:%Y-%m-%d %H:%M}" == utc
