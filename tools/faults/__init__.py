"""Grading disturbed at every moment, and nothing lost."""
