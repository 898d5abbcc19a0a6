"""How many typical mistakes the visible checks see, and how often they name the cause.

Run it with ``python -m tools.measure_visible``, or with names of chapters for these alone.

Each page runs once with the references. Where it checks an exercise, every mistake in that
exercise takes its turn there, as in the notebook of a student who made this one mistake. Of the
mistakes that fail, the share is given whose message shows the declared diagnosis (the kind
of the failure counts where that is declared) and, apart, of those that declare a cause. The
sentence of the mistake itself counts, too, and so do words that the graded check says of it. Where
a mistake declares a kind alone, a suspect of the check is taken for true: it was written for
these very answers.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections import Counter
from collections.abc import Sequence

import matplotlib

from autograder.checks import CheckFailed
from autograder.checks.failure import KINDS
from autograder.checks.known import know_digests, pack
from autograder.course import Chapter, read_course
from autograder.course.solution import Variant
from autograder.in_process import namespace_with, run_checks
from autograder.known_mistakes import kept_digests, visible_failures
from tests.conftest import ROOT


def measure(
    chapter: Chapter, mistakes: Sequence[Variant] | None = None
) -> tuple[Counter[str], list[str]]:
    """Counts by what was seen, and a line for each mistake that fails without its cause.

    Of all mistakes of the chapter, or of these.
    """
    counts: Counter[str] = Counter()
    lines = []
    tried = chapter.solution.mistakes if mistakes is None else mistakes
    know_digests(pack(kept_digests(chapter)))  # as the student's notebook does
    for mistake, failures in visible_failures(chapter, tried):
        is_cause = mistake.diagnosis not in KINDS
        said = [hint for failure in failures for hint in failure.hints]
        labels = set().union(*(failure.labels for failure in failures))
        true = {mistake.diagnosis, *mistake.also, *(failure.kind for failure in failures)}
        own = {h.key for h in said if h.key == "known" and mistake.says in h.text.split("; or ")}
        if "suspect" in labels and (
            not is_cause or graded_in_the_same_words(chapter, mistake, failures)
        ):
            own.add("suspect")
        if own:
            labels.add(mistake.diagnosis)
        false = {hint.key for hint in said} - true - own
        counts["mistakes"] += 1
        counts["failed"] += bool(failures)
        counts["named"] += mistake.diagnosis in labels
        counts["causes"] += is_cause and bool(failures)
        counts["causes named"] += is_cause and mistake.diagnosis in labels
        counts["hints"] += len({hint.key for hint in said})
        counts["false hints"] += len(false)
        if failures and (mistake.diagnosis not in labels or false):
            kinds = ", ".join(sorted(failure.kind for failure in failures))
            shown = "".join(f"\n    {hint.key}: {hint.text}" for hint in said)
            lines.append(f"{mistake.name}: {mistake.diagnosis}, shown {kinds}{shown}")
    return counts, lines


def graded_in_the_same_words(
    chapter: Chapter, mistake: Variant, failures: list[CheckFailed]
) -> bool:
    """Whether a suspect of the visible check reads as the declared diagnosis in a graded one."""
    said = {hint.text for failure in failures for hint in failure.hints}
    exercise = chapter.exercise_of(mistake.function_name)
    outcomes = run_checks(chapter, exercise, namespace_with(chapter, mistake), "0")
    graded = [outcome.failure for outcome in outcomes if outcome.failure]
    hints = [hint for failure in graded for hint in failure.hints]
    return any(hint.key == mistake.diagnosis and hint.text in said for hint in hints)


if __name__ == "__main__":
    matplotlib.use("agg")
    warnings.simplefilter("ignore")
    os.chdir(ROOT / "chapters")  # where pages find their data
    columns = ("mistakes", "failed", "named", "causes", "causes named", "hints", "false hints")
    total: Counter[str] = Counter()
    print(f"{'':<34}" + "".join(f"{name:>13}" for name in columns))
    for chapter in read_course(ROOT).assignments.values():
        if not chapter.exercises or (sys.argv[1:] and chapter.name not in sys.argv[1:]):
            continue
        counts, lines = measure(chapter)
        total += counts
        print(f"{chapter.name:<34}" + "".join(f"{counts[name]:>13}" for name in columns))
        if sys.argv[1:]:
            print("\n".join(lines))
    print(f"{'all':<34}" + "".join(f"{total[name]:>13}" for name in columns))
