"""What is written of the code is true of it: who imports whom, and which tools there are."""

import importlib
import pkgutil
import re

import grimp

import tools
from tests.conftest import ROOT

README = (ROOT / "autograder" / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<parts>`[^|]+) \| [^|]+ \| (?P<imports>[^|]*)\|$", re.M)


def drawn():
    """What each part imports, as the table at the top of the README says."""
    table = README.partition("## Grading")[0]
    for row in ROW.finditer(table):
        imports = re.findall(r"`(\w+)`", row["imports"])
        for part in re.findall(r"`(\w+)/?`", row["parts"]):
            yield part, set(imports)


def built():
    graph = grimp.build_graph("autograder")
    parts = {module.split(".")[1] for module in graph.modules if "." in module}
    found = {part: set() for part in parts}
    for module in graph.modules - {"autograder"}:
        for imported in graph.find_modules_directly_imported_by(module):
            if "." in imported and imported.split(".")[1] != module.split(".")[1]:
                found[module.split(".")[1]].add(imported.split(".")[1])
    return found


def test_the_readme_names_every_part_and_what_it_imports():
    assert dict(drawn()) == built()


def test_every_tool_can_be_started():
    for tool in pkgutil.walk_packages(tools.__path__, "tools."):
        if not tool.name.endswith("__main__"):
            importlib.import_module(tool.name)
