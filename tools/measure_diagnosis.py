"""How often a hint is true, and how often there is one.

Run it with ``python -m tools.measure_diagnosis --seeds 10``.

Every chapter's ``mistakes.py`` is graded with several seeds, and the declared diagnosis of
each mistake compared with what its messages show.

- *Precision*: of all hints shown, in every failed check, the share that is true of the
  mistake: its declared diagnosis, one of its ``also``, or the kind of the failure itself.
- *Recall*: of all mistakes and seeds, the share whose declared diagnosis is shown.
- *Recall of causes*: the same over the mistakes that declare a cause, not just a kind. Where an
  author declares ``value`` no known pattern should fit, and a hint counts against precision.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.checks.diagnosis import weighing
from autograder.checks.failure import KINDS
from autograder.course import Course, read_course
from autograder.in_process import namespace_with, run_checks
from tests.conftest import ROOT


@dataclass
class Measured:
    """Counts by hint key, and the confusion table ``(declared, shown) -> messages``."""

    table: Counter[tuple[str, str]] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    declared: Counter[str] = field(default_factory=Counter)
    false_hints: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.true.total() / max(1, self.shown.total())

    @property
    def recall(self) -> float:
        return self.found.total() / max(1, self.declared.total())

    @property
    def recall_of_causes(self) -> float:
        causes = [key for key in self.declared if key not in KINDS]
        return sum(self.found[key] for key in causes) / max(
            1, sum(self.declared[key] for key in causes)
        )


def measure(course: Course, seeds: Iterable[int]) -> Measured:
    """Grade every mistake of ``course`` with every seed."""
    measured = Measured()
    for chapter in course.assignments.values():
        for mistake in chapter.solution.mistakes if chapter.exercises else ():
            for seed in seeds:
                namespace = namespace_with(chapter, mistake)
                exercise = chapter.exercise_of(mistake.function_name)
                outcomes = run_checks(chapter, exercise, namespace, str(seed))
                failures = [outcome.failure for outcome in outcomes if outcome.failure]
                count(measured, f"{chapter.name}.{mistake.name}", mistake, failures)
    return measured


def count(measured: Measured, name: str, mistake, failures: list) -> None:
    """Add the messages that one mistake got with one seed."""
    declared = mistake.diagnosis
    measured.declared[declared] += 1
    if any(declared in failure.labels for failure in failures):
        measured.found[declared] += 1
    else:
        measured.missed[name] += 1
    for failure in failures:
        for hint in failure.hints:
            measured.shown[hint.key] += 1
            measured.table[declared, hint.key] += 1
            is_declared = hint.key in (declared, failure.kind, *mistake.also)
            if is_declared or hint.text == mistake.says:  # what its author says of it
                measured.true[hint.key] += 1
            else:
                measured.false_hints[f"{name}: {hint.key}"] += 1
        if not failure.hints:
            measured.table[declared, "(none)"] += 1


def report(measured: Measured) -> str:
    """The confusion table and the figures as text."""
    lines = ["declared          shown (messages)"]
    for declared in sorted(measured.declared):
        shown = {key: n for (d, key), n in measured.table.items() if d == declared}
        row = ", ".join(f"{key} {n}" for key, n in sorted(shown.items(), key=lambda i: -i[1]))
        lines.append(f"{declared:<17} {row}")
    lines += ["", f"{'rule':<17} {'shown':>6} {'precision':>10} {'declared':>9} {'recall':>7}"]
    for key in sorted({*measured.shown, *measured.declared}):
        shown, declared = measured.shown[key], measured.declared[key]
        precision = f"{measured.true[key] / shown:.3f}" if shown else "-"
        recall = f"{measured.found[key] / declared:.3f}" if declared else "-"
        lines.append(f"{key:<17} {shown:>6} {precision:>10} {declared:>9} {recall:>7}")
    lines += [
        "",
        f"precision {measured.precision:.4f}, recall {measured.recall:.4f}, "
        f"recall of causes {measured.recall_of_causes:.4f}",
    ]
    for title, counts in (("false", measured.false_hints), ("missed", measured.missed)):
        lines += [f"{title}: {name} ({n})" for name, n in counts.most_common()]
    return "\n".join(lines)


if __name__ == "__main__":
    weighing.STRICT = True  # a rule that raises is a fault, not a hint less
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    print(report(measure(read_course(ROOT), range(parser.parse_args().seeds))))
