"""Whatever is handed in: what a reader would understand is graded, the rest is told."""

import contextlib
import copy
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks.known import pack
from autograder.course import read_course
from autograder.grading.coordinator.intake import Intake
from autograder.grading.coordinator.submissions import HandedIn, cells_of, collect
from autograder.notebook_files import KNOWN_MISTAKES, NotebookCell, Unreadable
from autograder.notebooks.build import KNOWN_SOURCE, student_notebook
from autograder.release.history import fingerprint
from tests.conftest import SMALL

LINE = read_course(SMALL).chapters["line"]
ANSWERS = {
    "mse": "def mse(w, X, y):\n    return 'mse of ' + helper()",
    "mse_gradient": "def mse_gradient(w, X, y):\n    return 'gradient'",
    "why_mean": "Because.",
}
HELPER = "def helper():\n    return 'helper'"


def handed_in():
    """A notebook as a diligent student hands it in, with a helper cell of her own."""
    notebook = json.loads(nbformat.writes(student_notebook(LINE)))
    for cell in notebook["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = ANSWERS.get(grade_id, "".join(cell["source"]))
    notebook["cells"].insert(4, code(HELPER))
    return notebook


def code(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": []}


def text(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def cell_of(notebook, grade_id):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


@pytest.fixture
def take(tmp_path):
    def take(content, run_all=False):
        path = tmp_path / "line.ipynb"
        raw = content if isinstance(content, (str, bytes)) else json.dumps(content)
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return taken(path, run_all)

    return take


def taken(path, run_all=False):
    return Intake(LINE, run_all).take(*cells_of(path.name, path.read_bytes()))


def answers_of(taken):
    """What the program's functions answer after all cells that run have run."""
    namespace = {}
    for cell in taken.program:
        if cell.kind != "given":
            with contextlib.suppress(Exception):
                exec(cell.source, namespace)
    return [namespace[name](0, 0, 0) for name in ("mse", "mse_gradient")]


def is_whole(taken):
    return answers_of(taken) == ["mse of helper", "gradient"] and not taken.unanswered


def strip(notebook, ids=True):
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        if ids:
            cell.pop("id", None)


def written(taken):
    return cell_of(taken.notebook, "why_mean").source


def test_an_honest_notebook_is_taken_as_it_is(take):
    result = take(handed_in())
    assert is_whole(result)
    assert result.notes == []
    assert written(result) == "Because."
    sources = [cell.source for cell in result.notebook.cells]
    assert sources == [cell["source"] for cell in handed_in()["cells"]]
    assert [cell.kind for cell in result.program] == ["given", "extra", "solution", "solution"]


def test_every_cell_of_the_program_knows_its_place(take):
    result = take(handed_in(), run_all=True)
    for cell, index in zip(result.program, result.cells, strict=True):
        assert result.notebook.cells[index].source == cell.source
    kinds = [cell.kind for cell in result.program]
    assert kinds.count("extra") == 1 + 2 + 1  # helper, visible checks, picture


def with_digests(mark=True):
    """A notebook of some release: its digests are not those of today."""
    notebook = handed_in()
    cell = cell_of(notebook, KNOWN_MISTAKES)
    cell["source"] = KNOWN_SOURCE.format(
        packed=pack({"1234": "the sign is flipped"}), points={"mse": 2.0, "mse_gradient": 4.0}
    )
    if not mark:  # as Colab leaves it
        for each in notebook["cells"]:
            each["metadata"] = {}
            each.pop("id", None)
    return notebook, cell


@pytest.mark.parametrize("mark", [True, False])
def test_digests_for_the_students_own_checks_never_run(take, mark):
    notebook, _ = with_digests(mark)
    result = take(notebook, run_all=True)
    assert not any("know_digests" in cell.source for cell in result.program)
    assert not any("locked cell" in note for note in result.notes)


def test_what_is_added_to_the_cell_of_digests_runs_beside_it(take):
    notebook, cell = with_digests()
    cell["source"] += f"\n{HELPER.replace('helper', 'helper_too')}"
    result = take(notebook)
    assert any("helper_too" in cell.source for cell in result.program)
    assert "known_mistakes: a locked cell was changed" in result.notes


def test_an_experiment_runs_only_where_everything_does(small_course):
    path = small_course / "chapters" / "line.md"
    experiment = "```{code-cell}\n:experiment:\n\nslow = mse(w, X, y)\n```\n"
    path.write_text(path.read_text() + "\n" + experiment)
    chapter = read_course(small_course).assignments["line"]
    handed = [NotebookCell(True, "mse(w, X, y)")]
    for run_all in (False, True):
        program = Intake(chapter, run_all).take(handed).program
        assert any("slow" in cell.source for cell in program) == run_all


def test_the_notebook_is_valid_and_holds_no_output_of_the_student(take):
    notebook = handed_in()
    notebook["cells"][4]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "16"}]
    result = take(notebook)
    nbformat.validate(result.notebook)
    assert not any(cell.get("outputs") for cell in result.notebook.cells)


def test_nothing_done_is_unanswered(take):
    result = take(nbformat.writes(student_notebook(LINE)))
    assert result.unanswered == {"mse", "mse_gradient", "why_mean"}
    assert "NotImplementedError" in result.program[1].source


def test_a_missing_cell_is_unanswered_and_told(take):
    notebook = handed_in()
    notebook["cells"].remove(cell_of(notebook, "mse_gradient"))
    result = take(notebook)
    assert result.unanswered == {"mse_gradient"}
    assert any("mse_gradient" in note for note in result.notes)


def test_a_changed_locked_cell_runs_beside_the_courses_own(take):
    notebook = handed_in()
    cell_of(notebook, "given_1")["source"] = "import numpy as np\nscale = 2"
    result = take(notebook)
    kinds = [(cell.kind, "scale = 2" in cell.source) for cell in result.program[:2]]
    assert kinds == [("given", False), ("extra", True)]
    assert any("given_1" in note for note in result.notes)


def test_stripped_metadata_and_ids(take):
    notebook = handed_in()
    strip(notebook)
    result = take(notebook)
    assert is_whole(result)
    assert written(result) == "Because."


def test_a_split_answer_runs_in_order(take):
    notebook = handed_in()
    split = cell_of(notebook, "mse")
    first = dict(copy.deepcopy(split), source="def inner():\n    return helper()")
    split["source"] = "def mse(w, X, y):\n    return 'mse of ' + inner()"
    notebook["cells"].insert(notebook["cells"].index(split), first)
    assert is_whole(take(notebook))


def test_a_copy_of_the_stub_below_the_answer_does_not_undo_it(take):
    notebook = handed_in()
    stub = cell_of(json.loads(nbformat.writes(student_notebook(LINE))), "mse")
    notebook["cells"].insert(notebook["cells"].index(cell_of(notebook, "mse")) + 1, stub)
    assert is_whole(take(notebook))


def test_an_answer_above_its_untouched_stub_is_found(take):
    notebook = handed_in()
    stub = cell_of(notebook, "mse")
    notebook["cells"].insert(notebook["cells"].index(stub), code(stub["source"]))
    stub["source"] = "".join(LINE.exercises["mse"].stub.source)
    assert is_whole(take(notebook))


def test_one_cell_with_all_answers(take):
    everything = "\n\n".join([HELPER, ANSWERS["mse"], ANSWERS["mse_gradient"]])
    result = take({"cells": [code(everything), text("Because.")]})
    assert answers_of(result) == ["mse of helper", "gradient"]
    assert result.unanswered == {"why_mean"}
    assert sum("answered in another cell" in note for note in result.notes) == 2


def test_a_written_answer_in_a_cell_of_its_own(take):
    notebook = handed_in()
    own = cell_of(notebook, "why_mean")
    own["source"] = "*Write your answer here.*"
    notebook["cells"].insert(notebook["cells"].index(own) + 1, text("Because of n."))
    assert written(take(notebook)) == "Because of n."


def test_a_written_answer_in_a_code_cell(take):
    notebook = handed_in()
    cell_of(notebook, "why_mean")["cell_type"] = "code"
    result = take(notebook)
    assert written(result) == "Because."
    assert cell_of(result.notebook, "why_mean").cell_type == "markdown"


QUESTION = next(
    part.cell.source for part in Intake(LINE).parts() if part.grade_id == "question_why_mean"
)


def asks_by_hand(result, *words):
    """Whether an instructor sees these words and is asked for a mark."""
    assert "why_mean" not in result.unanswered
    assert any("why_mean" in note for note in result.notes)
    return all(word in written(result) for word in words)


def without_an_answer():
    notebook = handed_in()
    cell_of(notebook, "why_mean")["source"] = "*Write your answer here.*"
    return notebook


@pytest.mark.parametrize("joint", ["\n\n", "\n", " ", "\n\n*Answer:* "])
@pytest.mark.parametrize("is_stripped", [False, True])
def test_a_written_answer_typed_into_the_question(take, joint, is_stripped):
    notebook = without_an_answer()
    cell_of(notebook, "question_why_mean")["source"] = QUESTION + joint + "Because of n."
    if is_stripped:
        strip(notebook)
    result = take(notebook)
    assert asks_by_hand(result, "Because of n.")
    assert "Question" not in written(result)
    assert cell_of(result.notebook, "question_why_mean").source == QUESTION


def test_a_written_answer_in_place_of_the_question(take):
    notebook = without_an_answer()
    cell_of(notebook, "question_why_mean")["source"] = "Because of n."
    assert asks_by_hand(take(notebook), "Because of n.")


def test_an_answer_in_both_cells_is_kept_whole(take):
    notebook = handed_in()
    cell_of(notebook, "question_why_mean")["source"] = QUESTION + "\n\nFirst: n."
    assert asks_by_hand(take(notebook), "First: n.", "Because.")


def test_the_question_of_an_earlier_release_is_no_answer():
    notebook = without_an_answer()
    old = "**Question (2 points).** Why not the sum?"
    cell_of(notebook, "question_why_mean")["source"] = old
    cells, _ = cells_of("line.ipynb", json.dumps(notebook).encode())
    assert Intake(LINE, handed_out={fingerprint(old)}).take(cells).unanswered == {"why_mean"}
    assert Intake(LINE).take(cells).unanswered == set()


def test_line_ends_are_no_answer(take):
    notebook = without_an_answer()
    question = cell_of(notebook, "question_why_mean")
    question["source"] = QUESTION.replace("\n", "\r\n") + "  \n"
    assert take(notebook).unanswered == {"why_mean"}


@pytest.mark.parametrize(
    "source",
    [
        "# Because of n,\n# which the sum does not know.",
        "\n  # Because of n,\n\n  #which the sum does not know.\n",
        '"""Because of n,\nwhich the sum does not know."""',
        "%%markdown\nBecause of n,\nwhich the sum does not know.",
    ],
)
def test_a_written_answer_as_text_in_a_code_cell(take, source):
    notebook = without_an_answer()
    at = notebook["cells"].index(cell_of(notebook, "why_mean"))
    notebook["cells"].insert(at + 1, code(source))
    result = take(notebook)
    assert asks_by_hand(result, "Because of n,", "which the sum does not know.")
    assert "#" not in written(result) and '"' not in written(result)
    assert sum("Because" in cell.source for cell in result.notebook.cells) == 1


@pytest.mark.parametrize("source", ["Because of n, of course.", "print('because of n')"])
def test_code_below_a_question_without_an_answer_is_shown_where_the_mark_is_given(take, source):
    notebook = without_an_answer()
    at = notebook["cells"].index(cell_of(notebook, "why_mean"))
    notebook["cells"].insert(at + 1, code(source))
    result = take(notebook)
    assert asks_by_hand(result, source)
    assert any(cell.source == source for cell in result.program)  # and it runs, as ever


def test_code_below_an_answer_is_no_answer(take):
    notebook = handed_in()
    at = notebook["cells"].index(cell_of(notebook, "why_mean"))
    notebook["cells"].insert(at + 1, code("# scratch"))
    result = take(notebook)
    assert (written(result), result.notes) == ("Because.", [])


def test_a_helper_below_a_question_is_no_answer(take):
    notebook = without_an_answer()
    at = notebook["cells"].index(cell_of(notebook, "why_mean"))
    notebook["cells"].insert(at + 1, code("def help_me():\n    return 1"))
    assert take(notebook).unanswered == {"why_mean"}


# --- names that are used again


@pytest.mark.parametrize(
    "again",
    [
        "def mse(w, X, y):\n    return 'a try'",
        "mse = lambda w, X, y: 'a try'",
        "mse = other",
        "def helper():\n    return 'a try'",
        "helper = None",
        "def mse(w, X, y):\n    return 'a try'\nraise ValueError",
    ],
)
def test_a_try_below_its_check_does_not_undo_what_the_check_had_seen(take, again):
    notebook = handed_in()
    notebook["cells"] += [code("other = print"), code(again), code("mse = 3")]
    result = take(notebook)
    assert is_whole(result)
    assert any(cell.source == again for cell in result.program)
    assert any("defined again below its check" in note for note in result.notes)


def test_a_try_between_answer_and_check_counts(take):
    notebook = handed_in()
    at = notebook["cells"].index(cell_of(notebook, "mse"))
    notebook["cells"].insert(at + 1, code("def mse(w, X, y):\n    return 'second thoughts'"))
    assert answers_of(take(notebook))[0] == "second thoughts"


def test_an_answer_below_its_check_counts_where_there_is_no_other(take):
    notebook = handed_in()
    source = cell_of(notebook, "mse")["source"]
    cell_of(notebook, "mse")["source"] = LINE.exercises["mse"].stub.source
    notebook["cells"].append(code(source))
    assert is_whole(take(notebook))


def test_what_a_later_answer_defines_again_is_left_to_it(take):
    notebook = handed_in()
    later = cell_of(notebook, "mse_gradient")
    later["source"] = "def helper():\n    return 'new'\n\n" + later["source"]
    result = take(notebook)
    assert answers_of(result)[0] == "mse of new"
    assert result.notes == []


def test_an_honest_notebook_keeps_nothing(take):
    notebook = handed_in()
    notebook["cells"] += [code("w = 1; X = 2"), code("y = mse(w, X, w)")]
    assert not any("_as_checked" in cell.source for cell in take(notebook).program)


def test_magics_stay_in_their_places(take):
    notebook = handed_in()
    notebook["cells"].insert(4, code("%matplotlib inline\n!pip install everything"))
    assert take(notebook).program[1].source.startswith("%matplotlib")


def test_another_assignments_notebook_is_told(take):
    result = take({"cells": [code("def other(): pass"), text("Some other course")]})
    assert result.unanswered == {"mse", "mse_gradient", "why_mean"}
    assert "no cell of this assignment was recognized" in result.notes


# --- files in any state


def test_nbformat_3(take):
    cells = [
        {"cell_type": "code", "input": c["source"], "language": "python", "metadata": c["metadata"]}
        if c["cell_type"] == "code"
        else c
        for c in handed_in()["cells"]
    ]
    assert is_whole(take({"nbformat": 3, "worksheets": [{"cells": cells}]}))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings(take, encoding):
    assert is_whole(take(json.dumps(handed_in()).encode(encoding)))


def test_a_file_cut_off_keeps_its_whole_cells(take):
    whole = json.dumps(handed_in(), indent=1)
    result = take(whole[: whole.index("visible_2")])
    assert answers_of(result) == ["mse of helper", "gradient"]
    assert any("no valid notebook" in note for note in result.notes)


def test_a_badly_merged_file_keeps_its_cells(take):
    lines = json.dumps(handed_in(), indent=1).splitlines()
    at = next(number for number, line in enumerate(lines) if '"nbformat"' in line)
    assert is_whole(take("\n".join([*lines[:at], "<<<<<<< HEAD", *lines[at:]])))


@pytest.mark.parametrize("content", ["", "not a notebook", "[]", "{}", "null", "[" * 10**5])
def test_what_is_no_notebook_is_said_to_be_none(take, content):
    with pytest.raises(Unreadable):
        take(content)


ODD = [
    None,
    1,
    [],
    {"cell_type": 3},
    code(None),
    code([1, "x = 1"]),
    {"source": "x"},
    code("\ud800"),
]


def test_odd_cells_do_no_harm(take):
    notebook = handed_in()
    notebook["cells"] += [*ODD, dict(code("y = 1"), metadata=[]), code("z = 1", nbgrader=7)]
    result = take(notebook)
    assert is_whole(result)
    nbformat.writes(result.notebook).encode()


@pytest.mark.parametrize(
    "name", ["line (1).ipynb", "Line.IPYNB", "line.ipynb.txt", "homework.ipynb", "line-2.ipynb"]
)
def test_other_file_names(tmp_path, name):
    (tmp_path / "notes.json").write_text("{}")
    (tmp_path / name).write_text(json.dumps(handed_in()))
    collected = collect(HandedIn("student", "line", tmp_path))
    assert is_whole(Intake(LINE).take(*collected.cells()))
    assert f"taken from {name!r}" in collected.notes


def test_a_python_file(tmp_path):
    path = tmp_path / "line.py"
    path.write_text("\n\n".join([HELPER, ANSWERS["mse"], ANSWERS["mse_gradient"]]))
    assert answers_of(taken(path)) == ["mse of helper", "gradient"]


def test_the_script_of_a_notebook_is_worth_as_much(tmp_path):
    from nbconvert import PythonExporter

    notebook = handed_in()
    notebook["cells"][4] |= {"id": "own", "execution_count": None}
    script, _ = PythonExporter().from_notebook_node(nbformat.from_dict(notebook))
    path = tmp_path / "line.py"
    path.write_text(script)
    result = taken(path)
    assert is_whole(result)
    assert written(result) == "Because."
    assert [cell.kind for cell in result.program] == ["given", "extra", "solution", "solution"]


# --- any damage, in any order


@st.composite
def damaged(draw):
    """A notebook whose cells were shuffled, copied and stripped of what marks them."""
    notebook = handed_in()
    cells = notebook["cells"]
    for index in draw(st.lists(st.integers(0, len(cells) - 1), max_size=4)):
        cells.append(copy.deepcopy(cells[index]))
    for index in draw(st.sets(st.integers(0, len(cells) - 1))):
        cells[index]["metadata"] = {}
    if draw(st.booleans()):
        for cell in cells:
            cell.pop("id", None)
    cells[:] = draw(st.permutations(cells))
    return notebook


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_shuffled_copied_and_stripped_cells_cost_nothing(tmp_path_factory, notebook):
    path = tmp_path_factory.getbasetemp() / "damaged.ipynb"
    path.write_text(json.dumps(notebook))
    result = taken(path)
    assert answers_of(result) == ["mse of helper", "gradient"]
    assert not {"mse", "mse_gradient"} & result.unanswered
    nbformat.validate(result.notebook)


@settings(max_examples=100, deadline=None)
@given(damaged(), st.data())
def test_whatever_is_lost_the_rest_is_graded(tmp_path_factory, notebook, data):
    """Cells deleted and the file cut: no error, and what is still there is taken."""
    cells = notebook["cells"]
    for _ in range(data.draw(st.integers(0, len(cells) - 1))):
        del cells[data.draw(st.integers(0, len(cells) - 1))]
    whole = json.dumps(notebook)
    path = tmp_path_factory.getbasetemp() / "cut.ipynb"
    path.write_text(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        handed, _ = cells_of(path.name, path.read_bytes())
    except Unreadable:
        return
    result = taken(path)
    there = {cell.source for cell in handed}
    for name in ("mse", "mse_gradient"):
        assert (name in result.unanswered) == (ANSWERS[name] not in there)


def test_a_picture_in_a_written_answer_is_kept(take):
    notebook = handed_in()
    answer = cell_of(notebook, "why_mean")
    answer["source"] = "See ![sketch.png](attachment:sketch.png)"
    answer["attachments"] = {"sketch.png": {"image/png": "iVBORw0KGgo=\n"}}
    built = take(notebook).notebook
    assert cell_of(built, "why_mean").attachments == {"sketch.png": {"image/png": "iVBORw0KGgo="}}
    nbformat.validate(built)


@pytest.mark.parametrize(
    "attachments",
    [
        {"page.html": {"text/html": "PHNjcmlwdD4="}},
        {"x.png": {"image/png": '"><script>'}},
        {"x.png": {"image/svg+xml": "PHN2Zz4="}},
        {"x.png": "iVBORw0KGgo="},
        ["iVBORw0KGgo="],
        {"x.png": {"image/png": "A" * 2**25}},
    ],
)
def test_what_is_no_picture_is_not(take, attachments):
    notebook = handed_in()
    cell_of(notebook, "why_mean")["attachments"] = attachments
    taken = take(notebook)
    assert "attachments" not in cell_of(taken.notebook, "why_mean")
    assert is_whole(taken)
