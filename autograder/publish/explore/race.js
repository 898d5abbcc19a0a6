// Six optimizers on Rosenbrock's banana, from a start that the reader chooses, with the settings of the chapter.

import { Explorable, button, cross, handle, make, plane, set, shown, slider, svg } from "./common.js";

/** Rosenbrock's function of two numbers, and its slopes. */
export function banana([u, v]) {
  const bend = v - u * u;
  return { value: (1 - u) ** 2 + 100 * bend * bend, slopes: [-2 * (1 - u) - 400 * u * bend, 200 * bend] };
}

// each rule: the change of one number, from its slope g, what it keeps of earlier steps, and the number t of the step
const RULES = {
  sgd: (g) => -0.001 * g,
  momentum: (g, kept) => (kept.pace = 0.9 * (kept.pace ?? 0) - 0.0005 * g),
  nesterov: (g, kept) => {
    kept.pace = 0.9 * (kept.pace ?? 0) - 0.0005 * g;
    return 0.9 * kept.pace - 0.0005 * g;
  },
  adagrad: (g, kept) => {
    kept.squares = (kept.squares ?? 0) + g * g;
    return (-0.5 * g) / (1e-7 + Math.sqrt(kept.squares));
  },
  rmsprop: (g, kept) => {
    kept.squares = 0.9 * (kept.squares ?? 0) + (1 - 0.9) * g * g;
    return (-0.01 * g) / Math.sqrt(1e-6 + kept.squares);
  },
  adam: (g, kept, t) => {
    kept.first = 0.9 * (kept.first ?? 0) + (1 - 0.9) * g;
    kept.second = 0.999 * (kept.second ?? 0) + (1 - 0.999) * g * g;
    return (-0.05 * (kept.first / (1 - 0.9 ** t))) / (Math.sqrt(kept.second / (1 - 0.999 ** t)) + 1e-8);
  },
};

/** The places of optimizer `name` from `start` on, `steps` of them and the start. */
export function walk(name, start, steps) {
  const places = [start];
  const kept = start.map(() => ({}));
  for (let t = 1; t <= steps; t++) {
    const here = places.at(-1);
    const { slopes } = banana(here);
    places.push(here.map((x, i) => x + RULES[name](slopes[i], kept[i], t)));
  }
  return places;
}

const MOST = 1000;
const NAMES = { sgd: "SGD", momentum: "momentum", nesterov: "Nesterov", adagrad: "AdaGrad", rmsprop: "RMSProp", adam: "Adam" };
// as in the picture above it, as far as three colors go
const COLORS = { sgd: "", momentum: "one", nesterov: "one", adagrad: "three", rmsprop: "two", adam: "two" };
const LOOKS = Object.fromEntries(Object.entries(COLORS).map(([name, color]) => [name, `${color}${["nesterov", "rmsprop"].includes(name) ? " explore-dashed" : ""}`]));

/** Where the function has the value `height`, as two halves of a bent oval. */
function level(height) {
  const sides = [1, -1].map((side) =>
    Array.from({ length: 81 }, (_, i) => {
      const u = 1 - Math.min(Math.sqrt(height), 2.9) * Math.cos((Math.PI * i) / 80);
      return [u, u * u + (side * Math.sqrt(Math.max(0, height - (1 - u) ** 2))) / 10];
    }),
  );
  return [...sides[0], ...sides[1].reverse()];
}

customElements.define(
  "explore-race",
  class extends Explorable {
    start() {
      [this.from, this.now, this.chosen] = [[-0.7, 2], 0, new Set(["sgd", "momentum", "adam"])];
      const ticks = [[-1, 0, 1], [0, 1, 2]];
      const on = plane({ x: [-1.8, 1.6], y: [-0.6, 2.4], width: 420, height: 380, names: ["θ₁", "θ₂"], ticks, label: "Rosenbrock's banana" });
      for (const height of [0.1, 1, 10, 50, 200]) on.inner.append(svg("path", { d: on.path(level(height)), class: "explore-thin" }));
      on.inner.append(svg("path", { d: cross(on, [1, 1]), class: "explore-line" }));
      this.paths = Object.fromEntries(
        Object.keys(NAMES).map((name) => {
          const path = svg("path", { class: `explore-line ${LOOKS[name]}` });
          const dot = svg("circle", { r: 5, class: `explore-${COLORS[name] || "dot"}` });
          on.inner.append(path, dot);
          return [name, { path, dot }];
        }),
      );
      on.frame.addEventListener("click", (event) => this.restart(on.at(event)));
      this.grip = handle(on, { label: "Start", get: () => this.from, put: (place) => this.restart(place) });
      this.on = on;
      const boxes = Object.entries(NAMES).map(([name, words]) => {
        const box = make("input", { type: "checkbox", checked: this.chosen.has(name) });
        box.addEventListener("change", () => {
          this.chosen[box.checked ? "add" : "delete"](name);
          this.draw();
        });
        const line = svg("svg", { viewBox: "0 0 28 8", width: 28, height: 8, "aria-hidden": true }, svg("path", { d: "M0 4h28", class: `explore-line ${LOOKS[name]}` }));
        return make("label", { className: "explore-choice" }, box, " ", line, ` ${words}`);
      });
      this.views(on.whole, make("div", { role: "group", "aria-label": "Who runs" }, ...boxes.map((box) => make("div", {}, box))));
      this.ticker = this.clock(() => (this.now = Math.min(this.now + 1, MOST)) < MOST, { perFrame: 3, atOnce: MOST });
      this.time = slider("steps", { min: 0, max: MOST, by: 1, value: 0, says: String }, (steps) => {
        this.now = steps;
        this.draw();
      });
      this.controls(this.ticker.run, button("Reset", () => this.restart(this.from)), this.time.element);
      this.restart(this.from);
    }

    restart(from) {
      this.ticker.stop();
      [this.from, this.now] = [from, 0];
      this.walks = Object.fromEntries(Object.keys(NAMES).map((name) => [name, walk(name, from, MOST)]));
      this.draw();
    }

    draw() {
      for (const [name, { path, dot }] of Object.entries(this.paths)) {
        const places = this.walks[name].slice(0, this.now + 1).map((place) => place.map((x) => Math.max(-99, Math.min(99, x || 0))));
        const [u, v] = places.at(-1);
        set(path, { d: this.on.path(places) });
        set(dot, { cx: this.on.px(u), cy: this.on.py(v) });
        path.style.display = dot.style.display = this.chosen.has(name) ? "" : "none";
      }
      this.grip.draw();
      this.time.put(this.now);
      const order = [...this.chosen].map((name) => [banana(this.walks[name][this.now]).value, NAMES[name]]).sort(([a], [b]) => a - b);
      this.say(`Step ${this.now}, losses: ${order.map(([value, name]) => `${name} ${shown(value, 3)}`).join(", ")}.`);
    }
  },
);
