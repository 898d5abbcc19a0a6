// "Redraw with mine": pictures that use a function of an exercise, drawn with the reader's own.

import { button, make, setBusy } from "./dom.js";
import { notebookOf } from "./notebook.js";
import { ask, stop } from "./python.js";
import { safe } from "./safe.js";
import * as store from "./store.js";

const listed = new Map(); // of each chapter: a notebook is long, and this comes with every key

/** Offer it at every picture of the page that uses an answer which passed. */
export async function offerPictures(chapter) {
  const figures = [...document.querySelectorAll("article .cell figure[id]:not(.flipbook)")];
  if (!listed.has(chapter)) listed.set(chapter, picturesIn(await notebookOf(chapter)));
  const pictures = listed.get(chapter);
  if (figures.length !== pictures.length) return; // a page of another version than the notebook
  const { done } = store.ofChapter(chapter);
  pictures.forEach(({ id, uses }, number) => {
    const figure = figures[number];
    if (!figure.dataset.redrawn && uses.some((name) => done.includes(name))) offer(figure, chapter, id);
  });
}

/** The cells of a notebook that draw, in order, each with the exercises whose functions it uses. */
export function picturesIn(text) {
  const { cells } = JSON.parse(text);
  const source = (cell) => [cell.source].flat().join("");
  const gradeId = (cell) => cell.metadata.nbgrader?.grade_id;
  const exercises = cells
    .filter((cell) => cell.cell_type === "code" && cell.metadata.nbgrader?.solution)
    .map((cell) => [gradeId(cell), [...source(cell).matchAll(/^(?:def|class) (\w+)/gm)].map((m) => m[1])]);
  return cells
    .filter((cell) => cell.metadata.tags?.includes("picture") && !gradeId(cell))
    .map((cell) => {
      const words = new Set(source(cell).match(/\w+/g));
      const used = exercises.filter(([, names]) => names.some((name) => words.has(name)));
      return { id: cell.id, uses: used.map(([name]) => name) };
    });
}

function offer(figure, chapter, id) {
  figure.dataset.redrawn = "offered";
  const status = make("p", { className: "answer-status", role: "status" });
  const drawn = make("div", { className: "answer-drawn" });
  const redraw = button("Redraw with mine", draw);
  const stopper = button("Stop", () => stop(), { hidden: true });
  const row = make("div", { className: "answer-buttons" }, redraw, stopper);
  figure.after(make("div", { className: "answer" }, row, status, drawn));

  async function draw() {
    setBusy(redraw, true);
    stopper.hidden = false;
    try {
      const { answers } = store.ofChapter(chapter);
      const asked = { notebook: await notebookOf(chapter), picture: id, answers, mine: store.all().mine };
      const { shown } = await ask("draw", asked, (says) => (status.textContent = says));
      const alt = figure.querySelector("svg.drawn")?.getAttribute("aria-label") ?? figure.querySelector("img")?.alt ?? "";
      drawn.replaceChildren(...shown.flatMap((one) => parts(one, alt)));
      drawn.dispatchEvent(new Event("answer-shown", { bubbles: true }));
      status.textContent = "";
    } catch (error) {
      status.textContent = error.message;
    }
    setBusy(redraw, false);
    stopper.hidden = true;
  }
}

/** What came: a picture, several with a slider to go through them, or what went wrong. */
function parts({ text, html, is_error: isError }, alt) {
  const images = isError ? [] : safe(html).filter((node) => node.tagName === "IMG");
  if (!images.length) return text ? [make("pre", { textContent: text.trimEnd() })] : [];
  const labels = images.map((image) => image.alt);
  for (const image of images) image.alt = `With your answers. ${alt}`;
  if (images.length === 1) return images;
  const says = make("output", {}, labels[0]);
  const slider = make("input", { type: "range", min: 0, max: images.length - 1, value: 0 });
  slider.setAttribute("aria-label", "Your pictures");
  const show = () => {
    images.forEach((image, number) => (image.hidden = number !== Number(slider.value)));
    says.textContent = labels[slider.value];
    slider.setAttribute("aria-valuetext", labels[slider.value]);
  };
  slider.addEventListener("input", show);
  show();
  return [...images, make("div", { className: "answer-buttons" }, slider, says)];
}
