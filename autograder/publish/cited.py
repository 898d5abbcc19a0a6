"""Below each reference, links to the pages that cite it."""

from __future__ import annotations

from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class SayWhereCited(SphinxPostTransform):
    """Lead from every entry of the list of references to where each page first cites it."""

    default_priority = 650  # when the list has been made
    formats = ("html",)

    def run(self, **options: object) -> None:
        citations = list(self.document.findall(nodes.citation))
        if not citations:
            return
        domain = cast(Any, self.env.get_domain("cite"))
        keys = {citation.citation_id: citation.key for citation in domain.citations}
        for citation in citations:
            wanted = {keys[id_] for id_ in citation["ids"] if id_ in keys}
            places: dict[str, str] = {}
            for place in domain.citation_refs:
                if wanted & {target.key for target in place.targets}:
                    places.setdefault(place.docname, place.citation_ref_id)
            *_, paragraph = citation.findall(nodes.paragraph)
            if places:
                paragraph += self._links(places)

    def _links(self, places: dict[str, str]) -> nodes.inline:
        links = nodes.inline("", " Cited in ", classes=["cited-in"])
        for docname, id_ in places.items():
            if len(links.children) > 1:
                links += nodes.Text(", ")
            uri = self.app.builder.get_relative_uri(self.env.docname, docname)
            title = self.env.titles[docname].astext()
            links += nodes.reference("", title, internal=True, refuri=f"{uri}#{id_}")
        links += nodes.Text(".")
        return links


def set_up(app: Sphinx) -> None:
    """Add the links to every list of references."""
    app.add_post_transform(SayWhereCited)
