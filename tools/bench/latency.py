"""How long a reader waits for a check: in a notebook, and in the book's page."""

from __future__ import annotations

import contextlib
import io
import os
import statistics
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from autograder.course import Chapter
from autograder.course.solution import Variant
from autograder.notebook_files import PICTURE_TAG
from tools.bench.classes import answered


def in_notebook(chapter: Chapter, wrong: bool) -> float:
    """Seconds of a visible check below an answer, in a fresh IPython shell; the median of all.

    With ``wrong`` each answer has its first known mistake, so that a message is made.
    """
    answers = {one.function_name: one.source for one in first_mistakes(chapter)} if wrong else {}
    seconds = []
    with _shell() as shell:
        for cell in answered(chapter, answers).cells:
            if cell.cell_type != "code" or PICTURE_TAG in cell.metadata.get("tags", ()):
                continue
            name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            begun = time.perf_counter()
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                shell.run_cell(cell.source, silent=True)
            if name.startswith("visible_"):
                seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def first_mistakes(chapter: Chapter) -> list[Variant]:
    """The first wrong answer that an author wrote to each function."""
    found: dict[str, Variant] = {}
    for mistake in chapter.solution.mistakes:
        found.setdefault(mistake.function_name, mistake)
    return list(found.values())


@contextlib.contextmanager
def _shell() -> Iterator[Any]:
    """A fresh shell in a fresh folder, where answers that pass may be kept."""
    import matplotlib
    from IPython.core.interactiveshell import InteractiveShell

    before = os.getcwd()
    matplotlib.use("agg")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        InteractiveShell.clear_instance()
        try:
            yield InteractiveShell.instance(history_manager=None)
        finally:
            InteractiveShell.clear_instance()
            os.chdir(before)


#: presses Check and waits until what it says has been painted; returns milliseconds
CHECK = """async (box) => {
  const stop = [...box.querySelectorAll("button")].find((button) => button.textContent === "Stop");
  const told = new Promise((done) =>
    new MutationObserver((_, watch) => {
      if (stop.hidden) done(watch.disconnect());
    }).observe(stop, { attributes: true }),
  );
  const begun = performance.now();
  box.querySelector(".answer-check").click();
  await told;
  await new Promise(requestAnimationFrame);
  await new Promise((painted) => setTimeout(painted));
  return performance.now() - begun;
}"""
LATER = 9  #: later checks of each kind, of which the median counts


class Page:
    """A chapter's page in Chromium, with its first exercise open for an answer."""

    LIMIT = 300_000  #: milliseconds

    def __init__(self, chapter: Chapter, site: Path, pyodide: Path) -> None:
        """Raises :class:`SystemExit` where the site or Pyodide is missing."""
        for path, remedy in ((site / "chapters", "make site"), (pyodide, "make pyodide")):
            if not path.is_dir():
                raise SystemExit(f"there is no {path}: `{remedy}` makes it")
        self.chapter, self.site, self.pyodide = chapter, site, pyodide
        config = yaml.safe_load((chapter.path.parents[1] / "_config.yml").read_text())
        self.address = config["sphinx"]["config"]["course_pyodide_url"]
        exercise = next(iter(chapter.exercises.values()))
        sources = [chapter.solution.definitions[name].source for name in exercise.functions]
        self.exercise, self.right = exercise.name, "\n\n\n".join(sources)
        mistakes = {one.function_name: one.source for one in first_mistakes(chapter)}
        wrong = [mistakes.get(name, source) for name, source in zip(exercise.functions, sources)]
        self.wrong = "\n\n\n".join(wrong)

    def seconds(self) -> dict[str, float]:
        """Seconds of the first check, for which Python is loaded, and the medians of later ones."""
        from tools.site_browser import chromium, serving

        with serving(self.site) as address, chromium() as browser:
            page = browser.new_page()
            page.route(f"{self.address}**", self._give)
            page.set_default_timeout(self.LIMIT)
            page.goto(f"{address}/chapters/{self.chapter.name}.html")
            its = page.locator(f".answer[data-exercise={self.exercise}]")
            its.get_by_role("button", name="Answer here").click()
            its.locator(".cm-content").wait_for()  # the field becomes an editor meanwhile
            found = {"the first, which loads Python": self._check(its, self.right)}
            for what, answer in (("a right answer", self.right), ("a wrong answer", self.wrong)):
                # other texts, so that all are run again
                texts = [f"{answer}\n\n# once more: {number}\n" for number in range(LATER)]
                found[what] = statistics.median(self._check(its, text) for text in texts)
            return found

    def _give(self, route: Any) -> None:
        """Answer with the files that `make pyodide` has fetched: the network is not measured."""
        path = self.pyodide / Path(urlsplit(route.request.url).path).name
        route.fulfill(path=path, headers={"Access-Control-Allow-Origin": "*"})

    def _check(self, its: Any, code: str) -> float:
        its.get_by_role("textbox").fill(code)
        return float(its.evaluate(CHECK)) / 1000
