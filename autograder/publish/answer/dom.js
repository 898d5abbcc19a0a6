// Parts of a page, made of what they are and what is in them.

/** An element with these properties (`on…` are listeners, `aria…` and `data…` attributes). */
export function make(tag, properties = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

/** A button that does nothing while it is busy. */
export function button(text, onclick, properties = {}) {
  const act = (event) => event.currentTarget.getAttribute("aria-disabled") !== "true" && onclick(event);
  return make("button", { type: "button", textContent: text, onclick: act, ...properties });
}

/** Say whether `one` does nothing for now. The focus stays on it, which one that is disabled loses. */
export const setBusy = (one, isBusy) => one.setAttribute("aria-disabled", isBusy);
