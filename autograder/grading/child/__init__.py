"""Runs in the sandbox: assume that the student owns every line of it."""
