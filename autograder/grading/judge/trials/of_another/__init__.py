"""Trials to find something of another submission: one that runs, and one that is gone."""
