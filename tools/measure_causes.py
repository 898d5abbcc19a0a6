"""How often the first message names the cause of a mistake that nobody here wrote.

Run ``python -m tools.measure_causes [CHAPTER …]``; ``--list FILE`` writes what is to be judged.

Every answer of :mod:`tools.wrong_answers` is graded, and takes its turn in the visible checks of
its page. Of each the *first* message counts, as the student reads it: the first check that fails.
Whether a message names the true cause is for a person to say, who reads the answer, its cause in
words and the message: ``judgements.tsv`` holds a line for each answer and message. So

- *names*: says what is wrong in this answer, or points at the very line or word that is wrong;
- *partly*: true, and narrows it down, but does not name it (a wrong shape, a wrong kind of error);
- *misleads*: says something else, which a student would follow;
- *silent*: no cause is given; what was not judged counts so where the message says none;
- *unjudged*: the message is new, and counts as not named.

Numbers in a message are left out where judgements are looked up, since the inputs decide them.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import json
import os
import re
import warnings
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from autograder.checks.known import know_digests, knowing, pack
from autograder.course import Chapter, read_course
from autograder.in_process import check_rng, namespace_with, run_checks
from autograder.interrupting import raise_after
from autograder.known_mistakes import (
    kept_digests,
    lookup_for,
    tell_by_trial,
    visible_failures,
)
from tools.wrong_answers import HALVES, HERE, WrongAnswer, read_wrong_answers

ROOT = HERE.parents[1]
JUDGEMENTS = HERE / "judgements.tsv"
VERDICTS = ("names", "partly", "silent", "misleads")
SECONDS = 20.0  #: of processor time for one answer
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?")


@dataclass(frozen=True)
class Said:
    """The first message on an answer. ``text`` is ``""`` where nothing failed."""

    chapter: str
    half: str
    answer: str
    function: str
    where: str  #: ``graded`` or ``visible``
    text: str
    is_silent: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What a judgement is about: the answer, and the message without its numbers."""
        return f"{self.chapter}.{self.answer}", self.where, essence(self.text)


def essence(text: str) -> str:
    """The message without numbers, in one line: its headline and what it says of the cause."""
    first, *rows = text.splitlines() or [""]
    kept = [
        row
        for row in rows
        if not re.match(r"\s*(got|expected|worst|called|off|input|right|cases) ", row)
    ]
    return " | ".join(" ".join(_NUMBER.sub("#", row).split()) for row in [first, *kept])


@cache
def _course():
    return read_course(ROOT)


def graded(answer: WrongAnswer, seed: str = "0") -> str:
    """The first message of the graded checks, without what is secret."""
    chapter = _course().assignments[answer.chapter]
    exercise = chapter.exercise_of(answer.function_name)
    namespace = namespace_with(chapter)
    _define_what_is_given(chapter, namespace)
    try:
        exec(compile(answer.source, "<cell>", "exec"), namespace)
        with raise_after(SECONDS, _TooLong), knowing(lookup_for(chapter.solution)):
            outcomes = run_checks(chapter, exercise, namespace, seed)
            tried = [(outcome.check, outcome.failure) for outcome in outcomes]
            tell_by_trial(chapter.solution, tried, partial(check_rng, seed))
    except _TooLong:
        return f"{answer.function_name}: stopped, because it took too long"
    except Exception as error:  # a check met a value that it did not reckon with
        return f"{answer.function_name}: broke a check: {error!r}"
    failure = next((outcome.failure for outcome in outcomes if outcome.failure), None)
    return failure.public() if failure else ""


def _define_what_is_given(chapter: Chapter, namespace: dict) -> None:
    """Imports and functions of the page's own cells, which answers may use."""
    for cell in chapter.cells:
        if cell.kind == "code":
            tree = ast.parse(cell.source)
            tree.body = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.Import)]
            with contextlib.suppress(Exception):
                exec(compile(tree, "<given>", "exec"), namespace)


class _TooLong(BaseException):
    pass


