"""From what a platform gives to ``submitted/``: read, matched, kept, and the one that counts."""
