"""Source notebooks from the course, then nbgrader's own ``generate_assignment``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import nbformat
from nbgrader.api import Gradebook

from autograder.course import Chapter
from autograder.notebooks.build import source_notebook
from autograder.release.classroom import Classroom, ClassroomError, write_if_changed


def release_assignments(
    classroom: Classroom, chapters: Iterable[Chapter], due: datetime | None = None
) -> Iterator[Chapter]:
    """Write ``source/`` and ``release/`` of each chapter; yields each when it is done.

    A chapter whose source is as it was is not released anew. ``due`` is the deadline in UTC
    that nbgrader notes in its gradebook. Raises :class:`ClassroomError` when nbgrader
    refuses, with its reason.
    """
    api = classroom.nbgrader()
    for chapter in chapters:
        path = classroom.source / chapter.name / f"{chapter.name}.ipynb"
        changed = write_if_changed(path, nbformat.writes(source_notebook(chapter)))
        with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
            known = {} if due is None else {"duedate": due}
            gradebook.update_or_create_assignment(chapter.name, **known)
        released = classroom.release / chapter.name / path.name
        if changed or not released.exists():
            result = api.generate_assignment(chapter.name, force=True)
            if not result["success"]:
                path.unlink()  # so that the next try does not take it for done
                reason = result["error"] or result["log"]
                raise ClassroomError(f"nbgrader could not release {chapter.name}: {reason.strip()}")
        yield chapter
