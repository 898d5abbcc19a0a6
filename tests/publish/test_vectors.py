"""SVG pictures in pages: described, in the colors of the page, no id twice, frames in a file."""

import json
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

from autograder.pictures.flipbook import Flipbook
from autograder.pictures.for_pages import _moving
from autograder.pictures.vector import vector
from autograder.publish.vectors import Setter, at_night, narrowest


def picture(color="#0072b2", size=12.0, pixels=False) -> str:
    fig, ax = plt.subplots(figsize=(4, 3))
    ax.plot([0, 1], color=color)
    ax.set_xlabel("steps", fontsize=size)
    if pixels:
        ax.imshow(np.eye(3))
    svg = vector(fig)
    plt.close(fig)
    return svg


@pytest.fixture
def setter(tmp_path):
    stored = {"a.svg": picture(), "b.svg": picture("#d55e00", pixels=True), "logo.svg": "<svg/>"}
    return Setter(stored.get, tmp_path, "../_images/")


def test_a_picture_stands_in_the_page_with_its_description(setter):
    body = setter.set(
        '<p><img class="x" src="a.svg" alt="A &lt; B." /> and <img src="logo.svg"></p>'
    )
    assert re.match(r'<p><svg class="drawn x" role="img" aria-label="A &lt; B."', body)
    assert body.endswith('</svg> and <img src="logo.svg"></p>')
    assert "font-family" not in body and "xmlns" not in body


def test_no_id_is_there_twice(setter):
    body = setter.set('<img src="a.svg" alt="A."><img src="a.svg" alt="A.">')
    names = re.findall(r'\bid="([^"]*)"', body)
    assert names and len(names) == len(set(names))
    assert set(re.findall(r"#([\w-]+)\"|#([\w-]+)\)", body)) <= {
        *((name, "") for name in names),
        *(("", name) for name in names),
        *((color, "") for color in re.findall(r'"#([0-9a-f]{6})"', body)),
    }


def test_colors_change_at_night_but_not_over_pixels(setter):
    setter.set('<img src="a.svg" alt="A."><img src="b.svg" alt="B.">')
    rule = 'html[data-theme="dark"] .drawn [stroke="#0072b2"]{stroke:#3bb0f2}'
    assert rule in setter.dark()
    assert "#d55e00" not in setter.dark()  # of the picture that is filtered whole
    assert "#000000" not in setter.dark()  # the ink of the page


def test_colors_are_those_of_the_filter_for_photographs():
    assert (at_night("#000000"), at_night("#ffffff")) == ("#ededed", "#121212")
    red, green, blue = (int(at_night("#7f0000")[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green == blue  # the hue stays


@pytest.mark.parametrize("size, pixels", [(12, 264), (6, 528)])
def test_a_picture_is_wide_enough_for_its_smallest_words(size, pixels):
    one = re.sub(r'font-size="[\d.]+"', 'font-size="12"', picture())
    one = one.replace('font-size="12"', f'font-size="{size}"', 1)
    assert narrowest(one) == pytest.approx(11 * 288 / size) == pytest.approx(pixels)


def test_frames_are_in_a_file_and_notes_nowhere(setter, tmp_path):
    frames = [picture(color) for color in ("#0072b2", "#009e73")]
    noted = tuple((svg, {"words": ["a secret note"]}) for svg in frames)
    book = Flipbook((b"1", b"2"), ("one", "two"), 'A "line".', 1, (0.5,), noted)
    body = setter.set(f"<p>{_moving(book)}</p>")
    (name,) = re.findall(r'data-vectors="\.\./_images/([^"]*)"', body)
    told = json.loads((tmp_path / name).read_text())
    assert told["labels"] == ["one", "two"] and len(told["frames"]) == 2
    assert "#009e73" in body and "#0072b2" not in body  # it starts with the second
    assert all('class="drawn panels-500"' in one for one in (body, *told["frames"]))
    assert "secret" not in body + json.dumps(told) and "#0072b2" in setter.dark()


def test_a_flipbook_of_which_one_frame_is_heavy_stays_pixels(tmp_path):
    Image.new("RGB", (8, 4)).save(tmp_path / "a.png")
    frame = (tmp_path / "a.png").read_bytes()
    book = Flipbook((frame, frame), ("one", "two"), "A line.", 0, (), ((picture(), {}), (None, {})))
    assert "data:image/png" in _moving(book) and "<svg" not in _moving(book)


@pytest.mark.parametrize("size, scrolls", [(12, False), (6, True)])
def test_only_what_no_phone_could_show_is_kept_wider(size, scrolls, tmp_path):
    small = re.sub(r'font-size="[\d.]+"', f'font-size="{size}"', picture())
    body = Setter({"a.svg": small}.get, tmp_path, "").set('<img src="a.svg" alt="A.">')
    assert ('class="drawn wide"' in body) == scrolls
    assert f"--least:{528 if scrolls else 264}px" in body


def test_a_marker_has_the_colors_of_its_use(setter):
    body = setter.set('<img src="a.svg" alt="A.">')
    markers = re.findall(r"<defs><path[^>]*>", body)
    assert markers and not any("#000000" in marker for marker in markers)
    assert re.search(r'<use [^>]*stroke="#000000"', body)
