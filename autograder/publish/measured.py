"""What ``make bench`` measured, in a page: a table and a picture of each group of figures.

````markdown
```{measured} _static/bench.json grading
The bars show how long a submission takes.
```
````

The figures come from the file alone, so the page says what was measured last, and nothing else.
Without a group, it says where, when and how they were measured. A group that is not in the file
was left out of that run, and the page says so.
"""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

#: a row of a group: its unit, and a figure for each round
Rows = Mapping[str, Mapping[str, Any]]

WIDTH, LINE = 420, 46  #: of the picture, in pixels: on a phone its words are still read
LEAST_BAR = 2.0


class MeasuredDirective(SphinxDirective):
    """The table and the picture of a group in a file of ``make bench``."""

    required_arguments = 1
    optional_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Read the file; one that is missing or broken is an error that names it."""
        path = Path(self.env.doc2path(self.env.docname)).parent / self.arguments[0]
        self.env.note_dependency(str(path))
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            group = self.arguments[1] if len(self.arguments) > 1 else ""
            rows = found["groups"].get(group, {})
            text = table(rows) if group else about(found)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise self.error(f"{path.name} is not what `make bench` writes: {error!r}") from error
        if group and not rows:
            text = "*Not measured in this run.*"
        made: list[nodes.Node] = []
        if rows:
            caption = " ".join(self.content)
            made.append(nodes.raw("", picture(rows, caption), format="html"))
        holder = nodes.Element()
        source = self.get_source_info()[0]
        self.state.nested_parse(
            StringList(text.splitlines(), source=source), self.content_offset, holder
        )
        return [*made, *holder.children]


def set_up(app: Sphinx) -> None:
    """Let pages show what was measured."""
    app.add_directive("measured", MeasuredDirective)


def about(found: Mapping[str, Any]) -> str:
    """Where, when and how it was measured, as a sentence of Markdown."""
    there = found["surroundings"]
    before, after = there["load"]
    return (
        f"Measured on {there['date']} by `{found['command']}`: {found['rounds']} rounds on "
        f"{there['cores']} cores ({there['processor']}, {there['system']}, Python "
        f"{there['python']}, NumPy {there['numpy']}), with {found['size']} submissions to "
        f"`{found['chapter']}`. {before:g} processes wanted these cores when it began, and "
        f"{after:g} when it ended."
    )


def table(rows: Rows) -> str:
    """A row each: the median, and from the least to the most of all rounds."""
    lines = ["| what | median | least to most | rounds |", "| --- | --: | --: | --: |"]
    for name, row in rows.items():
        values, unit = row["values"], row["unit"]
        least, most = shown(min(values), unit), shown(max(values), unit)
        median = shown(statistics.median(values), unit)
        lines.append(f"| {name} | {median} | {least} to {most} | {len(values)} |")
    return "\n".join(lines)


def shown(value: float, unit: str) -> str:
    """A figure with its unit, as a person says it."""
    if unit != "s":
        digits = 0 if value >= 20 else 1 if value >= 5 else 2
        return f"{value:.{digits}f} {unit}"
    if value < 0.9995:
        milliseconds = 1000 * value
        return f"{milliseconds:.{0 if milliseconds >= 9.95 else 1}f} ms"
    return f"{value:.{1 if value < 100 else 0}f} s"


def picture(rows: Rows, caption: str) -> str:
    """Bars on a scale of powers of ten, as SVG in the page's own color; lines show the spread."""
    medians = {name: statistics.median(row["values"]) for name, row in rows.items()}
    low = math.floor(min(_power(min(row["values"])) for row in rows.values()) - 0.1)
    high = max(_power(max(row["values"])) for row in rows.values())
    scale = (WIDTH - 90) / max(high - low, 1e-9)

    def at(value: float) -> float:
        return max(scale * (_power(value) - low), LEAST_BAR)

    parts = []
    for number, (name, row) in enumerate(rows.items()):
        y = LINE * number + 30
        least, most = at(min(row["values"])), at(max(row["values"]))
        end = at(medians[name])
        said = shown(medians[name], row["unit"])
        label = escape(name.replace("`", ""))
        parts += [
            f'<text y="{y - 14:.0f}">{label}</text>',
            f'<rect y="{y - 8:.0f}" width="{end:.1f}" height="16"/>',
            f'<path d="M{least:.1f} {y:.0f}H{most:.1f}"/>',
            f'<text x="{max(end, most) + 6:.1f}" y="{y + 5:.0f}">{escape(said)}</text>',
        ]
    return SVG.format(
        width=WIDTH, height=LINE * len(rows), alt=escape(_alt(rows)), bars="".join(parts)
    ) + (f'<p class="measured-caption">{escape(caption)}</p>' if caption else "")


def _power(value: float) -> float:
    """Of ten; what is less than a microsecond is as one."""
    return math.log10(max(value, 1e-6))


def _alt(rows: Rows) -> str:
    said: Sequence[str] = [
        f"{name.replace('`', '')}: {shown(statistics.median(row['values']), row['unit'])}"
        for name, row in rows.items()
    ]
    return "Bars on a scale of powers of ten. " + "; ".join(said) + "."


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
    'role="img" aria-label="{alt}" style="max-width:100%;height:auto" font-size="14" '
    'font-family="sans-serif" fill="currentColor"><style>'
    "rect{{opacity:.35}}path{{stroke:currentColor;stroke-width:2;fill:none}}"
    "</style>{bars}</svg>"
)
