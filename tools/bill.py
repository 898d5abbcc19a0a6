"""The bill of materials: what is locked and what the site carries, with versions and licenses.

    python -m tools.bill [FOLDER]

Writes ``bill.cdx.json`` (CycloneDX, for programs) and ``licenses.md`` (for people) into FOLDER,
``_build/bill`` without one. Versions are those of ``requirements.lock``, licenses what the
installed packages say of themselves. The same lock makes the same bytes: no time, no number drawn
at random, no path and no address of the machine that made it.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyclonedx.spdx import fixup_id, is_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.files import write_text
from tests.conftest import ROOT

LOCK = ROOT / "requirements.lock"
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<where>[^\\\n]+?))? \\$", re.M
)
#: installed on other systems only, or without a word on it in their metadata; looked up by hand
LOOKED_UP = {
    "appnope": "BSD-2-Clause",
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "pywinpty": "MIT",
}
#: what older packages say, as SPDX has it
IN_SPDX = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
}
BSD = re.compile(r"BSD[ -]([23])[ -]Clause", re.IGNORECASE)
LONG = 60  #: letters: a whole license, where its name is asked for


@dataclass(frozen=True)
class Part:
    """One thing that is used or carried."""

    name: str
    version: str
    license: str
    where: str = ""  #: on which systems, if not on all
    is_students: bool = False  #: installed by students

    @property
    def in_cyclonedx(self) -> dict[str, Any]:
        """Its license, as CycloneDX has it."""
        if fixup_id(self.license):
            return {"license": {"id": fixup_id(self.license)}}
        if is_expression(self.license):
            return {"expression": self.license}
        return {"license": {"name": self.license}}


def carried() -> list[Part]:
    """What the site carries or loads that comes from no Python package."""
    about = json.loads((ROOT / "autograder/publish/answer/pyodide.json").read_text())
    version = re.search(
        r"version (\d[\d.]*\d)", (ROOT / "autograder/publish/formulas.py").read_text()
    )
    assert version, "formulas.py says which version of KaTeX it has"
    packages = ROOT / "autograder/publish/codemirror/package.json"
    editor = json.loads(packages.read_text())["dependencies"]
    return [
        Part("KaTeX", version[1], "MIT"),
        Part("KaTeX fonts", version[1], "OFL-1.1"),
        Part("Pyodide", about["lock"]["info"]["version"], "MPL-2.0"),
        *(Part(name, version, "MIT") for name, version in editor.items() if name != "esbuild"),
    ]


def locked() -> Iterator[Part]:
    """Every package of the lock."""
    students = set(_with_dependencies(_of_students()))
    for pin in PIN.finditer(LOCK.read_text(encoding="utf-8")):
        name = pin["name"]
        license = license_of(name)
        yield Part(name, pin["version"], license, pin["where"] or "", name in students)


def license_of(name: str) -> str:
    """The license of a package, by its SPDX name where that is sure; ``""`` where nobody says."""
    if name in LOOKED_UP:
        return LOOKED_UP[name]
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    said = (about.get("License") or "").strip()
    if clauses := BSD.search(said):
        return f"BSD-{clauses[1]}-Clause"
    if said and (fixup_id(said) or is_expression(said)):
        return said
    classifiers = [one.split(" :: ") for one in about.get_all("Classifier") or ()]
    names = [one[-1] for one in classifiers if one[0] == "License"]
    if names:
        return ", ".join(IN_SPDX.get(one, one) for one in names)
    return IN_SPDX.get(said, said if len(said) < LONG else said.partition("\n")[0].strip())


def _of_students() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [canonicalize_name(Requirement(one).name) for one in project["dependencies"]]


def _with_dependencies(names: list[str]) -> Iterator[str]:
    """``names`` and all that they need here, without extras."""
    left, seen = list(names), set()
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        try:
            needed = importlib.metadata.requires(name) or ()
        except importlib.metadata.PackageNotFoundError:
            continue
        for one in map(Requirement, needed):
            if one.marker is None or one.marker.evaluate({"extra": ""}):
                left.append(canonicalize_name(one.name))


def bill(parts: list[Part]) -> str:
    """The bill as CycloneDX, by its own program, with the licenses that it does not look for."""
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible"]
    command += ["--short-PURLs", "--pyproject", "pyproject.toml", LOCK.name]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(run.stdout)
    licenses = {(part.name, part.version): part.in_cyclonedx for part in parts}
    for tool in told["metadata"]["tools"]["components"]:
        tool.pop("externalReferences", None)
    for one in told["components"]:
        # addresses of an index, and hashes that the lock has
        for key in ("externalReferences", "description"):
            one.pop(key, None)
        one["licenses"] = [licenses.pop((canonicalize_name(one["name"]), one["version"]))]
    for (name, version), license in licenses.items():
        one = {"type": "library", "name": name, "version": version, "licenses": [license]}
        told["components"].append({"bom-ref": f"{name} {version}", **one})
    return json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def table(parts: list[Part]) -> str:
    """The same for people."""
    lines = [
        "# Licenses",
        "",
        "What this release is made with and carries: every package of `requirements.lock`, and",
        "what the site has beside. What is *for students* comes with the wheel that they install.",
        "",
        "| what | version | license | for |",
        "| --- | --- | --- | --- |",
    ]
    for part in parts:
        whom = "students" if part.is_students else ""
        where = f"{whom}, where {part.where}".removeprefix(", ") if part.where else whom
        lines.append(f"| {part.name} | {part.version} | {part.license} | {where} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "_build" / "bill"
    parts = [*locked(), *carried()]
    unknown = [part.name for part in parts if not part.license]
    if unknown:
        raise SystemExit(f"nobody says the license of {', '.join(unknown)}: add it to LOOKED_UP")
    write_text(folder / "bill.cdx.json", bill(parts))
    write_text(folder / "licenses.md", table(parts))
    print(f"{len(parts)} parts: {folder}/bill.cdx.json, {folder}/licenses.md")


if __name__ == "__main__":
    main()
