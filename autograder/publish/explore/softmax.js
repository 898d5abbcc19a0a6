// Logits that the reader drags, a temperature, and the probabilities that softmax makes of them.

import { Explorable, handle, plane, set, shown, slider, svg } from "./common.js";

/** Softmax of logits at a temperature. */
export function softmax(logits, temperature = 1) {
  const most = Math.max(...logits);
  const shares = logits.map((z) => Math.exp((z - most) / temperature));
  const sum = shares.reduce((a, b) => a + b);
  return shares.map((share) => share / sum);
}

/** The entropy of probabilities, in nats. */
export const entropy = (p) => -p.reduce((sum, q) => sum + (q > 0 ? q * Math.log(q) : 0), 0);

customElements.define(
  "explore-softmax",
  class extends Explorable {
    start() {
      [this.logits, this.temperature] = [[2, 1, 0, -1, 0.5], 1];
      const x = [0.4, 5.6];
      const classes = [1, 2, 3, 4, 5];
      const left = plane({ x, y: [-4, 4], width: 340, names: ["class", "logit z"], ticks: [classes, [-4, -2, 0, 2, 4]], label: "Logits" });
      const right = plane({ x, y: [0, 1], width: 340, names: ["class", "probability"], ticks: [classes, [0, 0.5, 1]], label: "Probabilities" });
      const bar = (on, i, kind) => on.inner.appendChild(svg("rect", { x: on.px(i + 0.7), width: on.px(1.6) - on.px(1), class: kind }));
      this.stems = this.logits.map((_, i) => bar(left, i, "explore-side"));
      this.bars = this.logits.map((_, i) => bar(right, i, "explore-one"));
      this.numbers = this.logits.map((_, i) => right.inner.appendChild(svg("text", { x: right.px(i + 1), "text-anchor": "middle" })));
      this.handles = this.logits.map((_, i) => {
        const point = handle(left, {
          label: `Logit of class ${i + 1}`,
          get: () => [i + 1, this.logits[i]],
          put: ([, z]) => ((this.logits[i] = Math.round(z * 10) / 10), this.draw()),
          says: () => shown(this.logits[i], 1),
        });
        point.dot.setAttribute("class", "explore-two");
        return point;
      });
      [this.left, this.right] = [left, right];
      this.views(left.whole, right.whole);
      const says = (power) => shown(10 ** power);
      const heat = slider("temperature", { min: -1, max: 1.5, by: 0.05, value: 0, says }, (power) => {
        this.temperature = 10 ** power;
        this.draw();
      });
      this.controls(heat.element);
    }

    draw() {
      const p = softmax(this.logits, this.temperature);
      p.forEach((share, i) => {
        const [zero, top] = [this.left.py(0), this.left.py(this.logits[i])];
        set(this.stems[i], { y: Math.min(zero, top), height: Math.abs(zero - top) });
        set(this.bars[i], { y: this.right.py(share), height: this.right.py(0) - this.right.py(share) });
        set(this.numbers[i], { y: Math.max(this.right.py(share) - 4, 14) });
        this.numbers[i].textContent = shown(share);
        this.handles[i].draw();
      });
      const largest = p.indexOf(Math.max(...p));
      this.say(`Class ${largest + 1} has ${shown(100 * p[largest], 1)}%. Entropy ${shown(entropy(p))} of at most ${shown(Math.log(p.length))}.`);
    }
  },
);
