"""Sites to test: the course's own, and a small one that has one of everything."""

import fcntl
import hashlib
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from publish_support import HERE, ROOT, build, make_small_site


@contextmanager
def one_at_a_time(lock: Path):
    """Workers of one test run wait here for each other."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def fingerprint(html: Path) -> str:
    """Of all that goes into the site, and of the last build that wrote it."""
    digest = hashlib.sha256()
    folders = [ROOT / name for name in ("chapters", "solutions", "autograder")]
    files = [ROOT / "_config.yml", ROOT / "_toc.yml"]
    files += sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    for path in files:
        if "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    index = html / "searchindex.js"
    return f"{digest.hexdigest()} {index.stat().st_mtime_ns if index.exists() else 0}"


@pytest.fixture(scope="session")
def site() -> Path:
    """The course's site, built without a warning; built anew only when something changed.

    ``--all`` reads every page again (from cached outputs), so that no warning of an earlier
    build is missed.
    """
    html = ROOT / "_build" / "html"
    tested = ROOT / "_build" / "site-tested"
    with one_at_a_time(ROOT / "_build" / "site.lock"):
        if not tested.exists() or tested.read_text() != fingerprint(html):
            result = build(ROOT, "--all")
            assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
            tested.write_text(fingerprint(html))
    return html


@pytest.fixture(scope="session")
def small_site(tmp_path_factory) -> Path:
    """The site of the small course with a page that has one of everything."""
    root = tmp_path_factory.mktemp("small") / "course"
    ignored = shutil.ignore_patterns("__pycache__", "_build")
    shutil.copytree(HERE.parent / "small_course", root, ignore=ignored)
    result = build(make_small_site(root))
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return root / "_build" / "html"
