"""Runs pages ahead, several at once, into the cache from which MyST-NB takes its outputs.

By itself the book runs one page after the other, and jupyter-cache's own ``local-parallel`` runs
files, which these pages are not; and where a cell fails it says so in a hundred
lines. Here it is one line, with the place in the chapter.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from jupyter_cache.executors.utils import single_nb_execution
from nbformat import NotebookNode
from traitlets.config import Config

#: Other users of the machine could read along; a kernel warns of it with every page otherwise.
ENCRYPTED = Config({"KernelManager": {"transport_encryption": "auto"}})

#: what shows pictures in a notebook that is run again, whatever MPLBACKEND says there
INLINE = "%matplotlib inline"


def run_ahead(pages: Mapping[Path, NotebookNode], cache: str, timeout: int) -> list[str]:
    """Run every page whose outputs are not in ``cache``; say where and why cells failed.

    ``pages`` are those of :func:`autograder.publish.page.page` by the path of their chapter.
    """
    os.environ.pop("MPLBACKEND", None)  # pages always use the inline backend
    store = get_cache(cache)
    waiting = {path: copy.deepcopy(page) for path, page in pages.items() if not _in(store, page)}

    def run(path: Path) -> Any:
        return single_nb_execution(
            waiting[path],
            cwd=str(path.parent),
            timeout=timeout,
            allow_errors=False,
            meta_override=True,
            # on a busy machine outputs come late; nbclient would go on without them
            iopub_timeout=timeout,
            raise_on_iopub_timeout=True,
            config=ENCRYPTED,
        )

    failures = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for (path, page), result in zip(waiting.items(), pool.map(run, waiting), strict=True):
            if result.err:
                failures.append(_failure(path, page, result.err))
            elif nothing := _picture_that_shows_nothing(page):
                failures.append(f"{path}: the picture {nothing!r} shows nothing")
            else:
                seconds = {"execution_seconds": result.time}
                bundle = CacheBundleIn(page, str(path), data=seconds)
                store.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    return failures


def write_executed(pages: Mapping[str, NotebookNode], cache: str, folder: Path) -> None:
    """Write each page with its outputs below ``folder``, by its document name.

    MyST-NB writes them without, where it finds the outputs in its cache: then nothing could tell
    whether a page that is run again says the same.
    """
    store = get_cache(cache)
    for name, page in pages.items():
        _, executed = store.merge_match_into_notebook(page)
        first = next(cell for cell in executed.cells if cell.cell_type == "code")
        first.source = f"{INLINE}\n{first.source}"
        for cell in executed.cells:
            if "perf_counter()" in cell.source:  # no time is the same twice
                cell.metadata.setdefault("tags", []).append("nbval-ignore-output")
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(executed, path)


def _in(store: JupyterCacheAbstract, page: NotebookNode) -> bool:
    try:
        store.match_cache_notebook(page)
    except KeyError:
        return False
    return True


def _picture_that_shows_nothing(page: NotebookNode) -> str | None:
    for cell in page.cells:
        figure = cell.metadata.get("mystnb", {}).get("figure")
        if figure and not any("data" in output for output in cell.get("outputs", ())):
            return str(figure["name"])
    return None


def _failure(path: Path, page: NotebookNode, error: Exception) -> str:
    """The first cell that failed, by its line in the chapter, and what it raised."""
    for cell, before in zip(page.cells, page.metadata["source_map"], strict=True):
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                said = re.sub(r"\x1b\[[\d;]*m", "", output.evalue).strip()
                return f"{path}:{before + 2}: cell fails: {output.ename}: {said}"
    return f"{path}: cannot be run: {error}"
