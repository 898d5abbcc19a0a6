"""Every version is kept; the last one before the student's own deadline counts."""

from datetime import UTC, datetime, timedelta

import pytest

from autograder.classroom.collecting.hand_ins import HandIn
from autograder.classroom.collecting.versions import Shelf, that_counts
from autograder.grading.coordinator.marks import Deadline
from autograder.release import Classroom

DUE = datetime(2027, 1, 31, 23, 59)
HOUR = timedelta(hours=1)
DEADLINE = Deadline(DUE)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(Classroom(tmp_path), "ada", "line")


def hand_in(text, handed_in=None, seen=DUE + 24 * HOUR, **more):
    files = {"line.ipynb": text.encode(), "img/a.png": b"PNG"}
    return HandIn("ada", "line", files, "download.zip", seen, handed_in, **more)


def submitted(shelf):
    return (shelf.submitted / "line.ipynb").read_text()


def stamp(shelf):
    path = shelf.submitted / "timestamp.txt"
    return path.read_text() if path.exists() else None


def settle(shelf, deadline=DEADLINE, is_last=False):
    return shelf.put(that_counts(shelf.versions, deadline, is_last), deadline)


def test_a_hand_in_lies_where_grading_looks_for_it_with_its_time(shelf):
    assert shelf.add(hand_in("first", DUE - HOUR)) is not None
    assert settle(shelf)
    assert submitted(shelf) == "first"
    assert (shelf.submitted / "img" / "a.png").read_bytes() == b"PNG"
    assert stamp(shelf) == "2027-01-31 22:59:00.000000 UTC\n"
    assert sorted(path.name for path in shelf.submitted.iterdir()) == [
        "img",
        "line.ipynb",
        "timestamp.txt",
    ]


def test_twice_changes_nothing(shelf, tmp_path):
    shelf.add(hand_in("first", DUE - HOUR))
    settle(shelf)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = Shelf(Classroom(tmp_path), "ada", "line")
    assert again.add(hand_in("first", DUE - HOUR)) is None
    assert not settle(again)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


# by hours from the deadline in the order of collecting; which one counts, which one with a day more
@pytest.mark.parametrize(
    ("hours", "counts", "extended"),
    [
        ([-2, -1], 1, 1),
        ([-1, -2], 0, 0),  # an older download collected later
        ([-1, 1], 0, 1),
        ([-1, 1, 30], 0, 1),
        ([1, 2], 1, 1),  # late anyhow
        ([0], 0, 0),
    ],
)
def test_the_last_before_the_own_deadline_counts(shelf, hours, counts, extended):
    for number, hour in enumerate(hours):
        shelf.add(hand_in(str(number), DUE + hour * HOUR))
    settle(shelf)
    assert submitted(shelf) == str(counts)
    settle(shelf, Deadline(DUE, timedelta(days=1)))
    assert submitted(shelf) == str(extended)
    settle(shelf)
    assert submitted(shelf) == str(counts)
    settle(shelf, is_last=True)
    assert submitted(shelf) == str(hours.index(max(hours)))
    assert len(shelf.versions) == len(hours)


def test_without_a_time_what_was_downloaded_before_the_deadline_is_on_time(shelf):
    shelf.add(hand_in("early", seen=DUE - HOUR, is_bound=True))
    settle(shelf)
    assert stamp(shelf) == "2027-01-31 22:59:00.000000 UTC\n"
    shelf.add(hand_in("nobody knows", seen=DUE + HOUR, is_bound=True))
    settle(shelf)
    assert (submitted(shelf), stamp(shelf)) == ("nobody knows", None)


def test_what_canvas_calls_late_is_late_by_a_second(shelf):
    shelf.add(hand_in("first", seen=DUE - HOUR, is_bound=True))
    shelf.add(hand_in("second", seen=DUE + HOUR, is_bound=True, is_late=True))
    settle(shelf)
    assert submitted(shelf) == "first"
    settle(shelf, is_last=True)
    assert (submitted(shelf), stamp(shelf)) == ("second", "2027-01-31 23:59:01.000000 UTC\n")


def test_the_same_download_again_is_known_and_a_change_back_is_new(shelf):
    def download(text, day):
        return shelf.add(hand_in(text, seen=DUE + timedelta(days=day), is_bound=True))

    assert download("a", 1)
    assert not download("a", 1) and not download("a", 2)
    assert download("b", 3)
    assert not download("a", 1) and not download("b", 3)
    assert download("a", 4)  # handed in once more
    settle(shelf)
    assert submitted(shelf) == "a"


def test_a_time_that_becomes_known_takes_the_place_of_none(shelf):
    shelf.add(hand_in("a", seen=DUE + HOUR, is_bound=True))
    shelf.add(hand_in("a", DUE - HOUR, seen=DUE + HOUR, is_bound=True))
    assert [version.handed_in for version in shelf.versions] == [DUE - HOUR]


def test_what_was_kept_and_never_put_there_is_put_there_by_the_next_run(shelf):
    shelf.add(hand_in("a", seen=DUE + HOUR, is_bound=True))
    assert stamp(shelf) is None and shelf.may_change(DEADLINE)  # a run was killed just then
    settle(shelf)
    assert submitted(shelf) == "a" and not shelf.may_change(DEADLINE)


def test_what_somebody_put_there_by_hand_is_kept_and_stays_until_something_newer_comes(shelf):
    shelf.add(hand_in("first", DUE - HOUR))
    settle(shelf)
    assert not shelf.adopt(None)
    (shelf.submitted / "line.ipynb").write_text("by hand")
    assert shelf.adopt(None) and not shelf.adopt(None)
    settle(shelf)
    assert submitted(shelf) == "by hand"
    assert shelf.add(hand_in("first", DUE - HOUR)) is None
    settle(shelf)
    assert submitted(shelf) == "by hand"
    shelf.add(hand_in("second", DUE))
    settle(shelf)
    assert submitted(shelf) == "second"
    kept = {(version.folder / "line.ipynb").read_text() for version in shelf.versions}
    assert kept == {"first", "by hand", "second"}


def test_versions_are_found_again(shelf, tmp_path):
    now = datetime.now(UTC).replace(tzinfo=None)
    shelf.add(hand_in("a", DUE - HOUR, is_late=True))
    shelf.add(hand_in("b", seen=now, is_bound=True))
    assert Shelf(Classroom(tmp_path), "ada", "line").versions == shelf.versions
