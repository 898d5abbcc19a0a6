"""Likely causes of a wrong value, found by testing hypotheses against the data.

A rule says what the answer would be after one mistake; it speaks to the student only
where these are the student's numbers, so a hint is never a guess. To add one, write a
generator under :func:`~autograder.checks.diagnosis.rules.rule` in the module of its theme,
with an example of the mistake, and list it in the ``RULES`` at the end of that module.
"""

from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.rules import Example, Guess, Rule, rule
from autograder.checks.diagnosis.weighing import RULES, diagnose, hints_are_wanted, without_hints

__all__ = [
    "RULES",
    "Evidence",
    "Example",
    "Guess",
    "Rule",
    "diagnose",
    "hints_are_wanted",
    "rule",
    "without_hints",
]
