"""A class folder: nbgrader's ``source/``, ``release/``, ``submitted/``, ``gradebook.db`` …"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from sqlalchemy import Connection
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder.errors import UserError
from autograder.files import write_text
from autograder.notebook_files import PICTURE_TAG, TEXT_STUB
from autograder.notebooks.build import CODE_STUB
from autograder.release import database
from autograder.release.hand_out import steps

CONFIG = """\
# Written once by `autograder release`; yours to edit from then on.
import os

# where stock nbgrader finds the graded checks; `autograder` keeps this line up to date
os.environ["AUTOGRADER_COURSE"] = {root!r}

c = get_config()
c.CourseDirectory.course_id = "from-neuron-to-network"
c.ClearSolutions.code_stub = {{"python": {code_stub!r}}}
c.ClearSolutions.text_stub = {text_stub!r}
c.Execute.timeout = 60
# stubs and bugs take the place of solutions
from autograder.release.hand_out import steps

c.GenerateAssignment.preprocessors = steps()
# kernels keep no history and remark on nothing but errors
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.log_level=ERROR"]
# `nbgrader validate` also looks at visible checks; by itself it would praise an empty stub
c.Validator.validate_all = True
# cells that only draw are not run while grading
c.Execute.skip_cells_with_tag = {picture_tag!r}
"""
#: the one line of it that is ours for ever
COURSE_LINE = re.compile(r"^os\.environ\[\"AUTOGRADER_COURSE\"\] = .*$", re.M)
#: renders what students write; class folders keep this name in their configuration for years
FILTER = "autograder.grading.coordinator.sanitize.markdown2html"
#: what every class folder's configuration ends in, by a word that tells whether it is there;
#: older ones get it when they are opened
LATER = {
    "HTMLExporter.filters": f"""
# what students write cannot act in formgrader and feedback
c.HTMLExporter.filters = {{"markdown2html": "{FILTER}"}}
""",
    "exec_lines": """
