"""What chapters draw with: one style for every figure, and pictures a reader can move.

NumPy and matplotlib only, so that the same cells run in a student's notebook.
"""

from autograder.pictures.flipbook import Flipbook, flipbook
from autograder.pictures.style import COLORS, use_style

__all__ = ["COLORS", "Flipbook", "flipbook", "use_style"]
