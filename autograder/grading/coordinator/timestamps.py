"""When something was handed in, as ``timestamp.txt`` says it.

Nbgrader's own reader takes ``+0100`` for a hundred seconds, ``CEST`` for UTC and
``01.02.2027`` for a day in January; here nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

#: abbreviations that mean one thing all over the world, in hours from UTC; nbgrader writes the
#: one of its option ``Exchange.timezone``. CST, IST, PST and the like mean several
ZONES = {
    **{"UTC": 0, "UT": 0, "Z": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2},
    **{"EEST": 3, "MSK": 3, "SAST": 2, "WAT": 1, "CAT": 2, "EAT": 3, "WIB": 7, "HKT": 8, "JST": 9},
    **{"AWST": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13},
    **{"EST": -5, "EDT": -4, "AKST": -9, "AKDT": -8, "PDT": -7, "HST": -10},
}
#: a date such as 2027-02-01 or 01.02.2027, a time of day, and its zone
TEXT = re.compile(
    r"(?P<date>\d{4}-?\d\d-?\d\d|(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}))"
    r"(?:(?:T|\s+)(?P<time>\d[\d:.]*)"
    r"\s*(?P<zone>[A-Za-z]{1,5}|(?:(?:UTC|GMT)\s*)?(?P<offset>[+-][\d:]+))?)?"
)
OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")


class NoTime(ValueError):
    """The text says no time that is beyond doubt; the message says why."""


def read_timestamp(text: str, local: tzinfo | None = None) -> datetime:
    """Return the time that ``text`` says, in UTC and without a zone, as nbgrader keeps it.

    A time without a zone is in UTC, as nbgrader has it; ``local`` is the zone that nbgrader
    was told to write. Raises :class:`NoTime`.
    """
    found = TEXT.fullmatch(text.strip())
    if found is None:
        raise NoTime("holds no time")
    time = _time(found)
    offset = _offset(found["offset"]) if found["offset"] else _named(found["zone"], time, local)
    try:
        return time - offset
    except OverflowError as error:
        raise NoTime("holds no time") from error


def _time(found: re.Match[str]) -> datetime:
    date = found["date"]
    if found["year"]:  # such dates begin with the day wherever they are used
        date = f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
    try:
        return datetime.fromisoformat(f"{date}T{found['time']}" if found["time"] else date)
    except ValueError as error:
        raise NoTime("holds no time that is beyond doubt") from error


def _offset(text: str) -> timedelta:
    found = OFFSET.fullmatch(text)
    if found is None or int(found["hours"]) > 14:
        raise NoTime(f"holds the zone {text!r}, which is none")
    size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return -size if found["sign"] == "-" else size


def _named(zone: str | None, time: datetime, local: tzinfo | None) -> timedelta:
    """How far ``zone`` is from UTC."""
    if zone is None:
        return timedelta()
    for fold in (0, 1):  # an hour that comes twice has two names
        there = time.replace(tzinfo=local or UTC, fold=fold)
        if there.tzname() == zone:
            return there.utcoffset() or timedelta()
    if zone.upper() not in ZONES:
        raise NoTime(f"holds the zone {zone!r}, which may mean several")
    return timedelta(hours=ZONES[zone.upper()])
