"""Cut a journal off at every byte of its tail: what stands in whole lines is kept, and no more."""

from __future__ import annotations

import json

from autograder.grading.coordinator.journal import Entry, Journal
from tools.faults.bench import Bench

LINES = 2  #: the last ones, at each byte of which it is cut off


def cut_at_every_byte(bench: Bench) -> tuple[int, int]:
    """How many cuts were tried, and how many lost a line or made one up."""
    bench.reset()
    bench.run()
    content = (bench.klass / ".autograder" / "journal.jsonl").read_bytes()
    lines = content.splitlines(keepends=True)
    begin = len(content) - sum(map(len, lines[-LINES:]))
    path, wrong = bench.folder / "cut.jsonl", 0
    for end in range(begin, len(content) + 1):
        path.write_bytes(content[:end])
        wrong += not _is_kept(path, content[:end])
    return len(content) + 1 - begin, wrong


def _is_kept(path, content: bytes) -> bool:
    whole = [json.loads(line) for line in content.splitlines(keepends=True) if _is_whole(line)]
    expected = {one["submission"]: one["key"] for one in whole}
    found = {one.submission: one.key for one in Journal(path).entries.values()}
    with Journal(path) as journal:
        journal.add(Entry("another", "1"))
    after = {one.submission: one.key for one in Journal(path).entries.values()}
    return found == expected and after == expected | {"another": "1"}


def _is_whole(line: bytes) -> bool:
    """Whether it says everything; the end of the line may be missing."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
