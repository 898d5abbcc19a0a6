"""The same gradebook in a file and on a PostgreSQL server, also for two who write at once."""

import functools
import threading
from datetime import datetime, timedelta

import pytest
from nbgrader import dbutil
from nbgrader.api import Gradebook
from sqlalchemy import event, inspect, text
from sqlalchemy.exc import OperationalError

from autograder.grading.coordinator.by_hand import Given, read_by_hand, write_by_hand
from autograder.grading.coordinator.gradebook import INDEXED, Assessment, GradebookWriter
from autograder.grading.coordinator.lateness import LatePolicy
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.parts import read_entries
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.tables import SCHEMA, GradebookError
from autograder.release import Classroom
from autograder.release.database import engine_of, with_driver
from tests.conftest import SMALL
from tests.released import POINTS, release_rows

DUE = datetime(2027, 1, 31, 23, 59)
RULES = Rules(LatePolicy.parse("10% a day"), due={"line": DUE})


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """Where the gradebook of a class may be."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'shared.db'}"
    return with_driver(request.getfixturevalue("postgresql").database())


def class_at(address, folder):
    Classroom.create(folder, SMALL)
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text() + f"c.CourseDirectory.db_url = {address!r}\n")
    return Classroom.open(folder)


@pytest.fixture
def classroom(address, tmp_path):
    """A class folder; the chapter ``line`` was released: 2 and 4 points, and 2 by hand."""
    classroom = class_at(address, tmp_path / "class")
    release_rows(classroom, "line")
    return classroom


def assessed(student="ada", mse=2.0, when=DUE, why=None, **others):
    scores = {"check_mse": mse, "check_mse_gradient": 4.0, "why_mean": why}
    return Assessment(student, "line", scores, frozenset(), when, **others)


def write(classroom, *assessments, rules=RULES):
    """Enter them as a run of grading does; returns what each was told, by student."""
    told = {}
    with GradebookWriter(classroom, rules) as writer:
        writer.checksums("line", POINTS)
        for one in assessments:
            with writer.enter(one) as entered:
                told[one.student] = entered
        if rules is not None:
            students = {one.student for one in assessments}
            told |= dict(writer.bring_up_to_date("line", students, POINTS))
    return told


def kept(classroom, student):
    """The mark as nbgrader itself computes it."""
    coursedir = classroom.nbgrader().coursedir
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        [found] = [one for one in book.submission_dicts("line") if one["student"] == student]
        submission = book.find_submission("line", student)
        assert found["score"] == submission.score
        return submission.score - submission.late_submission_penalty, submission.max_score


def all_say(classroom, student, mark, most=8.0, rules=RULES):
    with GradebookWriter(classroom, rules) as writer:
        told = dict(writer.bring_up_to_date("line", {student}, POINTS))[student]
    stands = read_marks(classroom, rules)[student, "line"]
    parts = read_entries(classroom).parts[student, "line"]
    assert told.mark == stands.mark == mark
    assert told.max_score == stands.max_score == sum(part.most for part in parts.values()) == most
    assert sum(part.points for part in parts.values()) - told.penalty == mark
    assert kept(classroom, student) == (mark, most)
    assert list(told.scores) == list(POINTS)  # in an order that no database decides


def test_one_number_whatever_decides_it(classroom):
    write(classroom, assessed(when=DUE + timedelta(days=1, hours=1)), assessed("kurt", 0.0))
    all_say(classroom, "ada", 6 - 6 * 0.2)
    all_say(classroom, "kurt", 4)

    before = {("ada", "why_mean"): (Given(None), Given(1.5, "Nicely put."))}
    assert write_by_hand(classroom, "line", before) == {}
    assert write_by_hand(classroom, "line", before).keys() == before.keys()  # it stands there
    assert read_by_hand(classroom, "line")["ada", "why_mean"].given == Given(1.5, "Nicely put.")
    all_say(classroom, "ada", 7.5 - 7.5 * 0.2)

    # graded again: what was given by hand stays, and is asked for again where the answer changed
    told = write(classroom, assessed(mse=1.0, when=DUE, changed=frozenset({"why_mean"})))
    assert told["ada"].mark == 6.5 and told["ada"].outdated == ("why_mean",)
    all_say(classroom, "ada", 6.5)


def test_rules_that_come_and_go_leave_what_stood_there(classroom):
    write(classroom, assessed(when=DUE + timedelta(hours=1)), assessed("kurt", 0.0))
    dropped = {"line": {"check_mse": "full", "why_mean": "absent"}}
    rules = Rules(RULES.late, RULES.due, dropped=dropped)
    all_say(classroom, "kurt", 6, most=6, rules=rules)
    all_say(classroom, "ada", 6 - 0.6, most=6, rules=rules)
    later = Rules(RULES.late, RULES.due, own={("ada", "line"): DUE + timedelta(days=2)})
    all_say(classroom, "ada", 6, rules=later)
    all_say(classroom, "kurt", 4)
    assert read_marks(classroom, RULES)["kurt", "line"].needs_manual


def at_once(*works):
    """Run all of them in threads that begin together; raises the first error of any."""
    together, errors = threading.Barrier(len(works)), []

    def run(work):
        try:
            together.wait(30)
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    if errors:
        raise errors[0]


def test_two_graders_at_once(classroom, address, tmp_path):
    """Of two class folders, the same students in another order: each row is there once."""
    students = [f"student-{number:02d}" for number in range(12)]
    marks = {student: number % 3 for number, student in enumerate(students)}
    ones = [assessed(student, float(mark), why=0.0) for student, mark in marks.items()]
    other = class_at(address, tmp_path / "other")
    at_once(
        lambda: write(classroom, *ones),
        lambda: write(other, *reversed(ones)),
    )
    found = read_marks(other, RULES)
    assert {student: mark.mark for (student, _), mark in found.items()} == {
        student: mark + 4 for student, mark in marks.items()
    }
    with other.reading() as connection:
        for table, rows in {
            "student": 12,
            "submitted_assignment": 12,
            "submitted_notebook": 12,
            "grade": 36,
            "comment": 36,
        }.items():
            query = text(f"SELECT count(*) FROM {table}")
            assert connection.execute(query).scalar_one() == rows, table


def test_two_who_open_an_empty_gradebook_at_once(address, tmp_path):
    rooms = [class_at(address, tmp_path / name) for name in ("one", "two")]
    if address.startswith("sqlite"):  # nbgrader itself makes the file, and lets nobody wait
        rooms[0].prepare()

    def open_it(room):
        with GradebookWriter(room, RULES):
            pass

    at_once(*(functools.partial(open_it, room) for room in rooms))
    with rooms[0].reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1


def test_nobody_marks_by_hand_what_is_just_being_graded(classroom):
    """Else a mark that comes between reading and writing would count as not given."""
    write(classroom, assessed())
    mark = text("UPDATE grade SET manual_score = 1, needs_manual_grade = false")
    wait = {"sqlite": "PRAGMA busy_timeout = 1", "postgresql": "SET lock_timeout = 1"}
    with GradebookWriter(classroom, RULES) as writer:
        writer.checksums("line", POINTS)
        with writer.enter(assessed(mse=1.0)), classroom.reading() as connection:
            connection.execute(text(wait[connection.dialect.name]))
            with pytest.raises(OperationalError, match="lock"):
                connection.execute(mark)
    with classroom.writing() as connection:
        connection.execute(mark)
    assert not read_marks(classroom, RULES)["ada", "line"].needs_manual


def test_nothing_is_written_where_the_pages_cannot_be(classroom):
    with GradebookWriter(classroom, RULES) as writer:
        writer.checksums("line", POINTS)
        with pytest.raises(OSError), writer.enter(assessed()):
            raise OSError("no space left")
    assert read_marks(classroom, RULES) == {}


def test_a_name_that_has_no_room(classroom):
    name = "s" * 200
    if classroom.db_url.startswith("sqlite"):
        assert write(classroom, assessed(name))[name].mark == 6
        return
    with GradebookWriter(classroom, RULES) as writer:
        writer.checksums("line", POINTS)
        with pytest.raises(GradebookError, match="longer than 128"), writer.enter(assessed(name)):
            pass
    assert write(classroom, assessed())["ada"].mark == 6  # and nobody else is held up


#: of a size that the course decides, whatever the class
SMALL_TABLES = ("assignment", "notebook", "base_cell", "grade_cell", "source_cell")


def test_no_whole_table_is_read_for_one_grade(tmp_path):
    """What a grade costs is the same among a hundred and among a hundred thousand."""
    classroom = class_at(f"sqlite:///{tmp_path / 'shared.db'}", tmp_path / "class")
    release_rows(classroom, "line")
    rules = Rules(RULES.late, RULES.due, dropped={"line": {"check_mse": "full"}})
    write(classroom, assessed(), rules=rules)
    with classroom.writing() as connection:  # as somebody's tool does, while there are few rows
        connection.execute(text("ANALYZE"))
    asked = []

    def note(_connection, _cursor, statement, values, _context, many):
        asked.append((statement, values[0] if many else values))

    with GradebookWriter(classroom, rules) as writer:
        writer.checksums("line", POINTS)
        event.listen(writer.engine, "before_cursor_execute", note)
        for student in ("ada", "kurt", "ada"):
            with writer.enter(assessed(student)):
                pass
        event.remove(writer.engine, "before_cursor_execute", note)
        with writer.engine.connect() as connection:
            plans = [
                (statement, row.detail)
                for statement, values in asked
                if statement.startswith(("SELECT", "UPDATE", "DELETE"))
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            ]
    assert any("autograder_waived" in plan for _, plan in plans)
    whole = [one for one in plans if one[1].startswith("SCAN")]
    assert [one for one in whole if one[1].split()[1] not in SMALL_TABLES] == []


#: nbgrader's tables as they were before there were courses; its own way to there and back
#: fails on a server where there are assignments, with and without indexes
OLDER = {
    "sqlite": (
        "CREATE TABLE before AS SELECT id, name, duedate FROM assignment",
        "DROP TABLE assignment",
        "ALTER TABLE before RENAME TO assignment",
    ),
    "postgresql": ("ALTER TABLE assignment DROP COLUMN course_id",),
}


def test_nbgrader_upgrades_its_tables_with_our_indexes_on_them(address, tmp_path):
    classroom = class_at(address, tmp_path / "class")
    with GradebookWriter(classroom, RULES):
        pass
    with classroom.writing() as connection:
        for statement in (
            *OLDER[connection.dialect.name],
            "DROP TABLE course",
            "UPDATE alembic_version SET version_num = '282d30a0218e'",
        ):
            connection.execute(text(statement))
    dbutil.upgrade(classroom.db_url)
    engine = engine_of(classroom.db_url)
    found = inspect(engine)
    for column in INDEXED:
        names = {index["name"] for index in found.get_indexes(column.table.name)}
        assert f"ix_{column.table.name}_{column.name}" in names
    with engine.connect() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    engine.dispose()
    assert version == SCHEMA
    release_rows(classroom, "line")
    assert write(classroom, assessed(mse=1.0))["ada"].mark == 5
