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

// what is folded on the screen is printed where it tells what the page is about: not code
const TOLD = "details:not(.above-input):not([open])";
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(`article ${TOLD}`)];
  opened.forEach((fold) => (fold.open = true));
});
window.addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
