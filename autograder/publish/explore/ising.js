// A magnet of spins in a bath whose temperature the reader sets, by Metropolis' rule.

import { Explorable, button, make, shown, slider } from "./common.js";

/** What it costs to flip the spin in row i and column j of `size` × `size` spins whose edges meet. */
export function cost(spins, size, i, j) {
  const at = (row, column) => spins[((row + size) % size) * size + ((column + size) % size)];
  return 2 * at(i, j) * (at(i - 1, j) + at(i + 1, j) + at(i, j - 1) + at(i, j + 1));
}

/** The probability with which a flip of this cost is made. */
export const acceptance = (costs, temperature) => Math.exp(-Math.max(costs, 0) / temperature);

/** Offer every spin a flip, first the black fields of a chessboard and then the white; `random` gives numbers below 1. */
export function sweep(spins, size, temperature, random = Math.random) {
  // a spin and its four neighbors: the cost is one of five numbers
  const chances = [-8, -4, 0, 4, 8].map((costs) => acceptance(costs, temperature));
  for (const color of [0, 1]) {
    for (let i = 0; i < size; i++) {
      const [up, down] = [((i + size - 1) % size) * size, ((i + 1) % size) * size];
      for (let j = 0; j < size; j++) {
        const chance = random(); // also for fields of the other color: the numbers stand in rows
        if ((i + j) % 2 !== color) continue;
        const around = spins[up + j] + spins[down + j] + spins[i * size + ((j + size - 1) % size)] + spins[i * size + ((j + 1) % size)];
        if (chance < chances[(spins[i * size + j] * around) / 2 + 2]) spins[i * size + j] *= -1;
      }
    }
  }
  return spins;
}

/** Energy and magnetization, each per spin. */
export function averages(spins, size) {
  let [energy, sum] = [0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      energy -= cost(spins, size, i, j) / 4; // each pair is met twice, and a cost is twice its energy
      sum += spins[i * size + j];
    }
  }
  return { energy: energy / size ** 2, magnetization: sum / size ** 2 };
}

const SIZE = 128;

customElements.define(
  "explore-ising",
  class extends Explorable {
    start() {
      this.temperature = 2.3;
      this.canvas = make("canvas", { width: SIZE, height: SIZE, role: "img" });
      this.views(this.canvas);
      this.ticker = this.clock(() => this.step(), { atOnce: 200, names: ["Run", "Stop"] });
      const heat = slider("temperature", { min: 0.5, max: 5, by: 0.05, value: this.temperature }, (value) => {
        this.temperature = value;
        this.draw();
      });
      const put = (spin) => () => this.put(spin);
      const mixed = () => (Math.random() < 0.5 ? 1 : -1);
      this.controls(this.ticker.once, this.ticker.run, button("All up", put(() => 1)), button("At random", put(mixed)), heat.element);
      this.put(mixed);
    }

    put(spin) {
      this.spins = Int8Array.from({ length: SIZE ** 2 }, spin);
      this.sweeps = 0;
      this.draw();
    }

    step() {
      sweep(this.spins, SIZE, this.temperature);
      this.sweeps++;
    }

    draw() {
      if (!this.spins) return;
      const pen = this.canvas.getContext("2d");
      const image = pen.createImageData(SIZE, SIZE);
      this.spins.forEach((spin, i) => image.data.set(spin > 0 ? [20, 95, 165, 255] : [245, 245, 245, 255], 4 * i));
      pen.putImageData(image, 0, 0);
      const { energy, magnetization } = averages(this.spins, SIZE);
      this.canvas.ariaLabel = `${SIZE} by ${SIZE} spins, blue is up: energy ${shown(energy)} a spin`;
      this.say(`T = ${shown(this.temperature)}, ${this.sweeps} sweeps: magnetization ${shown(magnetization)}, energy ${shown(energy)} a spin.`);
    }
  },
);
