"""The page of figures says what the file says, in words that a reader knows."""

import re

import pytest

from autograder.publish.measured import about, picture, shown, table

ROWS = {
    "`ours`": {"unit": "s", "values": [0.05, 0.04, 0.09]},
    "the <other>": {"unit": "s", "values": [2.0, 2.5]},
}


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.0004, "s", "0.4 ms"),
        (0.01, "s", "10 ms"),
        (0.0456, "s", "46 ms"),
        (0.9999, "s", "1.0 s"),
        (2.345, "s", "2.3 s"),
        (321.4, "s", "321 s"),
        (2.19, "times", "2.19 times"),
        (13.26, "times", "13.3 times"),
        (52.4, "times", "52 times"),
    ],
)
def test_a_figure_is_said_with_its_unit(value, unit, said):
    assert shown(value, unit) == said


def test_a_row_tells_the_median_and_the_spread():
    assert table(ROWS).splitlines()[2:] == [
        "| `ours` | 50 ms | 40 ms to 90 ms | 3 |",
        "| the <other> | 2.2 s | 2.0 s to 2.5 s | 2 |",
    ]


def test_the_bars_stand_on_a_scale_of_powers_of_ten_and_are_told_in_words():
    medians = {"a": 0.01, "b": 0.1, "c": 1.0}
    drawn = picture({name: {"unit": "s", "values": [v]} for name, v in medians.items()}, "")
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)]
    assert widths[1] - widths[0] == pytest.approx(widths[2] - widths[1], abs=0.2)
    assert widths[1] > widths[0]
    assert 'aria-label="Bars on a scale of powers of ten. a: 10 ms; b: 100 ms; c: 1.0 s."' in drawn


def test_no_name_can_act_in_the_page():
    drawn = picture(ROWS, "<b>")
    assert "<other>" not in drawn and "&lt;other&gt;" in drawn and "&lt;b&gt;" in drawn


def test_it_says_where_and_how_it_was_measured():
    told = {
        "command": "make bench",
        "chapter": "line",
        "size": 8,
        "rounds": 2,
        "surroundings": {
            "date": "2026-11-30",
            "cores": 2,
            "load": [0.4, 2.0],
            "processor": "x86_64",
            "system": "Linux 6.1",
            "python": "3.11.7",
            "numpy": "2.0",
        },
    }
    assert about(told) == (
        "Measured on 2026-11-30 by `make bench`: 2 rounds on 2 cores (x86_64, Linux 6.1, Python "
        "3.11.7, NumPy 2.0), with 8 submissions to `line`. 0.4 processes wanted these cores when "
        "it began, and 2 when it ended."
    )


def test_a_page_shows_a_group_and_says_of_one_that_was_left_out(small_site):
    page = (small_site / "chapters" / "rich.html").read_text()
    assert page.count('aria-label="Bars on a scale of powers of ten.') == 1
    assert "least to most" in page
    assert "Not measured in this run." in page
