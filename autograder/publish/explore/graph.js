// A neuron with its loss as a graph of numbers that the reader sets: step forward through values, then back through slopes.

import { Explorable, button, make, set, shown, svg } from "./common.js";

const product = { value: (a, b) => a * b, slopes: (a, b) => [b, a], sign: "·" };
// each node: how it is made, of which nodes, and where it stands
const NODES = {
  a: { ...product, from: ["w", "x"], at: [0.5, 1] },
  z: { value: (a, b) => a + b, slopes: () => [1, 1], sign: "+", from: ["a", "b"], at: [1.1, 2] },
  t: { value: Math.tanh, slopes: (z) => [1 - Math.tanh(z) ** 2], sign: "tanh", from: ["z"], at: [1.1, 3] },
  e: { value: (a, b) => a - b, slopes: () => [1, -1], sign: "−", from: ["t", "y"], at: [1.9, 4] },
  L: { ...product, from: ["e", "e"], at: [1.9, 5] },
};
const INPUTS = { w: [0, 0], x: [1, 0], b: [2, 0], y: [3, 0] };
const ORDER = Object.keys(NODES);

/** The values of all nodes, from those of w, x, b and y. */
export function forward(inputs) {
  const values = { ...inputs };
  for (const name of ORDER) values[name] = NODES[name].value(...NODES[name].from.map((one) => values[one]));
  return values;
}

/** The slope of L with respect to each node, after the last `count` nodes have passed theirs on. */
export function backward(values, count = ORDER.length) {
  const slopes = { L: 1 };
  for (const name of [...ORDER].reverse().slice(0, count)) {
    const { from, slopes: own } = NODES[name];
    own(...from.map((one) => values[one])).forEach((slope, i) => (slopes[from[i]] = (slopes[from[i]] ?? 0) + slope * slopes[name]));
  }
  return slopes;
}

const made = (name) => {
  const { sign, from } = NODES[name];
  return from.length === 1 ? `${sign} ${from[0]}` : `${from[0]} ${sign} ${from[1]}`;
};
const [WIDE, HIGH, BOX] = [84, 66, 80];

customElements.define(
  "explore-graph",
  class extends Explorable {
    start() {
      [this.inputs, this.step] = [{ w: 0.8, x: 1.5, b: -0.5, y: -1 }, 0];
      const whole = svg("svg", { viewBox: "0 0 340 390", class: "explore-plane", role: "img", "aria-label": "A graph from w, x, b and y to the loss L" });
      whole.style.maxWidth = "380px";
      const places = { ...INPUTS, ...Object.fromEntries(ORDER.map((name) => [name, NODES[name].at])) };
      const middle = ([u, v]) => [u * WIDE + 44, v * HIGH + 25];
      this.edges = ORDER.flatMap((name) =>
        NODES[name].from.map((one, i) => {
          const [[x1, y1], [x2, y2]] = [middle(places[one]), middle(places[name])];
          const aside = name === "L" ? 24 * i - 12 : 0; // e is used twice
          return whole.appendChild(svg("line", { x1: x1 + aside, y1, x2: x2 + aside, y2, class: "explore-thin" }));
        }),
      );
      this.boxes = Object.entries(places).map(([name, place]) => {
        const [x, y] = middle(place);
        const words = [-8, 7, 20].map((dy) => svg("text", { x, y: y + dy, "text-anchor": "middle" }));
        const frame = svg("rect", { x: x - BOX / 2, y: y - 24, width: BOX, height: 50, rx: 4 });
        whole.append(frame, ...words);
        set(words[2], { class: "explore-two" });
        return { name, frame, words };
      });
      const fields = Object.keys(INPUTS).map((name) => {
        const field = make("input", { type: "number", step: 0.1, value: this.inputs[name] });
        field.addEventListener("input", () => {
          if (Number.isFinite(field.valueAsNumber)) this.inputs[name] = field.valueAsNumber;
          this.draw();
        });
        return make("label", { className: "explore-choice" }, name, field);
      });
      const go = (by) => () => {
        this.step = Math.max(0, Math.min(2 * ORDER.length, this.step + by));
        this.draw();
      };
      this.views(whole, make("div", { className: "explore-controls" }, ...fields));
      this.controls(button("Next", go(1)), button("Previous", go(-1)), button("To the end", go(99)), button("Reset", go(-99)));
    }

    draw() {
      const values = forward(this.inputs);
      const back = Math.max(0, this.step - ORDER.length);
      const slopes = this.step >= ORDER.length ? backward(values, back) : {};
      const now = this.step > ORDER.length ? ORDER.at(-back) : ORDER[this.step - 1];
      for (const { name, frame, words } of this.boxes) {
        const known = name in INPUTS || ORDER.indexOf(name) < this.step;
        words[0].textContent = name in INPUTS ? name : `${name} = ${made(name)}`;
        words[1].textContent = known ? shown(values[name], 3) : "?";
        words[2].textContent = name in slopes ? `slope ${shown(slopes[name], 2)}` : "";
        set(frame, { class: name === now ? "explore-box explore-now" : "explore-box" });
      }
      if (!this.step) this.say("Four numbers. Next computes the first node from them.");
      else if (!back) this.say(`Forward: ${now} = ${made(now)} = ${shown(values[now], 3)}.`);
      else {
        const { from, slopes: own } = NODES[now];
        const parts = own(...from.map((one) => values[one])).map((slope, i) => `${from[i]} gets ${shown(slope, 3)} × ${shown(slopes[now], 3)}`);
        const end = back === ORDER.length ? " All slopes are known: one way back." : "";
        this.say(`Back from ${now}: ${parts.join(", ")}.${end}`);
      }
    }
  },
);
