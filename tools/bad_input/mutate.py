"""Break files as people, platforms and disks do: by bytes, by lines, by values of their JSON."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

Mutator = Callable[[random.Random, bytes], bytes]

HUGE, DEEP = "@HUGE@", "@DEEP@"
#: what ``json.dumps`` cannot write
LITERALS = {f'"{HUGE}"': "9" * 5000, f'"{DEEP}"': "[" * 3000 + "]" * 3000}
#: values that stand where others are expected
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 2**70, float("nan"), float("inf"), HUGE, DEEP),
    *("", " ", "\0", "\ud800", "x" * 70_000, "../../etc/passwd", "<script>", "\x1b[2J", "é\u0301"),
    *([], {}, [[]], [None], {"": {}}, ["a", 1], {"source": []}, [{}], "\n" * 50, "#", "5"),
)
#: texts that stand where others are expected, in files of lines
ODD_TEXT = (
    *("", " ", "\0", "x" * 200, "9" * 5000, "-1", "1e999", "nan", "true", "''", '"', "'", "[", "]"),
    *("[" * 2000, "{", "}", "=", ",", ";", "\t", "\r", "#", "ü", "\ud7ff", "\u202e", "../..", "/"),
    *("2027-02-31", "0001-01-01 00:00", "9999-12-31 23:59", "2027-13-45 99:99", '"a\\qb"', "&a *a"),
    *("<<<<<<< HEAD", "=======", ">>>>>>> theirs", '"""', "'''", "!!python/none", "? ", "- ", "\\"),
    *('=cmd|"x"', "+9999 days", "excused", "10% a day", "grace 999999 hours", "٣", "0x", "1_000"),
)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037")


def of_bytes(rng: random.Random, data: bytes) -> bytes:
    """Flip, cut, repeat or insert bytes."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        at = rng.randrange(len(out) + 1)
        match rng.randrange(7):
            case 0 if at < len(out):
                out[at] ^= 1 << rng.randrange(8)
            case 1:
                del out[at:]
            case 2:
                del out[at : at + rng.choice((1, 10, 1000))]
            case 3:
                out[at:at] = rng.randbytes(rng.choice((1, 3, 50)))
            case 4:
                out[at:at] = out[at : at + rng.choice((5, 500))]
            case 5:
                out[at : at + 4] = bytes(4)
            case 6:
                out[:at] = b""
    return bytes(out)


def of_encoding(rng: random.Random, data: bytes) -> bytes:
    """As another editor, system or merge leaves it."""
    text = data.decode("utf-8", "replace")
    match rng.randrange(6):
        case 0:
            text = text.replace("\n", "\r\n")
        case 1:
            text = text.replace("\n", "\r")
        case 2:
            lines = text.splitlines(keepends=True) or [""]
            at = rng.randrange(len(lines))
            ours, theirs = lines[at], lines[rng.randrange(len(lines))]
            merge = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n"
            text = "".join([*lines[:at], merge, *lines[at + 1 :]])
        case 3:
            text = f"\ufeff{text}\ufeff"
        case _:
            return text.encode(rng.choice(ENCODINGS), "replace")
    return text.encode()


def of_lines(rng: random.Random, data: bytes) -> bytes:
    """Lines lost, doubled, moved, and odd texts in place of words."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True) or ["\n"]
    for _ in range(rng.choice((1, 1, 2, 5))):
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(7):
            case 0:
                lines[at] = ""
            case 1:
                lines[at] += lines[other]
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = f"{rng.choice(ODD_TEXT)}\n"
            case _:
                lines[at] = _odd_word(rng, lines[at])
    return "".join(lines).encode("utf-8", "replace")


def _odd_word(rng: random.Random, line: str) -> str:
    """``line`` with an odd text in place of one of its words, between the signs around it."""
    signs = rng.choice((",", "=", ":", " ", '"', ";"))
    parts = line.rstrip("\r\n").split(signs)
    parts[rng.randrange(len(parts))] = rng.choice(ODD_TEXT)
    return signs.join(parts) + "\n"


def of_json(rng: random.Random, data: bytes) -> bytes:
    """Values of another type, keys lost, renamed or doubled, other formats of notebooks."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):  # it was broken before
        return of_bytes(rng, data)
    for _ in range(rng.choice((1, 1, 2, 4))):
        value = _changed(rng, value)
    if isinstance(value, dict) and not rng.randrange(5):
        value = _of_format(rng, value)
    text = json.dumps(value, indent=rng.choice((None, 1)), ensure_ascii=rng.random() < 0.5)
    for name, literal in LITERALS.items():
        text = text.replace(name, literal)
    if not rng.randrange(8):  # a key that comes twice
        text = text.replace('"source":', f'"source": {rng.choice(("1", "[]", "{}"))}, "source":', 1)
    return text.encode("utf-8", "surrogatepass")


def _changed(rng: random.Random, value: Any) -> Any:
    """``value`` with one change somewhere in it, as likely above as below."""
    keys: Sequence[Any] = ()
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = range(len(value))
    if not keys or not rng.randrange(8):
        return rng.choice(ODD)
    key = rng.choice(keys)
    copy = value.copy()
    match rng.randrange(8):
        case 0:
            del copy[key]
        case 1 if isinstance(copy, dict):
            copy[rng.choice(("cells", "source", "metadata", "", "nbgrader", "\ud800"))] = copy[key]
        case 1 | 2 if isinstance(copy, list):
            copy.insert(rng.randrange(len(copy) + 1), copy[key])
        case _:
            copy[key] = _changed(rng, copy[key])
    return copy


def _of_format(rng: random.Random, notebook: dict[str, Any]) -> dict[str, Any]:
    """The same in a format of before, or in one that nobody has yet."""
    version = rng.choice((1, 2, 3, 5, "4", -4, None))
    cells = notebook.get("cells", [])
    if version in (1, 2, 3):
        return {"nbformat": version, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}
    return {**notebook, "nbformat": version, "nbformat_minor": rng.choice((0, 99, "x"))}


def broken(rng: random.Random, data: bytes, mutators: Sequence[Mutator]) -> bytes:
    """``data`` after one or two of ``mutators``."""
    for _ in range(rng.choice((1, 1, 1, 2))):
        data = rng.choice(mutators)(rng, data)
    return data


OF_TEXT: Sequence[Mutator] = (of_lines, of_lines, of_lines, of_bytes, of_encoding)
OF_NOTEBOOKS: Sequence[Mutator] = (of_json, of_json, of_json, of_bytes, of_encoding, of_lines)
OF_ARCHIVES: Sequence[Mutator] = (of_bytes,)
