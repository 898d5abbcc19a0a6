"""The known mistakes of a chapter, for messages: called when graded, as digests in notebooks.

``mistakes.py`` and ``misconceptions.py`` of a solution hold wrong answers, each with a sentence for
the student who gives it; small slips in right answers are made by :mod:`autograder.mutation`.
:mod:`autograder.checks.known` knows what to do with them.

===============  ================================================================================
``answers``      which wrong answers there are
``lookup``       called with the arguments of a case, where something was graded
``trial``        run through a whole check, where its arguments do not tell
``visible``      run in the visible checks of the page
``digests``      what they give there, for a student's notebook
===============  ================================================================================
"""

from autograder.known_mistakes.digests import digests_of, keep_digests, kept_digests
from autograder.known_mistakes.lookup import lookup_for
from autograder.known_mistakes.trial import is_same, tell_by_trial
from autograder.known_mistakes.visible import WrongAnswer, lent, visible_failures

__all__ = [
    "WrongAnswer",
    "digests_of",
    "is_same",
    "keep_digests",
    "kept_digests",
    "lent",
    "lookup_for",
    "tell_by_trial",
    "visible_failures",
]
