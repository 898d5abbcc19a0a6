"""The bundled data sets: what is loaded, and that each file is what its data sheet describes."""

import hashlib
import re
import zipfile

import numpy as np
import pytest

from autograder.datasets import load_dataset, load_digits
from tests.conftest import ROOT

DATA = ROOT / "chapters" / "data"
SHEETS = ROOT / "chapters" / "data_sheets.md"
FILES = sorted(DATA.glob("*.csv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_data_sheet_gives_source_license_and_checksum(path):
    sheets = SHEETS.read_text()
    (sheet,) = [part for part in re.split(r"^## ", sheets, flags=re.M) if f"`{path.name}`" in part]
    assert "| Source |" in sheet and "| License |" in sheet
    assert hashlib.sha256(path.read_bytes()).hexdigest() in sheet


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_column_is_complete_and_named_in_the_data_sheet(path):
    columns = load_dataset(path.stem)
    assert len({len(column) for column in columns.values()}) == 1
    sheets = SHEETS.read_text()
    for name, column in columns.items():
        assert column.dtype.kind in "if" and np.isfinite(column).all()
        assert f"`{name}`" in sheets or name.startswith("pixel_")


def test_digits_are_images_between_paper_and_ink_with_their_labels():
    X, y = load_digits()
    assert X.shape == (1797, 64) and X.dtype == np.float64
    assert X.min() == 0.0 and X.max() == 1.0
    # the counts that the source gives for its test set
    assert np.bincount(y).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_digits_are_not_shared_between_two_who_load_them():
    X, _ = load_digits()
    X[:] = 0
    assert load_digits()[0].max() == 1.0


def test_iris_has_fifty_flowers_of_each_species_and_fishers_rows():
    iris = load_dataset("iris")
    assert np.bincount(iris["species"]).tolist() == [50, 50, 50]
    measured = np.stack([iris[name] for name in list(iris)[:4]], axis=1)
    # rows 35 and 38 of Fisher's table, which the repository's file has wrong
    assert measured[34].tolist() == [4.9, 3.1, 1.5, 0.2]
    assert measured[37].tolist() == [4.9, 3.6, 1.4, 0.1]


def test_house_prices_are_complete_as_far_as_printed_summaries_of_the_original_tell():
    table = np.stack([*load_dataset("house_prices").values()], axis=1)
    assert table.shape == (414, 4)
    np.testing.assert_allclose(
        table.mean(axis=0), [17.712560386, 1083.885688913, 4.094202899, 37.980193237], rtol=1e-9
    )
    np.testing.assert_allclose(
        table.std(axis=0, ddof=1), [11.392484533, 1262.109595408, 2.945561806, 13.606487698]
    )
    np.testing.assert_allclose(np.median(table, axis=0), [16.1, 492.2313, 4, 38.45])
    assert table.min(axis=0).tolist() == [0, 23.38284, 0, 7.6]
    assert table.max(axis=0).tolist() == [43.8, 6488.021, 10, 117.5]


def test_an_unknown_name_is_told_with_those_there_are():
    with pytest.raises(ValueError, match=r"name: .*'flowers'.*digits, house_prices, iris"):
        load_dataset("flowers")


def test_the_wheel_holds_the_data(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        assert {f"autograder/datasets/data/{path.name}" for path in FILES} <= {*archive.namelist()}
