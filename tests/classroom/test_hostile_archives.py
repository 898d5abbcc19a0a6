"""Whatever an archive holds, each of its files is collected or named, and nothing breaks."""

import io
import stat
import tempfile
import warnings
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.classroom.collecting import archives
from autograder.classroom.collecting.archives import Most, SourceError, files_of
from autograder.classroom.collecting.hand_ins import SYSTEM, Sorted, sort_out
from autograder.classroom.collecting.whose import Matcher
from tests.classroom.test_collecting import ASSIGNMENTS, ROSTER, notebook

HEADS = st.sampled_from(
    [
        "Ada Lovelace_11_assignsubmission_file/",
        "Ada Lovelace_11_assignsubmission_file_/",
        "Ada Lovelace_11_assignsubmission_file_",
        "ada lovelace_11_assignsubmission_file/",
        "Eva Müller_41_assignsubmission_file_/",
        "Eva Müller_42_assignsubmission_file_/",
        "Kurt Gödel_13_assignsubmission_onlinetext_/",
        "Nobody_assignsubmission_file_/",
        "lovelaceada_1001_5001_",
        "lovelaceada_LATE_1001_5002_",
        "gödelkurt_3_4_",
        "turingalan_7_8_",
        "anon_x7_9_",
        "ada+line+2027-01-31 10:00:00 UTC/",
        "ada+plane+no time/",
        "bob/",
        "",
    ]
)
TAILS = st.one_of(
    st.sampled_from(
        [
            *("line.ipynb", "LINE.ipynb", "line (1).ipynb", "plane.ipynb", "x.py", "mine.py"),
            *("a.png", "../../etc/passwd", "/etc/passwd", "..\\..\\x.ipynb", "C:/x.ipynb", "."),
            *("a/./b//c.png", "timestamp.txt", "submission_secret.txt", ".hidden.ipynb"),
            *("__MACOSX/line.ipynb", "n" * 300 + ".ipynb", "n" * 300 + ".png", "a/b/c/d/e/f.png"),
            *("line.ipynb/x.png", "a\0b.ipynb", "a\x1b[2Jb.ipynb", "zu\u0308rich.png", "x.zip"),
            *("text.html", "sub/line.ipynb"),
        ]
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    st.text("aA./\\_+0 ", min_size=1, max_size=12),
)
KINDS = st.sampled_from(["line", "plane", "torn", "nul", "scalar", "empty", "picture", "list"])
ODDITIES = st.sampled_from(["", "", "", "", "link", "pipe", "locked", "lies", "silent"])
FILES = st.lists(st.tuples(HEADS, TAILS, KINDS, ODDITIES), max_size=8)


class RawName(zipfile.ZipInfo):
    """An entry whose name is written as it is: with a NUL, or without saying that it is UTF-8."""

    def _encodeFilenameFlags(self):
        flags = self.flag_bits | (0 if self.comment == b"silent" else 0x800)
        return self.raw.encode("utf-8", "surrogatepass"), flags


def content_of(kind, number):
    """No two files are the same, so that each can be found again."""
    return {
        "line": notebook("line", f"# {number}"),
        "plane": notebook("plane", f"# {number}"),
        "torn": notebook("line", f"# {number}")[:-20],
        "nul": f"\0\0{number}\0",
        "scalar": f"{number}",
        "empty": " " * number,
        "picture": f"\x89PNG {number}",
        "list": f'[{number}, {{"cells": 3}}]',
    }[kind].encode()


def build(files):
    """An archive of ``files``, and what each holds."""
    buffer = io.BytesIO()
    contents = []
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name are meant
        for number, (head, tail, kind, oddity) in enumerate(files, 1):
            entry = RawName("x")
            entry.raw = head + tail
            entry.comment = oddity.encode()
            entry.compress_type = zipfile.ZIP_DEFLATED
            kinds = {"link": stat.S_IFLNK, "pipe": stat.S_IFIFO}
            entry.external_attr = kinds.get(oddity, 0) << 16
            contents.append(content_of(kind, number))
            archive.writestr(entry, contents[-1])
            if oddity == "locked":
                entry.flag_bits |= 0x1
            if oddity == "lies":
                entry.CRC ^= 1
    return buffer.getvalue(), contents


def same_name(path):
    """A name, whatever slashes it was written with."""
    return "/".join(part for part in path.replace("\\", "/").split("/") if part not in ("", "."))


def is_litter(name):
    parts = same_name(name).split("/")
    return any(part.lower() in SYSTEM or part.startswith("._") for part in parts)


def is_of_the_exchange(head, name):
    own = ("timestamp.txt", "submission_secret.txt")
    return same_name(name).split("/")[-1] in own and ("+" in head or head in ("bob/", ""))


def account(content, entries, contents, prefix=""):
    """Check that each of ``entries`` is in a hand-in or named."""
    found = Sorted()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "download.zip")
        path.write_bytes(content)
        try:
            with files_of(path) as files:
                hand_ins = list(sort_out(files, Matcher(ROSTER), ASSIGNMENTS, found))
        except SourceError as error:
            assert str(path) in str(error) and "\n" not in str(error)
            return
    kept = {content for one in hand_ins for content in one.files.values()}
    told = Counter(same_name(one.path) for one in [*found.told, *found.unmatched])
    assert all(one.why and "\n" not in one.why for one in [*found.told, *found.unmatched])
    missing = Counter()
    for (head, tail, _, _), own in zip(entries, contents, strict=True):
        name = prefix + head + tail
        if own not in kept and not is_litter(name) and not is_of_the_exchange(head, name):
            missing[same_name(name)] += 1
    # a folder is no file
    missing = Counter({n: c for n, c in missing.items() if n not in folders(entries, prefix)})
    assert not missing - told, (missing - told, told)
    for one in hand_ins:
        assert one.student in ROSTER.by_id and one.assignment in ASSIGNMENTS
        for name in one.files:
            assert not name.startswith("/") and ".." not in name.split("/") and name.isprintable()
        assert len({name.casefold() for name in one.files}) == len(one.files)


