"""Rules are held to more here than before students."""

import pytest

from autograder.checks.diagnosis import weighing


@pytest.fixture(autouse=True)
def strict(monkeypatch):
    """A rule that raises fails the test, instead of giving one hint less."""
    monkeypatch.setattr(weighing, "STRICT", True)
