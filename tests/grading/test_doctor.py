"""`autograder doctor` shows what held and what did not, and its exit status says so."""

import pytest
from typer.testing import CliRunner

from autograder import cli, doctor
from autograder.grading.judge import sandbox as sandbox_module
from autograder.grading.judge.break_in import Probe
from autograder.grading.judge.sandbox import SandboxError


def run(monkeypatch, probes, reason=""):
    monkeypatch.setattr(doctor, "isolation", lambda: (probes, reason))
    monkeypatch.setattr(cli.console, "width", 120)
    return CliRunner().invoke(cli.app, ["doctor"])


def test_all_held(monkeypatch):
    result = run(monkeypatch, [Probe("no network", "connect"), Probe("no rights", "mount")])
    assert result.exit_code == 0
    assert result.stdout.count("held") == 2


def test_one_is_broken(monkeypatch):
    probes = [Probe("no network", "connect"), Probe("no rights", "mount", "[b]a mount")]
    result = run(monkeypatch, probes)
    assert result.exit_code == 1
    assert "broken: [b]a mount" in result.stdout


def test_no_sandbox_is_told_and_breaks_nothing(monkeypatch):
    result = run(monkeypatch, [], "bubblewrap is missing")
    assert result.exit_code == 0
    assert "cannot be shut in here: bubblewrap is missing" in result.stdout


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