def folders(entries, prefix):
    names = (prefix + head + tail for head, tail, _, _ in entries)
    return {same_name(name) for name in names if name.endswith("/")}


@pytest.fixture(autouse=True, scope="module")
def _less():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archives, "OF_A_STUDENT", Most(files=5, total=2**20, free=2**12, ratio=10))
        yield


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FILES)
def test_every_file_of_an_archive_is_collected_or_named(files):
    content, contents = build(files)
    account(content, files, contents)


@settings(max_examples=100, deadline=None)
@given(FILES, HEADS)
def test_and_every_file_of_an_archive_in_it(files, head):
    inner, contents = build(files)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"{head}work.zip", inner)
    outer = head.rpartition("/")[0] if head.endswith("/") else ""
    prefix = f"{outer}/work.zip/" if outer else f"{head}work.zip/"
    found = Sorted()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "download.zip")
        path.write_bytes(buffer.getvalue())
        with files_of(path) as opened:
            hand_ins = list(sort_out(opened, Matcher(ROSTER), ASSIGNMENTS, found))
    told = {same_name(one.path) for one in [*found.told, *found.unmatched]}
    if prefix.rstrip("/") in told:  # as a whole
        assert not hand_ins
        return
    kept = {content for one in hand_ins for content in one.files.values()}
    for (part, tail, _, _), own in zip(files, contents, strict=True):
        name = prefix + part + tail
        is_folder = name.replace("\\", "/").endswith("/")
        assert own in kept or same_name(name) in told or is_litter(name) or is_folder, name


@settings(max_examples=100, deadline=None)
@given(FILES, st.data())
def test_a_torn_archive_is_one_sentence_or_its_files_are_accounted_for(files, data):
    content, _ = build(files)
    start = data.draw(st.integers(0, len(content)))
    junk = data.draw(st.binary(max_size=30))
    torn = content[:start] + junk + content[start + len(junk) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "download.zip")
        path.write_bytes(torn)
        try:
            with files_of(path) as opened:
                count = len(opened)
                found = Sorted()
                hand_ins = list(sort_out(opened, Matcher(ROSTER), ASSIGNMENTS, found))
        except SourceError as error:
            assert "torn" in str(error) or "unpack" in str(error)
        else:
            kept = sum(len(one.files) for one in hand_ins)
            assert kept + len(found.told) + len(found.unmatched) + found.left_aside <= 2 * count


def test_an_entry_without_a_name_is_one_file_of_which_something_is_told(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", "{}")
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 28] = 0  # the length of the name, in the list of files
    content[at + 30] = 1  # its letter is a byte of something else
    path.write_bytes(content)
    with files_of(path) as files:
        assert len(files) == 1
