"""What several tests share."""

import contextlib
import fcntl
import functools
import os
import shutil
from pathlib import Path

import matplotlib
import nbgrader.api
import pytest
from xdist.scheduler import LoadFileScheduling

from autograder.course import Chapter, Course, CourseError, read_chapter, read_course
from autograder.known_mistakes import kept_digests
from tests.postgresql import NoServer, server
from tests.sampling import pytest_addoption  # noqa: F401  pytest finds it by its name
from tests.sampling import pytest_collection_modifyitems as _sample

# As graded answers get it. The processes of the tests inherit it, and are more than the cores are:
# threads that wait by spinning used up the processor time of a check, and it failed.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "small_course"


# nbgrader starts alembic for it whenever a class is opened, a second or more each time
nbgrader.api.get_alembic_version = functools.cache(nbgrader.api.get_alembic_version)


class ByFileOrPage(LoadFileScheduling):
    """A worker takes a file as a whole; of pages in the browser, a third of all, one at a time."""

    def _split_scope(self, nodeid: str) -> str:
        is_page = nodeid.startswith("tests/publish/test_browser.py::test_page")
        return nodeid if is_page else super()._split_scope(nodeid)


#: what takes longest comes first: begun last, it would run alone in the end
FIRST = (
    "tests/checks/test_measure_visible.py",
    "tests/test_solutions.py",
    "tests/test_known_mistakes.py",
    "tests/publish/test_answer_here.py",
    "tests/grading/test_interruptions.py",
    "tests/test_cli.py",
    "tests/grading/test_grade_class.py",
    "tests/publish/test_build.py",
)


def pytest_collection_modifyitems(config, items):
    """Leave out what is not in the sample; put :data:`FIRST` before all others, as they stand."""
    _sample(config, items)
    files = {file: place for place, file in enumerate(FIRST)}
    items.sort(key=lambda item: files.get(item.nodeid.split("::")[0], len(FIRST)))


def pytest_xdist_make_scheduler(config, log):
    """Hand out files and pages in the order of collection."""
    return ByFileOrPage(config, log) if config.getvalue("dist") == "loadfile" else None


@contextlib.contextmanager
def one_at_a_time(lock: Path):
    """Workers of one test run wait here for each other."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_made(what: str) -> bool:
    """Whether `make` has made ``what`` since anything changed that goes into it."""
    stamp = ROOT / "_build" / ".stamps" / what
    if not stamp.exists():
        return False
    folders = [ROOT / name for name in ("chapters", "solutions", "autograder")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    files += [ROOT / "_config.yml", ROOT / "_toc.yml"]
    made = stamp.stat().st_mtime
    return all(path.stat().st_mtime <= made for path in files if "__pycache__" not in path.parts)


@functools.cache
def the_course() -> Course:
    """The course itself, read once for all tests of a process: they leave it as it is."""
    return read_course(ROOT)


@functools.cache
def one_chapter(name: str) -> Chapter:
    """A chapter of the course; read by itself where a slip in another stops the reading of all."""
    with contextlib.suppress(CourseError):
        return the_course().chapters[name]
    return read_chapter(ROOT / "chapters" / f"{name}.md", ROOT / "solutions")


#: The configuration of a class names its course here, for all that runs in this process later.
COURSE_AT_START = os.environ.get("AUTOGRADER_COURSE")


@pytest.fixture(scope="module", autouse=True)
def _course_of_this_module():
    """Notebooks that are run after a class was graded look for their own course."""
    yield
    os.environ.pop("AUTOGRADER_COURSE", None)
    if COURSE_AT_START is not None:
        os.environ["AUTOGRADER_COURSE"] = COURSE_AT_START


@functools.cache
def _keep_digests() -> None:
    kept_digests(read_course(SMALL).assignments["line"])


@pytest.fixture
def small_course(tmp_path) -> Path:
    """A copy of the small course, to break."""
    root = tmp_path / "course"
    _keep_digests()
    # with the digests of its known mistakes, which hold as long as the chapter is as it was
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture
def two_chapters(small_course) -> Path:
    """The small course with a second chapter, which builds on the reader's own ``mse``."""
    shutil.copytree(ROOT / "tests/two_chapters", small_course, dirs_exist_ok=True)
    return small_course


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server on loopback, for an empty database where one is asked for."""
    with contextlib.ExitStack() as stack:
        try:
            running = stack.enter_context(server())
        except NoServer as error:
            if os.environ.get("CI"):  # else nobody would see that nothing of it was tried
                pytest.fail(str(error))
            pytest.skip(str(error))
        yield running


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; its absence is a failure, since nothing else sees a broken page."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.fail("no Chromium: `apt-get install chromium`, or set CHROMIUM to its path")
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def plain_style():
    """Matplotlib's own style, whatever the tests before drew in."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        yield
