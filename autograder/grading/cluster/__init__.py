"""Judges on other machines: Dask carries submissions to them, and verdicts back.

``distributed``, of the extra ``cluster``, is imported by this folder alone, and only when a
cluster is asked for.
"""
