"""What students hand in stays in the class folder, and one of them can be taken out of it.

To the last byte, and nobody else is touched.
"""

import csv
import io
import json
import os
import shutil
import sqlite3
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from autograder.classroom.forgetting import forget as forgetting
from autograder.classroom.forgetting.places import files, found, unnamed
from autograder.classroom.forgetting.whom import Whom
from autograder.classroom.roster import Roster, RosterError, Student
from autograder.cli import app
from autograder.errors import UserError
from autograder.grading.coordinator.by_hand import Given, read_by_hand, write_by_hand
from autograder.release.revise import back_up
from tests.classroom import watched
from tests.classroom.typed import LATE, ON_TIME, Class, make_class
from tests.conftest import SMALL

ADA, KURT = ON_TIME, LATE
CODE, PROSE, COMMENT = "secret_of_ada", "prose-of-ada-4711", "comment-on-ada-0815"
#: whatever may tell of her; names in any case, and as JSON and archives of Canvas write them
TELLING = [ADA, "ada lovelace", "lovelace, ada", "lovelaceada", "lovelace", "ada@example.org"]
TELLING += [CODE, PROSE, COMMENT]


#: whom a process may speak to: itself
HERE = {"here", "127.0.0.1", "::1", "localhost"}
#: is set while the class below is made
watching = []


