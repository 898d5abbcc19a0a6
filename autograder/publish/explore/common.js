// What all explorables share: a plane to draw in, points to drag, sliders, a clock, and a sentence that says what is seen.

import { button, make } from "../answer/dom.js";

export { button, make };

/** A number as a reader sees it. */
export const shown = (x, digits = 2) => (Number.isFinite(x) ? x.toFixed(digits).replace(/^-(?=0\.?0*$)/, "").replace("-", "−") : "∞");

/** Set attributes of an element, and return it. */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** An SVG element with these attributes and what is in it. */
export function svg(tag, attributes = {}, ...inside) {
  const element = set(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes);
  element.append(...inside);
  return element;
}

/** A picture that computes. Each one has `start`, which appends its parts, and `draw`, which shows its state. */
export class Explorable extends HTMLElement {
  connectedCallback() {
    if (this.says) return;
    this.says = make("p", { className: "explore-says", role: "status" });
    this.start();
    this.append(this.says);
    this.draw();
    new MutationObserver(() => this.draw()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /** Say in a sentence what is seen; it is read aloud when it changes, but not while something runs. */
  say(text) {
    if (this.says.textContent !== text) this.says.textContent = text;
  }

  /** Views side by side where there is room. */
  views(...parts) {
    this.append(make("div", { className: "explore-views" }, ...parts));
  }

  controls(...parts) {
    this.append(make("div", { className: "explore-controls" }, ...parts));
  }

  /** Buttons that call `step` once, and again and again (each `every` frames) until it returns false or one stops it. */
  clock(step, { perFrame = 1, every = 1, atOnce = 500, names = ["Run", "Stop"] } = {}) {
    let running = false;
    let frame = 0;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const turn = (on) => {
      running = on;
      run.textContent = names[on ? 1 : 0];
      this.says.ariaLive = on ? "off" : "polite";
      if (!on) this.says.textContent = ""; // said anew, and so read aloud
      this.draw();
    };
    const many = (count) => {
      for (let i = 0; i < count; i++) if (step() === false) return false;
      return true;
    };
    const tick = () => {
      if (!running) return;
      const { top, bottom } = this.getBoundingClientRect();
      const seen = bottom > 0 && top < innerHeight && frame++ % every === 0;
      if (seen && !many(perFrame)) return turn(false);
      if (seen) this.draw();
      requestAnimationFrame(tick);
    };
    const run = button(names[0], () => {
      if (!calm.matches) turn(!running);
      else many(atOnce); // no motion: where it leads to
      if (running) tick();
      else this.draw();
    });
    const once = button("Step", () => (step(), this.draw()));
    return { run, once, stop: () => running && turn(false) };
  }
}

/** The room left of a plane, for its numbers. */
export const MARGIN = 48;

/** A plane with axes over the ranges `x` and `y`; what is added to `inner` is cut off at its edges. */
export function plane({ x, y, width = 340, height = width, names = ["", ""], ticks = [x, y], label = "" }) {
  const numbers = ticks[1].map((at) => shown(at, at % 1 ? 1 : 0));
  const signs = Math.max(...numbers.map((number) => number.replace(".", "").length));
  const left = MARGIN + 8 * Math.max(0, signs - 2); // beside the name, which stands upright
  const [bottom, top] = [36, 8];
  const wide = width - left - 16;
  const high = height - bottom - top;
  const px = (value) => ((value - x[0]) / (x[1] - x[0])) * wide;
  const py = (value) => ((y[1] - value) / (y[1] - y[0])) * high;
  const inner = svg("svg", { x: left, y: top, width: wide, height: high, overflow: "hidden" });
  const frame = svg("rect", { x: left, y: top, width: wide, height: high, class: "explore-frame" });
  const outer = svg("g", { transform: `translate(${left} ${top})` });
  const text = (at, words, anchor = "middle") => svg("text", { x: at[0], y: at[1], "text-anchor": anchor }, words);
  const whole = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "explore-plane", role: "group", "aria-label": label });
  whole.style.maxWidth = `${width}px`;
  whole.append(
    inner,
    frame,
    ...ticks[0].map((at) => text([left + px(at), height - bottom + 15], shown(at, at % 1 ? 1 : 0))),
    ...ticks[1].map((at, i) => text([left - 5, top + py(at) + 4], numbers[i], "end")),
    text([left + wide / 2, height - 5], names[0]),
    set(text([12, top + high / 2], names[1]), { transform: `rotate(-90 12 ${top + high / 2})` }),
    outer,
  );
  const clamp = (value, [low, high_]) => Math.min(Math.max(value, low), high_);
  const at = (event) => {
    const box = inner.getScreenCTM().inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(box);
    return [clamp(x[0] + (point.x / wide) * (x[1] - x[0]), x), clamp(y[1] - (point.y / high) * (y[1] - y[0]), y)];
  };
  const path = (points) => points.map(([u, v], i) => `${i ? "L" : "M"}${px(u).toFixed(1)} ${py(v).toFixed(1)}`).join("");
  return { whole, inner, frame, outer, px, py, at, path, x, y, clamp };
}

/**
 * A point of `on` that is dragged, or moved by arrow keys in steps of `by`.
 * `get` and `put` read and write its place; `says` is its place in words; `press` is done by Space or a tap.
 */
