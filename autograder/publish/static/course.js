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
  const wide = Number(picture.getAttribute("width"));
  const high = Number(picture.getAttribute("height"));
  const fit = () => {
    const width = wide || picture.naturalWidth;
    const height = high || picture.naturalHeight;
    for (let i = 1; i < edges.length; i++) {
      const start = edges[i - 1];
      const share = edges[i] - start;
      const panel = picture.cloneNode();
      panel.className = "panel";
      if (i > 1) panel.ariaHidden = true; // read out once
      panel.style.aspectRatio = (share * width) / height;
      panel.style.objectPosition = `${(100 * start) / (1 - share)}%`;
      panel.style.maxWidth = `${share * width}px`;
      picture.parentNode.insertBefore(panel, picture);
    }
    picture.classList.add("whole");
  };
  if (wide || picture.complete) fit();
  else picture.addEventListener("load", fit, { once: true });
}

// frames of flipbooks are loaded when their flipbook is near, so that the slider need not wait
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      target.loadedFrames = JSON.parse(target.dataset.frames).map((url) => Object.assign(new Image(), { src: url }));
    }
  },
  { rootMargin: "50% 0%" },
);
document.querySelectorAll(".flipbook[data-frames]").forEach((flipbook) => near.observe(flipbook));

// a formula that is too wide breaks beside its signs, as text does; where a part of it is still too
// wide, it is set a little smaller, or scrolls, and can be reached, and so scrolled, by keyboard
const SMALLEST = 0.75;

/** The width that the formula in `box` may have: in a table, which scrolls itself, any. */
function roomFor(box) {
  const block = box.matches("div") ? box : box.closest("p, li, td, th, dd, figcaption, summary");
  if (!block || block.matches("td, th")) return Infinity;
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  const number = box.querySelector(".eqno")?.offsetWidth ?? 0;
  return block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - number;
}

function fitFormulas() {
  const formulas = [...document.querySelectorAll("article .math > .katex, article .math .katex-display > .katex")];
  formulas.filter((formula) => formula.style.fontSize).forEach((formula) => (formula.style.fontSize = ""));
  // first all is measured and then all is changed, or the page would be laid out for each formula
  const measured = formulas.map((formula) => {
    const box = formula.closest(".math");
    const parts = [...formula.querySelectorAll(":scope > .katex-html > .katex-base")];
    const width = Math.max(1, ...parts.map((part) => part.offsetWidth));
    return { formula, share: roomFor(box) / width };
  });
  for (const { formula, share } of measured) {
    const scrolls = share < SMALLEST;
    if (share < 1 && !scrolls) formula.style.fontSize = `${1.1 * share}em`;
    const frame = formula.parentElement;
    frame.classList.toggle("scrolls", scrolls);
    if (scrolls) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }
}

window.addEventListener("load", fitFormulas);
window.addEventListener("resize", fitFormulas);
document.fonts.addEventListener("loadingdone", fitFormulas);

// what is folded on the screen is printed where it tells what the page is about: not code
const TOLD = "details:not(.above-input):not([open])";
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(`article ${TOLD}`)];
  opened.forEach((fold) => (fold.open = true));
});
window.addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
