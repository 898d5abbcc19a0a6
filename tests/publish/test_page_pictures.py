"""Pictures as a page shows them: their size told, loaded late, dark at night."""

import base64
import io
import json
import re

import pytest
from PIL import Image
from publish_support import serving
from test_browser import Visit

from autograder.pictures.flipbook import Flipbook
from autograder.publish.page_pictures import frames_as_files, late


def png(shade: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 4), (shade,) * 3).save(data, format="png")
    return data.getvalue()


FLIP = Flipbook((png(0), png(100), png(200)), ("a", "b", "c"), "Shades.", 1)._repr_html_()


@pytest.fixture(scope="module")
def address(small_site):
    with serving(small_site) as address:
        yield address


def test_frames_become_files_that_the_page_names(tmp_path):
    body = frames_as_files(f"<p>before</p>{FLIP}<p>after</p>", tmp_path, "../_images/")
    assert "data:image" not in body and body.startswith("<p>before</p><figure data-frames=")
    frames = json.loads(re.search(r"const frames = (.*?);", body)[1])
    stored = [Image.open(tmp_path / name.rpartition("/")[2]).convert("RGB") for name in frames]
    assert [picture.getpixel((3, 2)) for picture in stored] == [(n, n, n) for n in (0, 100, 200)]
    assert f'src="{frames[1]}"' in body


def test_all_pictures_tell_their_size_and_all_but_the_first_come_late():
    body = '<img src="a.png" alt="x"><img src="b.png" width="3" height="4"><img src="c.svg">'
    sizes = {"a.png": (10, 20)}
    assert late(body, sizes.get) == (
        '<img decoding="async" width="10" height="20" src="a.png" alt="x">'
        '<img decoding="async" loading="lazy" src="b.png" width="3" height="4">'
        '<img decoding="async" loading="lazy" src="c.svg">'
    )


def corner(page, picture) -> list[int]:
    """The colour that a reader sees in the corner of a picture."""
    shot = Image.open(io.BytesIO(picture.screenshot())).convert("RGB")
    return list(shot.getpixel((6, 6)))


def test_no_picture_is_a_white_card_at_night(browser, address):
    with Visit(browser, address, "chapters/rich.html") as visit:
        page = visit.page
        picture = page.locator("figure#rich-panels svg.whole")
        picture.scroll_into_view_if_needed()
        visit.use_theme("light")
        assert min(corner(page, picture)) > 240
        visit.use_theme("dark")
        assert max(corner(page, picture)) < 60
        assert visit.troubles == []


def test_nothing_moves_while_a_reader_goes_down_the_page(browser, address):
    with Visit(browser, address, "chapters/rich.html") as visit:
        shift = visit.page.evaluate(
            """async () => {
                let sum = 0;
                const add = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
                new PerformanceObserver(add)
                    .observe({ type: "layout-shift" });
                for (let y = 0; y < document.body.scrollHeight; y += 300) {
                    scrollTo(0, y);
                    await new Promise((next) => setTimeout(next, 50));
                }
                return sum;
            }"""
        )
        assert shift < 0.02
        frames = visit.page.locator(".flipbook").first.element_handle()
        visit.page.wait_for_function(
            "(flipbook) => flipbook.loadedFrames?.length === 3", arg=frames
        )


def test_data_that_is_no_picture_of_ours_stays():
    other = "data:image/png;base64," + base64.b64encode(png(3)).decode()
    body = f'<p><img src="{other}" width="8" height="4"></p>'
    assert frames_as_files(body, None, "") == body
