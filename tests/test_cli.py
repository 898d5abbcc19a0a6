"""The command line says what to do, and ends bad input in one sentence with status 2."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL


def run(*args, cwd=None):
    command = [sys.executable, "-m", "autograder.cli", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120)


def test_help_lists_the_commands():
    result = run("--help")
    assert result.returncode == 0
    for command in ("check", "release", "grade", "demo", "mutants", "doctor"):
        assert command in result.stdout


@pytest.mark.parametrize("command", ["check", "release", "grade", "demo", "mutants", "doctor"])
def test_every_command_explains_itself(command):
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
    "no class there": (["grade", "--course", SMALL, "--class", "nowhere"], "autograder release"),
    "no processes": (["grade", "--jobs", "0"], "jobs"),
    "no such sandbox": (["grade", "--sandbox", "glass"], "bubblewrap"),
    "no date": (["release", "--course", SMALL, "--due", "tomorrow"], "due"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_in_one_sentence(case, tmp_path):
    args, says = BAD[case]
    result = run(*args, cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_release_then_nothing_handed_in_then_check(tmp_path):
    folder = tmp_path / "class"
    result = run("release", "--course", SMALL, "--class", folder)
    assert result.returncode == 0, result.stderr
    notebook = folder / "release" / "line" / "line.ipynb"
    assert notebook.exists()

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


def test_an_authors_slip_is_one_sentence(small_course, tmp_path):
    path = Path(small_course / "chapters/line.md")
    path.write_text(path.read_text().replace("points: 8", "points: 9"))
    result = run("release", "--course", small_course, "--class", tmp_path / "class")
    assert result.returncode == 2
    assert "line.md:1:" in result.stderr


def test_doctor_finds_what_is_installed():
    result = run("doctor")
    assert result.returncode == 0
    assert "numpy" in result.stdout and "nbgrader" in result.stdout
