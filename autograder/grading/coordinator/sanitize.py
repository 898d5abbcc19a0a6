"""Text that a student wrote, such that it cannot act in the browser of who reads it.

Nbconvert passes HTML in Markdown on as it is, and links to scripts too. In the formgrader such a
script has the rights of the instructor: it could change marks.
"""

from __future__ import annotations

import html
import re

#: tags that may stay where they have no attribute
PLAIN = "br|b|i|em|strong|u|sub|sup|code|kbd|hr"
TAG = re.compile(rf"<(?=[A-Za-z/!?])(?!/?(?:{PLAIN})\s*/?>)", re.IGNORECASE)
IMAGE = re.compile(r"<img\s(?:[^<>]*?\s)?src\s*=\s*[\"']?([^\"'\s<>()]+)[^<>]*>", re.IGNORECASE)
#: where the address of a link stands in angle brackets, and may hold blanks
BRACKETED = re.compile(r"(\](?:\(|:)\s*)<")
WORD = re.compile(r"[^\s(<]+")
SCRIPT = re.compile(r"(?:java|vb)script:")
UNSEEN = re.compile(r"[\s\x00-\x1f\\]")  # a browser or Markdown drops them from an address


def harmless(markdown: str) -> str:
    """``markdown`` with tags as text, pictures as Markdown's own, and no link to a script."""
    text = IMAGE.sub(r"![](\1)", markdown)
    text = BRACKETED.sub(r"\1&lt;", text)
    text = TAG.sub("< ", text)  # with a blank, it begins no tag
    return WORD.sub(_without_script, text)


def _without_script(word: re.Match) -> str:
    plain = UNSEEN.sub("", html.unescape(html.unescape(word[0]))).lower()
    return f"unsafe:{word[0]}" if SCRIPT.search(plain) else word[0]
