// A network of bumps, two sigmoid units each, whose heights the reader sets so that it follows a curve.

import { Explorable, button, choice, handle, plane, set, shown, slider, svg } from "./common.js";

/** A bump that is switched on at one place and off at another; a difference of two sigmoids. */
export const bump = (x, [on, off], steepness) => (Math.tanh((steepness * (x - on)) / 2) - Math.tanh((steepness * (x - off)) / 2)) / 2;

/** The edges of `count` cells between two ends. */
export const edges = (count, [start, end]) => Array.from({ length: count + 1 }, (_, i) => start + ((end - start) * i) / count);

/** What the network of bumps with these heights gives at x. */
export function output(x, heights, ends, steepness) {
  const at = edges(heights.length, ends);
  return heights.reduce((sum, height, i) => sum + height * bump(x, [at[i], at[i + 1]], steepness), 0);
}

const CURVES = { "a sine": (x) => Math.sin(2 * Math.PI * x), "a jump": (x) => (x < 0.4 ? -0.6 : 0.8), "a hill": (x) => 2 * Math.exp(-40 * (x - 0.6) ** 2) - 0.8 };
const ENDS = [0, 1];
const FINE = Array.from({ length: 241 }, (_, i) => i / 240);

customElements.define(
  "explore-bumps",
  class extends Explorable {
    start() {
      [this.heights, this.steepness, this.curve] = [Array(6).fill(0), 60, CURVES["a sine"]];
      const ticks = [[0, 0.5, 1], [-1, 0, 1]];
      this.on = plane({ x: ENDS, y: [-1.4, 1.4], width: 400, height: 320, names: ["x", "output"], ticks, label: "A curve and the network that follows it" });
      const path = (kind) => this.on.inner.appendChild(svg("path", { class: kind }));
      this.target = path("explore-line two explore-dashed");
      this.parts = path("explore-thin");
      this.line = path("explore-line one");
      this.views(this.on.whole);
      const many = slider("bumps", { min: 2, max: 12, by: 1, value: 6, says: String }, (count) => this.put(Array(count).fill(0)));
      const steep = slider("steepness", { min: 5, max: 300, by: 5, value: this.steepness, says: String }, (value) => {
        this.steepness = value;
        this.draw();
      });
      const follow = choice("Follow", Object.keys(CURVES), (name) => {
        this.curve = CURVES[name];
        this.draw();
      });
      this.controls(follow, button("All heights 0", () => this.put(this.heights.map(() => 0))), many.element, steep.element);
      this.put(this.heights);
    }

    put(heights) {
      this.heights = heights;
      this.on.outer.replaceChildren();
      const at = edges(heights.length, ENDS);
      this.handles = heights.map((_, i) => {
        const point = handle(this.on, {
          label: `Height of bump ${i + 1}`,
          by: 0.05,
          get: () => [(at[i] + at[i + 1]) / 2, this.heights[i]],
          put: ([, height]) => ((this.heights[i] = height), this.draw()),
          says: () => shown(this.heights[i]),
        });
        point.dot.setAttribute("class", "explore-three");
        return point;
      });
      this.draw();
    }

    draw() {
      if (!this.handles) return;
      const at = edges(this.heights.length, ENDS);
      const of = (f) => this.on.path(FINE.map((x) => [x, f(x)]));
      set(this.target, { d: of(this.curve) });
      set(this.parts, { d: this.heights.map((height, i) => of((x) => height * bump(x, [at[i], at[i + 1]], this.steepness))).join("") });
      set(this.line, { d: of((x) => output(x, this.heights, ENDS, this.steepness)) });
      this.handles.forEach((point) => point.draw());
      const misses = FINE.map((x) => Math.abs(output(x, this.heights, ENDS, this.steepness) - this.curve(x)));
      const mean = misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
      this.say(`${this.heights.length} bumps, ${2 * this.heights.length} units: off by ${shown(mean)} on average, by ${shown(Math.max(...misses))} at most.`);
    }
  },
);
