"""References lead to the works and back to where they are cited; Chinese is said to be Chinese."""

import re

from autograder.course.reader import toc_files
from tests.conftest import ROOT

BIBLIOGRAPHY = (ROOT / "chapters" / "references.bib").read_text(encoding="utf-8")


def entry(page: str, author: str) -> str:
    """The list's entry of a work, as it is written."""
    entries = re.findall(r'<div class="citation".*?</div>', page, re.S)
    (found,) = [text for text in entries if author in text]
    return found


def test_every_doi_is_one_and_no_two_works_share_it():
    found = re.findall(r"doi = \{([^}]*)\}", BIBLIOGRAPHY)
    assert len(found) >= 80 and len(set(found)) == len(found)
    for doi in found:
        assert re.fullmatch(r"10\.\d{4,5}/[^\s{}]+", doi), doi


def test_a_reference_leads_to_the_work_and_to_where_it_is_cited(small_site):
    page = (small_site / "chapters" / "references.html").read_text()
    rosenblatt = entry(page, "Frank Rosenblatt")
    assert 'href="https://doi.org/10.1037/h0042519"' in rosenblatt
    back = re.search(r'Cited in <a [^>]*href="rich\.html#([^"]+)"', rosenblatt)
    assert back and "What a page may hold</a>" in rosenblatt
    assert f'id="{back[1]}"' in (small_site / "chapters" / "rich.html").read_text()


def test_chinese_words_have_their_language(small_site):
    page = (small_site / "chapters" / "rich.html").read_text()
    assert '<span lang="zh">神经元（一个）</span>' in page


def test_what_one_looks_up_stands_before_the_pages_for_authors():
    names = [file.removeprefix("chapters/") for file in toc_files(ROOT)]
    assert names[:2] == ["index", "introduction"]
    looked_up = [names.index(name) for name in ("notation", "glossary", "errata", "references")]
    assert looked_up == sorted(looked_up)
    assert max(looked_up) < min(
        map(names.index, ("how_grading_works", "how_fast", "how_to_write_a_check"))
    )
