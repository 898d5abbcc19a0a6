"""Run the cells that an exercise rests on, and tell what its check says, as a notebook would.

There is no IPython in a browser, and Stop ends the whole process. So every check runs the chapter
from its first cell, in a namespace that holds nothing else; what ran before with the same text is
not run again but taken up where it ended, and a second check takes milliseconds.
"""

from __future__ import annotations

import ast
import contextlib
import io
import linecache
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any

from autograder.checks import CheckFailed, Fact
from autograder.checks.mine import FILE, Lacking
from autograder.checks.session import (
    on_missing,
    remember_not_run,
    say_at_end_of_cell,
    say_now,
)
from autograder.in_page.cells import Cell, code_cells, for_check, for_picture

MAX_TEXT = 20_000  #: characters that a cell may print


@dataclass(frozen=True)
class Shown:
    """What one cell shows: ``text`` as in a terminal, ``html`` where it is more than text."""

    text: str = ""
    html: str = ""
    is_error: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a check or a picture."""

    passed: bool
    shown: list[Shown] = field(default_factory=list)


@dataclass(frozen=True)
class _Ran:
    """A cell that ran: what it was, the names that were there then, and the error it ended in."""

    key: tuple[str, ...]
    names: dict[str, Any]
    error: str


class Page:
    """The cells of one chapter's student notebook, run in one namespace."""

    def __init__(self, notebook: str) -> None:
        self.cells = code_cells(notebook)
        self._main = ModuleType("__main__")
        self._ran: list[_Ran] = []
        say_at_end_of_cell()

    def check(
        self,
        exercise: str,
        answers: Mapping[str, str],
        tell: Callable[[str], object] = lambda cell: None,
    ) -> Outcome:
        """Run the visible checks of ``exercise``, after all that they rest on.

        ``answers`` are by exercise; stubs stand for the others. ``tell`` is called with the name
        of each cell that is about to run.
        """
        cells = for_check(self.cells, exercise, answers)
        shown: list[Shown] = []
        for cell, one, error in self._running(cells, tell):
            if cell.is_of(exercise):
                shown += [one] if one.text or one.html else []
                if error is not None:
                    return Outcome(False, [*self._above(), *shown])
        return Outcome(True, shown)

    def draw(
        self,
        picture: str,
        answers: Mapping[str, str],
        tell: Callable[[str], object] = lambda cell: None,
    ) -> Outcome:
        """Run the cell of ``picture``, by its id, with the reader's own answers."""
        from autograder.in_page.drawn import figures  # where matplotlib is

        cells = for_picture(self.cells, picture, answers)
        for cell, one, error in self._running(cells, tell):
            if cell.id == picture:
                drawn = Shown(one.text, one.html + figures(), one.is_error)
                return Outcome(error is None, [*(self._above() if error else []), drawn])
            if cell.kind == "picture":
                figures()  # it defines what this one uses, and is not what was asked for
        raise AssertionError("the picture is the last cell")

    def _running(
        self, cells: Sequence[Cell], tell: Callable[[str], object]
    ) -> Iterator[tuple[Cell, Shown, BaseException | None]]:
        """Run the cells that did not run yet as they are; yields what each shows."""
        with self._as_main():
            for cell in cells[self._take_up(cells) :]:
                tell(cell.file)
                shown, error = self._run(cell)
                says = traceback.format_exception_only(error)[-1].strip() if error else ""
                names = dict(vars(self._main))
                self._ran.append(_Ran(_key(cell), names, says if cell.kind == "given" else ""))
                yield cell, shown, error

    @contextlib.contextmanager
    def _as_main(self) -> Iterator[None]:
        usual = sys.modules["__main__"]
        sys.modules["__main__"] = self._main
        try:
            yield
        finally:
            sys.modules["__main__"] = usual

    def _take_up(self, cells: Sequence[Cell]) -> int:
        """Put back what the first cells left when they ran; return how many."""
        pairs = zip(cells, self._ran)
        same = next((i for i, (c, ran) in enumerate(pairs) if _key(c) != ran.key), len(self._ran))
        # what is asked for is run in any case, so that it shows something
        asked = next(i for i, cell in enumerate(cells) if cell.name == cells[-1].name)
        same = min(same, asked)
        del self._ran[same:]
        names = vars(self._main)
        names.clear()
        names.update(self._ran[-1].names if same else {"__name__": "__main__"})
        return same

    def _run(self, cell: Cell) -> tuple[Shown, BaseException | None]:
        lines = cell.source.splitlines(keepends=True)
        linecache.cache[cell.file] = (len(cell.source), None, lines, cell.file)
        printed, html, raised = _Printed(), "", None
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                code, last = _compiled(cell)
                exec(code, vars(self._main))
                if last and (value := eval(last, vars(self._main))) is not None:
                    html = _html_of(value)
                    print("" if html else repr(value))
            except (Exception, SystemExit) as error:
                raised = error
            say_now()
        if raised is None:
            return Shown(printed.getvalue(), html), None
        if isinstance(raised, SyntaxError):
            remember_not_run(cell.source, raised, vars(self._main))
        text, html = self._told(raised, cell)
        return Shown(printed.getvalue() + text, html, True), raised

    def _told(self, error: BaseException, cell: Cell) -> tuple[str, str]:
        """An error as text, and what a check says as HTML too."""
        if isinstance(error, NameError):
            error = on_missing(error) or error
        if isinstance(error, CheckFailed):
            if other := self._not_written(error, cell):
                error.add(Fact("first", f"write {other}, which is called here"))
            return str(error), error._repr_html_()
        if isinstance(error, Lacking):
            return f"{type(error).__name__}: {error}", ""
        files = {one.file for one in self.cells}
        told = traceback.TracebackException.from_exception(error)
        told.stack[:] = [frame for frame in told.stack if frame.filename in files]
        return "".join(told.format(chain=False)), ""

    def _not_written(self, failed: CheckFailed, cell: Cell) -> str:
        """Another exercise whose stub an answer calls."""
        cause = getattr(failed, "cause", None)
        if not isinstance(cause, NotImplementedError):
            return ""
        *_, (frame, _) = traceback.walk_tb(cause.__traceback__)
        where = frame.f_code.co_filename
        return next((c.name for c in self.cells if c.file == where and c.name != cell.name), "")

    def _above(self) -> list[Shown]:
        """The first error of a given cell above: what is asked for may rest on it."""
        says = next((ran.error for ran in self._ran if ran.error), "")
        return [Shown(f"A cell above ended in {says}", is_error=True)] if says else []


class _Printed(io.StringIO):
    """Standard output that takes no more than a page can show."""

    def write(self, text: str) -> int:
        room = MAX_TEXT - self.tell()
        if room > 0:
            super().write(text[:room])
            super().write("\n[… the rest is left out]\n" if len(text) > room else "")
        return len(text)


def _html_of(value: Any) -> str:
    if hasattr(value, "frames"):
        from autograder.in_page.drawn import frames  # where matplotlib is

        return frames(value)
    return str(value._repr_html_()) if hasattr(value, "_repr_html_") else ""


def _compiled(cell: Cell) -> tuple[CodeType, CodeType | None]:
    """A cell, and its last line if that has a value."""
    tree = ast.parse(cell.source, cell.file)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        return compile(tree, cell.file, "exec"), None
    del tree.body[-1]
    value = compile(ast.Expression(last.value), cell.file, "eval")
    return compile(tree, cell.file, "exec"), value


def _key(cell: Cell) -> tuple[str, ...]:
    """Equal for two cells that do the same; one that borrows does it as long as the file does."""
    borrows = "mine" in cell.source and cell.kind != "check" and FILE.exists()
    return (cell.id, cell.source, FILE.read_text(encoding="utf-8") if borrows else "")
