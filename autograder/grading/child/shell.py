"""Run a notebook's cells as Jupyter would, and keep what they show, up to a limit.

Runs beside the student's code: nothing here can be relied on for a mark.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import linecache
import traceback
from typing import Any

import matplotlib.pyplot as plt
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.grading.boundary.messages import MAX_RICH, MAX_SHOWN, MAX_TEXT

NO_SHELL = "Shell commands are not run while grading."
CELL = "<cell "  #: what the name of a cell begins with, where an error happened
CUT = "\n[… the rest is left out]\n"


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

    def __init__(self) -> None:
        self.stdout, self.stderr = Stream(), Stream()
        self.shown: list[dict[str, str]] = []
        self.error = ""
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

    def publish(self, data: dict, metadata: dict | None = None, **_: Any) -> None:
        self.shell.recorder.show("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        pass


class Hook(DisplayHook):
    """Takes the value of a cell's last line."""

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

    def init_io(self) -> None:
        pass

    def system(self, cmd: str) -> None:
        print(NO_SHELL)

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> list[str]:
        print(NO_SHELL)
        return []

    def enable_gui(self, gui: str | None = None) -> None:
        pass

    def enable_matplotlib(self, gui: str | None = None) -> Any:
        """Pictures are drawn only where somebody will see them."""
        return super().enable_matplotlib(gui) if self.shows_pictures else ("agg", "agg")

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.recorder.error = "\n".join(stb)


def make_shell() -> Shell:
    """The shell of this process, warmed up."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.autoawait = False
    shell = Shell.instance(config=config, display_pub_class=Publisher, displayhook_class=Hook)
    # what the first picture and the first error load is loaded before any fork
    run(shell, "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])")
    run(shell, "raise ValueError('warm up')")
    run(shell, "%reset -f")
    shell.shows_pictures = False
    plt.switch_backend("agg")
    return shell


def show_pictures(shell: Shell) -> None:
    """From now on the cells' pictures are drawn and kept."""
    shell.shows_pictures = True
    shell.run_line_magic("matplotlib", "inline")


def run(shell: Shell, source: str) -> dict[str, Any]:
    """Run one cell and return what it showed; an error is shown like everything else."""
    recorder = shell.recorder = Recorder()
    with contextlib.redirect_stdout(recorder.stdout), contextlib.redirect_stderr(recorder.stderr):
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            shell.run_cell(source)  # with magics, or with an error to show
        else:
            _run_plain(shell, tree, source)
    if not shell.shows_pictures:
        plt.close("all")
    return recorder.outputs()


def _run_plain(shell: Shell, tree: ast.Module, source: str) -> None:
    """Run a cell that is plain Python, in a third of the time that ``run_cell`` takes."""
    name = f"{CELL}{len(linecache.cache)}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    last = tree.body.pop() if _shows_its_value(tree, source) else None
    with shell.builtin_trap, shell.display_trap:
        try:
            exec(compile(tree, name, "exec"), shell.user_ns)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), name, "eval"), shell.user_ns)
                if value is not None:
                    shell.recorder.show("execute_result", shell.display_formatter.format(value)[0])
        except BaseException as error:
            below = error.__traceback__.tb_next  # what is shown begins with the cell
            shell.showtraceback((type(error), error, below), tb_offset=0)
    shell.events.trigger("post_execute")  # matplotlib shows the cell's pictures


def _shows_its_value(tree: ast.Module, source: str) -> bool:
    ends_quietly = source.rstrip().endswith(";")
    return bool(tree.body) and isinstance(tree.body[-1], ast.Expr) and not ends_quietly


def line_of(error: BaseException) -> str:
    """The innermost line of a cell that ``error`` passed through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith((CELL, "<ipython-input-")):
            return frame.line or f"line {frame.lineno}"
    return ""
