"""Submissions made from a chapter, as intake would hand them to the judge."""

from autograder.grading.boundary.messages import ProgramCell, Submission


def program(chapter, answers=None, before=(), after=()):
    """The chapter's cells with the reference's functions, but for those in ``answers``.

    ``before`` and ``after`` are the texts of extra cells at either end.
    """
    answers = answers or {}
    cells = []
    for cell in chapter.cells:
        if cell.kind == "code":
            cells.append(ProgramCell("given", "", cell.source))
        elif cell.kind == "exercise":
            functions = chapter.exercises[cell.name].functions
            definitions = chapter.solution.definitions
            texts = [answers.get(name, definitions[name].source) for name in functions]
            cells.append(ProgramCell("solution", cell.name, "\n\n\n".join(texts)))
    extra = [[ProgramCell("extra", "", text) for text in texts] for texts in (before, after)]
    return (*extra[0], *cells, *extra[1])


def submission(chapter, answers=None, id="student-01", **extra):
    return Submission(id, chapter.name, program(chapter, answers, **extra))
