// A threshold unit with two inputs: its line across the square, and its truth table.

import { Explorable, boundary, choice, handle, make, plane, set, shown, slider, svg } from "./common.js";

const INPUTS = [[0, 0], [0, 1], [1, 0], [1, 1]];
/** The four inputs, in the order of a truth table. */
export const inputs = () => INPUTS;
const TABLES = { AND: "0001", OR: "0111", NAND: "1110", NOR: "1000", XOR: "0110" };

/** What a unit with weights `w` and a threshold gives for input `x`: its sum above the threshold, and 0 or 1. */
export function unit(x, w, threshold) {
  const above = x[0] * w[0] + x[1] * w[1] - threshold;
  return { above, output: above >= 0 ? 1 : 0 };
}

/** How many rows of its truth table are those of the gate `name`. */
export const agreement = (name, w, threshold) =>
  INPUTS.filter((x, row) => unit(x, w, threshold).output === Number(TABLES[name][row])).length;

customElements.define(
  "explore-gate",
  class extends Explorable {
    start() {
      [this.w, this.threshold, this.target] = [[1, 0.5], 0.8, "AND"];
      const range = [-0.75, 1.75];
      const on = plane({ x: range, y: range, names: ["x₁", "x₂"], ticks: [[0, 1], [0, 1]], label: "The square of inputs" });
      this.side = svg("path", { class: "explore-side" });
      this.line = svg("path", { class: "explore-line" });
      this.dots = INPUTS.map(([a, b]) => svg("circle", { cx: on.px(a), cy: on.py(b), r: 9 }));
      on.inner.append(this.side, this.line, ...this.dots);
      // the foot of the line, from the origin: dragging it moves the line along the weights
      this.grip = handle(on, {
        label: "The line",
        get: () => this.foot(),
        put: ([u, v]) => this.change({ threshold: u * this.w[0] + v * this.w[1] }),
        says: () => `threshold ${shown(this.threshold)}`,
      });
      this.grip.dot.setAttribute("class", "explore-three");
      this.on = on;
      this.rows = INPUTS.map((x) => make("tr", {}, ...x.map((bit) => make("td", {}, String(bit))), make("td"), make("td")));
      const head = ["x₁", "x₂", "sum − threshold", "output"].map((name) => make("th", { scope: "col" }, name));
      const table = make("table", { className: "table" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...this.rows));
      this.views(on.whole, table);
      const weight = (i) => (value) => this.change({ w: this.w.map((old, j) => (i === j ? value : old)) });
      const about = { min: -2, max: 2, by: 0.1 };
      this.sliders = [
        slider("weight 1", { ...about, value: this.w[0] }, weight(0)),
        slider("weight 2", { ...about, value: this.w[1] }, weight(1)),
        slider("threshold", { ...about, min: -3, max: 3, value: this.threshold }, (threshold) => this.change({ threshold })),
      ];
      this.controls(choice("Make it", Object.keys(TABLES), (target) => this.change({ target })), ...this.sliders.map((one) => one.element));
    }

    change(what) {
      Object.assign(this, what);
      if ("threshold" in what) this.threshold = Math.round(this.threshold * 20) / 20;
      this.sliders[2].put(this.threshold);
      this.draw();
    }

    foot() {
      const [a, b] = this.w;
      const share = this.threshold / (a * a + b * b || 1);
      return [this.on.clamp(a * share, this.on.x), this.on.clamp(b * share, this.on.y)];
    }

    draw() {
      const { line, side } = boundary(this.on, this.w, -this.threshold);
      const all = INPUTS.map((x) => unit(x, this.w, this.threshold));
      set(this.line, { d: line });
      set(this.side, { d: side });
      all.forEach(({ above, output }, row) => {
        set(this.dots[row], { class: output ? "explore-one" : "explore-hollow" });
        const cells = this.rows[row].children;
        [cells[2].textContent, cells[3].textContent] = [shown(above), String(output)];
      });
      this.grip.draw();
      const right = agreement(this.target, this.w, this.threshold);
      const done = right === 4 ? "this is" : `${right} of 4 rows are those of`;
      this.say(`Outputs ${all.map((one) => one.output).join(", ")}: ${done} ${this.target}.`);
    }
  },
);
