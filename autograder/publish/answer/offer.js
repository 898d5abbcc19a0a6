// "Answer here" under an exercise or a question.

import { button, make } from "./dom.js";
import * as store from "./store.js";

/** Offer to answer in `box`, one of `total` on the page; at once where there is an answer already. */
export function offer(box, total) {
  const { chapter, exercise, written } = box.dataset;
  const name = exercise ?? written;
  const its = store.ofChapter(chapter);
  const opener = button("Answer here", () => open(true), { className: "answer-open" });
  box.append(opener);
  showDone(box, its.done.includes(name));
  if (name in its.answers) open(false);

  async function open(byHand) {
    opener.disabled = true;
    try {
      const { Answer } = await import("./box.js");
      const answer = new Answer(box, { chapter, name, total, isCode: exercise !== undefined });
      await answer.open();
      opener.remove();
      if (byHand) answer.field.focus();
    } catch (error) {
      opener.disabled = false;
      opener.textContent = `Answer here (${error.message})`;
    }
  }
}

/** Mark the exercise of `box` as done, or not. */
export function showDone(box, isDone) {
  const title = box.closest(".admonition")?.querySelector(".admonition-title");
  title?.querySelector(".answer-done")?.remove();
  if (isDone) title?.append(make("span", { className: "answer-done" }, " ✓ done"));
}
