"""How fast the course's tools are, beside other tools that do the same: ``make bench``.

    python -m tools.bench --help

All rows of a round are measured one after another, on the same release and the same submissions,
and each round begins with another row: only ratios within a round mean anything on a machine that
does other things too. What is found goes into ``_build/bench.json`` and ``_build/bench.svg``; a
copy of the first in ``chapters/_static/`` is what the page *How fast is it* shows.

``classes`` makes what is graded; ``engine``, ``others`` (stock nbgrader, otter-grader, the checks
alone), ``latency`` and ``site`` measure one thing each; ``rounds`` takes turns.
"""
