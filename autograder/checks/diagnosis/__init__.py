"""Likely causes of a wrong value, found by testing hypotheses against the data.

A rule says what the answer would be after one mistake; it speaks to the student only
where these are the student's numbers, so a hint is never a guess. To add one, write a
generator under :func:`~autograder.checks.diagnosis.registry.rule` in the module of its
theme. Modules are imported in the order in which their rules are tried.
"""

from autograder.checks.diagnosis import form, scale, options, samples, chain, network  # noqa: F401, I001
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.registry import RULES, Guess, diagnose, rule

__all__ = ["RULES", "Evidence", "Guess", "diagnose", "rule"]