def with_markers(path, code, prose):
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("solution"):
            is_code = cell["cell_type"] == "code"
            source = "".join(cell["source"])  # an error that shows what is in the line
            cell["source"] = f"{source}\nraise ValueError('{code}')" if is_code else prose
    path.write_text(json.dumps(notebook))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A class with something of Ada in every place, by the commands that write there.

    Beside it: ``said`` on the screen, ``log`` of :mod:`watched`, and the ``temporary`` files.
    """
    folder = tmp_path_factory.mktemp("privacy") / "class"
    temporary, hooks = folder.with_name("temporary"), folder.with_name("hooks")
    temporary.mkdir(), hooks.mkdir()
    log = folder.with_name("log")
    source = Path(watched.__file__).read_text()
    (hooks / "sitecustomize.py").write_text(f"{source}\n\nwatch({str(log)!r})\n")
    watched.watch(log, lambda: folder in watching)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(hooks), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("TMPDIR", str(temporary))
        patch.setattr(tempfile, "tempdir", None)
        watching.append(folder)
        said = "".join(a_term(folder))
        watching.remove(folder)
    folder.with_name("said").write_text(said)
    return folder


def a_term(folder):
    """Type all commands that write something; yields what they say."""
    term = make_class(folder, ADA, KURT)
    submitted, download = folder / "submitted", folder.parent / "download.zip"
    with_markers(submitted / ADA / "line" / "line.ipynb", CODE, PROSE)
    with zipfile.ZipFile(download, "w") as archive:
        for id, who, number in ((ADA, "Ada Lovelace", 31), (KURT, "Kurt Gödel", 32)):
            path = submitted / id / "line" / "line.ipynb"
            archive.write(path, f"{who}_{number}_assignsubmission_file_/line.ipynb")
            shutil.rmtree(submitted / id)
        stranger = "A friend of Ada Lovelace_77_assignsubmission_file_/line.ipynb"
        archive.writestr(stranger, b"{}")
    yield term.run("collect", str(download))
    yield term.run("extend", ADA, "line", "--days", "3")
    yield term.run("extend", KURT, "line", "--days", "2")
    yield term.run("grade", "--sandbox", "none", "-j", "1", "--run-all")
    classroom = term.classroom
    question = ADA, "why_mean"
    before = read_by_hand(classroom, "line")[question].given
    written = write_by_hand(classroom, "line", {question: (before, Given(1.0, COMMENT))})
    assert written == {}
    yield term.run("grade", "--sandbox", "none", "-j", "1", "--run-all")
    for form in ("csv", "json", "moodle"):
        yield term.run("export", "--to", form)
    canvas = folder.parent / "canvas.csv"
    canvas.write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,line (7)\n    Points Possible,,,,,8\n"
        f'"Lovelace, Ada",501,{ADA},ada@example.org,A,\n"Gödel, Kurt",502,{KURT},,A,\n'
    )
    yield term.run("export", "--to", "canvas", "--canvas-file", str(canvas))
    yield term.run("feedback", "--pack", "moodle")
    yield term.run("mark", "--sheet")
    yield term.run("status", "--all") + term.run("changes", "--all")
    assert back_up(classroom.db_url, classroom.state)
    (classroom.state / "formgrader.log").write_text(f"404 /formgrader/x/{ADA}\nready\n")


@pytest.fixture
def term(whole, tmp_path):
    shutil.copytree(whole, tmp_path / "class", symlinks=True)
    return Class(tmp_path / "class")


def typed(term, *args, input=None):
    options = ["--class", str(term.folder), "--course", str(SMALL)]
    return CliRunner().invoke(app, [*args, *options], input=input, standalone_mode=False)


def telling(folder):
    """Every file that tells of her: in its name, a byte, a free page, an entry of an archive."""
    names = {path: path.relative_to(folder).as_posix() for path in files(folder)}
    return {name for path, name in names.items() if tells(path) or of_her(name.encode())}


def tells(path):
    contents = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            contents += [archive.read(name) + name.encode() for name in archive.namelist()]
    return any(map(of_her, contents))


def of_her(content):
    return any(word.encode() in content.lower() for word in TELLING)


def rows(database):
    with sqlite3.connect(database) as connection:
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        names = [name for (name,) in tables if not name.startswith("sqlite_")]
        return {name: set(connection.execute(f"select * from {name}")) for name in names}


def noted(whole, what):
    lines = whole.with_name("log").read_text().splitlines()
    return {whom for kind, _, whom in (line.partition("\t") for line in lines) if kind == what}


def test_grading_speaks_to_nobody(whole):
    assert noted(whole, "spoke") | noted(whole, "asked") <= HERE


def test_nothing_of_her_is_written_elsewhere(whole):
    wrote = {Path(path) for path in noted(whole, "wrote")}
    inside = {path for path in wrote if path.is_relative_to(whole)}
    assert whole / "gradebook.db" in inside and len(inside) > 20  # it was looked at
    assert not [path for path in whole.with_name("temporary").rglob("*") if path.is_file()]
    given = {whole.with_name(name) for name in ("download.zip", "canvas.csv", "export.csv")}
    elsewhere = [path for path in wrote - inside - given if path.is_file()]
    assert [path for path in elsewhere if tells(path)] == []


def test_no_answer_is_on_the_screen_or_in_a_log(whole):
    """Names of students are in the notes, and on the screen, since these are about them."""
    written = [*whole.rglob("*.log"), *whole.rglob("*.jsonl"), whole / "grading_notes.txt"]
    written += [whole / ".autograder" / name for name in ("changes.json", "collecting_notes.json")]
    said = whole.with_name("said").read_text() + "".join(path.read_text() for path in written)
    assert ADA in said
    assert not any(text in said for text in (CODE, PROSE, COMMENT))


def test_nobody_else_on_the_machine_may_look(whole):
    assert stat.S_IMODE(whole.stat().st_mode) == 0o700
    given = whole / "release"  # it is handed out
    open_to = [path for path in files(whole, ()) if path.stat().st_mode & 0o077]
    assert [path for path in open_to if not path.is_relative_to(given)] == []


def test_a_folder_that_was_opened_is_closed_again_and_a_group_keeps_its_rights(term):
    term.folder.chmod(0o2775)
    assert "was open to everybody on this machine, and is closed now" in term.run("status")
    assert stat.S_IMODE(term.folder.stat().st_mode) == 0o2770
    assert "open to everybody" not in term.run("status")


def test_the_class_tells_of_her_everywhere(whole):
    """Else the tests below could not fail."""
    places = {place.pattern: path for place, path in found(whole) if place.holds and path.exists()}
    told = telling(whole)
    for pattern, path in places.items():
        where = path.relative_to(whole).as_posix()
        assert any(one == where or one.startswith(f"{where}/") for one in told), pattern
    assert {"sheets/line-why_mean.csv", "sheets/line-why_mean.html"} <= told
    assert ".autograder/gradebook-1.db" in told and "exports/feedback-line-moodle.zip" in told


def test_not_a_byte_of_her_is_left(term):
    whom = forgetting.whom(term.classroom, Roster.load(term.folder), ADA)
    pseudonym = whom.pseudonym("line", "why_mean").encode()
    assert any(pseudonym in path.read_bytes() for path in files(term.folder))
    result = typed(term, "forget", "ada lovelace", "--yes")
    assert result.exit_code == 0, result
    assert telling(term.folder) == set()
    assert not any(pseudonym in path.read_bytes() for path in files(term.folder))
    assert "gradebook.db" in result.output and "is forgotten" in result.output


def test_everybody_else_is_as_before(whole, term):
    assert typed(term, "forget", ADA, "--yes").exit_code == 0
    for path in files(whole, ()):
        where = path.relative_to(whole)
        name, other = where.as_posix(), term.folder / where
        if f"/{ADA}/" in name or name.endswith((".zip", "line-why_mean.html", "lock")):
            continue
        before, after = path.read_bytes(), other.read_bytes()
        if name.endswith(".db"):
            continue
        if name.endswith((".json", ".ipynb")):
            assert before.count(KURT.encode()) == after.count(KURT.encode()), name
            continue
        lines = before.splitlines(keepends=True)
        gone = set(lines) - set(after.splitlines(keepends=True))
        assert after == b"".join(line for line in lines if line not in gone), name
        assert not any(KURT.encode() in line or b"Kurt" in line for line in gone), name
    for book in ("gradebook.db", ".autograder/gradebook-1.db"):
        before, after = rows(whole / book), rows(term.folder / book)
        assert before.keys() == after.keys()
        hers = {id for id, _, student, *_ in before["submitted_assignment"] if student == ADA}
        of_hers = {id for id, one, *_ in before["submitted_notebook"] if one in hers}
        assert len(hers) == len(of_hers) == 1
        for table, there in before.items():
            left = {row for row in there if not {ADA, *hers, *of_hers} & set(row)}
            assert after[table] == left, table


def test_all_goes_on_without_her(term):
    assert typed(term, "forget", "ADA@example.org", "--yes").exit_code == 0
    said = term.run("grade", "--sandbox", "none", "-j", "1", "--run-all")
    said += term.run("status", "--all") + term.run("changes", "--all")
    said += term.run("export", "--to", "csv") + term.run("mark", "--sheet")
    said += term.run("feedback", "--pack", "moodle")
    assert KURT in said and not any(word in said.lower() for word in TELLING)
    assert telling(term.folder) == set()
    table = csv.DictReader(io.StringIO((term.folder / "exports/marks.csv").read_text("utf-8-sig")))
    assert [row["student"] for row in table] == ["out of", KURT, "student-99"]


@pytest.mark.parametrize("after", [0, 5, 13])
def test_what_was_interrupted_is_completed(term, after):
    whom = forgetting.whom(term.classroom, Roster.load(term.folder), ADA)
    steps = forgetting.plan(term.classroom, whom)
    assert len(steps) > 13
    doing = forgetting.forget(term.classroom, whom, steps)
    for _ in range(after):
        next(doing)
    if not after:  # the note is there, and nothing else is done
        steps[0] = None
        with pytest.raises(AttributeError):
            next(doing)
    assert "was interrupted" in term.run("status")
    with pytest.raises(UserError, match=f"removal of {ADA} was interrupted"):
        term.run("forget", KURT, "--yes")
    assert typed(term, "forget", ADA, "--yes").exit_code == 0
    assert telling(term.folder) == set()
    assert "was interrupted" not in term.run("status")


def test_rows_that_went_before_are_gone_from_the_file_too(term):
    """SQLite only marks a deleted row as free: its bytes stay."""
    with sqlite3.connect(term.folder / "gradebook.db") as connection:
        connection.execute("pragma secure_delete = off")
        connection.execute("delete from comment where manual_comment = ?", (COMMENT,))
    assert COMMENT.encode() in (term.folder / "gradebook.db").read_bytes()
    assert typed(term, "forget", ADA, "--yes").exit_code == 0
    assert telling(term.folder) == set()


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("student-40", f"no student 'student-40' in roster.csv; do you mean {ADA} (Ada Lovelace)?"),
        ("Grace Hopper", "no student 'Grace Hopper' in roster.csv"),
    ],
)
def test_an_unknown_student_is_one_sentence(term, who, says):
    result = typed(term, "forget", who, "--yes")
    assert isinstance(result.exception, RosterError)
    assert str(result.exception).startswith(says)


def test_it_asks_and_no_is_no(whole, term):
    for answer in ("n\n", ""):
        result = typed(term, "forget", ADA, input=answer)
        assert isinstance(result.exception, UserError)
        assert "nothing was removed" in str(result.exception)
    assert f"submitted/{ADA}" in result.output
    assert telling(term.folder) == telling(whole)


def test_who_is_not_in_the_roster_is_known_by_the_folder(term):
    for name in ("submitted", "autograded"):
        shutil.copytree(term.folder / name / KURT, term.folder / name / "guest-7")
    assert typed(term, "forget", "guest-7", "--yes").exit_code == 0
    assert not list(term.folder.rglob("guest-7"))
    assert (term.folder / "submitted" / KURT).is_dir()


def test_what_others_and_the_instructor_wrote_of_her_is_told(term):
    mine = term.folder / "notes" / "talks.txt"
    mine.parent.mkdir()
    mine.write_text("Talked with Ada Lovelace on Monday.\n")
    with_markers(term.folder / "submitted" / KURT / "line" / "line.ipynb", "x", f"with {ADA}")
    said = typed(term, "forget", ADA, "--yes").output
    assert "notes/talks.txt names them; look at it yourself" in said
    assert f"submitted/{KURT}/line/line.ipynb names them" in said
    assert mine.read_text() == "Talked with Ada Lovelace on Monday.\n"


def test_every_file_of_a_class_folder_has_its_place(whole):
    assert unnamed(whole) == []
    (stranger := Path(whole, ".autograder", "new_cache.bin")).touch()
    assert unnamed(whole) == [stranger]
    stranger.unlink()


def test_the_last_student_leaves_no_roster_without_students(term):
    for one in Roster.load(term.folder):
        assert typed(term, "forget", one.id, "--yes").exit_code == 0
    assert not (term.folder / "roster.csv").exists()
    assert "line" in term.run("status")


HEADINGS = ["Student", "ID", "SIS User ID", "Email"]
WHOM = Whom(
    Student("17", "Ada", "Lovelace", "ada@x.org", "", {"canvas_id": "501", "sis_user_id": "17"}),
    frozenset({"18"}),
)


@pytest.mark.parametrize(
    ("row", "is_hers"),
    [
        (["Lovelace, Ada", "501", "17", "ada@x.org"], True),
        (["Lovelace, Ada", "", "", ""], True),
        (["Ada King", "501", "", ""], True),
        (["Ada Lovelace", "777", "", ""], False),  # her namesake
        (["Kurt", "17", "", ""], False),  # his number at Canvas is her number at school
        (["Kurt", "18", "501", ""], False),
        (["Bea", "502", "18", "ada@x.org"], False),  # an address that two of them share
    ],
)
def test_a_row_is_hers_by_an_id_and_only_without_one_by_the_name(row, is_hers):
    assert WHOM.is_row(HEADINGS, row) is is_hers


@pytest.mark.parametrize(
    ("line", "is_hers"),
    [
        ("17/line: there is no timestamp.txt", True),
        ("18/line: 17 of its cells are new", False),
        ("170/line: x", False),
        ("download.zip: Ada Lovelace_31_assignsubmission_file_/a.docx: no notebook", True),
        ("download.zip: lovelaceada_501_900_line.ipynb: x", True),
        ("18/line: found in the folder of ada@x.org", False),  # told, and left to a person
        ("download.zip: Ada Lovelacenko: x", False),
    ],
)
def test_a_note_is_about_her_by_its_hand_in_or_by_her_name(line, is_hers):
    assert WHOM.is_line(line) is is_hers
