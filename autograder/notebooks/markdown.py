"""MyST text as the plain Markdown that every notebook program shows.

Covers what chapters use (CONTRIBUTING.md lists it): admonitions, figures, labelled
formulas and roles. What needs a page is left out; anything else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FENCE = re.compile(r"^(?P<fence>:{3,}|`{3,})\{(?P<name>[\w-]+)\}\s*(?P<argument>.*)$")
OPTION = re.compile(r"^:(?P<key>[\w-]+):\s*(?P<value>.*)$")
ROLE = re.compile(r"\{(?P<role>[\w:]+)\}`(?P<content>[^`]+)`")
TITLED = re.compile(r"^(?P<text>.*?)\s*<(?P<target>[^<>]+)>$")
LABEL = re.compile(r"^\((?P<label>[\w-]+)\)=$")
FORMULA = re.compile(r"\$\$.+?\$\$|\$(?:[^$\n]|\n(?!\n))+\$", re.S)
ON_THE_PAGE_ALONE = "explore"
ADMONITIONS = {"admonition", "note", "tip", "warning", "important", "seealso", "caution", "hint"}


def plain_markdown(text: str, names: Mapping[str, str] | None = None) -> str:
    """Rewrite directives and roles.

    ``names`` says what a reader sees for a target: "Rosenblatt (1958)" for a work,
    "Figure 2" for a picture, "3" for a formula.
    """
    names = names or {}
    lines = text.splitlines()
    out: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        opened = FENCE.match(line)
        if LABEL.match(line):
            index += 1
        elif opened:
            end = _closing(lines, index, opened["fence"])
            out += _directive(opened["name"], opened["argument"], lines[index + 1 : end], names)
            index = end + 1
        elif fenced := re.match(r"```+|~~~+", line):  # code of other kinds is kept as it is
            end = _closing(lines, index, fenced[0])
            out += lines[index : end + 1]
            index = end + 1
        else:
            out.append(line)
            index += 1
    return _roles("\n".join(out), names)


def equation_labels(text: str) -> list[str]:
    """Labels of the ``{math}`` directives of ``text``, in order."""
    return re.findall(r"^[:`]{3,}\{math\}[^\n]*\n:label:\s*([\w-]+)", text, re.M)


def bibliography(bibtex: str) -> dict[str, str]:
    """Keys of a BibTeX file with what a reader cites by: "Rosenblatt (1958)"."""
    found = {}
    for entry in re.split(r"\n(?=@)", bibtex):
        key = re.match(r"@\w+\{([^,]+),", entry)
        author = re.search(r"\b(?:author|editor)\s*=\s*\{(.+?)\}\s*,\s*\w+\s*=", entry, re.S)
        year = re.search(r"\byear\s*=\s*\{?(\d{4})", entry)
        if key and author and year:
            found[key[1].strip()] = f"{_surnames(author[1])} ({year[1]})"
    return found


def _surnames(authors: str) -> str:
    clean = re.sub(r"[{}]|\\.", "", authors)
    names = [name.split(",")[0].strip() for name in clean.split(" and ")]
    return (
        names[0]
        if len(names) == 1
        else " and ".join(names)
        if len(names) == 2
        else f"{names[0]} et al."
    )


def _closing(lines: list[str], start: int, fence: str) -> int:
    for index in range(start + 1, len(lines)):
        if lines[index].strip() == fence:
            return index
    return len(lines)


def _directive(name: str, argument: str, body: list[str], names: Mapping[str, str]) -> list[str]:
    options = {}
    while body and (option := OPTION.match(body[0])):
        options[option["key"]] = option["value"]
        body = body[1:]
    if name == ON_THE_PAGE_ALONE:
        return []
    if name == "math":
        label = options.get("label", "")
        tag = [f"\\tag{{{names.get(label, label)}}}"] if label else []
        # notebook programs end a formula at an empty line
        return ["$$", *filter(str.strip, body), *tag, "$$"]
    if name in ("figure", "image"):
        caption = " ".join(body).strip()
        alt = options.get("alt", caption)
        return [f"*Figure (on the course's site): {caption or alt}*"]
    if name in ADMONITIONS:
        title = argument or name.capitalize()
        inside = plain_markdown("\n".join(body), names).strip().splitlines()
        if "dropdown" in options.get("class", ""):
            return [
                f"<details><summary>{title}</summary>",
                "",
                *inside,
                "",
                "</details>",
            ]
        inside = FORMULA.sub(_on_one_line, "\n".join(inside)).splitlines()
        return [f"> **{title}**", ">", *(f"> {line}".rstrip() for line in inside)]
    return [f"```{{{name}}} {argument}".rstrip(), *body, "```"]


def _on_one_line(formula: re.Match) -> str:
    """So that the marks of a quotation do not get into it: notebook programs see it first."""
    return " ".join(formula[0].split())


def _roles(text: str, names: Mapping[str, str]) -> str:
    def spoken(match: re.Match) -> str:
        role, content = match["role"], match["content"]
        titled = TITLED.match(content)
        if role.startswith("cite"):
            works = [names.get(key.strip(), key.strip()) for key in content.split(",")]
            if role == "cite:p":
                return (
                    "(" + "; ".join(re.sub(r" \((\d{4})\)", r", \1", work) for work in works) + ")"
                )
            return "; ".join(works)
        if role == "eq":
            return f"({names.get(content, content)})"
        if role in ("ref", "doc", "numref", "term"):
            if titled:
                return f"*{titled['text']}*"
            if content in names:
                return names[content]
            return f"*{content.rsplit('/', 1)[-1].replace('_', ' ')}*"
        return match[0]

    # formulas and code may hold backticks and braces of their own, but never a role
    return ROLE.sub(spoken, text)
