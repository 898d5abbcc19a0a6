"""What the documentation of the checks shows is what they do, down to the message."""

import doctest
import importlib
import inspect
import pkgutil
import re

import numpy as np
import pytest

import autograder.checks as checks

KNOWN = {"np": np, **{name: getattr(checks, name) for name in checks.__all__}}
PUBLIC = [name for name in checks.__all__ if name.startswith(("check_", "expect", "numerical_"))]
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(checks.__path__, "autograder.checks.")
]
EXAMPLES = {
    test.name: test
    for module in MODULES
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=KNOWN)
    if test.examples
}


class Checker(doctest.OutputChecker):
    """Takes any number for what is allowed: it follows from rounding, which machines differ in."""

    def check_output(self, want, got, optionflags):
        want, got = (re.sub(r"(?<=up to )\S+(?= is allowed)", "1e-9", text) for text in (want, got))
        return super().check_output(want, got, optionflags)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_the_very_message(name):
    said = []
    doctest.DocTestRunner(Checker()).run(EXAMPLES[name], out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_check_shows_how_it_fails(name):
    function = getattr(checks, name)
    test = EXAMPLES[f"{function.__module__}.{name}"]
    fails = any(example.exc_msg for example in test.examples)
    assert fails or name.startswith("numerical_")


@pytest.mark.parametrize("name", checks.__all__)
def test_the_first_line_of_a_docstring_is_a_sentence(name):
    first = inspect.getdoc(getattr(checks, name)).split("\n\n")[0]
    assert first[0].isupper() and first.endswith(".")
