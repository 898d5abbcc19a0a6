// The student notebook of a chapter, which lies beside the pages, and answers put into it.

import * as store from "./store.js";

const loaded = new Map();

/** The text of the notebook of `chapter`. Rejects where it cannot be loaded. */
export function notebookOf(chapter) {
  if (!loaded.has(chapter)) {
    const text = load(chapter);
    text.catch(() => loaded.delete(chapter));
    loaded.set(chapter, text);
  }
  return loaded.get(chapter);
}

async function load(chapter) {
  const response = await fetch(new URL(`../../../notebooks/${chapter}.ipynb`, import.meta.url));
  if (!response.ok) throw new Error(`The notebook could not be loaded (${response.status}).`);
  return response.text();
}

/** The cell of the notebook `text` that takes the answer `name`, as text. */
export const stubOf = (text, name) =>
  [JSON.parse(text).cells.find((cell) => takes(cell) === name)?.source ?? ""].flat().join("");

/** The notebook `text` with `answers` by name in their cells, sign by sign; all else as it was. */
export function withAnswers(text, answers) {
  const notebook = JSON.parse(text);
  for (const cell of notebook.cells) {
    const answer = answers[takes(cell)];
    if (answer?.trim()) cell.source = answer.match(/[^\n]*\n|[^\n]+/g);
  }
  return JSON.stringify(notebook, null, 1) + "\n";
}

function takes(cell) {
  const about = cell.metadata?.nbgrader;
  return about?.solution ? about.grade_id : undefined;
}

/** Save the notebook of `chapter` with the reader's answers in it: what is handed in. */
export async function downloadNotebook(chapter) {
  const { answers } = store.ofChapter(chapter);
  const text = withAnswers(await notebookOf(chapter), answers);
  download(`${chapter}.ipynb`, text, "application/x-ipynb+json");
}

/** Let the reader save `text` as a file. */
export function download(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