# where a notebook imports from mine.py, references stand in
c.Execute.extra_arguments.append(
    "--InteractiveShellApp.exec_lines=__import__('autograder.in_process').in_process.lend()"
)
""",
}


#: what is kept of a class besides folders, each an ordinary file or a link to one
FILES = (
    *("nbgrader_config.py", "class.toml", "roster.csv", "extensions.csv", "gradebook.db"),
    *("grading_notes.txt", ".autograder/secret", ".autograder/journal.jsonl", ".autograder/lock"),
    *(".autograder/changes.json", ".autograder/collecting_notes.json"),
)


class ClassroomError(UserError):
    """The class folder, or a step of nbgrader in it, is not as it should be."""


@dataclass(frozen=True)
class Classroom:
    """A folder that nbgrader works in, outside the course's own files."""

    folder: Path

    @classmethod
    def create(cls, folder: Path, course_root: Path) -> Classroom:
        """Make ``folder`` with nbgrader's configuration, kept if it is there already."""
        folder = folder.resolve()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_ordinary(folder)
        classroom = cls(folder)
        config = folder / "nbgrader_config.py"
        with classroom.kept_private():
            classroom.submitted.mkdir(exist_ok=True)
            if not config.exists():
                write_text(
                    config,
                    CONFIG.format(
                        root=str(course_root),
                        code_stub=CODE_STUB,
                        text_stub=TEXT_STUB,
                        picture_tag=PICTURE_TAG,
                    ),
                )
        _bring_up_to_date(config)
        classroom.point_to(course_root)
        return classroom

    @classmethod
    def open(cls, folder: Path) -> Classroom:
        """An existing class folder. Raises :class:`ClassroomError` where it is none, or broken."""
        config = folder / "nbgrader_config.py"
        if not config.exists():
            raise ClassroomError(
                f"{folder} is no class folder; make one with: autograder init {folder}"
            )
        _require_ordinary(folder)
        _bring_up_to_date(config)
        return cls(folder.resolve())

    def point_to(self, course_root: Path) -> None:
        """Let stock nbgrader find the checks in ``course_root``, wherever they were before."""
        path = self.folder / "nbgrader_config.py"
        text = read_config(path)
        line = f'os.environ["AUTOGRADER_COURSE"] = {str(course_root)!r}'
        new = COURSE_LINE.sub(lambda _: line, text)
        if new != text:
            write_text(path, new, is_durable=True)

    @property
    def source(self) -> Path:
        """Instructor's notebooks, one folder an assignment."""
        return self.folder / "source"

    @property
    def release(self) -> Path:
        """What to hand out."""
        return self.folder / "release"

    @property
    def submitted(self) -> Path:
        """What was handed in: ``submitted/STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb``."""
        return self.folder / "submitted"

    @property
    def autograded(self) -> Path:
        """Notebooks as graded."""
        return self.folder / "autograded"

    @property
    def feedback(self) -> Path:
        """HTML for each student."""
        return self.folder / "feedback"

    @property
    def umask(self) -> int:
        """The umask for what is made in the folder: nothing for others, its own for a group."""
        return 0o077 & ~(self._mode & 0o070)

    @contextlib.contextmanager
    def kept_private(self) -> Iterator[None]:
        """Make files with :attr:`umask` meanwhile."""
        before = os.umask(self.umask)
        try:
            yield
        finally:
            os.umask(before)

    @property
    def is_open_to_others(self) -> bool:
        """Whether anybody on this machine may look into the folder."""
        return bool(self._mode & 0o007)

    def close_to_others(self) -> bool:
        """Take all rights to the folder from everybody but its owner and its group.

        Whatever rights the files in it have, nobody else gets to them then. Returns whether it
        may be done: only the owner may.
        """
        try:
            self.folder.chmod(self._mode & ~0o007)
        except PermissionError:
            return False
        return True

    @property
    def _mode(self) -> int:
        return stat.S_IMODE(self.folder.stat().st_mode)

    @property
    def state(self) -> Path:
        """Journal, lock and secret of grading, and what was released before."""
        return self.folder / ".autograder"

    @property
    def db_url(self) -> str:
        """Where nbgrader keeps the marks."""
        return self.nbgrader().coursedir.db_url

    @property
    def gradebook(self) -> str:
        """The gradebook as the screen names it."""
        return database.shown(self.db_url)

    def prepare(self) -> None:
        """Make nbgrader's tables where there are none. Raises :class:`DatabaseError`."""
        if database.is_file(self.db_url):
            self._make_tables()
        else:
            _ = self._has_tables

    def _make_tables(self) -> None:
        database.prepare(self.db_url, self.nbgrader().coursedir.course_id)

    @functools.cached_property
    def _has_tables(self) -> bool:
        self._make_tables()
        return True

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read the gradebook with. Raises :class:`DatabaseError`."""
        if not database.is_file(self.db_url):  # a file is left as it is by whoever only looks
            self.prepare()
        with database.connected(self.db_url) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection to change the gradebook, all at its end. Raises :class:`DatabaseError`."""
        self.prepare()
        with database.writing(self.db_url) as connection:
            yield connection

    def nbgrader(self) -> NbGraderAPI:
        """Return nbgrader's own API for this folder, with the folder's configuration.

        The configuration is a program: it runs once for each :class:`Classroom`.
        """
        return self._api

    @functools.cached_property
    def _api(self) -> NbGraderAPI:
        # nbgrader starts `alembic` by name: it stands beside the Python that runs us
        bin_folder = str(Path(sys.executable).parent)
        if bin_folder not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = bin_folder + os.pathsep + os.environ.get("PATH", "")
        config: Config = PyFileConfigLoader("nbgrader_config.py", str(self.folder)).load_config()
        config.CourseDirectory.root = str(self.folder)
        filters = dict(config.HTMLExporter.get("filters", {}))
        config.HTMLExporter.filters = {"markdown2html": FILTER} | filters
        if "preprocessors" not in config.GenerateAssignment:  # a folder from before there were bugs
            config.GenerateAssignment.preprocessors = steps()
        api = NbGraderAPI(config=config)
        api.log_level = "ERROR"
        return api


def _require_ordinary(folder: Path) -> None:
    """Raise :class:`ClassroomError` where a pipe, a folder or a link to nowhere stands for a file.

    A link whose disk is away would be taken for a file that nobody has made: a class without its
    rules gets other marks, and a new secret other inputs of every check.
    """
    for name in FILES:
        path = folder / name
        if os.path.lexists(path) and not path.is_file():
            what = "a link to nothing" if path.is_symlink() else "no ordinary file"
            raise ClassroomError(f"{path} is {what}; put the file back, from a backup if need be")


def read_config(path: Path) -> str:
    """The text of nbgrader's configuration. Raises :class:`ClassroomError`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ClassroomError(f"{path} is not UTF-8; save the file as UTF-8") from error


def _bring_up_to_date(config: Path) -> None:
    """Let nbgrader's own commands and the formgrader, too, do what is asked of them since."""
    before = text = read_config(config)
    for word, lines in LATER.items():
        if word not in text:
            text = text.rstrip("\n") + "\n" + lines
    if text != before:
        with contextlib.suppress(PermissionError):  # who may only read it may still look
            write_text(config, text)