def is_silent(text: str) -> bool:
    """Whether a message gives no cause at all: neither a likely one nor a telling kind."""
    if not text:
        return False
    headline = text.splitlines()[0]
    says_more = ("likely cause", "  note", "  rule", "  error", "in line", "compared with")
    if "no known pattern" in text:
        return True
    telling = ("wrong value", "not finite", "numerically unstable", "draws from another")
    return any(kind in headline for kind in telling) and not any(s in text for s in says_more)


def measure_chapter(name: str) -> list[dict]:
    """Everything that is said first of the wrong answers to one chapter."""
    import matplotlib

    matplotlib.use("agg")
    warnings.simplefilter("ignore")
    chapter = _course().assignments[name]
    answers = [a for half in HALVES for a in read_wrong_answers(name, half)]
    found = [(a, "graded", graded(a)) for a in answers]
    know_digests(pack(kept_digests(chapter)))  # as the student's notebook does
    for a, failures in visible_failures(chapter, answers):
        found.append((a, "visible", str(failures[0]) if failures else ""))
    return [
        asdict(Said(name, a.half, a.name, a.function_name, where, text, is_silent(text)))
        for a, where, text in found
    ]


def read_judgements() -> dict[tuple[str, str, str], str]:
    """What was judged, by answer, place and message."""
    if not JUDGEMENTS.exists():
        return {}
    lines = JUDGEMENTS.read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        verdict, answer, where, message = line.split("\t")
        if verdict not in VERDICTS:
            raise ValueError(f"{JUDGEMENTS.name}: {verdict!r} is none of {', '.join(VERDICTS)}")
        found[answer, where, message] = verdict
    return found


def verdict(said: Said, judged: dict[tuple[str, str, str], str]) -> str:
    """What is to be counted for this message."""
    if not said.text:
        return "passes"
    return judged.get(said.key) or ("silent" if said.is_silent else "unjudged")


def report(said: list[Said]) -> str:
    """Shares by half and place, then by chapter, as text."""
    judged = read_judgements()
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for one in said:
        for chapter in (one.chapter, "all"):
            counts[one.half, one.where, chapter][verdict(one, judged)] += 1
    columns = ("names", "partly", "silent", "misleads", "unjudged")
    lines = [
        f"{'':<8}{'':<9}{'':<36}{'fail':>6}" + "".join(f"{c:>10}" for c in columns) + f"{'pass':>6}"
    ]
    for (half, where, chapter), counted in sorted(
        counts.items(), key=lambda item: (item[0][2] != "all", item[0])
    ):
        failed = counted.total() - counted["passes"]
        shares = "".join(f"{counted[c] / max(failed, 1):>10.1%}" for c in columns)
        lines.append(f"{half:<8}{where:<9}{chapter:<36}{failed:>6}{shares}{counted['passes']:>6}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chapters", nargs="*")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--half", choices=HALVES, help="only this one, for --list")
    parser.add_argument("--list", type=Path, help="write what is unjudged, as JSON lines")
    parser.add_argument("--all", action="store_true", help="list what is judged or silent too")
    options = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    chapters = [c.name for c in _course().assignments.values() if c.exercises]
    chapters = [name for name in chapters if not options.chapters or name in options.chapters]
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        said = [Said(**row) for rows in pool.map(measure_chapter, chapters) for row in rows]
    print(report(said))
    if options.list:
        _write_list(said, options)


def _write_list(said: list[Said], options: argparse.Namespace) -> None:
    judged = read_judgements()
    answers = {
        (a.chapter, a.name): a
        for one in {(s.chapter, s.half) for s in said}
        for a in read_wrong_answers(*one)
    }
    with options.list.open("w", encoding="utf-8") as file:
        for one in said:
            if options.half and one.half != options.half:
                continue
            found = verdict(one, judged)
            if found == "unjudged" or options.all:
                answer = answers[one.chapter, one.answer]
                row = {"verdict": found, "key": one.key, "half": one.half, "message": one.text}
                row |= {"cause": answer.cause, "source": answer.source}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
