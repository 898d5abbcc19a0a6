"""What a handed-out notebook carries of itself: its cells as they were, and its deadline.

It stands in the notebook's own metadata, so that whoever has lost or changed a cell of the
course needs no other file. Standard library only: a student's install reads it.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from autograder.notebook_files import KNOWN_MISTAKES

KEY = "neuron_to_network"  #: in a notebook's metadata
MAX_BYTES = 16 * 2**20  #: of the cells, unpacked
KEPT = ("cell_type", "id", "metadata", "source")


@dataclass(frozen=True)
class Original:
    """The cells of the course in a notebook, as in its file, but for text and pictures."""

    cells: tuple[dict[str, Any], ...] = ()
    due: datetime | None = None  #: with its zone

    @property
    def packed(self) -> str:
        """The cells in a form that a notebook's metadata hold."""
        text = json.dumps(self.cells, ensure_ascii=False, sort_keys=True)
        return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode()


def original_of(notebook: Any) -> Original:
    """The original of ``notebook``, which nobody has changed yet."""
    cells = notebook.get("cells") if isinstance(notebook, Mapping) else None
    raw = [one for one in cells if isinstance(one, dict)] if isinstance(cells, list) else []
    return Original(tuple(_bare(raw)), _due(_about(notebook)))


def carry(notebook: MutableMapping[str, Any], due: datetime | None = None) -> None:
    """Let ``notebook`` carry its original. ``due`` is in UTC, with or without its zone."""
    about: dict[str, str] = {"cells": original_of(notebook).packed}
    if due is not None:
        due = due.replace(tzinfo=UTC) if due.tzinfo is None else due.astimezone(UTC)
        about["due"] = due.isoformat(timespec="minutes")
    notebook["metadata"][KEY] = about


def carried(notebook: Any) -> Original:
    """What ``notebook`` carries; no cells where it carries none that can be read."""
    about = _about(notebook)
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.b64decode(about.get("cells", "")), MAX_BYTES)
        cells = json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, TypeError, zlib.error, RecursionError):
        cells = []
    raw = [one for one in cells if isinstance(one, dict)] if isinstance(cells, list) else []
    return Original(tuple(_bare(raw)), _due(about))


def _bare(cells: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The ``cells`` that checks and grading know by name, without what they show."""
    for cell in cells:
        metadata = cell.get("metadata")
        about = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
        name = about.get("grade_id") if isinstance(about, Mapping) else None
        # the digests of known mistakes are long, and nothing is lost without them but words
        if isinstance(name, str) and name != KNOWN_MISTAKES:
            yield {key: cell[key] for key in KEPT if key in cell}


def _about(notebook: Any) -> Mapping[str, Any]:
    metadata = notebook.get("metadata") if isinstance(notebook, Mapping) else None
    about = metadata.get(KEY) if isinstance(metadata, Mapping) else None
    return about if isinstance(about, Mapping) else {}


def _due(about: Mapping[str, Any]) -> datetime | None:
    try:
        due = datetime.fromisoformat(about["due"])
    except (KeyError, TypeError, ValueError):
        return None
    return due if due.tzinfo is not None else None
