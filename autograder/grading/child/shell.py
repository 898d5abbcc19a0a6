"""Run a notebook's cells as Jupyter would, and keep what they show, up to a limit.

The one runner of cells: grading uses it inside the sandbox, ``autograder check`` on the
student's own machine. In the sandbox it runs beside the student's code: nothing here can be
relied on for a mark.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import linecache
import sys
import tokenize
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any

import IPython
import matplotlib.pyplot as plt
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import autograder
from autograder.checks.operands import with_operands
from autograder.grading.boundary.messages import MAX_RICH, MAX_SHOWN, MAX_TEXT

NO_SHELL = "Shell commands are not run when a notebook is checked or graded."
CELL = "<ipython-input-"  #: what the file name of a cell begins with
CUT = "\n[… the rest is left out]\n"
#: whose frames stand in no traceback: a student can mend nothing there
OWN = tuple(str(Path(package.__file__ or "").parent) for package in (autograder, IPython))


class Stream(io.TextIOBase):
    """Standard output or error of a cell."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = MAX_TEXT

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.left > 0:
            self.parts.append(text[: self.left])
            self.left -= len(text)
            if self.left <= 0:
                self.parts.append(CUT)
        return len(text)

    def text(self) -> str:
        return "".join(self.parts)


class Recorder:
    """What one cell shows: text, values, pictures and its error."""

    def __init__(self, ends_quietly: bool = False) -> None:
        self.ends_quietly = ends_quietly  #: with a semicolon: the last value is not shown
        self.stdout, self.stderr = Stream(), Stream()
        self.shown: list[dict[str, str]] = []
        self.error = ""
        self.raised: BaseException | None = None
        self.left = MAX_RICH

    def show(self, kind: str, data: dict[str, Any]) -> None:
        kept = {"": kind}
        for mime, content in data.items():
            if isinstance(content, bytes):
                content = base64.b64encode(content).decode()
            if isinstance(content, str) and len(content) <= self.left:
                kept[mime] = content
                self.left -= len(content)
        if len(kept) > 1 and len(self.shown) < MAX_SHOWN:
            self.shown.append(kept)

    def outputs(self) -> dict[str, Any]:
        """Plain data that the wire can carry."""
        return {
            "stdout": self.stdout.text(),
            "stderr": self.stderr.text(),
            "shown": self.shown,
            "error": self.error[:MAX_TEXT],
        }


class Publisher(DisplayPublisher):
    """Takes what ``display()`` and matplotlib show."""

    shell: Any

    def publish(self, data: dict[str, Any], *_: Any, **__: Any) -> None:
        self.shell.recorder.show("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        pass


class Hook(DisplayHook):
    """Takes the value of a cell's last line."""

    shell: Any

    @property
    def prompt_count(self) -> int:
        return self.shell.execution_count

    def quiet(self) -> bool:
        return self.shell.recorder.ends_quietly

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        self.shell.recorder.show("execute_result", format_dict)

    def finish_displayhook(self) -> None:
        pass


class Shell(InteractiveShell):
    """An IPython shell without history, prompt, terminal or other programs."""

    shows_pictures = True

    def __init__(self, **options: Any) -> None:
        self.recorder = Recorder()
        super().__init__(**options)
        for name in self.magics_manager.registry["ScriptMagics"].magics["cell"]:
            # %%bash and its like
            self.magics_manager.register_function(_no_script, "cell", name)
        # what Jupyter shows below the notebook, for `np.clip?`, is no part of it
        self.set_hook("show_in_pager", _show_no_page, 0)

    def init_io(self) -> None:
        pass

    def system(self, cmd: str) -> None:
        print(NO_SHELL)

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> list[str]:
        print(NO_SHELL)
        return []

    def ask_exit(self) -> None:
        """End the cell alone: what stands below it is run, as after ``sys.exit()``."""
        raise SystemExit

    def enable_gui(self, gui: str | None = None) -> None:
        pass

    def enable_matplotlib(self, gui: str | None = None) -> Any:
        """Pictures are drawn only where somebody will see them, and always into the page."""
        return super().enable_matplotlib("inline") if self.shows_pictures else ("agg", "agg")

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **options: Any) -> None:
        """Show an error without the frames of this package and of IPython."""
        _, error, _ = self._get_exc_info(exc_tuple)
        _strip(error)
        options["tb_offset"] = 0
        super().showtraceback((type(error), error, error.__traceback__), *args, **options)

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.recorder.error = "\n".join(stb)


