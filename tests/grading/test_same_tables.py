"""The same submissions give the same tables of marks, to the byte. `tools/same_tables.py` tries
each thing that must not matter by itself; here they are all other ones at once."""

import csv
import io

from tools.same_tables import OTHER, STUDENTS, How, make_class, tables


def test_tables_are_the_same_to_the_byte_with_all_else_another_one(tmp_path):
    assert OTHER.busy == 8 and OTHER.jobs != How().jobs
    make_class(tmp_path / "class")
    usual = tables(tmp_path / "class", tmp_path / "usual", How())
    assert sorted(usual) == ["canvas.csv", "marks.csv", "marks.json", "moodle.csv"]
    rows = list(csv.reader(io.StringIO(usual["marks.csv"].decode("utf-8-sig"))))
    marks = {row[0]: row[4] for row in rows[2:]}
    assert list(marks) == STUDENTS and len(set(marks.values())) > 3  # they are no empty tables
    elsewhere = tables(tmp_path / "class", tmp_path / "else" / "where", OTHER)
    assert elsewhere == usual
