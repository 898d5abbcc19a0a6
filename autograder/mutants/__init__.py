"""Prove that the checks work: machine-made wrong answers must fail, right ones must pass.

:mod:`autograder.mutation` makes every small mistake in a reference function,
:mod:`try_mutants` tries them against the graded checks, :mod:`report` says which got away.

Why not a kept mutation library: cosmic-ray rewrites a file and starts the test command for
each mutant (here a second of imports before the first check); mutmut forks a pytest run for
each and is silenced by a comment in the mutated source, which here is the text that the
book shows. Neither knows what goes wrong in NumPy code (an axis, a transpose, a lost
``asarray``) or can be asked about seeds. Here a mutant is one ``exec`` in a forked child
that has everything imported, some ten milliseconds.
"""

from autograder.mutants.report import ChapterReport, cases_of, reports
from autograder.mutants.try_mutants import Trial, TrialResult, try_all
from autograder.mutation.mutate import Mutant, mutants_of

__all__ = [
    "ChapterReport",
    "Mutant",
    "Trial",
    "TrialResult",
    "cases_of",
    "mutants_of",
    "reports",
    "try_all",
]
