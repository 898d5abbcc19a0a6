// A digit that the reader draws, read by the weights of softmax regression, with what each pixel votes.

import { Explorable, button, choice, drawing, make, pixels, set, shown } from "./common.js";

/** Probabilities of the ten digits for an image of 64 pixels, by weights [64][10] and biases. */
export function read(image, { W, b }) {
  const logits = b.map((bias, k) => image.reduce((sum, pixel, i) => sum + pixel * W[i][k], bias));
  const most = Math.max(...logits);
  const shares = logits.map((z) => Math.exp(z - most));
  const sum = shares.reduce((total, share) => total + share);
  return shares.map((share) => share / sum);
}

/** What each pixel votes for digit k, above what it votes for the ten on average. */
export const votes = (image, { W }, k) =>
  image.map((pixel, i) => pixel * (W[i][k] - W[i].reduce((sum, weight) => sum + weight, 0) / W[i].length));

/** The pixels after one of them was painted: ink runs a little into its neighbors, as that of a pen does. */
export function painted(image, at, ink) {
  const next = [...image];
  next[at] = ink ? 1 : 0;
  if (ink) {
    for (const [down, right] of [[-1, 0], [1, 0], [0, -1], [0, 1]]) {
      const [row, column] = [Math.floor(at / 8) + down, (at % 8) + right];
      if (row >= 0 && row < 8 && column >= 0 && column < 8) next[8 * row + column] = Math.max(next[8 * row + column], 0.25);
    }
  }
  return next;
}

const a = (k) => (k === 8 ? `an ${k}` : `a ${k}`);
// a seven to begin with
const FIRST = [10, 11, 12, 13, 21, 28, 36, 35, 43, 51, 59];
const blank = () => Array(64).fill(0);

customElements.define(
  "explore-digit",
  class extends Explorable {
    start() {
      this.pixels = FIRST.reduce((image, at) => painted(image, at, true), blank());
      this.paper = drawing(8, 8, {
        label: "Your digit",
        get: (i) => (this.pixels[i] > 0.5 ? 1 : 0),
        put: (i, ink) => this.put(painted(this.pixels, i, ink)),
      });
      this.votes = pixels(8, 8, { role: "img" });
      this.bars = Array.from({ length: 10 }, (_, k) => {
        const bar = make("span", { className: "explore-bar" });
        const number = make("span");
        return { row: make("div", { className: "explore-share" }, make("span", {}, String(k)), make("span", {}, bar), number), bar, number };
      });
      // beside what it clears: on a phone the views stand one below the other
      const clear = button("Clear", () => this.put(blank()));
      const caption = (words, part) => make("div", {}, make("div", { className: "explore-name" }, words), part);
      this.name = make("span");
      this.views(
        caption("Draw here", make("div", {}, this.paper.element, clear)),
        caption("How probable is each digit?", make("div", {}, ...this.bars.map((one) => one.row))),
        caption(this.name, this.votes.whole),
      );
      const digits = ["what it reads", ...Array(10).keys()];
      const of = choice("Votes for", digits, (name) => {
        this.asked = digits.map(String).indexOf(name) - 1;
        this.draw();
      });
      this.asked = -1;
      this.controls(of);
      fetch(new URL("digit.json", import.meta.url))
        .then((answer) => answer.json())
        .then((weights) => {
          this.weights = weights;
          this.draw();
        })
        .catch((error) => this.say(error.message));
    }

    put(image) {
      this.pixels = image;
      this.draw();
    }

    draw() {
      const inky = (cell, share, color) => set(cell, { style: `fill: color-mix(in srgb, ${color} ${100 * share}%, var(--pst-color-background))` });
      this.paper.cells.forEach((cell, i) => inky(cell, this.pixels[i], "var(--pst-color-text-base)"));
      if (!this.weights) return;
      const p = read(this.pixels, this.weights);
      const order = p.map((share, k) => [share, k]).sort(([one], [other]) => other - one);
      this.bars.forEach(({ row, bar, number }, k) => {
        bar.style.width = `${100 * p[k]}%`;
        number.textContent = `${shown(100 * p[k], 0)}%`;
        row.classList.toggle("explore-first", k === order[0][1]);
      });
      const of = this.asked < 0 ? order[0][1] : this.asked;
      const all = votes(this.pixels, this.weights, of);
      all.forEach((vote, i) => inky(this.votes.cells[i], Math.min(1, Math.abs(vote)), `var(--explore-${vote > 0 ? "one" : "two"})`));
      this.name.textContent = `Votes for ${a(of)} (blue) and against it (orange)`;
      const say = (sign) => shown(Math.abs(all.filter((vote) => vote * sign > 0).reduce((sum, vote) => sum + vote, 0)), 1);
      this.votes.whole.ariaLabel = `Pixels vote ${say(1)} for ${a(of)} and ${say(-1)} against it`;
      const ink = this.pixels.some((pixel) => pixel > 0);
      const sure = ([share, k]) => `${a(k)} (${shown(100 * share, 0)}%)`;
      this.say(ink ? `It reads ${sure(order[0])}, then ${sure(order[1])}. Votes for ${a(of)}: ${say(1)}, against: ${say(-1)}.` : "Draw a digit.");
    }
  },
);
