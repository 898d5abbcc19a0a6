"""The table of what the seed notes say: every section and erratum that it names is there."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "chapters/seed_coverage.md").read_text(encoding="utf-8")
LINKS = re.findall(r"\[([^\]]+)\]\((\w+)\.md#([\w-]+)\)", PAGE)
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| (?!statement|---)", line)]


def headings(path: Path) -> list[str]:
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    return [found.strip() for found in re.findall(r"^#{2,3} (.+)$", text, flags=re.M)]


def without_condition(title: str) -> str:
    return title.removesuffix(" (incomplete)")


@pytest.mark.parametrize("chapter", sorted({chapter for _, chapter, _ in LINKS}))
def test_every_section_is_there_under_its_name(chapter):
    titles = {without_condition(title) for title in headings(ROOT / "chapters" / f"{chapter}.md")}
    named = {title for title, of, _ in LINKS if of == chapter}
    assert named <= titles, "the build would miss them"


def test_every_erratum_belongs_to_a_statement():
    errata = {without_condition(title) for title in headings(ROOT / "chapters/errata.md")}
    linked = {title for title, chapter, _ in LINKS if chapter == "errata"}
    assert errata - linked == {f"Note 00{n}" for n in range(5)} | {"Slips of the pen"}


def test_every_statement_has_a_place():
    for row in ROWS:
        statement, where, _ = row.strip("|").rsplit("|", 2)
        assert statement.strip() and where.strip(), row


def test_every_note_is_there():
    assert re.findall(r"^## Note (\d{3})", PAGE, flags=re.M) == ["000", "001", "002", "003", "004"]
