// What a reader wrote and has done, kept in this browser alone.
//
// { version: 1, mine: text of mine.py, last: { chapter, name },
//   chapters: { NAME: { total: number of exercises, answers: { EXERCISE: text }, done: [EXERCISE] } } }

const KEY = "neuron-to-network";
const VERSION = 1;

let fallback = null; // where the browser keeps nothing: as long as the page is open

/** Whether what is written will still be there tomorrow. */
export const isKept = () => fallback === null;

/** All that is kept. */
export function all() {
  if (fallback) return JSON.parse(fallback);
  try {
    return valid(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return valid(null);
  }
}

/** What is kept of a chapter. */
export const ofChapter = (chapter, kept = all()) =>
  ({ total: 0, answers: {}, done: [], ...kept.chapters[chapter] });

export function setTotal(chapter, total) {
  if (Object.hasOwn(all().chapters, chapter)) alter(chapter, (its) => ({ ...its, total }));
}

/** Keep the text of an answer, and where the reader is; without a text, forget it. */
export function keepAnswer(chapter, name, text, total) {
  alter(chapter, (its) => {
    const { [name]: _, ...others } = its.answers;
    return { ...its, total, answers: text === undefined ? others : { ...others, [name]: text } };
  });
  keepPlace(chapter, name);
}

/** Where the reader is to go on. */
export const keepPlace = (chapter, name) => change((kept) => ({ ...kept, last: { chapter, name } }));

export function setDone(chapter, name, isDone) {
  alter(chapter, (its) => {
    const others = its.done.filter((one) => one !== name);
    return { ...its, done: isDone ? [...others, name] : others };
  });
}

export const keepMine = (mine) => change((kept) => ({ ...kept, mine }));

/** The text of a file that takes everything to another browser. */
export const exported = () => JSON.stringify(all(), null, 1) + "\n";

/**
 * Put what such a file holds in place of what is kept of the same exercises; returns how many
 * answers it held. Throws an Error that says what is wrong with the file.
 */
export function take(text) {
  let brought;
  try {
    brought = JSON.parse(text);
  } catch {
    throw new Error("This file holds no answers: it is not what “Save my answers” writes.");
  }
  if (brought?.version !== VERSION || typeof brought.chapters !== "object") {
    throw new Error("This file holds no answers, or those of another version of the book.");
  }
  brought = valid(brought);
  change((kept) => merged(kept, brought));
  return Object.values(brought.chapters).reduce((n, its) => n + Object.keys(its.answers).length, 0);
}

/** All of `kept` and of `brought`, which counts where both have something. */
export function merged(kept, brought) {
  const chapters = { ...kept.chapters };
  for (const [name, its] of Object.entries(brought.chapters)) {
    const before = ofChapter(name, kept);
    chapters[name] = {
      total: its.total || before.total,
      answers: { ...before.answers, ...its.answers },
      done: [...before.done.filter((one) => !(one in its.answers)), ...its.done],
    };
  }
  return { ...kept, chapters, mine: brought.mine || kept.mine, last: brought.last ?? kept.last };
}

/** `found` with everything in it of the right kind, whoever wrote it. */
export function valid(found) {
  const empty = { version: VERSION, mine: "", last: null, chapters: {} };
  if (found?.version !== VERSION) return empty;
  const texts = (of) => Object.entries(of ?? {}).filter(([, text]) => typeof text === "string");
  const chapters = Object.entries(found.chapters ?? {}).map(([name, its]) => [
    name,
    {
      total: Number(its?.total) || 0,
      answers: Object.fromEntries(texts(its?.answers)),
      done: Array.isArray(its?.done) ? its.done.filter((one) => typeof one === "string") : [],
    },
  ]);
  return {
    ...empty,
    mine: typeof found.mine === "string" ? found.mine : "",
    last: typeof found.last?.chapter === "string" ? found.last : null,
    chapters: Object.fromEntries(chapters),
  };
}

function alter(chapter, how) {
  change((kept) => ({
    ...kept,
    chapters: { ...kept.chapters, [chapter]: how(ofChapter(chapter, kept)) },
  }));
}

/** Read anew before every change: another tab may have written meanwhile. */
function change(how) {
  const text = JSON.stringify(how(all()));
  try {
    localStorage.setItem(KEY, text);
    fallback = null;
  } catch {
    fallback = text;
  }
  globalThis.dispatchEvent?.(new Event("answers-changed"));
}
