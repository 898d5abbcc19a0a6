// The perceptron at work, one update at a time, on samples that the reader moves and adds.

import { Explorable, boundary, button, handle, plane, set, shown, svg } from "./common.js";

/** The walk before it starts: no weights, the first sample next, nothing seen since the last change. */
export const beginning = () => ({ w: [0, 0, 0], next: 0, clean: 0, updates: 0, mistaken: null });

/** How far, and on which side, a sample [x₁, x₂, label] lies: above 0 where it is right. */
export const rightBy = ([a, b, label], w) => label * (a * w[0] + b * w[1] + w[2]);

/** Visit samples up to the next mistake, and correct the weights there; `done` once all in a row are right. */
export function update({ w, next, clean, updates }, samples) {
  for (; clean < samples.length; next = (next + 1) % samples.length, clean++) {
    const [a, b, label] = samples[next];
    if (rightBy(samples[next], w) > 0) continue;
    const turned = [w[0] + label * a, w[1] + label * b, w[2] + label];
    return { w: turned, next: (next + 1) % samples.length, clean: 0, updates: updates + 1, mistaken: next, done: false };
  }
  return { w, next, clean, updates, mistaken: null, done: true };
}

const FIRST = [[2.5, 2, 1], [2, 0.75, 1], [3, 1.25, 1], [1.25, 2.25, 1], [0, 0.5, -1], [0.75, -0.5, -1], [-0.75, 1, -1], [1.25, 0.5, -1]];
const [MOST, LONGEST] = [20, 2000];

customElements.define(
  "explore-perceptron",
  class extends Explorable {
    start() {
      this.on = plane({ x: [-2, 4], y: [-1.5, 3.5], width: 420, height: 370, names: ["x₁", "x₂"], ticks: [[-2, 0, 2, 4], [-1, 1, 3]], label: "Samples and the line between them" });
      [this.side, this.before, this.line] = ["side", "thin explore-dashed", "line"].map((name) => svg("path", { class: `explore-${name}` }));
      this.ring = svg("circle", { r: 14, class: "explore-line three" });
      this.on.inner.append(this.side, this.before, this.line, this.ring);
      this.views(this.on.whole);
      this.steps = this.clock(() => this.step(), { every: 25, atOnce: LONGEST });
      const add = (label) => () => {
        if (this.samples.length < MOST) this.put([...this.samples, [label, 1.5 + label / 2, label]]);
        this.handles.at(-1).group.focus();
      };
      this.controls(
        this.steps.once,
        this.steps.run,
        button("Reset", () => this.reset()),
        button("Add a circle", add(1)),
        button("Add a square", add(-1)),
        button("First samples", () => this.put(FIRST)),
      );
      this.put(FIRST);
    }

    put(samples) {
      this.samples = samples;
      this.on.outer.replaceChildren();
      this.handles = samples.map((sample, i) => {
        const point = handle(this.on, {
          label: `Sample ${i + 1}`,
          by: 0.25,
          get: () => this.samples[i],
          put: ([a, b]) => this.change(i, [Math.round(a * 4) / 4, Math.round(b * 4) / 4, this.samples[i][2]]),
          says: () => `${this.samples[i][2] > 0 ? "circle" : "square"} at ${shown(this.samples[i][0])}, ${shown(this.samples[i][1])}`,
          press: () => this.change(i, [...this.samples[i].slice(0, 2), -this.samples[i][2]]),
        });
        point.square = svg("rect", { x: -7, y: -7, width: 14, height: 14, class: "explore-hollow" });
        set(point.dot, { r: 8, class: "explore-one" });
        point.group.append(point.square);
        return point;
      });
      this.reset();
    }

    change(i, sample) {
      this.samples = this.samples.map((old, j) => (i === j ? sample : old));
      this.reset();
    }

    reset() {
      this.steps.stop();
      [this.now, this.last] = [beginning(), null];
      this.draw();
    }

    step() {
      const now = update(this.now, this.samples);
      [this.last, this.now] = [this.now, now];
      return !now.done && now.updates < LONGEST;
    }

    draw() {
      if (!this.now) return;
      const { w, updates, mistaken, done } = this.now;
      const { line, side } = boundary(this.on, w, w[2]);
      set(this.line, { d: line });
      set(this.side, { d: side });
      set(this.before, { d: this.last ? boundary(this.on, this.last.w, this.last.w[2]).line : "" });
      const ringed = this.samples[mistaken];
      this.ring.style.display = ringed ? "" : "none";
      if (ringed) set(this.ring, { cx: this.on.px(ringed[0]), cy: this.on.py(ringed[1]) });
      this.handles.forEach((point, i) => {
        const round = this.samples[i][2] > 0;
        point.dot.style.display = round ? "" : "none";
        point.square.style.display = round ? "none" : "";
        point.draw();
      });
      const wrong = this.samples.filter((sample) => rightBy(sample, w) <= 0).length;
      const numbers = w.map((x) => shown(x));
      const state = `w = (${numbers[0]}, ${numbers[1]}), b = ${numbers[2]}; ${wrong} of ${this.samples.length} wrong`;
      const end = done ? "Done after" : updates >= LONGEST ? "No line found after" : "After";
      this.say(`${end} ${updates} ${updates === 1 ? "update" : "updates"}: ${state}.`);
    }
  },
);
