"""The wheel that students install, from the site and from a class's ``release/``."""

import re
import zipfile
from io import BytesIO

from autograder.wheel import wheel


def test_the_wheel_holds_what_notebooks_import_and_nothing_that_makes_the_book():
    name, content = wheel()
    assert re.fullmatch(r"neuron_to_network-[\d.]+-py3-none-any\.whl", name)
    names = zipfile.ZipFile(BytesIO(content)).namelist()
    stem = name.removesuffix("-py3-none-any.whl")
    assert {
        "autograder/in_page/worker.py",
        "autograder/checks/visible.py",
        "autograder/datasets/data/digits.csv",
        f"{stem}.dist-info/METADATA",
        f"{stem}.dist-info/RECORD",
    } <= set(names)
    assert not [name for name in names if "publish" in name or "__pycache__" in name]
    assert len(set(names)) == len(names)
    assert wheel() == (name, content)
