// The site's search, in the theme's dialog and on the search page. Nothing is loaded before a
// reader opens one of them; the index comes in small pieces, as a query needs them.

import { make } from "../answer/dom.js";
import { RANKING } from "./ranking.js";
import { corrected } from "./spelling.js";

const SHOWN = 8; // in the dialog
const ALL = 30; // on the page
const PAUSE = 120; // milliseconds without a key

const site = new URL("../../../", import.meta.url);
let engine;

/**
 * What the site says about `query`, best first, `count` places at most; of how many in `all`; and
 * the query as it was understood, with what was mistyped put right.
 */
export async function find(query, count) {
  engine ??= load();
  const { pagefind, known } = await engine;
  const meant = corrected(query, known);
  const results = await placesOf(meant, pagefind);
  const found = await Promise.all(results.slice(0, count).map((result) => result.data()));
  return { meant, found, all: results.length };
}

/** Where all words of `query` stand; if that is nowhere, where the most telling of them do. */
async function placesOf(query, pagefind) {
  const { results } = await pagefind.search(query);
  const words = query.split(/\s+/);
  if (results.length || words.length < 2) return results;
  const sums = new Map();
  for (const word of words) {
    for (const result of (await pagefind.search(word)).results) {
      const score = result.score + (sums.get(result.id)?.score ?? 0);
      sums.set(result.id, { score, data: result.data });
    }
  }
  return [...sums.values()].sort((a, b) => b.score - a.score);
}

async function load() {
  try {
    const pagefind = await import(new URL("pagefind/pagefind.js", site).href);
    await pagefind.options({ excerptLength: 24, ranking: RANKING });
    await pagefind.init();
    const known = await (await fetch(new URL("pagefind/words.json", site))).json();
    return { pagefind, known };
  } catch (error) {
    engine = undefined; // the next key tries again
    throw error;
  }
}

/** Show below the field of `form` what is found while the reader types. */
function serve(form, place, count) {
  const field = form.querySelector("input[name=q]");
  const says = make("p", { className: "search-says", role: "status" });
  const list = make("ol", { className: "search-hits" });
  place.append(says, list);
  let asked = 0;
  const answer = async () => {
    const number = ++asked;
    const query = field.value.trim();
    if (!query) return show([], "");
    try {
      const { found, all, meant } = await find(query, count);
      if (number === asked) show(found, toldOf(found.length, all, query, meant));
    } catch {
      show([], "The search could not be loaded.");
    }
  };
  const show = (found, text) => {
    list.replaceChildren(...found.map(hit));
    says.textContent = text;
  };
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE);
  });
  field.addEventListener("focus", () => (engine ??= load()).catch(() => {}), { once: true });
  place.parentElement.addEventListener("keydown", (event) => walk(event, field, list));
  list.addEventListener("click", () => form.closest("dialog")?.close()); // on to this very page
  return { field, answer };
}

function toldOf(count, all, query, meant) {
  if (count === 0) return `Nothing found for “${query}”.`;
  const places = `${all > count ? `${count} of ` : ""}${all} ${all === 1 ? "place" : "places"}`;
  const more = all > count && count === SHOWN ? "; Enter shows more" : "";
  return `${places}${meant === query ? "" : ` for “${meant}”`}${more}`;
}

/** A place that was found: its name, the page it stands on, and the words around. */
function hit({ meta, excerpt }) {
  const href = new URL(meta.href, site).href;
  const name = make("a", { href }, meta.name ?? meta.task ?? meta.listed);
  const page = meta.page ? [make("span", { className: "search-page" }, meta.page)] : [];
  return make("li", {}, name, ...page, make("p", {}, ...marked(excerpt)));
}

/** Text in which `<mark>` is the only tag. */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent,
  );
}

/** Arrows go from the field into the list, through it, and back. */
function walk(event, field, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (!step || here < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, here + step))].focus();
}

const dialog = document.querySelector("#pst-search-dialog");
if (dialog) serve(dialog.querySelector("form"), dialog.appendChild(make("div")), SHOWN);

const results = document.querySelector("#search-results");
if (results) {
  const form = document.querySelector(".bd-search-container form");
  const { field, answer } = serve(form, results, ALL);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?${new URLSearchParams({ q: field.value })}`);
    answer();
  });
  answer();
}
