"""Mutants of the references that no check can tell from them, each with the reason."""

EQUIVALENT: dict[str, str] = {}
