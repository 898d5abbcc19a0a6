"""What a notebook's kernel knows that a check does not: cells that were not run, or did not run.

A check that is run before its stub, or after a restart, ends in a bare NameError; one below a cell
with a syntax error looks at the function of an earlier attempt. Both are said, and first.
IPython is used where it runs already, never imported.
"""

from __future__ import annotations

import linecache
import re
import sys
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed

DEFINES = re.compile(r"^(?:def|class)[ \t]+(\w+)", re.M)
CALLS_CHECK = re.compile(r"\bcheck_\w+\(")
UNKNOWN = object()  #: what a name means that means nothing

#: by name, what it meant when a cell that defines it anew did not run, and why it did not
_not_run: dict[str, tuple[Any, str]] = {}
#: in a notebook: by name, what the running cell is to say at its end
_to_say: dict[str, str] | None = None


def watch() -> None:
    """Listen to the kernel of this notebook, if this is one."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        say_at_end_of_cell()
        shell.events.register("post_execute", say_now)
        shell.events.register("post_run_cell", _remember_cell)
        shell.set_custom_exc((NameError,), _show)


def say_at_end_of_cell() -> None:
    """From now on keep what passes until :func:`say_now`, which the runner of cells calls."""
    global _to_say
    _to_say = {}


def say_passed(name: str, text: str) -> None:
    """Print ``text`` on ``name``, which passed; in a notebook once, at the end of the cell."""
    if _to_say is None:
        print(text)
    else:
        _to_say[name] = text


def take_back(name: str) -> None:
    """Say nothing of ``name`` after all: a second check in the same cell found it wrong."""
    if _to_say is not None:
        _to_say.pop(name, None)


def say_now() -> None:
    """Print what the running cell has to say so far."""
    while _to_say:
        print(_to_say.pop(next(iter(_to_say))))


def expect_its_cell_ran(name: str, function: Any) -> None:
    """Raise :class:`CheckFailed` if ``function`` is what ``name`` was before a cell that failed."""
    meant, error = _not_run.get(name, (UNKNOWN, ""))
    if meant is function:
        facts = (Fact("error", error), Fact("first", f"mend this and run the cell of {name} again"))
        raise CheckFailed(name, "missing", facts, headline="its cell did not run")


def remember_not_run(source: str, error: SyntaxError, names: Mapping[str, Any]) -> None:
    """Remember that a cell with this ``source`` did not run, and what its names mean instead."""
    line = f", in line {error.lineno}: {(error.text or '').strip()}"
    for name in DEFINES.findall(source):
        told = f"{type(error).__name__}: {error.msg}{line}"
        _not_run[name] = names.get(name, UNKNOWN), told


def on_missing(error: NameError) -> CheckFailed | None:
    """What to do first where a cell that checks met a name that nothing defines, else ``None``."""
    frame, _ = list(traceback.walk_tb(error.__traceback__))[-1]
    source = "".join(linecache.getlines(frame.f_code.co_filename))
    if not error.name or frame.f_code.co_name != "<module>" or not CALLS_CHECK.search(source):
        return None
    meant, told = _not_run.get(error.name, (UNKNOWN, ""))
    facts = [Fact("error", told)] if told and meant is UNKNOWN else []
    what = "mend this, and run its cell" if facts else f"run the cell that defines {error.name}"
    facts.append(Fact("first", f"{what}; after a restart of the kernel, all cells above"))
    return CheckFailed(error.name, "missing", tuple(facts))


def _remember_cell(result: Any) -> None:
    error = result.error_before_exec
    if isinstance(error, SyntaxError):
        names = sys.modules["IPython"].get_ipython().user_ns
        remember_not_run(result.info.raw_cell, error, names)


def _show(
    shell: Any, kind: type, error: NameError, tb: TracebackType, tb_offset: int | None = None
) -> None:
    """Show a NameError of a cell that checks as a message on what to do first."""
    if message := on_missing(error):
        error._render_traceback_ = message._render_traceback_  # type: ignore[attr-defined]
    shell.showtraceback((kind, error, tb), tb_offset=tb_offset)
