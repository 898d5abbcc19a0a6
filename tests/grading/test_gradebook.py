"""The tables of nbgrader are those that the gradebook's writer was made for."""

from pathlib import Path

import nbgrader
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from autograder.grading.coordinator.gradebook import GradebookWriter
from autograder.grading.coordinator.tables import SCHEMA
from autograder.release import Classroom
from tests.conftest import SMALL


def test_nbgraders_tables_are_at_the_revision_that_is_written_to(tmp_path):
    """A new one may rename a column or add a rule: look at `tables.py` before raising the pin."""
    scripts = ScriptDirectory(str(Path(nbgrader.__file__).parent / "alembic"))
    assert scripts.get_current_head() == SCHEMA

    classroom = Classroom.create(tmp_path / "class", SMALL)
    with GradebookWriter(classroom):
        pass
    with create_engine(classroom.db_url).connect() as connection:
        [made] = connection.execute(text("SELECT version_num FROM alembic_version")).one()
    assert made == SCHEMA
