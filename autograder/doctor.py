"""What is installed, what is missing, what to do."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing looked for: its version or place, or ``None`` and the remedy."""

    purpose: str
    what: str
    found: str | None
    remedy: str = ""


PACKAGES = {
    "students": ("", ["numpy", "matplotlib", "typer"]),
    "instructors": ("[instructor]", ["nbgrader", "jupytext", "notebook"]),
    "authors": ("[book]", ["jupyter-book", "sphinx-mathjax-offline"]),
    "tests": ("[test]", ["pytest", "hypothesis", "nbval", "playwright", "autograd", "scipy"]),
}
#: programs looked for by name, with Debian's package for each
PROGRAMS = {"tests": [("chromium", "chromium")], "all": [("make", "make"), ("git", "git")]}


def examine() -> list[Finding]:
    """Look for Python, the packages of every extra, and the programs used."""
    findings = [Finding("all", "Python 3.11-3.13", platform.python_version())]
    for purpose, (extra, names) in PACKAGES.items():
        for name in names:
            try:
                version = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                version = None
            findings.append(Finding(purpose, name, version, f"pip install '.{extra}'"))
    for purpose, programs in PROGRAMS.items():
        for program, package in programs:
            remedy = f"on Debian: apt-get install {package}"
            findings.append(Finding(purpose, program, shutil.which(program), remedy))
    return findings