export function handle(on, { label, get, put, by = 0.1, says, press, className = "" }) {
  const dot = svg("circle", { r: 7, class: "explore-dot" });
  const group = svg("g", { role: "slider", tabindex: 0, class: `explore-handle ${className}` }, svg("circle", { r: 18, class: "explore-hit" }), dot);
  const move = ([u, v]) => put([on.clamp(u, on.x), on.clamp(v, on.y)]);
  let moved = false;
  group.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    moved = false;
    group.focus();
    group.setPointerCapture(event.pointerId);
  });
  group.addEventListener("pointermove", (event) => {
    if (!group.hasPointerCapture(event.pointerId)) return;
    moved = true;
    move(on.at(event));
  });
  group.addEventListener("pointerup", () => !moved && press?.());
  group.addEventListener("keydown", (event) => {
    const ways = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] };
    const way = ways[event.key];
    if (!way && !(press && [" ", "Enter"].includes(event.key))) return;
    event.preventDefault();
    const [u, v] = get();
    if (way) move([u + way[0], v + way[1]]);
    else press();
  });
  const draw = () => {
    const [u, v] = get();
    const words = says?.() ?? `${shown(u)}, ${shown(v)}`;
    set(group, { transform: `translate(${on.px(u)} ${on.py(v)})`, "aria-label": label, "aria-valuenow": u, "aria-valuetext": words });
  };
  on.outer.append(group);
  return { group, dot, draw };
}

/** A slider with its name and value; `put` is called with each new value. */
export function slider(name, { min, max, by = 0.1, value, says = shown }, put) {
  const input = make("input", { type: "range", min, max, step: by, value });
  const now = make("span", {}, says(value));
  const label = (x) => {
    now.textContent = says(x);
    input.setAttribute("aria-valuetext", says(x));
  };
  label(value);
  input.addEventListener("input", () => (label(input.valueAsNumber), put(input.valueAsNumber)));
  const element = make("div", { className: "explore-slider" }, make("label", {}, make("span", {}, name), input), now);
  return { element, put: (x) => ((input.value = x), label(x)) };
}

/** A list to choose from. */
export function choice(name, options, put) {
  const select = make("select", {}, ...options.map((option) => make("option", {}, option)));
  select.addEventListener("change", () => put(select.value));
  return make("label", { className: "explore-choice" }, name, " ", select);
}

/** The line on which w₁x₁ + w₂x₂ + b is 0, and the side where it is positive, as paths of `on`. */
export function boundary(on, [w1, w2], b) {
  const norm = w1 * w1 + w2 * w2;
  if (!norm) return { line: "", side: "" };
  const far = (along, across) => [(-b * w1) / norm + along * -w2 + across * w1, (-b * w2) / norm + along * w1 + across * w2];
  const reach = 99 / Math.sqrt(norm);
  const ends = [far(-reach, 0), far(reach, 0)];
  return { line: on.path(ends), side: on.path([...ends, far(reach, reach), far(-reach, reach)]) };
}

/** A cross at a place of `on`, as a path. */
export const cross = (on, [u, v]) => `M${on.px(u) - 6} ${on.py(v) - 6}l12 12m0 -12l-12 12`;

const PIXEL = 10;

/** A picture of pixels, each a rectangle to be filled. */
export function pixels(rows, columns, about) {
  const cells = Array.from({ length: rows * columns }, (_, i) =>
    svg("rect", { x: (i % columns) * PIXEL, y: Math.floor(i / columns) * PIXEL, width: PIXEL, height: PIXEL }),
  );
  const viewBox = `-1 -1 ${columns * PIXEL + 2} ${rows * PIXEL + 2}`;
  return { whole: svg("svg", { viewBox, class: "explore-pixels", ...about }, ...cells), cells };
}

/** Pixels that are changed by a finger, a mouse or the keyboard; `put(pixel, isInk)` changes one. */
export function drawing(rows, columns, { label, get, put }) {
  const about = { class: "explore-pixels explore-drawing", tabindex: 0, role: "application" };
  const { whole, cells } = pixels(rows, columns, about);
  const cursor = svg("rect", { width: PIXEL, height: PIXEL, class: "explore-cursor" });
  whole.append(cursor);
  const says = make("span", { className: "visually-hidden", role: "status" });
  let at = 0;
  let ink = true;
  const go = (pixel) => {
    at = pixel;
    set(cursor, { x: (at % columns) * PIXEL, y: Math.floor(at / columns) * PIXEL });
  };
  const under = (event) => cells.indexOf(document.elementFromPoint(event.clientX, event.clientY));
  const paint = (pixel) => pixel >= 0 && (go(pixel), put(pixel, ink));
  whole.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    whole.focus({ preventScroll: true });
    whole.setPointerCapture(event.pointerId);
    const pixel = under(event);
    ink = pixel >= 0 && !(get(pixel) > 0);
    paint(pixel);
  });
  whole.addEventListener("pointermove", (event) => whole.hasPointerCapture(event.pointerId) && paint(under(event)));
  whole.addEventListener("keydown", (event) => {
    const ways = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
    if (event.key === " " || event.key === "Enter") put(at, !(get(at) > 0));
    else if (!(event.key in ways)) return;
    event.preventDefault();
    const to = at + (ways[event.key] ?? 0);
    const sameRow = Math.floor(to / columns) === Math.floor(at / columns);
    if (to >= 0 && to < cells.length && (sameRow || Math.abs(to - at) === columns)) go(to);
    says.textContent = `row ${Math.floor(at / columns) + 1}, column ${(at % columns) + 1}: ${get(at) > 0 ? "ink" : "paper"}`;
  });
  set(whole, { "aria-label": `${label}: arrow keys move, Space paints` });
  go(0);
  return { element: make("div", {}, whole, says), cells };
}
