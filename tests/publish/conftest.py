"""Sites to test: the course's own, and a small one that has one of everything."""

import fcntl
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from publish_support import HERE, ROOT, build, make_small_site

STAMP = ROOT / "_build" / ".stamps" / "site"


@contextmanager
def one_at_a_time(lock: Path):
    """Workers of one test run wait here for each other."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_built() -> bool:
    """Whether `make site` has built the site since anything changed that goes into it."""
    if not STAMP.exists():
        return False
    folders = [ROOT / name for name in ("chapters", "solutions", "autograder")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    files += [ROOT / "_config.yml", ROOT / "_toc.yml"]
    made = STAMP.stat().st_mtime
    return all(path.stat().st_mtime <= made for path in files if "__pycache__" not in path.parts)


@pytest.fixture(scope="session")
def site() -> Path:
    """The course's site, built without a warning; built anew only when something changed.

    `make site` reads every page anew after a build that failed, and so does ``--all`` (from cached
    outputs): no warning of an earlier build is missed.
    """
    with one_at_a_time(ROOT / "_build" / "site.lock"):
        if not is_built():
            result = build(ROOT, "--all")
            assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
            STAMP.parent.mkdir(exist_ok=True)
            STAMP.touch()
    return ROOT / "_build" / "html"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory) -> Path:
    """The site of the small course with a page that has one of everything."""
    root = tmp_path_factory.mktemp("small") / "course"
    ignored = shutil.ignore_patterns("__pycache__", "_build")
    shutil.copytree(HERE.parent / "small_course", root, ignore=ignored)
    result = build(make_small_site(root))
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return root / "_build" / "html"
