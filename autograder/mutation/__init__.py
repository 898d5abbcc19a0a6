"""Small mistakes in numerical Python: every one that can be made in a function, and its words.

:mod:`operators` says what a small mistake is, :mod:`mutate` makes every one of them, and
:mod:`words` says it to a student whose numbers are those of the mutant.
"""

from autograder.mutation.mutate import Mutant, mutants_of

__all__ = ["Mutant", "mutants_of"]
