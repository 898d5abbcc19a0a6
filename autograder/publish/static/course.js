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
function cut(picture) {
  const [name] = picture.getAttribute("class").match(/panels-[\d-]+/);
  const edges = [0, ...name.split("-").slice(1).map((edge) => edge / 1000), 1];
  const [width, height] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
  const whole = picture.outerHTML;
  for (let i = 1; i < edges.length; i++) {
    const start = edges[i - 1];
    const share = edges[i] - start;
    picture.insertAdjacentHTML("beforebegin", whole.replace(/(\bid="|\bhref="#|url\(#)/g, `$1panel${i}-`));
    const panel = picture.previousSibling;
    panel.classList.add("panel");
    panel.classList.remove(name);
    if (i > 1) panel.ariaHidden = true; // read out once
    panel.style.aspectRatio = (share * width) / height;
    panel.style.maxWidth = `${share * width}px`;
    panel.style.setProperty("--least", `${share * parseFloat(picture.style.getPropertyValue("--least") || 0)}px`);
    if (panel.viewBox) {
      const { width: wide, height: high } = panel.viewBox.baseVal;
      panel.setAttribute("viewBox", `${start * wide} 0 ${share * wide} ${high}`);
    } else {
      panel.style.objectPosition = `${(100 * start) / (1 - share)}%`;
    }
  }
  picture.classList.add("whole");
}

document.querySelectorAll("article :is(img, svg)[class*='panels-']").forEach(cut);

// one whose words would be too small on a phone is wider than it: it scrolls, by keyboard too
const tellMore = ({ target }) =>
  target.classList.toggle("goes-on", target.scrollLeft + target.clientWidth + 1 < target.scrollWidth);
const fits = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
    tellMore({ target });
  }
});
document.querySelectorAll("article :is(figure, div):has(> svg.drawn)").forEach((holder) => {
  fits.observe(holder);
  holder.addEventListener("scroll", tellMore, { passive: true });
});
// what is folded, or far away, has no size yet: of a picture that is wide on phones it is known
const phone = matchMedia("(max-width: 576px)");
function foresee() {
  if (phone.matches) document.querySelectorAll("article :has(> svg.drawn.wide)").forEach((one) => (one.tabIndex = 0));
}
phone.addEventListener("change", foresee);
foresee();

// long names in the text break after their dots and underscores rather than anywhere, and options
// not after their dashes
for (const name of document.querySelectorAll("article :not(pre) > code .pre")) {
  if (/^--?\w[\w-]*$/.test(name.textContent)) name.style.whiteSpace = "nowrap";
  if (name.childElementCount || name.textContent.length < 15) continue;
  const parts = name.textContent.split(/(?<=[._])(?=\w)/);
  name.replaceChildren(...parts.flatMap((part, i) => (i ? [document.createElement("wbr"), part] : [part])));
}

// what is printed in columns stays so on a phone, where other output wraps
const COLUMNS = /\S {2,}\S.*\S {2,}\S/;
document
  .querySelectorAll("article .cell_output .stream pre")
  .forEach((output) => output.classList.toggle("aligned", COLUMNS.test(output.textContent)));

// frames of flipbooks are loaded when their flipbook is near, so that the slider need not wait
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      if (target.dataset.vectors) target.loadFrames();
      else target.loadedFrames = JSON.parse(target.dataset.frames).map((url) => Object.assign(new Image(), { src: url }));
    }
  },
  { rootMargin: "50% 0%" },
);

// a flipbook whose frames are SVG, which come together in one file
function move(flipbook) {
  const [frame, button, slider, says] = [".frame", "button", "input", "output"].map((part) => flipbook.querySelector(part));
  const last = Number(slider.max);
  let [loading, timer] = [null, null];
  flipbook.loadFrames = () =>
    (loading ??= fetch(flipbook.dataset.vectors)
      .then((answer) => answer.json())
      .then((told) => (flipbook.loadedFrames = told.frames) && told)
      .catch((error) => {
        loading = null; // asked for again at the next move
        throw error;
      }));
  const show = async () => {
    const { frames, labels } = await flipbook.loadFrames();
    const i = Number(slider.value);
    frame.innerHTML = frames[i];
    frame.querySelectorAll("svg[class*='panels-']").forEach(cut);
    says.textContent = labels[i];
    slider.setAttribute("aria-valuetext", labels[i]);
  };
  const call = (name) => {
    button.textContent = name;
    button.setAttribute("aria-label", name);
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    call("Play");
  };
  slider.addEventListener("input", () => {
    stop();
    show();
  });
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(slider.value) === last) slider.value = 0;
    call("Pause");
    show();
    timer = setInterval(() => {
      if (Number(slider.value) === last) return stop();
      slider.value = Number(slider.value) + 1;
      show();
    }, 350);
  });
}
document.querySelectorAll(".flipbook[data-vectors]").forEach(move);
document.querySelectorAll(".flipbook:is([data-frames], [data-vectors])").forEach((flipbook) => near.observe(flipbook));

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

const formulas = [...document.querySelectorAll("article .math > .katex, article .math .katex-display > .katex")];

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

// a few at a time while a page is opened, so that it answers meanwhile; Safari has no idle callbacks
const whenIdle = window.requestIdleCallback ?? ((next) => setTimeout(() => next({ timeRemaining: () => 0 })));
let waiting = [];

function fitSome(deadline) {
  do fit(waiting.splice(0, 8));
  while (waiting.length && deadline.timeRemaining() > 10);
  if (waiting.length) whenIdle(fitSome);
}

function fitSoon() {
  if (!waiting.length) whenIdle(fitSome);
  waiting = [...formulas];
}

window.addEventListener("load", fitSoon);
document.fonts.addEventListener("loadingdone", fitSoon);
window.addEventListener("resize", () => fit(formulas));
window.addEventListener("beforeprint", () => fit(waiting.splice(0)));

// what is folded on the screen is printed where it tells what the page is about: not code
const TOLD = "details:not(.above-input):not([open])";
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(`article ${TOLD}`)];
  opened.forEach((fold) => (fold.open = true));
});
window.addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
