// A small box beside a link that says what is there: a figure's caption, an equation, a reference, a
// term of the glossary. It comes with the mouse or the focus, and goes with Escape.

import { make } from "../answer/dom.js";

const PAUSE = 250; // milliseconds that the mouse rests before anything is loaded
const LINKS = "article a.reference.internal[href*='#']";

const pages = new Map();
let shown; // { link, box }
let timer;

/** What stands where `link` leads, as nodes for a box; none where a box would say nothing. */
export async function told(link) {
  const page = await pageOf(link);
  const target = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return [];
  if (target.matches("tr")) return term(target);
  const figure = target.closest("figure") ?? target.querySelector(":scope > figure");
  const caption = figure?.querySelector("figcaption p, figcaption");
  if (caption) return copied(caption);
  const equation = target.matches("div.math") ? target : target.querySelector(":scope > div.math");
  if (equation) return [equation.querySelector(".katex-display").cloneNode(true)];
  const reference = target.closest(".citation")?.querySelector("p");
  return reference ? copied(reference) : [];
}

/** The page that `link` leads to: this one, or one that is loaded once. */
function pageOf(link) {
  const address = link.href.split("#")[0];
  if (address === location.href.split("#")[0]) return document;
  if (!pages.has(address)) {
    const page = load(address);
    page.catch(() => pages.delete(address));
    pages.set(address, page);
  }
  return pages.get(address);
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** A row of the glossary: the word, how it is said in Chinese, and what it means. */
function term(row) {
  const [word, chinese, meaning] = [...row.cells].map((cell) => cell.textContent.trim());
  return [make("strong", {}, word), " ", make("span", { lang: "zh" }, chinese), `: ${meaning}`];
}

/** What is in `node`, without links and without ids, which are there once already. */
function copied(node) {
  const copy = document.importNode(node, true);
  copy.querySelectorAll(".headerlink, .cited-in").forEach((part) => part.remove());
  copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
  copy.querySelectorAll("a").forEach((part) => part.replaceWith(...part.childNodes));
  return [...copy.childNodes];
}

async function show(link) {
  const nodes = await told(link).catch(() => []);
  if (!nodes.length || (!link.matches(":hover") && document.activeElement !== link)) return;
  hide();
  const box = make("div", { className: "link-tip", id: "link-tip", role: "tooltip" }, ...nodes);
  box.addEventListener("pointerleave", later);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  document.querySelector("article").append(box);
  link.setAttribute("aria-describedby", "link-tip");
  shown = { link, box };
  place(link, box);
}

/** Below the link, or above it where there is no room; never beyond the page's edges. */
function place(link, box) {
  const beside = [...link.getClientRects()].at(-1);
  const parent = box.offsetParent.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - box.offsetWidth - 8;
  const left = Math.max(8, Math.min(beside.left, edge));
  const fits = beside.bottom + box.offsetHeight + 8 < innerHeight;
  const top = fits ? beside.bottom + 4 : beside.top - box.offsetHeight - 4;
  box.style.left = `${left - parent.left}px`;
  box.style.top = `${top - parent.top}px`;
}

function hide() {
  clearTimeout(timer);
  shown?.link.removeAttribute("aria-describedby");
  shown?.box.remove();
  shown = undefined;
}

/** Time enough to move from the link into the box. */
function later() {
  clearTimeout(timer);
  timer = setTimeout(hide, PAUSE);
}

for (const link of document.querySelectorAll(LINKS)) {
  link.addEventListener("pointerenter", ({ pointerType }) => {
    clearTimeout(timer);
    if (pointerType === "mouse") timer = setTimeout(show, PAUSE, link);
  });
  link.addEventListener("pointerleave", later);
  link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
  link.addEventListener("blur", hide);
}
addEventListener("keydown", ({ key }) => key === "Escape" && hide());
