// What is done, in the list of chapters, and what can be done with all that was written.

import { button, make } from "./dom.js";
import { download } from "./notebook.js";
import * as store from "./store.js";

/** Show in the sidebar how far each chapter is, now and whenever that changes. */
export function markChapters() {
  const links = [...document.querySelectorAll("nav.bd-links a.reference.internal")];
  const here = location.pathname.split("/").pop();
  const mark = () => {
    const kept = store.all();
    for (const link of links) {
      const page = link.getAttribute("href") === "#" ? here : link.pathname.split("/").pop();
      const its = store.ofChapter(page.replace(/\.html$/, ""), kept);
      link.querySelector(".answer-mark")?.remove();
      if (its.done.length) link.append(markOf(its));
    }
  };
  mark();
  offerToContinue(links, here);
  addEventListener("answers-changed", mark);
  addEventListener("storage", mark); // another tab
}

/** A link to the exercise where the reader stopped, on all other pages. */
function offerToContinue(links, here) {
  const { last } = store.all();
  const link = last && links.find((one) => one.pathname.split("/").pop() === `${last.chapter}.html`);
  if (!link || here === `${last.chapter}.html`) return;
  const href = `${link.href}#answer-${last.name}`;
  const to = make("a", { href }, `Continue with ${last.name}`);
  links[0].closest("nav").prepend(make("p", { className: "answer-continue" }, to));
}

function markOf({ done, total }) {
  const all = done.length >= total;
  const says = all ? "all done" : `${done.length} of ${total} done`;
  const short = make("span", { "aria-hidden": "true" }, all ? " ✓" : ` ${done.length}/${total}`);
  const long = make("span", { className: "visually-hidden" }, ` (${says})`);
  return make("span", { className: "answer-mark", title: says }, short, long);
}

/** What takes answers to another browser, at the end of the text. */
export function offerFiles(article) {
  const says = make("p", { role: "status" });
  const file = make("input", { type: "file", accept: ".json", hidden: true });
  file.addEventListener("change", async () => {
    try {
      const count = store.take(await file.files[0].text());
      says.textContent = `${count} answers were read. They are shown when the page is loaded anew.`;
    } catch (error) {
      says.textContent = error.message;
    }
    file.value = "";
  });
  const save = () => download("my-answers.json", store.exported(), "application/json");
  article.append(
    make(
      "details",
      { className: "answer-files" },
      make("summary", {}, "Your answers in another browser"),
      make("p", {}, "This browser alone has your answers to all chapters. A file takes them to another one."),
      make("div", { className: "answer-buttons" }, button("Save my answers", save), button("Load answers", () => file.click()), file),
      says,
    ),
  );
}
