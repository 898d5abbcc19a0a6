"""What `make test` leaves out has its turn after some change of the code."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.sampling import NOTEBOOKS, at_least, not_sampled


def items(cases, share=None, file="test_it.py"):
    mark = pytest.mark.one_of(share) if share else None
    for case in range(cases):
        yield SimpleNamespace(
            nodeid=f"{file}::test[{case}]",
            path=Path(file),
            get_closest_marker=lambda name, mark=mark: mark and mark.mark,
        )


def run(found, seed):
    return [item.nodeid for item in found if item not in not_sampled(found, seed)]


def test_every_nth_case_runs_and_after_some_changes_each_has_run():
    found = list(items(23, share=5))
    samples = [run(found, str(change)) for change in range(40)]
    assert {len(sample) for sample in samples} == {4, 5}
    assert {case for sample in samples for case in sample} == {item.nodeid for item in found}
    assert run(found, "7") == samples[7]


def test_of_few_cases_one_runs():
    found = list(items(2, share=5))
    assert {tuple(run(found, str(change))) for change in range(20)} == {
        ("test_it.py::test[0]",),
        ("test_it.py::test[1]",),
    }


def test_what_is_not_marked_runs():
    found = list(items(9))
    assert len(run(found, "a")) == 9


def test_a_notebook_runs_as_a_whole():
    found = [item for name in range(2 * NOTEBOOKS) for item in items(3, file=f"{name}.ipynb")]
    sample = run(found, "a")
    files = [case.split("::")[0] for case in sample]
    assert len(set(files)) == 2 and len(files) == 6


def test_a_share_of_a_sample_may_fall_short_by_chance_and_that_of_all_may_not():
    assert at_least(0.9, drawn=1000) == 0.9
    # 100 throws, with 10 of them beside the mark: a standard error of 3
    assert at_least(0.9, drawn=100, part=0.0) == pytest.approx(0.81)
