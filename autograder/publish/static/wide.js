// What is too wide for its place: pictures, tables and code scroll, and formulas are set smaller.
// What a browser skips has no size yet, and to ask for it would have it laid out: it waits.

const WIDE = ":is(figure, div):has(> svg.drawn), .pst-scrollable-table-container, pre, .cell_output > .output, .answer-result section";

// what scrolls can be reached, and so scrolled, by keyboard
const tellMore = ({ target }) =>
  target.classList.toggle("goes-on", target.scrollLeft + target.clientWidth + 1 < target.scrollWidth);
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
    tellMore({ target });
  }
});

function measure(one) {
  one.tabIndex = 0; // until it has a size
  sizes.unobserve(one);
  sizes.observe(one);
}

const watched = new Set();

function watch(place) {
  for (const one of place.querySelectorAll(WIDE)) {
    watched.add(one);
    measure(one);
    one.addEventListener("scroll", tellMore, { passive: true });
  }
}

document.querySelectorAll("article").forEach(watch);
window.addEventListener("resize", () => {
  for (const one of watched) {
    if (one.isConnected) measure(one);
    else watched.delete(one);
  }
});
document.addEventListener("answer-shown", ({ target }) => watch(target));

// a formula that is too wide breaks beside its signs, as text does; where a part of it is still too
// wide, it is set a little smaller, or scrolls
const SMALLEST = 0.75;

/** The width that the formula in `box` may have: in a table, which scrolls itself, any. */
function roomFor(box) {
  const block = box.matches("div") ? box : box.closest("p, li, td, th, dd, figcaption, summary");
  if (!block || block.matches("td, th")) return Infinity;
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  const number = box.querySelector(".eqno")?.offsetWidth ?? 0;
  return block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - number;
}

const FORMULA = "article .math > .katex, article .math .katex-display > .katex";
const formulasIn = (place) => [...place.querySelectorAll(FORMULA)];

function fit(some) {
  some.filter((formula) => formula.style.fontSize).forEach((formula) => (formula.style.fontSize = ""));
  // first all is measured and then all is changed, or the page would be laid out for each formula
  const measured = some.map((formula) => {
    const box = formula.closest(".math");
    const parts = [...formula.querySelectorAll(":scope > .katex-html .katex-base")];
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

// a few at a time, so that the page answers meanwhile; Safari has no idle callbacks
const whenIdle = window.requestIdleCallback ?? ((next) => setTimeout(() => next({ timeRemaining: () => 0 })));
const isLaidOut = (formula) => formula.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
const waiting = new Set();

function fitSome(deadline) {
  do {
    const some = [...waiting].slice(0, 8);
    some.forEach((formula) => waiting.delete(formula));
    fit(some.filter(isLaidOut));
  } while (waiting.size && deadline.timeRemaining() > 10);
  if (waiting.size) whenIdle(fitSome);
}

function fitSoon(place) {
  if (!waiting.size) whenIdle(fitSome);
  formulasIn(place).forEach((formula) => waiting.add(formula));
}

window.addEventListener("load", () => fitSoon(document));
document.fonts.addEventListener("loadingdone", () => fitSoon(document));
document.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => skipped || fitSoon(target));
document.addEventListener("toggle", ({ target }) => target.open && fitSoon(target), { capture: true });
window.addEventListener("resize", () => fit(formulasIn(document).filter(isLaidOut)));
window.addEventListener("beforeprint", () => fit(formulasIn(document)));
