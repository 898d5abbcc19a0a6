// A plain field, which becomes an editor when the reader is in it: CodeMirror 6, as bundled beside.

import { make } from "./dom.js";

const EDITOR = "../codemirror/codemirror.js";

/**
 * Let `area`, whose name stands in `label`, be written in as in an editor. What is written stays
 * the value of `area`; the function that is returned shows it after it was set from outside.
 */
export function makeEditor(area, label) {
  const grow = () => (area.rows = Math.max(3, area.value.split("\n").length + 1));
  let show = grow;
  area.addEventListener("input", grow);
  area.addEventListener("focus", async () => {
    // where it cannot be had, the field stays as it is
    const editor = await import(EDITOR).catch(() => undefined);
    if (editor) show = replace(area, label, editor);
  }, { once: true });
  grow();
  return () => show();
}

/** Put an editor in the place of `area`, with its text and its selection. */
function replace(area, label, editor) {
  const { EditorView } = editor;
  const hadFocus = document.activeElement === area;
  const view = new EditorView({
    doc: area.value,
    selection: { anchor: area.selectionStart, head: area.selectionEnd },
    extensions: [...extensions(editor), EditorView.contentAttributes.of(named(area, label))],
    dispatchTransactions(transactions, its) {
      its.update(transactions);
      const value = its.state.doc.toString();
      if (value === area.value) return;
      area.value = value;
      area.dispatchEvent(new Event("input"));
    },
  });
  // the colors of words are those of all code of the page
  const place = make("div", { className: "answer-editor highlight" }, view.dom);
  area.after(place);
  area.hidden = true;
  label.addEventListener("click", () => view.focus());
  if (hadFocus) view.focus();
  return () => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: area.value } });
}

/** What a screen reader and a telephone's keyboard are told. */
function named(area, label) {
  label.id = `${area.id}-label`;
  return {
    "aria-labelledby": label.id,
    "aria-describedby": area.getAttribute("aria-describedby"),
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    tabindex: "0",
  };
}

function extensions(editor) {
  const { history, historyKeymap, defaultKeymap, indentWithTab, keymap, tags } = editor;
  // the names that Pygments gives to words
  const names = [
    [[tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], "k"],
    [[tags.moduleKeyword], "kn"],
    [[tags.bool, tags.null], "kc"],
    [[tags.string, tags.special(tags.string)], "s2"],
    [[tags.number], "mi"],
    [[tags.lineComment, tags.comment], "c1"],
    [[tags.function(tags.definition(tags.variableName))], "nf"],
    [[tags.definition(tags.className)], "nc"],
    [[tags.operator, tags.arithmeticOperator, tags.compareOperator], "o"],
  ];
  const colors = names.map(([tag, name]) => ({ tag, class: name }));
  return [
    editor.lineNumbers(),
    history(),
    editor.pythonLanguage,
    editor.indentUnit.of("    "),
    editor.indentOnInput(),
    editor.bracketMatching(),
    editor.syntaxHighlighting(editor.HighlightStyle.define(colors)),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
  ];
}
