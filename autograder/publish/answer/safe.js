// HTML that a check made, as parts of the page that can do nothing.

const TAGS = `SECTION P STRONG CODE TABLE TBODY TR TH TD FIGURE FIGCAPTION SPAN IMG
  SVG G LINE RECT CIRCLE TEXT`.split(/\s+/);
const ATTRIBUTES = `aria-label aria-hidden role scope style alt src width height viewBox x y x1 y1
  x2 y2 cx cy r fill stroke stroke-opacity stroke-width text-anchor font-size transform`.split(/\s+/);

/** What `html` holds, without anything that acts or loads. */
export function safe(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const part of body.querySelectorAll("*")) {
    if (!TAGS.includes(part.tagName.toUpperCase())) part.remove();
    for (const { name, value } of Array.from(part.attributes)) {
      const loads = name === "src" ? !value.startsWith("data:image/png;base64,") : /url\(/i.test(value);
      if (!ATTRIBUTES.includes(name) || loads) part.removeAttribute(name);
    }
  }
  return [...body.childNodes].map((node) => document.importNode(node, true));
}
