// Where a page has exercises, they can be answered in it. Python is loaded with the first check.

import { downloadNotebook } from "./notebook.js";
import { offer } from "./offer.js";
import { markChapters, offerFiles } from "./progress.js";
import * as store from "./store.js";

markChapters();

const boxes = [...document.querySelectorAll(".answer")];
if (boxes.length) {
  const { chapter } = boxes[0].dataset;
  store.setTotal(chapter, boxes.length);
  for (const box of boxes) offer(box, boxes.length);
  offerFiles(document.querySelector("article"));
  const link = document.querySelector("a.course-download");
  const name = () => {
    const hasAnswers = Object.keys(store.ofChapter(chapter).answers).length > 0;
    link.querySelector("span").lastChild.textContent = hasAnswers ? " my notebook" : " notebook";
    return hasAnswers;
  };
  link?.addEventListener("click", (event) => {
    if (!name()) return; // the notebook as it is
    event.preventDefault();
    downloadNotebook(chapter);
  });
  if (link) addEventListener("answers-changed", name);
  const redraw = async () => {
    if (!store.ofChapter(chapter).done.length) return;
    const { offerPictures } = await import("./pictures.js");
    offerPictures(chapter).catch(() => {}); // no notebook, no pictures: the page is as it was
  };
  addEventListener("answers-changed", redraw);
  redraw();
  if (link) name();
}
