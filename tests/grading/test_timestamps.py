"""Whatever a timestamp.txt says is the time that it says, or no time at all."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from autograder.grading.coordinator.timestamps import ZONES, NoTime, read_timestamp

MIDNIGHT = datetime(2027, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-01 00:00:00 UTC",
        "2027-02-01 00:00:00.000000 UTC\n",
        "2027-02-01 00:00:00",
        "2027-02-01",
        "2027-02-01T00:00:00Z",
        "2027-02-01T00:00:00+00:00",
        "20270201T000000Z",
        "2027-02-01 00:00 GMT",
        # what nbgrader writes where Exchange.timezone is Berlin, Istanbul, Kathmandu, St John's
        "2027-02-01 01:00:00.000000 +0100",
        "2027-02-01 01:00:00 +01:00",
        "2027-02-01 03:00:00 +03",
        "2027-02-01 05:45:00 +0545",
        "2027-01-31 20:30:00 -0330",
        "2027-02-01 01:00:00+01",
        "2027-02-01 01:00:00 UTC+1",
        "2027-02-01 01:00:00 CET",
        "2027-02-01 02:00:00 CEST",
        "2027-02-01 03:00:00 MSK",
        "2027-02-01 09:00:00 JST",
        "2027-01-31 19:00:00 EST",
        "01.02.2027",
        "1.2.2027 00:00",
        "01.02.2027 01:00:00 CET",
    ],
)
def test_midnight_in_utc(text):
    assert read_timestamp(text) == MIDNIGHT


@pytest.mark.parametrize(
    "text",
    [
        *("", "some day", "tomorrow", "2027", "12:00", "0", "2027-02-30", "2027-02-01 25:00"),
        *("01/02/2027", "02/01/2027 12:00", "1.13.2027", "01.02.27"),
        *("2027-02-01 00:00:00 CST", "2027-02-01 00:00:00 IST", "2027-02-01 00:00:00 PST"),
        *("2027-02-01 00:00:00 BST", "2027-02-01 00:00:00 XYZ", "2027-02-01 00:00:00 +9900"),
        *("0001-01-01 00:00 +0100", "9999-12-31 23:59 -0100", "1" * 1000, "2027-02-01 00:00 ++1"),
    ],
)
def test_what_may_mean_several_times_is_none(text):
    with pytest.raises(NoTime):
        read_timestamp(text)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("America/Los_Angeles", "2027-01-31 16:00:00 PST"),
        ("Asia/Kolkata", "2027-02-01 05:30:00 IST"),
        ("Asia/Shanghai", "2027-02-01 08:00:00 CST"),
        ("Europe/Istanbul", "2027-02-01 03:00:00 +03"),
        ("Europe/Berlin", "2027-02-01 00:00:00 UTC"),
    ],
)
def test_nbgraders_own_zone_says_what_its_abbreviation_means(zone, text):
    assert read_timestamp(text, ZoneInfo(zone)) == MIDNIGHT


def test_the_hour_that_comes_twice():
    berlin = ZoneInfo("Europe/Berlin")
    first = read_timestamp("2026-10-25 02:30:00 CEST", berlin)
    second = read_timestamp("2026-10-25 02:30:00 CET", berlin)
    assert second - first == timedelta(hours=1)


def test_every_abbreviation_means_one_thing_in_the_whole_time_zone_database():
    meant = {}
    for name in available_timezones():
        for month in range(1, 13):
            time = datetime(2026, month, 15, tzinfo=ZoneInfo(name))
            meant.setdefault(time.tzname(), set()).add(time.utcoffset())
    for zone, hours in ZONES.items():
        assert meant.get(zone, {timedelta(hours=hours)}) == {timedelta(hours=hours)}, zone
    assert len(meant["CST"]) > 1 and len(meant["IST"]) > 1  # as ever
