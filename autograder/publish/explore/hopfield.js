// A memory of letters: the reader draws or damages one, and unit after unit asks its neighbors what it should be.

import { Explorable, button, choice, drawing, plane, set, shown, svg } from "./common.js";

// the letters of the chapter, side by side
const PICTURE = `
##......## ...####... ########.. ########## ########## ########## ##........ #######...
##......## ..######.. #########. ########## ########## ########## ##........ #########.
##......## .##....##. ##.....### ##........ ....##.... ##........ ##........ ##....###.
##......## ##......## ##......## ##........ ....##.... ##........ ##........ ##.....###
########## ##......## ##.....### ########.. ....##.... ########.. ##........ ##......##
########## ##......## #########. ########.. ....##.... ########.. ##........ ##......##
##......## ##......## ########.. ##........ ....##.... ##........ ##........ ##.....###
##......## .##....##. ##........ ##........ ....##.... ##........ ##........ ##....###.
##......## ..######.. ##........ ##........ ########## ########## ########## #########.
##......## ...####... ##........ ##........ ########## ########## ########## #######...`;
const NAMES = [..."HOPFIELD"];
/** The letters as +1 (ink) and −1 (paper), row by row. */
export const letters = () =>
  NAMES.map((_, k) => PICTURE.trim().split("\n").flatMap((line) => [...line.split(" ")[k]].map((mark) => (mark === "#" ? 1 : -1))));

/** Hebb's weights, a row for each unit: the mean product of two units over the patterns; none to itself. */
export function hebb(patterns) {
  const size = patterns[0].length;
  return patterns[0].map((_, i) =>
    patterns[0].map((__, j) => (i === j ? 0 : patterns.reduce((sum, p) => sum + p[i] * p[j], 0) / size)),
  );
}

/** What all other units say to unit i. */
export const field = (weights, state, i) => weights[i].reduce((sum, weight, j) => sum + weight * state[j], 0);

/** The state after unit i has followed its field; where that is 0, it stays. */
export function follow(weights, state, i) {
  const says = field(weights, state, i);
  return says === 0 ? state : state.map((s, j) => (j === i ? Math.sign(says) : s));
}

/** The energy of a state. */
export const energy = (weights, state) => -state.reduce((sum, s, i) => sum + s * field(weights, state, i), 0) / 2;

/** How much a state agrees with a pattern, from −1 to 1. */
export const overlap = (state, pattern) => state.reduce((sum, s, i) => sum + s * pattern[i], 0) / state.length;

const shuffled = (count) => {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
};
const MEMORIES = { "O, P, L": [1, 2, 6], "H, O, P, F": [0, 1, 2, 3], "all eight": [0, 1, 2, 3, 4, 5, 6, 7] };

customElements.define(
  "explore-hopfield",
  class extends Explorable {
    start() {
      this.letters = letters();
      this.paper = drawing(10, 10, {
        label: "The state",
        get: (i) => this.state[i],
        put: (i, ink) => this.put(this.state.map((s, j) => (i === j ? (ink ? 1 : -1) : s))),
      });
      const ticks = [[0, 100, 200], [-60, -30, 0]];
      this.chart = plane({ x: [0, 250], y: [-80, 5], width: 320, height: 260, names: ["updates", "energy"], ticks, label: "Energy against updates" });
      this.line = this.chart.inner.appendChild(svg("path", { class: "explore-line two" }));
      this.views(this.paper.element, this.chart.whole);
      this.ticker = this.clock(() => this.step(), { atOnce: 200 });
      const stored = choice("Stored", Object.keys(MEMORIES), (name) => this.store(name));
      const letter = choice("Draw", [...NAMES, "nothing"], (name) => this.put(this.letters[NAMES.indexOf(name)] ?? this.letters[0].map(() => -1)));
      letter.querySelector("select").value = "P";
      this.controls(letter, button("Flip 20 pixels", () => this.damage()), this.ticker.once, this.ticker.run, stored);
      this.state = this.letters[2];
      this.store("O, P, L");
      this.damage();
    }

    store(name) {
      this.stored = MEMORIES[name];
      this.weights = hebb(this.stored.map((k) => this.letters[k]));
      this.put(this.state);
    }

    damage() {
      const flipped = new Set(shuffled(100).slice(0, 20));
      this.put(this.state.map((s, i) => (flipped.has(i) ? -s : s)));
    }

    put(state) {
      this.ticker.stop();
      [this.state, this.order, this.still] = [state, [], 0];
      this.energies = [energy(this.weights, state)];
      this.draw();
    }

    step() {
      if (this.still >= 100) return false; // all units were asked and none moved
      if (!this.order.length) this.order = shuffled(100);
      const next = follow(this.weights, this.state, this.order.pop());
      this.still = next.every((s, i) => s === this.state[i]) ? this.still + 1 : 0;
      this.state = next;
      this.energies.push(energy(this.weights, next));
    }

    draw() {
      if (!this.energies) return;
      this.paper.cells.forEach((cell, i) => set(cell, { class: this.state[i] > 0 ? "explore-ink" : "explore-paper" }));
      set(this.line, { d: this.chart.path(this.energies.map((value, t) => [t, value])) });
      const near = this.stored.map((k) => [overlap(this.state, this.letters[k]), NAMES[k]]).sort(([a], [b]) => b - a)[0];
      const end = this.still >= 100 ? "Nothing moves any more" : `${this.energies.length - 1} updates`;
      this.say(`${end}: energy ${shown(this.energies.at(-1), 1)}, nearest memory ${near[1]} (overlap ${shown(near[0])}).`);
    }
  },
);
