// The same sigmoid neuron from the same bad start, trained with the squared error and with the cross-entropy.

import { Explorable, MARGIN, boundary, button, handle, plane, set, shown, svg } from "./common.js";

/** The sigmoid, without any large exponential. */
export const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

const LOSSES = {
  squared: { value: (p, y) => (p - y) ** 2 / 2, slope: (p, y) => (p - y) * p * (1 - p) },
  entropy: { value: (p, y, z) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(y ? -z : z, 0), slope: (p, y) => p - y },
};

/** The mean loss `kind` of samples [x₁, x₂, y] with weights w (the bias last), and its slopes. */
export function loss(kind, w, samples) {
  let value = 0;
  const slopes = [0, 0, 0];
  for (const [a, b, y] of samples) {
    const z = w[0] * a + w[1] * b + w[2];
    const p = sigmoid(z);
    value += LOSSES[kind].value(p, y, z) / samples.length;
    const slope = LOSSES[kind].slope(p, y) / samples.length;
    [a, b, 1].forEach((x, i) => (slopes[i] += slope * x));
  }
  return { value, slopes };
}

const FIRST = [[1.5, 1, 1], [0.5, 1.25, 1], [2, 0, 1], [1, -0.25, 1], [-1, -1.25, 0], [-1.75, 0, 0], [-0.5, -1, 0], [-1, 0.5, 0]];
const BAD = [-4, -4, 0];
const KINDS = ["squared", "entropy"];
const WORDS = { squared: "squared error", entropy: "cross-entropy" };
const MOST = 1000;

customElements.define(
  "explore-losses",
  class extends Explorable {
    start() {
      this.samples = FIRST.map((sample) => [...sample]);
      const range = [-2.5, 2.5];
      const ticks = [[-2, 0, 2], [-2, 0, 2]];
      this.on = plane({ x: range, y: range, width: 360, names: ["x₁", "x₂"], ticks, label: "Samples, and the line of each neuron" });
      this.side = svg("path", { class: "explore-side" });
      this.lines = KINDS.map((_, i) => svg("path", { class: `explore-line ${["two explore-dashed", "one"][i]}` }));
      this.on.inner.append(this.side, ...this.lines);
      this.handles = this.samples.map((sample, i) => {
        const point = handle(this.on, {
          label: `Sample ${i + 1}, label ${sample[2]}`,
          by: 0.25,
          get: () => this.samples[i],
          put: ([a, b]) => ((this.samples[i] = [a, b, sample[2]]), this.reset()),
        });
        point.dot.setAttribute("class", sample[2] ? "explore-one" : "explore-hollow");
        return point;
      });
      // how many are right, against the number of steps on a logarithmic axis
      const scale = { x: [0, 3], y: [0, 1.05], width: 360, height: 300, names: ["steps", "share of samples right"], ticks: [[], [0, 0.5, 1]] };
      this.chart = plane({ ...scale, label: "Share of samples right against steps" });
      [1, 10, 100, 1000].forEach((steps, i) => {
        const at = { x: MARGIN + this.chart.px(i), y: 279, "text-anchor": i === 3 ? "end" : "middle" };
        this.chart.whole.append(svg("text", at, String(steps)));
      });
      this.curves = KINDS.map((_, i) => svg("path", { class: `explore-line ${["two explore-dashed", "one"][i]}` }));
      this.chart.inner.append(...this.curves);
      this.views(this.on.whole, this.chart.whole);
      this.ticker = this.clock(() => this.step(), { perFrame: 2, atOnce: MOST });
      this.controls(this.ticker.once, this.ticker.run, button("Reset", () => this.reset()));
      this.reset();
    }

    reset() {
      this.ticker.stop();
      this.steps = 0;
      this.w = KINDS.map(() => [...BAD]);
      this.shares = KINDS.map((_, i) => [this.share(i)]);
      this.draw();
    }

    share(i) {
      const [u, v, b] = this.w[i];
      return this.samples.filter(([x1, x2, y]) => u * x1 + v * x2 + b >= 0 === Boolean(y)).length / this.samples.length;
    }

    step() {
      if (this.steps >= MOST) return false;
      this.steps++;
      KINDS.forEach((kind, i) => {
        const { slopes } = loss(kind, this.w[i], this.samples);
        this.w[i] = this.w[i].map((weight, j) => weight - slopes[j]);
        this.shares[i].push(this.share(i));
      });
    }

    draw() {
      if (!this.shares) return;
      KINDS.forEach((_, i) => {
        const { line, side } = boundary(this.on, this.w[i], this.w[i][2]);
        set(this.lines[i], { d: line });
        if (i) set(this.side, { d: side });
        set(this.curves[i], { d: this.chart.path(this.shares[i].map((share, t) => [Math.log10(1 + t), share])) });
      });
      this.handles.forEach((point) => point.draw());
      const says = KINDS.map((kind, i) => {
        const size = Math.hypot(...loss(kind, this.w[i], this.samples).slopes);
        return `${WORDS[kind]} (${i ? "solid" : "dashed"}) ${shown(100 * this.share(i), 0)}% right, slope ${shown(size, 4)}`;
      });
      this.say(`Step ${this.steps}: ${says.join("; ")}.`);
    }
  },
);
