"""What several tests share."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "small_course"


@pytest.fixture
def small_course(tmp_path) -> Path:
    """A copy of the small course, to break."""
    root = tmp_path / "course"
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    return root
