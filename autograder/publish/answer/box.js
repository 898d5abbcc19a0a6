// An answer: a field, a check, and what the check says. Loaded when the first field is opened.

import { button, make, setBusy } from "./dom.js";
import { makeEditor } from "./editor.js";
import { downloadNotebook, notebookOf, stubOf } from "./notebook.js";
import { showDone } from "./offer.js";
import { ask, stop, Stopped } from "./python.js";
import { safe } from "./safe.js";
import * as store from "./store.js";

/** The field below an exercise or a question, and what can be done with it. */
export class Answer {
  constructor(box, about) {
    Object.assign(this, about, { box });
  }

  async open() {
    const notebook = await notebookOf(this.chapter);
    this.stub = this.isCode ? stubOf(notebook, this.name) : "";
    this.field = this.#field(store.ofChapter(this.chapter).answers[this.name] ?? this.stub);
    this.status = make("p", { className: "answer-status", role: "status" });
    this.result = make("div", { className: "answer-result", "aria-live": "polite" });
    const says = this.isCode ? `Your answer to ${this.name}` : "Your answer";
    const label = make("label", { htmlFor: this.field.id }, says);
    this.box.append(label, this.field, this.#help(), this.#buttons(), this.status, this.result);
    if (this.isCode) this.box.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.show = this.isCode ? makeEditor(this.field, label) : () => {};
    this.box.closest(".admonition")?.classList.add("answered-here");
  }

  #field(value) {
    const id = `answer-${this.name}-text`;
    const code = { spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "off" };
    const field = make("textarea", { id, value, rows: 6, ...(this.isCode ? code : {}) });
    field.setAttribute("aria-describedby", `${id}-help`);
    if (this.isCode) field.setAttribute("autocorrect", "off");
    field.addEventListener("input", () => this.#keep());
    return field;
  }

  /** As in a notebook; before the editor would begin a line. */
  #key(event) {
    const runs = event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey);
    if (!runs || event.target.closest("button")) return;
    event.preventDefault();
    event.stopPropagation();
    this.checker.click();
  }

  #help() {
    const says = this.isCode
      ? "Tab indents; Shift+Enter checks; Escape, then Tab, leaves the field. "
      : "Markdown, with formulas as $…$. ";
    const kept = "What you write is kept in this browser, and sent nowhere.";
    return make("p", { className: "answer-help", id: `${this.field.id}-help` }, says + kept);
  }

  #buttons() {
    this.checker = button("Check", () => this.check(), { className: "answer-check" });
    this.stopper = button("Stop", () => stop(), { hidden: true });
    const reset = button(this.isCode ? "Reset to the stub" : "Clear", () => this.#reset());
    const save = button("Download my notebook", () => this.#save());
    // Stop comes last: nothing moves under a finger when it comes and goes
    const [first, last] = this.isCode ? [[this.checker], [this.stopper]] : [[], []];
    return make("div", { className: "answer-buttons" }, ...first, reset, save, ...last);
  }

  #keep() {
    const { value } = this.field;
    const text = value === this.stub || !value.trim() ? undefined : value;
    store.keepAnswer(this.chapter, this.name, text, this.total);
    if (!this.isCode) this.#done(text !== undefined);
    if (!store.isKept()) this.status.textContent = "This browser keeps nothing: download your notebook before you leave.";
  }

  #reset() {
    if (this.field.value !== this.stub && !confirm("Throw away what you wrote here?")) return;
    this.field.value = this.stub;
    this.show();
    this.#keep();
    this.#done(false);
    this.result.replaceChildren();
    this.status.textContent = "";
  }

  #done(isDone) {
    store.setDone(this.chapter, this.name, isDone);
    showDone(this.box, isDone);
  }

  async #save() {
    try {
      await downloadNotebook(this.chapter);
    } catch (error) {
      this.status.textContent = error.message;
    }
  }

  /** Run the visible checks, and show what they say. */
  async check() {
    this.#running(true, "Checking …");
    try {
      const { answers } = store.ofChapter(this.chapter);
      const asked = {
        notebook: await notebookOf(this.chapter),
        exercise: this.name,
        answers: { ...answers, [this.name]: this.field.value },
        mine: store.all().mine,
      };
      const outcome = await ask("check", asked, (says) => (this.status.textContent = says));
      store.keepMine(outcome.mine);
      this.#done(outcome.passed);
      if (outcome.passed) store.keepPlace(this.chapter, nextOf(this.box));
      this.result.replaceChildren(...outcome.shown.map(shown));
      this.result.dispatchEvent(new Event("answer-shown", { bubbles: true }));
      this.#running(false, "");
      this.#reveal();
    } catch (error) {
      this.result.replaceChildren();
      const loops = error instanceof Stopped ? " Does a loop never end? Change it, and check again." : "";
      this.#running(false, error.message + loops);
    }
  }

  /** Below the field it may be out of sight, as on a phone; whoever reads elsewhere is left there. */
  #reveal() {
    const { top, bottom } = this.checker.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) this.result.scrollIntoView({ block: "nearest" });
  }

  #running(isRunning, says) {
    setBusy(this.checker, isRunning);
    this.stopper.hidden = !isRunning;
    this.status.textContent = says;
  }
}

/** The name of the exercise after that of `box`, or before it, that is not done; its own where all are. */
function nextOf(box) {
  const boxes = [...document.querySelectorAll(".answer[data-chapter]")];
  const { done } = store.ofChapter(box.dataset.chapter);
  const nameOf = ({ dataset }) => dataset.exercise ?? dataset.written;
  const here = boxes.indexOf(box);
  const names = [...boxes.slice(here + 1), ...boxes.slice(0, here)].map(nameOf);
  return names.find((name) => !done.includes(name)) ?? nameOf(box);
}

/** What one cell shows, as below a cell of a notebook. */
function shown({ text, html, is_error: isError }) {
  const inside = html ? safe(html) : [make("pre", { textContent: text.trimEnd() })];
  return make("div", { className: isError ? "answer-wrong" : "answer-right" }, ...inside);
}
