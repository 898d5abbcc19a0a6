// A layer of two ReLUs folds the interval; layer upon layer folds what is folded. The reader drags the peak of the fold.

import { Explorable, handle, plane, set, shown, slider, svg } from "./common.js";

/** Up to the peak [u, v] from 0, and down again to 0 at 1. */
export const fold = (x, [u, v]) => (x < u ? (v * x) / u : (v * (1 - x)) / (1 - u));

/** The corners of the fold applied `depth` times: where it bends, from 0 to 1. */
export function corners(depth, peak) {
  let at = [[0, 0], peak, [1, 0]];
  for (let layer = 1; layer < depth; layer++) {
    // between two corners the chain is straight: a new one stands where it crosses the place of the peak
    at = at.flatMap(([x, y], i) => {
      const here = [[x, fold(y, peak)]];
      const [x2, y2] = at[i + 1] ?? [x, y];
      if ((y - peak[0]) * (y2 - peak[0]) < 0) here.push([x + ((x2 - x) * (peak[0] - y)) / (y2 - y), peak[1]]);
      return here;
    });
  }
  return at;
}

customElements.define(
  "explore-folds",
  class extends Explorable {
    start() {
      [this.depth, this.peak] = [3, [0.5, 1]];
      const ticks = [[0, 0.5, 1], [0, 0.5, 1]];
      const names = ["x", "output"];
      this.one = plane({ x: [0, 1], y: [0, 1.05], width: 300, height: 280, names, ticks, label: "One fold" });
      this.all = plane({ x: [0, 1], y: [0, 1.05], width: 460, height: 280, names, ticks, label: "All folds" });
      this.single = this.one.inner.appendChild(svg("path", { class: "explore-line two" }));
      this.line = this.all.inner.appendChild(svg("path", { class: "explore-line one" }));
      this.all.inner.append(svg("path", { d: this.all.path([[0, 0.5], [1, 0.5]]), class: "explore-thin explore-dashed" }));
      this.grip = handle(this.one, {
        label: "Peak of the fold",
        by: 0.05,
        get: () => this.peak,
        put: ([u, v]) => {
          this.peak = [Math.max(0.05, Math.min(0.95, u)), Math.max(0.05, Math.min(1, v))];
          this.draw();
        },
      });
      this.grip.dot.setAttribute("class", "explore-two");
      this.views(this.one.whole, this.all.whole);
      const depth = slider("layers", { min: 1, max: 8, by: 1, value: this.depth, says: String }, (layers) => {
        this.depth = layers;
        this.draw();
      });
      this.controls(depth.element);
    }

    draw() {
      const at = corners(this.depth, this.peak);
      set(this.single, { d: this.one.path([[0, 0], this.peak, [1, 0]]) });
      set(this.line, { d: this.all.path(at) });
      this.grip.draw();
      this.say(`${this.depth} ${this.depth > 1 ? "layers" : "layer"}, ${2 * this.depth} units: ${at.length - 1} straight pieces. Peak at ${shown(this.peak[0])}, ${shown(this.peak[1])}.`);
    }
  },
);
