"""Property: the environment is empty of yours.
Tried: look for a variable that was set outside.
"""

import os


def got(course: str, mark: str) -> str:
    return "the variable" if mark in repr(os.environ) else ""
