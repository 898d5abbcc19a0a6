"""The road on the front page says what the chapters say."""

import re

from autograder.course import read_course, toc_parts
from autograder.publish.road import road
from tests.conftest import ROOT, the_course


def test_every_chapter_says_what_it_is_about_and_how_long_it_takes():
    for stage in road(the_course()).stages:
        assert stage.about.endswith((".", "?")), stage.name
        assert stage.hours, stage.name


def test_points_are_those_of_the_headers():
    headers = {
        path.stem: float(found[1])
        for path in (ROOT / "chapters").glob("*.md")
        if (found := re.search(r"^points: (\d+)", path.read_text(), re.M))
    }
    assert {s.name: s.points for s in road(the_course()).stages if s.points} == headers
    assert f"worth {sum(headers.values()):g} points" in road(the_course()).to_markdown()


def test_stages_are_numbered_as_the_sidebar_numbers_chapters():
    listed = [name for _, names in toc_parts(ROOT) for name in names]
    stages = road(the_course()).stages
    assert [stage.name for stage in stages] == listed[: len(stages)]
    assert [stage.number for stage in stages] == list(range(1, len(stages) + 1))


def test_a_chapter_that_changes_changes_the_road(small_course):
    toc = small_course / "_toc.yml"
    toc.write_text(
        "format: jb-book\nroot: chapters/welcome\nparts:\n  - caption: Lines\n"
        "    chapters:\n      - file: chapters/line\n"
    )
    page = small_course / "chapters" / "line.md"
    box = (
        "\n\n:::{admonition} In this chapter\n:class: tip\n\n"
        "A line | by hand. You will\nbe able to\n\n"
        "- fit.\n\n**Time:** about\ntwo hours.\n:::\n"
    )
    title = "# A line through points"
    page.write_text(page.read_text().replace(title, title + box))
    made = road(read_course(small_course))
    assert [caption for caption, _ in made.parts] == ["Lines"]
    (stage,) = made.stages
    assert (stage.number, stage.name, stage.about) == (1, "line", "A line | by hand.")
    assert (stage.hours, stage.points) == (2, 8)
    row = "| 1 | **{doc}`line`** A line \\| by hand. | 2 | 8 |"
    assert row in made.to_markdown().splitlines()
