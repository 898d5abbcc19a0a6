// A text field in which one can write Python by keyboard alone.

const INDENT = 4;

/**
 * What a key does to the text: `{ from, to, insert, start, end }`, the part that is replaced, by
 * what, and what is selected then. `undefined` where the browser's own way is right.
 */
export function keyed(key, text, start, end) {
  if (key === "Enter") return newLine(text, start, end);
  if (key === "Tab" && start === end) {
    const insert = " ".repeat(INDENT - ((start - lineStart(text, start)) % INDENT));
    return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
  }
  if (key === "Tab") return shift(text, start, end, (line) => (line ? " ".repeat(INDENT) + line : line));
  if (key === "Shift+Tab") return shift(text, start, end, (line) => line.replace(/^ {1,4}/, ""));
  return undefined;
}

const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;

/** A new line begins where the one before did, and further right after a colon. */
function newLine(text, start, end) {
  const before = text.slice(lineStart(text, start), start);
  const deeper = /:\s*(#.*)?$/.test(before) ? INDENT : 0;
  const insert = "\n" + " ".repeat(before.match(/^ */)[0].length + deeper);
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
}

/** Every line of the selection, changed by `how`. */
function shift(text, start, end, how) {
  const from = lineStart(text, start);
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const next = text.indexOf("\n", last);
  const to = next < 0 ? text.length : next;
  const old = text.slice(from, to).split("\n");
  const lines = old.map(how);
  const insert = lines.join("\n");
  const first = Math.max(from, start + lines[0].length - old[0].length);
  return { from, to, insert, start: first, end: Math.max(first, end + insert.length - (to - from)) };
}

/** Let `area` be written in as in an editor. Escape, and the next Tab leaves it. */
export function makeEditor(area) {
  let leaves = false;
  const grow = () => (area.rows = Math.max(3, area.value.split("\n").length + 1));
  area.addEventListener("input", grow);
  area.addEventListener("blur", () => (leaves = false));
  area.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      leaves = true;
    } else if (!(event.key === "Tab" && leaves)) {
      const key = event.shiftKey && event.key === "Tab" ? "Shift+Tab" : event.key;
      const edit = keyed(key, area.value, area.selectionStart, area.selectionEnd);
      if (event.key !== "Shift") leaves = false;
      if (edit) {
        event.preventDefault();
        apply(area, edit);
      }
    }
  });
  grow();
  return grow;
}

function apply(area, { from, to, insert, start, end }) {
  area.setSelectionRange(from, to);
  // so that it can be undone; where that is not to be had, it is done all the same
  const command = insert ? "insertText" : "delete";
  if (from === to && !insert) return;
  if (!document.execCommand(command, false, insert)) {
    area.setRangeText(insert, from, to);
    area.dispatchEvent(new Event("input"));
  }
  area.setSelectionRange(start, end);
}
