"""Sites to test: the course's own, and a small one that has one of everything."""

import os
import shutil
from pathlib import Path

import pytest
from publish_support import HERE, ROOT, build, make_small_site

from tests.conftest import is_made, one_at_a_time

STAMP = ROOT / "_build" / ".stamps" / "site"


@pytest.fixture(scope="session")
def site() -> Path:
    """The course's site, built without a warning; built anew only when something changed.

    `make site` reads every page anew after a build that failed, and so does ``--all`` (from cached
    outputs): no warning of an earlier build is missed.
    """
    with one_at_a_time(ROOT / "_build" / "site.lock"):
        if not is_made("site"):
            result = build(ROOT, "--all")
            assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
            STAMP.parent.mkdir(exist_ok=True)
            STAMP.touch()
    return ROOT / "_build" / "html"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory) -> Path:
    """The site of the small course with a page that has one of everything.

    The first worker that needs it builds it for all.
    """
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "small" / "course"
    with one_at_a_time(root.parent / "lock"):
        if not (root.parent / "built").exists():
            shutil.rmtree(root, ignore_errors=True)
            ignored = shutil.ignore_patterns("__pycache__", "_build")
            shutil.copytree(HERE.parent / "small_course", root, ignore=ignored)
            result = build(make_small_site(root))
            assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
            (root.parent / "built").touch()
    return root / "_build" / "html"
