"""Tables as text: our own, harmless in spreadsheets, and a platform's, kept byte for byte."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.errors import UserError

#: a spreadsheet runs a cell that begins with one of these, quoted or not
#: (https://owasp.org/www-community/attacks/CSV_Injection); the wide ones in East Asian versions
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Excel takes a CSV file that is double-clicked for one in the code page of Windows, and shows
#: "GÃ¶del", unless these bytes stand at its beginning
BOM = b"\xef\xbb\xbf"
DELIMITERS = ",;\t"
MAX_BYTES = 64 * 2**20


class TableError(UserError):
    """A file of a platform cannot be used; the message says where and why."""


def harmless(text: str) -> str:
    """``text`` in one line, with an apostrophe before what a spreadsheet would run."""
    line = " ".join(text.split())
    return f"'{line}" if is_formula(line) else line


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run ``text``."""
    return text.lstrip(" ").startswith(FORMULA)


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """A table of our own as CSV (RFC 4180) in UTF-8, with :data:`BOM`."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return BOM + file.getvalue().encode()


class PlatformTable:
    """A table that a platform exported; what is not put anew stays as it was, byte for byte."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.encoding, self._begin = _encoding(content)
        text = content[len(self._begin) :].decode(self.encoding)
        self.delimiter = _delimiter(text)
        self._rows, self._ends = self._split(text)

    @classmethod
    def read(cls, path: Path) -> PlatformTable:
        """Read the file at ``path``. Raises :class:`TableError`."""
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise TableError(f"{path} cannot be read: {error.strerror}") from error
        if len(content) > MAX_BYTES:
            raise TableError(f"{path} is larger than any table of marks")
        if content.startswith(b"PK"):
            raise TableError(f"{path} is a workbook or an archive; export the table as CSV")
        return cls(str(path), content)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def headings(self) -> list[str]:
        """The cells of the first row."""
        return [self.value(0, column) for column in range(len(self._rows[0]))] if self._rows else []

    def value(self, row: int, column: int) -> str:
        """What a cell says, without quotes and blanks around it."""
        cells = self._rows[row]
        raw = cells[column] if 0 <= column < len(cells) else ""
        return (raw[1:-1].replace('""', '"') if raw.startswith('"') else raw).strip()

    def put(self, row: int, column: int, text: str) -> None:
        """Let a cell say ``text``, in quotes where it was or has to be."""
        cells = self._rows[row]
        cells += [""] * (column + 1 - len(cells))
        is_quoted = cells[column].startswith('"')
        if is_quoted or any(sign in text for sign in (self.delimiter, '"', "\r", "\n")):
            text = '"' + text.replace('"', '""') + '"'
        cells[column] = text

    def content(self) -> bytes:
        """The file, as the platform takes it back."""
        lines = (
            self.delimiter.join(cells) + end
            for cells, end in zip(self._rows, self._ends, strict=True)
        )
        return self._begin + "".join(lines).encode(self.encoding)

    def _split(self, text: str) -> tuple[list[list[str]], list[str]]:
        """The cells of each row as they are written, and how each row ends."""
        sign = re.escape(self.delimiter)
        cell = re.compile(
            rf'("(?:[^"]|"")*+"|(?!")[^{sign}\r\n]*+)({sign}|\r\n|\r|\n|\Z)', re.DOTALL
        )
        rows, ends, at = [], [], 0
        cells: list[str] = []
        while at < len(text) or cells:
            found = cell.match(text, at)
            if found is None:
                line = text.count("\n", 0, at) + 1
                raise TableError(f"{self.name}:{line}: a quotation mark that is not closed")
            cells.append(found[1])
            at = found.end()
            if found[2] != self.delimiter:
                rows.append(cells)
                ends.append(found[2])
                cells = []
        return rows, ends


def _encoding(content: bytes) -> tuple[str, bytes]:
    """The encoding of ``content``, and the bytes at its beginning that say so."""
    for begin, encoding in ((BOM, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(begin) and _fits(content[len(begin) :], encoding):
            return encoding, begin
    # where it is no UTF-8, every byte is a character of this one, and comes back as it was
    return ("utf-8" if _fits(content, "utf-8") else "latin-1"), b""


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(text: str) -> str:
    """What stands between the headings."""
    bare = re.sub(r'"[^"]*"', "", text[:100_000]).lstrip("\r\n")
    first = re.split(r"[\r\n]", bare, maxsplit=1)[0]
    return max(DELIMITERS, key=first.count)
