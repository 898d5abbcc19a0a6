// What is done, in the list of chapters and on the road, and what can be done with all that was written.

import { button, make } from "./dom.js";
import { download } from "./notebook.js";
import * as store from "./store.js";

/** Show in the sidebar and on the road how far each chapter is, now and whenever that changes. */
export function markChapters() {
  const links = [...document.querySelectorAll("nav.bd-links a.reference.internal")];
  const here = location.pathname.split("/").pop();
  const onRoad = [...document.querySelectorAll(".road td a.reference.internal")];
  const mark = () => {
    const kept = store.all();
    const ofPage = (page) => store.ofChapter(page.replace(/\.html$/, ""), kept);
    for (const link of links) {
      const page = link.getAttribute("href") === "#" ? here : link.pathname.split("/").pop();
      const its = ofPage(page);
      link.querySelector(".answer-mark")?.remove();
      if (its.done.length) link.append(markOf(its));
    }
    for (const link of onRoad) {
      const cell = link.closest("td");
      const its = ofPage(link.pathname.split("/").pop());
      cell.querySelector(".answer-road")?.remove();
      if (its.done.length) cell.append(make("span", { className: "answer-road" }, saysOf(its)));
    }
  };
  mark();
  offerToContinue(links, here);
  if (onRoad.length) welcomeBack(links);
  addEventListener("answers-changed", mark);
  addEventListener("storage", mark); // another tab
}

/** A link to the exercise where the reader stopped, on all other pages. */
function offerToContinue(links, here) {
  const { last } = store.all();
  const to = linkToLast(links, last);
  if (!to || here === `${last.chapter}.html`) return;
  links[0].closest("nav").prepend(make("p", { className: "answer-continue" }, to));
}

/** To the exercise that comes next; where all of a chapter is done, to the chapter after it. */
function linkToLast(links, last) {
  const place = last ? links.findIndex((one) => one.pathname.split("/").pop() === `${last.chapter}.html`) : -1;
  if (place < 0) return undefined;
  const { done, total } = store.ofChapter(last.chapter);
  const next = done.length >= total && total ? links[place + 1] : undefined;
  if (next) return make("a", { href: next.href }, `Continue with ${next.firstChild.textContent.trim()}`);
  return make("a", { href: `${links[place].href}#answer-${last.name}` }, `Continue with ${last.name}`);
}

/** On the front page, first of all: what is done, and the way back to where the reader stopped. */
function welcomeBack(links) {
  const kept = store.all();
  const done = Object.values(kept.chapters).reduce((sum, its) => sum + its.done.length, 0);
  const to = linkToLast(links, kept.last);
  if (!to) return;
  const says = done === 0 ? "You have begun. " : `${done} ${done === 1 ? "exercise" : "exercises"} done. `;
  document.querySelector("article h1").after(make("p", { className: "answer-back" }, says, to));
}

const saysOf = ({ done, total }) => (done.length >= total ? "all done" : `${done.length} of ${total} done`);

function markOf(its) {
  const { done, total } = its;
  const says = saysOf(its);
  const all = done.length >= total;
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
