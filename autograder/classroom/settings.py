"""The settings of a class, ``class.toml``: every value is checked, with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Literal, NoReturn
from zoneinfo import ZoneInfo, available_timezones

from autograder.errors import UserError
from autograder.grading.coordinator.lateness import LatePolicy
from autograder.grading.coordinator.rules import Dropped

SETTINGS = "class.toml"  #: its name in the class folder
TIME = "2027-01-31 23:59"  #: how a deadline is written
FIRST_YEAR, LAST_YEAR = 1900, 9900  #: of deadlines: all extensions of them are times, too

#: the exercises and questions of each chapter of the course, in the course's order
Contents = Mapping[str, Collection[str]]
Counting = Literal["last in time", "last"]


class SettingsError(UserError):
    """``class.toml`` cannot be used; the message says in which line, why, and what may be meant."""


@dataclass(frozen=True)
class Settings:
    """What an instructor decided for a class; a question is named ``chapter/question``."""

    name: str = ""
    gradebook: str = ""  #: the address of its database; none is the file in the class folder
    time_zone: tzinfo = UTC
    late: LatePolicy = field(default_factory=LatePolicy)
    deadlines: Mapping[str, datetime] = field(default_factory=dict)  #: in UTC
    counts: Counting = "last in time"  #: the version of a hand-in that is graded
    hidden: frozenset[str] = frozenset()  #: chapters that are neither released nor in the site
    solutions_shown: frozenset[str] = frozenset()  #: chapters whose solutions the site shows
    left_out: frozenset[str] = frozenset()  #: exercises without points
    dropped: Mapping[str, Dropped] = field(default_factory=dict)  #: questions, and as what
    bonus: frozenset[str] = frozenset()  #: questions that do not raise the maximum
    weights: Mapping[str, float] = field(default_factory=dict)  #: of chapters in the total
    best: int | None = None  #: so many chapters count, the best of a student; ``None``: all

    @classmethod
    def load(cls, class_folder: Path, contents: Contents) -> Settings | None:
        """The settings that a class folder keeps, ``None`` where it keeps none.

        ``contents`` is what the course has. Raises :class:`SettingsError`.
        """
        path = class_folder / SETTINGS
        if not path.exists():
            return None
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise SettingsError(f"{path} cannot be read: {why}") from error
        return _Reader(path, text, contents).settings()

    def moment(self, text: str) -> datetime:
        """The time (UTC) of ``text`` in the zone of the class. Raises :class:`ValueError`."""
        return _moment(text, self.time_zone)

    def shown(self, moment: datetime) -> str:
        """``moment`` as a person of the class would write it."""
        return f"{moment.astimezone(self.time_zone):%Y-%m-%d %H:%M}"


class _Reader:
    """One reading of the file ``path``."""

    def __init__(self, path: Path, text: str, contents: Contents) -> None:
        self.path, self.text, self.contents = path, text, contents
        self.questions = [f"{name}/{one}" for name, own in contents.items() for one in own]
        try:
            self.data = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # numbers and nests that nobody writes
            found = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", str(error))
            line, why = (found[2], found[1]) if found else (len(text.splitlines()), str(error))
            # TOML wants the seconds of a time that is not in quotes
            written = "".join(text.splitlines()[int(line) - 1 : int(line)])
            time = re.search(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?![\d:])", written)
            meant = f'; write the time in quotes, as "{TIME}"' if time else ""
            raise SettingsError(f"{path}:{line}: not understood: {why}{meant}") from error

    def settings(self) -> Settings:
        names = [name for name in Settings.__dataclass_fields__]
        for key in self.data:
            if key not in names:
                self.fail(f"there is no setting {key!r}{_meant(key, names)}", key)
        zone = self._time_zone()
        return Settings(
            name=self._text("name"),
            gradebook=self._gradebook(),
            time_zone=zone,
            late=self._late(),
            deadlines=self._deadlines(zone),
            counts=self._choice("counts", ("last in time", "last")),
            hidden=self._names("hidden", "chapter", self.contents),
            solutions_shown=self._names("solutions_shown", "chapter", self.contents),
            left_out=self._names("left_out", "exercise", self.questions),
            dropped=self._dropped(),
            bonus=self._names("bonus", "question", self.questions),
            weights=self._weights(),
            best=self._best(),
        )

    def fail(self, why: str, *key: str, value: str = "") -> NoReturn:
        raise SettingsError(f"{self.path}:{_line_of(self.text, key, value)}: {why}")

    def _text(self, key: str, default: str = "") -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str) or not value.isprintable():
            self.fail(f"{key} is a text on one line, in quotes", key)
        return value

    def _gradebook(self) -> str:
        text = self._text("gradebook")
        if not text.strip():
            return ""
        from autograder.release.database import address

        try:
            return address(text)
        except ValueError as error:  # with no word of it: there may be a password in it
            self.fail(f"the gradebook {error}", "gradebook")

    def _choice(self, key: str, choices: tuple[Counting, ...]) -> Counting:
        value = self._text(key, choices[0])
        for choice in choices:
            if value == choice:
                return choice
        self.fail(f"{key} is one of {_listed(choices)}, not {value!r}", key)

    def _time_zone(self) -> tzinfo:
        name = self._text("time_zone", "UTC")
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, LookupError):
            meant = _meant(name, available_timezones()) or "; write Europe/Berlin, for example"
            self.fail(f"there is no time zone {name!r}{meant}", "time_zone")

    def _late(self) -> LatePolicy:
        try:
            return LatePolicy.parse(self._text("late", "none"))
        except ValueError as error:
            self.fail(str(error), "late")

    def _deadlines(self, zone: tzinfo) -> dict[str, datetime]:
        times = {}
        for name, value in self._table("deadlines", "chapter", self.contents).items():
            try:
                times[name] = _moment(value, zone)
            except ValueError as error:
                self.fail(f"the deadline of {name} {error}", "deadlines", name)
        return times

    def _dropped(self) -> dict[str, Dropped]:
        table = self._table("dropped", "question", self.questions)
        for name, how in table.items():
            if how not in ("full", "absent"):
                self.fail(
                    f'a dropped question counts as "full" or "absent": {how!r}', *("dropped", name)
                )
        return table

    def _weights(self) -> dict[str, float]:
        table = self._table("weights", "chapter", self.contents)
        for name, weight in table.items():
            if not _is_number(weight) or not 0 <= weight < 1e6:
                self.fail(
                    f"the weight of {name} is a number, 0 or more, not {weight!r}",
                    *("weights", name),
                )
        return {name: float(weight) for name, weight in table.items()}

    def _best(self) -> int | None:
        value = self.data.get("best")
        counted = [name for name in self.contents if name not in self.data.get("hidden", ())]
        if isinstance(value, str) and (found := re.fullmatch(r"(\d{1,4}) of (\d{1,4})", value)):
            if int(found[2]) != len(counted):
                self.fail(f"best says {value!r}, and the class has {len(counted)} chapters", "best")
            value = int(found[1])
        if value is not None and (type(value) is not int or not 1 <= value <= len(counted)):
            self.fail(
                f"best is how many of the {len(counted)} chapters count, as {min(10, len(counted))}"
                f' or "{min(10, len(counted))} of {len(counted)}", not {value!r}',
                "best",
            )
        return value

    def _names(self, key: str, what: str, known: Collection[str]) -> frozenset[str]:
        values = self.data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            self.fail(f'{key} is a list of names: ["…", "…"]', key)
        for value in values:
            self._check_known(value, what, known, key, value=value)
        return frozenset(values)

    def _table(self, key: str, what: str, known: Collection[str]) -> dict[str, Any]:
        values = self.data.get(key, {})
        if not isinstance(values, dict):
            self.fail(f"{key} is a table: a line [{key}], and below it a line for each {what}", key)
        for name in values:
            if name in Settings.__dataclass_fields__:
                why = f"{name!r} stands below [{key}]; settings of the class stand above all tables"
                self.fail(why, key, name)
            self._check_known(name, what, known, key, name)
        return values

    def _check_known(
        self, name: str, what: str, known: Collection[str], *key: str, value: str = ""
    ) -> None:
        if name in known:
            return
        meant = _meant(name, known)
        if not meant and known is self.questions:
            meant = f"; it is written chapter/name, {self.questions[0]} for example"
        self.fail(f"the course has no {what} {name!r}{meant}", *key, value=value)


def _moment(value: Any, zone: tzinfo) -> datetime:
    """``value`` of TOML as a time in UTC. Raises :class:`ValueError` with why it is none."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip()) if len(value.strip()) > 10 else None
        except ValueError:
            value = None
    elif isinstance(value, date) and not isinstance(value, datetime):
        value = None
    if not isinstance(value, datetime):
        raise ValueError(f'is no time; write a day and a time of it, as "{TIME}"')
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"is not between the years {FIRST_YEAR} and {LAST_YEAR}")
    if value.tzinfo is not None:
        return value.astimezone(UTC)
    # of an hour that comes twice, the second
    time = value.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if time.astimezone(zone).replace(tzinfo=None) != value:
        later = value + timedelta(hours=1)
        raise ValueError(f'is left out when clocks go forward; write "{later:%Y-%m-%d %H:%M}"')
    return time


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _meant(name: str, known: Iterable[str]) -> str:
    """A proposal, where ``name`` looks like one of ``known``."""
    by_letters = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(name.casefold(), by_letters, n=1)
    return f"; do you mean {by_letters[close[0]]!r}?" if close else ""


def _listed(choices: Iterable[str]) -> str:
    return " or ".join(f'"{choice}"' for choice in choices)


def _line_of(text: str, key: tuple[str, ...], value: str) -> int:
    """The number of the line in which ``value``, or else ``key``, stands."""
    table: tuple[str, ...] = ()
    best, length = 1, 0
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        header = re.match(r"\s*\[+([^\[\]]+)\]", line)
        if header:
            table = _keys(header[1])
        assigned = re.match(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w-]+|\s*\.\s*)+?)\s*=", line)
        found = table + _keys(assigned[1]) if assigned and not header else table if header else ()
        if found and found == key[: len(found)] and len(found) > length:
            best, length = number, len(found)
    if value:
        for number, line in enumerate(lines[best - 1 :], best):
            if f'"{value}"' in line or f"'{value}'" in line:
                return number
    return best


def _keys(text: str) -> tuple[str, ...]:
    found = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", text)
    return tuple(next(filter(None, groups), "") for groups in found)
