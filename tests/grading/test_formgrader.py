"""nbgrader's formgrader in a real browser: it lists, shows and takes what the engine wrote."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import expect

from tests.conftest import SMALL
from tests.grading.class_support import auto_scores, change, grade, gradebook, make_class
from tests.grading.test_attached_pictures import PNG

TOKEN = "for-this-test"
PATIENCE = 120
EXTENSION = "{'nbgrader.server_extensions.formgrader': True}"


@contextmanager
def formgrader(classroom):
    """The address of a Jupyter server with the formgrader of this class."""
    with closing(socket.socket()) as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ip=localhost", f"--IdentityProvider.token={TOKEN}"]
    command += [f"--ServerApp.jpserver_extensions={EXTENSION}"]
    log = classroom.folder / "server.log"
    environment = os.environ | {"JUPYTER_CONFIG_DIR": str(classroom.folder / "jupyter")}
    with log.open("w") as file:
        server = subprocess.Popen(
            command, cwd=classroom.folder, stdout=file, stderr=file, env=environment
        )
    address = f"http://localhost:{port}"
    try:
        _wait(f"{address}/api", server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _wait(url, server, log):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"no server: {log.read_text()[-2000:]}")


@pytest.fixture
def page(browser):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        extra_http_headers={"Authorization": f"token {TOKEN}"},
    )
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def answer_with_a_picture(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
            cell["source"] = "![a dot](images/dot.png)"


def test_a_grade_given_in_the_formgrader_is_kept_when_we_grade_again(page, tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01", "student-04"})
    change(classroom, "student-04", answer_with_a_picture)
    (classroom.submitted / "student-04" / "line" / "images").mkdir()
    (classroom.submitted / "student-04" / "line" / "images" / "dot.png").write_bytes(PNG)
    grade(course, classroom)
    with gradebook(classroom) as book:
        submission = book.find_submission_notebook("line", "line", "student-04").id

    with formgrader(classroom) as address:
        # the list: both students with the scores we gave
        page.goto(f"{address}/formgrader/manage_submissions/line")
        row = page.locator("tr", has=page.get_by_text("student-04", exact=True))
        row.get_by_text("2 / 8", exact=True).wait_for()
        page.locator("tr", has=page.get_by_text("student-01", exact=True)).get_by_text(
            "6 / 8", exact=True
        ).wait_for()

        # one submission: the mistake is told, and the written answer waits for a grade
        page.goto(f"{address}/formgrader/submissions/{submission}/")
        assert page.get_by_text("the sign is flipped").count() > 0
        assert page.get_by_alt_text("a dot").evaluate("image => image.naturalWidth") == 1
        cell = page.locator(".nbgrader_cell", has=page.locator("#why_mean"))
        expect(cell.locator("input.score")).to_have_class(
            re.compile("needs_manual_grade"), timeout=30_000
        )
        points, comment = cell.locator("input.score"), cell.locator("textarea.comment")
        with page.expect_response(lambda r: "/api/grade/" in r.url and r.request.method == "PUT"):
            points.fill("1.5")
            points.press("Tab")
        with page.expect_response(lambda r: "/api/comment/" in r.url and r.request.method == "PUT"):
            comment.fill("Say why.")
            comment.press("Tab")

        assert [one.handed_in.id for one in grade(course, classroom, force=True)]

        page.reload()
        expect(points).to_have_value("1.5", timeout=30_000)
        expect(comment).to_have_value("Say why.", timeout=30_000)
        page.goto(f"{address}/formgrader/manage_submissions/line")
        row.get_by_text("3.5 / 8", exact=True).wait_for()
    assert auto_scores(classroom, "student-04")["why_mean"] is None
