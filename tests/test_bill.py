"""The bill of materials names every locked package, with a license, and no machine."""

import json

from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator

from tests.conftest import ROOT
from tools.bill import bill, carried, locked, table


def pins():
    """Name and version of each line of the lock that begins with one."""
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    heads = [line.split()[0] for line in lines if line and not line.startswith((" ", "#"))]
    return sorted(tuple(head.split("==")) for head in heads)


def test_the_bill_is_of_the_lock_and_has_a_license_for_each():
    parts = list(locked())
    assert sorted((part.name, part.version) for part in parts) == pins()
    assert len(pins()) > 200
    unsaid = [p.name for p in parts if not p.license or "unknown" in p.license.lower()]
    assert unsaid == []
    assert all("\n" not in part.license and len(part.license) < 100 for part in parts)
    students = {part.name for part in parts if part.is_students}
    assert {"numpy", "matplotlib", "ipython", "typer", "contourpy"} <= students
    assert not {"nbgrader", "sphinx", "pytest", "psycopg"} & students


def test_it_is_valid_and_tells_nothing_of_where_it_was_made(tmp_path):
    parts = [*locked(), *carried()]
    text = bill(parts)
    validator = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    told = json.loads(text)
    named = {(one["name"], one["version"]) for one in told["components"]}
    assert named >= {("KaTeX", "0.19.1"), ("Pyodide", "0.27.7"), *pins()}
    assert "@codemirror/view" in dict(named)
    assert all(one["licenses"] for one in told["components"])
    assert "serialNumber" not in told and "timestamp" not in told["metadata"]
    for said in (text, table(parts)):
        words = said.replace("http://cyclonedx.org/schema/", "")
        assert not any(word in words for word in ("://", str(ROOT), "/site-packages/"))
