// Small repairs to the theme, for readers who do not see the page or do not use a mouse.

// the sidebar is a landmark, so that nothing on the page stands outside one
const sidebar = document.getElementById("pst-primary-sidebar");
sidebar?.setAttribute("role", "complementary");
sidebar?.setAttribute("aria-label", "Site");

// the name of a button is what it shows, so that one can say it to press it
document
  .querySelectorAll(".search-button-field[aria-label], details.hide > summary[aria-label]")
  .forEach((button) => button.removeAttribute("aria-label"));

// a list of references holds list items
document
  .querySelectorAll(".citation-list > .citation")
  .forEach((entry) => entry.setAttribute("role", "listitem"));

// on a phone the panels of a wide picture stand one below the other: the picture once for each
for (const picture of document.querySelectorAll("img[class*='panels-']")) {
  const [name] = picture.className.match(/panels-[\d-]+/);
  const edges = [0, ...name.split("-").slice(1).map((cut) => cut / 1000), 1];
  const fit = () => {
    for (let i = 1; i < edges.length; i++) {
      const start = edges[i - 1];
      const share = edges[i] - start;
      const panel = picture.cloneNode();
      panel.className = "panel";
      if (i > 1) panel.ariaHidden = true; // read out once
      panel.style.aspectRatio = (share * picture.naturalWidth) / picture.naturalHeight;
      panel.style.objectPosition = `${(100 * start) / (1 - share)}%`;
      panel.style.maxWidth = `${share * picture.naturalWidth}px`;
      picture.parentNode.insertBefore(panel, picture);
    }
    picture.classList.add("whole");
  };
  if (picture.complete) fit();
  else picture.addEventListener("load", fit, { once: true });
}

// a formula that is too wide breaks beside its wide spaces, a part that is still too wide before its
// relation signs, then before its plus and minus signs; where that does not help, the formula is set
// a little smaller, or scrolls, and can be reached, and so scrolled, by keyboard
const RELATION = "mjx-mo[space='4']";
const SUM = "mjx-mo[space='3']:has(.mjx-c2B, .mjx-c2212)";
const SPACE = ["1em", "2em"]
  .map((width) => `mjx-mspace[style*=' ${width}']`)
  .flatMap((space) => [space, `mjx-mstyle:has(> ${space}:only-child)`])
  .join();
const NOTHING = ":not(*)";
const SMALLEST = 0.75;

const OPENING = ".mjx-c28, .mjx-c5B, .mjx-c7B"; // ( [ {
const CLOSING = ".mjx-c29, .mjx-c5D, .mjx-c7D";

/** Put the atoms of a formula into groups: a `sign` begins one, but not `deep` in parentheses. */
function group(parent, atoms, sign, deep) {
  let before;
  let part;
  let depth = 0;
  for (const atom of atoms) {
    const begins = atom.matches(sign) && !before?.matches(sign) && depth < deep;
    depth += atom.querySelectorAll(OPENING).length - atom.querySelectorAll(CLOSING).length;
    if (!part || begins || atom.matches(SPACE) || before.matches(SPACE)) {
      part = document.createElement("span");
      part.classList.toggle("space", atom.matches(SPACE));
      parent.append(part);
    }
    part.append(atom);
    before = atom;
  }
}

function breakFormula(formula, room) {
  // what Sphinx sets as a table of one cell is the content of that cell
  const rows = formula.querySelectorAll(":scope > mjx-mtable > mjx-table > mjx-itable > mjx-mtr");
  if (rows.length === 1 && formula.children.length === 1)
    formula.replaceChildren(...rows[0].querySelectorAll(":scope > mjx-mtd > :not(mjx-tstrut)"));
  if (formula.children.length === 1) return; // a table has its own lines
  formula.classList.add("broken");
  group(formula, [...formula.children], NOTHING, 0);
  for (const [sign, deep] of [[RELATION, Infinity], [SUM, 1], [SUM, 2]]) {
    for (const part of [...formula.children].filter((part) => part.offsetWidth > room)) {
      const parts = new DocumentFragment();
      group(parts, [...part.children], sign, deep);
      part.replaceWith(parts);
    }
  }
}

function fitFormula(box, formula) {
  const width = () => Math.max(formula.offsetWidth, ...[...formula.children].map((e) => e.offsetWidth));
  const tooWide = () => width() > box.clientWidth + 1;
  const container = formula.parentElement;
  container.dataset.size ??= parseFloat(container.style.fontSize) || 100; // MathJax's, in percent
  const size = Number(container.dataset.size);
  container.style.fontSize = `${size}%`;
  if (tooWide() && !formula.matches(".broken")) breakFormula(formula, box.clientWidth);
  const scale = box.clientWidth / (width() + 1);
  if (scale < 1 && scale >= SMALLEST) container.style.fontSize = `${size * scale}%`;
  box.classList.toggle("scrolls", tooWide());
  if (tooWide()) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function fitFormulas() {
  for (const box of document.querySelectorAll("span.math, div.math > mjx-container")) {
    const formula = box.querySelector("mjx-math");
    if (formula) fitFormula(box, formula);
  }
}

window.addEventListener("load", () => {
  window.MathJax?.startup?.promise?.then(fitFormulas);
});
window.addEventListener("resize", fitFormulas);
document.fonts.addEventListener("loadingdone", fitFormulas);
