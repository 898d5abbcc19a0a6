"""Marks by hand: the formgrader, or sheets of answers without names."""
