// Gradient descent on the loss of a line: choose a start and a learning rate.

import { Explorable, button, cross, handle, plane, set, shown, slider, svg } from "./common.js";

// three samples (x, y), whose best line is 1.5 x + 0.5: those of the chapter
const SAMPLES = [[0, 1], [1, 1], [2, 4]];
const MOST = 60;

/** Half the mean squared error of the line w₁ x + w₂, and its slopes. */
export function loss(w, samples = SAMPLES) {
  const errors = samples.map(([x, y]) => w[0] * x + w[1] - y);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / samples.length;
  return {
    value: mean(errors.map((error) => error * error)) / 2,
    slopes: [mean(errors.map((error, i) => error * samples[i][0])), mean(errors)],
  };
}

/** The places on the way from `start`, up to one that is there or beyond all bounds. */
export function way(start, rate, steps, samples = SAMPLES) {
  const places = [start];
  while (places.length <= steps) {
    const [u, v] = places.at(-1);
    const { slopes } = loss([u, v], samples);
    places.push([u - rate * slopes[0], v - rate * slopes[1]]);
  }
  return places;
}

/** Points of the contour on which the loss is `height` above its minimum. */
export function contour(height, samples = SAMPLES, count = 72) {
  const mean = (f) => samples.reduce((sum, one) => sum + f(one), 0) / samples.length;
  const [xx, x, xy, y] = [([a]) => a * a, ([a]) => a, ([a, b]) => a * b, ([, b]) => b].map(mean);
  const root = xx - x * x;
  const best = [(xy - x * y) / root, (xx * y - x * xy) / root];
  return Array.from({ length: count + 1 }, (_, i) => {
    const [cos, sin] = [Math.cos((2 * Math.PI * i) / count), Math.sin((2 * Math.PI * i) / count)];
    const radius = Math.sqrt((2 * height) / (xx * cos * cos + 2 * x * cos * sin + sin * sin));
    return [best[0] + radius * cos, best[1] + radius * sin];
  });
}

customElements.define(
  "explore-descent",
  class extends Explorable {
    start() {
      [this.from, this.rate, this.steps] = [[-1, 2.2], 0.5, 0];
      const ticks = [[-1, 0, 1, 2, 3], [-2, 0, 2, 4]];
      const on = plane({ x: [-1.6, 3.6], y: [-2.2, 4.4], width: 420, height: 420, names: ["weight 1 (slope)", "weight 2 (bias)"], ticks, label: "Contours of the loss" });
      for (const height of [0.03, 0.2, 0.6, 1.4, 3, 6, 10]) on.inner.append(svg("path", { d: on.path(contour(height)), class: "explore-thin" }));
      this.path = svg("path", { class: "explore-line one" });
      this.dots = svg("g", { class: "explore-one" });
      on.inner.append(this.path, this.dots, svg("path", { d: cross(on, [1.5, 0.5]), class: "explore-line" }));
      on.frame.addEventListener("click", (event) => this.restart(on.at(event)));
      this.grip = handle(on, { label: "Start", by: 0.2, get: () => this.from, put: (place) => this.restart(place) });
      this.grip.dot.setAttribute("class", "explore-two");
      this.on = on;
      this.views(on.whole);
      this.ticker = this.clock(() => ++this.steps < MOST, { every: 8, atOnce: MOST });
      const rate = slider("learning rate", { min: 0.02, max: 1, by: 0.02, value: this.rate }, (value) => {
        this.rate = value;
        this.restart(this.from);
      });
      this.controls(this.ticker.once, this.ticker.run, button("Reset", () => this.restart(this.from)), rate.element);
    }

    restart(from) {
      this.ticker.stop();
      [this.from, this.steps] = [from, 0];
      this.draw();
    }

    draw() {
      this.steps = Math.min(this.steps, MOST);
      const places = way(this.from, this.rate, this.steps);
      const near = places.map((place) => place.map((x) => Math.max(-1e4, Math.min(1e4, x))));
      set(this.path, { d: this.on.path(near) });
      this.dots.replaceChildren(...near.map(([u, v]) => svg("circle", { cx: this.on.px(u), cy: this.on.py(v), r: 3.5 })));
      this.grip.draw();
      const [first, now] = [loss(this.from).value, loss(places.at(-1)).value];
      const trend = now > first ? ", higher than at the start: it diverges" : now < 0.251 ? ", the minimum" : "";
      this.say(`Step ${this.steps}: w = (${shown(places.at(-1)[0])}, ${shown(places.at(-1)[1])}), loss ${shown(now, 3)}${trend}.`);
    }
  },
);
