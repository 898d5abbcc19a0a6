"""class.toml: every value is checked, and what is wrong is told with line and proposal."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.classroom.settings import Settings, SettingsError
from autograder.grading.coordinator.lateness import LatePolicy

CONTENTS = {"line": ["mse", "mse_gradient", "why_mean"], "plane": ["mse"]}
FULL = """\
name = "Neural networks, spring 2027"
time_zone = "Europe/Berlin"
late = "10% a day, grace 15 min, 3 free days"
counts = "last"
hidden = []
left_out = ["plane/mse"]
bonus = [
  "line/mse_gradient",
]
best = "1 of 2"

[deadlines]
line = "2027-01-31 23:59"
plane = 2027-07-01T12:00:00+02:00

[dropped]
"line/why_mean" = "full"

[weights]
line = 2
"""


def load(tmp_path, text):
    (tmp_path / "class.toml").write_text(text)
    return Settings.load(tmp_path, CONTENTS)


def test_all_that_can_be_set(tmp_path):
    settings = load(tmp_path, FULL)
    assert settings.name == "Neural networks, spring 2027"
    assert settings.late == LatePolicy(10, timedelta(minutes=15), 3)
    assert settings.deadlines == {
        "line": datetime(2027, 1, 31, 22, 59, tzinfo=UTC),
        "plane": datetime(2027, 7, 1, 10, tzinfo=UTC),
    }
    assert settings.counts == "last"
    assert settings.left_out == {"plane/mse"} and settings.bonus == {"line/mse_gradient"}
    assert settings.dropped == {"line/why_mean": "full"}
    assert settings.weights == {"line": 2.0} and settings.best == 1


def test_nothing_needs_to_be_set(tmp_path):
    assert Settings.load(tmp_path, CONTENTS) is None
    assert load(tmp_path, "") == Settings(time_zone=load(tmp_path, "").time_zone)


BAD = {
    "no toml": ("late = none", 1, "not understood"),
    "a setting": ('\nlte = "none"', 2, "do you mean 'late'?"),
    "a name": ("name = 3", 1, "in quotes"),
    "a zone": ('time_zone = "Europe/Berln"', 1, "do you mean 'Europe/Berlin'?"),
    "no zone": ('time_zone = "../x"', 1, "Europe/Berlin, for example"),
    "a policy": ('\n\nlate = "ten a day"', 3, "'ten a day' is no late policy; write"),
    "two policies": ('late = "none, zero"', 1, "two things of the same kind"),
    "too much": ('late = "200% a day"', 1, "more than all"),
    "a chapter": ('[deadlines]\n# x\nlin = "2027-01-31 23:59"', 3, "do you mean 'line'?"),
    "no time": ('[deadlines]\nline = "soon"', 2, "deadline of line is no time; write a day and"),
    "no quotes": (
        "[deadlines]\n\nline = 2027-01-31T23:59",
        3,
        'write the time in quotes, as "2027-01-31 23:59"',
    ),
    "a day alone": ("[deadlines]\nline = 2027-01-31", 2, '"2027-01-31 23:59"'),
    "no such time": (
        'time_zone = "Europe/Berlin"\n[deadlines]\nline = "2027-03-28 02:30"',
        3,
        'write "2027-03-28 03:30"',
    ),
    "a question": ('bonus = [\n "line/mse",\n "line/msee"]', 3, "do you mean 'line/mse'?"),
    "no chapter": ('left_out = ["zzz"]', 1, "written chapter/name, line/mse for example"),
    "no list": ('hidden = "line"', 1, "hidden is a list"),
    "no table": ("weights = 3", 1, "weights is a table"),
    "dropped": ('[dropped]\n"line/mse" = "half"', 2, '"full" or "absent"'),
    "a weight": ("[weights]\nplane = 1\nline = -1", 3, "0 or more"),
    "no number": ("weights.line = true", 1, "a number"),
    "best": ("best = 3", 1, "2 chapters"),
    "best of": ('best = "1 of 3"', 1, "the class has 2 chapters"),
    "counts": ('counts = "first"', 1, '"last in time" or "last"'),
    "below a table": ('[deadlines]\nlate = "none"', 2, "above all tables"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told_with_line_and_proposal(tmp_path, case):
    text, line, says = BAD[case]
    with pytest.raises(SettingsError) as error:
        load(tmp_path, text)
    assert f"class.toml:{line}: " in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_of_an_hour_that_comes_twice_the_second_is_meant(tmp_path):
    settings = load(tmp_path, 'time_zone = "Europe/Berlin"\n[deadlines]\nline = "2027-10-31 02:30"')
    assert settings.deadlines["line"] == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


POLICIES = {  # text, seconds late, score, penalty
    "none": ("none", 1e6, 10, 0),
    "zero": ("zero", 1, 10, 10),
    "a second is a day": ("10% a day", 1, 10, 1),
    "a day is one day": ("10% a day", 86400, 10, 1),
    "a day and a second are two": ("10% a day", 86401, 10, 2),
    "no more than all": ("10% a day", 86400 * 30, 10, 10),
    "in the grace": ("grace 15 min", 900, 10, 0),
    "after the grace": ("grace 15 min", 901, 10, 10),
    "after it all counts": ("20% a day, grace 15 min", 901, 10, 2),
    "to a hundredth": ("12.5 % per day", 1, 3.33, 0.42),
    "less than nothing": ("zero", 1, -1, 0),
}


@pytest.mark.parametrize("case", POLICIES)
def test_what_lateness_costs(case):
    text, seconds, score, penalty = POLICIES[case]
    policy = LatePolicy.parse(text)
    [days] = policy.days_charged([policy.days_late(seconds)])
    assert policy.penalty(score, days) == penalty


FREE = {  # text, days late in order of deadlines, days charged
    "enough": ("3 free days", [1, 2], [0, 0]),
    "spent": ("3 free days", [2, 1, 1], [0, 0, 1]),
    "not enough, so kept": ("3 free days", [5, 2, 1], [5, 0, 0]),
    "in part": ("3 free days, 10% a day", [5, 2], [2, 2]),
    "not on what is lost": ("3 free days, 50% a day", [6, 3], [6, 0]),
    "cost nothing anyway": ("none", [3], [3]),
}


@pytest.mark.parametrize("case", FREE)
def test_free_days_are_spent_on_the_earliest_deadlines(case):
    text, late, charged = FREE[case]
    assert LatePolicy.parse(text).days_charged(late) == charged


@given(st.text(max_size=60))
def test_no_text_ends_in_a_traceback(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("class")
    (folder / "class.toml").write_bytes(text.encode("utf-8", "replace"))
    try:
        Settings.load(folder, CONTENTS)
    except SettingsError as error:
        assert "class.toml" in str(error)
