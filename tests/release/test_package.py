"""What is handed out as a package: all that notebooks need, and nothing private."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.course.solution import MODULES
from tests.conftest import ROOT

NEEDED = {
    "autograder/py.typed",
    "autograder/cli.py",
    "autograder/checks/__init__.py",
    "autograder/publish/static/course.css",
    "autograder/publish/templates/download-notebook.html",
    *(f"autograder/datasets/data/{path.name}" for path in ROOT.glob("chapters/data/*.csv")),
}


def built(kind, folder):
    """The names of the files in the package that ``pip`` would build."""
    script = f"from hatchling.build import build_{kind} as b; print(b({str(folder)!r}))"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    path = folder / result.stdout.split()[-1]
    if kind == "wheel":
        return set(zipfile.ZipFile(path).namelist())
    with tarfile.open(path) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames()}


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_a_package_holds_what_is_needed_and_no_solution(kind, tmp_path):
    names = built(kind, tmp_path)
    if kind == "wheel":
        assert names >= NEEDED
    else:
        assert names >= {"pyproject.toml", "README.md", "LICENSE", "chapters/data/iris.csv"}
    assert not [name for name in names if name.startswith(("solutions/", "tests/"))]
    private = {f"{module}.py" for module in MODULES}
    assert not [name for name in names if Path(name).name in private]


def test_a_notebook_is_checked_with_nothing_else_imported(tmp_path):
    """A student may have no Jupyter, and has nothing of what instructors need."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "for name in ('nbformat', 'yaml', 'nbgrader', 'nbconvert', 'jupytext', 'scipy', 'zmq'):\n"
        "    sys.modules[name] = None\n"
    )
    notebook = tmp_path / "line.ipynb"
    cell = (
        '{"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "visible_1_half"}}, '
        '"source": "from autograder.checks import check_close\\n'
        "from autograder.datasets import load_digits\\n"
        "from autograder.pictures import use_style\\n"
        'use_style()\\ndef half(x): return x / 2\\ncheck_close(half, ((4.0,), 2.0))"}'
    )
    notebook.write_text(f'{{"cells": [{cell}], "metadata": {{}}, "nbformat": 4}}')
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    result = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "check", str(notebook)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert result.returncode == 0, result.stderr
    assert "all visible checks passed" in result.stdout


def test_checks_need_numpy_alone(tmp_path):
    """As in the browser."""
    code = (
        "import sys\n"
        "for name in ('IPython', 'matplotlib', 'rich', 'typer', 'traitlets', 'scipy'):\n"
        "    sys.modules[name] = None\n"
        "from autograder.checks import check_close\n"
        "check_close(abs, ((-2.0,), 2.0))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path
    )
    assert "visible checks passed" in result.stdout, result.stderr
