"""A chapter as nbgrader notes it when it is released, without running nbgrader."""

from nbgrader.api import Gradebook

#: of the graded cells of the small course's chapter ``line``
POINTS = {"check_mse": 2.0, "check_mse_gradient": 4.0, "why_mean": 2.0}


def release_rows(classroom, name, points=POINTS):
    """Enter ``name`` and its graded cells into the gradebook of ``classroom``."""
    classroom.prepare()
    coursedir = classroom.nbgrader().coursedir
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        book.add_assignment(name)
        book.add_notebook(name, name)
        for cell, most in points.items():
            book.add_grade_cell(cell, name, name, max_score=most, cell_type="code")
            book.add_solution_cell(cell, name, name)
            book.add_source_cell(cell, name, name, cell_type="code", checksum=cell)
