"""`autograder doctor` shows what held and what did not, and its exit status says so."""

import pytest
from typer.testing import CliRunner

from autograder import cli, doctor
from autograder.doctor import ROLES, Finding, Section
from autograder.grading.judge import sandbox as sandbox_module
from autograder.grading.judge.break_in import Probe
from autograder.grading.judge.sandbox import SandboxError

INSTRUCTORS = next(role for role in ROLES if role.name == "instructors")
EVERYONE = Section(ROLES[0], True, (Finding("numpy", "2.4"),))
HELD = Probe("no network", "connect")


def run(monkeypatch, probes=(), reason="", sections=None):
    sections = sections or [EVERYONE, Section(INSTRUCTORS, True, (Finding("nbgrader", "0.9.6"),))]
    monkeypatch.setattr(doctor, "examine", lambda: sections)
    monkeypatch.setattr(doctor, "isolation", lambda: (list(probes), reason))
    monkeypatch.setattr(cli.console, "width", 120)
    return CliRunner().invoke(cli.app, ["doctor"])


def test_all_held(monkeypatch):
    result = run(monkeypatch, [HELD, Probe("no rights", "mount")])
    assert result.exit_code == 0
    assert result.stdout.count("held") == 2


def test_one_is_broken(monkeypatch):
    result = run(monkeypatch, [HELD, Probe("no rights", "mount", "[b]a mount")])
    assert result.exit_code == 1
    assert "broken: [b]a mount" in result.stdout


def test_no_sandbox_stops_an_instructor_and_names_the_remedy(monkeypatch):
    """`autograder doctor && autograder grade` must not go on."""
    monkeypatch.setattr(doctor, "remedies", lambda: ["as root: sysctl -w a.b=[1]"])
    result = run(monkeypatch, [], "bubblewrap does not start")
    assert result.exit_code == 1
    assert "cannot be shut in here: bubblewrap does not start" in result.stdout
    assert "as root: sysctl -w a.b=[1]" in result.stdout


def test_what_others_need_is_not_missing_from_a_students_machine(monkeypatch):
    def isolation():
        raise AssertionError("a student has no sandbox to try")

    sections = [EVERYONE, Section(INSTRUCTORS, False, (Finding("nbgrader", None, "pip"),))]
    monkeypatch.setattr(doctor, "examine", lambda: sections)
    monkeypatch.setattr(doctor, "isolation", isolation)
    result = CliRunner().invoke(cli.app, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "missing" not in result.stdout
    assert "instructors: not set up here" in result.stdout


@pytest.mark.parametrize("section", [ROLES[0], INSTRUCTORS])
def test_what_one_needs_oneself_is_missing(monkeypatch, section):
    missing = Section(section, True, (Finding("rich", None, "pip install '.[b]'"),))
    result = run(monkeypatch, [HELD], sections=[missing])
    assert result.exit_code == 1
    assert "missing: pip install '.[b]'" in result.stdout


@pytest.mark.parametrize(
    "setting, value, remedy",
    [
        ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("user/max_user_namespaces", "0", "user.max_user_namespaces=15000"),
        ("kernel/unprivileged_userns_clone", "1", "--security-opt seccomp=unconfined"),
    ],
)
def test_the_remedy_is_that_of_the_kernels_setting(tmp_path, setting, value, remedy):
    path = tmp_path / setting
    path.parent.mkdir()
    path.write_text(f"{value}\n")
    [told] = doctor.remedies(tmp_path)
    assert remedy in told


METADATA = {
    "Requires-Python": ">=3.11,<3.99",
    "requires": [
        "numpy>=2.0",
        "pip>=1",
        "nbgrader<0.1,>=0.0.1; extra == 'instructor'",
        "no-such-package; extra == 'instructor'",
        "colorama; sys_platform == 'win32'",
    ],
}


def test_it_looks_for_what_the_packages_own_metadata_name(monkeypatch):
    monkeypatch.setattr("importlib.metadata.requires", lambda _: METADATA["requires"])
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: METADATA)
    found = {section.role.name: section.findings for section in doctor.examine()}
    assert [finding.what for finding in found["everyone"]] == ["Python", "numpy", "pip"]
    assert all(finding.found for finding in found["everyone"])
    nbgrader, missing, _bwrap = found["instructors"]
    assert nbgrader.found is None and "is not <0.1,>=0.0.1" in nbgrader.remedy
    assert missing.found is None and "pip install '.[instructor]'" in missing.remedy
    assert [finding.what for finding in found["authors"]] == ["make", "git"]

    monkeypatch.setattr("platform.python_version", lambda: "3.10.1")
    python = doctor.examine()[0].findings[0]
    assert python.found is None and "3.10.1 is not >=3.11,<3.99" in python.remedy


def test_what_it_tries_is_the_sandbox_of_this_machine(sandbox):
    probes, reason = doctor.isolation()
    assert reason == ""
    assert len(probes) > 15
    assert all(probe.held for probe in probes)


@pytest.mark.parametrize("error", ["bubblewrap is missing", "it says nothing"])
def test_the_reason_is_that_of_the_sandbox(monkeypatch, error):
    def refuse():
        raise SandboxError(error)

    monkeypatch.setattr(sandbox_module, "require", refuse)
    assert doctor.isolation() == ([], error)


# --- asked for somebody


def run_for(monkeypatch, who, reason=""):
    monkeypatch.setattr(doctor, "isolation", lambda: ([HELD], reason))
    monkeypatch.setattr(cli.console, "width", 200)
    return CliRunner().invoke(cli.app, ["doctor", who])


@pytest.mark.parametrize(
    ("who", "roles"),
    [
        ("student", ["everyone"]),
        ("instructor", ["everyone", "instructors"]),
        ("author", ["everyone", "instructors", "authors", "tests"]),
    ],
)
def test_whoever_asks_is_told_of_what_they_need_and_of_nothing_else(monkeypatch, who, roles):
    sections = doctor.examine_for(doctor.Who(who))
    assert [section.role.name for section in sections] == roles
    assert all(section.is_here for section in sections)
    told = run_for(monkeypatch, who).stdout
    assert [role.name for role in ROLES if f"for {role.name}" in told] == roles


def test_grading_that_could_not_start_is_an_error_for_an_instructor_alone(monkeypatch):
    refused = run_for(monkeypatch, "instructor", "bubblewrap does not start")
    assert refused.exit_code == 1
    assert "until then grading does not start" in refused.stdout
    student = run_for(monkeypatch, "student", "bubblewrap does not start")
    assert (student.exit_code, "bubblewrap" in student.stdout) == (0, False)
    assert "next: autograder check NOTEBOOK" in student.stdout


def test_a_student_is_not_sent_to_the_courses_folder(monkeypatch):
    monkeypatch.setattr("importlib.metadata.requires", lambda _: ["no-such-package"])
    result = run_for(monkeypatch, "student")
    assert result.exit_code == 1
    assert "neuron_to_network-….whl" in result.stdout and "'.'" not in result.stdout


def test_bubblewrap_that_is_missing_is_the_remedy(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda _: None)
    [told] = doctor.remedies()
    assert "apt-get install bubblewrap" in told
