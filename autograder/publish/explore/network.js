// A network with two hidden layers of ReLUs that learns before the reader's eyes which of two classes lies where.

import { Explorable, button, choice, make, shown, slider } from "./common.js";

/** Outputs for inputs `X`, and the inputs of each layer; `layers` are pairs of weights [in][out] and biases. */
export function pass(layers, X) {
  const inputs = [X];
  layers.forEach(([W, b], l) => {
    const last = l === layers.length - 1;
    const Z = inputs[l].map((x) => b.map((bias, j) => x.reduce((sum, value, i) => sum + value * W[i][j], bias)));
    inputs.push(last ? Z : Z.map((z) => z.map((value) => Math.max(value, 0))));
  });
  return { outputs: inputs.pop(), inputs };
}

/** The mean cross-entropy of labels `y`, and its slopes in the shape of `layers`. */
export function slopes(layers, X, y) {
  const { outputs, inputs } = pass(layers, X);
  let loss = 0;
  let back = outputs.map((z, n) => {
    const most = Math.max(...z);
    const sum = z.reduce((total, value) => total + Math.exp(value - most), 0);
    loss += (Math.log(sum) + most - z[y[n]]) / X.length;
    return z.map((value, j) => (Math.exp(value - most) / sum - (j === y[n] ? 1 : 0)) / X.length);
  });
  const found = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const [W, b] = layers[l];
    const dW = W.map((row, i) => row.map((_, j) => back.reduce((sum, d, n) => sum + inputs[l][n][i] * d[j], 0)));
    found.unshift([dW, b.map((_, j) => back.reduce((sum, d) => sum + d[j], 0))]);
    back = back.map((d, n) => W.map((row, i) => (inputs[l][n][i] > 0 ? row.reduce((sum, w, j) => sum + w * d[j], 0) : 0)));
  }
  return { loss, found };
}

/** One step of gradient descent. */
export function learn(layers, X, y, rate) {
  const { loss, found } = slopes(layers, X, y);
  const less = (old, slope) => old - rate * slope;
  const next = layers.map(([W, b], l) => [
    W.map((row, i) => row.map((w, j) => less(w, found[l][0][i][j]))),
    b.map((bias, j) => less(bias, found[l][1][j])),
  ]);
  return { loss, next };
}

const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
const begin = (sizes) =>
  sizes.slice(1).map((to, l) => [
    Array.from({ length: sizes[l] }, () => Array.from({ length: to }, () => normal() * Math.sqrt(2 / sizes[l]))),
    Array(to).fill(0),
  ]);

const EACH = 60;
const ROUND = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];
const SHAPES = {
  rings: (label) => ROUND((label ? 1.7 : 0.6) + 0.2 * normal(), 2 * Math.PI * Math.random()),
  "four corners": (label) => {
    const side = Math.random() < 0.5 ? 1 : -1;
    return [side + 0.35 * normal(), (label ? -side : side) + 0.35 * normal()];
  },
  spirals: (label) => {
    const t = Math.random();
    return ROUND(0.3 + 1.8 * t + 0.06 * normal(), 5 * t + Math.PI * label);
  },
};
const [GRID, EDGE] = [50, 2.5];
const AXIS = Array.from({ length: GRID }, (_, i) => EDGE * ((2 * (i + 0.5)) / GRID - 1));
const PLANE = AXIS.flatMap((v) => AXIS.map((u) => [u, -v]));

customElements.define(
  "explore-network",
  class extends Explorable {
    start() {
      [this.units, this.rate, this.shape] = [12, 0.3, "rings"];
      this.canvas = make("canvas", { width: 400, height: 400, role: "img" });
      this.views(this.canvas);
      this.ticker = this.clock(() => this.step(), { perFrame: 2, atOnce: 300 });
      const fresh = (what) => (value) => {
        this[what] = value;
        this.restart(what === "shape");
      };
      const units = slider("units a layer", { min: 1, max: 16, by: 1, value: this.units, says: String }, fresh("units"));
      const rate = slider("learning rate", { min: 0.05, max: 2, by: 0.05, value: this.rate }, (value) => (this.rate = value));
      const { once, run } = this.ticker;
      this.controls(once, run, button("New weights", () => this.restart()), choice("Samples", Object.keys(SHAPES), fresh("shape")), units.element, rate.element);
      this.restart(true);
    }

    restart(samplesToo) {
      this.ticker.stop();
      if (samplesToo) {
        this.y = Array.from({ length: 2 * EACH }, (_, n) => n % 2);
        this.X = this.y.map(SHAPES[this.shape]);
      }
      this.layers = begin([2, this.units, this.units, 2]);
      this.steps = 0;
      this.draw();
    }

    step() {
      this.layers = learn(this.layers, this.X, this.y, this.rate).next;
      return ++this.steps < 3000;
    }

    draw() {
      if (!this.layers) return;
      const pen = this.canvas.getContext("2d");
      const style = getComputedStyle(this);
      const colors = ["--explore-one", "--explore-two"].map((name) => style.getPropertyValue(name));
      pen.clearRect(0, 0, 400, 400);
      const wide = 400 / GRID;
      pass(this.layers, PLANE).outputs.forEach(([a, b], i) => {
        pen.fillStyle = colors[b > a ? 1 : 0];
        pen.globalAlpha = 0.1 + 0.4 * Math.abs(Math.tanh((b - a) / 4)); // how sure it is
        pen.fillRect((i % GRID) * wide, Math.floor(i / GRID) * wide, wide, wide);
      });
      pen.globalAlpha = 1;
      pen.strokeStyle = style.getPropertyValue("--pst-color-background");
      this.X.forEach(([u, v], n) => {
        const [x, y] = [200 * (1 + u / EDGE), 200 * (1 - v / EDGE)];
        pen.fillStyle = colors[this.y[n]];
        pen.beginPath();
        if (this.y[n]) pen.rect(x - 4, y - 4, 8, 8);
        else pen.arc(x, y, 5, 0, 7);
        pen.fill();
        pen.stroke();
      });
      const right = pass(this.layers, this.X).outputs.filter(([a, b], n) => b > a === Boolean(this.y[n])).length;
      this.canvas.ariaLabel = `Two classes, ${this.shape}, and where the network sees each`;
      const { loss } = slopes(this.layers, this.X, this.y);
      this.say(`Step ${this.steps}: ${shown((100 * right) / this.X.length, 0)}% of the samples are right, loss ${shown(loss, 3)}.`);
    }
  },
);
