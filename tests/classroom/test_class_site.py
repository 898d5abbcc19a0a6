"""The book as a class sees it: hidden chapters are not there, and nothing leads to them."""

import re
import shutil

import pytest
import yaml

from autograder.cli import app
from autograder.errors import UserError
from autograder.publish.hidden import toc_without
from tests.conftest import ROOT

LINKS = """# Links

To {doc}`line`, to {doc}`the loss <line>`, to [a page](line.md) and to {doc}`root`.
As {numref}`line-points` shows; see {numref}`Picture %s <line-points>`, {eq}`line-loss`,
{ref}`a place <line-place>`, [an anchor](#line-place) and {eq}`own`.

```{math}
:label: own
a = b
```
"""

TOC = {
    "format": "jb-book",
    "root": "chapters/introduction",
    "parts": [
        {"caption": "One", "chapters": [{"file": "chapters/a"}, {"file": "chapters/b.md"}]},
        {"caption": "Two", "chapters": [{"file": "chapters/c", "sections": [{"file": "d"}]}]},
    ],
}


def test_contents_without_a_chapter():
    [part, _] = toc_without(TOC, ["chapters/b"])["parts"]
    assert part == {"caption": "One", "chapters": [{"file": "chapters/a"}]}


def test_what_is_below_a_hidden_chapter_takes_its_place():
    [_, part] = toc_without(TOC, ["chapters/c"])["parts"]
    assert part == {"caption": "Two", "chapters": [{"file": "d"}]}


def test_a_part_without_chapters_is_left_out():
    [part] = toc_without(TOC, ["chapters/a", "chapters/b"])["parts"]
    assert part["caption"] == "Two"
    assert toc_without(TOC, []) == TOC


@pytest.fixture
def course(two_chapters):
    """Two chapters, of which the second builds on the first, and a page of links to both."""
    folder = two_chapters / "chapters"
    config = yaml.safe_load((ROOT / "_config.yml").read_text())
    (two_chapters / "_config.yml").write_text(yaml.safe_dump(config))
    shutil.copytree(ROOT / "chapters" / "_static", folder / "_static")
    shutil.copy(ROOT / "chapters" / "references.bib", folder)
    (folder / "links.md").write_text(LINKS)
    line = folder / "line.md"
    labelled = "(line-place)=\n## The loss\n\n```{math}\n:label: line-loss\nl = 0\n```\n"
    line.write_text(line.read_text().replace("## The loss\n", labelled))
    toc = yaml.safe_load((two_chapters / "_toc.yml").read_text())
    toc["chapters"].append({"file": "chapters/links"})
    (two_chapters / "_toc.yml").write_text(yaml.safe_dump(toc))
    return two_chapters


def test_a_hidden_chapter_is_not_in_the_site_and_links_to_it_are_text(course, tmp_path):
    folder = tmp_path / "class"
    options = ["--course", str(course)]
    app(["init", str(folder), *options], standalone_mode=False)
    (folder / "class.toml").write_text('hidden = ["line"]\nsolutions_shown = ["root"]\n')
    app(["site", "--class", str(folder), *options], standalone_mode=False)

    html = folder / "site" / "_build" / "html"
    assert not (html / "chapters" / "line.html").exists()
    assert [path.name for path in (html / "notebooks").iterdir()] == ["root.ipynb"]
    for path in html.rglob("*.html"):
        assert "line.html" not in path.read_text(), path
    assert "Show the solution" in (html / "chapters" / "root.html").read_text()
    page = (html / "chapters" / "links.html").read_text()
    article = re.sub(r"<[^>]+>", "", page.partition("<article")[2].partition("</article")[0])
    text = " ".join(article.split())
    assert "To A line through points, to the loss, to a page and to The root of a loss." in text
    figure = "a figure of “A line through points”"
    assert f"As {figure} shows; see {figure}, an equation of “A line through points”," in text
    assert "a place, an anchor and (1)." in text


def test_a_chapter_that_is_not_there_cannot_be_hidden(course, tmp_path):
    folder = tmp_path / "class"
    app(["init", str(folder), "--course", str(course)], standalone_mode=False)
    (folder / "class.toml").write_text('solutions_shown = ["lin"]\n')
    with pytest.raises(UserError, match=r"no chapter 'lin'; do you mean 'line'\?"):
        app(["site", "--class", str(folder), "--course", str(course)], standalone_mode=False)