def _no_script(*_: str) -> None:
    print(NO_SHELL)


def _show_no_page(shell: Shell, *_: Any, **__: Any) -> None:
    pass


def _strip(error: BaseException | None) -> None:
    """Take our frames out of the traceback of ``error``, and of those that led to it."""
    todo, seen = [error], set()
    while todo:
        one = todo.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        frames = [tb for tb in _links(one.__traceback__) if not _is_own(tb)]
        kept = None
        for tb in reversed(frames):
            kept = TracebackType(kept, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)
        one.__traceback__ = kept
        todo += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]


def _links(tb: TracebackType | None) -> Iterator[TracebackType]:
    while tb is not None:
        yield tb
        tb = tb.tb_next


def _is_own(tb: TracebackType) -> bool:
    return tb.tb_frame.f_code.co_filename.startswith(OWN)


def open_shell() -> Shell:
    """The shell of this process, in which cells find what lies in the working directory."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    if "" not in sys.path:
        sys.path.insert(0, "")
    shell: Shell = Shell.instance(
        config=config, display_pub_class=Publisher, displayhook_class=Hook
    )
    hide_pictures(shell)
    return shell


def make_shell() -> Shell:
    """As :func:`open_shell`; what the first picture and error load is loaded before any fork."""
    shell = open_shell()
    show_pictures(shell)
    run(shell, "import matplotlib.pyplot as plt\nplt.plot([1, 2])")
    run(shell, "raise ValueError('warm up')")
    run(shell, "%reset -f")
    shell.execution_count = 1
    hide_pictures(shell)
    return shell


def show_pictures(shell: Shell) -> None:
    """From now on the cells' pictures are drawn and kept."""
    shell.shows_pictures = True
    shell.run_line_magic("matplotlib", "inline")


def hide_pictures(shell: Shell) -> None:
    """From now on the cells' pictures are not drawn."""
    shell.shows_pictures = False
    plt.switch_backend("agg")


def run(shell: Shell, source: str) -> dict[str, Any]:
    """Run one cell and return what it showed; an error is shown like everything else."""
    recorder = shell.recorder = Recorder(_ends_quietly(shell, source))
    with contextlib.redirect_stdout(recorder.stdout), contextlib.redirect_stderr(recorder.stderr):
        compiled = _compiled(shell, source)
        if compiled is None:
            result = shell.run_cell(source)
            recorder.raised = result.error_before_exec or result.error_in_exec
        else:
            _run_compiled(shell, *compiled)
    shell.execution_count += 1
    if not shell.shows_pictures:
        plt.close("all")
    return recorder.outputs()


def _ends_quietly(shell: Shell, source: str) -> bool:
    if ";" not in source.rstrip().rpartition("\n")[2]:
        return False
    try:
        return DisplayHook.semicolon_at_end_of_expression(shell.transform_cell(source))
    except (SyntaxError, tokenize.TokenError):
        return False


def _compiled(shell: Shell, source: str) -> tuple[CodeType, CodeType | None] | None:
    """A cell of plain Python, and its last line if that has a value.

    ``None`` for all else: magics, ``await``, and what is wrong.
    """
    compile_: Any = shell.compile
    name = compile_.cache(source, shell.execution_count)
    try:
        tree = compile_.ast_parse(source, name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        # with the cell's own `from __future__`, and those of the cells before it
        code = compile_(tree, name, "exec")
        return code, last and compile_(ast.Expression(last.value), name, "eval")
    except (SyntaxError, ValueError):
        return None


def _run_compiled(shell: Shell, code: CodeType, last: CodeType | None) -> None:
    """Run a cell that is plain Python, in a third of the time that ``run_cell`` takes."""
    with shell.builtin_trap, shell.display_trap:
        try:
            exec(code, shell.user_ns)
            if last is not None:
                shell.displayhook(eval(last, shell.user_ns))
        except BaseException as error:
            shell.recorder.raised = error
            is_exit = isinstance(error, SystemExit)
            shell.showtraceback(exception_only=is_exit)
    shell.events.trigger("post_execute")  # matplotlib shows the cell's pictures


def line_of(error: BaseException) -> str:
    """The innermost line of a cell that ``error`` passed through, with what met there."""
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        name = frame.f_code.co_filename
        if name.startswith(CELL):
            line = linecache.getline(name, number).strip() or f"line {number}"
            return with_operands(line, error, frame)
    return ""
