"""What ``make bench`` measures is what it says; how fast it is, is for people to read."""

import json
import multiprocessing
import shlex
from concurrent.futures import ProcessPoolExecutor

import pytest

from autograder.course import read_course
from autograder.grading.coordinator.places import find_handed_in
from tests.conftest import SMALL
from tools.bench import __main__ as bench
from tools.bench.classes import hand_in, make_class
from tools.bench.others import Otter
from tools.bench.rounds import Found, Row, take_turns

WRONG = {"mse": "def mse(w, X, y):\n    return 0.0\n"}


def test_a_small_run_writes_down_every_figure_of_every_round(sandbox, tmp_path, capsys):
    out = tmp_path / "deep" / "bench.json"
    asked = ["--course", str(SMALL), "--chapter", "line", "--size", "2", "--rounds", "2"]
    bench.main(
        [
            *asked,
            "--few",
            "0",
            "--jobs",
            "1",
            "--no-scaling",
            "--no-loop",
            "--chapters",
            f"--out={out}",
        ]
    )
    found = json.loads(out.read_text())
    groups = found["groups"]
    assert set(groups["grading"]) == {bench.OURS, bench.ALONE, bench.CAUSES}
    (once,) = groups.pop("chapters").items()
    assert once[0] == "line" and len(once[1]["values"]) == 1
    assert all(len(row["values"]) == 2 for rows in groups.values() for row in rows.values())
    assert all(value > 0 for row in groups["grading"].values() for value in row["values"])
    ours, alone = (groups["grading"][name]["values"] for name in (bench.OURS, bench.ALONE))
    *_, ratios = groups["ratios"].values()
    assert ratios["values"] == pytest.approx(
        [a / b for a, b in zip(ours, alone, strict=True)], 1e-4
    )
    assert (found["size"], found["chapter"]) == (2, "line")
    typed = shlex.join(asked)
    assert found["command"] == (
        f"python -m tools.bench {typed} --few 0 --jobs 1 --no-scaling --no-loop --chapters"
    )
    assert out.with_suffix(".svg").read_text().startswith("<svg")


def _scores_of_otter(folder):
    course = read_course(SMALL)
    line = course.assignments["line"]
    classroom = make_class(course, line, folder / "class", 1)
    hand_in(classroom, line, "wrong", WRONG)
    wrong = find_handed_in(classroom.submitted, ["line"])[-1]
    return Otter(line, folder / "otter").scores(wrong, SMALL)


def test_otter_grader_is_given_the_same_checks(line, tmp_path):
    # in a process of its own: it leaves sockets open, and a test after it would be blamed for them
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        scores = pool.submit(_scores_of_otter, tmp_path).result()
    points = {name: sum(c.points for c in one.checks) for name, one in line.exercises.items()}
    assert scores == points | {"mse": 0}


def test_rows_take_turns_and_each_round_begins_with_another():
    rows = [Row(name, lambda name=name: {name: 1.0}) for name in "abc"]
    order = [row.group for _, row, _ in take_turns(rows, 3)]
    assert "".join(order) == "abcbcacab"


def test_ratios_are_of_one_round():
    found = Found()
    for ours, stock in ((1.0, 50.0), (2.0, 80.0)):
        found.add("grading", "ours", ours)
        found.add("grading", "stock", stock)
    found.add_ratios(
        "ratios", "grading", {"gain": ("stock", "ours", 1.0), "none": ("x", "ours", 1)}
    )
    assert found.groups["ratios"] == {"gain": {"unit": "times", "values": [50.0, 40.0]}}
